//! Twelve months of the pool, made by the verbs on the demo's clock: nothing is inserted behind their back.

use std::{cmp::Reverse, collections::BinaryHeap};

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Timelike, Utc, Weekday};
use uuid::Uuid;

use super::{
    Doors,
    answers::{self, Event},
    chance::Chance,
    desk,
    people::{self, Asker, Cast, CastError},
    privacy, start,
};
use crate::{
    act::Actor,
    app::Shared,
    database::DbError,
    matching::{Gender, GenderWish, Mode},
    requests::{NewRequest, NewSlot, SubmitError},
    settings::{self, LoadError, Rules, pool_file},
    timers,
    workers::{WorkError, Workers},
};

/// The model city's rules, so that the demo needs no file.
const RULES: &str = include_str!("../../config/pools/muenster.toml");

/// Requests of a year.
const REQUESTS: usize = 740;

/// Monday, 2 March 2026: the pool is set up a week before the first requests.
pub(super) fn beginning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).single().unwrap_or_default()
}

#[derive(Debug, thiserror::Error)]
pub(super) enum YearError {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error(transparent)]
    Rules(#[from] LoadError),
    #[error(transparent)]
    File(#[from] pool_file::PoolFileError),
    #[error(transparent)]
    Cast(#[from] CastError),
    #[error(transparent)]
    Work(#[from] WorkError),
    #[error(transparent)]
    Submit(#[from] SubmitError),
    #[error("refused in the demo's year: {0}")]
    Refused(String),
}

/// What is asked for how often, after the reports of real pools (Arabic first, some languages nobody speaks yet).
const LANGUAGES: &[(&str, u32)] = &[
    ("ar", 250),
    ("uk", 90),
    ("prs", 85),
    ("tr", 80),
    ("kmr", 75),
    ("fa", 70),
    ("ru", 65),
    ("ro", 45),
    ("bg", 45),
    ("sq", 35),
    ("ti", 30),
    ("so", 28),
    ("ps", 22),
    ("pl", 20),
    ("ff", 16),
    ("ckb", 14),
    ("sr", 14),
    ("fr", 12),
    ("vi", 8),
    ("zh", 8),
    ("es", 8),
    ("am", 7),
    ("pt", 6),
    ("ur", 6),
    ("ka", 6),
    ("ta", 5),
    ("hy", 9),
    ("bn", 8),
];

/// Schools and Kitas first, then health, social services and the rest.
fn weight(sector: &str) -> u32 {
    match sector {
        "school" => 10,
        "kita" => 8,
        "health" => 9,
        "fruehe_hilfen" | "social" => 7,
        _ => 5,
    }
}

pub(super) async fn make(app: &Shared) -> Result<(), YearError> {
    let chance = Chance::seeded(7);
    let (rules, cast) = set_up(app, &chance).await?;
    let workers = Workers::new(app);
    let mut agenda = Agenda::default();
    for (at, plan) in plans(&rules, &cast, &chance) {
        agenda.add(at, Event::File(Box::new(plan)));
    }
    let willingness: Vec<f64> = cast.volunteers.iter().map(|_| 0.55 + 0.4 * chance.share()).collect();
    let people = answers::People {
        cast: &cast,
        willingness: &willingness,
        chance: &chance,
    };
    let opening = start::opening();
    let mut moments = desk::moments().into_iter().peekable();
    let mut seen = app.clock.now();
    let mut handled = 0_u32;
    loop {
        let next = agenda.next_at().into_iter().chain(next_due(app).await?).min();
        let Some(at) = next.filter(|at| *at < opening) else {
            break;
        };
        if let Some((moment_at, moment)) = moments.next_if(|(moment_at, _)| *moment_at <= at) {
            app.clock.set(moment_at.max(app.clock.now()));
            match desk::happen(app, &rules, &cast, &chance, moment).await {
                Err(YearError::Refused(why)) => tracing::warn!(?moment, why, "something is missing on the demo's desk"),
                done => done?,
            }
            // What came of it waits for the visitor: nobody of the year takes care of it.
            seen = app.clock.now();
            continue;
        }
        app.clock.set(at.max(app.clock.now()));
        while let Some(event) = agenda.take_due(app.clock.now()) {
            for (at, event) in answers::happen(app, &rules, &people, event).await? {
                agenda.add(at, event);
            }
        }
        workers.catch_up().await?;
        let now = app.clock.now();
        for (at, event) in answers::expected(app, &rules, &people, seen, now).await? {
            agenda.add(at, event);
        }
        seen = now;
        if let Some(demo) = &app.demo {
            demo.set_day(rules.local(now).date());
        }
        handled += 1;
        if handled.is_multiple_of(8) {
            // The waiting page is served in between.
            tokio::task::yield_now().await;
        }
    }
    app.clock.set(opening);
    privacy::happen(app, &rules, &cast).await?;
    workers.catch_up().await?;
    app.clock.run();
    if let Some(demo) = &app.demo {
        demo.open(doors(app, &cast).await?);
    }
    app.wake.notify_waiters();
    Ok(())
}

async fn set_up(app: &Shared, chance: &Chance) -> Result<(Rules, Cast), YearError> {
    let act = app.act(Actor::Command);
    let mut tx = app.db.begin().await?;
    settings::import(&mut tx, &act, &pool_file::parse(RULES)?, act.now).await?;
    let rules = settings::load(&mut tx, act.now).await?;
    let cast = people::make(&mut tx, &act, &rules, chance).await?;
    app.commit(tx).await?;
    Ok((rules, cast))
}

async fn doors(app: &Shared, cast: &Cast) -> Result<Doors, YearError> {
    let mut tx = app.db.read().await?;
    let volunteer = cast.volunteers[0];
    let (person,) = crate::q!("SELECT person_id FROM volunteer WHERE id = $1", volunteer)
        .one(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(Doors {
        contact: cast.askers[0].person,
        volunteer: person,
        coordinator: cast.coordinator,
    })
}

async fn next_due(app: &Shared) -> Result<Option<DateTime<Utc>>, DbError> {
    let mut tx = app.db.read().await?;
    let timer = timers::next_due(&mut tx).await?;
    let mail = crate::mail::outbox::next_due(&mut tx).await?;
    tx.commit().await?;
    Ok(timer.into_iter().chain(mail).min())
}

/// When each request of the year is filed, and what it asks for.
fn plans(rules: &Rules, cast: &Cast, chance: &Chance) -> Vec<(DateTime<Utc>, NewRequest)> {
    let weights: Vec<(Asker, u32)> = cast
        .askers
        .iter()
        .map(|asker| (asker.clone(), weight(asker.sector)))
        .collect();
    let first = rules.local(beginning()).date() + Days::new(7);
    let last = rules.local(start::opening()).date();
    let days = (last - first).num_days();
    let mut plans = Vec::with_capacity(REQUESTS);
    while plans.len() < REQUESTS {
        let day = first + Days::new(chance.between(0, days).unsigned_abs());
        // Fewer in the summer holidays, more when schools hold their parents' days.
        let season = match day.month() {
            7 | 8 => 0.45,
            2 | 11 => 1.0,
            _ => 0.75,
        };
        if !rules.is_working_day(day) || !chance.happens(season) {
            continue;
        }
        let minute = chance.between(8 * 60, 16 * 60 - 1);
        let Some(at) = instant(rules, day, minute).filter(|at| *at < start::opening()) else {
            continue;
        };
        plans.extend(plan(rules, chance.weighted(&weights), chance, day, at).map(|plan| (at, plan)));
    }
    plans.sort_by_key(|(at, plan)| (*at, plan.form_key));
    plans
}

fn plan(rules: &Rules, asker: &Asker, chance: &Chance, filed: NaiveDate, at: DateTime<Utc>) -> Option<NewRequest> {
    let lead = if chance.happens(0.08) {
        chance.between(1, 2)
    } else {
        chance.between(4, 21)
    };
    let date = (filed + Days::new(lead.unsigned_abs()))
        .iter_days()
        .find(|day| rules.is_working_day(*day))?;
    let start = NaiveTime::from_hms_opt(
        u32::try_from(chance.between(8, 16)).ok()?,
        30 * (chance.index(2) as u32),
        0,
    )?;
    let minutes = *chance.of(&[45, 60, 60, 60, 90, 90, 120]);
    let end = start.overflowing_add_signed(Duration::minutes(minutes)).0;
    let occasions: Vec<_> = rules
        .occasions_of(asker.sector)
        .filter(|occasion| {
            rules
                .topic(&occasion.topic)
                .is_some_and(|topic| topic.verdict == settings::Verdict::Allow)
        })
        .collect();
    let occasion = chance.of(&occasions);
    let gender = if chance.happens(0.06) {
        GenderWish::Required(Gender::Female)
    } else if chance.happens(0.08) {
        GenderWish::Preferred(Gender::Female)
    } else {
        GenderWish::None
    };
    debug_assert!(date.weekday() != Weekday::Sun && end.hour() >= start.hour());
    Some(NewRequest {
        form_key: key(chance, at),
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        filed_by: asker.person,
        language: (*chance.weighted(LANGUAGES)).to_owned(),
        mode: *chance.weighted(&[(Mode::OnSite, 88), (Mode::Phone, 8), (Mode::Video, 4)]),
        occasion: occasion.code.clone(),
        topic: occasion.topic.clone(),
        gender,
        same_volunteer: chance.happens(0.2),
        openings: if occasion.code == "parents_evening" { 2 } else { 1 },
        urgent_reason: None,
        meeting_point: "Haupteingang, bitte klingeln".to_owned(),
        remarks: String::new(),
        slots: vec![NewSlot { date, start, end }],
    })
}

pub(super) fn key(chance: &Chance, at: DateTime<Utc>) -> Uuid {
    let bytes = (chance.share().to_bits(), chance.share().to_bits());
    Uuid::from_u64_pair(bytes.0 ^ at.timestamp_micros().unsigned_abs(), bytes.1)
}

fn instant(rules: &Rules, day: NaiveDate, minute: i64) -> Option<DateTime<Utc>> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(minute * 60).ok()?, 0)?;
    rules.to_utc(day, time).ok()
}

/// What will happen, in order; what was planned first comes first at the same instant.
#[derive(Default)]
struct Agenda {
    heap: BinaryHeap<Reverse<(DateTime<Utc>, u64)>>,
    events: std::collections::HashMap<u64, Event>,
    count: u64,
}

impl Agenda {
    fn add(&mut self, at: DateTime<Utc>, event: Event) {
        self.count += 1;
        self.heap.push(Reverse((at, self.count)));
        self.events.insert(self.count, event);
    }

    fn next_at(&self) -> Option<DateTime<Utc>> {
        self.heap.peek().map(|Reverse((at, _))| *at)
    }

    fn take_due(&mut self, now: DateTime<Utc>) -> Option<Event> {
        if self.next_at()? > now {
            return None;
        }
        let Reverse((_, number)) = self.heap.pop()?;
        self.events.remove(&number)
    }
}
