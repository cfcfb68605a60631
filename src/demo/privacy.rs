//! A volunteer whose calendar fetches the assignments, and somebody who has left and was erased.

use super::{people::Cast, year::YearError};
use crate::{
    act::Actor,
    app::Shared,
    privacy,
    settings::Rules,
    volunteers::{self, LeaveError},
};

pub(super) async fn happen(app: &Shared, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let mut tx = app.db.begin().await?;
    volunteers::renew_feed(&mut tx, &app.act(Actor::Service), &app.keys, cast.volunteers[0]).await?;
    app.commit(tx).await?;
    // The first from the end of whom nothing is open.
    for volunteer in cast.volunteers.iter().rev() {
        let mut tx = app.db.begin().await?;
        let act = app.act(Actor::Person(cast.coordinator));
        match volunteers::leave(&mut tx, &act, rules, *volunteer).await {
            Ok(_) => {}
            Err(LeaveError::Database(error)) => return Err(error.into()),
            Err(LeaveError::TooSoon(_) | LeaveError::Changed) => continue,
        }
        let Some(known) = volunteers::store::get(&mut tx, *volunteer).await? else {
            continue;
        };
        match privacy::erase(&mut tx, &act, &app.l10n, known.person_id).await {
            Ok(_) => {
                app.commit(tx).await?;
                return Ok(());
            }
            Err(privacy::EraseError::Database(error)) => return Err(error.into()),
            Err(privacy::EraseError::NotFound | privacy::EraseError::Blocked(_)) => {}
        }
    }
    Ok(())
}
