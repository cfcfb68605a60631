//! `POST /desk/tasks/{id}/completion`: a person has taken care of it.

use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};

use super::undo;
use crate::{
    database::{DbError, Tx},
    q,
    requests::{self, RequestId, Status},
    tasks::{self, TaskId},
    web::{Ctx, Fields, WebError, see_other},
};

pub async fn complete(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: TaskId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act()?;
    if let Some(request) = waits_for_a_decision(&mut tx, id, ctx.now).await? {
        return Ok(see_other(&format!("/desk/requests/{request}#check")));
    }
    // Done before, perhaps by a colleague, is as good as done now.
    let done = tasks::complete(&mut tx, &act, id).await?
        || q!("SELECT kind FROM task WHERE id = $1", id)
            .optional::<(String,)>(&mut tx)
            .await?
            .is_some();
    if !done {
        return Err(WebError::NotFound);
    }
    let there = match fields.get("request").parse::<RequestId>() {
        Ok(request) => format!("/desk/requests/{request}"),
        Err(_) => "/desk".to_owned(),
    };
    let there = undo::saved(&mut tx, &act, id.0, &there).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

/// A check is settled by deciding, never by "done": otherwise nobody would ever be asked.
async fn waits_for_a_decision(tx: &mut Tx, task: TaskId, now: DateTime<Utc>) -> Result<Option<RequestId>, DbError> {
    let kind = tasks::Kind::RequestCheck.code();
    let row = q!(
        "SELECT request_id FROM task WHERE id = $1 AND kind = $2 AND done_at IS NULL",
        task,
        kind
    )
    .optional::<(RequestId,)>(tx)
    .await?;
    let Some((request,)) = row else { return Ok(None) };
    let request = requests::store::get(tx, request).await?;
    let open = request.filter(|request| matches!(request.status(now), Status::Checking { .. }));
    Ok(open.map(|request| request.id))
}
