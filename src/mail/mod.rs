//! Mails: what is owed stands in the outbox; the worker renders and hands over.

pub mod kinds;
pub mod outbox;

pub use kinds::Mail;
