//! What SQL leaves out is never somebody who can; and the best are the same, however they are found.

mod clocks;
mod copy;
mod narrowing;
mod world;
