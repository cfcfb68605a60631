//! How, where and in which fields somebody wants to help.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    choices::{self, Borough, Choice},
    open,
};
use crate::{
    matching::Mode,
    volunteers::{
        self, Areas,
        store::{self, Volunteer},
    },
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/areas.html")]
struct AreasPage {
    page: Page,
    back: String,
    name: String,
    problems: Problems,
    modes: Vec<Choice>,
    boroughs: Vec<Borough>,
    sectors: Vec<Choice>,
    chosen: Fields,
}

impl AreasPage {
    fn is_chosen(&self, field: &str, value: &str) -> bool {
        self.chosen.all(field).iter().any(|chosen| chosen == value)
    }
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let districts = store::districts_of(&mut tx, volunteer.id).await?;
    let sectors = store::sectors_of(&mut tx, volunteer.id).await?;
    tx.commit().await?;
    let modes = modes(&volunteer).into_iter().map(|mode| ("mode", mode.to_string()));
    let districts = districts.into_iter().map(|code| ("district", code));
    let sectors = sectors.into_iter().map(|code| ("sector", code));
    let pairs = modes.chain(districts).chain(sectors);
    let chosen = Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value)).collect());
    Ok(html(
        StatusCode::OK,
        &page(&ctx, &volunteer, chosen, Problems::default()),
    ))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let areas = match read(&ctx, &fields) {
        Ok(areas) => areas,
        Err(problems) => return Ok(unprocessable(&page(&ctx, &volunteer, fields, problems))),
    };
    volunteers::set_areas(&mut tx, &ctx.act()?, volunteer.id, &areas).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&open::path(volunteer.id), Done::Saved)))
}

/// What a volunteer does now.
pub fn modes(volunteer: &Volunteer) -> Vec<Mode> {
    [
        (volunteer.on_site, Mode::OnSite),
        (volunteer.by_phone, Mode::Phone),
        (volunteer.by_video, Mode::Video),
    ]
    .into_iter()
    .filter_map(|(does, mode)| does.then_some(mode))
    .collect()
}

fn read(ctx: &Ctx, fields: &Fields) -> Result<Areas, Problems> {
    let mut problems = Problems::default();
    let once = |name: &str| {
        let mut all = fields.all(name);
        all.sort();
        all.dedup();
        all
    };
    let modes: Result<Vec<Mode>, _> = once("mode").iter().map(|code| code.parse()).collect();
    match &modes {
        Ok(modes) if modes.is_empty() => problems.add("mode", ctx.l.t("areas-problem-mode")),
        Ok(_) => {}
        Err(_) => problems.add("mode", ctx.l.t("problem-not-a-choice")),
    }
    let districts = once("district");
    if districts.iter().any(|code| ctx.rules.district(code).is_none()) {
        problems.add("district", ctx.l.t("problem-not-a-choice"));
    }
    let sectors = once("sector");
    if sectors.iter().any(|code| ctx.rules.sector(code).is_none()) {
        problems.add("sector", ctx.l.t("problem-not-a-choice"));
    }
    match modes {
        Ok(modes) if problems.is_empty() => Ok(Areas {
            modes,
            districts,
            sectors,
        }),
        _ => Err(problems),
    }
}

fn page(ctx: &Ctx, volunteer: &Volunteer, chosen: Fields, problems: Problems) -> AreasPage {
    AreasPage {
        page: ctx.page_titled(open::title(ctx, ctx.l.t("volunteer-areas-title"), &problems)),
        back: open::path(volunteer.id),
        name: volunteer.name.clone(),
        problems,
        modes: choices::modes(ctx),
        boroughs: choices::boroughs(ctx),
        sectors: choices::sectors(ctx),
        chosen,
    }
}
