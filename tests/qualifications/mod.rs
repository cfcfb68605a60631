//! What volunteers have shown, and whom an institution does not want, on both engines.

mod bad_input;
mod bans;
mod measles;
mod pages;
mod recording;
mod running_out;
mod table;
mod world;
