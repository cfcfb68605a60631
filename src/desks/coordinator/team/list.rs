//! `/desk/team`.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    people::{self, Coordinator, PersonId},
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/team/list.html")]
struct List {
    page: Page,
    members: Vec<Member>,
}

/// A coordinator in words.
pub(super) struct Member {
    pub id: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub since: String,
    pub second_factor: bool,
    pub last_sign_in: String,
}

impl Member {
    pub fn of(ctx: &Ctx, coordinator: Coordinator) -> Self {
        Self {
            id: coordinator.id,
            name: coordinator.name,
            email: coordinator.email,
            since: ctx.l.date_numeric(ctx.rules.local(coordinator.since).date()),
            second_factor: coordinator.second_factor,
            last_sign_in: coordinator.last_sign_in.map_or_else(
                // Older sessions are forgotten.
                || ctx.l.t("team-no-sign-in"),
                |at| ctx.l.moment(at, ctx.rules.zone()),
            ),
        }
    }
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let coordinators = people::list_coordinators(&mut tx).await?;
    tx.commit().await?;
    let members = coordinators.into_iter().map(|one| Member::of(&ctx, one)).collect();
    let page = ctx.page("nav-team");
    Ok(html(StatusCode::OK, &List { page, members }))
}
