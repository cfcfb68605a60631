//! Which requests the list and the calendar show: everything about it stands in the address.

use std::collections::BTreeMap;

use chrono::DateTime;
use serde::Deserialize;
use uuid::Uuid;

use super::mine::Own;
use crate::{
    database::{DbError, Tx},
    institutions::{self, ContactId, store::Contact},
    requests::{
        RequestId,
        store::overview::{self, Phase, Position, Wanted},
    },
    web::Ctx,
};

/// As it was asked for. What nobody can choose counts as not chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub when: String,
    pub institution: String,
    pub site: String,
    pub language: String,
    pub contact: String,
    pub after: String,
    pub month: String,
}

/// Something to choose.
pub struct Choice {
    pub code: String,
    pub name: String,
    pub chosen: bool,
}

/// What can be chosen, and what was.
pub struct Filter {
    pub phase: Option<Phase>,
    pub institutions: Vec<Choice>,
    pub sites: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub contacts: Vec<Choice>,
    pub wanted: Wanted,
    /// Somebody narrowed it.
    pub narrowed: bool,
}

pub async fn read(
    ctx: &Ctx,
    tx: &mut Tx,
    asked: &Asked,
    own: &[Own],
    people: &BTreeMap<ContactId, Contact>,
) -> Result<Filter, DbError> {
    let all: Vec<_> = own.iter().map(|one| one.institution.id).collect();
    let institutions: Vec<Choice> = own
        .iter()
        .map(|one| {
            choice(
                one.institution.id.to_string(),
                one.institution.name.clone(),
                &asked.institution,
            )
        })
        .collect();
    let mut sites = Vec::new();
    for id in &all {
        let now = institutions::store::sites_of(tx, *id).await?;
        let former = institutions::store::former_sites_of(tx, *id).await?;
        let both = now.into_iter().chain(former);
        sites.extend(both.map(|site| choice(site.id.to_string(), site.name, &asked.site)));
    }
    let codes = overview::languages_of(tx, &all).await?;
    let mut languages: Vec<Choice> = codes
        .into_iter()
        .map(|code| {
            let name = ctx.rules.language_name(&code, ctx.l.code()).to_owned();
            choice(code, name, &asked.language)
        })
        .collect();
    languages.sort_by_key(|one| crate::people::sort_key(&one.name));
    let mut contacts: Vec<Choice> = people
        .values()
        .map(|person| choice(person.id.to_string(), person.name.clone(), &asked.contact))
        .collect();
    contacts.sort_by_key(|one| crate::people::sort_key(&one.name));
    let chosen_own = own.iter().zip(&institutions).filter(|(_, choice)| choice.chosen);
    let chosen: Vec<_> = chosen_own.map(|(one, _)| one.institution.id).collect();
    let wanted = Wanted {
        institutions: if chosen.is_empty() { all } else { chosen.clone() },
        phases: Vec::new(),
        sites: parsed(&sites),
        languages: languages
            .iter()
            .filter(|one| one.chosen)
            .map(|one| one.code.clone())
            .collect(),
        contacts: parsed(&contacts),
    };
    let narrowed =
        !(chosen.is_empty() && wanted.sites.is_empty() && wanted.languages.is_empty() && wanted.contacts.is_empty());
    Ok(Filter {
        phase: Phase::from_code(&asked.when),
        institutions,
        sites,
        languages,
        contacts,
        wanted,
        narrowed,
    })
}

fn choice(code: String, name: String, asked: &str) -> Choice {
    Choice {
        chosen: code == asked,
        code,
        name,
    }
}

fn parsed<T: std::str::FromStr>(choices: &[Choice]) -> Vec<T> {
    let chosen = choices.iter().filter(|one| one.chosen);
    chosen.filter_map(|one| one.code.parse().ok()).collect()
}

impl Asked {
    /// What the address of any of the institution's pages says of it.
    pub fn of(ctx: &Ctx) -> Self {
        Self {
            when: ctx.query("when"),
            institution: ctx.query("institution"),
            site: ctx.query("site"),
            language: ctx.query("language"),
            contact: ctx.query("contact"),
            after: ctx.query("after"),
            month: ctx.query("month"),
        }
    }

    /// The page of a request, with the way back from there.
    pub fn request(&self, request: RequestId) -> String {
        self.on(&format!("/requests/{request}"))
    }

    /// The list or the calendar as it was looked at, for whoever goes back to it.
    pub fn back(&self) -> String {
        let path = if self.month.is_empty() {
            "/requests"
        } else {
            "/requests/calendar"
        };
        self.on(path)
    }

    /// A page that remembers where it was opened.
    pub fn on(&self, path: &str) -> String {
        let (page, part) = path.split_at(path.find('#').unwrap_or(path.len()));
        let mark = if page.contains('?') { '&' } else { '?' };
        match serde_urlencoded::to_string(self.pairs()) {
            Ok(query) if !query.is_empty() => format!("{page}{mark}{query}{part}"),
            _ => path.to_owned(),
        }
    }

    /// What was chosen, for a form that leads to another page.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("when", self.when.as_str()),
            ("institution", &self.institution),
            ("site", &self.site),
            ("language", &self.language),
            ("contact", &self.contact),
            ("after", &self.after),
            ("month", &self.month),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

impl Filter {
    /// An address with the same choices and another part.
    pub fn href(&self, path: &str, more: &[(&str, &str)]) -> String {
        let chosen = |choices: &[Choice]| choices.iter().find(|one| one.chosen).map(|one| one.code.clone());
        let mut pairs: Vec<(&str, String)> = Vec::new();
        for (name, choices) in [
            ("institution", &self.institutions),
            ("site", &self.sites),
            ("language", &self.languages),
            ("contact", &self.contacts),
        ] {
            pairs.extend(chosen(choices).map(|code| (name, code)));
        }
        let more = more.iter().filter(|(_, value)| !value.is_empty());
        pairs.extend(more.map(|(name, value)| (*name, (*value).to_owned())));
        match serde_urlencoded::to_string(pairs) {
            Ok(query) if !query.is_empty() => format!("{path}?{query}"),
            _ => path.to_owned(),
        }
    }
}

/// Where the page before ended.
pub fn position(text: &str) -> Option<Position> {
    let (at, id) = text.split_once('_')?;
    let micros: i64 = at.parse().ok()?;
    // Nobody is listed outside the years that databases agree about.
    let starts_at = DateTime::from_timestamp_micros(micros).filter(|at| (1970..9999).contains(&year(at)))?;
    let request = RequestId(id.parse::<Uuid>().ok()?);
    Some(Position { starts_at, request })
}

fn year(at: &DateTime<chrono::Utc>) -> i32 {
    use chrono::Datelike;
    at.year()
}

pub fn after(position: Position) -> String {
    format!("{}_{}", position.starts_at.timestamp_micros(), position.request)
}
