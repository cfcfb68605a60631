//! Volunteers: languages, availability, absences; pausing, leaving, bans.
//! Who of them can come is for `pool` to read and `matching` to decide.

pub mod affected;
mod bans;
mod change;
mod create;
mod create_many;
mod details;
mod expire;
mod facts;
mod feed;
mod invite;
mod known;
mod language_wish;
mod languages;
pub mod list;
mod lock;
mod pause;
mod reach;
mod retire;
mod schedule;
pub mod store;
mod unmake;
mod wishes;

pub use bans::{Ban, ban, bans_of, lift_ban};
pub use change::{Areas, ChangedPerson, Limits, change_person, set_areas, set_limits};
pub use create::{NewVolunteer, create_volunteer};
pub use create_many::{Arrival, create_volunteers};
pub use expire::{delete_absences_before, delete_bans_before, erase};
pub use facts::{Amendment, Facts, LANGUAGE, amend, facts};
pub use feed::{end_feed, renew_feed};
pub use invite::invite;
pub use known::{KnownVolunteer, known};
pub use language_wish::{LanguageWish, Wished, decide_language, language_wishes, remove_language, wish_language};
pub use languages::set_languages;
pub use lock::lock;
pub use pause::{pause, pause_by_link, unpause};
pub use reach::{ask_for_erasure, come_back, set_mail_language, set_phone};
pub use retire::{LeaveError, leave, retire};
pub use schedule::{add_absence, remove_absence, set_availability};
pub use unmake::{in_use, unmake};
pub use wishes::{Refusal, Refused, confirm_wishes, refusals_of, refuse, set_offer_cap, take_back_refusal};

pub use crate::qualifications::NewQualification;

use crate::id_type;

id_type!(VolunteerId, AbsenceId, BanId, RefusalId);
