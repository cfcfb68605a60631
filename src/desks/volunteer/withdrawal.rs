//! `/a/{token}/withdrawal`: giving an assignment back. In the last hours it is the phone, with an urgent task
//! for the desk, so that it is never a dead end.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    assignment::{Held, Phone},
    bubble::Bubble,
    choice::{Choice, ChoiceForm},
};
use crate::{
    act::Actor,
    requests::assignments::{GiveBackError, give_back as give_assignment_back},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "volunteer/withdrawal.html")]
struct Withdrawal {
    page: Page,
    problems: Problems,
    base: String,
    lead: String,
    phone: Option<Phone>,
    /// The institution's, for when nobody is at the desk.
    there: Option<Phone>,
    /// When somebody is at the desk.
    hours: String,
    /// When the urgent message went out, and to whom.
    sent: Option<String>,
    lines: Vec<String>,
    bubble: Bubble,
    form: Option<ChoiceForm>,
}

pub async fn ask(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let held = Held::find(&mut ctx, &mut tx, &token).await?;
    tx.commit().await?;
    if let Some(ended) = held.ended(&ctx) {
        return Ok(ended);
    }
    Ok(html(StatusCode::OK, &page(&ctx, &token, &held)))
}

pub async fn give_back(mut ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let held = Held::find(&mut ctx, &mut tx, &token).await?;
    if let Some(ended) = held.ended(&ctx) {
        return Ok(ended);
    }
    match fields.get("choice").as_str() {
        "back" => {}
        "keep" => return Ok(see_other(&format!("/a/{token}"))),
        _ => {
            let mut again = page(&ctx, &token, &held);
            again.problems.add("choice", ctx.l.t("withdrawal-choose"));
            return Ok(unprocessable(&again));
        }
    }
    let act = ctx.act_as(Actor::Link(held.volunteer.person_id));
    match give_assignment_back(&mut tx, &act, &ctx.rules, held.assignment.id).await {
        // Given back, or too late for that: then an urgent task was made, and this page says whom to call.
        Ok(_) => {
            ctx.app.commit(tx).await?;
            Ok(see_other(&format!("/a/{token}/withdrawal")))
        }
        Err(GiveBackError::Ended | GiveBackError::Over) => Ok(see_other(&format!("/a/{token}"))),
        Err(GiveBackError::NotFound) => Err(WebError::NotFound),
        Err(GiveBackError::Database(error)) => Err(error.into()),
    }
}

fn page(ctx: &Ctx, token: &str, held: &Held) -> Withdrawal {
    let l = &ctx.l;
    let base = format!("/a/{token}");
    let sent = held.assignment.withdrawal_asked_at;
    let locked = held.locked_from(ctx) < ctx.now || sent.is_some();
    let told = sent.is_some();
    let key = match (locked, told) {
        (false, _) => "withdrawal",
        (true, false) => "withdrawal-locked",
        (true, true) => "withdrawal-sent",
    };
    let lines: &[&str] = match (locked, told) {
        (false, _) => &["withdrawal-search", "withdrawal-told", "withdrawal-for-good"],
        (true, false) => &["withdrawal-locked-more"],
        (true, true) => &["withdrawal-sent-more"],
    };
    let yes = if locked {
        "withdrawal-urgent-yes"
    } else {
        "withdrawal-yes"
    };
    let form = ChoiceForm {
        action: format!("{base}/withdrawal"),
        name: "choice",
        legend: l.t("withdrawal-your-choice"),
        choices: vec![
            Choice::new("back".into(), l.t(yes)),
            Choice::new("keep".into(), l.t("withdrawal-no")),
        ],
        button: l.t("withdrawal-send"),
        after: None,
    };
    Withdrawal {
        page: ctx.page(&format!("{key}-title")),
        problems: Problems::default(),
        base,
        lead: l.t(&format!("{key}-lead")),
        phone: locked.then(|| Phone::new(&ctx.rules.pool().desk_phone)),
        there: held.contact_phone().filter(|_| locked),
        hours: if told {
            ctx.rules.pool().desk_phone_hours.or_code(l.code(), "").to_owned()
        } else {
            String::new()
        },
        sent: sent.map(|at| {
            l.with(
                "withdrawal-sent-when",
                &[("when", l.moment(at, ctx.rules.zone()).into())],
            )
        }),
        lines: lines.iter().map(|line| l.t(line)).collect(),
        bubble: held.bubble(ctx),
        form: (!(locked && told)).then_some(form),
    }
}
