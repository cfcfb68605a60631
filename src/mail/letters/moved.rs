//! An appointment was moved to another day: to the contact, and to whoever was to come.

use super::{
    facts::{self, RequestFacts, Slot},
    parts,
};
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    mail::{
        calendar::Method,
        letter::{Letter, Row},
        render::{Desk, Draft, Reader},
    },
    requests::{AssignmentId, RequestId},
};

/// To the contact: the old date is off, the new one is asked for. Its bubble and its button are the new request's.
pub async fn to_contact(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    (old, new): (&RequestFacts, RequestId),
) -> Result<Draft, DbError> {
    let request = facts::request(tx, new).await?;
    let slots = facts::slots(tx, new).await?;
    let off = facts::cancelled_assignments(tx, old.id).await?;
    let before = match off.first() {
        Some(assignment) => assignment.slot()?,
        None => facts::slots(tx, old.id).await?[0],
    };
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "moved", &request, &slots, bubble);
    letter.subject = subject(desk, l, "mail-moved-subject", &request, (before, slots[0]));
    letter.lead = vec![l.t("mail-moved-lead"), l.t("mail-moved-next")];
    letter.details = vec![Row::new(l.t("mail-moved-row-before"), moment(l, before))];
    letter.button = Some(parts::request_button(desk, l, &request));
    let reference = request.reference.as_str();
    letter.after = vec![l.with("mail-moved-after", &[("reference", reference.into())])];
    let mut draft = Draft::owed(letter);
    for assignment in off {
        draft = draft.with_invite(parts::invite(desk, reader, Method::Cancel, old, &assignment)?);
    }
    Ok(draft)
}

/// To the volunteer who had said yes to the old date.
pub async fn to_volunteer(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    (id, new): (AssignmentId, RequestId),
) -> Result<Draft, DbError> {
    let assignment = facts::assignment(tx, id).await?;
    let request = facts::request(tx, assignment.request_id).await?;
    let before = assignment.slot()?;
    let slots = facts::slots(tx, new).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &[before]);
    let mut letter: Letter = parts::about(desk, reader, "assignment-moved", &request, &[before], bubble);
    letter.subject = subject(desk, l, "mail-assignment-moved-subject", &request, (before, slots[0]));
    letter.lead = vec![l.t("mail-assignment-moved-lead")];
    let asked: Vec<String> = slots.iter().map(|slot| moment(l, *slot)).collect();
    letter.details = vec![Row::new(l.t("mail-assignment-moved-row-new"), asked.join("; "))];
    letter.after = vec![
        l.t("mail-assignment-moved-after"),
        l.t("mail-assignment-cancelled-after"),
    ];
    letter.pause = parts::pause(tx, desk, l, assignment.volunteer_id).await?;
    let invite = parts::invite(desk, reader, Method::Cancel, &request, &assignment)?;
    Ok(Draft::owed(letter).with_invite(invite))
}

/// Both days, and the language.
fn subject(desk: &Desk<'_>, l: &Locale, key: &str, request: &RequestFacts, (old, new): (Slot, Slot)) -> String {
    let language = desk.rules.language_name(&request.language, l.code());
    let args = [
        ("date", l.date_short(old.date).into()),
        ("new", l.date_short(new.date).into()),
        ("language", language.into()),
    ];
    l.with(key, &args)
}

fn moment(l: &Locale, slot: Slot) -> String {
    let time = l.time_range(slot.from, slot.until);
    l.with(
        "mail-slot-value",
        &[("date", l.date(slot.date).into()), ("time", time.into())],
    )
}
