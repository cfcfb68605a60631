//! `/desk/qualifications/training`: a training day. One kind, one date, everybody who was there.

use std::collections::HashSet;

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use super::{
    form::{self, KindChoice, Typed},
    words,
};
use crate::{
    database::{DbError, Tx},
    qualifications::{self, NewQualification, RecordError, holders},
    volunteers::VolunteerId,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/qualifications/training.html")]
struct Training {
    page: Page,
    problems: Problems,
    typed: Typed,
    kinds: Vec<KindChoice>,
    people: Vec<Person>,
    /// How many were noted just now.
    done: Option<String>,
}

struct Person {
    id: String,
    name: String,
    ticked: bool,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let count = pairs.iter().find(|(key, _)| key == "recorded");
    let count: Option<u32> = count.and_then(|(_, count)| count.parse().ok());
    let mut tx = ctx.app.db.read().await?;
    let mut template = template(&ctx, &mut tx, Typed::default(), &HashSet::new(), Problems::default()).await?;
    template.done = count.map(|count| ctx.l.with("quals-training-done", &[("count", count.into())]));
    Ok(html(StatusCode::OK, &template))
}

pub async fn record(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let coordinator = ctx.coordinator()?.person;
    let typed = Typed {
        kind: fields.get("kind").chars().take(60).collect(),
        seen_on: fields.get("seen_on").chars().take(60).collect(),
        ..Typed::default()
    };
    let ticked: HashSet<String> = fields.all("volunteer").into_iter().collect();
    let mut tx = ctx.app.db.begin().await?;
    let own_date = |kind: &crate::settings::QualificationKind| kind.max_age_months.is_some();
    let (checked, mut problems) = match typed.check(&ctx, coordinator) {
        _ if ctx.rules.qualification(&typed.kind).is_some_and(own_date) => {
            let mut problems = Problems::default();
            problems.add("kind", ctx.l.t("quals-problem-one-by-one"));
            (None, problems)
        }
        // It is seen where it happens: the day is both.
        Ok(shown) => {
            let issued_on = Some(shown.seen_on);
            (Some(NewQualification { issued_on, ..shown }), Problems::default())
        }
        Err(problems) => (None, problems),
    };
    let people = chosen(&mut tx, &ticked).await?;
    match people.as_deref() {
        Some([]) => problems.add("volunteer", ctx.l.t("quals-problem-nobody")),
        Some(_) => {}
        None => problems.add("volunteer", ctx.l.t("quals-problem-somebody-else")),
    }
    if let (Some(shown), Some(people), true) = (checked, people, problems.is_empty()) {
        for person in &people {
            match qualifications::record(&mut tx, &ctx.act()?, &ctx.rules, *person, &shown).await {
                Ok(_) => {}
                Err(RecordError::Wrong(wrong)) => {
                    for problem in wrong {
                        let (field, words) = words::problem(&ctx.l, problem);
                        problems.add(field, words);
                    }
                }
                Err(RecordError::NotFound) => return Err(WebError::NotFound),
                Err(RecordError::Database(error)) => return Err(error.into()),
            }
        }
        if problems.is_empty() {
            ctx.app.commit(tx).await?;
            let there = format!("/desk/qualifications/training?recorded={}", people.len());
            return Ok(see_other(&there));
        }
    }
    let template = template(&ctx, &mut tx, typed, &ticked, problems).await?;
    tx.rollback().await?;
    Ok(unprocessable(&template))
}

/// Those who were ticked, in the order of their ids, as they are locked. None: the form names somebody who is no
/// volunteer or has left.
async fn chosen(tx: &mut Tx, ticked: &HashSet<String>) -> Result<Option<Vec<VolunteerId>>, DbError> {
    let known: HashSet<VolunteerId> = holders(tx).await?.into_iter().map(|holder| holder.volunteer).collect();
    let mut people = Vec::with_capacity(ticked.len());
    for text in ticked {
        match text.parse().ok().filter(|id| known.contains(id)) {
            Some(id) => people.push(id),
            None => return Ok(None),
        }
    }
    people.sort();
    Ok(Some(people))
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    typed: Typed,
    ticked: &HashSet<String>,
    problems: Problems,
) -> Result<Training, WebError> {
    let people = holders(tx).await?.into_iter().map(|holder| {
        let id = holder.volunteer.to_string();
        Person {
            ticked: ticked.contains(&id),
            name: holder.name,
            id,
        }
    });
    Ok(Training {
        page: ctx.page("quals-training-title"),
        problems,
        // Papers with a date of their own are noted one by one.
        kinds: form::kinds(ctx, &typed.kind, |kind| kind.max_age_months.is_none()),
        typed,
        people: people.collect(),
        done: None,
    })
}
