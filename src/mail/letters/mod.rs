//! The letters themselves: a file per family.

pub(super) mod assignment;
pub(super) mod check;
pub(super) mod doubt;
pub(super) mod facts;
pub(super) mod handed_over;
pub(super) mod institution;
pub(super) mod joining;
pub(super) mod moved;
pub(super) mod offer;
pub(super) mod parts;
pub(super) mod picks;
pub(super) mod promise;
pub(super) mod proof;
pub(super) mod qualification;
pub(super) mod registration;
pub(super) mod request;
pub(super) mod sign_in;
pub(super) mod team;
pub(super) mod volunteer;
