//! Mails: what is owed stands in the outbox; the worker renders and hands over.

pub mod calendar;
pub mod kinds;
pub mod memory;
pub mod message;
pub mod outbox;
pub mod settings;
pub mod smtp;
mod timezone;
pub mod transport;

pub use kinds::Mail;
pub use settings::{MailSettings, SmtpSettings, Tls};
pub use transport::{HandOver, Transport};
