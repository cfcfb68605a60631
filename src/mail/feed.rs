//! A volunteer's assignments as a calendar to subscribe to: what the invitations said, as it is now.

use chrono::{DateTime, Duration, Utc};

use super::{
    calendar::{self, Entry},
    letters::{facts, parts},
    render::Desk,
};
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    links::Purpose,
    q,
    requests::AssignmentId,
    volunteers::VolunteerId,
};

/// Calendars drop what a feed no longer names; so long they show what was, and learn what was taken back.
const LOOKS_BACK: Duration = Duration::days(60);

pub struct Feed {
    pub ics: String,
    /// When anything in it changed last.
    pub changed: Option<DateTime<Utc>>,
}

pub async fn feed(tx: &mut Tx, desk: &Desk<'_>, l: &Locale, volunteer: VolunteerId) -> Result<Feed, DbError> {
    let rows = q!(
        "SELECT id, starts_at, ends_at FROM assignment WHERE volunteer_id = $1 AND ends_at > $2 ORDER BY starts_at, id",
        volunteer,
        desk.now - LOOKS_BACK
    )
    .all::<(AssignmentId, DateTime<Utc>, DateTime<Utc>)>(tx)
    .await?;
    let mut entries = Vec::with_capacity(rows.len());
    for (id, starts, ends) in rows {
        let assignment = facts::assignment(tx, id).await?;
        let request = facts::request(tx, assignment.request_id).await?;
        let cancelled = assignment.ended_at.is_some();
        let language = desk.rules.language_name(&request.language, l.code());
        let url = if cancelled || ends <= desk.now {
            None
        } else {
            parts::link(tx, desk, Purpose::Assignment, id.0).await?
        };
        entries.push(Entry {
            sequence: assignment.calendar_sequence,
            stamp: assignment.ended_at.unwrap_or(assignment.accepted_at),
            starts,
            ends,
            summary: l.with("calendar-summary", &[("language", language.into())]),
            // Who gave it back need not know any more where it was.
            location: parts::place(&request).filter(|_| !cancelled),
            description: l.with(
                "calendar-description",
                &[("reference", request.reference.as_str().into())],
            ),
            url,
            cancelled,
            uid: assignment.calendar_uid,
        });
    }
    let name = &desk.rules.pool().name;
    Ok(Feed {
        ics: calendar::published(name, &entries),
        changed: entries.iter().map(|entry| entry.stamp).max(),
    })
}
