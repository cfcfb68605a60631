//! The frame of the site.

mod client;
