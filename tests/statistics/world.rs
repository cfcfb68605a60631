//! A year of the pool by the real verbs, with a diary of what was asked for. What came of it is left to the trail.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, NaiveDate, TimeZone, Utc, Weekday};
use chrono_tz::Europe::Berlin;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use sprachpool::{
    act::Actor,
    database::Tx,
    matching::{GenderWish, Mode},
    people::PersonId,
    q,
    requests::{
        self, AssignmentId, Canceller, Change, CloseReason, NewRequest, NewSlot, OfferId, RequestId, assignments,
        offers::{self, Yes},
        store,
    },
};

use crate::support::{people::Asker, site::Site};

pub struct World {
    pub site: Site,
    pub asked: BTreeMap<RequestId, NewRequest>,
    /// Which of its dates a request got with each "yes".
    pub dates: BTreeMap<AssignmentId, NewSlot>,
    /// Real times, as the proofs have them.
    pub real: BTreeMap<AssignmentId, (DateTime<Utc>, DateTime<Utc>)>,
    pub chance: StdRng,
}

pub fn local(year: i32, month: u32, day: u32, hour: u32) -> DateTime<Utc> {
    let at = Berlin.with_ymd_and_hms(year, month, day, hour, 0, 0);
    at.single().expect("it exists once").to_utc()
}

/// Dari, on site, one place.
pub fn wish(asker: Asker, filed_by: PersonId, slots: Vec<NewSlot>) -> NewRequest {
    NewRequest {
        form_key: uuid::Uuid::nil(),
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        filed_by,
        language: "prs".to_owned(),
        mode: Mode::OnSite,
        occasion: "parent_talk".to_owned(),
        topic: "education".to_owned(),
        gender: GenderWish::None,
        same_volunteer: false,
        openings: 1,
        urgent_reason: None,
        meeting_point: String::new(),
        remarks: String::new(),
        slots,
    }
}

/// Files it now, as its contact.
pub async fn file(site: &Site, wish: &NewRequest) -> RequestId {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let act = site.app.act(Actor::Person(wish.filed_by));
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let new = NewRequest {
        form_key: act.uuid(),
        ..wish.clone()
    };
    let filed = requests::submit(&mut tx, &act, &rules, &new)
        .await
        .expect("it is taken");
    site.app.commit(tx).await.expect("it commits");
    filed.id
}

pub async fn person_of(site: &Site, asker: Asker) -> PersonId {
    let mut tx = site.app.db.read().await.expect("it reads");
    let found = q!("SELECT person_id FROM contact WHERE id = $1", asker.contact);
    let (person,) = found.one::<(PersonId,)>(&mut tx).await.expect("the contact is there");
    person
}

impl World {
    pub fn new(site: Site, seed: u64) -> Self {
        Self {
            site,
            asked: BTreeMap::new(),
            dates: BTreeMap::new(),
            real: BTreeMap::new(),
            chance: StdRng::seed_from_u64(seed),
        }
    }

    /// Twelve months from March 2027: a few requests each, and everything that can happen to them.
    pub async fn year(&mut self) {
        for month in 0..12 {
            let (year, month) = (2027 + (month + 2) / 12, ((month + 2) % 12 + 1) as u32);
            self.site.app.clock.set(local(year, month, 2, 10));
            for _ in 0..3 {
                self.ask().await;
            }
            for hours in [0, 5, 20, 25, 30, 49, 50] {
                self.site.app.clock.advance(Duration::hours(hours));
                self.site.work().await;
                self.answer().await;
                self.disturb().await;
                self.site.work().await;
            }
        }
        self.site.app.clock.advance(Duration::days(30));
        self.site.work().await;
        self.prove().await;
    }

    async fn ask(&mut self) {
        let who = self.site.who;
        let asker = *[who.kita, who.klinik, who.jobcenter]
            .choose(&mut self.chance)
            .expect("one");
        let filed_by = person_of(&self.site, asker).await;
        let count = self.chance.random_range(1..=3);
        let slots = (0..count).map(|_| self.slot()).collect();
        let mut new = wish(asker, filed_by, slots);
        // Nobody here speaks Somali: those stay unfilled.
        if self.chance.random_bool(0.2) {
            new.language = "so".to_owned();
        }
        new.openings = self.chance.random_range(1..=2);
        let id = file(&self.site, &new).await;
        self.asked.insert(id, new);
    }

