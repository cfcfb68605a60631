//! Another room, another hint: what changes without asking anybody anew.

use serde_json::json;

use super::{RequestId, Status, search, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
};

/// What an institution may change itself at any time before it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub meeting_point: String,
    pub remarks: String,
    /// How to join a video; none: as it was.
    pub joining: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum DetailsError {
    #[error("no such request")]
    NotFound,
    /// Called off, refused or over: nobody goes there any more.
    #[error("nobody goes there")]
    Over,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Whoever comes gets one mail with the calendar's entry in its next version. `false`: it was so already, and nobody
/// is told.
pub async fn change_details(tx: &mut Tx, act: &Act<'_>, id: RequestId, new: &Details) -> Result<bool, DetailsError> {
    if !store::lock(tx, id).await? {
        return Err(DetailsError::NotFound);
    }
    let request = store::get(tx, id).await?.ok_or(DetailsError::NotFound)?;
    if matches!(
        request.status(act.now),
        Status::Cancelled | Status::Refused | Status::Past { .. }
    ) {
        return Err(DetailsError::Over);
    }
    let (place, remarks) = (
        request.meeting_point != new.meeting_point,
        request.remarks != new.remarks,
    );
    let joins = new.joining.as_ref().unwrap_or(&request.joining);
    let joining = request.joining != *joins;
    if !place && !remarks && !joining {
        return Ok(false);
    }
    q!(
        "UPDATE request SET meeting_point = $1, remarks = $2, joining = $3 WHERE id = $4",
        &new.meeting_point,
        &new.remarks,
        joins,
        id
    )
    .execute(tx)
    .await?;
    let params = json!({"meeting_point": place, "remarks": remarks, "joining": joining});
    act.audit(tx, "request_details_changed", ("request", id.0), params)
        .await?;
    for assignment in &request.assignments {
        q!(
            "UPDATE assignment SET calendar_sequence = calendar_sequence + 1 WHERE id = $1",
            assignment.id
        )
        .execute(tx)
        .await?;
        let to = search::recipient(tx, assignment.volunteer).await?;
        let mail = Mail::DetailsChanged {
            assignment: assignment.id,
            meeting_point: place,
            remarks,
        };
        outbox::owe(tx, act, to, &mail, act.now).await?;
    }
    Ok(true)
}
