//! What a list of the office says about volunteers whom the pool knows: read for all, and changed for many at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::json;

use super::VolunteerId;
use crate::{
    act::Act,
    database::{Cell, DbError, Tx, Value, cells},
    q, row,
};

/// Values by their codes, languages with their levels; what is not known is not there.
pub type Facts = BTreeMap<String, String>;

/// How the code of a language begins.
pub const LANGUAGE: &str = "language.";

/// One value that is to become another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    pub volunteer: VolunteerId,
    pub field: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

row! {
    struct Known {
        id: VolunteerId,
        phone: Option<String>,
        phone_consent: bool,
        gender: String,
        birth_year: Option<i64>,
        home_district: Option<String>,
        german_level: String,
        max_travel_minutes: Option<i64>,
        weekly_cap: Option<i64>,
        offer_cap: Option<i64>,
    }
}

row! {
    struct Spoken {
        volunteer_id: VolunteerId,
        language: String,
        level: String,
    }
}

impl Known {
    fn facts(self) -> Facts {
        let number = |number: Option<i64>| number.map(|number| number.to_string());
        let consent = if self.phone_consent { "yes" } else { "no" };
        let all = [
            ("phone", self.phone),
            ("phone_consent", Some(consent.to_owned())),
            ("gender", Some(self.gender)),
            ("birth_year", number(self.birth_year)),
            ("home_district", self.home_district),
            ("german", Some(self.german_level)),
            ("travel_minutes", number(self.max_travel_minutes)),
            ("weekly_cap", number(self.weekly_cap)),
            ("offer_cap", number(self.offer_cap)),
        ];
        let known = all.into_iter().filter_map(|(field, value)| Some((field, value?)));
        known.map(|(field, value)| (field.to_owned(), value)).collect()
    }
}

/// Of everybody who has not left.
pub async fn facts(tx: &mut Tx) -> Result<HashMap<VolunteerId, Facts>, DbError> {
    let known = q!(
        "SELECT id, phone, phone_consent, gender, birth_year, home_district, german_level, max_travel_minutes,
                weekly_cap, offer_cap
         FROM volunteer WHERE state <> 'retired'"
    );
    let known = known.all::<Known>(tx).await?;
    let spoken = q!("SELECT volunteer_id, language, level FROM volunteer_language");
    Ok(joined(known, spoken.all::<Spoken>(tx).await?))
}

fn joined(known: Vec<Known>, spoken: Vec<Spoken>) -> HashMap<VolunteerId, Facts> {
    let mut all: HashMap<_, _> = known.into_iter().map(|one| (one.id, one.facts())).collect();
    for one in spoken {
        if let Some(facts) = all.get_mut(&one.volunteer_id) {
            facts.insert(format!("{LANGUAGE}{}", one.language), one.level);
        }
    }
    all
}

/// Changes each value that is still the old one; says which of them were. Who has left stays as they are.
pub async fn amend(tx: &mut Tx, act: &Act<'_>, wanted: &[Amendment]) -> Result<Vec<bool>, DbError> {
    let ids: BTreeSet<_> = wanted.iter().map(|one| one.volunteer.0).collect();
    let ids = || Value::uuids(ids.iter().copied());
    // Holds their rows until the transaction ends, as `lock` does for one.
    let held = q!(
        "UPDATE volunteer SET version = version + 1 WHERE id IN (UUIDS($1)) AND state <> 'retired'
         RETURNING id, phone, phone_consent, gender, birth_year, home_district, german_level, max_travel_minutes,
                   weekly_cap, offer_cap",
        ids()
    );
    let held = held.all::<Known>(tx).await?;
    let spoken = q!(
        "SELECT volunteer_id, language, level FROM volunteer_language WHERE volunteer_id IN (UUIDS($1))",
        ids()
    );
    let mut facts = joined(held, spoken.all::<Spoken>(tx).await?);
    let mut changed: BTreeMap<VolunteerId, Vec<&Amendment>> = BTreeMap::new();
    let mut done = Vec::with_capacity(wanted.len());
    for one in wanted {
        let known = facts.get_mut(&one.volunteer);
        let known = known.filter(|facts| facts.get(&one.field) == one.old.as_ref());
        done.push(known.is_some());
        let Some(known) = known else { continue };
        match &one.new {
            Some(new) => known.insert(one.field.clone(), new.clone()),
            None => known.remove(&one.field),
        };
        changed.entry(one.volunteer).or_default().push(one);
    }
    let persons = changed.keys().filter_map(|id| Some((*id, facts.get(id)?)));
    write(tx, persons.map(|(id, facts)| columns(id, facts)).collect()).await?;
    // Last: what the search reads is copied when a language changes.
    let one_of = changed.values().flatten().copied();
    languages(tx, one_of.filter(|one| one.field.starts_with(LANGUAGE)).collect()).await?;
    let line = |(id, all): (&VolunteerId, &Vec<&Amendment>)| {
        let fields: Vec<&str> = all.iter().map(|one| one.field.as_str()).collect();
        (id.0, json!({ "changed": fields }))
    };
    let lines = changed.iter().map(line).collect();
    act.audit_many(tx, "volunteer_changed", "volunteer", lines).await?;
    Ok(done)
}

