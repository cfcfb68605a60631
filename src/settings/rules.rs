use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{
    Ambiguous, Borough, Closure, Dispatch, District, Holiday, Hours, InstitutionKind, Language, Late, Mode, Neighbour,
    Numbers, Occasion, Pool, QualificationKind, Resolved, RuleError, RuleRow, Sector, Topic, TravelPair, calendar,
    language_names::LanguageNames, rows::Shelf, texts, travel::Travel,
};
use crate::{dispatch::QuietHours, l10n::texts::Text, matching::Weights};

/// The rules in force at one instant. A clone is cheap.
#[derive(Clone, Debug)]
pub struct Rules(Arc<Book>);

#[derive(Clone, Debug)]
struct Book {
    pool: Pool,
    zone: Tz,
    numbers: Numbers,
    late: Late,
    dispatch: Dispatch,
    weights: Weights,
    quiet: QuietHours,
    languages: BTreeMap<String, Language>,
    ambiguous: BTreeMap<String, Ambiguous>,
    spellings: LanguageNames,
    neighbours: Vec<Neighbour>,
    boroughs: BTreeMap<String, Borough>,
    districts: BTreeMap<String, District>,
    travel: Travel,
    holidays: BTreeMap<NaiveDate, Holiday>,
    closures: Vec<Closure>,
    qualifications: Vec<QualificationKind>,
    institution_kinds: Vec<InstitutionKind>,
    sectors: Vec<Sector>,
    topics: Vec<Topic>,
    occasions: Vec<Occasion>,
    modes: Vec<Mode>,
    texts: Vec<Text>,
}

impl Rules {
    /// Reads the rows in force. A missing or unreadable one is an error that names it.
    pub fn from_rows(rows: &[RuleRow]) -> Result<Self, RuleError> {
        let shelf = Shelf::new(rows);
        let pool: Pool = shelf.one("pool", "pool")?;
        let broken = |kind: &str, key: &str, reason: String| RuleError::Broken {
            kind: kind.to_owned(),
            key: key.to_owned(),
            reason,
        };
        let zone = calendar::zone(&pool.zone).map_err(|error| broken("pool", "pool", error.to_string()))?;
        let quiet: Hours = shelf.one("hours", "quiet")?;
        let closures: Vec<Closure> = shelf.map("closure")?.into_values().collect();
        let languages = shelf.map("language")?;
        let ambiguous = shelf.map("ambiguous")?;
        let holidays = shelf
            .map::<Holiday>("holiday")?
            .into_iter()
            .map(|(day, holiday)| match day.parse() {
                Ok(date) => Ok((date, holiday)),
                Err(_) => Err(broken("holiday", &day, "the key is not a date".to_owned())),
            })
            .collect::<Result<_, _>>()?;
        Ok(Self(Arc::new(Book {
            zone,
            numbers: shelf.fields("number")?,
            late: shelf.late()?,
            dispatch: shelf.one("dispatch", "dispatch")?,
            weights: shelf.one("weights", "weights")?,
            quiet: QuietHours {
                zone,
                from: quiet.from,
                until: quiet.until,
                closed: closures.iter().map(|closure| closure.first..=closure.last).collect(),
            },
            spellings: LanguageNames::new(&languages, &ambiguous),
            neighbours: shelf.map("neighbour")?.into_values().collect(),
            boroughs: shelf.map("borough")?,
            districts: shelf.map("district")?,
            travel: Travel::new(
                shelf.one("travel", "by_borough")?,
                shelf.map::<TravelPair>("travel_pair")?.into_values(),
            ),
            holidays,
            closures,
            qualifications: shelf.list("qualification")?,
            institution_kinds: shelf.list("institution_kind")?,
            sectors: shelf.list("sector")?,
            topics: shelf.list("topic")?,
            occasions: shelf.list("occasion")?,
            modes: shelf.list("mode")?,
            texts: texts::texts_of(rows),
            pool,
            languages,
            ambiguous,
        })))
    }

    /// The same rules with other numbers (what-if runs, tests).
    pub fn with_numbers(mut self, change: impl FnOnce(&mut Numbers)) -> Self {
        change(&mut Arc::make_mut(&mut self.0).numbers);
        self
    }

    pub fn pool(&self) -> &Pool {
        &self.0.pool
    }

    pub fn zone(&self) -> Tz {
        self.0.zone
    }

    pub fn numbers(&self) -> &Numbers {
        &self.0.numbers
    }

    /// The same rules with another idea of what is late (tests, what-if runs).
    pub fn with_late(mut self, late: Late) -> Self {
        Arc::make_mut(&mut self.0).late = late;
        self
    }

    /// What counts as late, and what follows from it.
    pub fn late(&self) -> &Late {
        &self.0.late
    }

    /// How volunteers are asked, where a request says nothing else.
    pub fn dispatch(&self) -> &Dispatch {
        &self.0.dispatch
    }

    /// What decides who is asked first.
    pub fn weights(&self) -> Weights {
        self.0.weights
    }

    /// When nothing is sent that can wait: at night, and on the days on which the pool is closed.
    pub fn quiet_hours(&self) -> QuietHours {
        self.0.quiet.clone()
    }

    // Languages

    pub fn language(&self, code: &str) -> Option<&Language> {
        self.0.languages.get(code)
    }

