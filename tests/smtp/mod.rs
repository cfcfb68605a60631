//! The whole journey through a mail server that is not ours (tests/smtp/server.py): STARTTLS with a private
//! authority, AUTH, and the program as a process of its own.

mod journey;

/// What tests/run says about that server: URL, certificate, folder of the mails.
pub fn server() -> [String; 3] {
    ["TEST_SMTP_URL", "TEST_SMTP_CA", "TEST_SMTP_FOLDER"]
        .map(|name| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run tests/run")))
}
