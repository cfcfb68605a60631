use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx},
    institutions::{InstitutionId, SiteId},
    q,
};

/// How many requests somebody still waits for or is coming to: not over, not called off.
pub async fn open_of_institution(tx: &mut Tx, institution: InstitutionId, now: DateTime<Utc>) -> Result<i64, DbError> {
    open_at(tx, institution.0, now).await
}

/// The same at one site.
pub async fn open_at_site(tx: &mut Tx, site: SiteId, now: DateTime<Utc>) -> Result<i64, DbError> {
    open_at(tx, site.0, now).await
}

/// An id is of an institution or of a site, never of both.
async fn open_at(tx: &mut Tx, place: Uuid, now: DateTime<Utc>) -> Result<i64, DbError> {
    let (open,) = q!(
        "SELECT COUNT(*) FROM request r WHERE (r.institution_id = $1 OR r.site_id = $1) AND r.cancelled_at IS NULL
           AND COALESCE(r.check_state, '') <> 'refused' AND (
           EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL AND a.ends_at > $2)
           OR (r.closed_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL)
             AND EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.ends_at > $2)))",
        place,
        now
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(open)
}
