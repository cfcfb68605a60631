use chrono::Duration;
use serde_json::json;

use super::{VolunteerId, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    links::{self, Purpose},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
};

/// How long the pause link of the welcome lasts; every offer brings a newer one.
const PAUSE_LINK: Duration = Duration::days(90);

/// Welcomes a volunteer by mail. `false`: they have left, or such a mail is on its way already.
pub async fn invite(tx: &mut Tx, act: &Act<'_>, keys: &Keys, volunteer: VolunteerId) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
    let mail = Mail::VolunteerInvited { volunteer };
    if known.is_retired() || outbox::is_owed(tx, known.person_id, &mail).await? {
        return Ok(false);
    }
    links::create(tx, act, keys, Purpose::Pause, volunteer.0, act.now + PAUSE_LINK).await?;
    outbox::owe(tx, act, Recipient::Person(known.person_id), &mail, act.now).await?;
    act.audit(tx, "volunteer_invited", ("volunteer", volunteer.0), json!({}))
        .await?;
    Ok(true)
}
