//! Sites: add, correct, close.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::page;
use crate::{
    database::Tx,
    desks::{
        coordinator::undo,
        institution_form::{Choices, Typed, title},
    },
    institutions::{
        self, CloseError,
        store::{Institution, Site},
    },
    requests,
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/institutions/site.html")]
struct SitePage {
    page: Page,
    back: String,
    action: String,
    institution: String,
    title: String,
    /// Open requests that a new address would move.
    in_use: Option<String>,
    problems: Problems,
    typed: Fields,
    choices: Choices,
}

pub async fn show_new(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let typed = Fields::from_pairs(vec![("city".to_owned(), ctx.rules.pool().city.clone())]);
    let page = template(&ctx, &institution, None, typed, Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn add(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let mut typed = Typed::new(&ctx, &fields);
    let Some(new) = typed.site() else {
        let problems = typed.problems;
        return Ok(unprocessable(&template(&ctx, &institution, None, fields, problems)));
    };
    institutions::add_site(&mut tx, &ctx.act()?, institution.id, &new).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&super::path(institution.id), Done::Saved)))
}

pub async fn show(ctx: Ctx, Path((id, site)): Path<(String, String)>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let site = find(&mut tx, &institution, &site).await?;
    let in_use = requests::open_at_site(&mut tx, site.id, ctx.now).await?;
    tx.commit().await?;
    let typed = Fields::from_pairs(vec![
        ("site_name".to_owned(), site.name.clone()),
        ("street".to_owned(), site.street.clone()),
        ("postcode".to_owned(), site.postcode.clone()),
        ("city".to_owned(), site.city.clone()),
        ("district".to_owned(), site.district.clone()),
    ]);
    let page = template(&ctx, &institution, Some((&site, in_use)), typed, Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn change(ctx: Ctx, Path((id, site)): Path<(String, String)>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let site = find(&mut tx, &institution, &site).await?;
    let mut typed = Typed::new(&ctx, &fields);
    let Some(new) = typed.site() else {
        let problems = typed.problems;
        let in_use = requests::open_at_site(&mut tx, site.id, ctx.now).await?;
        let page = template(&ctx, &institution, Some((&site, in_use)), fields, problems);
        return Ok(unprocessable(&page));
    };
    institutions::change_site(&mut tx, &ctx.act()?, institution.id, site.id, &new).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&super::path(institution.id), Done::Saved)))
}

pub async fn close(ctx: Ctx, Path((id, site)): Path<(String, String)>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let site = site.parse().map_err(|_| WebError::NotFound)?;
    let act = ctx.act()?;
    let there = format!("{}#sites", super::path(institution.id));
    match institutions::close_site(&mut tx, &act, institution.id, site).await {
        Ok(()) => {
            let there = undo::saved(&mut tx, &act, institution.id.0, &there).await?;
            ctx.app.commit(tx).await?;
            Ok(see_other(&there))
        }
        Err(CloseError::TheOnlyOne) => {
            let mut problems = Problems::default();
            problems.add("sites", ctx.l.t("institution-site-only-one"));
            let page = page::template(&ctx, &mut tx, &institution, problems).await?;
            Ok(unprocessable(&page))
        }
        Err(CloseError::NotFound) => Err(WebError::NotFound),
        Err(CloseError::Database(error)) => Err(error.into()),
    }
}

/// A closed one is not changed any more.
async fn find(tx: &mut Tx, institution: &Institution, site: &str) -> Result<Site, WebError> {
    let id = site.parse().map_err(|_| WebError::NotFound)?;
    let site = institutions::store::site(tx, institution.id, id).await?;
    site.filter(|site| site.active).ok_or(WebError::NotFound)
}

fn template(
    ctx: &Ctx,
    institution: &Institution,
    site: Option<(&Site, i64)>,
    typed: Fields,
    problems: Problems,
) -> SitePage {
    let back = super::path(institution.id);
    let (key, action) = match site {
        Some((site, _)) => ("site-edit-title", format!("{back}/sites/{}", site.id)),
        None => ("site-add-title", format!("{back}/sites")),
    };
    let in_use = site.map(|(_, open)| open).filter(|open| *open > 0);
    SitePage {
        page: ctx.page_titled(title(ctx, key, &problems)),
        back,
        action,
        institution: institution.name.clone(),
        title: ctx.l.t(key),
        in_use: in_use.map(|open| ctx.l.with("site-edit-in-use", &[("count", open.into())])),
        problems,
        typed,
        choices: Choices::of(ctx),
    }
}
