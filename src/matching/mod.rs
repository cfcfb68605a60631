//! Who can, who cannot and why, and who best. Pure: what it needs is handed in.
//!
//! `assess` collects every hard rule's reasons; each group of rules has a file. `rank` orders those who can.

mod assess;
mod candidate;
mod language;
mod person;
mod place;
mod qualification;
mod rank;
mod reason;
mod time;
mod vocabulary;
mod wanted;
mod week;

pub use assess::{Assessment, Limits, Purpose, SlotAssessment, Verdict, assess};
pub use candidate::{
    Absence, Candidate, CandidateState, HeldAssignment, HeldQualification, History, SpokenLanguage, WallTime, Window,
};
pub use place::Travel;
pub use qualification::qualification_problems;
pub use rank::{Place, Rank, RankPart, RankPartKind, Weights, rank, ranked};
pub use reason::{QualificationProblem, Reason};
pub use time::is_available;
pub use vocabulary::{Gender, Level, Mode, UnknownWord};
pub use wanted::{GenderWish, NeededQualification, Neighbour, Slot, Wanted};
pub use week::joined;
