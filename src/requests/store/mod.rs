//! All SQL that reads the aggregate. Every object can be looked up through its owner.

mod ended;
mod lists;
mod offers;
pub mod overview;
mod whole;

pub use ended::{EndedRow, ended_of};
pub use lists::{
    assignments_of_volunteer, offers_of_volunteer_since, open_offers_of_volunteer, past_assignments_of_volunteer,
};
pub use offers::{
    Asked, AssignmentRow, ByHandRow, Offer, OfferState, asked, assignment, by_hand_of, offer, offers_of, ranks_of,
};
pub use whole::{Named, get, given_up_date, lock, named, replaced_by, without_joining};
