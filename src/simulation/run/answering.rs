//! A yes or a no arrives.

use chrono::{DateTime, Utc};

use super::{Run, What};
use crate::{
    dispatch::OfferState,
    forecast,
    matching::{HeldAssignment, Mode, Purpose},
    simulation::{log::Fill, people, world::Slot},
};

impl Run<'_> {
    pub(super) fn yes(&mut self, request: usize, volunteer: usize, now: DateTime<Utc>) {
        self.learn(request, volunteer, forecast::Answer::Yes);
        if let Some(holder) = self.asked[request].holder {
            if holder != volunteer {
                self.memory[volunteer].too_late(now);
                self.log.too_late += 1;
            }
            return;
        }
        let Some(slot) = self.slot_for(request, volunteer, now, now) else {
            return;
        };
        let world = self.world;
        let wish = &world.requests[request];
        self.asked[request].holder = Some(volunteer);
        self.mark(request, volunteer, OfferState::Accepted);
        self.candidates[volunteer].assignments.push(HeldAssignment {
            starts_at: slot.start,
            ends_at: slot.end,
            site: None,
            mode: Mode::OnSite,
            district: people::district(wish),
        });
        self.memory[volunteer].assignment(now);
        self.taken[volunteer].push(now);
        self.log.fills.push(Fill {
            request,
            volunteer,
            at: now,
        });
        self.learn_all(request, now);
        let answer = self.answers.get(&(request, volunteer));
        if let Some(part) = answer.and_then(|answer| answer.withdraws_at) {
            let until = (slot.start - now).num_microseconds().unwrap_or(0) as f64;
            let at = now + chrono::Duration::microseconds((until * part).round() as i64);
            self.schedule(at, What::Withdrawal { request, volunteer });
        }
    }

    /// The first slot that the volunteer can take now and that is open still when their yes arrives.
    pub(super) fn slot_for(
        &mut self,
        request: usize,
        volunteer: usize,
        now: DateTime<Utc>,
        arrives: DateTime<Utc>,
    ) -> Option<Slot> {
        self.refresh(request, volunteer, now);
        let assessed = self.assess(request, volunteer, now, Purpose::Accept);
        let wish = &self.world.requests[request];
        let mut fitting = assessed.fitting_slots().iter();
        let open = |slot: &Slot| arrives <= wish.closes(slot);
        fitting.by_ref().map(|slot| wish.slots[people::index(*slot)]).find(open)
    }

    pub(super) fn no(&mut self, request: usize, volunteer: usize, search: u32, now: DateTime<Utc>) {
        self.learn(request, volunteer, forecast::Answer::No);
        let asked = &mut self.asked[request];
        if !asked.declined.contains(&volunteer) {
            asked.declined.push(volunteer);
        }
        if asked.search != search {
            return;
        }
        self.mark(request, volunteer, OfferState::Declined);
        let asked = &mut self.asked[request];
        if asked.holder.is_none() && !asked.over {
            asked.next_look = Some(asked.next_look.map_or(now, |look| look.min(now)));
            self.schedule(now, What::Look { request, search });
        }
    }

    fn mark(&mut self, request: usize, volunteer: usize, state: OfferState) {
        let id = people::uuid(volunteer);
        let offers = self.asked[request].offers.iter_mut();
        offers
            .filter(|offer| offer.volunteer == id)
            .for_each(|offer| offer.state = state);
    }
}
