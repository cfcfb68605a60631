//! How to join a video: the institution says it after the yes, and is reminded once.

use chrono::Duration;

use super::{Request, RequestId, Slot, search, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    matching::Mode,
    timers,
};

/// So long before the beginning the institution is reminded: at the same time of day, the day before.
const BEFORE: Duration = Duration::hours(24);

/// Somebody comes. What is nearer than the reminder has just been asked for by the confirmation.
pub(super) async fn watch(tx: &mut Tx, act: &Act<'_>, request: &Request, slot: &Slot) -> Result<(), DbError> {
    let due = slot.starts_at - BEFORE;
    if request.mode != Mode::Video || !request.joining.is_empty() || due <= act.now {
        return Ok(());
    }
    timers::set(tx, act, timers::Kind::Joining, request.id.0, due).await
}

/// The day before: nobody has said it yet.
pub async fn remind(tx: &mut Tx, act: &Act<'_>, id: RequestId) -> Result<(), DbError> {
    timers::clear(tx, timers::Kind::Joining, id.0).await?;
    store::lock(tx, id).await?;
    let Some(request) = store::get(tx, id).await? else {
        return Ok(());
    };
    let ahead = request.main_slot().is_some_and(|slot| slot.starts_at > act.now);
    if !request.lacks_joining() || !ahead {
        return Ok(());
    }
    let contact = search::contact(tx, &request).await?;
    outbox::owe(tx, act, contact, &Mail::JoiningMissing { request: id }, act.now).await?;
    Ok(())
}
