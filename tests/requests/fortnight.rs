//! Two weeks of a pool of twelve, asked in waves, with a mail server that is away for two days: what never happens,
//! and that the same two weeks go the same way again, whichever the engine.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Datelike, Duration, Timelike, Utc};
use chrono_tz::Europe::Berlin;
use sprachpool::{
    mail::{Transport, smtp::Smtp},
    q,
    requests::{OfferId, RequestId},
    volunteers::VolunteerId,
};

use crate::support::{
    databases::{ENGINES, Fresh},
    invariants,
    pool::{Options, Pool, at, wanted},
    smtp_sink::{Mood, Sink},
};

const CAP: usize = 5;

/// Chance of a test: the same numbers always give the same.
fn dice(numbers: [usize; 3], sides: u64) -> u64 {
    let mut mixed = 0x9e37_79b9_7f4a_7c15u64;
    for number in numbers {
        mixed = (mixed ^ number as u64).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^= mixed >> 29;
    }
    (mixed >> 17) % sides
}

/// One offer, without anything that differs between two databases.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Made {
    request: usize,
    volunteer: usize,
    at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    state: String,
}

struct Fortnight<'a> {
    pool: &'a Pool,
    filed: Vec<RequestId>,
}

impl Fortnight<'_> {
    /// Three a day, one of them in the evening: for tomorrow up to nine days ahead.
    async fn file(&mut self, now: DateTime<Utc>) {
        let local = now.with_timezone(&Berlin);
        if !matches!(local.hour(), 9 | 13 | 20) || local.weekday().number_from_monday() > 5 {
            return;
        }
        let number = self.filed.len();
        let mut day = local.date_naive() + Duration::days(1 + dice([1, number, 0], 9) as i64);
        while day.weekday().number_from_monday() > 5 {
            day += Duration::days(1);
        }
        let hour = 8 + dice([2, number, 0], 9);
        let who = self.pool.who;
        let asker = [who.kita, who.klinik, who.jobcenter][number % 3];
        let times = (format!("{hour:02}:00"), format!("{hour:02}:45"));
        let new = wanted(&self.pool.app, asker, (day.day(), &times.0, &times.1));
        self.filed.push(self.pool.file(&new).await.id);
    }

    /// Of those asked, a third says yes, a quarter no, the others nothing; each at their own time.
    async fn answer(&self, now: DateTime<Utc>) {
        let mut tx = self.pool.app.db.read().await.expect("it reads");
        let open =
            q!("SELECT id, request_id, volunteer_id, sent_at FROM offer WHERE state = 'sent' ORDER BY sent_at, id")
                .all::<(OfferId, RequestId, VolunteerId, DateTime<Utc>)>(&mut tx)
                .await
                .expect("it reads");
        tx.commit().await.expect("it ends");
        for (offer, request, volunteer, sent_at) in open {
            let (request, volunteer) = (self.request(request), self.volunteer(volunteer));
            let takes = Duration::hours(1 + dice([3, request, volunteer], 20) as i64);
            if now < sent_at + takes {
                continue;
            }
            match dice([4, request, volunteer], 12) {
                // Somebody may have been faster, or have said yes to something else.
                0..4 => drop(self.pool.accept(offer).await),
                4..7 => drop(self.pool.decline(offer).await),
                _ => {}
            }
        }
    }

    fn request(&self, id: RequestId) -> usize {
        self.filed.iter().position(|one| *one == id).expect("it was filed here")
    }

    fn volunteer(&self, id: VolunteerId) -> usize {
        let mut speakers = self.pool.speakers.iter();
        speakers.position(|one| *one == id).expect("nobody else speaks it")
    }

    /// After each step every open request has something that will move it on.
    async fn nothing_is_forgotten(&self, now: DateTime<Utc>) {
        let forgotten = self.pool.count(q!(
            "SELECT COUNT(*) FROM opening o WHERE o.state = 'open'
               AND NOT EXISTS (SELECT 1 FROM search s JOIN timer t ON t.subject_id = s.id AND t.kind = 'search'
                               WHERE s.request_id = o.request_id AND s.ended_at IS NULL AND t.due_at > $1)
               AND NOT EXISTS (SELECT 1 FROM task t WHERE t.request_id = o.request_id AND t.done_at IS NULL)",
            now
        ));
        assert_eq!(forgotten.await, 0, "at {now}");
    }

    async fn made(&self) -> Vec<Made> {
        let mut tx = self.pool.app.db.read().await.expect("it reads");
        let rows = q!("SELECT request_id, volunteer_id, created_at, sent_at, state FROM offer")
            .all::<(RequestId, VolunteerId, DateTime<Utc>, Option<DateTime<Utc>>, String)>(&mut tx)
            .await
            .expect("it reads");
        let made = rows.into_iter().map(|(request, volunteer, at, sent_at, state)| Made {
            request: self.request(request),
            volunteer: self.volunteer(volunteer),
            at,
            sent_at,
            state,
        });
        let mut made: Vec<_> = made.collect();
        made.sort();
        made
    }

    async fn never_after_the_fill(&self, made: &[Made]) {
        for (number, id) in self.filed.iter().enumerate() {
            let request = self.pool.request(*id).await;
            let Some(held) = request.assignments.first() else {
                continue;
            };
            for offer in made.iter().filter(|offer| offer.request == number) {
                let sent_at = offer.sent_at.unwrap_or(offer.at);
                assert!(offer.at <= held.accepted_at && sent_at <= held.accepted_at, "{offer:?}");
            }
        }
    }
}

