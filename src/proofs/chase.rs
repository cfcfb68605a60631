//! Chased twice, then a task: whose turn is it now, and to do what. Pure.

use chrono::{DateTime, Duration, Utc};

use crate::{dispatch::QuietHours, settings::Rules};

/// Days of silence until the first reminder, the second one, and the task for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days(pub [i64; 3]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Wait(DateTime<Utc>),
    Remind,
    /// Both reminders went unanswered.
    GiveToPerson,
}

impl Days {
    pub fn of(rules: &Rules) -> Self {
        let numbers = rules.numbers();
        Self([
            numbers.proof_reminder_days,
            numbers.proof_second_reminder_days,
            numbers.proof_task_days,
        ])
    }

    /// From what came before to the next: two reminders never follow at once, however late the service is.
    pub fn gap_after(self, reminders: i64) -> Duration {
        let before = match reminders {
            ..=0 => 0,
            given => self.after(given - 1),
        };
        Duration::days((self.after(reminders) - before).max(0))
    }

    fn after(self, reminders: i64) -> i64 {
        let index = usize::try_from(reminders.clamp(0, 2)).unwrap_or(2);
        self.0[index]
    }
}

/// Somebody has been silent since `since` and was reminded so often. Nobody is reminded in the quiet hours.
pub fn turn(since: DateTime<Utc>, reminders: i64, days: Days, quiet: &QuietHours, now: DateTime<Utc>) -> Turn {
    let due = quiet.awake_from(since + Duration::days(days.after(reminders)));
    if now < due {
        return Turn::Wait(due);
    }
    if reminders >= 2 {
        return Turn::GiveToPerson;
    }
    match quiet.awake_from(now) {
        awake if awake > now => Turn::Wait(awake),
        _ => Turn::Remind,
    }
}
