//! `/me/languages`: what somebody speaks. A new language waits for a coordinator; one that goes, goes at once.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    database::{DbError, Tx},
    desks::coordinator::{
        reasons,
        volunteers::choices::{self, Choice},
    },
    matching::Level,
    requests,
    volunteers::{self, VolunteerId, Wished, store},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "volunteer/languages.html")]
struct LanguagesPage {
    page: Page,
    problems: Problems,
    spoken: Vec<Spoken>,
    wished: Vec<Spoken>,
    languages: Vec<Choice>,
    levels: Vec<Choice>,
    typed: Fields,
}

struct Spoken {
    code: String,
    name: String,
    level: String,
}

#[derive(Template)]
#[template(path = "volunteer/language_removal.html")]
struct RemovalPage {
    page: Page,
    problems: Problems,
    action: String,
    lead: String,
    warnings: Vec<String>,
}

/// A lower level counts at once, and the way back takes a look of the team: is that meant?
#[derive(Template)]
#[template(path = "volunteer/language_lower.html")]
struct SurePage {
    page: Page,
    now: String,
    question: String,
    language: String,
    level: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.read().await?;
    let page = page(&ctx, &mut tx, id, Fields::default(), Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn wish(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut problems = Problems::default();
    let language = fields.get("language");
    if ctx.rules.language(&language).is_none() {
        problems.add("language", ctx.l.t("my-languages-problem-language"));
    }
    let level = fields.get("level").parse::<Level>();
    if level.is_err() {
        problems.add("level", ctx.l.t("my-languages-problem-level"));
    }
    let mut tx = ctx.app.db.begin().await?;
    let (true, Ok(level)) = (problems.is_empty(), level) else {
        return Ok(unprocessable(&page(&ctx, &mut tx, id, fields, problems).await?));
    };
    // What counts at once is asked for once more.
    if let Some(before) = higher(&mut tx, id, &language, level).await?
        && fields.get("sure") != "yes"
    {
        return Ok(html(StatusCode::OK, &sure(&ctx, &language, before, level)));
    }
    let wished = volunteers::wish_language(&mut tx, &ctx.act()?, id, &language, level).await?;
    ctx.app.commit(tx).await?;
    let said = match wished {
        Wished::Waits => Done::LanguageWaits,
        Wished::AtOnce => Done::LanguageChanged,
        Wished::Nothing => Done::LanguageSame,
    };
    Ok(see_other(&done("/me/languages", said)))
}

/// The level that stands there, if it is higher.
async fn higher(tx: &mut Tx, id: VolunteerId, language: &str, level: Level) -> Result<Option<Level>, DbError> {
    let spoken = store::languages_of(tx, id).await?;
    let before = spoken.iter().find(|one| one.language == language);
    let before = before.and_then(|one| one.level.parse::<Level>().ok());
    Ok(before.filter(|before| level < *before))
}

fn sure(ctx: &Ctx, language: &str, before: Level, level: Level) -> SurePage {
    let l = &ctx.l;
    let name = ctx.rules.language_name(language, l.code()).to_owned();
    let args = [
        ("language", name.clone().into()),
        ("before", reasons::level(l, before).into()),
    ];
    SurePage {
        page: ctx.page_titled(l.with("my-languages-lower-title", &[("language", name.into())])),
        now: l.with("my-languages-lower-now", &args),
        question: l.with(
            "my-languages-lower-question",
            &[("level", reasons::level(l, level).into())],
        ),
        language: language.to_owned(),
        level: level.as_str().to_owned(),
    }
}

pub async fn ask_removal(ctx: Ctx, Path(language): Path<String>) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.read().await?;
    let page = removal(&ctx, &mut tx, id, &language, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn remove(ctx: Ctx, Path(language): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.begin().await?;
    if fields.get("choice") != "remove" {
        let mut problems = Problems::default();
        problems.add("choice", ctx.l.t("my-languages-remove-choose"));
        return Ok(unprocessable(&removal(&ctx, &mut tx, id, &language, problems).await?));
    }
    // Gone a moment ago: so it is as they wish.
    volunteers::remove_language(&mut tx, &ctx.act()?, id, &language).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done("/me/languages", Done::LanguageRemoved)))
}

async fn page(
    ctx: &Ctx,
    tx: &mut Tx,
    id: VolunteerId,
    typed: Fields,
    problems: Problems,
) -> Result<LanguagesPage, DbError> {
    let view = |code: String, level: &str| Spoken {
        name: ctx.rules.language_name(&code, ctx.l.code()).to_owned(),
        level: level
            .parse::<Level>()
            .map_or_else(|_| level.to_owned(), |level| reasons::level(&ctx.l, level)),
        code,
    };
    let spoken = store::languages_of(tx, id).await?;
    let wished = volunteers::language_wishes(tx, id).await?;
    let title = ctx.l.t("my-languages-title");
    let title = if problems.is_empty() {
        title
    } else {
        ctx.l.with("title-with-error", &[("title", title.into())])
    };
    Ok(LanguagesPage {
        page: ctx.page_titled(title),
        problems,
        spoken: spoken.into_iter().map(|one| view(one.language, &one.level)).collect(),
        wished: wished.into_iter().map(|one| view(one.language, &one.level)).collect(),
        languages: choices::languages(ctx),
        levels: choices::levels(ctx),
        typed,
    })
}

/// Says before what hangs on the language: appointments stand, offers can no longer be accepted.
async fn removal(
    ctx: &Ctx,
    tx: &mut Tx,
    id: VolunteerId,
    language: &str,
    problems: Problems,
) -> Result<RemovalPage, WebError> {
    let spoken = store::languages_of(tx, id).await?;
    let wished = volunteers::language_wishes(tx, id).await?;
    let known = spoken.iter().any(|one| one.language == language) || wished.iter().any(|one| one.language == language);
    if !known {
        return Err(WebError::NotFound);
    }
    let name = ctx.rules.language_name(language, ctx.l.code()).to_owned();
    let (mut offers, mut appointments) = (0i64, 0i64);
    for offer in requests::store::open_offers_of_volunteer(tx, id).await? {
        let request = requests::store::get(tx, offer.request).await?;
        offers += i64::from(request.is_some_and(|request| request.language == language));
    }
    for assignment in requests::store::assignments_of_volunteer(tx, id, ctx.now).await? {
        let request = requests::store::get(tx, assignment.request_id).await?;
        appointments += i64::from(request.is_some_and(|request| request.language == language));
    }
    let l = &ctx.l;
    let mut warnings = Vec::new();
    for (key, count) in [
        ("my-languages-remove-appointments", appointments),
        ("my-languages-remove-offers", offers),
    ] {
        if count > 0 {
            warnings.push(l.with(key, &[("count", count.into())]));
        }
    }
    let title = l.with("my-languages-remove-title", &[("language", name.into())]);
    Ok(RemovalPage {
        page: ctx.page_titled(title),
        problems,
        action: format!("/me/languages/{language}/removal"),
        lead: l.t("my-languages-remove-lead"),
        warnings,
    })
}
