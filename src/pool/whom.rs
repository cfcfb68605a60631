use uuid::Uuid;

use super::rows::VolunteerRow;
use crate::{
    database::{DbError, Tx, Value},
    q,
};

/// Whom to read.
#[derive(Clone, Debug)]
pub enum Whom {
    /// Everybody who is not retired.
    Everybody,
    /// In the order of their ids.
    These(Vec<Uuid>),
    One(Uuid),
}

/// Everybody who is not retired and speaks one of these.
pub async fn who_speaks(tx: &mut Tx, languages: &[String]) -> Result<Vec<Uuid>, DbError> {
    let rows = q!(
        "SELECT DISTINCT v.id FROM volunteer v JOIN volunteer_language l ON l.volunteer_id = v.id
         WHERE v.state <> 'retired' AND l.language IN (TEXTS($1)) ORDER BY v.id",
        Value::texts(languages)
    )
    .all::<(Uuid,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn volunteers(tx: &mut Tx, whom: &Whom) -> Result<Vec<VolunteerRow>, DbError> {
    match whom {
        Whom::These(ids) => {
            q!(
                "SELECT v.id, p.name, v.state, v.paused_until, v.gender, v.birth_year, v.home_district, v.german_level,
                        v.on_site, v.by_phone, v.by_video, v.max_travel_minutes, v.weekly_cap
                 FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.id IN (UUIDS($1)) ORDER BY v.id",
                Value::uuids(ids.iter().copied())
            )
            .all(tx)
            .await
        }
        Whom::Everybody => {
            q!(
                "SELECT v.id, p.name, v.state, v.paused_until, v.gender, v.birth_year, v.home_district, v.german_level,
                        v.on_site, v.by_phone, v.by_video, v.max_travel_minutes, v.weekly_cap
                 FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.state <> 'retired'
                 ORDER BY p.name_sort, v.id"
            )
            .all(tx)
            .await
        }
        Whom::One(id) => {
            q!(
                "SELECT v.id, p.name, v.state, v.paused_until, v.gender, v.birth_year, v.home_district, v.german_level,
                        v.on_site, v.by_phone, v.by_video, v.max_travel_minutes, v.weekly_cap
                 FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.id = $1",
                *id
            )
            .all(tx)
            .await
        }
    }
}
