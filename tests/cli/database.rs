use std::fs;

use sprachpool::{
    database::{Db, Durability},
    q,
};

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

#[test]
fn user_add_makes_a_coordinator_once() {
    let folder = folder("user-add");
    let add = |name: &str, email: &str| {
        sprachpool(
            &folder,
            &[("DATABASE_URL", "pool.sqlite")],
            &["user", "add", "--name", name, "--email", email],
        )
    };
    assert!(succeeds(&add("Cora Brandt", "cora@pool.example")).contains("cora@pool.example"));
    succeeds(&add("Cora Brandt", "Cora@Pool.example"));
    assert_eq!(
        add("Cora Brandt", "nobody").status.code(),
        Some(2),
        "clap names the argument"
    );
    assert_eq!(add("\u{202e}Cora", "cora@pool.example").status.code(), Some(2));

    let coordinators = tokio::runtime::Runtime::new().unwrap().block_on(async {
        let db = Db::open(folder.join("pool.sqlite").to_str().unwrap(), 1, Durability::Relaxed)
            .await
            .unwrap();
        let mut tx = db.read().await.unwrap();
        q!("SELECT p.name FROM coordinator c JOIN person p ON p.id = c.person_id WHERE c.active")
            .all::<(String,)>(&mut tx)
            .await
            .unwrap()
    });
    assert_eq!(coordinators, [("Cora Brandt".to_owned(),)]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn reset_second_factor_asks_which_when_several_share_an_address() {
    let folder = folder("reset-second-factor");
    let user = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["user"].iter().chain(arguments).copied().collect();
        sprachpool(&folder, &[("DATABASE_URL", "pool.sqlite")], &arguments)
    };
    let (reset, email) = ("reset-second-factor", "team@pool.example");
    assert!(fails(&user(&[reset, "--email", email])).contains("no coordinator"));
    succeeds(&user(&["add", "--name", "Cora Brandt", "--email", email]));
    assert!(succeeds(&user(&[reset, "--email", email])).contains("Cora Brandt is signed out everywhere"));
    succeeds(&user(&["add", "--name", "Dana Weiss", "--email", email]));
    let said = fails(&user(&[reset, "--email", email]));
    assert!(said.contains("--name: Cora Brandt, Dana Weiss"), "{said}");
    let named = user(&[reset, "--email", email, "--name", "Dana Weiss"]);
    assert!(succeeds(&named).contains("Dana Weiss"));
    fs::remove_dir_all(folder).unwrap();
}
