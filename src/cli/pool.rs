use std::{fs, path::Path};

use super::Failure;
use crate::{
    act::{Act, Actor},
    clock::Clock,
    database::Db,
    ids::Ids,
    qualifications,
    settings::{self, pool_file},
};

/// Records what the file says differently from the rules in force; it counts from now on.
pub async fn import(db: &Db, file: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    let rows = pool_file::parse(&text).map_err(|error| {
        Failure(
            error
                .to_string()
                .lines()
                .map(|line| format!("{}: {line}", file.display()))
                .collect(),
        )
    })?;
    let ids = Ids::random();
    let act = Act {
        now: Clock::system().now(),
        ids: &ids,
        actor: Actor::Command,
        session: None,
    };
    let mut tx = db.begin().await?;
    let done = settings::import(&mut tx, &act, &rows, act.now).await?;
    qualifications::review_from(&mut tx, &act, act.now).await?;
    tx.commit().await?;
    println!(
        "Rules of the pool: {} added, {} changed, {} ended, {} as before.",
        done.added, done.changed, done.removed, done.unchanged
    );
    Ok(())
}
