//! The link that an institution sends to a family: no sign-in, and nothing can be done with it but to read.

use chrono::Duration;
use serde_json::{Value as Json, json};
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

/// Counted from when it was sent or the appointment was moved: a request lies at most a year ahead of that moment.
/// The page ends with the appointment, and says so.
const LASTS: Duration = Duration::days(400);

/// What a family was told, to notice that it has changed since.
pub fn digest(facts: &Facts) -> String {
    hash(&told(facts, true))
}

/// Nothing has changed since then. Digests from before the slip said when an appointment ends do without the end.
pub fn is_as_shown(shown: &str, facts: &Facts) -> bool {
    [true, false]
        .into_iter()
        .any(|with_end| hash(&told(facts, with_end)) == shown)
}

fn told(facts: &Facts, with_end: bool) -> Json {
    let meeting = facts.meeting.as_deref().unwrap_or_default();
    let mut told = vec![
        json!(facts.date),
        json!(facts.time),
        json!(facts.mode.as_str()),
        json!(facts.place),
        json!(meeting),
    ];
    if with_end {
        told.push(json!(facts.end));
    }
    Json::Array(told)
}

fn hash(told: &Json) -> String {
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
    if path(tx, keys, id).await?.is_some() {
        links::extend(tx, Purpose::Slip, id.0, act.now + LASTS).await?;
    } else {
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

/// The appointment was moved: what families were sent tells of the new request, and lasts until then. How many
/// there are.
pub async fn follow(tx: &mut Tx, act: &Act<'_>, from: RequestId, to: RequestId) -> Result<u64, DbError> {
    for slip in store::living(tx, from).await? {
        links::extend(tx, Purpose::Slip, slip.id.0, act.now + LASTS).await?;
    }
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
