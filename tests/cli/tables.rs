//! `sprachpool import` and `sprachpool export`, as an operator runs them.

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

use sprachpool::{
    database::{Db, Query},
    q,
};

use super::{fails, sprachpool, succeeds};
use crate::{
    config::folder,
    support::databases::{ENGINES, Fresh},
};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml");

fn table(name: &str) -> String {
    format!("{}/tests/imports/files/{name}", env!("CARGO_MANIFEST_DIR"))
}

async fn count(db: &Db, query: Query) -> i64 {
    let mut tx = db.read().await.expect("it reads");
    let (count,) = query.one::<(i64,)>(&mut tx).await.expect("it counts");
    count
}

async fn volunteers(db: &Db) -> i64 {
    count(db, q!("SELECT COUNT(*) FROM volunteer")).await
}

/// With that line typed at the question.
fn typed(folder: &Path, url: &str, arguments: &[&str], line: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sprachpool"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("DATABASE_URL", url)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("it has an input");
    std::io::Write::write_all(&mut input, line).expect("it is read");
    drop(input);
    child.wait_with_output().expect("it ends")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_goes_in_and_out() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let folder = folder("tables");
        let run = |arguments: &[&str]| sprachpool(&folder, &[("DATABASE_URL", &fresh.url)], arguments);
        let file = table("volunteers_twice.xlsx");
        fails(&run(&["import", "volunteers", &file]));
        succeeds(&run(&["pool", "import", RULES]));

        let dry = succeeds(&run(&["import", "volunteers", &file, "--dry-run"]));
        assert!(
            dry.contains("same_in_file") && dry.contains("8 rows, "),
            "{engine:?}: {dry}"
        );
        assert_eq!(volunteers(&fresh.db).await, 0, "{engine:?}: a dry run writes nothing");
        assert_eq!(
            count(&fresh.db, q!("SELECT COUNT(*) FROM import")).await,
            0,
            "{engine:?}"
        );
        for line in [&b"n\n"[..], b""] {
            let refused = succeeds(&typed(&folder, &fresh.url, &["import", "volunteers", &file], line));
            assert!(refused.contains("Nothing was written."), "{refused}");
        }
        assert_eq!(volunteers(&fresh.db).await, 0, "{engine:?}: nobody agreed");

        let agreed = succeeds(&typed(&folder, &fresh.url, &["import", "volunteers", &file], b"y\n"));
        let there = volunteers(&fresh.db).await;
        assert!(
            there > 2 && agreed.contains(&format!("Written: {there} volunteers,")),
            "{agreed}"
        );
        let again = succeeds(&run(&["import", "volunteers", &file, "--yes"]));
        assert!(
            again.contains("Written: 0 volunteers,"),
            "{engine:?}: they are known: {again}"
        );
        assert_eq!(
            count(&fresh.db, q!("SELECT COUNT(*) FROM outbox")).await,
            0,
            "nobody gets a mail"
        );

        let made = succeeds(&run(&[
            "export",
            "volunteers",
            "--format",
            "csv",
            "--output",
            "out.csv",
        ]));
        assert!(made.contains("out.csv"), "{made}");
        let text = fs::read_to_string(folder.join("out.csv")).expect("the file");
        assert_eq!(text.lines().count() as i64, there + 1, "{text}");
        assert!(
            fails(&run(&["export", "volunteers", "--output", "out.csv"])).contains("out.csv"),
            "kept"
        );
        assert_eq!(fs::read_to_string(folder.join("out.csv")).expect("the file"), text);
        succeeds(&run(&["export", "all", "--language", "en", "--output", "all.xlsx"]));
        let own = succeeds(&run(&["import", "volunteers", "all.xlsx", "--yes"]));
        assert!(
            own.contains("Written: 0 volunteers,"),
            "{engine:?}: our own file is read: {own}"
        );
        fs::remove_dir_all(folder).expect("gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_file_is_refused_with_what_is_wrong() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let folder = folder("wrong-tables");
        let run = |arguments: &[&str]| sprachpool(&folder, &[("DATABASE_URL", &fresh.url)], arguments);
        succeeds(&run(&["pool", "import", RULES]));
        let twice = table("volunteers_twice.xlsx");
        for (kind, file, word) in [
            ("volunteers", table("encrypted.xlsx"), "encrypted.xlsx: "),
            ("volunteers", table("old.xls"), "old.xls: "),
            ("volunteers", table("make.py"), "no column is the field "),
            ("volunteers", "nowhere.csv".to_owned(), "nowhere.csv: "),
        ] {
            let said = fails(&run(&["import", kind, &file, "--yes"]));
            assert!(said.contains(word), "{engine:?} {file}: {said}");
        }
        let sheet = fails(&run(&["import", "volunteers", &twice, "--sheet", "99", "--yes"]));
        assert!(sheet.contains("no such sheet"), "{sheet}");
        fs::write(folder.join("columns.toml"), "\"Nowhere\" = \"email\"\n").expect("written");
        let mapping = fails(&run(&[
            "import",
            "volunteers",
            &twice,
            "--mapping",
            "columns.toml",
            "--yes",
        ]));
        assert!(mapping.contains("no column is called \"Nowhere\""), "{mapping}");
        assert_eq!(run(&["import", "nonsense", &twice]).status.code(), Some(2));
        assert_eq!(run(&["export", "nonsense"]).status.code(), Some(2));
        assert_eq!(volunteers(&fresh.db).await, 0, "{engine:?}");
        fs::remove_dir_all(folder).expect("gone");
    }
}