    pub fn languages(&self) -> impl Iterator<Item = (&str, &Language)> {
        self.0
            .languages
            .iter()
            .map(|(code, language)| (code.as_str(), language))
    }

    /// In that locale, else in German, else the code.
    pub fn language_name<'a>(&'a self, code: &'a str, locale: &str) -> &'a str {
        self.language(code)
            .map_or(code, |language| language.name.or_code(locale, code))
    }

    /// What somebody typed: a code or a name in any locale, in any case.
    pub fn resolve_language(&self, text: &str) -> Resolved {
        self.0.spellings.resolve(text)
    }

    /// Names such as "Kurdisch" that need a question, with the codes to choose from.
    pub fn ambiguous_names(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0
            .ambiguous
            .iter()
            .map(|(name, entry)| (name.as_str(), entry.ask.as_slice()))
    }

    /// The languages that the pool accepts in place of `code`, the closest first.
    pub fn neighbours(&self, code: &str) -> Vec<&Neighbour> {
        let mut found: Vec<_> = self
            .0
            .neighbours
            .iter()
            .filter(|row| row.used && row.from == code)
            .collect();
        found.sort_by(|a, b| b.strength.cmp(&a.strength).then_with(|| a.to.cmp(&b.to)));
        found
    }

    /// The whole table, those that are switched off too.
    pub fn all_neighbours(&self) -> &[Neighbour] {
        &self.0.neighbours
    }

    // Places

    pub fn district(&self, code: &str) -> Option<&District> {
        self.0.districts.get(code)
    }

    pub fn districts(&self) -> impl Iterator<Item = (&str, &District)> {
        self.0
            .districts
            .iter()
            .map(|(code, district)| (code.as_str(), district))
    }

    pub fn district_name<'a>(&'a self, code: &'a str) -> &'a str {
        self.district(code).map_or(code, |district| district.name.as_str())
    }

    pub fn borough(&self, code: &str) -> Option<&Borough> {
        self.0.boroughs.get(code)
    }

    pub fn boroughs(&self) -> impl Iterator<Item = (&str, &Borough)> {
        self.0.boroughs.iter().map(|(code, borough)| (code.as_str(), borough))
    }

    /// Between two districts, in either direction.
    pub fn travel_minutes(&self, from: &str, to: &str) -> i64 {
        self.0.travel.minutes(from, to, &self.0.districts, &self.0.boroughs)
    }

    /// How far every district of the pool is from that one; and how far one that the rules do not know.
    pub fn minutes_to(&self, to: &str) -> (BTreeMap<&str, i64>, i64) {
        let book = &self.0;
        let known = book.districts.keys().map(String::as_str).chain(book.travel.named());
        let minutes = known.map(|from| (from, self.travel_minutes(from, to))).collect();
        (minutes, book.travel.by_borough.across)
    }

    // Days

    pub fn holiday(&self, date: NaiveDate) -> Option<&Holiday> {
        self.0.holidays.get(&date)
    }

    pub fn closure(&self, date: NaiveDate) -> Option<&Closure> {
        self.0
            .closures
            .iter()
            .find(|closure| (closure.first..=closure.last).contains(&date))
    }

    // Institutions, and what they ask for

    /// Who may run an institution.
    pub fn institution_kind(&self, code: &str) -> Option<&InstitutionKind> {
        self.0.institution_kinds.iter().find(|kind| kind.code == code)
    }

    pub fn institution_kinds(&self) -> &[InstitutionKind] {
        &self.0.institution_kinds
    }

    pub fn sector(&self, code: &str) -> Option<&Sector> {
        self.0.sectors.iter().find(|sector| sector.code == code)
    }

    pub fn sectors(&self) -> &[Sector] {
        &self.0.sectors
    }

    pub fn occasion(&self, code: &str) -> Option<&Occasion> {
        self.0.occasions.iter().find(|occasion| occasion.code == code)
    }

    pub fn occasions(&self) -> &[Occasion] {
        &self.0.occasions
    }

    /// What institutions of that sector choose from.
    pub fn occasions_of<'a>(&'a self, sector: &'a str) -> impl Iterator<Item = &'a Occasion> {
        let fits = move |it: &&Occasion| it.sectors.is_empty() || it.sectors.iter().any(|code| code == sector);
        self.0.occasions.iter().filter(fits)
    }

    pub fn topic(&self, code: &str) -> Option<&Topic> {
        self.0.topics.iter().find(|topic| topic.code == code)
    }

    pub fn topics(&self) -> &[Topic] {
        &self.0.topics
    }

    pub fn mode(&self, code: &str) -> Option<&Mode> {
        self.0.modes.iter().find(|mode| mode.code == code)
    }

    pub fn modes(&self) -> &[Mode] {
        &self.0.modes
    }

    /// What a coordinator wrote instead of the program's own words.
    pub fn texts(&self) -> &[Text] {
        &self.0.texts
    }

    // What volunteers have shown

    pub fn qualification(&self, code: &str) -> Option<&QualificationKind> {
        self.0.qualifications.iter().find(|kind| kind.code == code)
    }

    pub fn qualifications(&self) -> &[QualificationKind] {
        &self.0.qualifications
    }

    /// The kinds that the sector asks for; some only from people [born after](QualificationKind::only_born_after) a year.
    pub fn needed_qualifications(&self, sector: &str) -> &[String] {
        self.sector(sector).map_or(&[], |sector| sector.needs.as_slice())
    }
}
