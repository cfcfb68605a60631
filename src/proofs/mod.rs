//! What happened at an appointment: both sides' words, and what counts.
