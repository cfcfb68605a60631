//! Plans that changed: one appointment is on another day now, and for another one there is a new room.

use chrono::{Days, Duration};
use uuid::Uuid;

use super::{
    people::{Asker, Cast},
    year::YearError,
};
use crate::{
    act::Actor,
    app::Shared,
    database::{DbError, Tx},
    q,
    requests::{self, Canceller, Details, NewRequest, NewSlot, RequestId, change_details, file_instead},
    settings::Rules,
};

/// The form that files the moved one; chance is not asked, so that the rest of the year stays as it is.
const FORM: Uuid = Uuid::from_u128(0x0197_0308_0000_7000_8000_0000_0000_0001);

pub(super) async fn change_some(app: &Shared, tx: &mut Tx, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let (doors, others) = cast.askers.split_first().ok_or(DbError::RowNotFound)?;
    for asker in others {
        if let Some(id) = coming_to(app, tx, asker).await? {
            another_day(app, tx, rules, asker, id).await?;
            break;
        }
    }
    match coming_to(app, tx, doors).await? {
        Some(id) => another_room(app, tx, doors, id).await,
        None => Ok(()),
    }
}

/// Their last appointment to which somebody comes, if there is time for another plan.
async fn coming_to(app: &Shared, tx: &mut Tx, asker: &Asker) -> Result<Option<RequestId>, DbError> {
    let found = q!(
        "SELECT a.request_id FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE r.contact_id = $1 AND a.ended_at IS NULL AND a.starts_at > $2
         ORDER BY a.starts_at DESC, a.id LIMIT 1",
        asker.contact,
        app.clock.now() + Duration::days(7)
    )
    .optional::<(RequestId,)>(tx)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// A week later, at the same time.
async fn another_day(app: &Shared, tx: &mut Tx, rules: &Rules, asker: &Asker, id: RequestId) -> Result<(), YearError> {
    let old = requests::store::get(tx, id).await?.ok_or(DbError::RowNotFound)?;
    let slot = old.main_slot().ok_or(DbError::RowNotFound)?;
    let slots = vec![NewSlot {
        date: slot.date + Days::new(7),
        start: slot.start,
        end: slot.end,
    }];
    let new = NewRequest {
        form_key: FORM,
        institution: old.institution,
        site: old.site,
        contact: old.contact,
        filed_by: asker.person,
        language: old.language,
        mode: old.mode,
        occasion: old.occasion,
        topic: old.topic,
        gender: old.gender,
        same_volunteer: true,
        openings: 1,
        urgent_reason: None,
        meeting_point: old.meeting_point,
        remarks: old.remarks,
        slots,
    };
    let act = app.act(Actor::Person(asker.person));
    file_instead(tx, &act, rules, &new, (id, Canceller::Contact))
        .await
        .map_err(|error| YearError::Refused(error.to_string()))?;
    Ok(())
}

async fn another_room(app: &Shared, tx: &mut Tx, asker: &Asker, id: RequestId) -> Result<(), YearError> {
    let new = Details {
        meeting_point: "Seiteneingang im Hof, 1. Stock, Raum 12".to_owned(),
        remarks: String::new(),
        joining: None,
    };
    let act = app.act(Actor::Person(asker.person));
    change_details(tx, &act, id, &new)
        .await
        .map_err(|error| YearError::Refused(error.to_string()))?;
    Ok(())
}
