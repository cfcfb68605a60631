//! `/me/asked`: why was I (not) asked? And what the forecast of their yes holds, which they may have forgotten.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{bubble, link, reasons};
use crate::{
    database::{DbError, Tx},
    links::{self, Purpose},
    matching::{RankPartKind, Reason},
    requests::{
        asked::{self, Ended, Story, Told},
        forecast,
    },
    volunteers::store,
    web::{Ctx, Done, Fields, Page, WebError, done, html, see_other},
};

#[derive(Template)]
#[template(path = "volunteer/asked.html")]
struct AskedPage {
    page: Page,
    parts: Vec<Part>,
    /// How many assignments count against them today.
    load: Option<String>,
    newer: Option<String>,
    older: Option<String>,
    /// What is known of their answers, if anything is.
    forecast: Option<String>,
}

struct Part {
    title: String,
    groups: Vec<Group>,
}

/// What has the same reason, said once.
struct Group {
    why: String,
    /// Where they change what speaks against it.
    change: Vec<Change>,
    rows: Vec<Row>,
}

struct Row {
    when: String,
    line: String,
    /// What is true of this one only.
    more: String,
}

#[derive(PartialEq)]
struct Change {
    href: String,
    label: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.read().await?;
    let spoken = store::languages_of(&mut tx, id).await?;
    let languages: Vec<String> = spoken.into_iter().map(|one| one.language).collect();
    let number: u8 = ctx.query("page").parse().unwrap_or(0);
    let stories = asked::stories(&mut tx, &ctx.rules, id, &languages, number, ctx.now).await?;
    let pause = links::of_subject(&mut tx, Purpose::Pause, id.0).await?;
    let pause = pause
        .filter(|found| !link::is_dead(found, ctx.now))
        .and_then(|found| found.path(&ctx.app.keys, Purpose::Pause));
    let forecast = forecast_of(&ctx, &mut tx, id).await?;
    tx.commit().await?;
    let (asked, not_asked): (Vec<_>, Vec<_>) = stories.list.iter().partition(|story| was_asked(&story.told));
    let part = |key: &str, stories: Vec<&Story>| Part {
        title: ctx.l.t(key),
        groups: groups(&ctx, stories, pause.as_deref()),
    };
    let mut parts = vec![part("asked-yes", asked), part("asked-no", not_asked)];
    parts.retain(|part| !part.groups.is_empty());
    let address = |number: u8| format!("/me/asked?page={number}");
    let page = AskedPage {
        page: ctx.page("asked-title"),
        parts,
        load: load(&ctx, &stories.list),
        newer: number.checked_sub(1).map(address),
        older: number.checked_add(1).filter(|_| stories.more).map(address),
        forecast,
    };
    Ok(html(StatusCode::OK, &page))
}

fn was_asked(told: &Told) -> bool {
    !matches!(told, Told::NotAsked { .. } | Told::OthersFirst { .. })
}

/// It is counted today, for all of them alike: so it is said once, and only where others came first.
fn load(ctx: &Ctx, stories: &[Story]) -> Option<String> {
    let of_story = |story: &Story| match &story.told {
        Told::OthersFirst { parts, .. } => parts.iter().find(|part| part.kind == RankPartKind::Fairness).copied(),
        _ => None,
    };
    let count = stories.iter().find_map(of_story)?.measured;
    (count > 0).then(|| ctx.l.with("asked-load", &[("count", count.into())]))
}

pub async fn forget(ctx: Ctx, _fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.begin().await?;
    forecast::forget(&mut tx, &ctx.act()?, id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done("/me/asked", Done::ForecastForgotten)))
}

/// "Von 12 Anfragen: 5 Zusagen, 3 Absagen, 4 ohne Antwort."
pub async fn forecast_of(
    ctx: &Ctx,
    tx: &mut Tx,
    volunteer: crate::volunteers::VolunteerId,
) -> Result<Option<String>, DbError> {
    let known = forecast::of_volunteer(tx, volunteer).await?;
    Ok(known.map(|known| {
        let silent = (known.offers - known.yes - known.no).max(0);
        let args = [
            ("offers", known.offers.into()),
            ("yes", known.yes.into()),
            ("no", known.no.into()),
            ("silent", silent.into()),
        ];
        ctx.l.with("forecast-known", &args)
    }))
}

