//! For whom somebody asks: most speak for one institution, some for several.

use std::collections::BTreeMap;

use crate::{
    database::{DbError, Tx},
    institutions::{
        self, ContactId, InstitutionId, State,
        store::{Contact, Institution},
    },
    web::{Ctx, WebError},
};

/// One of their institutions, and as which contact.
pub struct Own {
    pub contact: ContactId,
    pub institution: Institution,
}

impl Own {
    pub fn is_paused(&self) -> bool {
        self.institution.state.parse() == Ok(State::Paused)
    }
}

/// Whoever speaks for nobody has no requests.
pub fn roles(ctx: &Ctx) -> Result<&[(ContactId, InstitutionId)], WebError> {
    let roles = ctx.signed_in()?.contact_of.as_slice();
    if roles.is_empty() {
        return Err(WebError::NotFound);
    }
    Ok(roles)
}

/// As which contact they speak for that institution.
pub fn contact_at(ctx: &Ctx, institution: InstitutionId) -> Result<ContactId, WebError> {
    let found = roles(ctx)?.iter().find(|(_, own)| *own == institution);
    found.map(|(contact, _)| *contact).ok_or(WebError::NotFound)
}

/// All of them, by name.
pub async fn all(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<Own>, WebError> {
    let mut all = Vec::new();
    for (contact, id) in roles(ctx)? {
        let institution = institutions::store::get(tx, *id).await?;
        all.extend(institution.map(|institution| Own {
            contact: *contact,
            institution,
        }));
    }
    Ok(all)
}

/// Everybody who ever spoke for them.
pub async fn colleagues(tx: &mut Tx, own: &[Own]) -> Result<BTreeMap<ContactId, Contact>, DbError> {
    let mut people = BTreeMap::new();
    for one in own {
        let id = one.institution.id;
        let now = institutions::store::contacts_of(tx, id).await?;
        let former = institutions::store::former_contacts_of(tx, id).await?;
        people.extend(now.into_iter().chain(former).map(|contact| (contact.id, contact)));
    }
    Ok(people)
}
