//! The audit trail: append-only, whole, and readable.

mod append_only;
mod life;
mod pages;
