//! Somebody gives an assignment back.

use chrono::{DateTime, Duration, Utc};

use super::Run;
use crate::simulation::{behaviour, log::Withdrawal};

/// Within this time of the deadline a withdrawn request stays unfilled.
const TOO_LATE: Duration = Duration::minutes(15);

impl Run<'_> {
    pub(super) fn withdrawal(&mut self, request: usize, volunteer: usize, now: DateTime<Utc>) {
        if self.asked[request].holder != Some(volunteer) {
            return;
        }
        self.asked[request].holder = None;
        self.asked[request].withdrew.push(volunteer);
        let wish = &self.world.requests[request];
        let held = &mut self.candidates[volunteer].assignments;
        let mine = |start: DateTime<Utc>| wish.slots.iter().any(|slot| slot.start == start);
        if let Some(at) = held.iter().position(|one| mine(one.starts_at)) {
            held.remove(at);
        }
        let recoverable = self.is_recoverable(request, now);
        self.log.withdrawals.push(Withdrawal {
            request,
            volunteer,
            at: now,
            recoverable,
        });
        if now + TOO_LATE >= self.world.requests[request].deadline {
            self.asked[request].over = true;
        } else {
            self.begin(request, now);
        }
    }

    /// Is there anybody who could take it over? Somebody who may be asked (did not withdraw from it, never declined
    /// it), is free, and would say yes, rested and in time, to a mail that leaves as soon as mails may.
    fn is_recoverable(&mut self, request: usize, now: DateTime<Utc>) -> bool {
        let world = self.world;
        let wish = &world.requests[request];
        if now + TOO_LATE >= wish.deadline {
            return false;
        }
        let sent = self.quiet.awake_from(now);
        let asked = &self.asked[request];
        let may = |volunteer: &usize| !asked.withdrew.contains(volunteer) && !asked.declined.contains(volunteer);
        let others: Vec<usize> = self.log.fitting[request].iter().copied().filter(may).collect();
        others.into_iter().any(|volunteer| {
            let Some(answer) = self.answers.get(&(request, volunteer)).copied() else {
                return false;
            };
            let willingness = world.volunteers[volunteer].willingness;
            let yes = behaviour::fresh_chance(&world.behaviour, willingness, wish.latest_start(), sent);
            let arrives = self.asleep.add_waking(sent, behaviour::from_hours(answer.delay_hours));
            answer.u < yes && self.slot_for(request, volunteer, now, arrives).is_some()
        })
    }
}
