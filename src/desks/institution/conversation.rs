//! Step 1 of the form: the conversation.

use askama::Template;
use axum::{
    extract::{Path, RawQuery},
    http::StatusCode,
    response::Response,
};

use super::drafts::{self, FieldSpec, Writing, line};
use crate::{
    requests::draft::{self, Step, Typed},
    settings::Verdict,
    web::{Ctx, Fields, Page, Problems, WebError, html, unprocessable},
};

const FIELDS: &[FieldSpec] = &[
    line("language", 80),
    line("language_choice", 20),
    line("occasion", 80),
    line("topic", 80),
    line("gender_wish", 20),
    line("gender", 20),
    line("same_volunteer", 8),
];

/// Something to choose: what is sent, and what is read.
struct Choice {
    code: String,
    name: String,
}

#[derive(Template)]
#[template(path = "institution/conversation.html")]
struct Conversation {
    page: Page,
    typed: Typed,
    problems: Problems,
    /// What the typed language may mean.
    languages: Vec<Choice>,
    occasions: Vec<Choice>,
    /// Topics that the pool helps with only sometimes, or never.
    topics: Vec<Choice>,
    genders: Vec<Choice>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>, RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let writing = match drafts::open(&ctx, &mut tx, &id).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = Problems::default();
    if drafts::asks_what_is_wrong(query.as_deref()) {
        check(&ctx, &writing, &mut problems);
    }
    Ok(html(StatusCode::OK, &template(&ctx, &writing, problems)))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let mut writing = match drafts::open(&ctx, &mut tx, &id).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = drafts::take(&ctx, &mut tx, &mut writing, &fields, FIELDS).await?;
    ctx.app.commit(tx).await?;
    check(&ctx, &writing, &mut problems);
    if problems.is_empty() {
        Ok(drafts::onward(&writing, &ctx.rules, ctx.now, "when"))
    } else {
        Ok(unprocessable(&template(&ctx, &writing, problems)))
    }
}

fn check(ctx: &Ctx, writing: &Writing, problems: &mut Problems) {
    if let Err(list) = draft::conversation(&writing.draft.typed, &ctx.rules, &writing.asker.sector) {
        drafts::explain(ctx, problems, list, Step::Conversation);
    }
}

fn template(ctx: &Ctx, writing: &Writing, problems: Problems) -> Conversation {
    let locale = ctx.l.code();
    let rules = &ctx.rules;
    let choice = |code: &str, name: String| Choice {
        code: code.to_owned(),
        name,
    };
    let named = |code: &str, name: &crate::settings::Names| choice(code, name.or_code(locale, code).to_owned());
    Conversation {
        page: ctx.page_titled(drafts::title(ctx, "conversation-title", &problems)),
        typed: writing.draft.typed.clone(),
        languages: draft::choices(&writing.draft.typed, rules)
            .iter()
            .map(|code| choice(code, rules.language_name(code, locale).to_owned()))
            .collect(),
        occasions: rules
            .occasions_of(&writing.asker.sector)
            .map(|it| named(&it.code, &it.name))
            .collect(),
        topics: rules
            .topics()
            .iter()
            .filter(|topic| topic.verdict != Verdict::Allow)
            .map(|it| named(&it.code, &it.name))
            .collect(),
        genders: crate::matching::Gender::ALL
            .iter()
            .map(|gender| choice(gender.as_str(), ctx.l.t(&format!("gender-{gender}"))))
            .collect(),
        problems,
    }
}
