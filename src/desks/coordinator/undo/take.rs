//! `POST /desk/undo/{id}`: whoever did it takes it back, within the hour.

use axum::{extract::Path, response::Response};
use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{kind::Kind, verbs};
use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q, row,
    web::{Ctx, Fields, WebError, address::with, receipts::UNDONE, see_other},
};

/// Later than that, the thing's own page is the place to change it.
const WITHIN: Duration = Duration::hours(1);

row! {
    pub struct Line {
        pub id: Uuid,
        pub at: DateTime<Utc>,
        pub person_id: Option<PersonId>,
        pub action: String,
        pub object_id: Uuid,
        pub params: String,
    }
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act()?;
    let line = q!(
        "SELECT id, at, person_id, action, object_id, params FROM audit WHERE id = $1",
        id
    );
    let line: Line = line.optional(&mut tx).await?.ok_or(WebError::NotFound)?;
    let kind = Kind::of(&line.action).ok_or(WebError::NotFound)?;
    if line.person_id != act.person() {
        return Err(WebError::NotFound);
    }
    let later = later(&mut tx, kind, &line).await?;
    let mine = |other: &Line| other.person_id == act.person();
    let done = match later.as_slice() {
        // A second click: it is undone already.
        [own] if mine(own) => true,
        [] if ctx.now - line.at <= WITHIN => verbs::undo(&ctx, &mut tx, &act, kind, &line).await?,
        _ => false,
    };
    ctx.app.commit(tx).await?;
    let answer = if done { "yes" } else { "no" };
    Ok(see_other(&with(&verbs::page(kind, line.object_id), UNDONE, answer)))
}

/// What has changed the same thing since.
async fn later(tx: &mut Tx, kind: Kind, line: &Line) -> Result<Vec<Line>, DbError> {
    let found = q!(
        "SELECT id, at, person_id, action, object_id, params FROM audit
         WHERE object_id = $1 AND id > $2 AND action IN (TEXTS($3)) ORDER BY id",
        line.object_id,
        line.id,
        Value::texts(kind.actions())
    );
    let mut found: Vec<Line> = found.all(tx).await?;
    let part = kind.part(&line.params);
    found.retain(|other| kind.part(&other.params) == part);
    Ok(found)
}
