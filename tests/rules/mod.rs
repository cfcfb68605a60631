//! The pool's rules in pages: each kind's form, changes from a date, undoing, what a change would hurt.

mod bad_input;
mod changing;
mod forms;
mod harm;
mod together;
mod words;
mod world;
