//! What a volunteer has said and shown, from six tables in one go: each round trip costs as much as its rows.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::{Asking, word};
use crate::{
    database::{DbError, Tx, Value},
    matching::{Absence, HeldQualification, SpokenLanguage, Window},
    q, row,
};

row! {
    struct FactRow {
        volunteer_id: Uuid,
        fact: String,
        one: String,
        two: Option<String>,
        three: Option<String>,
    }
}

#[derive(Default)]
pub(super) struct Facts {
    pub languages: Vec<SpokenLanguage>,
    pub districts: Vec<String>,
    pub sectors: Vec<String>,
    pub availability: Vec<Window>,
    pub absences: Vec<Absence>,
    pub qualifications: Vec<HeldQualification>,
}

pub(super) async fn facts(tx: &mut Tx, asking: &Asking, ids: Value) -> Result<HashMap<Uuid, Facts>, DbError> {
    let rows = q!(
        "SELECT volunteer_id, 'language' AS fact, language AS one, level AS two, CAST(NULL AS TEXT) AS three
         FROM volunteer_language WHERE volunteer_id IN (UUIDS($1))
         UNION ALL SELECT volunteer_id, 'district', district, NULL, NULL
         FROM volunteer_district WHERE volunteer_id IN (UUIDS($1))
         UNION ALL SELECT volunteer_id, 'sector', sector, NULL, NULL
         FROM volunteer_sector WHERE volunteer_id IN (UUIDS($1))
         UNION ALL SELECT volunteer_id, 'window', CAST(weekday AS TEXT), from_time, until_time
         FROM availability WHERE volunteer_id IN (UUIDS($1))
         UNION ALL SELECT volunteer_id, 'absence', from_date, until_date, NULL
         FROM absence WHERE volunteer_id IN (UUIDS($1)) AND until_date >= $2 AND from_date <= $3
         UNION ALL SELECT volunteer_id, 'qualification', kind, valid_until, NULL
         FROM qualification WHERE volunteer_id IN (UUIDS($1)) AND revoked_at IS NULL",
        ids,
        (asking.from - Duration::days(1)).date_naive(),
        (asking.until + Duration::days(1)).date_naive()
    )
    .all::<FactRow>(tx)
    .await?;
    let mut all: HashMap<Uuid, Facts> = HashMap::new();
    for row in rows {
        all.entry(row.volunteer_id).or_default().add(row)?;
    }
    Ok(all)
}

impl Facts {
    fn add(&mut self, row: FactRow) -> Result<(), DbError> {
        let FactRow {
            fact, one, two, three, ..
        } = row;
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        match fact.as_str() {
            "language" => self.languages.push(SpokenLanguage {
                language: one,
                level: word(&text(&two))?,
            }),
            "district" => self.districts.push(one),
            "sector" => self.sectors.push(one),
            "window" => self.availability.push(Window {
                weekday: one.parse().unwrap_or(0),
                from: word(&text(&two))?,
                until: word(&text(&three))?,
            }),
            "absence" => self.absences.push(Absence {
                from: day(&one)?,
                until: day(&text(&two))?,
            }),
            _ => self.qualifications.push(HeldQualification {
                kind: one,
                valid_until: two.as_deref().map(day).transpose()?,
            }),
        }
        Ok(())
    }
}

fn day(text: &str) -> Result<NaiveDate, DbError> {
    text.parse()
        .map_err(|error: chrono::ParseError| DbError::Decode(error.into()))
}
