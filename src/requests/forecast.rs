//! What the service has seen of yeses and noes: kept as sums, learned a little after the answers came.
//!
//! Learning is a timer's work and not the answer's: else every yes in the pool would wait for the same few rows.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{candidates, search::quiet};
use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    forecast::{Answer, Exposure, Pool, Seen, Settings},
    q, row,
    settings::Rules,
    timers,
    volunteers::VolunteerId,
};

const SETTINGS: Settings = Settings::DEFAULT;
/// How long an answer may wait until it is learned from.
const EVERY: Duration = Duration::hours(6);
/// So many offers in one transaction.
const BATCH: i64 = 500;
/// One timer for the whole pool.
const SUBJECT: Uuid = Uuid::nil();

/// What all offers together taught.
pub async fn load(tx: &mut Tx) -> Result<Pool, DbError> {
    let rows = q!("SELECT kind, class, yes, exposure_milli FROM forecast_pool")
        .all::<(String, i64, i64, i64)>(tx)
        .await?;
    let mut pool = Pool::default();
    for (kind, class, yes, exposure_milli) in rows {
        let seen = Seen { yes, exposure_milli };
        let class = usize::try_from(class).unwrap_or(usize::MAX);
        let place = match kind.as_str() {
            "all" => Some(&mut pool.all),
            "lead" => pool.lead.get_mut(class),
            _ => pool.recent.get_mut(class),
        };
        if let Some(place) = place {
            *place = seen;
        }
    }
    Ok(pool)
}

/// What a volunteer's page says about the forecast of their yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Offers that taught something, and how they were answered; the others were met with silence.
    pub offers: i64,
    pub yes: i64,
    pub no: i64,
    pub seen: Seen,
}

/// `None`: nothing was learned yet; they count as the pool's average.
pub async fn of_volunteer(tx: &mut Tx, volunteer: VolunteerId) -> Result<Option<Known>, DbError> {
    let row = q!(
        "SELECT offers, yes, no, exposure_milli FROM forecast_volunteer WHERE volunteer_id = $1",
        volunteer
    )
    .optional::<(i64, i64, i64, i64)>(tx)
    .await?;
    Ok(row.map(|(offers, yes, no, exposure_milli)| Known {
        offers,
        yes,
        no,
        seen: Seen { yes, exposure_milli },
    }))
}

