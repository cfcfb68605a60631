//! All SQL of drafts.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Draft, DraftId, Typed};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{ContactId, InstitutionId},
    q,
    requests::RequestId,
    row,
};

row! {
    struct DraftRow {
        id: DraftId,
        contact_id: ContactId,
        fields: String,
        updated_at: DateTime<Utc>,
    }
}

impl From<DraftRow> for Draft {
    fn from(row: DraftRow) -> Self {
        // Fields that nobody can read any more are as good as never typed.
        let typed = Typed(serde_json::from_str(&row.fields).unwrap_or_default());
        Self {
            id: row.id,
            contact: row.contact_id,
            typed,
            updated_at: row.updated_at,
        }
    }
}

pub async fn create(tx: &mut Tx, act: &Act<'_>, contact: ContactId) -> Result<DraftId, DbError> {
    let id = DraftId(act.uuid());
    q!(
        "INSERT INTO request_draft (id, contact_id, fields, created_at, updated_at) VALUES ($1, $2, '{}', $3, $3)",
        id,
        contact,
        act.now
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// The contact's own draft only.
pub async fn find(tx: &mut Tx, id: DraftId, contact: ContactId) -> Result<Option<Draft>, DbError> {
    let row = q!(
        "SELECT id, contact_id, fields, updated_at FROM request_draft WHERE id = $1 AND contact_id = $2",
        id,
        contact
    )
    .optional::<DraftRow>(tx)
    .await?;
    Ok(row.map(Draft::from))
}

/// The last changed first.
pub async fn of_contact(tx: &mut Tx, contact: ContactId) -> Result<Vec<Draft>, DbError> {
    let rows = q!(
        "SELECT id, contact_id, fields, updated_at FROM request_draft WHERE contact_id = $1
         ORDER BY updated_at DESC, id DESC LIMIT 10",
        contact
    )
    .all::<DraftRow>(tx)
    .await?;
    Ok(rows.into_iter().map(Draft::from).collect())
}

pub async fn save(tx: &mut Tx, act: &Act<'_>, draft: &Draft) -> Result<(), DbError> {
    q!(
        "UPDATE request_draft SET fields = $1, updated_at = $2 WHERE id = $3 AND contact_id = $4",
        serde_json::json!(draft.typed.0).to_string(),
        act.now,
        draft.id,
        draft.contact
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, id: DraftId, contact: ContactId) -> Result<(), DbError> {
    q!(
        "DELETE FROM request_draft WHERE id = $1 AND contact_id = $2",
        id,
        contact
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The request that this draft has become.
pub async fn submitted_as(tx: &mut Tx, id: DraftId, institution: InstitutionId) -> Result<Option<RequestId>, DbError> {
    let row = q!(
        "SELECT id FROM request WHERE form_key = $1 AND institution_id = $2",
        id,
        institution
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    Ok(row.map(|(id,)| RequestId(id)))
}
