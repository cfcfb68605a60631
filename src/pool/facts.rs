//! Everything that is known of somebody, from a dozen tables in one go: each round trip costs as much as its rows.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{
    Asking,
    packed::{self, BETWEEN_FIELDS, BETWEEN_ROWS},
};
use crate::{
    database::{DbError, Tx, Value},
    matching::{Absence, HeldAssignment, HeldQualification, Mode, SpokenLanguage, Window},
    q, row,
};

row! {
    pub struct VolunteerRow {
        pub id: Uuid,
        pub name: String,
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
        pub gender: String,
        pub birth_year: Option<i64>,
        pub home_district: Option<String>,
        pub german_level: String,
        pub on_site: bool,
        pub by_phone: bool,
        pub by_video: bool,
        pub max_travel_minutes: Option<i64>,
        pub weekly_cap: Option<i64>,
        pub yes: i64,
        pub exposure_milli: i64,
        /// Facts, packed.
        said: Option<String>,
    }
}

impl VolunteerRow {
    pub fn modes(&self) -> Vec<Mode> {
        [
            (self.on_site, Mode::OnSite),
            (self.by_phone, Mode::Phone),
            (self.by_video, Mode::Video),
        ]
        .into_iter()
        .filter_map(|(does, mode)| does.then_some(mode))
        .collect()
    }
}

/// What there may be several of.
#[derive(Default)]
pub(super) struct Facts {
    pub languages: Vec<SpokenLanguage>,
    pub districts: Vec<String>,
    pub sectors: Vec<String>,
    pub availability: Vec<Window>,
    pub absences: Vec<Absence>,
    pub qualifications: Vec<HeldQualification>,
    pub assignments: Vec<HeldAssignment>,
    pub refused_institutions: Vec<Uuid>,
    pub refused_occasions: Vec<String>,
    /// By the institution that asks.
    pub banned: bool,
}

/// Assignments are read this far around the slots, for buffers and weekly caps.
const AROUND: Duration = Duration::days(8);

