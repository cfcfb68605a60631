//! Kita's search for Tuesday, 9 March 2027, 10:00: three at a time out of seven who can, ended on the Saturday before.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use sprachpool::dispatch::*;
use uuid::Uuid;

/// A wall time in Berlin that exists once.
pub fn at(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time");
    Berlin
        .from_local_datetime(&local)
        .single()
        .expect("exists once")
        .to_utc()
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn ids(numbers: impl IntoIterator<Item = u128>) -> Vec<Uuid> {
    numbers.into_iter().map(id).collect()
}

pub fn quiet() -> QuietHours {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    QuietHours {
        zone: Berlin,
        from: time(21),
        until: time(7),
        closed: Default::default(),
    }
}

pub fn state() -> State {
    State {
        policy: Policy::RollingK { k: 3 },
        openings_open: 1,
        deadline: at("2027-03-06 10:00"),
        starts_at: at("2027-03-09 10:00"),
        quiet: quiet(),
        answer_window: Duration::hours(8),
        offers: vec![],
        candidates: candidates(1..=7),
        next_candidate_at: None,
        started_at: at("2027-03-04 10:00"),
        first_sent_at: None,
        target: at("2027-03-06 10:00"),
        asleep: quiet(),
        waves: WAVES,
    }
}

/// The model city's.
pub const WAVES: Waves = Waves {
    hours: 4.0,
    certainty: 0.9,
    short_notice_certainty: 0.99,
    short_notice: Duration::hours(30),
    most: 10.0,
};

/// Each says yes every second time.
pub fn candidates(numbers: impl IntoIterator<Item = u128>) -> Vec<Candidate> {
    let candidate = |volunteer| Candidate { volunteer, chance: 0.5 };
    ids(numbers).into_iter().map(candidate).collect()
}

pub fn offer(volunteer: u128, state: OfferState) -> Offer {
    Offer {
        volunteer: id(volunteer),
        state,
        chance: 0.5,
    }
}

pub fn sent(volunteer: u128, sent_at: &str, answer_by: &str) -> Offer {
    offer(
        volunteer,
        OfferState::Sent {
            sent_at: at(sent_at),
            answer_by: at(answer_by),
        },
    )
}

pub fn send(numbers: impl IntoIterator<Item = u128>, look_again_at: &str) -> Step {
    Step::Send {
        volunteers: ids(numbers),
        look_again_at: at(look_again_at),
    }
}

pub fn wait(until: &str) -> Step {
    Step::Wait { until: at(until) }
}

pub fn give_up(why: GiveUpReason) -> Step {
    Step::GiveUp { why }
}
