//! `/desk/team/new`: somebody new.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    people::{self, EmailAddress, InviteError, Name, TextError},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/team/new.html")]
struct Form {
    page: Page,
    problems: Problems,
    name: String,
    email: String,
    languages: Vec<Language>,
}

struct Language {
    code: String,
    name: String,
    chosen: bool,
}

pub async fn form(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let language = ctx.l.code().to_owned();
    let form = filled(&ctx, Problems::default(), String::new(), String::new(), &language);
    Ok(html(StatusCode::OK, &form))
}

pub async fn invite(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let (name, email, language) = (fields.get("name"), fields.get("email"), fields.get("language"));
    let mut problems = Problems::default();
    let parsed: (Result<Name, _>, Result<EmailAddress, _>) = (name.parse(), email.parse());
    if let Err(problem) = &parsed.0 {
        problems.add("name", ctx.l.t(about_name(*problem)));
    }
    if let Err(problem) = &parsed.1 {
        problems.add("email", ctx.l.t(about_email(*problem)));
    }
    if ctx.app.l10n.find(&language).is_none() {
        problems.add("language", ctx.l.t("team-language-empty"));
    }
    let (Ok(known_name), Ok(known_email), true) = (parsed.0, parsed.1, problems.is_empty()) else {
        return Ok(unprocessable(&filled(&ctx, problems, name, email, &language)));
    };
    let mut tx = ctx.app.db.begin().await?;
    match people::invite(&mut tx, &ctx.act()?, &known_name, &known_email, &language).await {
        Ok(person) => {
            ctx.app.commit(tx).await?;
            Ok(see_other(&format!("/desk/team/{person}")))
        }
        Err(InviteError::AlreadyThere) => {
            tx.rollback().await?;
            problems.add("email", ctx.l.t("team-already-there"));
            Ok(unprocessable(&filled(&ctx, problems, name, email, &language)))
        }
        Err(InviteError::Database(error)) => Err(error.into()),
    }
}

fn filled(ctx: &Ctx, problems: Problems, name: String, email: String, language: &str) -> Form {
    let languages = ctx.app.l10n.all().map(|l| Language {
        code: l.code().to_owned(),
        name: l.t("locale-name"),
        chosen: l.code() == language,
    });
    Form {
        page: ctx.page("team-new-title"),
        problems,
        name,
        email,
        languages: languages.collect(),
    }
}

fn about_name(problem: TextError) -> &'static str {
    match problem {
        TextError::TooLong => "team-name-too-long",
        TextError::NotAllowed => "team-name-not-allowed",
        TextError::Empty | TextError::NotAnAddress => "team-name-empty",
    }
}

fn about_email(problem: TextError) -> &'static str {
    match problem {
        TextError::Empty => "team-email-empty",
        TextError::TooLong => "sign-in-email-too-long",
        TextError::NotAllowed => "sign-in-email-not-allowed",
        TextError::NotAnAddress => "sign-in-email-wrong",
    }
}