/// In the order of the ids; who does not exist is left out.
pub(super) async fn facts(tx: &mut Tx, asking: &Asking, ids: &[Uuid]) -> Result<Vec<(VolunteerRow, Facts)>, DbError> {
    let rows = q!(
        // A yes that waits until a coordinator has picked holds the time for other requests, not for its own.
        "SELECT v.id, p.name, v.state, v.paused_until, v.gender, v.birth_year, v.home_district, v.german_level,
                v.on_site, v.by_phone, v.by_video, v.max_travel_minutes, v.weekly_cap,
                COALESCE(f.yes, 0) AS yes, COALESCE(f.exposure_milli, 0) AS exposure_milli,
                (SELECT string_agg(concat_ws($8, said.fact, said.one, said.two, said.three, said.four), $9) FROM (
                   SELECT 'language' AS fact, l.language AS one, l.level AS two, '' AS three, '' AS four
                   FROM volunteer_language l WHERE l.volunteer_id = v.id
                   UNION ALL SELECT 'district', d.district, '', '', ''
                   FROM volunteer_district d WHERE d.volunteer_id = v.id
                   UNION ALL SELECT 'sector', c.sector, '', '', ''
                   FROM volunteer_sector c WHERE c.volunteer_id = v.id
                   UNION ALL SELECT 'window', CAST(w.weekday AS TEXT), w.from_time, w.until_time, ''
                   FROM availability w WHERE w.volunteer_id = v.id
                   UNION ALL SELECT 'absence', n.from_date, n.until_date, '', ''
                   FROM absence n WHERE n.volunteer_id = v.id AND n.until_date >= $2 AND n.from_date <= $3
                   UNION ALL SELECT 'qualification', q.kind, COALESCE(q.valid_until, ''), '', ''
                   FROM qualification q WHERE q.volunteer_id = v.id AND q.revoked_at IS NULL
                   UNION ALL SELECT 'refusal', COALESCE(ID_TEXT(u.institution_id), ''), COALESCE(u.occasion, ''), '', ''
                   FROM refusal u WHERE u.volunteer_id = v.id AND u.ended_at IS NULL
                   UNION ALL SELECT 'ban', '', '', '', ''
                   FROM ban b WHERE b.volunteer_id = v.id AND b.institution_id = $7 AND b.lifted_at IS NULL
                   UNION ALL SELECT TIME_TEXT(a.starts_at), TIME_TEXT(a.ends_at), ID_TEXT(r.site_id), r.mode, r.district
                   FROM assignment a JOIN request r ON r.id = a.request_id
                   WHERE a.volunteer_id = v.id AND a.ended_at IS NULL AND a.ends_at > $4 AND a.starts_at < $5
                   UNION ALL SELECT TIME_TEXT(s.starts_at), TIME_TEXT(s.ends_at), ID_TEXT(r.site_id), r.mode, r.district
                   FROM offer o JOIN slot s ON s.id = o.willing_slot_id JOIN request r ON r.id = o.request_id
                   WHERE o.volunteer_id = v.id AND o.willing_at IS NOT NULL AND o.state = 'sent'
                     AND o.request_id <> $6 AND s.ends_at > $4 AND s.starts_at < $5
                 ) said) AS said
         FROM volunteer v JOIN person p ON p.id = v.person_id LEFT JOIN forecast_volunteer f ON f.volunteer_id = v.id
         WHERE v.id IN (UUIDS($1))",
        Value::uuids(ids.iter().copied()),
        (asking.from - Duration::days(1)).date_naive(),
        (asking.until + Duration::days(1)).date_naive(),
        asking.from - AROUND,
        asking.until + AROUND,
        asking.request,
        asking.institution,
        BETWEEN_FIELDS,
        BETWEEN_ROWS
    )
    .all::<VolunteerRow>(tx)
    .await?;
    let mut all: HashMap<Uuid, VolunteerRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    ids.iter()
        .filter_map(|id| all.remove(id))
        .map(|mut row| {
            let said = row.said.take().unwrap_or_default();
            let mut facts = Facts::default();
            packed::rows(&said).try_for_each(|line| facts.add(line))?;
            Ok((row, facts))
        })
        .collect()
}

impl Facts {
    fn add(&mut self, line: &str) -> Result<(), DbError> {
        let mut fields = packed::fields(line);
        let mut field = || fields.next().unwrap_or_default();
        let (fact, one, two, three, four) = (field(), field(), field(), field(), field());
        match fact {
            "language" => self.languages.push(SpokenLanguage {
                language: one.to_owned(),
                level: read(two)?,
            }),
            "district" => self.districts.push(one.to_owned()),
            "sector" => self.sectors.push(one.to_owned()),
            "window" => self.availability.push(Window {
                weekday: one.parse().unwrap_or(0),
                from: read(two)?,
                until: read(three)?,
            }),
            "absence" => self.absences.push(Absence {
                from: read(one)?,
                until: read(two)?,
            }),
            "qualification" => self.qualifications.push(HeldQualification {
                kind: one.to_owned(),
                valid_until: some(two).map(read).transpose()?,
            }),
            "refusal" => {
                self.refused_institutions
                    .extend(some(one).map(read::<Uuid>).transpose()?);
                self.refused_occasions.extend(some(two).map(str::to_owned));
            }
            "ban" => self.banned = true,
            starts_at => self.assignments.push(HeldAssignment {
                starts_at: read(starts_at)?,
                ends_at: read(one)?,
                site: Some(read(two)?),
                mode: read(three)?,
                district: four.to_owned(),
            }),
        }
        Ok(())
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// A stored word that is none of its kind means a broken row, not a wrong person.
fn read<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(text: &str) -> Result<T, DbError> {
    text.parse().map_err(|error: T::Err| DbError::Decode(error.into()))
}
