//! By when a person should have looked: never at night, never on a day on which nobody is there.

use chrono::{DateTime, Duration, Utc};

use super::Kind;
use crate::{
    act::Act,
    database::{DbError, Tx},
    settings::{self, LoadError, desk_hours},
};

/// What is due sooner is due to the minute, and no rule has to be read for it.
const AT_ONCE: Duration = Duration::hours(1);

impl Kind {
    /// Nothing is lost if the desk looks when it opens next: no search ends and no appointment begins by then.
    fn may_wait(self) -> bool {
        matches!(
            self,
            Self::MailBounced
                | Self::MailStuck
                | Self::MailReply
                | Self::InstitutionWaits
                | Self::QualificationRunsOut
                | Self::ContactLeft
                | Self::ProofMissing
                | Self::ProofDisputed
                | Self::LanguageWish
                | Self::ErasureAsked
        )
    }
}

/// The desk's own time before that moment.
pub(super) async fn at_the_desk(
    tx: &mut Tx,
    act: &Act<'_>,
    kind: Kind,
    due_at: DateTime<Utc>,
) -> Result<DateTime<Utc>, DbError> {
    if due_at < act.now + AT_ONCE {
        return Ok(due_at);
    }
    match settings::load(tx, act.now).await {
        Ok(rules) => Ok(desk_hours::due(&rules, act.now, due_at, kind.may_wait())),
        Err(LoadError::Db(error)) => Err(error),
        // Without rules nobody knows when the desk is open.
        Err(_) => Ok(due_at),
    }
}