/// How many hand-overs fell into the fullest seven days of anybody; never more than the cap.
fn fullest_week(made: &[Made]) -> usize {
    let mut of: HashMap<usize, Vec<DateTime<Utc>>> = HashMap::new();
    for offer in made {
        of.entry(offer.volunteer).or_default().extend(offer.sent_at);
    }
    let mut fullest = 0;
    for times in of.values_mut() {
        times.sort();
        for last in times.iter() {
            let week = times
                .iter()
                .filter(|at| **at <= *last && *last - **at < Duration::days(7));
            fullest = fullest.max(week.count());
        }
    }
    fullest
}

fn never_at_night(made: &[Made]) {
    for at in made.iter().filter_map(|offer| offer.sent_at) {
        let hour = at.with_timezone(&Berlin).hour();
        assert!((7..21).contains(&hour), "handed over at {at}");
    }
}

async fn two_weeks(pool: &Pool, sink: &Sink) -> Vec<Made> {
    let mut fortnight = Fortnight {
        pool,
        filed: Vec::new(),
    };
    let (start, away, back) = (at(3, 8, 9, 12), at(3, 10, 12, 0), at(3, 12, 12, 0));
    for hour in 0..24 * 14 {
        let now = start + Duration::hours(hour);
        // Once in the night, every other hour by day.
        if !matches!(now.with_timezone(&Berlin).hour(), 3 | 7 | 9 | 11 | 13 | 15 | 17 | 20) {
            continue;
        }
        pool.app.clock.set(now);
        sink.be(if away <= now && now < back {
            Mood::Greeting("421 come back later")
        } else {
            Mood::Accepting
        });
        fortnight.file(now).await;
        pool.work().await;
        fortnight.answer(now).await;
        pool.work().await;
        fortnight.nothing_is_forgotten(now).await;
    }
    let made = fortnight.made().await;
    fortnight.never_after_the_fill(&made).await;
    made
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fortnight_in_waves_breaks_no_promise_and_goes_the_same_way_again() {
    let mut before: Option<Vec<Made>> = None;
    for engine in ENGINES {
        let sink = Sink::start().await;
        let smtp = Smtp::new(&sink.config()).expect("it is configured");
        let options = Options {
            transport: Some(Transport::Smtp(Arc::new(smtp))),
            more_speakers: 10,
            policy: Some("waves"),
            ..Options::default()
        };
        let pool = Pool::new(Fresh::new(engine).await, options).await;
        let made = two_weeks(&pool, &sink).await;
        invariants::hold(&pool.app.db, pool.app.clock.now()).await;
        // The pool has more to ask than its people may get: the cap is what holds it.
        assert_eq!(fullest_week(&made), CAP);
        never_at_night(&made);
        let filled = pool
            .count(q!("SELECT COUNT(*) FROM opening WHERE state = 'filled'"))
            .await;
        assert!(filled >= 10, "only {filled} filled");
        if let Some(before) = before.replace(made.clone()) {
            assert_eq!(before, made, "the same seeds, the same offers");
        }
    }
}
