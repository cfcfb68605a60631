//! The server's key: from the environment, or from a file that only its owner may read.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};

use super::values::Values;
use crate::keys::Keys;

const MIN_BYTES: usize = 32;
const HOW: &str = "make one with: sprachpool init";

/// A line of a key file: the number of the key, a colon, 32 bytes in hexadecimal.
pub fn new_key_line(number: i64, bytes: &[u8; MIN_BYTES]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{number}:{hex}")
}

/// One key a line, the current one first, then (for a while after a change) the previous one.
pub fn parse_keys(text: &str) -> Result<Keys, String> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    match lines.as_slice() {
        [] => Err("holds no key".into()),
        [current] => parse_key(current).map(|(number, secret)| Keys::new(number, secret, None)),
        [current, previous] => {
            let ((number, secret), previous) = (parse_key(current)?, parse_key(previous)?);
            if previous.0 >= number {
                return Err("numbers the previous key as high as the current one or higher".into());
            }
            Ok(Keys::new(number, secret, Some(previous)))
        }
        _ => Err("holds more than a current and a previous key".into()),
    }
}

fn parse_key(line: &str) -> Result<(i64, Vec<u8>), String> {
    let (number, secret) = line.split_once(':').unwrap_or(("1", line));
    let number = number
        .trim()
        .parse()
        .map_err(|_| "has a key number that is no number".to_owned())?;
    let secret = secret.trim();
    let bytes = decode(secret).ok_or("holds a key that is neither hexadecimal nor Base64")?;
    if bytes.len() < MIN_BYTES {
        return Err(format!("holds a key shorter than {MIN_BYTES} bytes"));
    }
    Ok((number, bytes))
}

fn decode(text: &str) -> Option<Vec<u8>> {
    if text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return (0..text.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok())
            .collect();
    }
    STANDARD.decode(text).or_else(|_| URL_SAFE_NO_PAD.decode(text)).ok()
}

pub(super) fn keys(values: &mut Values) -> Option<Keys> {
    if let Some(current) = values.text("secret_key") {
        let previous = values.text("secret_key_previous").unwrap_or_default();
        return match parse_keys(&format!("{current}\n{previous}")) {
            Ok(keys) => Some(keys),
            Err(what) => {
                values.problem("secret_key", &what, HOW);
                None
            }
        };
    }
    if values.is_given("secret_key_previous") {
        values.problem(
            "secret_key_previous",
            "stands without SPRACHPOOL_SECRET_KEY",
            "set both, or none",
        );
    }
    let path: PathBuf = values.require("key_file", HOW)?;
    match read(&path) {
        Ok(keys) => Some(keys),
        Err((what, fix)) => {
            values.problem("key_file", &what, &fix);
            None
        }
    }
}

fn read(path: &PathBuf) -> Result<Keys, (String, String)> {
    let unreadable = |error: std::io::Error| (format!("cannot be read ({error})"), HOW.to_owned());
    let mode = fs::metadata(path).map_err(unreadable)?.permissions().mode();
    if mode & 0o077 != 0 {
        let fix = format!("chmod 600 {}", path.display());
        return Err((format!("may be read by others (mode {:04o})", mode & 0o7777), fix));
    }
    let text = fs::read_to_string(path).map_err(unreadable)?;
    parse_keys(&text).map_err(|what| (what, HOW.to_owned()))
}
