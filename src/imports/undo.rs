use serde_json::json;
use uuid::Uuid;

use super::{ImportId, amend, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{self, Made},
    people, requests, timers, volunteers,
};

/// Lists of ids are handed to the database in parts.
const PART: usize = 500;

#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    #[error("the import is not written, or undone already")]
    NotDone,
    #[error("{0} things that it made are in use by now")]
    InUse(i64),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Of what an import has made, the things that something hangs on by now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blockers {
    pub volunteers: i64,
    pub institutions: i64,
    pub requests: i64,
}

impl Blockers {
    pub fn total(self) -> i64 {
        self.volunteers + self.institutions + self.requests
    }
}

#[derive(Default)]
struct Items {
    volunteers: Vec<Uuid>,
    made: Made,
    requests: Vec<Uuid>,
}

async fn items(tx: &mut Tx, import: ImportId) -> Result<Items, DbError> {
    let mut items = Items::default();
    for (kind, id) in store::items(tx, import).await? {
        match kind.as_str() {
            "volunteer" => items.volunteers.push(id),
            "institution" => items.made.institutions.push(id),
            "site" => items.made.sites.push(id),
            "contact" => items.made.contacts.push(id),
            _ => items.requests.push(id),
        }
    }
    Ok(items)
}

pub async fn blockers(tx: &mut Tx, import: ImportId) -> Result<Blockers, DbError> {
    let items = items(tx, import).await?;
    let mut found = Blockers::default();
    for part in items.volunteers.chunks(PART) {
        found.volunteers += volunteers::in_use(tx, part).await?;
    }
    if !(items.made.institutions.is_empty() && items.made.sites.is_empty() && items.made.contacts.is_empty()) {
        found.institutions = institutions::in_use(tx, &items.made).await?;
    }
    for part in items.requests.chunks(PART) {
        found.requests += requests::past_in_use(tx, part).await?;
    }
    Ok(found)
}

/// Somebody wants it taken back: [`super::work`] does it.
pub async fn ask_undo(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<(), UndoError> {
    store::lock(tx, import).await?.ok_or(UndoError::NotDone)?;
    if !store::ask_undo(tx, act, import).await? {
        return Err(UndoError::NotDone);
    }
    let in_use = blockers(tx, import).await?.total();
    if in_use > 0 {
        return Err(UndoError::InUse(in_use));
    }
    timers::set(tx, act, timers::Kind::Import, import.0, act.now).await?;
    act.audit(tx, "import_undo_asked", ("import", import.0), json!({}))
        .await?;
    Ok(())
}

/// Takes back everything that an import has made, while nothing else hangs on it. The audit trail keeps both.
/// `step` hears how many things are gone, time and again.
pub async fn undo(
    tx: &mut Tx,
    act: &Act<'_>,
    import: ImportId,
    step: &mut (dyn FnMut(usize) + Send),
) -> Result<(), UndoError> {
    let known = store::lock(tx, import).await?.ok_or(UndoError::NotDone)?;
    let made_at = known.finished_at.ok_or(UndoError::NotDone)?;
    if !store::change(tx, act, import, &["done"], "undone").await? {
        return Err(UndoError::NotDone);
    }
    let in_use = blockers(tx, import).await?.total();
    if in_use > 0 {
        return Err(UndoError::InUse(in_use));
    }
    // What somebody else has changed since stays, and the page names it.
    let changes = store::changes(tx, import).await?;
    let stay = amend::take_back(tx, act, &changes).await?;
    store::set_changes(tx, import, &stay).await?;
    let items = items(tx, import).await?;
    for part in items.requests.chunks(PART) {
        requests::unmake_past(tx, part).await?;
        step(part.len());
    }
    let mut people = institutions::unmake(tx, &items.made).await?;
    for part in items.volunteers.chunks(PART) {
        people.extend(volunteers::unmake(tx, part).await?);
        step(part.len());
    }
    for part in people.chunks(PART) {
        people::unmake(tx, part, made_at).await?;
    }
    store::set_undone(tx, act, import).await?;
    act.audit(tx, "import_undone", ("import", import.0), json!({})).await?;
    Ok(())
}
