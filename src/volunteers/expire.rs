//! What is kept about volunteers, and what goes: absences that are long over, bans that were lifted, and everything
//! of somebody who is erased.

use chrono::{DateTime, NaiveDate, Utc};

use super::{VolunteerId, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    links::{self, Purpose},
    matching::Level,
    people::Counted,
    q,
    requests::forecast,
};

pub async fn delete_absences_before(tx: &mut Tx, last_day: NaiveDate, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM absence WHERE id IN (SELECT id FROM absence WHERE until_date < $1 ORDER BY until_date, id LIMIT $2)",
        last_day,
        most
    )
    .execute(tx)
    .await
}

pub async fn delete_bans_before(tx: &mut Tx, lifted: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM ban WHERE id IN (SELECT id FROM ban WHERE lifted_at < $1 ORDER BY id LIMIT $2)",
        lifted,
        most
    )
    .execute(tx)
    .await
}

/// The row stays for the counts, and with it the gender; whatever leads to somebody goes. Only after they have left.
pub async fn erase(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<Counted, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    forecast::forget(tx, act, volunteer).await?;
    let phone = u64::from(known.phone.is_some());
    q!(
        "UPDATE volunteer SET birth_year = NULL, phone = NULL, phone_consent = $1, home_district = NULL,
             german_level = $2, on_site = $1, by_phone = $1, by_video = $1, max_travel_minutes = NULL,
             weekly_cap = NULL, offer_cap = NULL, paused_until = NULL WHERE id = $3",
        false,
        Level::A1.as_str(),
        volunteer
    )
    .execute(tx)
    .await?;
    let mut areas = q!("DELETE FROM volunteer_district WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    areas += q!("DELETE FROM volunteer_sector WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    let mut languages = q!("DELETE FROM volunteer_language WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    languages += q!("DELETE FROM language_wish WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    let mut times = q!("DELETE FROM availability WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    times += q!("DELETE FROM absence WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    let mut wishes = q!("DELETE FROM refusal WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    wishes += q!("DELETE FROM ban WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    let mut taken = 0;
    for purpose in [Purpose::Pause, Purpose::Calendar] {
        taken += links::delete(tx, purpose, volunteer.0).await?;
    }
    Ok(vec![
        ("phone", phone),
        ("languages", languages),
        ("areas", areas),
        ("times", times),
        ("wishes", wishes),
        ("links", taken),
    ])
}
