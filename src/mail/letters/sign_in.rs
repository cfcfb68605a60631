use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::parts;
use crate::{
    database::{DbError, Tx},
    links::Purpose,
    mail::{
        letter::{Button, Letter},
        render::{Desk, Draft, Reader},
    },
    q, row,
};

row! {
    struct SignIn {
        key_number: i64,
        expires_at: DateTime<Utc>,
        proved_at: Option<DateTime<Utc>>,
    }
}

pub async fn letter(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: Uuid) -> Result<Draft, DbError> {
    let row = q!(
        "SELECT key_number, expires_at, proved_at FROM sign_in WHERE id = $1",
        id
    )
    .one::<SignIn>(tx)
    .await?;
    if row.proved_at.is_some() {
        return Ok(Draft::NoLongerOwed("sign_in_used"));
    }
    if row.expires_at <= desk.now {
        return Ok(Draft::NoLongerOwed("sign_in_expired"));
    }
    let Some(code) = desk.keys.code(row.key_number, id) else {
        return Ok(Draft::NoLongerOwed("key_retired"));
    };
    let l = &reader.locale;
    let until = l.time(row.expires_at.with_timezone(&desk.rules.zone()).time());
    let url = parts::link(tx, desk, Purpose::SignIn, id).await?;
    Ok(Draft::owed(Letter {
        subject: l.t("mail-sign-in-subject"),
        title: l.t("mail-sign-in-title"),
        greeting: reader.greeting(),
        lead: vec![l.t("mail-sign-in-lead")],
        code: Some(code),
        button: url.map(|url| Button {
            label: l.t("mail-sign-in-button"),
            url,
        }),
        after: vec![
            l.with("mail-sign-in-until", &[("time", until.into())]),
            l.t("mail-sign-in-not-you"),
        ],
        footer: vec![l.t("mail-footer-private")],
        ..Letter::default()
    }))
}
