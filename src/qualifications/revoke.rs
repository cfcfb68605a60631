use serde_json::json;

use super::{QualificationId, review, runs_out, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    settings::Rules,
    timers,
    volunteers::{self, VolunteerId},
};

/// Why something shown counts no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was never shown, or noted wrongly.
    Mistake,
    /// It was right once.
    NoLongerValid,
}

impl Why {
    pub const ALL: [Self; 2] = [Self::Mistake, Self::NoLongerValid];

    pub fn code(self) -> &'static str {
        match self {
            Self::Mistake => "mistake",
            Self::NoLongerValid => "no_longer_valid",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum RevokeError {
    #[error("this volunteer has no such qualification")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// From now on it does not count; the row stays. Revoked before is as good as revoked now.
pub async fn revoke(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    volunteer: VolunteerId,
    id: QualificationId,
    why: Why,
) -> Result<(), RevokeError> {
    match volunteers::lock(tx, volunteer).await {
        Err(DbError::RowNotFound) => return Err(RevokeError::NotFound),
        done => done?,
    }
    let found = store::get_of(tx, volunteer, id).await?.ok_or(RevokeError::NotFound)?;
    if found.revoked_at.is_some() {
        return Ok(());
    }
    q!(
        "UPDATE qualification SET revoked_at = $1, revoked_by = $2 WHERE id = $3 AND revoked_at IS NULL",
        act.now,
        act.person(),
        id
    )
    .execute(tx)
    .await?;
    timers::clear(tx, timers::Kind::QualificationRunsOut, id.0).await?;
    // An older one of its kind may count again, and so may end again.
    let today = rules.local(act.now).date();
    for other in store::in_force(tx, volunteer).await? {
        if let Some(until) = other.valid_until.filter(|until| *until >= today)
            && other.kind == found.kind
        {
            let due_at = runs_out::notice_at(rules, until);
            timers::set(tx, act, timers::Kind::QualificationRunsOut, other.id.0, due_at).await?;
        }
    }
    let params = json!({"qualification": id, "kind": found.kind, "why": why.code()});
    act.audit(tx, "qualification_revoked", ("volunteer", volunteer.0), params)
        .await?;
    review(tx, act, rules, volunteer).await?;
    Ok(())
}
