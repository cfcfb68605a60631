//! Help, accessibility, privacy, imprint: short texts in sections.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use fluent_bundle::FluentValue;

use crate::web::{Ctx, Page, WebError, html};

struct Section {
    /// Also the anchor that other pages link to.
    id: &'static str,
    title: String,
    paragraphs: Vec<String>,
}

#[derive(Template)]
#[template(path = "public/text.html")]
struct Text {
    page: Page,
    lead: String,
    sections: Vec<Section>,
}

pub async fn help(ctx: Ctx) -> Result<Response, WebError> {
    show(&ctx, "help", &["ask", "next", "rules", "cancel", "cost", "mediate"])
}

pub async fn accessibility(ctx: Ctx) -> Result<Response, WebError> {
    show(&ctx, "accessibility", &["state", "how", "report", "arbitration"])
}

pub async fn privacy(ctx: Ctx) -> Result<Response, WebError> {
    show(&ctx, "privacy", &["who", "what", "seen", "long", "cookies", "rights"])
}

pub async fn imprint(ctx: Ctx) -> Result<Response, WebError> {
    show(&ctx, "imprint", &["operator", "contact", "content", "software"])
}

/// The texts are `<name>-title`, `<name>-lead`, and for each section `<name>-<section>` and `…-text`,
/// a paragraph a line.
fn show(ctx: &Ctx, name: &str, sections: &[&'static str]) -> Result<Response, WebError> {
    let pool = ctx.rules.pool();
    let late = ctx.rules.late();
    let args: [(&str, FluentValue<'_>); 8] = [
        ("operator", pool.operator.clone().into()),
        ("pool", pool.name.clone().into()),
        ("city", pool.city.clone().into()),
        ("person", pool.desk_person.clone().into()),
        ("phone", pool.desk_phone.clone().into()),
        ("mail", pool.desk_mail.clone().into()),
        ("notice", late.request.words(&ctx.l).into()),
        ("cancellation", late.cancellation.words(&ctx.l).into()),
    ];
    let text = Text {
        page: ctx.page(&format!("{name}-title")),
        lead: ctx.l.with(&format!("{name}-lead"), &args),
        sections: sections
            .iter()
            .map(|id| Section {
                id,
                title: ctx.l.t(&format!("{name}-{id}")),
                paragraphs: ctx
                    .l
                    .with(&format!("{name}-{id}-text"), &args)
                    .lines()
                    .map(str::to_owned)
                    .collect(),
            })
            .collect(),
    };
    Ok(html(StatusCode::OK, &text))
}
