//! Institutions, their sites and contacts.

mod approve;
mod callers;
mod contacts;
mod create;
mod state;
pub mod store;

pub use approve::approve;
pub use callers::{Caller, caller, callers};
pub use contacts::{NewContact, add_contact};
pub use create::{NewInstitution, NewSite, create_institution};
pub use state::State;

use crate::id_type;

id_type!(InstitutionId, SiteId, ContactId);
