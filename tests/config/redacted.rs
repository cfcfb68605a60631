//! What is printed holds no secret: neither a configuration nor a problem with it.

use super::{KEY, load_with, problems};

#[test]
fn a_printed_configuration_holds_no_secret() {
    let secret_part = &KEY[2..];
    let config = load_with(
        &[
            (
                "DATABASE_URL",
                "postgres://pool:hunter2@db.example/pool?password=hunter3",
            ),
            ("SPRACHPOOL_SMTP_URL", "smtp://pool:hunter4@mail.example"),
            ("SPRACHPOOL_SMTP_HOST", ""),
        ],
        "",
    )
    .unwrap();
    let printed = format!("{config:#?} {config:?} {}", config.database.url);
    for secret in ["hunter2", "hunter3", "hunter4", secret_part, "0, 17, 34"] {
        assert!(!printed.contains(secret), "{secret} stands in\n{printed}");
    }
    assert!(printed.contains("db.example") && printed.contains("mail.example"));
}

#[test]
fn problems_do_not_repeat_values() {
    let text = problems(
        &[
            ("DATABASE_URL", "mysql://pool:hunter2@db.example/pool"),
            ("SPRACHPOOL_SECRET_KEY", "1:hunter3"),
            ("SPRACHPOOL_SMTP_URL", "imap://pool:hunter4@mail.example"),
        ],
        "",
    );
    assert!(!text.contains("hunter"), "{text}");
}
