//! Institutions, their sites and contacts.
//!
//! An institution comes in by [`take_in`] (a coordinator) or [`register`] (itself, then [`approve`] or [`refuse`]),
//! may rest ([`pause`], [`resume`]), and goes by [`retire`].

pub mod affected;
mod amend;
mod approve;
mod callers;
mod contacts;
mod create;
mod edit;
mod invite;
mod join;
mod known;
pub mod list;
mod pause;
mod register;
mod restore;
mod retire;
mod sites;
mod state;
pub mod store;
mod trust;
mod unmake;

pub use amend::{ContactAmendment, amend_contacts};
pub use approve::{approve, refuse};
pub use callers::{Caller, caller, callers};
pub use contacts::{ChangeContactError, NewContact, add_contact, change_contact, end_contact};
pub use create::{NewInstitution, create_institution};
pub use edit::{Details, change_institution, lock};
pub use invite::invite;
pub use join::{JoinError, join};
pub use known::{KnownContact, KnownInstitution, KnownSite, contact_ids, known};
pub use pause::{pause, resume};
pub use register::{RegisterError, Registration, Waiting, answer_by, register, take_in, waiting_at};
pub use restore::{reinstate, reopen_site, restore_contact};
pub use retire::{RetireError, retire};
pub use sites::{CloseError, NewSite, add_site, change_site, close_site};
pub use state::State;
pub use trust::{distrust, trust};
pub use unmake::{Made, in_use, unmake};

use crate::id_type;

id_type!(InstitutionId, SiteId, ContactId);
