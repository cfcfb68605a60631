use super::{VolunteerId, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    links::{self, Purpose},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    q,
    requests::{AssignmentId, forecast, leaving},
    settings::Rules,
    tasks,
};

#[derive(Debug, thiserror::Error)]
pub enum LeaveError {
    /// These appointments begin so soon that a person has to find somebody else first.
    #[error("{} appointments begin too soon", .0.len())]
    TooSoon(Vec<AssignmentId>),
    /// Another appointment was accepted meanwhile: nobody has seen it yet.
    #[error("something was accepted meanwhile")]
    Changed,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The volunteer leaves and gives everything back: appointments to come go to a new search, open offers close.
/// `false`: had left already.
///
/// All in one transaction: nobody is expected who has left. What begins within the last hours holds the volunteer
/// back, because a search by mail may find nobody in time.
pub async fn leave(tx: &mut Tx, act: &Act<'_>, rules: &Rules, volunteer: VolunteerId) -> Result<bool, LeaveError> {
    let given_back = leaving::give_everything_back(tx, act, rules, volunteer).await;
    given_back.map_err(|error| match error {
        leaving::GiveAllBackError::TooSoon(list) => LeaveError::TooSoon(list),
        leaving::GiveAllBackError::Database(error) => LeaveError::Database(error),
    })?;
    super::lock(tx, volunteer).await?;
    // With the volunteer's row held, nobody can accept for them any more.
    if leaving::holds_something(tx, act, volunteer).await? {
        return Err(LeaveError::Changed);
    }
    let retired = retire(tx, act, volunteer).await?;
    if retired {
        let known = store::get(tx, volunteer).await?.ok_or(DbError::RowNotFound)?;
        let mail = Mail::VolunteerLeft { volunteer };
        outbox::owe(tx, act, Recipient::Person(known.person_id), &mail, act.now).await?;
    }
    Ok(retired)
}

/// The bare end: no offers, no sign-in as a volunteer. `false`: had left already.
pub async fn retire(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<bool, DbError> {
    let retired = q!(
        "UPDATE volunteer SET state = 'retired', paused_until = NULL, retired_at = $1, version = version + 1
         WHERE id = $2 AND state <> 'retired'",
        act.now,
        volunteer
    )
    .execute(tx)
    .await?;
    if retired > 0 {
        forecast::forget(tx, act, volunteer).await?;
        links::revoke(tx, act, Purpose::Pause, volunteer.0).await?;
        links::revoke(tx, act, Purpose::Calendar, volunteer.0).await?;
        q!("DELETE FROM language_wish WHERE volunteer_id = $1", volunteer)
            .execute(tx)
            .await?;
        tasks::settle_volunteer(
            tx,
            act,
            volunteer,
            &[tasks::Kind::QualificationRunsOut, tasks::Kind::LanguageWish],
        )
        .await?;
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
