use std::{collections::BTreeMap, fs, path::Path, str::FromStr};

use super::{CONFIG_VARIABLE, DEFAULT_FILE, Place, Problem, SETTINGS};

/// What was given, still as text, and what is wrong so far.
pub(super) struct Values {
    given: BTreeMap<&'static str, Given>,
    pub problems: Vec<Problem>,
}

struct Given {
    items: Vec<String>,
    place: Place,
}

impl Values {
    pub fn read(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Self {
        // An empty variable counts as none: compose files pass them on like that.
        let environment: BTreeMap<String, String> =
            environment.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let mut values = Self {
            given: BTreeMap::new(),
            problems: Vec::new(),
        };
        match (file, environment.get(CONFIG_VARIABLE)) {
            (Some(path), _) => values.read_file(path),
            (None, Some(path)) => values.read_file(Path::new(path)),
            (None, None) if Path::new(DEFAULT_FILE).exists() => values.read_file(Path::new(DEFAULT_FILE)),
            (None, None) => {}
        }
        values.read_environment(environment);
        values
    }

    fn read_file(&mut self, path: &Path) {
        let place = Place::File(path.display().to_string());
        let read = fs::read_to_string(path).map_err(|error| (error.to_string(), "check the path and who may read it"));
        let table = read.and_then(|text| {
            // The message alone: the excerpt of the whole error would show the line, perhaps with a password.
            text.parse::<toml::Table>().map_err(|error| {
                let line = error
                    .span()
                    .map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
                (
                    format!("line {line}: {}", error.message()),
                    "correct the line; the format is TOML",
                )
            })
        });
        match table {
            Ok(table) => self.read_table("", &table),
            Err((what, fix)) => self.problems.push(Problem {
                place,
                what,
                fix: fix.into(),
            }),
        }
    }

    fn read_table(&mut self, prefix: &str, table: &toml::Table) {
        for (name, value) in table {
            let key = format!("{prefix}{name}");
            let setting = SETTINGS.iter().find(|setting| setting.key == key);
            match (setting, value) {
                (Some(setting), _) if !setting.in_file => self.problems.push(Problem {
                    place: Place::Key(key),
                    what: "does not belong into a file".into(),
                    fix: format!("set {} instead", setting.variable),
                }),
                (Some(setting), value) => match items(value) {
                    Some(items) => {
                        self.given.insert(
                            setting.key,
                            Given {
                                items,
                                place: Place::Key(key),
                            },
                        );
                    }
                    None => self.problems.push(Problem {
                        place: Place::Key(key),
                        what: "is neither text nor a number".into(),
                        fix: "see config/default.toml".into(),
                    }),
                },
                (None, toml::Value::Table(inner)) if SETTINGS.iter().any(|s| s.key.starts_with(&format!("{key}."))) => {
                    self.read_table(&format!("{key}."), inner);
                }
                (None, _) => self.problems.push(Problem {
                    place: Place::Key(key),
                    what: "is no key of this program".into(),
                    fix: "take it out, or compare its name with config/default.toml".into(),
                }),
            }
        }
    }

    fn read_environment(&mut self, environment: BTreeMap<String, String>) {
        for (name, value) in environment {
            let place = Place::Variable(name.clone());
            if let Some(setting) = SETTINGS.iter().find(|setting| setting.variable == name) {
                let items = if setting.key == "trusted_proxies" {
                    value.split(',').map(|item| item.trim().to_owned()).collect()
                } else {
                    vec![value]
                };
                self.given.insert(setting.key, Given { items, place });
            } else if name.starts_with("SPRACHPOOL_") && name != CONFIG_VARIABLE {
                self.problems.push(Problem {
                    place,
                    what: "is no variable of this program".into(),
                    fix: "unset it, or compare its name with docs/operating.md".into(),
                });
            }
        }
    }

    pub fn is_given(&self, key: &str) -> bool {
        self.given.contains_key(key)
    }

    pub fn problem(&mut self, key: &'static str, what: &str, fix: &str) {
        let place = self
            .given
            .get(key)
            .map_or_else(|| Place::Key(key.into()), |given| given.place.clone());
        self.problems.push(Problem {
            place,
            what: what.into(),
            fix: fix.into(),
        });
    }

    pub fn text(&mut self, key: &'static str) -> Option<String> {
        debug_assert!(
            SETTINGS.iter().any(|setting| setting.key == key),
            "{key} stands in SETTINGS"
        );
        match self.given.get(key).map(|given| given.items.clone()) {
            Some(items) => match <[String; 1]>::try_from(items) {
                Ok([text]) if text.starts_with('<') && text.ends_with('>') => {
                    self.problem(
                        key,
                        "is still the placeholder",
                        "write your own value, without angle brackets",
                    );
                    None
                }
                Ok([text]) => Some(text),
                Err(_) => {
                    self.problem(key, "is a list", "write one value");
                    None
                }
            },
            None => SETTINGS
                .iter()
                .find(|setting| setting.key == key)?
                .default
                .map(str::to_owned),
        }
    }

    /// `None` when it is not given (without a problem) or wrong (with one).
    pub fn parse<T: FromStr>(&mut self, key: &'static str, fix: &str) -> Option<T> {
        let text = self.text(key)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(_) => {
                self.problem(key, "cannot be understood", fix);
                None
            }
        }
    }

    /// As [`Values::parse`], but not to give it is a problem.
    pub fn require<T: FromStr>(&mut self, key: &'static str, fix: &str) -> Option<T> {
        if !self.is_given(key)
            && SETTINGS
                .iter()
                .any(|setting| setting.key == key && setting.default.is_none())
        {
            self.problem(key, "is missing", fix);
            return None;
        }
        self.parse(key, fix)
    }

    pub fn parse_list<T: FromStr>(&mut self, key: &'static str, fix: &str) -> Vec<T> {
        let items = self.given.get(key).map(|given| given.items.clone()).unwrap_or_default();
        let parsed: Vec<T> = items.iter().filter_map(|item| item.parse().ok()).collect();
        if parsed.len() < items.len() {
            self.problem(key, "cannot be understood", fix);
        }
        parsed
    }
}

fn items(value: &toml::Value) -> Option<Vec<String>> {
    match value {
        toml::Value::String(text) => Some(vec![text.clone()]),
        toml::Value::Integer(number) => Some(vec![number.to_string()]),
        toml::Value::Array(values) => values.iter().map(|value| value.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}
