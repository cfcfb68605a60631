//! Lines of the trail, newest first. Ids grow with time, so a page goes on after the last one's id.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use uuid::{Builder, Uuid};

use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q, row, wall,
};

pub const PAGE: usize = 50;

row! {
    pub struct Row {
        pub id: Uuid,
        pub at: DateTime<Utc>,
        pub actor: String,
        pub person_id: Option<PersonId>,
        pub action: String,
        pub object_kind: String,
        pub object_id: Uuid,
        pub params: String,
        pub session_id: Option<Uuid>,
    }
}

/// What is left out is not filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub kind: Option<String>,
    /// Any of these acted.
    pub people: Option<Vec<Uuid>>,
    pub day: Option<NaiveDate>,
    /// The last line of the page before.
    pub after: Option<Uuid>,
}

/// The lines, and whether there are more.
pub async fn page(tx: &mut Tx, filter: &Filter, zone: Tz) -> Result<(Vec<Row>, bool), DbError> {
    let (first, mut end) = filter
        .day
        .map_or((Uuid::nil(), Uuid::max()), |day| day_of_ids(day, zone));
    if let Some(after) = filter.after {
        end = end.min(after);
    }
    let most = PAGE as i64 + 1;
    let kind = filter.kind.as_deref().unwrap_or_default();
    // Each along its own index, so that the last page costs what the first does.
    let rows = match (filter.people.as_deref(), kind) {
        (None, "") => q!(
            "SELECT id, at, actor, person_id, action, object_kind, object_id, params, session_id FROM audit
             WHERE id >= $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            first,
            end,
            most
        ),
        (None, kind) => q!(
            "SELECT id, at, actor, person_id, action, object_kind, object_id, params, session_id FROM audit
             WHERE object_kind = $1 AND id >= $2 AND id < $3 ORDER BY id DESC LIMIT $4",
            kind,
            first,
            end,
            most
        ),
        (Some([person]), kind) => q!(
            "SELECT id, at, actor, person_id, action, object_kind, object_id, params, session_id FROM audit
             WHERE person_id = $1 AND id >= $2 AND id < $3 AND ($4 = '' OR object_kind = $4)
             ORDER BY id DESC LIMIT $5",
            *person,
            first,
            end,
            kind,
            most
        ),
        (Some(people), kind) => q!(
            "SELECT id, at, actor, person_id, action, object_kind, object_id, params, session_id FROM audit
             WHERE person_id IN (UUIDS($1)) AND id >= $2 AND id < $3 AND ($4 = '' OR object_kind = $4)
             ORDER BY id DESC LIMIT $5",
            Value::uuids(people.iter().copied()),
            first,
            end,
            kind,
            most
        ),
    };
    Ok(cut(rows.all(tx).await?, PAGE))
}

/// The newest lines about any of these, and whether there are more.
pub async fn about(tx: &mut Tx, ids: &[Uuid], after: Option<Uuid>, most: usize) -> Result<(Vec<Row>, bool), DbError> {
    let rows = q!(
        "SELECT id, at, actor, person_id, action, object_kind, object_id, params, session_id FROM audit
         WHERE object_id IN (UUIDS($1)) AND id < $2 ORDER BY id DESC LIMIT $3",
        Value::uuids(ids.iter().copied()),
        after.unwrap_or(Uuid::max()),
        most as i64 + 1
    )
    .all(tx)
    .await?;
    Ok(cut(rows, most))
}

fn cut(mut rows: Vec<Row>, most: usize) -> (Vec<Row>, bool) {
    let more = rows.len() > most;
    rows.truncate(most);
    (rows, more)
}

/// The ids that can be made on that day of the pool's calendar: from the first, to before the second.
fn day_of_ids(day: NaiveDate, zone: Tz) -> (Uuid, Uuid) {
    let first_of = |day: NaiveDate| {
        let midnight = wall::first_instant(zone, day.and_time(NaiveTime::MIN));
        let millis = u64::try_from(midnight.timestamp_millis()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid()
    };
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    (first_of(day), first_of(next))
}
