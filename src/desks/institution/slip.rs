//! `/requests/{id}/slip`: the slip to print, and links to send.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{filter::Asked, status};
use crate::{
    database::Tx,
    desks::slip::{self, Found, Stand},
    requests::{Request, Status},
    slips::{
        self, Choice, SlipId,
        sheet::{Reader, Sheet},
        texts,
    },
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// A text to choose.
struct Offered {
    code: String,
    name: String,
    chosen: bool,
}

/// A link that works.
struct Sent {
    id: String,
    url: String,
    language: String,
    when: String,
}

struct Doubt {
    question: String,
    yes: String,
    no: String,
}

#[derive(Template)]
#[template(path = "institution/slip.html")]
struct SlipPage {
    page: Page,
    /// How the list was looked at from which the request was opened.
    from: Asked,
    id: String,
    reference: String,
    problems: Problems,
    /// Why there is none (yet).
    none: Option<String>,
    /// What the institution has to know of this one.
    notes: Vec<String>,
    texts: Vec<Offered>,
    chosen: String,
    /// Another language was booked: "all the same?", the yes, and the way back.
    doubt: Option<Doubt>,
    reader: Option<Reader>,
    sheet: Option<Sheet>,
    sent: Vec<Sent>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let chosen = ctx.query("text");
    // Though another language was booked.
    let sure = !ctx.query("anyway").is_empty();
    let page = template(&ctx, &mut tx, &request, (&chosen, sure), Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

/// Makes a link, or finds the one there is.
pub async fn send(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let found = slip::of_request(&ctx, &mut tx, &request).await?;
    let text = fields.get("text");
    if found.stand == Stand::Ready {
        let sent = slips::send(&mut tx, &ctx.act()?, &ctx.app.keys, request.id, &text, &found.facts).await?;
        if sent.is_none() {
            let mut problems = Problems::default();
            problems.add("text", ctx.l.t("slip-problem-text"));
            let page = template(&ctx, &mut tx, &request, ("", false), problems).await?;
            return Ok(unprocessable(&page));
        }
        ctx.app.commit(tx).await?;
        let there = format!("/requests/{}/slip?text={text}&anyway=yes#links", request.id);
        return Ok(see_other(&Asked::of(&ctx).on(&there)));
    }
    // The page says why there is none.
    Ok(see_other(
        &Asked::of(&ctx).on(&format!("/requests/{}/slip", request.id)),
    ))
}

pub async fn revoke(ctx: Ctx, Path((id, slip)): Path<(String, String)>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let slip: SlipId = slip.parse().map_err(|_| WebError::NotFound)?;
    if !slips::revoke(&mut tx, &ctx.act()?, request.id, slip).await? {
        return Err(WebError::NotFound);
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(
        &Asked::of(&ctx).on(&format!("/requests/{}/slip#links", request.id)),
    ))
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    (asked, sure): (&str, bool),
    problems: Problems,
) -> Result<SlipPage, WebError> {
    let l = &ctx.l;
    let found = slip::of_request(ctx, tx, request).await?;
    let choice = slips::choose(&request.language);
    let chosen = texts::shipped(asked).map_or(choice.text, |text| text.code.as_str());
    let ready = found.stand == Stand::Ready;
    // German names the booked language, and stands beneath every text.
    let doubtful = ready && !sure && chosen != choice.text && chosen != texts::GERMAN;
    let doubt = doubtful.then(|| doubt(ctx, request, choice, chosen));
    let reader = slip::reader(ctx, tx, request, chosen).await?;
    let reader = reader.filter(|_| ready && !doubtful);
    let mut sent = Vec::new();
    for one in slips::store::living(tx, request.id).await? {
        if let Some(path) = slips::path(tx, &ctx.app.keys, one.id).await? {
            sent.push(Sent {
                id: one.id.to_string(),
                url: format!("{}{path}", ctx.app.base_url.trim_end_matches('/')),
                language: ctx.rules.language_name(&one.text_code, l.code()).to_owned(),
                when: l.moment(one.created_at, ctx.rules.zone()),
            });
        }
    }
    let texts = texts::all().map(|text| Offered {
        code: text.code.clone(),
        name: if text.code == texts::GERMAN {
            text.name.clone()
        } else {
            format!("{} · {}", ctx.rules.language_name(&text.code, l.code()), text.name)
        },
        chosen: text.code == chosen,
    });
    let notes = if reader.is_some() {
        notes(ctx, tx, request, choice, chosen, &found).await?
    } else {
        Vec::new()
    };
    Ok(SlipPage {
        page: ctx.page_titled(super::drafts::title(ctx, "slip-title", &problems)),
        from: Asked::of(ctx),
        id: request.id.to_string(),
        reference: request.reference.clone(),
        problems,
        none: none(ctx, request, found.stand),
        notes,
        texts: texts.collect(),
        chosen: chosen.to_owned(),
        doubt,
        sheet: reader.as_ref().map(|reader| reader.sheet(&found.facts)),
        reader,
        sent,
    })
}

impl SlipPage {
    /// The request's page, or one that hangs on it.
    fn page_of(&self, name: &str) -> String {
        self.from.on(&format!("/requests/{}{name}", self.id))
    }

    fn revocation_of(&self, link: &Sent) -> String {
        self.page_of(&format!("/slip/links/{}/revocation", link.id))
    }
}

/// "Gebucht ist Arabisch. Trotzdem auf Ukrainisch?"
fn doubt(ctx: &Ctx, request: &Request, choice: Choice, chosen: &str) -> Doubt {
    let l = &ctx.l;
    let named = |code: &str| ctx.rules.language_name(code, l.code()).to_owned();
    let with = |key: &str, text: &str| {
        let args = [
            ("language", named(&request.language).into()),
            ("text", named(text).into()),
        ];
        l.with(key, &args)
    };
    Doubt {
        question: with("slip-doubt", chosen),
        yes: with("slip-doubt-yes", chosen),
        no: with("slip-doubt-no", choice.text),
    }
}

/// Why there is no slip, and when there will be one.
fn none(ctx: &Ctx, request: &Request, stand: Stand) -> Option<String> {
    let l = &ctx.l;
    match stand {
        Stand::Ready => None,
        Stand::Cancelled => Some(l.t("slip-none-cancelled")),
        Stand::Over => Some(l.t("slip-none-over")),
        Stand::Open => Some(match request.status(ctx.now) {
            Status::Searching { heard_by } | Status::Checking { heard_by, .. } => {
                let when = l.moment(heard_by, ctx.rules.zone());
                l.with("slip-none-searching", &[("when", when.into())])
            }
            _ => l.t("slip-none-nobody"),
        }),
    }
}

async fn notes(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    choice: Choice,
    chosen: &str,
    found: &Found,
) -> Result<Vec<String>, WebError> {
    let l = &ctx.l;
    let named = |code: &str| ctx.rules.language_name(code, l.code()).to_owned();
    let mut notes = Vec::new();
    if choice.other && chosen == choice.text {
        let args = [
            ("language", named(&request.language).into()),
            ("text", named(chosen).into()),
        ];
        notes.push(l.with("slip-note-other", &args));
    }
    if chosen != choice.text {
        let args = [("language", named(&request.language).into())];
        notes.push(l.with("slip-note-chosen", &args));
    }
    let newest = slips::store::newest(tx, chosen).await?;
    if chosen != texts::GERMAN {
        notes.push(match newest.and_then(|version| version.checked_on()) {
            Some(day) => l.with("slip-note-checked", &[("date", l.date(day).into())]),
            None => l.t("slip-note-unchecked"),
        });
    }
    if found.left_out {
        notes.push(l.t("slip-note-names"));
    }
    if found.pool_phone {
        notes.push(l.t("slip-note-phone"));
    }
    Ok(notes)
}
