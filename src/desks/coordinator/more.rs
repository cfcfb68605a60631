//! `/desk/more`: every page of the desk that is not in the menu itself. A new page gets its line here.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::web::{Ctx, Page, WebError, html};

/// A heading, and its pages: address, name, what it is for.
type Group = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

const GROUPS: &[Group] = &[
    (
        "more-day",
        &[
            ("/desk/callers", "callers-title", "more-callers"),
            ("/desk/mails", "inbox-title", "more-mails"),
            ("/desk/qualifications", "nav-qualifications", "more-qualifications"),
        ],
    ),
    (
        "more-look",
        &[
            ("/desk/search", "find-title", "more-find"),
            ("/desk/figures", "nav-figures", "more-figures"),
            ("/desk/trail", "trail-title", "more-trail"),
        ],
    ),
    (
        "more-pool",
        &[
            ("/desk/rules", "nav-rules", "more-rules"),
            ("/desk/texts", "texts-title", "more-texts"),
            ("/desk/team", "nav-team", "more-team"),
            ("/desk/imports", "imports-title", "more-imports"),
            ("/desk/exports", "exports-title", "more-exports"),
        ],
    ),
    (
        "more-main",
        &[
            ("/desk/volunteers", "nav-volunteers", "more-volunteers"),
            ("/desk/institutions", "nav-institutions", "more-institutions"),
        ],
    ),
];

#[derive(Template)]
#[template(path = "coordinator/more.html")]
struct More {
    page: Page,
    groups: Vec<View>,
}

struct View {
    title: String,
    entries: Vec<Entry>,
}

struct Entry {
    href: &'static str,
    name: String,
    text: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let l = &ctx.l;
    let groups = GROUPS.iter().map(|(title, entries)| View {
        title: l.t(title),
        entries: entries
            .iter()
            .map(|(href, name, text)| Entry {
                href,
                name: l.t(name),
                text: l.t(text),
            })
            .collect(),
    });
    let template = More {
        page: ctx.page("more-title"),
        groups: groups.collect(),
    };
    Ok(html(StatusCode::OK, &template))
}
