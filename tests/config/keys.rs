//! The server's key: from the environment or from a file that only its owner may read.

use std::fs;

use sprachpool::config::{new_key_line, parse_keys};
use uuid::Uuid;

use super::{KEY, folder, load_with, write_key_file};

#[test]
fn a_key_file_that_others_may_read_is_refused() {
    let folder = folder("keys");
    for (mode, accepted) in [
        (0o600, true),
        (0o400, true),
        (0o640, false),
        (0o604, false),
        (0o666, false),
    ] {
        let path = write_key_file(&folder, KEY, mode);
        let path = path.to_str().unwrap();
        let loaded = load_with(&[("SPRACHPOOL_KEY_FILE", path), ("SPRACHPOOL_SECRET_KEY", "")], "");
        assert_eq!(loaded.is_ok(), accepted, "mode {mode:o}");
        if let Err(problems) = loaded {
            assert!(problems[0].fix.starts_with("chmod 600 "), "{problems:?}");
        }
        fs::remove_file(path).unwrap();
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn after_a_change_the_previous_key_still_opens_its_links() {
    let old = new_key_line(1, &[7; 32]);
    let new = new_key_line(2, &[9; 32]);
    let before = parse_keys(&old).unwrap();
    let after = parse_keys(&format!("# changed in November\n{new}\n{old}\n")).unwrap();
    assert_eq!(after.current_number(), 2);
    assert_eq!(
        after.token(1, "offer", Uuid::nil()),
        before.token(1, "offer", Uuid::nil())
    );
    assert_ne!(
        after.token(2, "offer", Uuid::nil()),
        before.token(1, "offer", Uuid::nil())
    );
    assert_eq!(before.token(2, "offer", Uuid::nil()), None);
}

#[test]
fn keys_may_be_hexadecimal_or_base64_and_long_enough() {
    let bytes = [7_u8; 32];
    let hex = parse_keys(&new_key_line(1, &bytes)).unwrap();
    let base64 = parse_keys("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=").unwrap();
    assert_eq!(
        hex.token(1, "offer", Uuid::nil()),
        base64.token(1, "offer", Uuid::nil())
    );
    let line = |number, length: usize| format!("{number}:{}", "ab".repeat(length));
    assert!(parse_keys("").is_err());
    assert!(parse_keys(&line(1, 31)).is_err());
    assert!(parse_keys("1:not a key!").is_err());
    assert!(parse_keys("one:ab").is_err());
    assert!(
        parse_keys(&format!("{}\n{}", line(1, 32), line(2, 32))).is_err(),
        "the newer key comes first"
    );
    assert!(parse_keys(&format!("{}\n{}\n{}", line(3, 32), line(2, 32), line(1, 32))).is_err());
}
