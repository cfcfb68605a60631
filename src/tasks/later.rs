//! A task that a person puts off: it stays open, and comes up again then.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::TaskId;
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    requests::RequestId,
};

/// `false`: it is not open any more.
pub async fn postpone(tx: &mut Tx, act: &Act<'_>, task: TaskId, until: DateTime<Utc>) -> Result<bool, DbError> {
    move_to(tx, act, task, until, "task_postponed").await
}

/// Put off in error: due as it was before.
pub async fn due_again(tx: &mut Tx, act: &Act<'_>, task: TaskId, at: DateTime<Utc>) -> Result<bool, DbError> {
    move_to(tx, act, task, at, "task_due_again").await
}

async fn move_to(tx: &mut Tx, act: &Act<'_>, task: TaskId, to: DateTime<Utc>, action: &str) -> Result<bool, DbError> {
    let before = q!("SELECT due_at FROM task WHERE id = $1 AND done_at IS NULL", task);
    let Some((before,)) = before.optional::<(DateTime<Utc>,)>(tx).await? else {
        return Ok(false);
    };
    let moved = q!(
        "UPDATE task SET due_at = $1 WHERE id = $2 AND done_at IS NULL",
        to,
        task
    );
    if moved.execute(tx).await? == 0 {
        return Ok(false);
    }
    let params = json!({"from": before, "until": to});
    act.audit(tx, action, ("task", task.0), params).await?;
    Ok(true)
}

/// While it is open.
pub async fn get(tx: &mut Tx, task: TaskId) -> Result<Option<super::Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, institution_id, assignment_id, inbound_mail_id, params, due_at,
                created_at FROM task WHERE id = $1 AND done_at IS NULL",
        task
    )
    .optional(tx)
    .await
}

/// The request of a task, done or not; the outer `None`: there is no such task.
pub async fn request_of(tx: &mut Tx, task: TaskId) -> Result<Option<Option<RequestId>>, DbError> {
    let found = q!("SELECT request_id FROM task WHERE id = $1", task);
    Ok(found.optional::<(Option<RequestId>,)>(tx).await?.map(|(id,)| id))
}
