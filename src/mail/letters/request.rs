//! To the contact, about a request.

use super::{facts, parts};
use crate::{
    database::{DbError, Tx},
    mail::{
        calendar::Method,
        render::{Desk, Draft, Reader},
    },
    requests::RequestId,
};

pub async fn received(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "received", &request, &slots, bubble);
    let reference = ("reference", request.reference.as_str().into());
    letter.lead = vec![match facts::filed_for_contact(tx, id).await? {
        Some(name) => l.with("callers-mail-lead", &[("name", name.into()), reference]),
        None => l.with("mail-received-lead", &[reference]),
    }];
    if let Some(search) = facts::search(tx, id).await?.filter(|search| search.ended_at.is_none()) {
        let when = l.moment(search.deadline, facts::zone_of(&slots, desk.rules));
        letter.lead.push(l.t("mail-received-next"));
        letter.by = Some(l.with("mail-received-by", &[("when", when.into())]));
    }
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-received-after")];
    Ok(Draft::owed(letter))
}

pub async fn cancelled(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "request-cancelled", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-request-cancelled-lead")];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-request-cancelled-after")];
    let mut draft = Draft::owed(letter);
    for assignment in facts::cancelled_assignments(tx, id).await? {
        draft = draft.with_invite(parts::invite(desk, reader, Method::Cancel, &request, &assignment)?);
    }
    Ok(draft)
}

pub async fn nobody_found(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    // A new round has begun since, or somebody was found after all.
    if facts::search(tx, id)
        .await?
        .is_some_and(|search| search.ended_at.is_none())
    {
        return Ok(Draft::NoLongerOwed("search_running"));
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "nobody", &request, &slots, bubble);
    let person = desk.rules.pool().desk_person.as_str();
    letter.lead = vec![
        l.t("mail-nobody-lead"),
        l.with("mail-nobody-next", &[("desk", person.into())]),
    ];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-nobody-after")];
    Ok(Draft::owed(letter))
}
