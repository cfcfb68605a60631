//! Persons, their addresses, sign-in, sessions and roles.
//!
//! A person is not an address: one address may be shared by several people, and a person may have several.

mod bounced;
mod change;
mod coordinators;
mod create;
mod create_many;
mod erase;
mod expire;
pub mod rate_limit;
pub mod second_factor;
pub mod session;
pub mod sign_in;
pub mod store;
mod text;
mod unmake;

pub use bounced::{address_of, bounced, bounced_addresses, people_at, roles_of, works_again};
pub use change::{change_address, change_details, set_locale};
pub use coordinators::{
    Coordinator, InviteError, RetireError, coordinator_name, coordinators_at, create_coordinator, invite,
    is_coordinator, list_coordinators, retire_coordinator,
};
pub use create::{add_address, create_person, find_or_create};
pub use create_many::{NewPerson, find_or_create_many};
pub use erase::{Counted, begin_erasure, erase, own_addresses};
pub use expire::{
    delete_counters_before, delete_second_factors_before, delete_sessions_before, delete_sign_ins_before,
    without_role_since,
};
pub use text::{EmailAddress, Name, TextError, sort_key};
pub use unmake::unmake;

use crate::id_type;

id_type!(PersonId, AddressId, SessionId, SignInId, SecondFactorId);
