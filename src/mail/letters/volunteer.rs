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
