//! To a contact, about their institution.

use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    mail::{
        letter::{Button, Letter},
        render::{Desk, Draft, Reader},
    },
    people::PersonId,
    q,
};

pub async fn approved(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: InstitutionId) -> Result<Draft, DbError> {
    let (name, state) = q!("SELECT name, state FROM institution WHERE id = $1", id)
        .one::<(String, String)>(tx)
        .await?;
    if state != "approved" {
        return Ok(Draft::NoLongerOwed("institution_not_approved"));
    }
    let l = &reader.locale;
    Ok(Draft::owed(Letter {
        subject: l.t("mail-approved-subject"),
        title: l.t("mail-approved-title"),
        greeting: reader.greeting(),
        lead: vec![l.with("mail-approved-lead", &[("institution", name.into())])],
        button: Some(Button {
            label: l.t("mail-approved-button"),
            url: desk.settings.url("/requests"),
        }),
        after: vec![l.t("mail-approved-after")],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}

/// What this is, and how the first request works.
pub async fn invited(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: InstitutionId,
    by: Option<PersonId>,
) -> Result<Draft, DbError> {
    let (name, state) = q!("SELECT name, state FROM institution WHERE id = $1", id)
        .one::<(String, String)>(tx)
        .await?;
    if !matches!(state.as_str(), "approved" | "paused") {
        return Ok(Draft::NoLongerOwed("institution_not_approved"));
    }
    let l = &reader.locale;
    let mut lead = vec![
        l.with("mail-invited-lead", &[("institution", name.into())]),
        l.with("mail-invited-what", &[("city", desk.rules.pool().city.as_str().into())]),
    ];
    if let Some(colleague) = colleague(tx, id, by).await? {
        lead.insert(0, l.with("mail-invited-by", &[("name", colleague.into())]));
    }
    Ok(Draft::owed(Letter {
        subject: l.t("mail-invited-subject"),
        title: l.t("mail-invited-title"),
        greeting: reader.greeting(),
        lead,
        button: Some(Button {
            label: l.t("mail-invited-button"),
            url: desk.settings.url("/sign-in"),
        }),
        after: vec![
            l.t("mail-invited-sign-in"),
            l.t("mail-invited-first"),
            l.t("mail-invited-then"),
        ],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }))
}

/// A name that the reader knows: whoever entered them asks for the same institution.
async fn colleague(tx: &mut Tx, id: InstitutionId, by: Option<PersonId>) -> Result<Option<String>, DbError> {
    let row = q!(
        "SELECT p.name FROM person p JOIN contact c ON c.person_id = p.id
         WHERE c.institution_id = $1 AND c.active AND p.id = $2 LIMIT 1",
        id,
        by
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.map(|(name,)| name))
}
