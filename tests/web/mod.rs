//! The frame of the site.

mod client;
mod days;
mod phones;
