use std::{fs, os::unix::fs::PermissionsExt};

use super::{fails, sprachpool, succeeds};
use crate::config::folder;

#[test]
fn init_writes_a_configuration_and_a_key_that_only_the_owner_reads() {
    let folder = folder("init");
    succeeds(&sprachpool(&folder, &[], &["init"]));
    for name in ["sprachpool.toml", "sprachpool.key"] {
        let mode = fs::metadata(folder.join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let key = fs::read_to_string(folder.join("sprachpool.key")).unwrap();

    // What is left to fill in is said, and nothing else.
    let problems = fails(&sprachpool(&folder, &[], &["check-config"]));
    let places: Vec<&str> = problems.lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
    assert_eq!(
        places,
        ["base_url", "smtp.host", "mail.from", "mail.reply_to"],
        "{problems}"
    );

    let filled = fs::read_to_string(folder.join("sprachpool.toml"))
        .unwrap()
        .replace(['<', '>'], "");
    fs::write(folder.join("sprachpool.toml"), filled).unwrap();
    let printed = succeeds(&sprachpool(
        &folder,
        &[("SPRACHPOOL_SMTP_PASSWORD", "")],
        &["check-config"],
    ));
    assert!(
        printed.contains("https://sprachpool.example") && !printed.contains(&key[2..20]),
        "{printed}"
    );

    // A second time it touches nothing: a new key would kill every link.
    assert!(fails(&sprachpool(&folder, &[], &["init"])).contains("exists already"));
    assert_eq!(fs::read_to_string(folder.join("sprachpool.key")).unwrap(), key);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn check_config_lists_every_problem_a_line() {
    let folder = folder("check");
    fs::write(folder.join("other.toml"), "colour = 'red'\n").unwrap();
    let variables = [("SPRACHPOOL_CONFIG", "other.toml"), ("SPRACHPOOL_LISTEN", "x")];
    let problems = fails(&sprachpool(&folder, &variables, &["check-config"]));
    assert!(problems.contains("sprachpool: colour: is no key"), "{problems}");
    assert!(
        problems.contains("sprachpool: environment variable SPRACHPOOL_LISTEN: "),
        "{problems}"
    );
    assert!(problems.lines().count() >= 6, "{problems}");
    fs::remove_dir_all(folder).unwrap();
}
