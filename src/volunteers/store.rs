//! What a volunteer's own page and mails read.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{AbsenceId, VolunteerId};
use crate::{
    database::{DbError, Tx, Value},
    matching::{UnknownWord, Window},
    people::PersonId,
    q, row,
};

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Volunteer {
        pub id: VolunteerId,
        pub person_id: PersonId,
        pub name: String,
        pub locale: String,
        /// `active`, `paused` or `retired`.
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
        pub retired_at: Option<DateTime<Utc>>,
        pub gender: String,
        pub birth_year: Option<i64>,
        pub german_level: String,
        pub phone: Option<String>,
        pub phone_consent: bool,
        pub home_district: Option<String>,
        pub on_site: bool,
        pub by_phone: bool,
        pub by_video: bool,
        pub max_travel_minutes: Option<i64>,
        pub weekly_cap: Option<i64>,
        /// Most offers in seven days, if fewer than the pool's.
        pub offer_cap: Option<i64>,
    }
}

impl Volunteer {
    pub fn is_retired(&self) -> bool {
        self.state == "retired"
    }

    /// A pause that has run out is none.
    pub fn is_paused(&self, now: DateTime<Utc>) -> bool {
        self.state == "paused" && self.paused_until.is_none_or(|until| until > now)
    }
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Language {
        pub language: String,
        pub level: String,
    }
}

row! {
    /// Wall times of the pool's zone.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Availability {
        pub weekday: i64,
        pub from_time: String,
        pub until_time: String,
    }
}

row! {
    /// Both days included.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Absence {
        pub id: AbsenceId,
        pub from_date: String,
        pub until_date: String,
    }
}

pub async fn get(tx: &mut Tx, volunteer: VolunteerId) -> Result<Option<Volunteer>, DbError> {
    q!(
        "SELECT v.id, v.person_id, p.name, p.locale, v.state, v.paused_until, v.retired_at, v.gender,
                v.birth_year, v.german_level, v.phone, v.phone_consent,
                v.home_district, v.on_site, v.by_phone, v.by_video, v.max_travel_minutes, v.weekly_cap,
                v.offer_cap
         FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.id = $1",
        volunteer
    )
    .optional(tx)
    .await
}

/// The numbers of those who have given one.
pub async fn phones(tx: &mut Tx, volunteers: &[VolunteerId]) -> Result<HashMap<VolunteerId, String>, DbError> {
    let rows = q!(
        "SELECT id, phone FROM volunteer WHERE id IN (UUIDS($1)) AND phone IS NOT NULL AND phone <> ''",
        Value::uuids(volunteers.iter().map(|volunteer| volunteer.0))
    )
    .all::<(VolunteerId, String)>(tx)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The volunteer that somebody is, or was.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Option<VolunteerId>, DbError> {
    let row = q!("SELECT id FROM volunteer WHERE person_id = $1", person)
        .optional::<(VolunteerId,)>(tx)
        .await?;
    Ok(row.map(|(id,)| id))
}

pub async fn languages_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Language>, DbError> {
    q!(
        "SELECT language, level FROM volunteer_language WHERE volunteer_id = $1 ORDER BY language",
        volunteer
    )
    .all(tx)
    .await
}

pub async fn availability_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Availability>, DbError> {
    q!(
        "SELECT weekday, from_time, until_time FROM availability WHERE volunteer_id = $1
         ORDER BY weekday, from_time, id",
        volunteer
    )
    .all(tx)
    .await
}

/// The week as matching reads it.
pub async fn windows_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Window>, DbError> {
    let broken = |error: UnknownWord| DbError::Decode(error.into());
    let rows = availability_of(tx, volunteer).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Window {
                weekday: u8::try_from(row.weekday).unwrap_or(0),
                from: row.from_time.parse().map_err(broken)?,
                until: row.until_time.parse().map_err(broken)?,
            })
        })
        .collect()
}

pub async fn absences_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Absence>, DbError> {
    q!(
        "SELECT id, from_date, until_date FROM absence WHERE volunteer_id = $1 ORDER BY from_date, id",
        volunteer
    )
    .all(tx)
    .await
}

pub async fn districts_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<String>, DbError> {
    let rows = q!(
        "SELECT district FROM volunteer_district WHERE volunteer_id = $1 ORDER BY district",
        volunteer
    )
    .all::<(String,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(district,)| district).collect())
}

/// Empty: in every sector.
pub async fn sectors_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<String>, DbError> {
    let rows = q!(
        "SELECT sector FROM volunteer_sector WHERE volunteer_id = $1 ORDER BY sector",
        volunteer
    )
    .all::<(String,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(sector,)| sector).collect())
}

/// When they were last welcomed by mail, as the audit trail has it.
pub async fn invited_at(tx: &mut Tx, volunteer: VolunteerId) -> Result<Option<DateTime<Utc>>, DbError> {
    let row = q!(
        "SELECT at FROM audit WHERE object_id = $1 AND action = 'volunteer_invited' ORDER BY at DESC LIMIT 1",
        volunteer
    )
    .optional::<(DateTime<Utc>,)>(tx)
    .await?;
    Ok(row.map(|(at,)| at))
}
