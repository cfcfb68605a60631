use super::Value;
use crate::{imports::columns::QUALIFICATION, l10n::Locale, settings::Rules};

/// Codes as people say them; imports know each of these words again.
pub struct Words<'a> {
    pub rules: &'a Rules,
    pub l: &'a Locale,
}

impl Words<'_> {
    /// The heading of a column: the same words as in the form of an import.
    pub fn head(&self, field: &str) -> String {
        match field.strip_prefix(QUALIFICATION) {
            Some(code) => self
                .rules
                .qualification(code)
                .map_or(code, |kind| kind.name.or_code(self.l.code(), code))
                .to_owned(),
            None => self.l.t(&format!("imports-field-{field}")),
        }
    }

    pub fn heads(&self, fields: &[&str]) -> Vec<String> {
        fields.iter().map(|field| self.head(field)).collect()
    }

    pub fn word(&self, family: &str, code: &str) -> Value {
        self.said(family, code).into()
    }

    pub fn said(&self, family: &str, code: &str) -> String {
        if code.is_empty() {
            return String::new();
        }
        self.l.t(&format!("exports-{family}-{code}"))
    }

    pub fn language(&self, code: &str) -> String {
        self.rules.language_name(code, self.l.code()).to_owned()
    }

    pub fn level(&self, level: &str) -> String {
        if level == "native" {
            self.l.t("exports-native")
        } else {
            level.to_owned()
        }
    }

    pub fn sector(&self, code: &str) -> String {
        let sector = self.rules.sector(code);
        sector
            .map_or(code, |sector| sector.name.or_code(self.l.code(), code))
            .to_owned()
    }

    pub fn institution_kind(&self, code: &str) -> String {
        let kind = self.rules.institution_kind(code);
        kind.map_or(code, |kind| kind.name.or_code(self.l.code(), code))
            .to_owned()
    }

    pub fn occasion(&self, code: &str) -> String {
        let occasion = self.rules.occasion(code);
        occasion
            .map_or(code, |one| one.name.or_code(self.l.code(), code))
            .to_owned()
    }

    pub fn district(&self, code: &str) -> String {
        self.rules.district_name(code).to_owned()
    }
}

/// A stored local date.
pub fn day(text: &str) -> Value {
    text.parse().map_or(Value::Nothing, Value::Day)
}

/// A stored wall time.
pub fn time(text: &str) -> Value {
    chrono::NaiveTime::parse_from_str(text, "%H:%M").map_or(Value::Nothing, Value::Time)
}
