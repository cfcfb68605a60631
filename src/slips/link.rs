//! The link that an institution sends to a family: no sign-in, and nothing can be done with it but to read.

use chrono::Duration;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{SlipId, sheet::Facts, store, store::Slip, texts};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    links::{self, Link, Purpose},
    q,
    requests::RequestId,
};

/// The page ends with the appointment, and says so; a request lies at most a year ahead.
const LASTS: Duration = Duration::days(400);

/// What a family was told, to notice that it has changed since.
pub fn digest(facts: &Facts) -> String {
    let meeting = facts.meeting.as_deref().unwrap_or_default();
    let told = json!([facts.date, facts.time, facts.mode.as_str(), &facts.place, meeting]);
    let hash = Sha256::digest(told.to_string().as_bytes());
    hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// A link to the slip in that text. Sent again, it is the same link, and says nothing of changes before.
/// `None`: there is no such text.
pub async fn send(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    request: RequestId,
    text: &str,
    facts: &Facts,
) -> Result<Option<SlipId>, DbError> {
    if texts::shipped(text).is_none() {
        return Ok(None);
    }
    let (id,) = q!(
        "INSERT INTO slip (id, request_id, text_code, shown, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (request_id, text_code) WHERE revoked_at IS NULL
         DO UPDATE SET shown = excluded.shown RETURNING id",
        act.uuid(),
        request,
        text,
        digest(facts),
        act.now,
        act.person()
    )
    .one::<(SlipId,)>(tx)
    .await?;
    // None yet, or none that the server's key of today still makes.
    if path(tx, keys, id).await?.is_none() {
        links::create(tx, act, keys, Purpose::Slip, id.0, act.now + LASTS).await?;
        let params = json!({"text": text});
        act.audit(tx, "slip_sent", ("request", request.0), params).await?;
    }
    Ok(Some(id))
}

/// It was sent to the wrong people: it tells nothing of the appointment any more. `false`: not of this request.
pub async fn revoke(tx: &mut Tx, act: &Act<'_>, request: RequestId, slip: SlipId) -> Result<bool, DbError> {
    let Some(found) = store::slip(tx, slip).await?.filter(|slip| slip.request_id == request) else {
        return Ok(false);
    };
    if found.revoked_at.is_none() {
        q!("UPDATE slip SET revoked_at = $1 WHERE id = $2", act.now, slip)
            .execute(tx)
            .await?;
        links::revoke(tx, act, Purpose::Slip, slip.0).await?;
        let params = json!({"text": found.text_code});
        act.audit(tx, "slip_revoked", ("request", request.0), params).await?;
    }
    Ok(true)
}

/// The appointment was moved: what families were sent tells of the new request. How many there are.
pub async fn follow(tx: &mut Tx, from: RequestId, to: RequestId) -> Result<u64, DbError> {
    q!(
        "UPDATE slip SET request_id = $2 WHERE request_id = $1 AND revoked_at IS NULL",
        from,
        to
    )
    .execute(tx)
    .await
}

/// Where a link that works leads; none when the server's key was retired.
pub async fn path(tx: &mut Tx, keys: &Keys, slip: SlipId) -> Result<Option<String>, DbError> {
    let link = links::of_subject(tx, Purpose::Slip, slip.0).await?;
    Ok(link.and_then(|link| link.path(keys, Purpose::Slip)))
}

/// What a token opens, whatever became of it.
pub async fn of_token(tx: &mut Tx, token: &str) -> Result<Option<(Link, Slip)>, DbError> {
    let Some(link) = links::find(tx, Purpose::Slip, token).await? else {
        return Ok(None);
    };
    let slip = store::slip(tx, SlipId(link.subject_id)).await?;
    Ok(slip.map(|slip| (link, slip)))
}