/// Nothing is known of this volunteer any more. The pool's sums name nobody and stay.
pub async fn forget(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<(), DbError> {
    let known = q!("DELETE FROM forecast_volunteer WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    // What they were asked before must not be learned again.
    q!(
        "UPDATE offer SET learned_at = created_at WHERE volunteer_id = $1 AND learned_at IS NULL",
        volunteer
    )
    .execute(tx)
    .await?;
    if known == 0 {
        return Ok(());
    }
    act.audit(tx, "forecast_forgotten", ("volunteer", volunteer.0), json!({}))
        .await
}

/// An offer was made: some time after it there is something to learn.
pub(super) async fn will_learn(tx: &mut Tx, act: &Act<'_>) -> Result<(), DbError> {
    timers::set_unless_set(tx, act, timers::Kind::ForecastLearning, SUBJECT, act.now + EVERY).await
}

row! {
    struct AskedRow {
        id: Uuid,
        volunteer_id: VolunteerId,
        state: String,
        sent_at: Option<DateTime<Utc>>,
        answered_at: Option<DateTime<Utc>>,
        willing_at: Option<DateTime<Utc>>,
        ended_at: Option<DateTime<Utc>>,
        lead_class: Option<i64>,
        recent_class: Option<i64>,
        factor_milli: Option<i64>,
    }
}

/// Learns from every offer whose story is over, and sets its own timer again while others are open.
pub async fn learn(tx: &mut Tx, act: &Act<'_>, rules: &Rules) -> Result<(), DbError> {
    let rows = q!(
        "SELECT id, volunteer_id, state, sent_at, answered_at, willing_at, ended_at,
                lead_class, recent_class, factor_milli
         FROM offer
         WHERE learned_at IS NULL AND state <> 'queued' AND (state <> 'sent' OR sent_at <= $1 OR willing_at IS NOT NULL)
         ORDER BY created_at, id LIMIT $2",
        silent_since(rules, act.now),
        BATCH
    )
    .all::<AskedRow>(tx)
    .await?;
    let full = rows.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
    let mut pool = load(tx).await?;
    let before = pool;
    let mut people = people(tx, &rows).await?;
    for row in &rows {
        if let Some((exposure, answer)) = row.lesson(rules, act.now) {
            let person = people.entry(row.volunteer_id).or_default();
            person.offers += 1;
            person.no += i64::from(answer == Answer::No);
            pool.learn(&SETTINGS, &mut person.seen, exposure, answer);
        }
    }
    let learned = rows.iter().map(|row| row.id).collect();
    write(tx, act, learned, &before, &pool, &people).await?;
    let (waiting,) = q!("SELECT COUNT(*) FROM offer WHERE learned_at IS NULL")
        .one::<(i64,)>(tx)
        .await?;
    if waiting == 0 {
        return timers::clear(tx, timers::Kind::ForecastLearning, SUBJECT).await;
    }
    let again = if full { act.now } else { act.now + EVERY };
    timers::set(tx, act, timers::Kind::ForecastLearning, SUBJECT, again).await
}

/// Who was asked before that and said nothing will hardly say it now.
fn silent_since(rules: &Rules, now: DateTime<Utc>) -> DateTime<Utc> {
    let enough = |hours: &i64| {
        let since = now - Duration::hours(*hours);
        candidates::hours(quiet(rules).waking_between(since, now)) >= Answer::SILENT_AFTER_HOURS
    };
    let longest = 24 * 30;
    now - Duration::hours((0..longest).find(enough).unwrap_or(longest))
}

#[derive(Clone, Copy, Debug, Default)]
struct Person {
    offers: i64,
    no: i64,
    seen: Seen,
}

async fn people(tx: &mut Tx, rows: &[AskedRow]) -> Result<HashMap<VolunteerId, Person>, DbError> {
    let known = q!(
        "SELECT volunteer_id, offers, no, yes, exposure_milli FROM forecast_volunteer
         WHERE volunteer_id IN (UUIDS($1))",
        Value::uuids(rows.iter().map(|row| row.volunteer_id.0))
    )
    .all::<(VolunteerId, i64, i64, i64, i64)>(tx)
    .await?;
    Ok(known
        .into_iter()
        .map(|(id, offers, no, yes, exposure_milli)| {
            let seen = Seen { yes, exposure_milli };
            (id, Person { offers, no, seen })
        })
        .collect())
}

impl AskedRow {
    /// `None`: there is nothing to learn, since it never reached them or somebody answered for them.
    fn lesson(&self, rules: &Rules, now: DateTime<Utc>) -> Option<(Exposure, Answer)> {
        let exposure = Exposure {
            lead: usize::try_from(self.lead_class?).ok()?,
            recent: usize::try_from(self.recent_class?).ok()?,
            factor_milli: self.factor_milli?,
        };
        let sent_at = self.sent_at?;
        let answer = match self.state.as_str() {
            "accepted" => Answer::Yes,
            _ if self.willing_at.is_some() => Answer::Yes,
            "declined" => self.answered_at.map(|_| Answer::No)?,
            "sent" | "closed" | "expired" => {
                let until = self.ended_at.unwrap_or(now);
                let waking_hours = candidates::hours(quiet(rules).waking_between(sent_at, until));
                Answer::Silence { waking_hours }
            }
            _ => return None,
        };
        Some((exposure, answer))
    }
}

async fn write(
    tx: &mut Tx,
    act: &Act<'_>,
    learned: Vec<Uuid>,
    before: &Pool,
    after: &Pool,
    people: &HashMap<VolunteerId, Person>,
) -> Result<(), DbError> {
    q!(
        "UPDATE offer SET learned_at = $1 WHERE id IN (UUIDS($2))",
        act.now,
        Value::uuids(learned)
    )
    .execute(tx)
    .await?;
    for (volunteer, person) in people {
        q!(
            "INSERT INTO forecast_volunteer (volunteer_id, offers, yes, no, exposure_milli, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (volunteer_id) DO UPDATE SET offers = excluded.offers, yes = excluded.yes, no = excluded.no,
                 exposure_milli = excluded.exposure_milli, updated_at = excluded.updated_at",
            *volunteer,
            person.offers,
            person.seen.yes,
            person.no,
            person.seen.exposure_milli,
            act.now
        )
        .execute(tx)
        .await?;
    }
    for ((kind, class, before), (_, _, after)) in sums(before).zip(sums(after)) {
        if before == after {
            continue;
        }
        q!(
            "INSERT INTO forecast_pool (kind, class, yes, exposure_milli) VALUES ($1, $2, $3, $4)
             ON CONFLICT (kind, class) DO UPDATE SET yes = excluded.yes, exposure_milli = excluded.exposure_milli",
            kind,
            class,
            after.yes,
            after.exposure_milli
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

/// Every sum of the pool, with where it is kept.
fn sums(pool: &Pool) -> impl Iterator<Item = (&'static str, i64, Seen)> + use<> {
    let (all, lead, recent) = (pool.all, pool.lead, pool.recent);
    let of_kind =
        |kind: &'static str, seen: Vec<Seen>| (0i64..).zip(seen).map(move |(class, seen)| (kind, class, seen));
    std::iter::once(("all", 0, all))
        .chain(of_kind("lead", lead.to_vec()))
        .chain(of_kind("recent", recent.to_vec()))
}
