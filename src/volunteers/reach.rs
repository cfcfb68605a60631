//! How volunteers are reached, as they say it themselves, and their way back into the pool.

use serde_json::json;

use super::{VolunteerId, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people, q,
};

/// Without a number there is nothing to pass on. `false`: it was so already.
pub async fn set_phone(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    phone: Option<&str>,
    consent: bool,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    let consent = consent && phone.is_some();
    let changed: Vec<&str> = [
        ("phone", known.phone.as_deref() != phone),
        ("phone_consent", known.phone_consent != consent),
    ]
    .into_iter()
    .filter_map(|(field, changed)| changed.then_some(field))
    .collect();
    if changed.is_empty() {
        return Ok(false);
    }
    q!(
        "UPDATE volunteer SET phone = $1, phone_consent = $2 WHERE id = $3",
        phone.map(str::to_owned),
        consent,
        volunteer
    )
    .execute(tx)
    .await?;
    let params = json!({ "changed": changed });
    act.audit(tx, "volunteer_changed", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// The language of pages and mails. `false`: it was so already.
pub async fn set_mail_language(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    locale: &str,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    if known.locale == locale {
        return Ok(false);
    }
    people::set_locale(tx, known.person_id, locale).await?;
    let params = json!({ "changed": ["locale"] });
    act.audit(tx, "volunteer_changed", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// Somebody who had left is back, with what is still known of them. `false`: has not left, or is nobody any more.
pub async fn come_back(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<bool, DbError> {
    let back = q!(
        "UPDATE volunteer SET state = 'active', paused_until = NULL, retired_at = NULL, version = version + 1
         WHERE id = $1 AND state = 'retired'
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer.person_id AND p.erased_at IS NULL)",
        volunteer
    )
    .execute(tx)
    .await?;
    if back > 0 {
        let asked = [crate::tasks::Kind::ErasureAsked];
        crate::tasks::settle_volunteer(tx, act, volunteer, &asked).await?;
        act.audit(tx, "volunteer_returned", ("volunteer", volunteer.0), json!({}))
            .await?;
    }
    Ok(back > 0)
}

/// Whoever has left wants nothing about them to stay: a coordinator has to look, and to do it.
pub async fn ask_for_erasure(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<(), DbError> {
    let about = crate::tasks::About {
        volunteer: Some(volunteer),
        ..Default::default()
    };
    // The law gives a month; a week is enough to look.
    let due = act.now + chrono::Duration::days(7);
    crate::tasks::create(tx, act, crate::tasks::Kind::ErasureAsked, about, json!({}), due).await
}
