use super::VolunteerId;
use crate::{
    act::Act,
    database::{DbError, Tx},
    links::{self, Purpose},
    q,
};

/// The volunteer leaves: no offers, no sign-in as a volunteer. `false`: had left already.
pub async fn retire(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<bool, DbError> {
    let retired = q!(
        "UPDATE volunteer SET state = 'retired', paused_until = NULL WHERE id = $1 AND state <> 'retired'",
        volunteer
    )
    .execute(tx)
    .await?;
    if retired > 0 {
        links::revoke(tx, act, Purpose::Pause, volunteer.0).await?;
        act.audit(
            tx,
            "volunteer_retired",
            ("volunteer", volunteer.0),
            serde_json::json!({}),
        )
        .await?;
    }
    Ok(retired > 0)
}
