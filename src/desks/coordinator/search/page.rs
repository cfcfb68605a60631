use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::views::{self, DayHit, Hit, LanguageHit};
use crate::{
    desks::coordinator::back,
    search::{self, Wish},
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/find/page.html")]
struct Results {
    page: Page,
    /// Nothing was typed, or nothing that can be looked for.
    nothing_asked: bool,
    none: Option<String>,
    day: Option<DayHit>,
    requests: Vec<Hit>,
    languages: Vec<LanguageHit>,
    people: Vec<Hit>,
    institutions: Vec<Hit>,
    more_requests: bool,
    more_people: bool,
    more_institutions: bool,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let typed = ctx.query("q");
    let wish = Wish::read(&typed);
    let mut tx = ctx.app.db.read().await?;
    let (requests, more_requests) = search::requests(&mut tx, &wish).await?;
    let requests = search::request_hits(&mut tx, &requests).await?;
    let (people, more_people) = search::people(&mut tx, &wish).await?;
    let people = search::person_hits(&mut tx, &people, ctx.now).await?;
    let (institutions, more_institutions) = search::institutions(&mut tx, &wish).await?;
    let institutions = search::institution_hits(&mut tx, &institutions).await?;
    tx.commit().await?;

    let l = &ctx.l;
    let languages = views::languages(&ctx, &wish);
    let day = views::day(&ctx, &typed);
    let empty =
        day.is_none() && requests.is_empty() && people.is_empty() && institutions.is_empty() && languages.is_empty();
    let here = format!(
        "/desk/search?{}",
        serde_urlencoded::to_string([("q", &typed)]).unwrap_or_default()
    );
    let led_back = |hit: Hit| Hit {
        href: hit.href.map(|href| back::with(&href, &here)),
        ..hit
    };
    let title = if wish.is_empty() {
        l.t("find-title")
    } else {
        l.with("find-title-for", &[("typed", views::short(&typed).into())])
    };
    let template = Results {
        page: ctx.page_titled(title),
        nothing_asked: wish.is_empty(),
        none: (empty && !wish.is_empty()).then(|| l.with("find-none", &[("typed", views::short(&typed).into())])),
        requests: requests.iter().map(|hit| led_back(views::request(&ctx, hit))).collect(),
        day,
        languages,
        people: people.iter().map(|hit| led_back(views::person(&ctx, hit))).collect(),
        institutions: institutions
            .iter()
            .map(|hit| led_back(views::institution(&ctx, hit)))
            .collect(),
        more_requests,
        more_people,
        more_institutions,
    };
    Ok(html(StatusCode::OK, &template))
}
