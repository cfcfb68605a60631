//! To a volunteer, about themselves.

use super::{facts, parts};
use crate::{
    database::{DbError, Tx},
    mail::{
        letter::{Button, Letter},
        render::{Desk, Draft, Reader},
    },
    volunteers::VolunteerId,
};

pub async fn paused(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: VolunteerId) -> Result<Draft, DbError> {
    let volunteer = facts::volunteer(tx, id).await?;
    if !volunteer.is_paused(desk.now) {
        return Ok(Draft::NoLongerOwed("not_paused"));
    }
    let l = &reader.locale;
    let lead = match volunteer.paused_until {
        Some(until) => {
            let day = l.date(until.with_timezone(&desk.rules.zone()).date_naive());
            l.with("mail-paused-lead", &[("until", day.into())])
        }
        None => l.t("mail-paused-lead-open"),
    };
    let pause = parts::pause(tx, desk, l, id).await?;
    Ok(Draft::owed(Letter {
        subject: l.t("mail-paused-subject"),
        title: l.t("mail-paused-title"),
        greeting: reader.greeting(),
        lead: vec![lead],
        button: pause.map(|pause| Button {
            label: l.t("mail-paused-button"),
            ..pause
        }),
        after: vec![l.t("mail-paused-after")],
        footer: vec![l.t("mail-footer-private")],
        ..Letter::default()
    }))
}

pub async fn invited(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: VolunteerId) -> Result<Draft, DbError> {
    let volunteer = facts::volunteer(tx, id).await?;
    if volunteer.state == "retired" {
        return Ok(Draft::NoLongerOwed("volunteer_retired"));
    }
    let l = &reader.locale;
    let pool = desk.rules.pool();
    let hours = desk.rules.numbers().offer_answer_hours;
    Ok(Draft::owed(Letter {
        subject: l.with("mail-volunteer-invited-subject", &[("pool", pool.name.as_str().into())]),
        title: l.t("mail-volunteer-invited-title"),
        greeting: reader.greeting(),
        lead: vec![
            l.t("mail-volunteer-invited-lead"),
            l.t("mail-volunteer-invited-offers"),
            l.with("mail-volunteer-invited-answer", &[("hours", hours.into())]),
            l.t("mail-volunteer-invited-free"),
        ],
        button: Some(Button {
            label: l.t("mail-volunteer-invited-button"),
            url: desk.settings.url("/sign-in"),
        }),
        after: vec![l.t("mail-volunteer-invited-after"), l.t("mail-volunteer-invited-times")],
        footer: vec![l.t("mail-footer-private")],
        pause: parts::pause(tx, desk, l, id).await?,
        ..Letter::default()
    }))
}
