//! The page of an offer in each of its states.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    bubble::Bubble,
    choice::{Choice, ChoiceForm},
    link,
    offer::Seen,
    reasons,
    stand::{self, Stand},
    willing,
};
use crate::{
    matching::RankPartKind,
    requests::Slot,
    web::{Ctx, Page, Problems, html, unprocessable},
};

#[derive(Template)]
#[template(path = "volunteer/offer.html")]
struct OpenOffer {
    page: Page,
    problems: Problems,
    lead: String,
    note: Option<String>,
    bubble: Bubble,
    form: ChoiceForm,
    /// Why they are asked.
    why: Vec<String>,
    wishes: String,
    /// How it goes on.
    next: Vec<String>,
}

/// After a no, while a yes would still do: what was answered, and one way to change it.
#[derive(Template)]
#[template(path = "volunteer/offer_declined.html")]
struct DeclinedOffer {
    page: Page,
    problems: Problems,
    lead: String,
    bubble: Bubble,
    action: String,
    /// Of several dates one is chosen; the only one is not asked for.
    choices: Vec<Choice>,
    answer: String,
    wishes: String,
}

#[derive(Template)]
#[template(path = "volunteer/offer_closed.html")]
struct ClosedOffer {
    page: Page,
    lead: String,
    lines: Vec<String>,
    bubble: Bubble,
    /// Say why somebody else may have it.
    why: bool,
    /// Where to say what they want to be asked; nothing for who has left.
    wishes: Option<String>,
    /// They have a page of their own.
    own: bool,
}

/// `wrong`: the field without a choice, for a form that comes back.
pub fn of(ctx: &Ctx, token: &str, seen: &Seen, wrong: Option<&'static str>) -> Response {
    let answerable = !seen.stand.slots().is_empty();
    match (&seen.stand, answerable) {
        // A link that was taken back opens nothing.
        (Stand::Open { .. } | Stand::Declined { .. } | Stand::Willing { .. }, _) if seen.dead => link::gone(ctx),
        (Stand::Willing { slot }, _) => willing::page(ctx, token, seen, *slot, wrong),
        (Stand::Declined { .. }, true) => declined(ctx, token, seen, wrong),
        (_, true) => open(ctx, token, seen, wrong),
        (_, false) => closed(ctx, token, seen),
    }
}

/// The dates that still fit.
fn fitting(seen: &Seen) -> Vec<&Slot> {
    let slots = seen.request.slots.iter();
    slots.filter(|slot| seen.stand.slots().contains(&slot.id)).collect()
}

/// "Ja, am Dienstag, 16. März, 9:00 bis 10:00 Uhr": one for each date.
fn yeses(ctx: &Ctx, fitting: &[&Slot]) -> Vec<Choice> {
    let l = &ctx.l;
    let several = fitting.len() > 1;
    fitting
        .iter()
        .map(|slot| {
            let label = if several {
                let (date, time) = (l.date_short(slot.date), l.time_range(slot.start, slot.end));
                l.with("offer-yes-on", &[("date", date.into()), ("time", time.into())])
            } else {
                l.t("offer-yes")
            };
            Choice::new(format!("yes:{}", slot.id), label)
        })
        .collect()
}

fn open(ctx: &Ctx, token: &str, seen: &Seen, wrong: Option<&'static str>) -> Response {
    let l = &ctx.l;
    let fitting = fitting(seen);
    let several = fitting.len() > 1;
    let mut problems = Problems::default();
    if let Some(field) = wrong {
        problems.add(field, l.t(if several { "offer-choose-date" } else { "offer-choose" }));
    }
    let title = match fitting.first() {
        Some(slot) if !several => l.with("offer-title", &[("date", l.date_short(slot.date).into())]),
        _ => l.t("offer-title-several"),
    };
    let lead = match (&seen.stand, seen.offer.answer_by) {
        (Stand::Open { late: true, .. }, _) => l.t("offer-lead-late"),
        (_, Some(by)) => l.with("offer-lead", &[("when", l.moment(by, ctx.rules.zone()).into())]),
        (_, None) => l.t("offer-lead-open"),
    };
    let some_off = fitting.len() < stand::candidates(&seen.request).count();
    let mut choices = yeses(ctx, &fitting);
    choices.push(Choice {
        hint: Some(l.t("offer-no-hint")),
        ..Choice::new("no".into(), l.t("offer-no"))
    });
    choices.push(Choice {
        hint: Some(l.t("offer-known-hint")),
        ..Choice::new("known".into(), l.t("offer-known"))
    });
    let form = ChoiceForm {
        action: format!("/o/{token}"),
        name: "answer",
        legend: l.t("offer-your-answer"),
        choices,
        button: l.t("offer-send"),
        after: Some(l.t("offer-personal")),
    };
    let template = OpenOffer {
        page: ctx.page_titled(title),
        lead,
        note: some_off.then(|| l.t("offer-some-dates-off")),
        bubble: Bubble::new(ctx, &seen.request, fitting).promising_more(ctx, &seen.request),
        form,
        problems,
        why: reasons::why(l, &seen.why),
        wishes: format!("/o/{token}/wishes"),
        next: next(ctx, seen),
    };
    if wrong.is_some() {
        unprocessable(&template)
    } else {
        html(StatusCode::OK, &template)
    }
}

