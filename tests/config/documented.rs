//! config/default.toml and docs/operating.md name every key and variable, and no others.

use std::fs;

use sprachpool::config::{CONFIG_VARIABLE, SETTINGS};

#[test]
fn the_default_file_documents_every_key_and_says_the_true_defaults() {
    let text = fs::read_to_string("config/default.toml").unwrap();
    // Taking "# " from the commented keys makes a file with every key in it.
    let every: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest)
                if rest
                    .split_once(" = ")
                    .is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_')) =>
            {
                rest
            }
            _ => line,
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let every: toml::Table = every.parse().unwrap();
    let as_written: toml::Table = text.parse().unwrap();
    let find = |table: &toml::Table, key: &str| match key.split_once('.') {
        Some((section, name)) => table.get(section)?.get(name).cloned(),
        None => table.get(key).cloned(),
    };
    for setting in SETTINGS {
        assert!(
            text.contains(setting.variable),
            "{} is not documented",
            setting.variable
        );
        assert_eq!(find(&every, setting.key).is_some(), setting.in_file, "{}", setting.key);
        let default = find(&as_written, setting.key).map(|value| value.to_string().trim_matches('"').to_owned());
        assert_eq!(default.as_deref(), setting.default, "the default of {}", setting.key);
    }
    let keys = every
        .values()
        .map(|value| value.as_table().map_or(1, toml::Table::len))
        .sum::<usize>();
    assert_eq!(
        keys,
        SETTINGS.iter().filter(|setting| setting.in_file).count(),
        "a key is documented that is none"
    );
}

#[test]
fn the_operators_guide_names_every_variable() {
    let guide = fs::read_to_string("docs/operating.md").unwrap();
    for setting in SETTINGS {
        assert!(
            guide.contains(setting.variable),
            "{} is not in docs/operating.md",
            setting.variable
        );
    }
    assert!(guide.contains(CONFIG_VARIABLE));
}
