//! `/desk/imports/{id}`: where an import stands, and what comes next.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode},
    response::Response,
};

use super::{
    changes::{self, Person},
    words,
};
use crate::{
    imports::{self, Blockers, Counts, ImportId, Kind, store},
    web::{Ctx, Page, Problems, WebError, html, see_other},
};

/// While it works, the page is fetched again after so many seconds.
const AGAIN: &str = "2";

#[derive(Template)]
#[template(path = "coordinator/imports/show.html")]
pub(super) struct Show {
    page: Page,
    problems: Problems,
    id: ImportId,
    facts: Vec<(String, String)>,
    state: String,
    /// Percent.
    progress: Option<usize>,
    progress_text: String,
    open: i64,
    open_text: String,
    rows_text: String,
    proposals: i64,
    sorts: Vec<Sort>,
    /// What will be written, in sentences.
    planned: Vec<String>,
    counts: Vec<(String, usize)>,
    /// People whom the pool knows have, or get, other values.
    changes: bool,
    /// Of what is undone: what somebody else has changed since.
    people: Vec<Person>,
    lead: String,
    blocked: Vec<String>,
    failure: String,
    ended_text: String,
}

struct Sort {
    field: String,
    code: String,
    label: String,
    text: String,
    count: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: ImportId = id.parse().map_err(|_| WebError::NotFound)?;
    let shown = page(&ctx, id, Problems::default()).await?;
    if shown.state == "uploaded" {
        return Ok(see_other(&format!("/desk/imports/{id}/columns")));
    }
    let mut response = html(StatusCode::OK, &shown);
    if matches!(shown.state.as_str(), "checking" | "running" | "undoing") {
        response
            .headers_mut()
            .insert("refresh", HeaderValue::from_static(AGAIN));
    }
    Ok(response)
}

pub(super) async fn page(ctx: &Ctx, id: ImportId, problems: Problems) -> Result<Show, WebError> {
    let l = &ctx.l;
    let mut tx = ctx.app.db.read().await?;
    let import = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let (_, open) = store::count_doubts(&mut tx, id).await?;
    let sorts = store::open_sorts(&mut tx, id).await?;
    let blockers = match import.stage() {
        "done" => imports::blockers(&mut tx, id).await?,
        _ => Blockers::default(),
    };
    let (changed, _) = store::count_changes(&mut tx, id).await?;
    let (people, _) = match import.stage() {
        "undone" => changes::people(ctx, &mut tx, &import, 0).await?,
        _ => (Vec::new(), None),
    };
    tx.commit().await?;
    let name = words::kind(ctx, import.kind());
    let title = l.with("imports-one-title", &[("kind", name.into())]);
    let mut facts = vec![
        (l.t("imports-file"), import.file_name.clone()),
        (l.t("imports-when"), l.moment(import.created_at, ctx.rules.zone())),
        (l.t("imports-state"), words::state(ctx, &import)),
    ];
    let ends = import.undone_at.map(|at| ("imports-undone-at", at));
    let ends = ends.or(import.finished_at.map(|at| ("imports-done-at", at)));
    facts.extend(ends.map(|(key, at)| (l.t(key), l.moment(at, ctx.rules.zone()))));
    let progress = imports::progress(id);
    let percent = progress.map(|now| now.done * 100 / now.of.max(1));
    let kind = import.kind();
    let counts = import.counts();
    let planned = counts.filter(|_| open == 0).map(|counts| will_be(ctx, kind, counts));
    let proposals = sorts.iter().map(|sort| sort.proposals).sum();
    let sort = |sort: store::Sort| Sort {
        label: words::field(ctx, &sort.field),
        text: words::doubt(ctx, kind, &sort.field, &sort.code),
        count: l.with(
            "imports-sort-count",
            &[("doubts", sort.doubts.into()), ("rows", sort.row_count.into())],
        ),
        field: sort.field,
        code: sort.code,
    };
    Ok(Show {
        page: ctx.page_titled(title).failing(&problems),
        problems,
        id,
        facts,
        progress: percent,
        progress_text: percent.map_or_else(
            || l.t("imports-progress-waiting"),
            |percent| l.with("imports-progress", &[("percent", percent.into())]),
        ),
        open,
        open_text: l.with("imports-open", &[("count", open.into())]),
        rows_text: l.with("imports-ready", &[("count", import.row_count.into())]),
        proposals,
        sorts: sorts.into_iter().map(sort).collect(),
        planned: planned.unwrap_or_default(),
        counts: counts.map(|counts| said(ctx, kind, counts)).unwrap_or_default(),
        changes: changed > 0,
        people,
        lead: changes::lead(ctx, &import),
        blocked: blocked(ctx, blockers),
        failure: import
            .problem
            .as_deref()
            .map(|code| l.t(&format!("imports-problem-{code}")))
            .unwrap_or_default(),
        ended_text: match import.state.as_str() {
            "undone" => l.t("imports-undone-text"),
            "ended" => l.t("imports-ended-text"),
            _ => String::new(),
        },
        state: import.stage().to_owned(),
    })
}

