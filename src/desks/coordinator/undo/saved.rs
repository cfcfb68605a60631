use uuid::Uuid;

use super::kind::Kind;
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    web::{Done, address::with, done, receipts::UNDO},
};

/// Where to go after an act on that thing: the page then says that it was saved, and offers to undo it. Without
/// an act that can be undone it is the page itself.
pub async fn saved(tx: &mut Tx, act: &Act<'_>, thing: Uuid, path: &str) -> Result<String, DbError> {
    let lines = q!(
        "SELECT id, action FROM audit WHERE object_id = $1 AND at = $2 AND person_id = $3 ORDER BY id DESC",
        thing,
        act.now,
        act.person()
    );
    let lines = lines.all::<(Uuid, String)>(tx).await?;
    let found = lines.into_iter().find(|(_, action)| Kind::of(action).is_some());
    Ok(match found {
        Some((id, _)) => with(path, UNDO, &id.to_string()),
        None => done(path, Done::Saved),
    })
}
