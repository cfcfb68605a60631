//! Mails: what is owed stands in the outbox; the worker renders and hands over.

pub mod calendar;
mod concerned;
pub mod delivery;
pub mod expire;
pub mod feed;
pub mod kinds;
pub mod letter;
mod letters;
pub mod memory;
pub mod message;
pub mod outbox;
mod plain;
pub mod preview;
pub mod render;
pub mod settings;
pub mod smtp;
mod status;
mod timezone;
pub mod transport;

pub use concerned::concerned;
pub use kinds::{Freed, Mail};
pub use letters::proof::said as proof_said;
pub use settings::MailSettings;
pub use status::Status;
pub use transport::{HandOver, Transport};
