//! To coordinators, about their own access.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    mail::{
        letter::{Button, Letter},
        render::{Desk, Draft, Reader},
    },
    people::PersonId,
    q, row,
};

row! {
    struct Used {
        used_at: DateTime<Utc>,
        // How many are still good.
        unused: i64,
    }
}

pub async fn invited(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, person: PersonId) -> Result<Draft, DbError> {
    if !is_coordinator(tx, person).await? {
        return Ok(Draft::NoLongerOwed("not_a_coordinator"));
    }
    let l = &reader.locale;
    let pool = desk.rules.pool().name.as_str();
    Ok(Draft::owed(Letter {
        subject: l.t("mail-coordinator-invited-subject"),
        title: l.t("mail-coordinator-invited-title"),
        greeting: reader.greeting(),
        lead: vec![l.with("mail-coordinator-invited-lead", &[("pool", pool.into())])],
        button: Some(Button {
            label: l.t("mail-coordinator-invited-button"),
            url: desk.settings.url("/sign-in"),
        }),
        after: vec![
            l.with(
                "mail-coordinator-invited-address",
                &[("address", reader.address.as_str().into())],
            ),
            l.t("mail-coordinator-invited-app"),
        ],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}

pub async fn recovery_code_used(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    person: PersonId,
) -> Result<Draft, DbError> {
    let used = q!(
        "SELECT r.used_at, (SELECT COUNT(*) FROM recovery_code o
                            WHERE o.second_factor_id = f.id AND o.used_at IS NULL) AS unused
         FROM recovery_code r JOIN second_factor f ON f.id = r.second_factor_id
         WHERE f.person_id = $1 AND r.used_at IS NOT NULL ORDER BY r.used_at DESC LIMIT 1",
        person
    )
    .optional::<Used>(tx)
    .await?;
    let Some(used) = used else {
        return Ok(Draft::NoLongerOwed("recovery_code_forgotten"));
    };
    let l = &reader.locale;
    let moment = l.moment(used.used_at, desk.rules.zone());
    Ok(Draft::owed(Letter {
        subject: l.t("mail-recovery-code-used-subject"),
        title: l.t("mail-recovery-code-used-title"),
        greeting: reader.greeting(),
        lead: vec![l.with("mail-recovery-code-used-lead", &[("moment", moment.into())])],
        after: vec![
            l.with("mail-recovery-code-used-left", &[("left", used.unused.into())]),
            l.t("mail-second-factor-not-you"),
        ],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}

pub async fn second_factor_reset(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    person: PersonId,
) -> Result<Draft, DbError> {
    if !is_coordinator(tx, person).await? {
        return Ok(Draft::NoLongerOwed("not_a_coordinator"));
    }
    let l = &reader.locale;
    Ok(Draft::owed(Letter {
        subject: l.t("mail-second-factor-reset-subject"),
        title: l.t("mail-second-factor-reset-title"),
        greeting: reader.greeting(),
        lead: vec![l.t("mail-second-factor-reset-lead")],
        button: Some(Button {
            label: l.t("mail-second-factor-reset-button"),
            url: desk.settings.url("/sign-in"),
        }),
        after: vec![l.t("mail-second-factor-reset-not-you")],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}

async fn is_coordinator(tx: &mut Tx, person: PersonId) -> Result<bool, DbError> {
    let found = q!(
        "SELECT person_id FROM coordinator WHERE person_id = $1 AND active",
        person
    )
    .optional::<(PersonId,)>(tx)
    .await?;
    Ok(found.is_some())
}
