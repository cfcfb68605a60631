use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    q,
};

/// Whom to read.
#[derive(Clone, Debug)]
pub enum Whom {
    /// Everybody who is not retired, by name.
    Everybody,
    /// In this order.
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

pub(super) async fn ids(tx: &mut Tx, whom: &Whom) -> Result<Vec<Uuid>, DbError> {
    Ok(match whom {
        Whom::Everybody => {
            let rows = q!(
                "SELECT v.id FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.state <> 'retired'
                 ORDER BY p.name_sort, v.id"
            )
            .all::<(Uuid,)>(tx)
            .await?;
            rows.into_iter().map(|(id,)| id).collect()
        }
        Whom::These(ids) => ids.clone(),
        Whom::One(id) => vec![*id],
    })
}
