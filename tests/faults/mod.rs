//! Real processes that are killed, stopped and doubled while they work, with a real mail server in the test.
//! What is asked and answered meanwhile goes through the verbs, in this process, on the same database.

mod killed;
mod together;
mod world;
