use serde_json::json;

use super::{CheckError, begin, open, store};
use crate::{
    act::Act,
    database::Tx,
    mail::{Mail, outbox},
    requests::{CheckState, RequestId, search},
    settings::Rules,
    tasks, timers,
};

/// A coordinator wants to know more: the contact is mailed, and it leaves the queue until they answer.
pub async fn ask(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: RequestId,
    question: &str,
) -> Result<(), CheckError> {
    let request = open(tx, act, request).await?;
    if request.check_is(CheckState::Asked) {
        return Err(CheckError::Asked);
    }
    let starts_at = request.next_start(act.now).unwrap_or(act.now);
    let by = begin::heard_by(rules, act.now, starts_at);
    let id = store::insert_question(tx, act, request.id, question).await?;
    store::set_state(tx, request.id, CheckState::Asked, by).await?;
    tasks::settle(tx, act, request.id, &[tasks::Kind::RequestCheck]).await?;
    // Who does not answer comes back into the queue by themselves.
    timers::set(tx, act, timers::Kind::RequestCheck, request.id.0, by).await?;
    act.audit(tx, "check_asked", ("request", request.id.0), json!({"question": id}))
        .await?;
    let to = search::contact(tx, &request).await?;
    let mail = Mail::CheckQuestion {
        request: request.id,
        question: id.0,
    };
    outbox::owe(tx, act, to, &mail, act.now).await?;
    Ok(())
}

/// The institution has answered: it is the coordinators' turn again.
pub async fn answer(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: RequestId,
    text: &str,
) -> Result<(), CheckError> {
    let request = open(tx, act, request).await?;
    if store::answer(tx, act, request.id, text).await? == 0 {
        return Err(CheckError::NotOpen);
    }
    begin::queue(tx, act, rules, &request).await?;
    act.audit(tx, "check_answered", ("request", request.id.0), json!({}))
        .await?;
    Ok(())
}
