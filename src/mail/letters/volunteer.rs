//! To a volunteer, about themselves.

use chrono::Months;

use super::{facts, parts};
use crate::{
    database::{DbError, Tx},
    links::Purpose,
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

/// Never which institution: whoever has not been there does not know its name.
pub async fn wishes_changed(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: VolunteerId) -> Result<Draft, DbError> {
    let volunteer = facts::volunteer(tx, id).await?;
    if volunteer.state == "retired" {
        return Ok(Draft::NoLongerOwed("volunteer_retired"));
    }
    let wishes = facts::wishes(tx, id).await?;
    let l = &reader.locale;
    let pools = desk.rules.numbers().weekly_offer_cap;
    let most = wishes.offer_cap.map_or(pools, |own| own.min(pools));
    let mut lead = vec![
        l.t("mail-wishes-changed-lead"),
        l.with("mail-wishes-changed-most", &[("count", most.into())]),
    ];
    for (key, count) in [
        ("mail-wishes-changed-institutions", wishes.institutions),
        ("mail-wishes-changed-occasions", wishes.occasions),
    ] {
        if count > 0 {
            lead.push(l.with(key, &[("count", count.into())]));
        }
    }
    let url = parts::link(tx, desk, Purpose::Pause, id.0).await?;
    Ok(Draft::owed(Letter {
        subject: l.t("mail-wishes-changed-subject"),
        title: l.t("mail-wishes-changed-title"),
        greeting: reader.greeting(),
        lead,
        button: url.map(|url| Button {
            label: l.t("mail-wishes-changed-button"),
            url: format!("{url}/wishes"),
        }),
        after: vec![l.t("mail-wishes-changed-after")],
        footer: vec![l.t("mail-footer-private")],
        ..Letter::default()
    }))
}

/// Said once more in writing, since the page that said it is gone. Whoever came back meanwhile gets the welcome only.
pub async fn left(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: VolunteerId) -> Result<Draft, DbError> {
    let left = facts::left(tx, id).await?;
    let Some(left_at) = left.retired_at else {
        return Ok(Draft::NoLongerOwed("volunteer_back"));
    };
    let l = &reader.locale;
    let kept = if left.asks_for_erasure > 0 {
        l.t("mail-left-erase")
    } else {
        let months = u32::try_from(desk.rules.numbers().keep_person_months).unwrap_or(0);
        let until = left_at.checked_add_months(Months::new(months)).unwrap_or(left_at);
        let day = l.date(until.with_timezone(&desk.rules.zone()).date_naive());
        l.with("mail-left-kept", &[("date", day.into())])
    };
    Ok(Draft::owed(Letter {
        subject: l.t("mail-left-subject"),
        title: l.t("mail-left-title"),
        greeting: reader.greeting(),
        lead: vec![l.t("mail-left-lead"), l.t("mail-left-now")],
        after: vec![kept, l.t("mail-left-counts"), l.t("mail-left-back")],
        footer: vec![l.t("mail-footer-automatic")],
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
