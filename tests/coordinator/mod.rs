//! The coordinator's desk over HTTP, on both engines.

mod away;
mod list;
mod progress;
mod request;
mod steps;
mod walls;
mod worklist;
mod yes;
