//! What a volunteer wants to be asked: how often, by whom, for what. It is about being asked only; an offer that is
//! out already may still be accepted. The institution never learns of it.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{RefusalId, VolunteerId, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::InstitutionId,
    keys::Keys,
    links::{self, Purpose},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    q, row,
};

/// How long the link in a receipt can take something back.
const RECEIPT_LINK: Duration = Duration::days(90);

/// What somebody does not want to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    Institution(InstitutionId),
    /// A code of the pool's rules.
    Occasion(String),
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Refusal {
        pub id: RefusalId,
        pub institution_id: Option<InstitutionId>,
        pub occasion: Option<String>,
        pub created_at: DateTime<Utc>,
    }
}

/// At most so many offers in seven days; none: as the pool allows. `false`: it was so already.
pub async fn set_offer_cap(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    cap: Option<i64>,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    if known.offer_cap == cap {
        return Ok(false);
    }
    q!("UPDATE volunteer SET offer_cap = $1 WHERE id = $2", cap, volunteer)
        .execute(tx)
        .await?;
    let params = json!({ "cap": cap });
    act.audit(tx, "volunteer_offer_cap_changed", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// Not asked by that institution, or for that kind of appointment, any more. `false`: it was refused already.
pub async fn refuse(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId, refused: &Refused) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let (kind, institution, occasion) = match refused {
        Refused::Institution(id) => ("institution", Some(id.0), None),
        Refused::Occasion(code) => ("occasion", None, Some(code.as_str())),
    };
    let standing = refusals_of(tx, volunteer).await?;
    let same = |one: &Refusal| one.institution_id.map(|id| id.0) == institution && one.occasion.as_deref() == occasion;
    if standing.iter().any(same) {
        return Ok(false);
    }
    q!(
        "INSERT INTO refusal (id, volunteer_id, kind, institution_id, occasion, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        act.uuid(),
        volunteer,
        kind,
        institution,
        occasion.map(str::to_owned),
        act.now
    )
    .execute(tx)
    .await?;
    let params = json!({ "kind": kind, "institution": institution, "occasion": occasion });
    act.audit(tx, "refusal_made", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// May be asked for it again. `false`: this volunteer has no such refusal.
pub async fn take_back_refusal(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    refusal: RefusalId,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let standing = refusals_of(tx, volunteer).await?;
    let Some(found) = standing.into_iter().find(|one| one.id == refusal) else {
        return Ok(false);
    };
    q!("UPDATE refusal SET ended_at = $1 WHERE id = $2", act.now, refusal)
        .execute(tx)
        .await?;
    let kind = if found.institution_id.is_some() {
        "institution"
    } else {
        "occasion"
    };
    let params = json!({ "kind": kind, "institution": found.institution_id, "occasion": found.occasion });
    act.audit(tx, "refusal_taken_back", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// Those that stand, the oldest first.
pub async fn refusals_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Refusal>, DbError> {
    q!(
        "SELECT id, institution_id, occasion, created_at FROM refusal
         WHERE volunteer_id = $1 AND ended_at IS NULL ORDER BY created_at, id",
        volunteer
    )
    .all(tx)
    .await
}

/// What was changed by a mailed link is confirmed by mail, since somebody else may have had that link. One receipt on
/// its way is enough: it tells what is true when it goes out.
pub async fn confirm_wishes(tx: &mut Tx, act: &Act<'_>, keys: &Keys, volunteer: VolunteerId) -> Result<(), DbError> {
    let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    let mail = Mail::WishesChanged { volunteer };
    if outbox::is_owed(tx, known.person_id, &mail).await? {
        return Ok(());
    }
    links::create(tx, act, keys, Purpose::Pause, volunteer.0, act.now + RECEIPT_LINK).await?;
    outbox::owe(tx, act, Recipient::Person(known.person_id), &mail, act.now).await?;
    Ok(())
}
