use std::{fs, io::Write, path::PathBuf};

use super::{Failure, arguments::Export};
use crate::{
    act::{Act, Actor},
    clock::Clock,
    database::Db,
    exports::{self, Format, What},
    ids::Ids,
    l10n::L10n,
    settings,
};

/// Writes one file and says which.
pub async fn export(db: &Db, wish: &Export) -> Result<(), Failure> {
    let unknown = || Failure::new("no such table or format");
    let what = What::from_code(&wish.what).ok_or_else(unknown)?;
    let format = Format::from_code(&wish.format).ok_or_else(unknown)?;
    let l10n = L10n::embedded()?;
    let ids = Ids::random();
    let act = Act {
        now: Clock::system().now(),
        ids: &ids,
        actor: Actor::Command,
        session: None,
    };
    let mut tx = db.begin().await?;
    let rules = settings::load(&mut tx, act.now).await?;
    let made = exports::export(&mut tx, &act, (&rules, &l10n.locale(&wish.language)), (what, format)).await?;
    let path = wish.output.clone().unwrap_or_else(|| PathBuf::from(&made.name));
    let wrong = |error: std::io::Error| Failure::new(format!("{}: {error}", path.display()));
    let mut file = fs::File::create_new(&path).map_err(wrong)?;
    file.write_all(&made.bytes).map_err(wrong)?;
    tx.commit().await?;
    println!("Wrote {}.", path.display());
    Ok(())
}
