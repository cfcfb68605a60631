//! "Viele, wenige, niemand": what the check page says of the chances, and which change leads where.

use chrono::Datelike;

use super::{drafts::Writing, steps};
use crate::{
    database::{DbError, Tx},
    matching::Mode,
    requests::{
        NewSlot, Request,
        prospects::{Change, Prospects, prospects},
    },
    web::Ctx,
};

pub struct Outlook {
    pub title: String,
    /// What is said first of whoever is wished for.
    pub wished: Option<String>,
    pub text: String,
    pub ways: Vec<Way>,
}

/// A change that helps, and the step of the form where it is filled in already.
pub struct Way {
    pub label: String,
    pub href: String,
    pub result: String,
}

/// `names`: of those who are wished for.
pub fn view(ctx: &Ctx, writing: &Writing<'_>, prospects: &Prospects, names: &str) -> Outlook {
    let l = &ctx.l;
    let code = prospects.band.code();
    let ways = prospects.suggestions.iter().map(|suggestion| {
        let (step, fields) = filled_in(ctx, &suggestion.change);
        let first = fields.first().map_or("", |(field, _)| field);
        let query = serde_urlencoded::to_string(&fields).unwrap_or_default();
        Way {
            label: label(ctx, &suggestion.change),
            href: format!("{}?{}&{query}#{first}", writing.path(step), steps::SUGGESTED),
            result: l.t(&format!("prospects-then-{}", suggestion.band.code())),
        }
    });
    let ways = ways.collect();
    let Some(wished) = &prospects.wished else {
        return Outlook {
            title: l.t(&format!("prospects-{code}")),
            wished: None,
            text: l.t(&format!("prospects-{code}-text")),
            ways,
        };
    };
    let can = wished.can.code();
    Outlook {
        title: l.with(&format!("prospects-wished-{can}"), &[("names", names.into())]),
        wished: Some(l.t(&format!("prospects-wished-{can}-text"))),
        text: l.t(&format!("prospects-others-{code}")),
        ways,
    }
}

/// What would have helped a request that found nobody: each with what it would lead to.
pub async fn helps(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Vec<(String, String)>, DbError> {
    let ahead = request.possible_slots().filter(|slot| slot.starts_at > ctx.now);
    let slots: Vec<_> = ahead
        .map(|slot| NewSlot {
            date: slot.date,
            start: slot.start,
            end: slot.end,
        })
        .collect();
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let new = request.asked_anew(slots);
    let found = prospects(tx, &ctx.rules, &new, (&request.sector, None), ctx.now).await?;
    let ways = found.suggestions.iter().map(|way| {
        let result = ctx.l.t(&format!("prospects-then-{}", way.band.code()));
        (label(ctx, &way.change), result)
    });
    Ok(ways.collect())
}

fn label(ctx: &Ctx, change: &Change) -> String {
    let l = &ctx.l;
    match change {
        Change::Time(slot) => {
            let time = l.time_range(slot.start, slot.end);
            l.with("prospects-time", &[("time", time.into())])
        }
        Change::Mode(Mode::Video) => l.t("prospects-video"),
        Change::Mode(Mode::Phone) => l.t("prospects-phone"),
        Change::Mode(Mode::OnSite) => l.t("mode-on_site"),
        Change::Preferred(gender) => l.t(&format!("wish-preferred-{gender}")),
        Change::Language(code) => {
            let name = ctx.rules.language_name(code, l.code()).to_owned();
            l.with("prospects-language", &[("language", name.into())])
        }
        Change::Date(slot) => l.with("prospects-date", &[("date", l.date(slot.date).into())]),
    }
}

type Filled = Vec<(&'static str, String)>;

/// The step of the form that holds it, and how its fields read then.
fn filled_in(ctx: &Ctx, change: &Change) -> (&'static str, Filled) {
    match change {
        Change::Time(NewSlot { start, end, .. }) => {
            let typed = |time: &chrono::NaiveTime| time.format("%H:%M").to_string();
            ("when", vec![("start", typed(start)), ("end", typed(end))])
        }
        Change::Date(NewSlot { date, .. }) => (
            "when",
            vec![
                ("day", date.day().to_string()),
                ("month", date.month().to_string()),
                ("year", date.year().to_string()),
            ],
        ),
        Change::Mode(mode) => ("when", vec![("mode", mode.to_string())]),
        Change::Preferred(gender) => (
            "conversation",
            vec![("gender_wish", "preferred".to_owned()), ("gender", gender.to_string())],
        ),
        Change::Language(code) => {
            let name = ctx.rules.language_name(code, ctx.l.code()).to_owned();
            // The choice answers the question which one is meant, where the name has several meanings.
            (
                "conversation",
                vec![("language", name), ("language_choice", code.clone())],
            )
        }
    }
}