/// The latest dates first, and with the first of its kind all others.
fn groups(ctx: &Ctx, mut stories: Vec<&Story>, pause: Option<&str>) -> Vec<Group> {
    stories.sort_by_key(|story| std::cmp::Reverse(story.request.first_start()));
    let mut groups: Vec<Group> = Vec::new();
    for story in stories {
        let (why, more, change) = reason(ctx, story, pause);
        let row = row(ctx, story, more);
        match groups
            .iter_mut()
            .find(|group| group.why == why && group.change == change)
        {
            Some(group) => group.rows.push(row),
            None => groups.push(Group {
                why,
                change,
                rows: vec![row],
            }),
        }
    }
    groups
}

fn row(ctx: &Ctx, story: &Story, more: String) -> Row {
    let (l, rules, request) = (&ctx.l, &*ctx.rules, &story.request);
    let dates: Vec<String> = request
        .slots
        .iter()
        .map(|slot| {
            let (date, time) = (l.date_short(slot.date), l.time_range(slot.start, slot.end));
            l.with("slot", &[("date", date.into()), ("time", time.into())])
        })
        .collect();
    let mut when = dates.first().cloned().unwrap_or_default();
    if dates.len() > 1 {
        let args = [("first", when.into()), ("count", (dates.len() - 1).into())];
        when = l.with("asked-dates", &args);
    }
    let (language, place) = (bubble::languages(l, rules, request), bubble::place(l, rules, request));
    Row {
        when,
        line: l.with("me-line", &[("language", language.into()), ("place", place.into())]),
        more,
    }
}

/// Why, what is true of this one only, and where it can be changed.
fn reason(ctx: &Ctx, story: &Story, pause: Option<&str>) -> (String, String, Vec<Change>) {
    let (l, rules, request) = (&ctx.l, &*ctx.rules, &story.request);
    let (mut more, mut change) = (String::new(), Vec::new());
    let sentences = match &story.told {
        Told::Accepted => vec![l.t("asked-accepted")],
        Told::GivenBack => vec![l.t("asked-given-back")],
        Told::Declined { known_to_me: false } => vec![l.t("asked-declined")],
        Told::Declined { known_to_me: true } => vec![l.t("asked-declined"), l.t("asked-known-to-me")],
        Told::Willing => vec![l.t("asked-willing")],
        Told::Asked => vec![l.t("asked-open")],
        Told::Closed => vec![l.t("asked-closed")],
        Told::Bounced => vec![l.t("asked-bounced")],
        Told::NotAsked { reasons, not_free } => {
            change = changes(ctx, reasons, pause);
            reasons::why_not(l, rules, request, reasons, not_free)
        }
        Told::OthersFirst { parts, ended } => {
            let ended = l.t(match ended {
                Ended::Runs => "asked-runs",
                Ended::Filled => "asked-filled",
                Ended::Cancelled => "asked-cancelled",
                Ended::Unfilled => "asked-unfilled",
            });
            more = reasons::later(l, parts).unwrap_or_default();
            vec![ended]
        }
    };
    (sentences.join(" "), more, change)
}

/// Each page once. What only the desk changes has none: its number stands on every page.
fn changes(ctx: &Ctx, reasons: &[Reason], pause: Option<&str>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for reason in reasons {
        let (href, label) = match reason {
            Reason::Availability => ("/me/times", "me-change-times"),
            Reason::Absence { .. } => ("/me/absences", "asked-change-absences"),
            Reason::Paused { .. } => match pause {
                Some(pause) => (pause, "me-pause-link"),
                None => continue,
            },
            Reason::RefusedInstitution | Reason::RefusedOccasion | Reason::OfferCap { .. } => {
                ("/me/wishes", "me-wishes-link")
            }
            _ => continue,
        };
        if !changes.iter().any(|change| change.href == href) {
            changes.push(Change {
                href: href.to_owned(),
                label: ctx.l.t(label),
            });
        }
    }
    changes
}
