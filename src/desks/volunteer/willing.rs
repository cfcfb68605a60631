//! `/o/{token}` after a yes where a coordinator picks: thanks, by when they hear, and the way back.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    bubble::Bubble,
    choice::{Choice, ChoiceForm},
    offer::Seen,
};
use crate::{
    dispatch::Policy,
    requests::{Request, SlotId},
    web::{Ctx, Page, Problems, html, unprocessable},
};

#[derive(Template)]
#[template(path = "volunteer/willing.html")]
struct WillingPage {
    page: Page,
    problems: Problems,
    lead: String,
    bubble: Bubble,
    form: ChoiceForm,
}

/// A coordinator picks among those who say yes: an offer promises no less and no more.
pub fn is_picked(request: &Request) -> bool {
    let search = request.search.as_ref();
    search.is_some_and(|search| matches!(search.policy, Policy::Pick { .. }))
}

/// By when they hear.
pub fn heard_by(ctx: &Ctx, request: &Request) -> String {
    let deadline = request.search.as_ref().map(|search| search.deadline);
    ctx.l.moment(deadline.unwrap_or(ctx.now), ctx.rules.zone())
}

pub fn page(ctx: &Ctx, token: &str, seen: &Seen, slot: SlotId, wrong: Option<&'static str>) -> Response {
    let l = &ctx.l;
    let mut problems = Problems::default();
    if let Some(field) = wrong {
        problems.add(field, l.t("willing-choose"));
    }
    let slots = seen.request.slots.iter().filter(|one| one.id == slot);
    let template = WillingPage {
        page: ctx.page("willing-title"),
        problems,
        lead: l.with("willing-lead", &[("when", heard_by(ctx, &seen.request).into())]),
        bubble: Bubble::new(ctx, &seen.request, slots).tagged("open", l.t("willing-tag")),
        form: ChoiceForm {
            action: format!("/o/{token}"),
            name: "answer",
            legend: l.t("willing-still"),
            choices: vec![
                Choice::new("keep".into(), l.t("willing-keep")),
                Choice {
                    hint: Some(l.t("offer-no-hint")),
                    ..Choice::new("no".into(), l.t("willing-back"))
                },
            ],
            button: l.t("offer-send"),
            after: None,
        },
    };
    if wrong.is_some() {
        unprocessable(&template)
    } else {
        html(StatusCode::OK, &template)
    }
}
