//! Writing appointments of the past: many at once, each statement for all of them.

use serde_json::json;
use uuid::Uuid;

use super::{AssignmentId, Past, PastOutcome, References, RequestId};
use crate::{
    act::Act,
    database::{DbError, Tx, Value, cells},
    proofs::{self, Said},
    q,
    settings::Rules,
    volunteers::VolunteerId,
};

/// One of them, and the ids of its rows.
struct Made<'a> {
    past: &'a Past,
    id: RequestId,
    reference: String,
    slot: Uuid,
    opening: Uuid,
}

impl Made<'_> {
    fn state(&self) -> &'static str {
        match self.past.outcome {
            PastOutcome::Cancelled => "cancelled",
            PastOutcome::Unfilled => "unfilled",
            _ => "filled",
        }
    }

    fn volunteer(&self) -> Option<VolunteerId> {
        self.past.volunteer.filter(|_| self.state() == "filled")
    }

    fn said(&self) -> Said {
        match self.past.outcome {
            PastOutcome::Held { from, until } => Said::Held { from, until },
            PastOutcome::ClientAbsent => Said::ClientAbsent,
            _ => Said::NotHeld,
        }
    }
}

/// Records appointments as they were, marked with the import that brought them. Their ids, in their order.
pub async fn record_past(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    (all, import): (&[&Past], Uuid),
    references: &mut References,
) -> Result<Vec<RequestId>, DbError> {
    let mut made = Vec::with_capacity(all.len());
    for past in all {
        made.push(Made {
            past,
            id: RequestId(act.uuid()),
            reference: references.next(rules, past).ok_or(DbError::RowNotFound)?,
            slot: act.uuid(),
            opening: act.uuid(),
        });
    }
    requests(tx, act, import, &made).await?;
    slots(tx, rules, &made).await?;
    openings(tx, &made).await?;
    assign(tx, act, &made).await?;
    let lines = made
        .iter()
        .map(|one| (one.id.0, json!({ "reference": one.reference, "import": import })))
        .collect();
    act.audit_many(tx, "request_imported", "request", lines).await?;
    Ok(made.into_iter().map(|one| one.id).collect())
}

async fn requests(tx: &mut Tx, act: &Act<'_>, import: Uuid, made: &[Made<'_>]) -> Result<(), DbError> {
    let rows = made.iter().map(|one| {
        let past = one.past;
        let cancelled = past.outcome == PastOutcome::Cancelled;
        // The old number, where it is not the reference.
        let old = past.reference.as_deref().filter(|old| *old != one.reference);
        cells([
            one.id.into(),
            act.uuid().into(),
            (&one.reference).into(),
            past.institution.into(),
            past.site.into(),
            past.contact.into(),
            past.filed_by.into(),
            past.filed_at.into(),
            (&past.sector).into(),
            (&past.district).into(),
            (&past.language).into(),
            past.mode.as_str().into(),
            (&past.occasion).into(),
            (&past.topic).into(),
            old.unwrap_or_default().into(),
            cancelled.then_some(past.filed_at).into(),
            cancelled.then_some("contact").into(),
        ])
    });
    q!(
        "INSERT INTO request (id, form_key, reference, institution_id, site_id, contact_id, filed_by, filed_at, sector,
             district, language, mode, occasion, topic, gender_wish, same_volunteer, meeting_point, remarks, version,
             import_id, cancelled_at, cancelled_role)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), r.value ->> 2, ID_OF(r.value ->> 3), ID_OF(r.value ->> 4),
                ID_OF(r.value ->> 5), ID_OF(r.value ->> 6), TIME_OF(r.value ->> 7), r.value ->> 8, r.value ->> 9,
                r.value ->> 10, r.value ->> 11, r.value ->> 12, r.value ->> 13, 'none', $2, '', r.value ->> 14, 1, $3,
                TIME_OF(r.value ->> 15), r.value ->> 16
         FROM ROWS($1) AS r",
        Value::rows(rows.collect()),
        false,
        import
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The wall time is its truth; the instants were derived from it.
async fn slots(tx: &mut Tx, rules: &Rules, made: &[Made<'_>]) -> Result<(), DbError> {
    let rows = made.iter().map(|one| {
        let (slot, (starts_at, ends_at)) = (one.past.slot, one.past.instants);
        cells([
            one.slot.into(),
            one.id.into(),
            slot.date.into(),
            slot.start.into(),
            slot.end.into(),
            starts_at.into(),
            ends_at.into(),
        ])
    });
    q!(
        "INSERT INTO slot (id, request_id, position, local_date, start_time, end_time, zone, starts_at, ends_at)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), 0, r.value ->> 2, r.value ->> 3, r.value ->> 4, $2,
                TIME_OF(r.value ->> 5), TIME_OF(r.value ->> 6)
         FROM ROWS($1) AS r",
        Value::rows(rows.collect()),
        rules.zone().name()
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn openings(tx: &mut Tx, made: &[Made<'_>]) -> Result<(), DbError> {
    let rows = made.iter().map(|one| {
        cells([
            one.opening.into(),
            one.id.into(),
            one.state().into(),
            one.past.filed_at.into(),
        ])
    });
    q!(
        "INSERT INTO opening (id, request_id, position, state, changed_at)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), 0, r.value ->> 2, TIME_OF(r.value ->> 3)
         FROM ROWS($1) AS r",
        Value::rows(rows.collect())
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Who went there, and what became of it.
async fn assign(tx: &mut Tx, act: &Act<'_>, made: &[Made<'_>]) -> Result<(), DbError> {
    let (mut rows, mut said) = (Vec::new(), Vec::new());
    for one in made {
        let Some(volunteer) = one.volunteer() else { continue };
        let id = AssignmentId(act.uuid());
        let (starts_at, ends_at) = one.past.instants;
        said.push((id, one.said()));
        rows.push(cells([
            id.into(),
            one.id.into(),
            one.opening.into(),
            one.slot.into(),
            volunteer.into(),
            starts_at.into(),
            ends_at.into(),
            one.past.filed_at.into(),
            format!("{}@sprachpool", id.0.simple()).into(),
        ]));
    }
    if rows.is_empty() {
        return Ok(());
    }
    q!(
        "INSERT INTO assignment (id, request_id, opening_id, slot_id, volunteer_id, starts_at, ends_at, accepted_at,
             calendar_uid, calendar_sequence)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), ID_OF(r.value ->> 2), ID_OF(r.value ->> 3),
                ID_OF(r.value ->> 4), TIME_OF(r.value ->> 5), TIME_OF(r.value ->> 6), TIME_OF(r.value ->> 7),
                r.value ->> 8, 0
         FROM ROWS($1) AS r",
        Value::rows(rows)
    )
    .execute(tx)
    .await?;
    proofs::record_past(tx, act, &said).await
}
