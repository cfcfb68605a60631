//! What a coordinator changes about a volunteer. Each change holds the volunteer's row and writes one audit line;
//! nothing changed, nothing written.

use serde_json::json;

use super::{VolunteerId, details, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::{Gender, Level, Mode},
    people::{self, EmailAddress, Name},
    q, tasks,
};

/// Who somebody is and how they are reached.
#[derive(Clone, Debug)]
pub struct ChangedPerson {
    pub name: Name,
    pub email: EmailAddress,
    pub locale: String,
    pub gender: Gender,
    pub birth_year: Option<i64>,
    pub phone: Option<String>,
    pub phone_consent: bool,
    pub home_district: Option<String>,
    pub german: Level,
}

/// What somebody wants to be asked for.
#[derive(Clone, Debug)]
pub struct Areas {
    pub modes: Vec<Mode>,
    /// Empty: everywhere.
    pub districts: Vec<String>,
    /// Empty: in every sector.
    pub sectors: Vec<String>,
}

/// How far and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub max_travel_minutes: Option<i64>,
    pub weekly_cap: Option<i64>,
}

/// Name, addresses and the rest. The audit line names what changed, never from what to what.
pub async fn change_person(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    new: &ChangedPerson,
) -> Result<(), DbError> {
    super::lock(tx, volunteer).await?;
    let old = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    let mut changed: Vec<&str> = [
        ("name", old.name != new.name.as_str()),
        ("locale", old.locale != new.locale),
        ("gender", old.gender != new.gender.as_str()),
        ("birth_year", old.birth_year != new.birth_year),
        ("phone", old.phone != new.phone),
        ("phone_consent", old.phone_consent != new.phone_consent),
        ("home_district", old.home_district != new.home_district),
        ("german_level", old.german_level != new.german.as_str()),
    ]
    .into_iter()
    .filter_map(|(field, changed)| changed.then_some(field))
    .collect();
    people::change_details(tx, old.person_id, &new.name, &new.locale).await?;
    if people::change_address(tx, act, old.person_id, &new.email).await? {
        changed.push("email");
        let unreachable = [tasks::Kind::MailBounced, tasks::Kind::MailStuck];
        tasks::settle_volunteer(tx, act, volunteer, &unreachable).await?;
    }
    if changed.is_empty() {
        return Ok(());
    }
    q!(
        "UPDATE volunteer SET gender = $1, birth_year = $2, phone = $3, phone_consent = $4, home_district = $5,
             german_level = $6 WHERE id = $7",
        new.gender.as_str(),
        new.birth_year,
        new.phone.clone(),
        new.phone_consent,
        new.home_district.clone(),
        new.german.as_str(),
        volunteer
    )
    .execute(tx)
    .await?;
    let about = ("volunteer", volunteer.0);
    act.audit(tx, "volunteer_changed", about, json!({ "changed": changed }))
        .await
}

pub async fn set_areas(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId, areas: &Areas) -> Result<(), DbError> {
    super::lock(tx, volunteer).await?;
    q!(
        "UPDATE volunteer SET on_site = $1, by_phone = $2, by_video = $3 WHERE id = $4",
        areas.modes.contains(&Mode::OnSite),
        areas.modes.contains(&Mode::Phone),
        areas.modes.contains(&Mode::Video),
        volunteer
    )
    .execute(tx)
    .await?;
    q!("DELETE FROM volunteer_district WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    q!("DELETE FROM volunteer_sector WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    details::areas(tx, volunteer, &areas.districts, &areas.sectors).await?;
    let modes: Vec<_> = areas.modes.iter().map(|mode| mode.as_str()).collect();
    let params = json!({ "modes": modes, "districts": areas.districts, "sectors": areas.sectors });
    act.audit(tx, "volunteer_areas_changed", ("volunteer", volunteer.0), params)
        .await
}

pub async fn set_limits(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId, limits: Limits) -> Result<(), DbError> {
    super::lock(tx, volunteer).await?;
    q!(
        "UPDATE volunteer SET max_travel_minutes = $1, weekly_cap = $2 WHERE id = $3",
        limits.max_travel_minutes,
        limits.weekly_cap,
        volunteer
    )
    .execute(tx)
    .await?;
    let params = json!({ "max_travel_minutes": limits.max_travel_minutes, "weekly_cap": limits.weekly_cap });
    act.audit(tx, "volunteer_limits_changed", ("volunteer", volunteer.0), params)
        .await
}
