//! A request, its slots and openings, and what state it is in. Pure.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::{AssignmentId, OpeningId, RequestId, SlotId};
use crate::{
    dispatch::Policy,
    institutions::{ContactId, InstitutionId, SiteId},
    matching::{GenderWish, Mode},
    people::PersonId,
    volunteers::VolunteerId,
};

/// What an institution asks for, checked by its form; the verb checks again what must never be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// The draft's id: sent twice, it is one request.
    pub form_key: Uuid,
    pub institution: InstitutionId,
    pub site: SiteId,
    pub contact: ContactId,
    /// Who typed it: the contact, or a coordinator for a caller.
    pub filed_by: PersonId,
    pub language: String,
    pub mode: Mode,
    pub occasion: String,
    pub topic: String,
    pub gender: GenderWish,
    pub same_volunteer: bool,
    pub openings: i64,
    pub urgent_reason: Option<String>,
    pub meeting_point: String,
    pub remarks: String,
    /// One to three dates that would do, the best first.
    pub slots: Vec<NewSlot>,
}

/// Wall time in the pool's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSlot {
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
}

#[derive(Clone, Debug)]
pub struct Request {
    pub id: RequestId,
    pub reference: String,
    pub institution: InstitutionId,
    pub site: SiteId,
    pub contact: ContactId,
    pub filed_by: PersonId,
    pub filed_at: DateTime<Utc>,
    pub sector: String,
    pub district: String,
    pub language: String,
    pub mode: Mode,
    pub occasion: String,
    pub topic: String,
    pub gender: GenderWish,
    pub same_volunteer: bool,
    pub urgent_reason: Option<String>,
    pub meeting_point: String,
    pub remarks: String,
    /// How to join a video: a link or what to dial. Empty until somebody has said it.
    pub joining: String,
    /// It is the same appointment as that one, on another day.
    pub replaces: Option<RequestId>,
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Set when it is cancelled.
    pub cancelled_by: Option<Canceller>,
    /// A person has closed it as unfilled.
    pub closed_at: Option<DateTime<Utc>>,
    /// A coordinator looks at it, or has looked, before anybody is asked.
    pub check: Option<Check>,
    /// Another way of asking than the pool's.
    pub policy: Option<Policy>,
    /// Why, as a coordinator wrote it.
    pub policy_reason: Option<String>,
    /// Languages that would do besides, for this request only.
    pub also_accept: Vec<String>,
    pub slots: Vec<Slot>,
    pub openings: Vec<Opening>,
    /// Assignments that stand.
    pub assignments: Vec<Assignment>,
    /// The running search, or the last one.
    pub search: Option<Search>,
}

#[derive(Clone, Debug)]
pub struct Slot {
    pub id: SlotId,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub zone: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningState {
    Open,
    Filled,
    Unfilled,
    Cancelled,
}

#[derive(Clone, Debug)]
pub struct Opening {
    pub id: OpeningId,
    pub state: OpeningState,
}

#[derive(Clone, Debug)]
pub struct Assignment {
    pub id: AssignmentId,
    pub opening: OpeningId,
    pub slot: SlotId,
    pub volunteer: VolunteerId,
    pub accepted_at: DateTime<Utc>,
    /// They say, within the last hours, that they cannot come, and nobody at the desk has settled it.
    pub withdrawal_asked_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug)]
pub struct Search {
    pub id: super::SearchId,
    pub round: i64,
    pub started_at: DateTime<Utc>,
    /// Kept with the search: one that runs goes on as it began.
    pub policy: Policy,
    /// By then the institution is to have an answer. The search goes on after it.
    pub target: DateTime<Utc>,
    pub deadline: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    /// It began because somebody gave back; else a person began it, or it is the first.
    pub after_withdrawal: bool,
}

/// A coordinator's look at what is doubtful, before the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub state: CheckState,
    /// By then the institution hears; when it was asked something: by then it answers.
    pub heard_by: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was refused, and where to go instead.
    pub referral: Option<String>,
}

/// Stable codes: stored in `request.check_state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// In the coordinator's queue.
    Waiting,
    /// The institution was asked something.
    Asked,
    Approved,
    Refused,
}

impl CheckState {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Asked, Self::Approved, Self::Refused];

    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Asked => "asked",
            Self::Approved => "approved",
            Self::Refused => "refused",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Who called a request off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canceller {
    /// The contact, signed in.
    Contact,
    /// A coordinator, for the institution: it called.
    Coordinator,
    /// The pool cannot help after all.
    Pool,
}

impl Canceller {
    pub const ALL: [Self; 3] = [Self::Contact, Self::Coordinator, Self::Pool];

