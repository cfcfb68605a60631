//! To the contact: a coordinator looks at the request before anybody is asked.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{facts, parts};
use crate::{
    database::{DbError, Tx},
    mail::{
        letter::{Button, Row},
        render::{Desk, Draft, Reader},
    },
    q,
    requests::RequestId,
    row,
};

row! {
    struct CheckRow {
        check_state: Option<String>,
        check_by: Option<DateTime<Utc>>,
        check_referral: Option<String>,
    }
}

async fn state(tx: &mut Tx, request: RequestId) -> Result<CheckRow, DbError> {
    q!(
        "SELECT check_state, check_by, check_referral FROM request WHERE id = $1",
        request
    )
    .one(tx)
    .await
}

/// By when the institution hears, while nobody has decided.
pub async fn waits(tx: &mut Tx, request: RequestId) -> Result<Option<DateTime<Utc>>, DbError> {
    let check = state(tx, request).await?;
    let open = matches!(check.check_state.as_deref(), Some("waiting" | "asked"));
    Ok(check.check_by.filter(|_| open))
}

pub async fn approved(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let search = facts::search(tx, id).await?;
    if let Some(search) = search.as_ref().filter(|_| !desk.only_to_look) {
        if search.has_not_looked(tx, desk.now).await? {
            return Ok(Draft::NotYet);
        }
        if search.found_nobody_at_once() && !search.after_withdrawal {
            return Ok(Draft::NoLongerOwed("nobody_fits"));
        }
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "check-approved", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-check-approved-lead")];
    if let Some(search) = search.filter(|search| search.ended_at.is_none()) {
        let when = l.moment(search.heard_by(desk.now), facts::zone_of(&slots, desk.rules));
        letter.by = Some(l.with("mail-received-by", &[("when", when.into())]));
    }
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-received-after")];
    Ok(Draft::owed(letter))
}

pub async fn refused(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "check-refused", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-check-refused-lead")];
    let referral = state(tx, id).await?.check_referral.unwrap_or_default();
    letter.lead.extend(referral.lines().map(str::to_owned));
    let pool = desk.rules.pool();
    letter.details = vec![Row::phone(l.t("mail-closed-phone"), &pool.desk_phone)];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-check-refused-after")];
    Ok(Draft::owed(letter))
}

pub async fn question(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: RequestId,
    question: Uuid,
) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    let Some(by) = waits(tx, id).await?.filter(|_| request.cancelled_at.is_none()) else {
        return Ok(Draft::NoLongerOwed("check_decided"));
    };
    let (text, answered) = q!(
        "SELECT question, CASE WHEN answered_at IS NULL THEN FALSE ELSE TRUE END AS answered
         FROM check_question WHERE id = $1",
        question
    )
    .one::<(String, bool)>(tx)
    .await?;
    if answered {
        return Ok(Draft::NoLongerOwed("question_answered"));
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "check-question", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-check-question-lead")];
    letter.details = vec![Row::new(l.t("mail-check-question-row"), text)];
    let when = l.moment(by, facts::zone_of(&slots, desk.rules));
    letter.by = Some(l.with("mail-check-question-by", &[("when", when.into())]));
    letter.button = Some(Button {
        label: l.t("mail-check-question-button"),
        url: desk.settings.url(&format!("/requests/{id}")),
    });
    letter.after = vec![l.t("mail-check-question-after")];
    Ok(Draft::owed(letter))
}
