//! `/a/{token}/calendar.ics`: the invitation of the confirmation once more, for a calendar that missed it.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

use super::assignment::Held;
use crate::{
    mail::{
        Mail,
        outbox::Recipient,
        render::{Desk, Outcome, render},
    },
    web::{Ctx, WebError},
};

pub async fn download(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let held = Held::find(&mut ctx, &mut tx, &token).await?;
    if let Some(ended) = held.ended(&ctx) {
        return Ok(ended);
    }
    let desk = Desk {
        l10n: &ctx.l10n,
        keys: &ctx.app.keys,
        settings: &ctx.app.mail,
        rules: &ctx.rules,
        now: ctx.now,
        only_to_look: false,
    };
    let to = Recipient::Person(held.volunteer.person_id);
    let mail = Mail::AssignmentConfirmed {
        assignment: held.assignment.id,
    };
    let outcome = render(&mut tx, &desk, to, &mail)
        .await
        .map_err(|error| WebError::Internal(error.to_string()))?;
    tx.commit().await?;
    let invite = match outcome {
        Outcome::Ready(mail) => mail.invites.into_iter().next(),
        Outcome::NoLongerOwed(_) | Outcome::NotYet | Outcome::Unreachable => None,
    };
    let invite = invite.ok_or(WebError::NotFound)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            format!("text/calendar; charset=utf-8; method={}", invite.method.name()),
        ),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"invite.ics\"".to_owned(),
        ),
    ];
    Ok((headers, invite.ics).into_response())
}
