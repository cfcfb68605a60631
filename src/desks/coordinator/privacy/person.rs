//! The person of a page, and where the desk shows them.

use crate::{
    database::{DbError, Tx},
    people::PersonId,
    privacy::{ErasureId, report},
    q,
    volunteers::{self, VolunteerId},
    web::{Ctx, WebError},
};

pub struct Known {
    pub id: PersonId,
    pub name: String,
    pub volunteer: Option<VolunteerId>,
    /// Erased before: the report about it.
    pub erasure: Option<ErasureId>,
}

impl Known {
    pub async fn find(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<Self, WebError> {
        ctx.coordinator()?;
        let id: PersonId = id.parse().map_err(|_| WebError::NotFound)?;
        let person = crate::people::store::get(tx, id).await?.ok_or(WebError::NotFound)?;
        Ok(Self {
            id,
            name: person.name,
            volunteer: volunteers::store::of_person(tx, id).await?,
            erasure: report::of_person(tx, id).await?,
        })
    }

    pub fn base(&self) -> String {
        format!("/desk/people/{}", self.id)
    }

    /// Their own page on the desk; whoever has none has at least a trail.
    pub fn back(&self) -> String {
        match self.volunteer {
            Some(volunteer) => format!("/desk/volunteers/{volunteer}"),
            None => format!("/desk/trail/person/{}", self.id),
        }
    }
}

/// What a page about somebody links to.
pub struct Section {
    pub data: String,
    pub erasure: String,
    /// Erased: the report.
    pub report: Option<String>,
}

pub async fn section(tx: &mut Tx, person: PersonId) -> Result<Section, DbError> {
    let erased = report::of_person(tx, person).await?;
    Ok(Section {
        data: format!("/desk/people/{person}/data"),
        erasure: format!("/desk/people/{person}/erasure"),
        report: erased.map(|id| format!("/desk/erasures/{id}")),
    })
}

/// Who a contact is.
pub async fn contacts_person(tx: &mut Tx, contact: uuid::Uuid) -> Result<Option<PersonId>, DbError> {
    let row = q!("SELECT person_id FROM contact WHERE id = $1", contact)
        .optional::<(PersonId,)>(tx)
        .await?;
    Ok(row.map(|(id,)| id))
}
