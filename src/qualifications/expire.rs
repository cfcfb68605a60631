//! A certificate is noted as long as somebody volunteers, and a little longer.

use chrono::{DateTime, Utc};

use super::QualificationId;
use crate::{
    database::{DbError, Tx},
    q, timers,
    volunteers::VolunteerId,
};

/// Of those who stopped volunteering before then.
pub async fn delete_of_retired_before(tx: &mut Tx, retired: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    let rows = q!(
        "SELECT q.id FROM qualification q JOIN volunteer v ON v.id = q.volunteer_id
         WHERE v.state = 'retired' AND COALESCE(v.retired_at, v.created_at) < $1 ORDER BY q.id LIMIT $2",
        retired,
        most
    )
    .all::<(QualificationId,)>(tx)
    .await?;
    delete(tx, rows).await
}

pub async fn erase(tx: &mut Tx, volunteer: VolunteerId) -> Result<u64, DbError> {
    let rows = q!("SELECT id FROM qualification WHERE volunteer_id = $1", volunteer)
        .all::<(QualificationId,)>(tx)
        .await?;
    delete(tx, rows).await
}

/// With their timers.
async fn delete(tx: &mut Tx, rows: Vec<(QualificationId,)>) -> Result<u64, DbError> {
    let mut deleted = 0;
    for (id,) in rows {
        timers::clear(tx, timers::Kind::QualificationRunsOut, id.0).await?;
        deleted += q!("DELETE FROM qualification WHERE id = $1", id).execute(tx).await?;
    }
    Ok(deleted)
}
