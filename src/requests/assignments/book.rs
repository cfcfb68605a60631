//! Somebody takes a place: written the same way whether they said yes or a coordinator assigned them.

use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    links,
    mail::{Mail, outbox},
    q,
    requests::{AssignmentId, OfferId, OpeningId, OpeningState, Request, Slot, joining, picks, search},
    tasks, timers,
    volunteers::VolunteerId,
};

/// Checked by the verb that makes it: request and volunteer are locked, and matching has spoken.
pub(in crate::requests) struct Booking<'a> {
    pub request: &'a Request,
    pub opening: OpeningId,
    pub slot: &'a Slot,
    pub volunteer: VolunteerId,
    /// The offer that is answered by it.
    pub offer: Option<OfferId>,
    pub by_hand: Option<ByHandNote<'a>>,
    /// Somebody had to pick among those who said yes.
    pub chosen: Option<Chosen>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::requests) enum Chosen {
    ByPerson,
    /// Nobody had picked when the time was over.
    ByService,
}

/// What stands on an assignment that a coordinator made.
pub(in crate::requests) struct ByHandNote<'a> {
    /// Codes of the reasons it was done against.
    pub overridden: Vec<&'static str>,
    pub why: Option<&'a str>,
}

pub(in crate::requests) async fn book(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    booking: &Booking<'_>,
) -> Result<AssignmentId, DbError> {
    let Booking {
        request,
        opening,
        slot,
        volunteer,
        offer,
        ..
    } = *booking;
    let note = booking.by_hand.as_ref();
    let id = AssignmentId(act.uuid());
    q!(
        "INSERT INTO assignment (id, request_id, opening_id, slot_id, volunteer_id, offer_id, starts_at, ends_at,
             accepted_at, calendar_uid, calendar_sequence, assigned_by, overridden, override_reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, $13)",
        id,
        request.id,
        opening,
        slot.id,
        volunteer,
        offer,
        slot.starts_at,
        slot.ends_at,
        act.now,
        format!("{}@sprachpool", id.0.simple()),
        note.and_then(|_| act.person()),
        note.map(|note| json!(note.overridden).to_string()),
        note.and_then(|note| note.why.map(str::to_owned))
    )
    .execute(tx)
    .await?;
    q!(
        "UPDATE opening SET state = 'filled', changed_at = $1 WHERE id = $2",
        act.now,
        opening
    )
    .execute(tx)
    .await?;
    if let Some(offer) = offer {
        q!(
            "UPDATE offer SET state = 'accepted', answered_at = $1 WHERE id = $2",
            act.now,
            offer
        )
        .execute(tx)
        .await?;
    }
    links::create(tx, act, keys, links::Purpose::Assignment, id.0, slot.ends_at).await?;
    timers::set(tx, act, timers::Kind::Proof, id.0, slot.ends_at).await?;
    joining::watch(tx, act, request, slot).await?;
    audit(tx, act, booking, id).await?;
    let to = search::recipient(tx, volunteer).await?;
    outbox::owe(tx, act, to, &Mail::AssignmentConfirmed { assignment: id }, act.now).await?;
    let contact = search::contact(tx, request).await?;
    outbox::owe(tx, act, contact, &Mail::RequestConfirmed { assignment: id }, act.now).await?;
    picks::free_other_dates(tx, act, request, slot).await?;
    look_on(tx, act, request, opening).await?;
    Ok(id)
}

/// The reason in words may hold names: it stands on the assignment only.
async fn audit(tx: &mut Tx, act: &Act<'_>, booking: &Booking<'_>, id: AssignmentId) -> Result<(), DbError> {
    let object = ("request", booking.request.id.0);
    let mut params = json!({"offer": booking.offer, "volunteer": booking.volunteer, "assignment": id});
    match (&booking.by_hand, booking.chosen) {
        (None, None) => act.audit(tx, "offer_accepted", object, params).await,
        (None, Some(Chosen::ByPerson)) => act.audit(tx, "offer_chosen", object, params).await,
        (None, Some(Chosen::ByService)) => act.audit(tx, "offer_chosen_late", object, params).await,
        (Some(note), _) => {
            params["overridden"] = json!(note.overridden);
            act.audit(tx, "assignment_made", object, params).await
        }
    }
}

/// The search ends with the last open place; else it looks again at once.
async fn look_on(tx: &mut Tx, act: &Act<'_>, request: &Request, taken: OpeningId) -> Result<(), DbError> {
    let left = |state| {
        let mut others = request.openings.iter().filter(|opening| opening.id != taken);
        others.any(|opening| opening.state == state)
    };
    if left(OpeningState::Open) {
        let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
        return match running {
            Some(search) => timers::set(tx, act, timers::Kind::Search, search.id.0, act.now).await,
            None => Ok(()),
        };
    }
    search::end(tx, act, request, "filled").await?;
    // A place of an earlier round that stayed empty still needs a person.
    if !left(OpeningState::Unfilled) {
        tasks::settle(tx, act, request.id, &[tasks::Kind::NobodyFound]).await?;
    }
    Ok(())
}
