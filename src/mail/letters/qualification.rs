//! To a volunteer, about something they have shown.

use chrono::NaiveDate;

use super::facts;
use crate::{
    database::{DbError, Tx},
    mail::{
        letter::{Letter, Row},
        render::{Desk, Draft, Reader},
    },
    qualifications::QualificationId,
};

pub async fn runs_out(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: QualificationId) -> Result<Draft, DbError> {
    let facts = facts::qualification(tx, id).await?;
    if facts.volunteer_state == "retired" {
        return Ok(Draft::NoLongerOwed("volunteer_retired"));
    }
    if facts.revoked_at.is_some() {
        return Ok(Draft::NoLongerOwed("qualification_revoked"));
    }
    let until = facts
        .valid_until
        .as_deref()
        .and_then(|day| day.parse::<NaiveDate>().ok());
    let Some(until) = until.filter(|_| facts.longer == 0) else {
        return Ok(Draft::NoLongerOwed("qualification_renewed"));
    };
    if until < desk.rules.local(desk.now).date() {
        return Ok(Draft::NoLongerOwed("qualification_ran_out"));
    }
    let l = &reader.locale;
    let kind = desk.rules.qualification(&facts.kind);
    let name = kind.map_or(facts.kind.as_str(), |kind| kind.name.or_code(l.code(), &facts.kind));
    let mut after = vec![l.t("mail-runs-out-after")];
    if let Some(months) = kind.and_then(|kind| kind.max_age_months) {
        after.push(l.with("mail-runs-out-fresh", &[("months", months.into())]));
    }
    after.push(l.t("mail-runs-out-keep"));
    Ok(Draft::owed(Letter {
        subject: l.t("mail-runs-out-subject"),
        title: l.t("mail-runs-out-title"),
        greeting: reader.greeting(),
        lead: vec![l.t("mail-runs-out-lead")],
        details: vec![
            Row::new(l.t("mail-runs-out-kind"), name),
            Row::new(l.t("mail-runs-out-until"), l.date(until)),
        ],
        after,
        footer: vec![l.t("mail-footer-private")],
        ..Letter::default()
    }))
}
