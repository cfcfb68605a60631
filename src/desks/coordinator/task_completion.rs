//! `POST /desk/tasks/{id}/completion`: a person has taken care of it.

use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};

use super::{later, undo};
use crate::{
    database::{DbError, Tx},
    q,
    requests::{self, AssignmentId, RequestId, Status},
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
    if let Some(request) = waits_for_an_answer(&mut tx, id).await? {
        return Ok(see_other(&format!("/desk/requests/{request}#coming")));
    }
    // While the place is empty nobody forgets it: it is put off, or the request is closed.
    if let Some(task) = tasks::get(&mut tx, id).await?
        && let Some(request) = later::unfilled(&ctx, &mut tx, &task).await?
    {
        return Ok(see_other(&format!("/desk/requests/{}#ways", request.id)));
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

/// Whether somebody comes is said on the request's page, never by "done": both sides hear what is true.
async fn waits_for_an_answer(tx: &mut Tx, task: TaskId) -> Result<Option<RequestId>, DbError> {
    let kind = tasks::Kind::WithdrawalInLock.code();
    let row = q!(
        "SELECT request_id, assignment_id FROM task WHERE id = $1 AND kind = $2 AND done_at IS NULL",
        task,
        kind
    )
    .optional::<(RequestId, Option<AssignmentId>)>(tx)
    .await?;
    let Some((request, Some(assignment))) = row else {
        return Ok(None);
    };
    let found = requests::store::assignment(tx, assignment).await?;
    let doubtful = found.is_some_and(|one| one.ended_at.is_none() && one.withdrawal_asked_at.is_some());
    Ok(doubtful.then_some(request))
}
