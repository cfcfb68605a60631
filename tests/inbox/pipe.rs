//! `sprachpool receive-mail`, run as a mail server's pipe runs it.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use sprachpool::{database::Db, q};
use uuid::Uuid;

use super::message;
use crate::support::databases::{ENGINES, Fresh};

fn pipe(database: &str, message: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sprachpool"))
        .arg("receive-mail")
        .current_dir(Path::new("/"))
        .env_clear()
        .env("DATABASE_URL", database)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("it has an input")
        .write_all(message)
        .expect("all of it is read");
    child.wait_with_output().expect("it ends")
}

async fn kept(db: &Db) -> i64 {
    let mut tx = db.read().await.expect("it reads");
    let (count,) = q!("SELECT COUNT(*) FROM inbound_mail")
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
    count
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exit_code_tells_the_mail_server_what_to_do() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let reply = message("reply-windows-1252.eml", Uuid::nil());
        for said in ["taken as a reply", "it came before"] {
            let output = pipe(&fresh.url, &reply);
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            assert!(String::from_utf8_lossy(&output.stdout).contains(said), "{output:?}");
        }
        let away = pipe(&fresh.url, &message("out-of-office.eml", Uuid::nil()));
        assert_eq!(away.status.code(), Some(0), "{away:?}");
        let mut huge = reply.clone();
        huge.resize(12 * 1024 * 1024, b'x');
        for (name, bytes) in [
            ("huge", huge),
            ("nothing", vec![]),
            ("garbage", message("garbage.eml", Uuid::nil())),
        ] {
            assert_eq!(pipe(&fresh.url, &bytes).status.code(), Some(65), "{name}");
        }
        assert_eq!(kept(&fresh.db).await, 1);
        let said = format!("{:?}", pipe(&fresh.url, &reply));
        assert!(
            !said.contains("amina") && !said.contains("Fahrgeld"),
            "logs hold nothing personal: {said}"
        );
    }
}

#[test]
fn while_the_database_is_away_the_mail_waits() {
    let reply = message("reply-windows-1252.eml", Uuid::nil());
    let nowhere = "postgres://pool:hunter2@127.0.0.1:1/pool";
    let output = pipe(nowhere, &reply);
    assert_eq!(output.status.code(), Some(75), "{output:?}");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("hunter2"));
    assert_eq!(pipe("/no/such/folder/pool.sqlite", &reply).status.code(), Some(75));
    assert_eq!(
        pipe("nonsense://", &reply).status.code(),
        Some(75),
        "a slip of the operator loses no mail"
    );
}
