//! Persons, their addresses, sign-in, sessions and roles.

pub mod session;

use crate::id_type;

id_type!(PersonId, AddressId, SessionId);
