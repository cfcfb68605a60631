//! The way of every change: prepared, its harm shown and confirmed, recorded.

use axum::response::Response;
use uuid::Uuid;

use super::{harm, preview};
use crate::{
    database::Tx,
    qualifications,
    settings::{
        change::{self, Change, ChangeError},
        check::Problem,
    },
    web::{Ctx, Fields, WebError, see_other},
};

pub enum Outcome {
    /// Recorded, or first to be confirmed.
    Answer(Response),
    Stale,
    Wrong(Vec<Problem>),
}

/// What changes when other qualifications are asked for.
const QUALIFYING: [&str; 2] = ["sector", "qualification"];

/// `action`: where the form was sent, and will be sent again when it is confirmed.
pub async fn save(ctx: &Ctx, mut tx: Tx, change: Change, fields: &Fields, action: &str) -> Result<Outcome, WebError> {
    let act = ctx.act()?;
    let (kind, key) = (change.kind.clone(), change.key.clone());
    let back = super::path(&kind, &key);
    let prepared = match change::prepare(&mut tx, &act, change).await {
        Ok(prepared) => prepared,
        Err(ChangeError::Same) => return Ok(Outcome::Answer(see_other(&format!("{back}?same=yes")))),
        Err(ChangeError::Stale) => return Ok(Outcome::Stale),
        Err(ChangeError::Inconsistent(problems)) => return Ok(Outcome::Wrong(problems)),
        Err(ChangeError::Database(error)) => return Err(error.into()),
    };
    let harms = harm::of(&mut tx, ctx, &prepared).await?;
    let forbidden = harm::forbids(&prepared, &harms);
    if forbidden || !harms.is_empty() && fields.get("confirmed") != harm::sign(&harms) {
        return Ok(Outcome::Answer(preview::page(ctx, &prepared, &harms, fields, action)));
    }
    let version: Uuid = change::record(&mut tx, &act, &prepared).await?;
    if QUALIFYING.contains(&kind.as_str()) {
        qualifications::review_from(&mut tx, &act, prepared.change.valid_from).await?;
    }
    ctx.app.commit(tx).await?;
    Ok(Outcome::Answer(see_other(&format!("{back}?saved={version}"))))
}
