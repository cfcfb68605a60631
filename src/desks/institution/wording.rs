//! Parts of a request as a reader of the page says them.

use chrono::{NaiveDate, NaiveTime};

use crate::{l10n::Locale, matching::GenderWish, settings::Rules};

/// "Dienstag, 16. März 2027, 9:00 bis 10:00 Uhr"
pub fn slot(l: &Locale, date: NaiveDate, start: NaiveTime, end: NaiveTime) -> String {
    l.with(
        "slot",
        &[("date", l.date(date).into()), ("time", l.time_range(start, end).into())],
    )
}

/// The language, and which others would do by the pool's table.
pub fn language_lines(l: &Locale, rules: &Rules, code: &str) -> Vec<String> {
    let mut lines = vec![rules.language_name(code, l.code()).to_owned()];
    let others: Vec<_> = rules
        .neighbours(code)
        .iter()
        .map(|row| rules.language_name(&row.to, l.code()))
        .collect();
    if !others.is_empty() {
        lines.push(l.with("language-also", &[("languages", others.join(", ").into())]));
    }
    lines
}

pub fn occasion(rules: &Rules, code: &str, locale: &str) -> String {
    rules
        .occasion(code)
        .map_or(code, |occasion| occasion.name.or_code(locale, code))
        .to_owned()
}

pub fn wishes(l: &Locale, wish: GenderWish, same_volunteer: bool) -> Vec<String> {
    let mut lines = Vec::new();
    match wish {
        GenderWish::None => {}
        GenderWish::Preferred(gender) => lines.push(l.t(&format!("wish-preferred-{gender}"))),
        GenderWish::Required(gender) => lines.push(l.t(&format!("wish-required-{gender}"))),
    }
    if same_volunteer {
        lines.push(l.t("wish-same-volunteer"));
    }
    lines
}

/// A sentence around one thing that stands out.
pub struct Emphasis {
    pub before: String,
    pub strong: String,
    pub after: String,
}

impl Emphasis {
    /// The text of `key` with `$when` standing out.
    pub fn of(l: &Locale, key: &str, when: &str, others: &[(&str, String)]) -> Self {
        // A mark that no text contains shows where the words go.
        const MARK: &str = "\u{E000}";
        let mut args = vec![("when", MARK.into())];
        args.extend(others.iter().map(|(name, value)| (*name, value.clone().into())));
        let text = l.with(key, &args);
        match text.split_once(MARK) {
            Some((before, after)) => Self {
                before: before.to_owned(),
                strong: when.to_owned(),
                after: after.to_owned(),
            },
            None => Self {
                before: text,
                strong: String::new(),
                after: String::new(),
            },
        }
    }
}