fn columns(id: VolunteerId, facts: &Facts) -> Cell {
    let text = |field: &str| facts.get(field).cloned();
    let number = |field: &str| facts.get(field).and_then(|text| text.parse::<i64>().ok());
    cells([
        id.into(),
        text("phone").into(),
        (text("phone_consent").as_deref() == Some("yes")).into(),
        text("gender").into(),
        number("birth_year").into(),
        text("home_district").into(),
        text("german").into(),
        number("travel_minutes").into(),
        number("weekly_cap").into(),
        number("offer_cap").into(),
    ])
}

async fn write(tx: &mut Tx, rows: Vec<Cell>) -> Result<(), DbError> {
    if rows.is_empty() {
        return Ok(());
    }
    q!(
        "UPDATE volunteer SET phone = r.phone, phone_consent = r.phone_consent, gender = r.gender,
             birth_year = r.birth_year, home_district = r.home_district, german_level = r.german_level,
             max_travel_minutes = r.max_travel_minutes, weekly_cap = r.weekly_cap, offer_cap = r.offer_cap
         FROM (SELECT ID_OF(r.value ->> 0) AS id, r.value ->> 1 AS phone,
                      CAST(r.value ->> 2 AS BOOLEAN) AS phone_consent, r.value ->> 3 AS gender,
                      CAST(r.value ->> 4 AS BIGINT) AS birth_year, r.value ->> 5 AS home_district,
                      r.value ->> 6 AS german_level, CAST(r.value ->> 7 AS BIGINT) AS max_travel_minutes,
                      CAST(r.value ->> 8 AS BIGINT) AS weekly_cap, CAST(r.value ->> 9 AS BIGINT) AS offer_cap
               FROM ROWS($1) AS r) r
         WHERE volunteer.id = r.id",
        Value::rows(rows)
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn languages(tx: &mut Tx, all: Vec<&Amendment>) -> Result<(), DbError> {
    let code = |one: &Amendment| one.field.strip_prefix(LANGUAGE).unwrap_or_default().to_owned();
    let spoken = all.iter().filter_map(|one| Some((one, one.new.as_ref()?)));
    let spoken: Vec<Cell> = spoken
        .map(|(one, level)| cells([one.volunteer.into(), code(one).into(), level.into()]))
        .collect();
    if !spoken.is_empty() {
        q!(
            "INSERT INTO volunteer_language (volunteer_id, language, level)
             SELECT ID_OF(r.value ->> 0), r.value ->> 1, r.value ->> 2 FROM ROWS($1) AS r WHERE 1 = 1
             ON CONFLICT (volunteer_id, language) DO UPDATE SET level = excluded.level",
            Value::rows(spoken)
        )
        .execute(tx)
        .await?;
    }
    let gone = all.iter().filter(|one| one.new.is_none());
    let gone: Vec<Cell> = gone
        .map(|one| cells([one.volunteer.into(), code(one).into()]))
        .collect();
    if !gone.is_empty() {
        q!(
            "DELETE FROM volunteer_language WHERE (volunteer_id, language) IN
                 (SELECT ID_OF(r.value ->> 0), r.value ->> 1 FROM ROWS($1) AS r)",
            Value::rows(gone)
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}
