//! To whoever registered an institution: we check, and no. (Yes is [`super::institution::approved`].)

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    mail::{
        letter::{Letter, Row},
        message::one_line,
        render::{Desk, Draft, Reader},
    },
    q,
};

/// Also the answer to a sign-in before the decision: only who reads the mailbox learns that somebody applied.
pub async fn received(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: InstitutionId) -> Result<Draft, DbError> {
    let (name, state) = q!("SELECT name, state FROM institution WHERE id = $1", id)
        .one::<(String, String)>(tx)
        .await?;
    if state != "pending" {
        return Ok(Draft::NoLongerOwed("registration_decided"));
    }
    // What the desk sees as its deadline is what we promise.
    let due = q!(
        "SELECT due_at FROM task WHERE institution_id = $1 AND kind = 'institution_waits' AND done_at IS NULL",
        id
    )
    .optional::<(DateTime<Utc>,)>(tx)
    .await?;
    let due = due.map(|(at,)| at).filter(|at| *at > desk.now);
    let l = &reader.locale;
    let by = match due {
        Some(at) => {
            let day = l.date(at.with_timezone(&desk.rules.zone()).date_naive());
            l.with("mail-registration-received-by", &[("date", day.into())])
        }
        None => l.t("mail-registration-received-late"),
    };
    Ok(Draft::owed(Letter {
        subject: l.t("mail-registration-received-subject"),
        title: l.t("mail-registration-received-title"),
        greeting: reader.greeting(),
        lead: vec![l.t("mail-registration-received-lead")],
        by: Some(by),
        details: vec![Row::new(l.t("mail-row-institution"), name)],
        after: vec![
            l.t("mail-registration-received-after"),
            l.t("mail-registration-received-not-you"),
        ],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}

pub async fn refused(tx: &mut Tx, _desk: &Desk<'_>, reader: &Reader, id: InstitutionId) -> Result<Draft, DbError> {
    let (name, reason) = q!("SELECT name, refusal_reason FROM institution WHERE id = $1", id)
        .one::<(String, Option<String>)>(tx)
        .await?;
    let Some(reason) = reason else {
        return Ok(Draft::NoLongerOwed("registration_not_refused"));
    };
    let l = &reader.locale;
    // The coordinator's own words, then how to go on.
    let mut after: Vec<String> = reason.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    after.push(l.t("mail-registration-refused-after"));
    Ok(Draft::owed(Letter {
        subject: l.t("mail-registration-refused-subject"),
        title: l.t("mail-registration-refused-title"),
        greeting: reader.greeting(),
        lead: vec![l.with("mail-registration-refused-lead", &[("institution", name.into())])],
        after,
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}
