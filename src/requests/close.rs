use serde_json::json;

use super::{OpeningState, RequestId, Status, picks, search, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Freed, Mail, outbox},
    q, tasks,
};

/// Why a coordinator gives a request up. The codes are stable: stored, and keys of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// Everybody who could was asked.
    NobodyCan,
    /// The institution helps itself in another way.
    OtherHelp,
    /// It is handed on to sworn or professional interpreters.
    Referred,
    /// It could not be reached about another day.
    Unreachable,
    Other,
}

impl CloseReason {
    pub const ALL: [Self; 5] = [
        Self::NobodyCan,
        Self::OtherHelp,
        Self::Referred,
        Self::Unreachable,
        Self::Other,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::NobodyCan => "nobody_can",
            Self::OtherHelp => "other_help",
            Self::Referred => "referred",
            Self::Unreachable => "unreachable",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    #[error("cancelled, past, closed before, or every place is filled")]
    NothingToClose,
    #[error("no such request")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A person gives up what nobody could do: the search ends, the institution hears it. Who comes already, comes.
pub async fn close(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
    reason: CloseReason,
    note: &str,
) -> Result<(), CloseError> {
    if !store::lock(tx, request).await? {
        return Err(CloseError::NotFound);
    }
    let request = store::get(tx, request).await?.ok_or(CloseError::NotFound)?;
    let over = matches!(
        request.status(act.now),
        Status::Cancelled | Status::Past { .. } | Status::Checking { .. } | Status::Refused
    );
    let mut openings = request.openings.iter();
    let empty = openings.any(|opening| matches!(opening.state, OpeningState::Open | OpeningState::Unfilled));
    if over || request.is_closed() || !empty {
        return Err(CloseError::NothingToClose);
    }
    q!(
        "UPDATE request SET closed_at = $1, closed_by = $2, closed_reason = $3, closed_note = $4 WHERE id = $5",
        act.now,
        act.person(),
        reason.code(),
        note,
        request.id
    )
    .execute(tx)
    .await?;
    q!(
        "UPDATE opening SET state = 'unfilled', changed_at = $1 WHERE request_id = $2 AND state = 'open'",
        act.now,
        request.id
    )
    .execute(tx)
    .await?;
    picks::free_all(tx, act, &request, Freed::Ended).await?;
    search::end(tx, act, &request, "cancelled").await?;
    tasks::settle(tx, act, request.id, &[tasks::Kind::NobodyFound]).await?;
    let params = json!({"reason": reason.code()});
    act.audit(tx, "request_closed", ("request", request.id.0), params)
        .await?;
    let contact = search::contact(tx, &request).await?;
    outbox::owe(tx, act, contact, &Mail::RequestClosed { request: request.id }, act.now).await?;
    Ok(())
}
