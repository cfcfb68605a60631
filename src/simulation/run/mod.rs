//! One world, one policy, one simulated year. Events come in the order of their time, those of one instant in the
//! order in which they were scheduled.

mod answering;
mod asking;
mod learning;
mod withdrawing;

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
};

use chrono::{DateTime, NaiveTime, Utc};

use super::{
    behaviour::Memory,
    log::Log,
    people,
    plan::Plan,
    world::{Answer, World},
};
use crate::{
    dispatch::{self, QuietHours},
    forecast,
    matching::{self, Assessment, Candidate, Limits, Purpose, Wanted},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Filed {
        request: usize,
    },
    Look {
        request: usize,
        search: u32,
    },
    Yes {
        request: usize,
        volunteer: usize,
    },
    No {
        request: usize,
        volunteer: usize,
        search: u32,
    },
    Withdrawal {
        request: usize,
        volunteer: usize,
    },
    /// So much time without an answer that it counts as none.
    Silent {
        request: usize,
        volunteer: usize,
    },
}

type Event = Reverse<(DateTime<Utc>, u64, What)>;

pub struct Run<'a> {
    world: &'a World,
    plan: &'a Plan,
    /// When no offers leave.
    quiet: QuietHours,
    /// When nobody answers.
    asleep: QuietHours,
    answers: HashMap<(usize, usize), &'a Answer>,
    wanted: Vec<Wanted>,
    speakers: HashMap<String, u32>,
    candidates: Vec<Candidate>,
    /// When each volunteer was mailed, and took an assignment.
    mailed: Vec<Vec<DateTime<Utc>>>,
    taken: Vec<Vec<DateTime<Utc>>>,
    memory: Vec<Memory>,
    pool: forecast::Pool,
    seen: Vec<forecast::Seen>,
    asked: Vec<Asked>,
    queue: BinaryHeap<Event>,
    scheduled: u64,
    log: Log,
}

/// What became of a request so far.
#[derive(Clone, Debug, Default)]
struct Asked {
    search: u32,
    started: DateTime<Utc>,
    over: bool,
    holder: Option<usize>,
    /// Of this search.
    offers: Vec<dispatch::Offer>,
    declined: Vec<usize>,
    withdrew: Vec<usize>,
    next_look: Option<DateTime<Utc>>,
    first_sent: Option<DateTime<Utc>>,
    /// Offers from which nothing was learned yet.
    to_learn: Vec<learning::Lesson>,
}

impl<'a> Run<'a> {
    pub fn new(world: &'a World, plan: &'a Plan) -> Self {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        let zone = world.timezone;
        let ids = |ids: Vec<&'a str>| -> HashMap<&str, usize> {
            ids.into_iter().enumerate().map(|(at, id)| (id, at)).collect()
        };
        let volunteers = ids(world.volunteers.iter().map(|one| one.id.as_str()).collect());
        let requests = ids(world.requests.iter().map(|one| one.id.as_str()).collect());
        let place = |answer: &Answer| {
            let request = requests.get(answer.request.as_str())?;
            Some((*request, *volunteers.get(answer.volunteer.as_str())?))
        };
        let people = world.volunteers.len();
        let fitting = people::fitting(world).into_iter();
        let fitting = fitting.map(|fits| fits.into_iter().map(|fit| fit.volunteer).collect());
        let mut run = Self {
            world,
            plan,
            quiet: QuietHours {
                zone,
                from: time(21),
                until: time(7),
                closed: [].into(),
            },
            asleep: people::asleep(world),
            answers: world
                .answers
                .iter()
                .filter_map(|answer| Some((place(answer)?, answer)))
                .collect(),
            wanted: world.requests.iter().map(|one| people::wanted(one, zone)).collect(),
            speakers: people::speakers(world),
            candidates: people::candidates(world),
            mailed: vec![Vec::new(); people],
            taken: vec![Vec::new(); people],
            memory: vec![Memory::default(); people],
            pool: forecast::Pool::default(),
            seen: vec![forecast::Seen::default(); people],
            asked: vec![Asked::default(); world.requests.len()],
            queue: BinaryHeap::new(),
            scheduled: 0,
            log: Log {
                fitting: fitting.collect(),
                ..Log::default()
            },
        };
        for (request, filed) in world.requests.iter().enumerate() {
            run.schedule(filed.created_at, What::Filed { request });
        }
        run
    }

    /// The whole year. `filed` hears of each request that was filed, for a progress bar.
    pub fn year(mut self, mut filed: impl FnMut()) -> Log {
        while let Some(Reverse((now, _, what))) = self.queue.pop() {
            match what {
                What::Filed { request } => {
                    filed();
                    self.note_rare(request, now);
                    self.begin(request, now);
                }
                What::Look { request, search } => {
                    let asked = &self.asked[request];
                    let stale = asked.search != search || asked.holder.is_some() || asked.over;
                    if !stale && asked.next_look.is_none_or(|look| look <= now) {
                        self.look(request, now);
                    }
                }
                What::Yes { request, volunteer } => self.yes(request, volunteer, now),
                What::No {
                    request,
                    volunteer,
                    search,
                } => self.no(request, volunteer, search, now),
                What::Withdrawal { request, volunteer } => self.withdrawal(request, volunteer, now),
                What::Silent { request, volunteer } => self.learn_silence(request, volunteer, now),
            }
        }
        self.log
    }

    fn schedule(&mut self, at: DateTime<Utc>, what: What) {
        self.scheduled += 1;
        self.queue.push(Reverse((at, self.scheduled, what)));
    }

    fn assess(&self, request: usize, volunteer: usize, now: DateTime<Utc>, purpose: Purpose) -> Assessment {
        let limits = Limits {
            now,
            purpose,
            closed: &[],
            travel: &|_: &str, _: &str| 0,
            buffer_margin_minutes: self.world.travel_buffer_minutes,
            offers_per_week: self.plan.cap,
            weights: self.plan.weights,
            speakers: &self.speakers,
        };
        matching::assess(&self.wanted[request], &self.candidates[volunteer], &limits)
    }

    /// Of those who speak a rare language and fit: who is free, and not worn out?
    fn note_rare(&mut self, request: usize, now: DateTime<Utc>) {
        const RARE: u32 = 5;
        const RESTED: f64 = 0.9;
        let language = &self.world.requests[request].language;
        if self.speakers.get(language).is_none_or(|speakers| *speakers > RARE) {
            return;
        }
        let fitting = self.log.fitting[request].clone();
        let mut free_and_rested = 0;
        for &volunteer in &fitting {
            self.refresh(request, volunteer, now);
            let free = self.assess(request, volunteer, now, Purpose::Accept).is_eligible();
            let rested = self.memory[volunteer].fatigue(&self.world.behaviour, now) >= RESTED;
            free_and_rested += usize::from(free && rested);
        }
        if !fitting.is_empty() {
            self.log.rare_free.push(free_and_rested as f64 / fitting.len() as f64);
        }
    }
}
