//! Words: every text a user reads comes from `locales/<code>/*.ftl`, chosen by the person.
//!
//! A key that is missing in one locale falls back to German; one missing everywhere shows as `⟦key⟧`,
//! which a test looks for on every page. What a coordinator wrote instead of a text lies over it: see [`texts`].

pub mod forms;
pub mod texts;
mod together;

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

pub use together::NO_BREAK;

/// The locale that is always complete.
pub const FIRST: &str = "de";

#[derive(RustEmbed)]
#[folder = "locales"]
struct Files;

/// Every locale the program knows. Cheap to clone.
#[derive(Clone)]
pub struct L10n {
    locales: Arc<BTreeMap<String, Locale>>,
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// One language of pages and mails. Cheap to clone.
#[derive(Clone)]
pub struct Locale(Arc<Inner>);

struct Inner {
    code: String,
    bundle: Arc<Bundle>,
    /// What the bundle was made of.
    resources: Vec<Arc<FluentResource>>,
    /// Texts that a coordinator changed.
    changed: Option<Bundle>,
    fallback: Option<Locale>,
    /// Months and units, which stay on one line with their number.
    held: Vec<String>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Locale({})", self.0.code)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("locale {locale}: {problem}")]
pub struct LocaleError {
    locale: String,
    problem: String,
}

impl L10n {
    /// The locales inside the binary.
    pub fn embedded() -> Result<Self, LocaleError> {
        Self::with_extra(&BTreeMap::new())
    }

    /// The embedded locales and `extra` ones: code to Fluent source.
    pub fn with_extra(extra: &BTreeMap<String, String>) -> Result<Self, LocaleError> {
        let mut sources: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for path in Files::iter() {
            let Some((code, _)) = path.split_once('/') else {
                continue;
            };
            let Some(file) = Files::get(&path) else { continue };
            sources
                .entry(code.to_owned())
                .or_default()
                .push(String::from_utf8_lossy(&file.data).into_owned());
        }
        for (code, source) in extra {
            sources.insert(code.clone(), vec![source.clone()]);
        }
        let first = Locale::new(FIRST, sources.remove(FIRST).unwrap_or_default(), None)?;
        let mut locales = BTreeMap::new();
        for (code, texts) in sources {
            locales.insert(code.clone(), Locale::new(&code, texts, Some(first.clone()))?);
        }
        locales.insert(FIRST.to_owned(), first);
        Ok(Self {
            locales: Arc::new(locales),
        })
    }

    /// German when the code is unknown.
    pub fn locale(&self, code: &str) -> Locale {
        self.find(code).unwrap_or_else(|| self.locales[FIRST].clone())
    }

    pub fn find(&self, code: &str) -> Option<Locale> {
        self.locales.get(code).cloned()
    }

    pub fn all(&self) -> impl Iterator<Item = &Locale> {
        self.locales.values()
    }

