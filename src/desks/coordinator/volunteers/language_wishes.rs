//! Languages and levels that a volunteer has named: confirmed or declined, one by one.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::open;
use crate::{
    database::Tx,
    desks::coordinator::reasons,
    matching::Level,
    volunteers::{
        self,
        store::{self, Volunteer},
    },
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/language_wishes.html")]
struct WishesPage {
    page: Page,
    problems: Problems,
    id: String,
    name: String,
    wishes: Vec<WishView>,
}

struct WishView {
    code: String,
    what: String,
    now: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let page = page(&ctx, &mut tx, &volunteer, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn decide(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let confirmed = match fields.get("choice").as_str() {
        "confirm" => true,
        "decline" => false,
        _ => {
            let mut problems = Problems::default();
            problems.add("choice", ctx.l.t("language-wishes-choose"));
            return Ok(unprocessable(&page(&ctx, &mut tx, &volunteer, problems).await?));
        }
    };
    let language = fields.get("language");
    volunteers::decide_language(&mut tx, &ctx.act()?, volunteer.id, &language, confirmed).await?;
    let more = !volunteers::language_wishes(&mut tx, volunteer.id).await?.is_empty();
    ctx.app.commit(tx).await?;
    let path = open::path(volunteer.id);
    let next = if more { format!("{path}/language-wishes") } else { path };
    Ok(see_other(&done(&next, Done::Saved)))
}

async fn page(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer, problems: Problems) -> Result<WishesPage, WebError> {
    let l = &ctx.l;
    let level = |code: &str| {
        code.parse::<Level>()
            .map_or_else(|_| code.to_owned(), |level| reasons::level(l, level))
    };
    let spoken = store::languages_of(tx, volunteer.id).await?;
    let wishes = volunteers::language_wishes(tx, volunteer.id).await?;
    let view = |wish: volunteers::LanguageWish| {
        let name = ctx.rules.language_name(&wish.language, l.code()).to_owned();
        let now = spoken.iter().find(|one| one.language == wish.language);
        WishView {
            what: l.with(
                "settings-language",
                &[("language", name.into()), ("level", level(&wish.level).into())],
            ),
            now: match now {
                Some(now) => l.with("language-wishes-now", &[("level", level(&now.level).into())]),
                None => l.t("language-wishes-new"),
            },
            code: wish.language,
        }
    };
    let wishes = wishes.into_iter().map(view).collect();
    Ok(WishesPage {
        page: ctx.page_titled(open::title(ctx, l.t("language-wishes-title"), &problems)),
        problems,
        id: volunteer.id.to_string(),
        name: volunteer.name.clone(),
        wishes,
    })
}
