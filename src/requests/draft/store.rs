//! All SQL of drafts.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Draft, DraftId, Owner, Typed};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{ContactId, InstitutionId},
    people::PersonId,
    q,
    requests::RequestId,
    row,
};

row! {
    struct DraftRow {
        id: DraftId,
        contact_id: ContactId,
        filed_by: Option<PersonId>,
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
            owner: Owner {
                contact: row.contact_id,
                filed_by: row.filed_by,
            },
            typed,
            updated_at: row.updated_at,
        }
    }
}

pub async fn create(tx: &mut Tx, act: &Act<'_>, owner: Owner) -> Result<DraftId, DbError> {
    let id = DraftId(act.uuid());
    q!(
        "INSERT INTO request_draft (id, contact_id, filed_by, fields, created_at, updated_at)
         VALUES ($1, $2, $3, '{}', $4, $4)",
        id,
        owner.contact,
        owner.filed_by,
        act.now
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// The owner's own draft only: what a coordinator writes is neither the contact's nor a colleague's.
pub async fn find(tx: &mut Tx, id: DraftId, owner: Owner) -> Result<Option<Draft>, DbError> {
    let row = q!(
        "SELECT id, contact_id, filed_by, fields, updated_at FROM request_draft
         WHERE id = $1 AND contact_id = $2 AND COALESCE(filed_by, $4) = COALESCE($3, $4)",
        id,
        owner.contact,
        owner.filed_by,
        Uuid::nil()
    )
    .optional::<DraftRow>(tx)
    .await?;
    Ok(row.map(Draft::from))
}

/// Whose draft it is, if a contact writes it for themselves.
pub async fn contact_of(tx: &mut Tx, id: DraftId) -> Result<Option<ContactId>, DbError> {
    let row = q!(
        "SELECT contact_id FROM request_draft WHERE id = $1 AND filed_by IS NULL",
        id
    )
    .optional::<(ContactId,)>(tx)
    .await?;
    Ok(row.map(|(contact,)| contact))
}

/// The institution whose request this draft has become.
pub async fn submitted_for(tx: &mut Tx, id: DraftId) -> Result<Option<InstitutionId>, DbError> {
    let row = q!("SELECT institution_id FROM request WHERE form_key = $1", id)
        .optional::<(InstitutionId,)>(tx)
        .await?;
    Ok(row.map(|(institution,)| institution))
}

/// The last changed first.
pub async fn of_owner(tx: &mut Tx, owner: Owner) -> Result<Vec<Draft>, DbError> {
    let rows = q!(
        "SELECT id, contact_id, filed_by, fields, updated_at FROM request_draft
         WHERE contact_id = $1 AND COALESCE(filed_by, $3) = COALESCE($2, $3)
         ORDER BY updated_at DESC, id DESC LIMIT 10",
        owner.contact,
        owner.filed_by,
        Uuid::nil()
    )
    .all::<DraftRow>(tx)
    .await?;
    Ok(rows.into_iter().map(Draft::from).collect())
}

/// What a coordinator has begun for callers, the last changed first.
pub async fn of_coordinator(tx: &mut Tx, coordinator: PersonId) -> Result<Vec<Draft>, DbError> {
    let rows = q!(
        "SELECT id, contact_id, filed_by, fields, updated_at FROM request_draft WHERE filed_by = $1
         ORDER BY updated_at DESC, id DESC LIMIT 20",
        coordinator
    )
    .all::<DraftRow>(tx)
    .await?;
    Ok(rows.into_iter().map(Draft::from).collect())
}

pub async fn save(tx: &mut Tx, act: &Act<'_>, draft: &Draft) -> Result<(), DbError> {
    q!(
        "UPDATE request_draft SET fields = $1, updated_at = $2
         WHERE id = $3 AND contact_id = $4 AND COALESCE(filed_by, $6) = COALESCE($5, $6)",
        serde_json::json!(draft.typed.0).to_string(),
        act.now,
        draft.id,
        draft.owner.contact,
        draft.owner.filed_by,
        Uuid::nil()
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, id: DraftId, owner: Owner) -> Result<(), DbError> {
    q!(
        "DELETE FROM request_draft
         WHERE id = $1 AND contact_id = $2 AND COALESCE(filed_by, $4) = COALESCE($3, $4)",
        id,
        owner.contact,
        owner.filed_by,
        Uuid::nil()
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