/// What a yes and a no do, and who else is asked: as this search asks.
fn next(ctx: &Ctx, seen: &Seen) -> Vec<String> {
    let wished = seen
        .why
        .iter()
        .any(|part| part.kind == RankPartKind::SameVolunteer && part.measured > 0);
    let keys = if willing::is_picked(&seen.request) {
        ["willing-next-yes", "offer-next-no", "willing-next-other"]
    } else if seen.alone {
        ["offer-next-yes", "offer-next-no", "offer-next-alone"]
    } else {
        ["offer-next-yes", "offer-next-no", "offer-next-first"]
    };
    let wished = wished.then_some("offer-next-wished");
    wished.into_iter().chain(keys).map(|key| ctx.l.t(key)).collect()
}

fn declined(ctx: &Ctx, token: &str, seen: &Seen, wrong: Option<&'static str>) -> Response {
    let l = &ctx.l;
    let fitting = fitting(seen);
    let mut choices = yeses(ctx, &fitting);
    let answer = match choices.pop() {
        Some(only) if choices.is_empty() => only.value,
        Some(last) => {
            choices.push(last);
            String::new()
        }
        None => String::new(),
    };
    let mut problems = Problems::default();
    if let Some(field) = wrong {
        let key = if choices.is_empty() {
            "offer-choose"
        } else {
            "offer-choose-date"
        };
        problems.add(field, l.t(key));
    }
    let template = DeclinedOffer {
        page: ctx.page("offer-declined-title"),
        problems,
        lead: l.t("offer-declined-lead"),
        bubble: Bubble::new(ctx, &seen.request, fitting).tagged("gone", l.t("offer-declined-tag")),
        action: format!("/o/{token}"),
        choices,
        answer,
        wishes: format!("/o/{token}/wishes"),
    };
    if wrong.is_some() {
        unprocessable(&template)
    } else {
        html(StatusCode::OK, &template)
    }
}

fn closed(ctx: &Ctx, token: &str, seen: &Seen) -> Response {
    let l = &ctx.l;
    let (key, tag) = match &seen.stand {
        Stand::Accepted if seen.unheard => ("unheard", "done"),
        Stand::Accepted | Stand::Willing { .. } => ("accepted", "done"),
        Stand::Declined { .. } => ("declined", "gone"),
        Stand::GivenBack => ("given-back", "gone"),
        Stand::Filled => ("filled", "gone"),
        Stand::Cancelled => ("cancelled", "gone"),
        Stand::Past => ("past", "gone"),
        Stand::Expired => ("expired", "gone"),
        Stand::TakenBack => ("taken-back", "gone"),
        Stand::Left => ("left", "gone"),
        Stand::Impossible(_) | Stand::Open { .. } => ("impossible", "gone"),
    };
    let text = |part: &str| l.t(&format!("offer-{key}-{part}"));
    let lines = match &seen.stand {
        Stand::Impossible(reasons) => {
            // One sentence a reason.
            let mut lines: Vec<String> = reasons
                .iter()
                .map(|reason| l.t(&format!("offer-reason-{}", reason.code())))
                .collect();
            lines.dedup();
            lines.push(text("more"));
            lines
        }
        Stand::Accepted if seen.unheard => vec![l.t("offer-accepted-back")],
        Stand::Accepted => vec![text("more"), text("back")],
        Stand::Declined { .. } => vec![l.t("offer-declined-over")],
        _ => vec![text("more")],
    };
    let accepted = matches!(seen.stand, Stand::Accepted);
    let picked = matches!(seen.stand, Stand::Filled) && willing::is_picked(&seen.request);
    let mut bubble = Bubble::new(ctx, &seen.request, stand::candidates(&seen.request)).tagged(tag, text("tag"));
    if !accepted {
        bubble = bubble.off();
    }
    let template = ClosedOffer {
        page: ctx.page_titled(text("title")),
        lead: if picked {
            l.t("willing-filled-lead")
        } else {
            text("lead")
        },
        lines,
        bubble,
        why: matches!(seen.stand, Stand::Filled) && !picked,
        own: seen.stand != Stand::Left,
        wishes: (!seen.dead && seen.stand != Stand::Left).then(|| format!("/o/{token}/wishes")),
    };
    html(link::status(seen.dead), &template)
}
