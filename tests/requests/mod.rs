//! The life of a request, named after the scenarios, each on both engines. The invariants hold after each.

mod accepting;
mod alternatives;
mod asking;
mod by_hand;
mod by_phone;
mod cap;
mod changed;
mod claiming;
mod delivering;
mod ending;
mod fortnight;
mod identifying;
mod outlook;
mod promise;
mod promised_hour;
mod scenarios;
