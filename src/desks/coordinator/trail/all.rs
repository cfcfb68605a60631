//! `/desk/trail`: everything, newest first. The filter stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use uuid::Uuid;

use super::{
    line::{self, KINDS, LineView},
    names,
    read::{self, Filter},
};
use crate::{
    database::{DbError, Tx},
    desks::{coordinator::day_field::DayField, schedule::dates},
    q,
    search::Wish,
    web::{Ctx, Page, WebError, html},
};

/// A part of a name that more people have says nothing.
const MOST_PEOPLE: i64 = 200;

#[derive(Template)]
#[template(path = "coordinator/trail.html")]
struct TrailPage {
    page: Page,
    kinds: Vec<Choice>,
    name: String,
    /// Chosen by a link: id and name.
    person: Option<(String, String)>,
    day: DayField,
    on_day: Option<String>,
    filtered: bool,
    notes: Vec<String>,
    lines: Vec<LineView>,
    older: Option<String>,
    newest: Option<String>,
}

struct Choice {
    value: &'static str,
    label: String,
    chosen: bool,
}

/// What the address says, as far as it can be understood.
#[derive(Clone, Default)]
struct Asked {
    kind: Option<&'static str>,
    name: String,
    person: Option<Uuid>,
    day: Option<chrono::NaiveDate>,
    after: Option<Uuid>,
    not_understood: bool,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let asked = Asked::read(&pairs);
    let mut tx = ctx.app.db.read().await?;
    let filter = Filter {
        kind: asked.kind.map(str::to_owned),
        people: people(&mut tx, &asked).await?,
        day: asked.day,
        after: asked.after,
    };
    let (rows, more) = read::page(&mut tx, &filter, ctx.rules.zone()).await?;
    let lines = line::views(&ctx, &mut tx, &rows).await?;
    let person = match asked.person {
        Some(id) => {
            let names = names::named(&mut tx, vec![id]).await?;
            let name = names.name(id).map_or_else(|| ctx.l.t("trail-somebody"), str::to_owned);
            Some((id.to_string(), name))
        }
        None => None,
    };
    tx.commit().await?;

    let l = &ctx.l;
    let last = rows.last().filter(|_| more);
    let template = TrailPage {
        page: ctx.page("trail-title"),
        kinds: KINDS
            .into_iter()
            .map(|kind| Choice {
                value: kind,
                label: line::kind(l, kind),
                chosen: asked.kind == Some(kind),
            })
            .collect(),
        name: asked.name.clone(),
        person,
        day: DayField::new(&ctx, "day", ("trail-day", "trail-wrong-day"), asked.day, asked.day),
        on_day: asked
            .day
            .map(|day| l.with("trail-on-day", &[("date", l.date(day).into())])),
        filtered: asked.is_filtered(),
        notes: asked.not_understood.then(|| l.t("trail-wrong")).into_iter().collect(),
        older: last.map(|row| asked.address(Some(row.id))),
        newest: asked.after.map(|_| asked.address(None)),
        lines,
    };
    Ok(html(StatusCode::OK, &template))
}

/// Who may have acted; nothing when everybody may.
async fn people(tx: &mut Tx, asked: &Asked) -> Result<Option<Vec<Uuid>>, DbError> {
    if let Some(person) = asked.person {
        return Ok(Some(vec![person]));
    }
    if asked.name.is_empty() {
        return Ok(None);
    }
    let (word, end) = Wish::read_name(&asked.name).range(0);
    // What is no name is nobody's.
    if word.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let found = q!(
        "SELECT DISTINCT subject_id FROM search_word WHERE kind = 'person' AND word >= $1 AND word < $2
         ORDER BY subject_id LIMIT $3",
        word,
        end,
        MOST_PEOPLE
    );
    let found: Vec<(Uuid,)> = found.all(tx).await?;
    Ok(Some(found.into_iter().map(|(id,)| id).collect()))
}

impl Asked {
    fn read(pairs: &[(String, String)]) -> Self {
        let value = |name: &str| {
            let value = pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
            value.filter(|value| !value.is_empty())
        };
        let kind = value("kind").map(|code| KINDS.into_iter().find(|kind| *kind == code));
        let person = value("person").map(|text| text.parse().ok());
        let day = value("day").map(dates::read);
        let after = value("after").map(|text| text.parse().ok());
        let wrong = [kind == Some(None), person == Some(None), after == Some(None)];
        Self {
            kind: kind.flatten(),
            name: value("name").unwrap_or_default().to_owned(),
            person: person.flatten(),
            day: day.flatten(),
            after: after.flatten(),
            not_understood: wrong.contains(&true),
        }
    }

    fn is_filtered(&self) -> bool {
        self.kind.is_some() || !self.name.is_empty() || self.person.is_some() || self.day.is_some()
    }

    fn address(&self, after: Option<Uuid>) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.kind.map(|kind| ("kind", kind.to_owned())));
        if !self.name.is_empty() {
            pairs.push(("name", self.name.clone()));
        }
        pairs.extend(self.person.map(|person| ("person", person.to_string())));
        pairs.extend(self.day.map(|day| ("day", day.to_string())));
        pairs.extend(after.map(|after| ("after", after.to_string())));
        if pairs.is_empty() {
            return "/desk/trail".to_owned();
        }
        format!("/desk/trail?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    }
}
