use std::{
    fs,
    path::{Path, PathBuf},
};

use sqlx::{Connection, SqliteConnection};

use super::{
    OperationError, connect,
    files::{beside, settle},
    sqlite_file,
};
use crate::database::{self, DbError, Engine};

/// Puts a backup in the place of the database. Says where the database that was there is kept now.
pub async fn restore(file: &Path, url: &str, force: bool) -> Result<Option<PathBuf>, OperationError> {
    let target = sqlite_file(url, file)?;
    if !file.exists() {
        return Err(OperationError::Missing(file.to_owned()));
    }
    check(file).await?;
    if target.exists() && !force {
        return Err(OperationError::WouldReplace(target));
    }
    let partial = beside(&target, ".partial");
    fs::copy(file, &partial).map_err(|error| OperationError::File(partial.clone(), error))?;
    let kept = if target.exists() {
        Some(set_aside(&target).await?)
    } else {
        None
    };
    settle(&partial, &target)?;
    Ok(kept)
}

/// A whole, sound database whose schema this program knows.
pub async fn check(file: &Path) -> Result<(), OperationError> {
    let damaged = |error: DbError| OperationError::Damaged(file.to_owned(), error.to_string());
    let mut copy = connect(file, true).await.map_err(damaged)?;
    let outcome = look(&mut copy, file).await;
    copy.close().await.map_err(damaged)?;
    outcome
}

async fn look(copy: &mut SqliteConnection, file: &Path) -> Result<(), OperationError> {
    let damaged = |error: DbError| OperationError::Damaged(file.to_owned(), error.to_string());
    let words: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check(1)")
        .fetch_all(&mut *copy)
        .await
        .map_err(damaged)?;
    if let [(word,)] = words.as_slice()
        && word != "ok"
    {
        return Err(OperationError::Damaged(file.to_owned(), word.clone()));
    }
    let loose = sqlx::query("PRAGMA foreign_key_check")
        .fetch_optional(&mut *copy)
        .await
        .map_err(damaged)?;
    if loose.is_some() {
        return Err(OperationError::Damaged(
            file.to_owned(),
            "a row points to one that is missing".into(),
        ));
    }
    let newest: Result<(i64,), _> =
        sqlx::query_as("SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations WHERE success")
            .fetch_one(copy)
            .await;
    let (found,) = newest.map_err(|_| OperationError::Foreign(file.to_owned()))?;
    let known = database::newest_migration(Engine::Sqlite);
    if found == 0 {
        return Err(OperationError::Foreign(file.to_owned()));
    }
    if found > known {
        return Err(OperationError::Newer {
            file: file.to_owned(),
            found,
            known,
        });
    }
    Ok(())
}

/// Renames the database that is there, with everything it has not yet written into its main file: a write-ahead
/// log that stayed behind would be played into the restored database.
async fn set_aside(target: &Path) -> Result<PathBuf, OperationError> {
    // Leaving WAL needs the file for oneself alone, so this also tells whether the service still runs.
    let alone = async {
        let mut old = connect(target, false).await?;
        let left = sqlx::query("PRAGMA journal_mode = DELETE").execute(&mut old).await;
        old.close().await?;
        left
    };
    match alone.await {
        Err(DbError::Database(error)) if error.code().is_some_and(|code| code == "5" || code == "261") => {
            return Err(OperationError::InUse(target.to_owned()));
        }
        // Whatever else is wrong with it may be why it is being replaced.
        Ok(_) | Err(_) => {}
    }
    let kept = (1..)
        .map(|number| beside(target, &format!(".replaced-{number}")))
        .find(|path| !path.exists());
    let kept = kept.unwrap_or_else(|| beside(target, ".replaced"));
    for suffix in ["", "-wal", "-shm"] {
        let from = beside(target, suffix);
        if from.exists() {
            fs::rename(&from, beside(&kept, suffix)).map_err(|error| OperationError::File(from.clone(), error))?;
        }
    }
    Ok(kept)
}
