//! `/desk/imports/files`: takes the file. The one form that is not urlencoded.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::Field},
    response::Response,
};

use super::list;
use crate::{
    imports::{self, Kind, reading},
    web::{Ctx, Problems, WebError, see_other, unprocessable},
};

#[derive(Default)]
struct Sent {
    token: String,
    kind: Option<Kind>,
    name: String,
    bytes: Vec<u8>,
    too_large: bool,
}

pub async fn take(ctx: Ctx, request: Request) -> Result<Response, WebError> {
    let session = ctx.coordinator()?.session;
    let form = Multipart::from_request(request, &ctx.app).await;
    let sent = read(form.map_err(|_| WebError::MediaType)?).await?;
    if !ctx.app.keys.form_token_is_valid(session.0, &sent.token) {
        return Err(WebError::Forbidden);
    }
    let mut problems = Problems::default();
    if sent.kind.is_none() {
        problems.add("kind", ctx.l.t("imports-problem-kind"));
    }
    if sent.too_large {
        problems.add("file", ctx.l.t("imports-problem-too_large"));
    } else if sent.name.is_empty() && sent.bytes.is_empty() {
        problems.add("file", ctx.l.t("imports-problem-file"));
    }
    let (Some(kind), true) = (sent.kind, problems.is_empty()) else {
        return Ok(unprocessable(&list::list(&ctx, problems, sent.kind).await?));
    };
    // Seconds of work for a long file, before anything is locked.
    let bytes = sent.bytes;
    let readable = tokio::task::spawn_blocking(move || imports::open(&bytes).map(|opened| (opened, bytes)));
    let readable = readable.await.map_err(|error| WebError::Internal(error.to_string()))?;
    let (opened, bytes) = match readable {
        Ok(readable) => readable,
        Err(error) => {
            problems.add("file", ctx.l.t(&format!("imports-problem-{}", error.code())));
            return Ok(unprocessable(&list::list(&ctx, problems, Some(kind)).await?));
        }
    };
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    let file = (kind, name(&sent.name), bytes.as_slice());
    let id = imports::upload(&mut tx, &act, &ctx.rules, file, &opened).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&format!("/desk/imports/{id}/columns")))
}

/// To the end, also of a file that is too large: whoever sent it is still to read why.
async fn read(mut form: Multipart) -> Result<Sent, WebError> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(|_| WebError::Bad)? {
        match field.name().unwrap_or_default() {
            "form_token" => sent.token = short(field).await?,
            "kind" => sent.kind = short(field).await?.parse().ok(),
            "file" => file(field, &mut sent).await?,
            _ => {}
        }
    }
    Ok(sent)
}

async fn short(field: Field<'_>) -> Result<String, WebError> {
    let text = field.text().await.map_err(|_| WebError::Bad)?;
    Ok(text.chars().take(200).collect())
}

async fn file(mut field: Field<'_>, sent: &mut Sent) -> Result<(), WebError> {
    sent.name = field.file_name().unwrap_or_default().to_owned();
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) if sent.bytes.len() + chunk.len() <= reading::MOST_BYTES => sent.bytes.extend(chunk),
            Ok(Some(_)) => {
                sent.too_large = true;
                sent.bytes = Vec::new();
                // Nothing more is kept.
                while let Ok(Some(_)) = field.chunk().await {}
                return Ok(());
            }
            Ok(None) => return Ok(()),
            Err(_) => return Err(WebError::TooLarge),
        }
    }
}

/// Old browsers send the whole path. Only shown again.
fn name(sent: &str) -> &str {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    match name.char_indices().nth(120) {
        Some((end, _)) => &name[..end],
        None => name,
    }
}
