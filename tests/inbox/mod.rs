//! Mails that come to the pool: bounces, answers of machines, answers of people.

mod again;
mod page;
mod pipe;
mod reading;
mod receiving;

use std::{fs, path::Path};

use uuid::Uuid;

/// What stands in the stored messages for the id of the mail of ours that they name.
const ANY_ID: &str = "ffffffffffffffffffffffffffffffff";

/// A message of the folder, about that mail of ours.
fn message(name: &str, about: Uuid) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/inbox/messages")
        .join(name);
    let bytes = fs::read(path).expect("the message is there");
    replaced(&bytes, ANY_ID, &about.simple().to_string())
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let from = from.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        if rest.starts_with(from) {
            out.extend_from_slice(to.as_bytes());
            rest = &rest[from.len()..];
        } else {
            out.push(rest[0]);
            rest = &rest[1..];
        }
    }
    out
}
