//! The demo: a believable pool on a clock that can be moved, with its own mailbox and a door for each role.
//!
//! [`year`] makes twelve months by the verbs themselves, on the demo's clock; [`pages`] serves what only the
//! demo has. Everything else is the service as it is.

mod afterwards;
mod answers;
mod chance;
mod changes;
mod desk;
mod names;
mod pages;
mod people;
mod privacy;
mod renewals;
mod rules;
mod start;
mod tables;
mod year;

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use chrono::NaiveDate;

pub use pages::{routes, wait_until_ready};
pub use start::run;

use crate::{mail::memory::Memory, people::PersonId};

/// What only the demo has.
#[derive(Debug)]
pub struct Demo {
    pub mailbox: Memory,
    ready: AtomicBool,
    /// How far the year has been made.
    day: Mutex<Option<NaiveDate>>,
    doors: Mutex<Option<Doors>>,
}

/// Who waits behind each door.
#[derive(Clone, Copy, Debug)]
pub struct Doors {
    pub contact: PersonId,
    pub volunteer: PersonId,
    pub coordinator: PersonId,
}

/// So many mails keep their HTML part: the year has some four thousand, and the demo stays small.
const WHOLE_MAILS: usize = 1000;

impl Demo {
    fn new() -> Self {
        Self {
            mailbox: Memory::keeping(WHOLE_MAILS),
            ready: AtomicBool::new(false),
            day: Mutex::new(None),
            doors: Mutex::new(None),
        }
    }

    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::SeqCst)
    }

    pub fn doors(&self) -> Option<Doors> {
        *self.doors.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn day(&self) -> Option<NaiveDate> {
        *self.day.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_day(&self, day: NaiveDate) {
        *self.day.lock().unwrap_or_else(PoisonError::into_inner) = Some(day);
    }

    fn open(&self, doors: Doors) {
        *self.doors.lock().unwrap_or_else(PoisonError::into_inner) = Some(doors);
        self.ready.store(true, Ordering::SeqCst);
    }
}
