//! A search asks: matching says who can and who first, dispatch how many and when.

use chrono::{DateTime, Duration, Utc};

use super::{Run, What};
use crate::{
    dispatch::{self, Step},
    forecast::MILLI,
    matching::{self, Assessment, Purpose, Reason},
    simulation::{behaviour, log::Mail, people},
};

const WEEK: Duration = Duration::days(7);
/// So long assignments count as recent.
const RECENT: Duration = Duration::weeks(8);
/// The reference policies call an offer old after so many waking hours.
const OLD: Duration = Duration::hours(8);

impl Run<'_> {
    pub(super) fn begin(&mut self, request: usize, now: DateTime<Utc>) {
        let asked = &mut self.asked[request];
        asked.search += 1;
        asked.started = now;
        asked.offers.clear();
        asked.first_sent = None;
        asked.over = false;
        let at = self.quiet.awake_from(now);
        self.look_at(request, at);
    }

    pub(super) fn look_at(&mut self, request: usize, at: DateTime<Utc>) {
        let asked = &mut self.asked[request];
        asked.next_look = Some(at);
        let search = asked.search;
        self.schedule(at, What::Look { request, search });
    }

    pub(super) fn look(&mut self, request: usize, now: DateTime<Utc>) {
        let state = self.state(request, now);
        match dispatch::next_step(&state, now) {
            Step::Send {
                volunteers,
                look_again_at,
            } => {
                for volunteer in volunteers {
                    let asked = state.candidates.iter().find(|one| one.volunteer == volunteer);
                    let chance = asked.map_or(0.0, |one| one.chance);
                    self.send(request, people::index(volunteer), chance, now);
                }
                self.look_at(request, look_again_at);
            }
            Step::Wait { until } => self.look_at(request, until),
            Step::GiveUp { .. } => {
                self.asked[request].over = true;
                self.learn_all(request, now);
            }
            // Nobody sits at a desk here, and no policy of a simulated year waits for one.
            Step::Choose | Step::Done => {}
        }
    }

    fn state(&mut self, request: usize, now: DateTime<Utc>) -> dispatch::State {
        let fitting = self.log.fitting[request].clone();
        let assess = |volunteer: usize| {
            self.refresh(request, volunteer, now);
            self.assess(request, volunteer, now, Purpose::Offer)
        };
        let assessed: Vec<Assessment> = fitting.into_iter().map(assess).collect();
        let wish = &self.world.requests[request];
        let asked = &self.asked[request];
        let candidates = matching::ranked(&assessed).into_iter().filter_map(|one| {
            Some(dispatch::Candidate {
                volunteer: one.volunteer,
                chance: f64::from(one.rank()?.chance_milli()) / MILLI,
            })
        });
        dispatch::State {
            policy: self.plan.policy,
            openings_open: 1,
            deadline: wish.deadline,
            starts_at: wish.latest_start(),
            quiet: self.quiet.clone(),
            answer_window: self.plan.answer_window,
            offers: asked.offers.iter().map(|offer| self.aged(*offer, now)).collect(),
            candidates: candidates.collect(),
            next_candidate_at: self.free_of_the_cap_at(&assessed),
            started_at: asked.started,
            first_sent_at: asked.first_sent,
            target: wish.deadline.min(asked.started + self.plan.target),
            asleep: self.asleep.clone(),
            waves: self.plan.waves,
        }
    }

    /// When the first of those whom only the cap keeps from being asked may be asked again.
    fn free_of_the_cap_at(&self, assessed: &[Assessment]) -> Option<DateTime<Utc>> {
        let cap = self.plan.cap? as usize;
        let capped = assessed
            .iter()
            .filter(|one| matches!(one.reasons(), [Reason::OfferCap { .. }]));
        capped
            .filter_map(|one| {
                let mailed = &self.mailed[people::index(one.volunteer)];
                mailed.len().checked_sub(cap).map(|oldest| mailed[oldest] + WEEK)
            })
            .min()
    }

    /// Brings what changes with time up to now.
    pub(super) fn refresh(&mut self, request: usize, volunteer: usize, now: DateTime<Utc>) {
        let since =
            |times: &[DateTime<Utc>], time: Duration| times.iter().rev().take_while(|at| **at > now - time).count();
        let asked = &self.asked[request];
        let mailed = &self.mailed[volunteer];
        let candidate = &mut self.candidates[volunteer];
        let id = candidate.id;
        candidate.history.asked = asked.offers.iter().any(|offer| offer.volunteer == id);
        candidate.history.declined = asked.declined.contains(&volunteer);
        candidate.history.withdrew = asked.withdrew.contains(&volunteer);
        candidate.offers_last_7_days = u32::try_from(since(mailed, WEEK)).unwrap_or(u32::MAX);
        candidate.last_offer_at = mailed.last().copied();
        candidate.recent_assignments = u32::try_from(since(&self.taken[volunteer], RECENT)).unwrap_or(u32::MAX);
        candidate.assignments.retain(|held| held.ends_at > now - WEEK * 2);
        let ahead = behaviour::hours(self.world.requests[request].latest_start() - now);
        let exposure = self
            .pool
            .exposure(&self.plan.forecast, ahead, candidate.offers_last_7_days);
        candidate.chance_milli = self
            .pool
            .chance_milli(&self.plan.forecast, self.seen[volunteer], exposure);
    }

    fn send(&mut self, request: usize, volunteer: usize, chance: f64, now: DateTime<Utc>) {
        let world = self.world;
        let first = *self.asked[request].first_sent.get_or_insert(now);
        let search = self.asked[request].search;
        let answer_by = self.old_at(first, now);
        self.asked[request].offers.push(dispatch::Offer {
            volunteer: people::uuid(volunteer),
            state: dispatch::OfferState::Sent {
                sent_at: now,
                answer_by,
            },
            chance,
        });
        self.log.mails.push(Mail {
            request,
            volunteer,
            at: now,
        });
        self.will_learn(request, volunteer, now);
        let (person, latest) = (&world.volunteers[volunteer], world.requests[request].latest_start());
        let yes = self.memory[volunteer].chance(&world.behaviour, person.willingness, latest, now);
        self.memory[volunteer].mail(now);
        self.mailed[volunteer].push(now);
        let Some(answer) = self.answers.get(&(request, volunteer)) else {
            return;
        };
        let at = self.asleep.add_waking(now, behaviour::from_hours(answer.delay_hours));
        if answer.u < yes {
            self.schedule(at, What::Yes { request, volunteer });
        } else if answer.declines {
            self.schedule(
                at,
                What::No {
                    request,
                    volunteer,
                    search,
                },
            );
        }
    }

    /// Between two beats an offer that is old no longer counts as pending.
    fn aged(&self, mut offer: dispatch::Offer, now: DateTime<Utc>) -> dispatch::Offer {
        if let dispatch::OfferState::Sent { sent_at, answer_by } = &mut offer.state
            && self.asleep.waking_between(*sent_at, now) >= OLD
        {
            *answer_by = now.min(*answer_by);
        }
        offer
    }

    /// Rolling 3 looks at the beats of 8 waking hours, counted from the search's first offer.
    fn old_at(&self, first: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
        let mut at = first;
        loop {
            at = self.quiet.awake_from(self.asleep.add_waking(at, OLD));
            if self.asleep.waking_between(now, at) >= OLD {
                return at;
            }
        }
    }
}
