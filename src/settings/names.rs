use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a thing of the pool is called, by locale ("de", "en", …). German is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The name in that locale, else in its language ("de-AT" -> "de"), else in German.
    pub fn get(&self, locale: &str) -> Option<&str> {
        let language = locale.split(['-', '_']).next().unwrap_or(locale);
        [locale, language, "de"]
            .iter()
            .find_map(|wanted| self.0.get(*wanted))
            .map(String::as_str)
    }

    /// As [`get`](Self::get); nothing there shows as `code`, so that a page never has a hole.
    pub fn or_code<'a>(&'a self, locale: &str, code: &'a str) -> &'a str {
        self.get(locale).unwrap_or(code)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(locale, name)| (locale.as_str(), name.as_str()))
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Names {
    fn from(names: [(&str, &str); N]) -> Self {
        Self(
            names
                .into_iter()
                .map(|(locale, name)| (locale.to_owned(), name.to_owned()))
                .collect(),
        )
    }
}
