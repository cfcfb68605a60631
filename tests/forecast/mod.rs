//! How likely a yes is, and what the service learned it from.

mod learning;
mod pure;