/// Before it is confirmed: how many come, how many are there, how many stay away.
fn will_be(ctx: &Ctx, kind: Kind, counts: Counts) -> Vec<String> {
    let code = kind.code();
    let new = counts.volunteers + counts.institutions + counts.appointments;
    let mut said = vec![ctx.l.with(
        &format!("imports-will-new-{code}"),
        &[
            ("count", new.into()),
            ("sites", (counts.sites - counts.added_sites.min(counts.sites)).into()),
            (
                "contacts",
                (counts.contacts - counts.added_contacts.min(counts.contacts)).into(),
            ),
        ],
    )];
    if counts.changed > 0 {
        let values = [("count", counts.changed.into()), ("values", counts.values.into())];
        said.push(ctx.l.with("imports-will-change", &values));
    }
    if counts.added_sites + counts.added_contacts > 0 {
        let values = [
            ("sites", counts.added_sites.into()),
            ("contacts", counts.added_contacts.into()),
        ];
        said.push(ctx.l.with("imports-will-add", &values));
    }
    let stay = match kind {
        Kind::Volunteers => counts.known.saturating_sub(counts.changed),
        Kind::Institutions | Kind::Appointments => counts.known,
    };
    let more = [
        (format!("imports-will-known-{code}"), stay),
        ("imports-will-twice".to_owned(), counts.twice),
        ("imports-will-leave".to_owned(), counts.unwanted(kind)),
    ];
    let more = more.into_iter().filter(|(_, count)| *count > 0);
    said.extend(more.map(|(key, count)| ctx.l.with(&key, &[("count", count.into())])));
    said
}

fn said(ctx: &Ctx, kind: Kind, counts: Counts) -> Vec<(String, usize)> {
    let all = [
        ("rows", counts.rows),
        ("volunteers", counts.volunteers),
        ("institutions", counts.institutions),
        ("sites", counts.sites),
        ("contacts", counts.contacts),
        ("appointments", counts.appointments),
        ("changed", counts.changed),
        ("values", counts.values),
        ("known", counts.known),
        ("twice", counts.twice),
        ("left_out", counts.unwanted(kind)),
    ];
    let shown = all.into_iter().filter(|(code, count)| *count > 0 || *code == "rows");
    shown
        .map(|(code, count)| (ctx.l.t(&format!("imports-count-{code}")), count))
        .collect()
}

fn blocked(ctx: &Ctx, blockers: Blockers) -> Vec<String> {
    let all = [
        ("volunteers", blockers.volunteers),
        ("institutions", blockers.institutions),
        ("requests", blockers.requests),
    ];
    let found = all.into_iter().filter(|(_, count)| *count > 0);
    found
        .map(|(code, count)| {
            ctx.l
                .with(&format!("imports-blocked-{code}"), &[("count", count.into())])
        })
        .collect()
}