    /// The best match of an `Accept-Language` header.
    pub fn negotiate(&self, header: &str) -> Locale {
        let mut wishes: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let code = pieces.next()?.trim();
                let weight = pieces
                    .find_map(|p| p.trim().strip_prefix("q=")?.parse().ok())
                    .unwrap_or(1.0);
                Some((weight, code))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes
            .iter()
            .find_map(|(_, code)| self.find(code).or_else(|| self.find(code.split('-').next()?)))
            .unwrap_or_else(|| self.locale(FIRST))
    }
}

impl Locale {
    fn new(code: &str, texts: Vec<String>, fallback: Option<Locale>) -> Result<Self, LocaleError> {
        let wrong = |problem: String| LocaleError {
            locale: code.to_owned(),
            problem,
        };
        let language: LanguageIdentifier = code.parse().map_err(|_| wrong("not a language code".into()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        let mut resources = Vec::with_capacity(texts.len());
        for text in texts {
            let resource = FluentResource::try_new(text).map_err(|(_, errors)| wrong(format!("{errors:?}")))?;
            let resource = Arc::new(resource);
            bundle
                .add_resource(resource.clone())
                .map_err(|errors| wrong(format!("{errors:?}")))?;
            resources.push(resource);
        }
        let held = held_words(&bundle);
        Ok(Self(Arc::new(Inner {
            code: code.to_owned(),
            bundle: Arc::new(bundle),
            resources,
            changed: None,
            fallback,
            held,
        })))
    }

    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// `ltr` or `rtl`, from the locale's own `locale-direction`.
    pub fn direction(&self) -> &'static str {
        if self.t("locale-direction") == "rtl" {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// Whether there is such a text, here or in German: for keys that are made from stored codes.
    pub fn has(&self, key: &str) -> bool {
        self.0.bundle.has_message(key) || self.0.fallback.as_ref().is_some_and(|fallback| fallback.has(key))
    }

    pub fn t(&self, key: &str) -> String {
        self.text(key, None)
    }

    /// `l.with("offer-answer-by", &[("when", when.into())])`
    pub fn with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(name.to_string(), value.clone());
        }
        self.text(key, Some(&fluent))
    }

    fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundles = [self.0.changed.as_ref(), Some(&*self.0.bundle)];
        let found = bundles
            .into_iter()
            .flatten()
            .find_map(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = found else {
            return match &self.0.fallback {
                Some(fallback) => fallback.text(key, args),
                None => {
                    tracing::error!(key, "a text is missing in every locale");
                    format!("⟦{key}⟧")
                }
            };
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        for error in errors {
            tracing::error!(key, locale = self.code(), %error, "a text could not be filled in");
        }
        // The isolating marks help only where directions mix, and hurt in subjects, links and calendars.
        together::hold(text.replace(['\u{2068}', '\u{2069}'], ""), &self.0.held)
    }

    /// "Dienstag, 16. März 2027"
    pub fn date(&self, date: NaiveDate) -> String {
        self.date_as("date-long", date)
    }

    /// "Dienstag, 16. März"
    pub fn date_short(&self, date: NaiveDate) -> String {
        self.date_as("date-short", date)
    }

    /// "16. März"
    pub fn day_and_month(&self, date: NaiveDate) -> String {
        self.date_as("date-day-month", date)
    }

    /// "16.03.2027"
    pub fn date_numeric(&self, date: NaiveDate) -> String {
        self.date_as("date-numeric", date)
    }

    fn date_as(&self, key: &str, date: NaiveDate) -> String {
        let weekday = self.weekday(date);
        let month = self.t(&format!("month-{}", date.month()));
        self.with(
            key,
            &[
                ("weekday", weekday.into()),
                ("day", date.day().to_string().into()),
                ("day2", format!("{:02}", date.day()).into()),
                ("month", month.into()),
                ("month2", format!("{:02}", date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// "Dienstag"
    pub fn weekday(&self, date: NaiveDate) -> String {
        self.t(&format!("weekday-{}", date.weekday().number_from_monday()))
    }

    /// "9:00"
    pub fn time(&self, time: NaiveTime) -> String {
        format!("{}:{:02}", time.hour(), time.minute())
    }

    /// "9:00 bis 10:00 Uhr"
    pub fn time_range(&self, from: NaiveTime, until: NaiveTime) -> String {
        self.with(
            "time-range",
            &[("from", self.time(from).into()), ("until", self.time(until).into())],
        )
    }

    /// "Donnerstag, 11. März, 18:00 Uhr" in the pool's zone.
    pub fn moment(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone).naive_local();
        self.with(
            "date-and-time",
            &[
                ("date", self.date_short(local.date()).into()),
                ("time", self.time(local.time()).into()),
            ],
        )
    }

    /// "1 Stunde 30 Minuten"
    pub fn length(&self, minutes: i64) -> String {
        self.with(
            "length",
            &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())],
        )
    }
}

/// The names of the months, and what the locale file lists beside them.
fn held_words(bundle: &Bundle) -> Vec<String> {
    let word = |key: String| {
        let pattern = bundle.get_message(&key)?.value()?;
        Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    };
    let months = (1..=12).filter_map(|month| word(format!("month-{month}")));
    let units = word("held-together".to_owned()).unwrap_or_default();
    months.chain(units.split_whitespace().map(str::to_owned)).collect()
}
