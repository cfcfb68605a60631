//! What somebody speaks, and how well. A name that stands for several languages is asked about, never guessed.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    choices::{self, Choice},
    open,
};
use crate::{
    matching::{Level, SpokenLanguage},
    requests::draft::{self, Typed},
    settings::Resolved,
    volunteers::{
        self,
        store::{self, Volunteer},
    },
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, forms::check_line, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/languages.html")]
struct LanguagesPage {
    page: Page,
    back: String,
    name: String,
    problems: Problems,
    typed: Fields,
    spoken: Vec<Spoken>,
    levels: Vec<Choice>,
    /// What the typed language may mean.
    meant: Vec<Choice>,
}

struct Spoken {
    code: String,
    name: String,
    level: String,
    removed: bool,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let spoken = store::languages_of(&mut tx, volunteer.id).await?;
    tx.commit().await?;
    let mut pairs = Vec::new();
    for one in spoken {
        pairs.push(("spoken".to_owned(), one.language));
        pairs.push(("level".to_owned(), one.level));
    }
    let typed = Fields::from_pairs(pairs);
    Ok(html(
        StatusCode::OK,
        &page(&ctx, &volunteer, typed, Problems::default()),
    ))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let (mut languages, added) = match read(&ctx, &fields) {
        Ok(read) => read,
        Err(problems) => return Ok(unprocessable(&page(&ctx, &volunteer, fields, problems))),
    };
    // What the form did not show stays, such as what a colleague has just added: only `remove` takes away.
    let shown = fields.all("spoken");
    for one in store::languages_of(&mut tx, volunteer.id).await? {
        let named = shown.contains(&one.language) || languages.iter().any(|known| known.language == one.language);
        if let (false, Ok(level)) = (named, one.level.parse()) {
            languages.push(SpokenLanguage {
                language: one.language,
                level,
            });
        }
    }
    volunteers::set_languages(&mut tx, &ctx.act()?, volunteer.id, &languages).await?;
    ctx.app.commit(tx).await?;
    // Who added one may have another.
    let next = if added { "/languages" } else { "" };
    Ok(see_other(&done(
        &format!("{}{next}", open::path(volunteer.id)),
        Done::Saved,
    )))
}

/// All languages after the change, and whether one was added.
fn read(ctx: &Ctx, fields: &Fields) -> Result<(Vec<SpokenLanguage>, bool), Problems> {
    let mut problems = Problems::default();
    let removed = fields.all("remove");
    let mut languages = Vec::new();
    for (code, level) in fields.all("spoken").into_iter().zip(fields.all("level")) {
        let known = ctx.rules.language(&code).is_some();
        match level.parse::<Level>() {
            Ok(level) if known && !removed.contains(&code) => languages.push(SpokenLanguage { language: code, level }),
            Ok(_) if removed.contains(&code) => {}
            _ => problems.add("spoken", ctx.l.t("problem-not-a-choice")),
        }
    }
    let added = match new_language(ctx, fields) {
        Ok(added) => added,
        Err((field, key)) => {
            problems.add(field, ctx.l.t(key));
            None
        }
    };
    let new_level = fields.get("new_level").parse::<Level>();
    if new_level.is_err() && !fields.get("language").is_empty() {
        problems.add("new_level", ctx.l.t("languages-problem-level"));
    }
    let was_added = added.is_some();
    if let (Some(language), Ok(level)) = (added, new_level) {
        languages.push(SpokenLanguage { language, level });
    }
    if problems.is_empty() {
        Ok((languages, was_added))
    } else {
        Err(problems)
    }
}

fn new_language(ctx: &Ctx, fields: &Fields) -> Result<Option<String>, (&'static str, &'static str)> {
    let text = fields.get("language");
    if text.is_empty() {
        return Ok(None);
    }
    if check_line(&text, 80).is_err() {
        return Err(("language", "problem-characters"));
    }
    let chosen = fields.get("language_choice");
    match ctx.rules.resolve_language(&text) {
        Resolved::One(code) => Ok(Some(code)),
        _ if meant(ctx, &text).contains(&chosen) => Ok(Some(chosen)),
        Resolved::Ask(_) => Err(("language_choice", "problem-which-language")),
        Resolved::Unknown => Err(("language", "problem-unknown-language")),
    }
}

/// The languages that the text may stand for, or that are spelt like it.
fn meant(ctx: &Ctx, text: &str) -> Vec<String> {
    let mut typed = Typed::default();
    typed.set("language", text);
    draft::choices(&typed, &ctx.rules)
}

fn page(ctx: &Ctx, volunteer: &Volunteer, typed: Fields, problems: Problems) -> LanguagesPage {
    let name_of = |code: &str| ctx.rules.language_name(code, ctx.l.code()).to_owned();
    let removed = typed.all("remove");
    let spoken = typed.all("spoken").into_iter().zip(typed.all("level"));
    let spoken = spoken.map(|(code, level)| Spoken {
        name: name_of(&code),
        removed: removed.contains(&code),
        code,
        level,
    });
    let text = typed.get("language");
    let meant = if check_line(&text, 80).is_ok() {
        meant(ctx, &text)
    } else {
        Vec::new()
    };
    LanguagesPage {
        page: ctx.page_titled(open::title(ctx, ctx.l.t("volunteer-languages-title"), &problems)),
        back: open::path(volunteer.id),
        name: volunteer.name.clone(),
        problems,
        spoken: spoken.collect(),
        levels: choices::levels(ctx),
        meant: meant
            .into_iter()
            .map(|code| Choice {
                label: name_of(&code),
                value: code,
            })
            .collect(),
        typed,
    }
}
