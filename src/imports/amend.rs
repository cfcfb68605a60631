//! What an import changes about people whom the pool knows, by the domains' own verbs, and back.

use super::plan::{Change, Whom};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{self, ContactAmendment},
    volunteers::{self, Amendment},
};

/// So many are written by one statement.
const PART: usize = 500;

/// Only what nobody else has changed since it was read; those that were done.
pub(super) async fn amend(tx: &mut Tx, act: &Act<'_>, changes: &[Change]) -> Result<Vec<Change>, DbError> {
    let mut done = Vec::with_capacity(changes.len());
    for part in changes.chunks(PART) {
        done.extend(part_of(tx, act, part, Way::There).await?);
    }
    Ok(done)
}

/// Back to what was there before; those that somebody else has changed since stay, and are returned.
pub(super) async fn take_back(tx: &mut Tx, act: &Act<'_>, changes: &[Change]) -> Result<Vec<Change>, DbError> {
    let mut stay = Vec::new();
    for part in changes.chunks(PART) {
        let done = part_of(tx, act, part, Way::Back).await?;
        stay.extend(part.iter().filter(|change| !done.contains(change)).cloned());
    }
    Ok(stay)
}

#[derive(Clone, Copy)]
enum Way {
    There,
    Back,
}

impl Way {
    fn turned(self, change: &Change) -> (Option<String>, Option<String>) {
        let values = (change.old.clone(), Some(change.new.clone()));
        match self {
            Self::There => values,
            Self::Back => (values.1, values.0),
        }
    }
}

async fn part_of(tx: &mut Tx, act: &Act<'_>, part: &[Change], way: Way) -> Result<Vec<Change>, DbError> {
    let (mut volunteers, mut contacts) = (Vec::new(), Vec::new());
    for change in part {
        let (old, new) = way.turned(change);
        match change.whom {
            Whom::Volunteer(volunteer) => {
                let field = change.field.clone();
                let amendment = Amendment {
                    volunteer,
                    field,
                    old,
                    new,
                };
                volunteers.push((change, amendment));
            }
            Whom::Contact(contact) => contacts.push((change, ContactAmendment { contact, old, new })),
        }
    }
    let mut done = Vec::new();
    if !volunteers.is_empty() {
        let (changes, wanted): (Vec<_>, Vec<_>) = volunteers.into_iter().unzip();
        let told = volunteers::amend(tx, act, &wanted).await?;
        done.extend(changes.into_iter().zip(told).filter(|(_, done)| *done));
    }
    if !contacts.is_empty() {
        let (changes, wanted): (Vec<_>, Vec<_>) = contacts.into_iter().unzip();
        let told = institutions::amend_contacts(tx, act, &wanted).await?;
        done.extend(changes.into_iter().zip(told).filter(|(_, done)| *done));
    }
    Ok(done.into_iter().map(|(change, _)| change.clone()).collect())
}
