//! Two locales that nobody ships: one of brackets, and one that is read from right to left.

use std::{collections::BTreeMap, fs, path::Path};

use sprachpool::l10n::L10n;

/// Code and direction of every locale of [`with_invented_ones`].
pub const ALL: [(&str, &str); 4] = [("de", "ltr"), ("en", "ltr"), ("qps", "ltr"), ("ar", "rtl")];

pub fn with_invented_ones() -> L10n {
    let extra = BTreeMap::from([("qps".to_owned(), pseudo("ltr")), ("ar".to_owned(), pseudo("rtl"))]);
    L10n::with_extra(&extra).expect("they can be read")
}

/// The German texts, every letter outside of placeables replaced: what is not in a locale file stands out.
fn pseudo(direction: &str) -> String {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/de"));
    let mut source = String::new();
    for file in fs::read_dir(folder).expect("it is there") {
        source.push_str(&fs::read_to_string(file.expect("it is readable").path()).expect("it is readable"));
        source.push('\n');
    }
    let mut text = String::new();
    for line in source.lines() {
        let message = line
            .split_once(" = ")
            .filter(|(key, _)| !key.contains(' ') && !line.starts_with('#'));
        match message {
            Some(("locale-direction", _)) => text.push_str(&format!("locale-direction = {direction}\n")),
            Some((key, value)) if !value.contains("->") => text.push_str(&format!("{key} = [{value}]\n")),
            _ => text.push_str(&format!("{line}\n")),
        }
    }
    text
}
