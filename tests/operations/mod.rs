//! Backup and restore of the SQLite database.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use sprachpool::{
    database::{self, Db, Durability},
    operations::{self, OperationError},
    q,
};

use crate::config::folder;

async fn open(file: &Path) -> Db {
    let db = Db::open(file.to_str().unwrap(), 4, Durability::Full).await.unwrap();
    database::migrate(&db).await.unwrap();
    db
}

/// Two rows in one transaction, so that half a transaction in a backup would show.
async fn write_pair(db: &Db, number: i64) {
    let mut tx = db.begin().await.unwrap();
    for half in [number * 2, number * 2 + 1] {
        q!(
            "INSERT INTO reference_counter (year, last_number) VALUES ($1, $2)",
            half,
            number
        )
        .execute(&mut tx)
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn rows(db: &Db) -> Vec<(i64, i64)> {
    let mut tx = db.read().await.unwrap();
    q!("SELECT year, last_number FROM reference_counter ORDER BY year")
        .all(&mut tx)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_writing_restores_to_one_moment() {
    let folder = folder("backup");
    let file = folder.join("pool.sqlite");
    let db = open(&file).await;
    for number in 0..20 {
        write_pair(&db, number).await;
    }
    let stop = Arc::new(AtomicBool::new(false));
    let writer = tokio::spawn({
        let (db, stop) = (db.clone(), stop.clone());
        async move {
            let mut number = 20;
            while !stop.load(Ordering::Relaxed) {
                write_pair(&db, number).await;
                number += 1;
            }
            number
        }
    });
    let copy = folder.join("copy.sqlite");
    operations::backup(file.to_str().unwrap(), &copy).await.unwrap();
    stop.store(true, Ordering::Relaxed);
    let written = writer.await.unwrap();
    db.close().await;

    let target = folder.join("restored.sqlite");
    assert_eq!(
        operations::restore(&copy, target.to_str().unwrap(), false)
            .await
            .unwrap(),
        None
    );
    let restored = open(&target).await;
    assert!(database::is_current(&restored).await.unwrap());
    let rows = rows(&restored).await;
    assert!(rows.len() >= 40 && rows.len() % 2 == 0, "{} rows", rows.len());
    assert!(rows.len() as i64 <= written * 2);
    for (at, (year, number)) in rows.iter().enumerate() {
        assert_eq!((*year, *number), (at as i64, at as i64 / 2));
    }
    write_pair(&restored, 1_000_000).await;
    restored.close().await;
    fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_restore_keeps_the_old_database_and_never_mixes_the_two() {
    let folder = folder("restore");
    let file = folder.join("pool.sqlite");
    let url = file.to_str().unwrap();
    let db = open(&file).await;
    write_pair(&db, 1).await;
    let copy = folder.join("copy.sqlite");
    operations::backup(url, &copy).await.unwrap();
    write_pair(&db, 2).await;

    let error = operations::restore(&copy, url, false).await.unwrap_err();
    assert!(matches!(error, OperationError::WouldReplace(_)), "{error}");
    let error = operations::restore(&copy, url, true).await.unwrap_err();
    assert!(
        matches!(error, OperationError::InUse(_)),
        "the service still runs: {error}"
    );
    assert_eq!(rows(&db).await.len(), 4);
    db.close().await;

    let kept = operations::restore(&copy, url, true)
        .await
        .unwrap()
        .expect("the old one is kept");
    assert_eq!(rows(&open(&file).await).await, [(2, 1), (3, 1)]);
    assert_eq!(rows(&open(&kept).await).await.len(), 4);
    fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn what_is_no_sound_backup_is_refused_and_the_database_stays() {
    let folder = folder("refuse");
    let file = folder.join("pool.sqlite");
    let url = file.to_str().unwrap();
    let db = open(&file).await;
    for number in 0..200 {
        write_pair(&db, number).await;
    }
    let copy = folder.join("copy.sqlite");
    operations::backup(url, &copy).await.unwrap();
    db.close().await;
    let refuse = async |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        operations::restore(&path, url, true).await.unwrap_err()
    };

    let whole = fs::read(&copy).unwrap();
    let error = refuse("text", b"no database at all, only some text").await;
    assert!(matches!(error, OperationError::Damaged(..)), "{error}");
    let error = refuse("cut", &whole[..whole.len() / 2]).await;
    assert!(matches!(error, OperationError::Damaged(..)), "{error}");
    let error = refuse("empty", b"").await;
    assert!(matches!(error, OperationError::Foreign(_)), "{error}");

    // A backup of a later program.
    let newer = folder.join("newer.sqlite");
    fs::write(&newer, &whole).unwrap();
    let later = open(&newer).await;
    let mut tx = later.begin().await.unwrap();
    q!("UPDATE _sqlx_migrations SET version = 9999 WHERE version = 1")
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    later.close().await;
    let error = operations::restore(&newer, url, true).await.unwrap_err();
    assert!(matches!(error, OperationError::Newer { found: 9999, .. }), "{error}");

    let error = operations::restore(&folder.join("nowhere"), url, true)
        .await
        .unwrap_err();
    assert!(matches!(error, OperationError::Missing(_)), "{error}");
    assert_eq!(rows(&open(&file).await).await.len(), 400);
    fs::remove_dir_all(folder).unwrap();
}
