//! All rules of all times: which counted when, which will, and who said so.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::{RuleRow, store};
use crate::{
    database::{DbError, Tx},
    people::PersonId,
};

/// One line of a rule's history.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub id: Uuid,
    pub kind: String,
    pub key: String,
    /// None: the rule ended.
    pub value: Option<Value>,
    pub valid_from: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    /// None: the command line.
    pub recorded_by: Option<PersonId>,
    /// The line that this one takes back, or itself: none. Nothing: recorded before it was written down.
    pub takes_back: Option<Uuid>,
}

impl Version {
    fn is_of(&self, kind: &str, key: &str) -> bool {
        self.kind == kind && self.key == key
    }

    /// Of two that count from the same moment, the one recorded later wins.
    fn counts_from(&self) -> (DateTime<Utc>, DateTime<Utc>, Uuid) {
        (self.valid_from, self.recorded_at, self.id)
    }

    fn recorded(&self) -> (DateTime<Utc>, Uuid) {
        (self.recorded_at, self.id)
    }
}

/// Every version, in the order in which they count.
#[derive(Clone, Debug, Default)]
pub struct Timeline(Vec<Version>);

impl Timeline {
    pub async fn read(tx: &mut Tx) -> Result<Self, DbError> {
        store::versions(tx).await.map(Self::new)
    }

    pub(super) fn new(mut versions: Vec<Version>) -> Self {
        versions.sort_by_key(Version::counts_from);
        Self(versions)
    }

    /// The same with one more.
    #[must_use]
    pub fn with(&self, version: Version) -> Self {
        let mut versions = self.0.clone();
        versions.push(version);
        Self::new(versions)
    }

    /// The rules in force at that moment.
    pub fn in_force(&self, at: DateTime<Utc>) -> Vec<RuleRow> {
        let mut rules: BTreeMap<(&str, &str), &Option<Value>> = BTreeMap::new();
        for version in self.0.iter().take_while(|version| version.valid_from <= at) {
            rules.insert((&version.kind, &version.key), &version.value);
        }
        rules
            .into_iter()
            .filter_map(|((kind, key), value)| {
                Some(RuleRow {
                    kind: kind.to_owned(),
                    key: key.to_owned(),
                    value: value.clone()?,
                })
            })
            .collect()
    }

    /// What counts at that moment for one rule; one that ended is there, too.
    pub fn version_at(&self, kind: &str, key: &str, at: DateTime<Utc>) -> Option<&Version> {
        let known = self.0.iter().take_while(|version| version.valid_from <= at);
        known.filter(|version| version.is_of(kind, key)).last()
    }

    /// Its value at that moment, if it was in force.
    pub fn value_at(&self, kind: &str, key: &str, at: DateTime<Utc>) -> Option<&Value> {
        self.version_at(kind, key, at)?.value.as_ref()
    }

    /// Everything recorded about one rule, the newest line first.
    pub fn of(&self, kind: &str, key: &str) -> Vec<&Version> {
        let mut all: Vec<_> = self.0.iter().filter(|version| version.is_of(kind, key)).collect();
        all.sort_by_key(|version| std::cmp::Reverse(version.recorded()));
        all
    }

    /// Of all rules, the newest line first.
    pub fn recorded(&self) -> Vec<&Version> {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort_by_key(|version| std::cmp::Reverse(version.recorded()));
        all
    }

    pub fn find(&self, id: Uuid) -> Option<&Version> {
        self.0.iter().find(|version| version.id == id)
    }

    /// What will count and does not yet, the next first.
    pub fn coming(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Version> {
        self.0.iter().filter(move |version| version.valid_from > now)
    }

    /// What will really change, the next first: a line that another one for the same day has replaced does not, nor
    /// does one that says what counts by then anyway.
    pub fn changes_to_come(&self, now: DateTime<Utc>) -> Vec<&Version> {
        let others = |version: &Version| {
            let (kind, key) = (version.kind.clone(), version.key.clone());
            self.0.iter().filter(move |other| other.is_of(&kind, &key))
        };
        let is_last = |version: &Version| {
            let mut same_moment = others(version).filter(|other| other.valid_from == version.valid_from);
            same_moment.next_back().map(|last| last.id) == Some(version.id)
        };
        let changes = |version: &Version| {
            let mut until_then = others(version).filter(|other| other.valid_from < version.valid_from);
            until_then.next_back().and_then(|last| last.value.as_ref()) != version.value.as_ref()
        };
        let coming = self.coming(now);
        coming.filter(|version| is_last(version) && changes(version)).collect()
    }

    /// Whether that line takes back the one recorded before it. Whoever took it back has written it down; of lines from
    /// before that was written down, the values tell.
    pub fn takes_back(&self, version: &Version) -> bool {
        match version.takes_back {
            Some(line) => line != version.id,
            None => self.seems_to_take_back(version),
        }
    }

    /// Saying again what was taken back does not: it changes something.
    fn seems_to_take_back(&self, version: &Version) -> bool {
        let mut older = self.of(&version.kind, &version.key).into_iter();
        let Some(undone) = older.by_ref().skip_while(|other| other.id != version.id).nth(1) else {
            return false;
        };
        version.valid_from >= undone.valid_from
            && self.before(undone) == version.value.as_ref()
            && undone.value != version.value
            && !self.takes_back(undone)
    }

    /// What counted when that version came into force, as far as was known before it was recorded.
    pub fn before(&self, version: &Version) -> Option<&Value> {
        let mut newest_first = self.0.iter().rev();
        let earlier = newest_first.find(|other| {
            other.is_of(&version.kind, &version.key)
                && other.recorded() < version.recorded()
                && other.valid_from <= version.valid_from
        });
        earlier?.value.as_ref()
    }
}