    /// On a working day in one to three weeks.
    fn slot(&mut self) -> NewSlot {
        let today = self.site.app.clock.now().date_naive();
        let mut date: NaiveDate = today + Duration::days(self.chance.random_range(8..22));
        // The pool is closed in the first two weeks of August and in the last of December.
        let closed = |date: NaiveDate| matches!((date.month(), date.day()), (8, ..14) | (12, 24..));
        while matches!(date.weekday(), Weekday::Sat | Weekday::Sun) || closed(date) {
            date = date.succ_opt().expect("a day");
        }
        let time = |minutes: u32| chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
        let start = self.chance.random_range(17..32) * 30;
        NewSlot {
            date,
            start: time(start).expect("a time"),
            end: time(start + self.chance.random_range(2..5) * 15).expect("a time"),
        }
    }

    /// Those whose appointment may still come.
    fn ahead(&self) -> Vec<(RequestId, NewRequest)> {
        let today = self.site.app.clock.now().date_naive();
        let comes = |new: &NewRequest| new.slots.iter().any(|slot| slot.date >= today);
        let ahead = self.asked.iter().filter(|(_, new)| comes(new));
        ahead.map(|(id, new)| (*id, new.clone())).collect()
    }

    async fn answer(&mut self) {
        for (request, _) in self.ahead() {
            let mut tx = self.site.app.db.read().await.expect("it reads");
            let offers = store::offers_of(&mut tx, request).await.expect("it reads");
            drop(tx);
            for offer in offers
                .into_iter()
                .filter(|offer| offer.state == store::OfferState::Sent)
            {
                match self.chance.random_range(0..10) {
                    0..4 => self.accept(request, offer.id).await,
                    4..7 => self.decline(offer.id).await,
                    _ => {}
                }
            }
        }
    }

    async fn accept(&mut self, request: RequestId, offer: OfferId) {
        let mut tx = self.site.app.db.begin().await.expect("it begins");
        let found = store::get(&mut tx, request)
            .await
            .expect("it reads")
            .expect("it is there");
        let rules = self.site.app.rules(&mut tx).await.expect("rules");
        let slot = found.slots.choose(&mut self.chance).expect("a date");
        let act = self.site.app.act(Actor::Service);
        match offers::accept(&mut tx, &act, &rules, &self.site.app.keys, offer, Some(slot.id)).await {
            Ok(Yes::Booked(accepted)) if !accepted.already => {
                let date = NewSlot {
                    date: slot.date,
                    start: slot.start,
                    end: slot.end,
                };
                self.dates.insert(accepted.assignment, date);
                self.site.app.commit(tx).await.expect("it commits");
            }
            _ => tx.rollback().await.expect("it rolls back"),
        }
    }

    async fn decline(&self, offer: OfferId) {
        let mut tx = self.site.app.db.begin().await.expect("it begins");
        match offers::decline(&mut tx, &self.site.app.act(Actor::Service), offer).await {
            Ok(()) => self.site.app.commit(tx).await.expect("it commits"),
            Err(_) => tx.rollback().await.expect("it rolls back"),
        }
    }

    /// Somebody gives back; the institution cancels, or the pool does; a coordinator does their part.
    async fn disturb(&mut self) {
        for (request, new) in self.ahead() {
            let mut tx = self.site.app.db.begin().await.expect("it begins");
            let done = match self.chance.random_range(0..40) {
                0..5 => self.gives_back(&mut tx, request).await,
                5 => self.cancels(&mut tx, request, new.filed_by, Canceller::Contact).await,
                6 => {
                    self.cancels(&mut tx, request, self.site.who.cora, Canceller::Coordinator)
                        .await
                }
                7 => {
                    self.cancels(&mut tx, request, self.site.who.cora, Canceller::Pool)
                        .await
                }
                8..11 => self.assigns(&mut tx, request).await,
                11 => self.closes(&mut tx, request).await,
                12..14 => self.adds_a_date(&mut tx, request).await,
                _ => false,
            };
            if done {
                self.site.app.commit(tx).await.expect("it commits");
            } else {
                tx.rollback().await.expect("it rolls back");
            }
        }
    }

