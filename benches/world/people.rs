//! The volunteers.

use chrono::{Days, NaiveDate};
use sprachpool::database::{Tx, Value};
use uuid::Uuid;

use super::{Ids, bulk::Bulk, chance::Chance, land::Land, now};

/// Languages and how often each is spoken, in parts of 1,000. The tail follows from `language`.
const HEAD: [(&str, f64); 18] = [
    ("ar", 110.0),
    ("uk", 110.0),
    ("ru", 110.0),
    ("tr", 90.0),
    ("fa", 70.0),
    ("kmr", 60.0),
    ("prs", 50.0),
    ("pl", 50.0),
    ("ro", 40.0),
    ("bg", 35.0),
    ("en", 30.0),
    ("ti", 25.0),
    ("sq", 25.0),
    ("so", 20.0),
    ("sr", 20.0),
    ("fr", 20.0),
    ("ps", 15.0),
    ("ur", 15.0),
];
/// Each a little rarer than the one before.
const TAIL: [&str; 20] = [
    "es", "ckb", "am", "it", "pt", "vi", "zh", "hy", "ka", "az", "mk", "bs", "hr", "ta", "bn", "sw", "mn", "yue", "ig",
    "ki",
];
pub const COMMON: &str = "ar";
pub const RARE: &str = "ki";
/// Nobody speaks it.
pub const UNKNOWN: &str = "lv";

pub struct Person {
    pub id: Uuid,
    pub languages: Vec<&'static str>,
    pub district: String,
}

/// Writes so many volunteers, all of them with their weeks, limits and what they have shown.
pub async fn volunteers(tx: &mut Tx, ids: &mut Ids, chance: &mut Chance, land: &Land, count: usize) -> Vec<Person> {
    let mut tables = Tables::new();
    let mut people = Vec::with_capacity(count);
    for number in 0..count {
        people.push(tables.volunteer(tx, ids, chance, land, number).await);
        // In the order of their keys: no row comes before the one it names.
        if number % 200 == 199 {
            tables.flush(tx).await;
        }
    }
    tables.flush(tx).await;
    people
}

struct Tables {
    person: Bulk,
    volunteer: Bulk,
    language: Bulk,
    district: Bulk,
    sector: Bulk,
    availability: Bulk,
    absence: Bulk,
    qualification: Bulk,
    forecast: Bulk,
    weights: Vec<f64>,
}

impl Tables {
    fn new() -> Self {
        let tail = (0..TAIL.len()).map(|at| 12.0 * 0.85_f64.powi(i32::try_from(at).unwrap_or(0)));
        Self {
            person: Bulk::new("person", &["id", "name", "name_sort", "locale", "created_at"]),
            volunteer: Bulk::new(
                "volunteer",
                &[
                    "id",
                    "person_id",
                    "state",
                    "gender",
                    "birth_year",
                    "phone_consent",
                    "home_district",
                    "german_level",
                    "on_site",
                    "by_phone",
                    "by_video",
                    "max_travel_minutes",
                    "weekly_cap",
                    "version",
                    "created_at",
                ],
            ),
            language: Bulk::new("volunteer_language", &["volunteer_id", "language", "level"]),
            district: Bulk::new("volunteer_district", &["volunteer_id", "district"]),
            sector: Bulk::new("volunteer_sector", &["volunteer_id", "sector"]),
            forecast: Bulk::new(
                "forecast_volunteer",
                &["volunteer_id", "offers", "yes", "no", "exposure_milli", "updated_at"],
            ),
            availability: Bulk::new(
                "availability",
                &["id", "volunteer_id", "weekday", "from_time", "until_time"],
            ),
            absence: Bulk::new("absence", &["id", "volunteer_id", "from_date", "until_date"]),
            qualification: Bulk::new(
                "qualification",
                &["id", "volunteer_id", "kind", "seen_on", "valid_until"],
            ),
            weights: HEAD.iter().map(|(_, weight)| *weight).chain(tail).collect(),
        }
    }

    async fn flush(&mut self, tx: &mut Tx) {
        for table in [
            &mut self.person,
            &mut self.volunteer,
            &mut self.language,
            &mut self.district,
            &mut self.sector,
            &mut self.availability,
            &mut self.absence,
            &mut self.qualification,
            &mut self.forecast,
        ] {
            table.flush(tx).await;
        }
    }

    async fn volunteer(
        &mut self,
        tx: &mut Tx,
        ids: &mut Ids,
        chance: &mut Chance,
        land: &Land,
        number: usize,
    ) -> Person {
        let (person, id) = (ids.next(), ids.next());
        let name = format!("Nilofar Azizi {number}");
        let sort = name.to_lowercase();
        let born = Value::from(name.as_str());
        self.person
            .add(tx, [person.into(), born, sort.into(), "de".into(), now().into()])
            .await;
        let (borough, home) = land.somewhere(chance);
        let home = home.to_owned();
        // Nobody knows where one in fifty lives.
        let stored_home = (!chance.happens(2)).then(|| home.clone());
        let row = [
            id.into(),
            person.into(),
            weighted(chance, &[("active", 90.0), ("paused", 6.0), ("retired", 4.0)]).into(),
            weighted(chance, &[("female", 68.0), ("male", 30.0), ("diverse", 2.0)]).into(),
            Value::Int((!chance.happens(10)).then(|| 1950 + chance.below(56) as i64)),
            true.into(),
            stored_home.into(),
            weighted(chance, &[("B2", 30.0), ("C1", 45.0), ("C2", 15.0), ("native", 10.0)]).into(),
            chance.happens(92).into(),
            chance.happens(55).into(),
            chance.happens(45).into(),
            travel(chance).into(),
            Value::Int(chance.happens(40).then(|| 1 + chance.below(4) as i64)),
            0_i64.into(),
            now().into(),
        ];
        self.volunteer.add(tx, row).await;
        let languages = self.languages(tx, chance, id, number < 3).await;
        self.limits(tx, chance, id, &land.boroughs[borough]).await;
        self.week(tx, ids, chance, id).await;
        self.shown(tx, ids, chance, id).await;
        self.learned(tx, chance, id).await;
        Person {
            id,
            languages,
            district: home,
        }
    }

