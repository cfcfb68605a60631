//! What somebody types into the desk's search, and what it finds: people by name or address, institutions by their
//! names and sites, requests by their references. Reads only; triggers of the schema keep `search_word`.

mod find;
mod hits;
mod wish;
mod words;

pub use find::{MOST, institutions, people, requests};
pub use hits::{InstitutionHit, PersonHit, RequestHit, Role, institution_hits, person_hits, request_hits};
pub use wish::{Reference, Wish};
pub use words::{after, words};
