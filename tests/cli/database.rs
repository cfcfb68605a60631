use std::fs;

use super::{fails, sprachpool, succeeds};
use crate::config::folder;

#[test]
fn migrate_backup_and_restore_need_only_the_database() {
    let folder = folder("commands");
    let run = |arguments: &[&str]| sprachpool(&folder, &[("DATABASE_URL", "pool.sqlite")], arguments);
    succeeds(&run(&["migrate"]));
    succeeds(&run(&["migrate"]));
    succeeds(&run(&["backup", "copy.sqlite"]));
    assert!(fails(&run(&["backup", "copy.sqlite"])).contains("copy.sqlite exists already"));
    assert!(fails(&run(&["restore", "copy.sqlite"])).contains("--force"));
    let said = succeeds(&run(&["restore", "copy.sqlite", "--force"]));
    assert!(said.contains("pool.sqlite.replaced-1"), "{said}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn for_postgres_the_line_to_use_is_said_without_the_password() {
    let folder = folder("pg-backup");
    let variables = [("DATABASE_URL", "postgres://pool:hunter2@127.0.0.1/pool")];
    let said = fails(&sprachpool(&folder, &variables, &["backup", "copy.dump"]));
    assert!(
        said.contains("pg_dump --format=custom --file=copy.dump \"$DATABASE_URL\""),
        "{said}"
    );
    assert!(!said.contains("hunter2"));
    fs::remove_dir_all(folder).unwrap();
}
