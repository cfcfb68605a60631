//! `receive-mail`: one message on standard input, as a mail server's pipe hands it over. Its exit codes are those
//! that mail servers know (sysexits.h).

use std::{
    io::{self, Read},
    path::Path,
    process::ExitCode,
};

use crate::{
    act::{Act, Actor},
    clock::Clock,
    config::{self, DatabaseConfig},
    database::{Db, DbError, Durability, is_current},
    ids::Ids,
    inbox::{self, Received},
};

/// EX_DATAERR: this message will never be taken; its sender hears of it.
const NEVER: u8 = 65;
/// EX_TEMPFAIL: the mail server keeps it and tries again.
const LATER: u8 = 75;

pub async fn receive_mail(file: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> ExitCode {
    let bytes = match message() {
        Ok(bytes) => bytes,
        Err(error) => return refuse(LATER, format!("the message cannot be read: {error}")),
    };
    if bytes.len() > inbox::LONGEST {
        return refuse(
            NEVER,
            format!("the message is larger than {} MB", inbox::LONGEST / 1024 / 1024),
        );
    }
    let mail = match inbox::read(&bytes) {
        Ok(mail) => mail,
        Err(error) => return refuse(NEVER, error.to_string()),
    };
    // A mistake in the configuration is no reason to lose a mail.
    let database = match config::load_database(file, environment) {
        Ok(database) => database,
        Err(problems) => {
            for problem in problems {
                eprintln!("sprachpool: {problem}");
            }
            return ExitCode::from(LATER);
        }
    };
    match store(&database, &bytes, &mail).await {
        Ok(received) => {
            println!("{}", words(received));
            ExitCode::SUCCESS
        }
        Err(why) => refuse(LATER, why),
    }
}

/// All of it is read, or the mail server would see a broken pipe; no more than one byte too much is kept.
fn message() -> io::Result<Vec<u8>> {
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    input.by_ref().take(inbox::LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    io::copy(&mut input, &mut io::sink())?;
    Ok(bytes)
}

async fn store(database: &DatabaseConfig, bytes: &[u8], mail: &inbox::Incoming) -> Result<Received, String> {
    let away = |error: DbError| format!("the database {} does not answer: {error}", database.url);
    let db = Db::open(database.url.expose(), 1, Durability::Full)
        .await
        .map_err(away)?;
    let received = async {
        // The service brings the database to its schema; until then the mail waits.
        if !is_current(&db).await.unwrap_or(false) {
            return Err("the database has not this program's schema: run sprachpool migrate".to_owned());
        }
        let ids = Ids::random();
        let act = Act {
            now: Clock::system().now(),
            ids: &ids,
            actor: Actor::Service,
            session: None,
        };
        let mut tx = db.begin().await.map_err(away)?;
        let received = inbox::receive(&mut tx, &act, bytes, mail).await.map_err(away)?;
        tx.commit().await.map_err(away)?;
        Ok(received)
    }
    .await;
    db.close().await;
    received
}

/// For the mail server's log: what it was, never who wrote or what.
fn words(received: Received) -> String {
    match received {
        Received::Bounce(id) => format!("taken as a bounce: {id}"),
        Received::Reply(id) => format!("taken as a reply: {id}"),
        Received::Automatic(why) => format!("nothing to do: {why}"),
        Received::Again => "nothing to do: it came before".to_owned(),
    }
}

fn refuse(code: u8, why: String) -> ExitCode {
    eprintln!("sprachpool: {why}");
    ExitCode::from(code)
}
