//! The forecast learns what the service would learn: answers, silence, and how long it lasted.

use chrono::{DateTime, Duration, Utc};

use super::{Run, What};
use crate::{
    forecast::{Answer, Exposure},
    simulation::behaviour,
};

/// An offer from which there is something to learn still.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lesson {
    volunteer: usize,
    sent: DateTime<Utc>,
    exposure: Exposure,
}

impl Run<'_> {
    /// Call before the mail counts among those of the week.
    pub(super) fn will_learn(&mut self, request: usize, volunteer: usize, now: DateTime<Utc>) {
        let ahead = behaviour::hours(self.world.requests[request].latest_start() - now);
        let recent = self.candidates[volunteer].offers_last_7_days;
        let exposure = self.pool.exposure(&self.plan.forecast, ahead, recent);
        self.asked[request].to_learn.push(Lesson {
            volunteer,
            sent: now,
            exposure,
        });
        let silent = Duration::hours(Answer::SILENT_AFTER_HOURS as i64);
        let at = self.asleep.add_waking(now, silent);
        self.schedule(at, What::Silent { request, volunteer });
    }

    pub(super) fn learn(&mut self, request: usize, volunteer: usize, answer: Answer) {
        let open = &mut self.asked[request].to_learn;
        while let Some(at) = open.iter().position(|lesson| lesson.volunteer == volunteer) {
            let lesson = open.remove(at);
            self.pool
                .learn(&self.plan.forecast, &mut self.seen[volunteer], lesson.exposure, answer);
        }
    }

    pub(super) fn learn_silence(&mut self, request: usize, volunteer: usize, now: DateTime<Utc>) {
        let asleep = &self.asleep;
        let lessons = self.asked[request].to_learn.iter();
        let old = lessons
            .filter(|lesson| lesson.volunteer == volunteer)
            .map(|lesson| behaviour::hours(asleep.waking_between(lesson.sent, now)))
            .find(|hours| *hours >= Answer::SILENT_AFTER_HOURS);
        if let Some(waking_hours) = old {
            self.learn(request, volunteer, Answer::Silence { waking_hours });
        }
    }

    /// The search is over: whoever is silent had only so long to answer.
    pub(super) fn learn_all(&mut self, request: usize, now: DateTime<Utc>) {
        for lesson in std::mem::take(&mut self.asked[request].to_learn) {
            let waking_hours = behaviour::hours(self.asleep.waking_between(lesson.sent, now));
            self.pool.learn(
                &self.plan.forecast,
                &mut self.seen[lesson.volunteer],
                lesson.exposure,
                Answer::Silence { waking_hours },
            );
        }
    }
}
