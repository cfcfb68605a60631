//! To a contact, about their institution.

use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    mail::{
        letter::{Button, Letter},
        render::{Desk, Draft, Reader},
    },
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