    async fn gives_back(&mut self, tx: &mut Tx, request: RequestId) -> bool {
        let found = store::get(tx, request).await.expect("it reads").expect("it is there");
        let rules = self.site.app.rules(tx).await.expect("rules");
        let Some(held) = found.assignments.first() else {
            return false;
        };
        // By the link, or by a call to Cora.
        if self.chance.random_bool(0.5) {
            let act = self.site.app.act(Actor::Service);
            return assignments::give_back(tx, &act, &rules, held.id).await.is_ok();
        }
        let act = self.site.app.act(Actor::Person(self.site.who.cora));
        assignments::release(tx, &act, &rules, request, held.id).await.is_ok()
    }

    async fn cancels(&self, tx: &mut Tx, request: RequestId, person: PersonId, by: Canceller) -> bool {
        let act = self.site.app.act(Actor::Person(person));
        requests::cancel_as(tx, &act, request, by, "Fällt aus").await.is_ok()
    }

    async fn assigns(&mut self, tx: &mut Tx, request: RequestId) -> bool {
        let found = store::get(tx, request).await.expect("it reads").expect("it is there");
        let rules = self.site.app.rules(tx).await.expect("rules");
        let slot = found.slots.choose(&mut self.chance).expect("a date");
        let wish = assignments::ByHand {
            request,
            volunteer: self.site.who.basir,
            slot: slot.id,
            why: Some("Er kommt gern.".to_owned()),
        };
        let act = self.site.app.act(Actor::Person(self.site.who.cora));
        match assignments::assign(tx, &act, &rules, &self.site.app.keys, &wish).await {
            Ok(made) if !made.already => {
                let date = NewSlot {
                    date: slot.date,
                    start: slot.start,
                    end: slot.end,
                };
                self.dates.insert(made.assignment, date);
                true
            }
            _ => false,
        }
    }

    async fn closes(&self, tx: &mut Tx, request: RequestId) -> bool {
        let act = self.site.app.act(Actor::Person(self.site.who.cora));
        requests::close(tx, &act, request, CloseReason::Other, "Niemand da")
            .await
            .is_ok()
    }

    async fn adds_a_date(&mut self, tx: &mut Tx, request: RequestId) -> bool {
        let rules = self.site.app.rules(tx).await.expect("rules");
        let change = Change {
            dates: vec![self.slot()],
            ..Change::default()
        };
        let act = self.site.app.act(Actor::Person(self.site.who.cora));
        requests::change_search(tx, &act, &rules, request, &change)
            .await
            .is_ok()
    }

    /// Half of those who came have a proof, with times of their own; some did not take place or are disputed.
    async fn prove(&mut self) {
        let mut tx = self.site.app.db.begin().await.expect("it begins");
        let now = self.site.app.clock.now();
        let standing = q!("SELECT id, starts_at FROM assignment WHERE ended_at IS NULL ORDER BY id");
        let standing: Vec<(AssignmentId, DateTime<Utc>)> = standing.all(&mut tx).await.expect("it reads");
        q!("DELETE FROM proof").execute(&mut tx).await.expect("it is emptied");
        for (number, (assignment, start)) in standing.into_iter().enumerate() {
            let start = start + Duration::minutes(5);
            let end = start + Duration::minutes(self.chance.random_range(20..100));
            let (state, outcome) = match number % 4 {
                0 | 1 => ("done", "held"),
                2 => ("disputed", "held"),
                _ => ("done", "client_absent"),
            };
            if (state, outcome) == ("done", "held") {
                self.real.insert(assignment, (start, end));
            }
            q!(
                "INSERT INTO proof (assignment_id, state, outcome, started_at, ended_at, volunteer_reminders,
                   institution_reminders, created_at) VALUES ($1, $2, $3, $4, $5, 0, 0, $6)",
                assignment,
                state,
                outcome,
                start,
                end,
                now
            )
            .execute(&mut tx)
            .await
            .expect("it is written");
        }
        tx.commit().await.expect("it commits");
    }
}