    /// Stable: stored in `request.cancelled_role` and in the audit trail.
    pub fn code(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Coordinator => "coordinator",
            Self::Pool => "pool",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Computed, never stored: the openings and the clock say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A coordinator looks first; nobody is asked before. By then the institution hears.
    Checking {
        heard_by: DateTime<Utc>,
        /// It is the institution's turn: there is a question.
        asked: bool,
    },
    /// The pool does not help with this; nobody was asked.
    Refused,
    /// Somebody is being looked for; the institution hears again by then.
    Searching {
        heard_by: DateTime<Utc>,
    },
    /// Every place has its volunteer.
    Confirmed,
    /// Nobody was found; a coordinator has a task, or has closed it.
    Unfilled,
    Cancelled,
    /// The appointment is over.
    Past {
        held: bool,
    },
}

impl Request {
    pub fn status(&self, now: DateTime<Utc>) -> Status {
        if self.cancelled_at.is_some() {
            return Status::Cancelled;
        }
        if self.check_is(CheckState::Refused) {
            return Status::Refused;
        }
        let is = |state| self.openings.iter().any(|opening| opening.state == state);
        if self.last_end().is_some_and(|end| end <= now) {
            return Status::Past {
                held: is(OpeningState::Filled),
            };
        }
        if let Some(check) = self.open_check() {
            return Status::Checking {
                heard_by: check.heard_by,
                asked: check.state == CheckState::Asked,
            };
        }
        match &self.search {
            Some(search) if is(OpeningState::Open) && search.ended_at.is_none() => Status::Searching {
                heard_by: if now < search.target {
                    search.target
                } else {
                    search.deadline
                },
            },
            _ if is(OpeningState::Unfilled) || is(OpeningState::Open) => Status::Unfilled,
            _ => Status::Confirmed,
        }
    }

    /// The check, while nobody has decided.
    pub fn open_check(&self) -> Option<&Check> {
        let open = |check: &&Check| matches!(check.state, CheckState::Waiting | CheckState::Asked);
        self.check.as_ref().filter(open).filter(|_| !self.is_closed())
    }

    pub fn check_is(&self, state: CheckState) -> bool {
        self.check.as_ref().is_some_and(|check| check.state == state)
    }

    /// The slot that takes place once somebody accepted, else the first one wished for.
    pub fn main_slot(&self) -> Option<&Slot> {
        let fixed = self.assignments.first().map(|assignment| assignment.slot);
        self.slots
            .iter()
            .find(|slot| Some(slot.id) == fixed)
            .or(self.slots.first())
    }

    /// A request with alternative dates is fixed to one slot by its first acceptance.
    pub fn fixed_slot(&self) -> Option<SlotId> {
        self.assignments.first().map(|assignment| assignment.slot)
    }

    /// The dates that would do besides the one that is shown, as long as somebody is looked for.
    pub fn other_dates(&self, now: DateTime<Utc>) -> Vec<&Slot> {
        let open = matches!(
            self.status(now),
            Status::Checking { .. } | Status::Searching { .. } | Status::Unfilled
        );
        if !open || self.is_closed() || self.fixed_slot().is_some() {
            return Vec::new();
        }
        let main = self.main_slot().map(|slot| slot.id);
        let ahead = self.slots.iter().filter(|slot| slot.ends_at > now);
        ahead.filter(|slot| Some(slot.id) != main).collect()
    }

    /// Somebody comes to a video, and nobody has said how to join it.
    pub fn lacks_joining(&self) -> bool {
        self.mode == Mode::Video && self.joining.is_empty() && !self.assignments.is_empty()
    }

    /// The same, as if it were asked for now on these dates.
    pub fn asked_anew(&self, slots: Vec<NewSlot>) -> NewRequest {
        NewRequest {
            form_key: self.id.0,
            institution: self.institution,
            site: self.site,
            contact: self.contact,
            filed_by: self.filed_by,
            language: self.language.clone(),
            mode: self.mode,
            occasion: self.occasion.clone(),
            topic: self.topic.clone(),
            gender: self.gender,
            same_volunteer: self.same_volunteer,
            openings: i64::try_from(self.openings.len()).unwrap_or(1),
            urgent_reason: self.urgent_reason.clone(),
            meeting_point: self.meeting_point.clone(),
            remarks: self.remarks.clone(),
            slots,
        }
    }

    fn last_end(&self) -> Option<DateTime<Utc>> {
        match self.fixed_slot() {
            Some(fixed) => self.slots.iter().find(|slot| slot.id == fixed).map(|slot| slot.ends_at),
            None => self.slots.iter().map(|slot| slot.ends_at).max(),
        }
    }

    /// A person has given it up, and nobody is looked for again since.
    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// The dates that may still take place: once somebody accepted, only theirs.
    pub fn possible_slots(&self) -> impl Iterator<Item = &Slot> {
        let fixed = self.fixed_slot();
        self.slots
            .iter()
            .filter(move |slot| fixed.is_none_or(|fixed| fixed == slot.id))
    }

    /// The next date that may take place; of none ahead the first there was.
    pub fn next_start(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let ahead = self.possible_slots().map(|slot| slot.starts_at).filter(|at| *at > now);
        ahead.min().or_else(|| self.first_start())
    }

    /// The last date that may take place, if it lies ahead.
    pub fn last_start(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let ahead = self.possible_slots().map(|slot| slot.starts_at).filter(|at| *at > now);
        ahead.max()
    }

    pub fn first_start(&self) -> Option<DateTime<Utc>> {
        self.slots.iter().map(|slot| slot.starts_at).min()
    }
}
