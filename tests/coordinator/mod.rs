//! The coordinator's desk over HTTP, on both engines.

mod list;
mod request;
mod steps;
mod walls;
mod worklist;
