//! Whom to ask when.

mod beat;
mod deadlines;
mod examples;
mod pick;
mod policy;
mod properties;
mod quiet;
mod rolling;
mod waves;
