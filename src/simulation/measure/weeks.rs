//! How many mails people got in a week.

use chrono::{DateTime, Duration, Utc};

use crate::{
    simulation::{log::Log, world::World},
    wall,
};

/// Volunteer-weeks of the world with more mails than that.
pub fn above(count: u32, world: &World, log: &Log) -> usize {
    let weeks = world.weeks as usize;
    let mut mails = vec![0_u32; weeks * world.volunteers.len()];
    for mail in &log.mails {
        let days = (wall::day_of(world.timezone, mail.at) - world.start).num_days();
        let week = usize::try_from(days.div_euclid(7)).unwrap_or(usize::MAX);
        if week < weeks {
            mails[mail.volunteer * weeks + week] += 1;
        }
    }
    mails.into_iter().filter(|mails| *mails > count).count()
}

/// The most mails that anybody got in any 7 days: two that are exactly 7 days apart are in different weeks.
pub fn most(world: &World, log: &Log) -> usize {
    let mut times: Vec<Vec<DateTime<Utc>>> = vec![Vec::new(); world.volunteers.len()];
    for mail in &log.mails {
        times[mail.volunteer].push(mail.at);
    }
    times.iter().map(|times| most_of_one(times)).max().unwrap_or(0)
}

/// In order of time.
fn most_of_one(times: &[DateTime<Utc>]) -> usize {
    let mut first = 0;
    let mut most = 0;
    for (at, time) in times.iter().enumerate() {
        while times[first] + Duration::days(7) <= *time {
            first += 1;
        }
        most = most.max(at + 1 - first);
    }
    most
}