    async fn languages(&mut self, tx: &mut Tx, chance: &mut Chance, id: Uuid, first_three: bool) -> Vec<&'static str> {
        let count = 1 + usize::from(chance.happens(40)) + usize::from(chance.happens(12));
        let mut spoken: Vec<&'static str> = Vec::new();
        // However small the pool is, three speak the rare one.
        if first_three {
            spoken.push(RARE);
        }
        while spoken.len() < count {
            let at = chance.weighted(&self.weights);
            let language = HEAD.get(at).map_or_else(|| TAIL[at - HEAD.len()], |(code, _)| *code);
            if !spoken.contains(&language) {
                spoken.push(language);
            }
        }
        for (at, language) in spoken.iter().enumerate() {
            let level = if at == 0 {
                "native"
            } else {
                *chance.one_of(&["B2", "C1", "C2"])
            };
            self.language
                .add(tx, [id.into(), (*language).into(), level.into()])
                .await;
        }
        spoken
    }

    /// Some come to their own borough only; few say no to a kind of institution.
    async fn limits(&mut self, tx: &mut Tx, chance: &mut Chance, id: Uuid, borough: &[String]) {
        if chance.happens(30) {
            for district in borough.iter().filter(|_| chance.happens(70)) {
                self.district.add(tx, [id.into(), district.into()]).await;
            }
        }
        if chance.happens(15) {
            for sector in ["kita", "school", "social", "advice"] {
                self.sector.add(tx, [id.into(), sector.into()]).await;
            }
        }
    }

    async fn week(&mut self, tx: &mut Tx, ids: &mut Ids, chance: &mut Chance, id: Uuid) {
        let habit = chance.weighted(&[45.0, 30.0, 25.0]);
        for weekday in 1..=7_i64 {
            let (percent, from, until) = match (habit, weekday) {
                (0, 1..=5) => (60, 8, 13),
                (1, 1..=5) => (50, 14, 19),
                (2, 1..=5) => (60, 8, 18),
                _ => (12, 10, 16),
            };
            if chance.happens(percent) {
                let shift = chance.below(3) as i64;
                let hours = [from + shift, until].map(|hour| format!("{hour:02}:00"));
                let [from, until] = hours.map(Value::from);
                self.availability
                    .add(tx, [ids.next().into(), id.into(), weekday.into(), from, until])
                    .await;
            }
        }
        if chance.happens(20) {
            let first = day(chance.below(60) as u64);
            let last = first + Days::new(chance.below(14) as u64);
            self.absence
                .add(tx, [ids.next().into(), id.into(), first.into(), last.into()])
                .await;
        }
    }

    /// What was learned of nine in ten: some say yes twice as often as others.
    async fn learned(&mut self, tx: &mut Tx, chance: &mut Chance, id: Uuid) {
        if chance.happens(90) {
            let offers = chance.below(40) as i64;
            let yes = (offers as f64 * (0.1 + 0.5 * chance.part())) as i64;
            let exposure = offers * 850;
            let row = [
                id.into(),
                offers.into(),
                yes.into(),
                (offers / 3).into(),
                exposure.into(),
                now().into(),
            ];
            self.forecast.add(tx, row).await;
        }
    }

    async fn shown(&mut self, tx: &mut Tx, ids: &mut Ids, chance: &mut Chance, id: Uuid) {
        for (kind, percent) in [
            ("basic_training", 95),
            ("confidentiality", 95),
            ("clearance", 80),
            ("measles", 85),
            ("psychosocial", 30),
        ] {
            if chance.happens(percent) {
                let until = (kind == "clearance").then(|| day(chance.below(900) as u64));
                let seen = NaiveDate::from_ymd_opt(2026, 1, 15).expect("a date");
                self.qualification
                    .add(
                        tx,
                        [ids.next().into(), id.into(), kind.into(), seen.into(), until.into()],
                    )
                    .await;
            }
        }
    }
}

/// Most name none; the pool's rules say 60 then.
fn travel(chance: &mut Chance) -> Option<i64> {
    match chance.weighted(&[50.0, 20.0, 15.0, 11.0, 4.0]) {
        0 => None,
        1 => Some(30),
        2 => Some(45),
        3 => Some(60),
        _ => Some(90),
    }
}

fn weighted(chance: &mut Chance, words: &[(&'static str, f64)]) -> &'static str {
    let weights: Vec<f64> = words.iter().map(|(_, weight)| *weight).collect();
    words[chance.weighted(&weights)].0
}

/// So many days after today.
fn day(after: u64) -> NaiveDate {
    now().date_naive() + Days::new(after)
}
