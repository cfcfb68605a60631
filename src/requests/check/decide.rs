use serde_json::json;

use super::{CheckError, open, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    requests::{self, CheckState, RequestId, search},
    settings::Rules,
    tasks, timers,
};

/// The pool helps: the search begins as if it were filed now, and the institution hears it.
pub async fn approve(tx: &mut Tx, act: &Act<'_>, rules: &Rules, request: RequestId) -> Result<(), CheckError> {
    let request = open(tx, act, request).await?;
    store::decide(tx, act, request.id, CheckState::Approved, None).await?;
    end(tx, act, request.id).await?;
    act.audit(tx, "check_approved", ("request", request.id.0), json!({}))
        .await?;
    let request = requests::store::get(tx, request.id).await?;
    let request = request.ok_or(CheckError::NotFound)?;
    search::start(tx, act, rules, &request).await?;
    let to = search::contact(tx, &request).await?;
    outbox::owe(tx, act, to, &Mail::CheckApproved { request: request.id }, act.now).await?;
    Ok(())
}

/// The pool does not help with this: nobody was asked, and the institution reads why and where to go.
pub async fn refuse(tx: &mut Tx, act: &Act<'_>, request: RequestId, referral: &str) -> Result<(), CheckError> {
    let request = open(tx, act, request).await?;
    store::decide(tx, act, request.id, CheckState::Refused, Some(referral)).await?;
    store::set_openings(tx, act, request.id, "cancelled").await?;
    end(tx, act, request.id).await?;
    act.audit(tx, "check_refused", ("request", request.id.0), json!({}))
        .await?;
    let to = search::contact(tx, &request).await?;
    outbox::owe(tx, act, to, &Mail::CheckRefused { request: request.id }, act.now).await?;
    Ok(())
}

/// Nothing waits for a decision any more.
pub async fn end(tx: &mut Tx, act: &Act<'_>, request: RequestId) -> Result<(), DbError> {
    tasks::settle(tx, act, request, &[tasks::Kind::RequestCheck]).await?;
    timers::clear(tx, timers::Kind::RequestCheck, request.0).await
}
