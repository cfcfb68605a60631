//! Whom to ask when.

mod deadlines;
mod examples;
mod policy;
mod properties;
mod quiet;
mod rolling;
