use serde_json::json;

use super::{end, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    requests::{self, CheckState, RequestId, search},
    tasks, timers,
};

/// The promised time is over and nobody has decided: the task is urgent. When the appointment has begun, it is too
/// late to decide anything. Safe to call at any time, any number of times.
pub async fn step(tx: &mut Tx, act: &Act<'_>, request: RequestId) -> Result<(), DbError> {
    requests::store::lock(tx, request).await?;
    let request = requests::store::get(tx, request).await?.ok_or(DbError::RowNotFound)?;
    let open = request.open_check().filter(|_| request.cancelled_at.is_none());
    let Some(check) = open else {
        return timers::clear(tx, timers::Kind::RequestCheck, request.id.0).await;
    };
    let kind = tasks::Kind::RequestCheck;
    let Some(last_start) = request.last_start(act.now) else {
        store::lapse(tx, act, request.id).await?;
        end(tx, act, request.id).await?;
        let params = json!({"reason": "undecided"});
        act.audit(tx, "request_closed", ("request", request.id.0), params)
            .await?;
        let to = search::contact(tx, &request).await?;
        outbox::owe(tx, act, to, &Mail::RequestClosed { request: request.id }, act.now).await?;
        return tasks::urge(tx, act, kind, request.id, json!({"why": "lapsed"}), act.now).await;
    };
    if act.now < check.heard_by {
        return timers::set(tx, act, timers::Kind::RequestCheck, request.id.0, check.heard_by).await;
    }
    let why = match check.state {
        CheckState::Asked => "no_answer",
        _ => "late",
    };
    tasks::urge(tx, act, kind, request.id, json!({"why": why}), act.now).await?;
    timers::set(tx, act, timers::Kind::RequestCheck, request.id.0, last_start).await
}
