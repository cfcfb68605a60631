//! What needs a person: one row each, with its reason and by when.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    act::{Act, Actor},
    database::{DbError, Tx, Value},
    id_type, q,
    requests::RequestId,
    row,
    volunteers::VolunteerId,
};

id_type!(TaskId);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The search ended without anybody.
    NobodyFound,
    /// A volunteer wants to give back within the last hours: call.
    WithdrawalInLock,
    /// A mail to this volunteer came back.
    MailBounced,
    /// A mail could not be handed over for days.
    MailStuck,
}

impl Kind {
    /// Stable: stored, and the key of the words in the locale files (`task-<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Kind::NobodyFound => "nobody_found",
            Kind::WithdrawalInLock => "withdrawal_in_lock",
            Kind::MailBounced => "mail_bounced",
            Kind::MailStuck => "mail_stuck",
        }
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct Task {
        pub id: TaskId,
        pub kind: String,
        pub request_id: Option<RequestId>,
        pub volunteer_id: Option<VolunteerId>,
        pub params: String,
        pub due_at: DateTime<Utc>,
        pub created_at: DateTime<Utc>,
    }
}

/// Makes a task, unless the same one is still open.
pub async fn create(
    tx: &mut Tx,
    act: &Act<'_>,
    kind: Kind,
    (request, volunteer): (Option<RequestId>, Option<VolunteerId>),
    params: serde_json::Value,
    due_at: DateTime<Utc>,
) -> Result<(), DbError> {
    let id = act.uuid();
    let made = q!(
        "INSERT INTO task (id, kind, request_id, volunteer_id, params, due_at, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7
         WHERE NOT EXISTS (SELECT 1 FROM task WHERE kind = $2 AND done_at IS NULL
             AND COALESCE(request_id, $8) = COALESCE($3, $8) AND COALESCE(volunteer_id, $8) = COALESCE($4, $8))",
        id,
        kind.code(),
        request,
        volunteer,
        params.to_string(),
        due_at,
        act.now,
        Uuid::nil()
    )
    .execute(tx)
    .await?;
    if made == 1 {
        act.audit(
            tx,
            "task_created",
            ("task", id),
            serde_json::json!({"kind": kind.code()}),
        )
        .await?;
    }
    Ok(())
}

/// Done by a person, or settled by what happened. `false`: it was not open.
pub async fn complete(tx: &mut Tx, act: &Act<'_>, task: TaskId) -> Result<bool, DbError> {
    let by = match act.actor {
        Actor::Person(person) | Actor::Link(person) => Some(person),
        Actor::Service | Actor::Command => None,
    };
    let done = q!(
        "UPDATE task SET done_at = $1, done_by = $2 WHERE id = $3 AND done_at IS NULL",
        act.now,
        by,
        task
    )
    .execute(tx)
    .await?;
    if done == 1 {
        act.audit(tx, "task_done", ("task", task.0), serde_json::json!({}))
            .await?;
    }
    Ok(done == 1)
}

/// Settled by what happened to the request. Other kinds stay: an address that refuses mail is broken all the same.
pub async fn settle(tx: &mut Tx, act: &Act<'_>, request: RequestId, kinds: &[Kind]) -> Result<(), DbError> {
    q!(
        "UPDATE task SET done_at = $1 WHERE request_id = $2 AND done_at IS NULL AND kind IN (TEXTS($3))",
        act.now,
        request,
        Value::texts(kinds.iter().map(|kind| kind.code()))
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Most urgent first.
pub async fn open(tx: &mut Tx) -> Result<Vec<Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, params, due_at, created_at FROM task
         WHERE done_at IS NULL ORDER BY due_at, id"
    )
    .all(tx)
    .await
}

pub async fn of_request(tx: &mut Tx, request: RequestId) -> Result<Vec<Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, params, due_at, created_at FROM task
         WHERE request_id = $1 AND done_at IS NULL ORDER BY due_at, id",
        request
    )
    .all(tx)
    .await
}
