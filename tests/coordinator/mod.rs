//! The coordinator's desk over HTTP, on both engines.

mod list;
mod request;
mod walls;
mod worklist;
