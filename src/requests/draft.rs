//! A request that is still being written: what was typed, as it was typed, field by field.
//! [`read`] makes a request of it, or says field by field what is missing or wrong.

mod again;
mod conversation;
mod date;
mod identifying;
mod near;
mod place;
mod problem;
mod store;
mod when;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

pub use again::{AGAIN_OF, GONE, Place as AgainAt, again, begin};
pub use conversation::{Conversation, choices, conversation, language_code, topic};
pub use date::time;
pub use identifying::identifies;
pub use near::near_languages;
pub use place::{MAX_OPENINGS, Place, place};
pub use problem::{Problem, Problems, Step};
pub use store::{contact_of, create, delete, find, of_coordinator, of_owner, save, submitted_as, submitted_for};
pub use when::{When, day, further_dates, when};

use super::NewRequest;
use crate::{
    id_type,
    institutions::{ContactId, InstitutionId, SiteId},
    people::PersonId,
    settings::Rules,
};

id_type!(DraftId);

/// Fields by name. What was never typed is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    pub fn set(&mut self, field: &str, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(field);
        } else {
            self.0.insert(field.to_owned(), text);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whose draft it is: a contact's, or a coordinator's who writes for a contact that calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    pub contact: ContactId,
    pub filed_by: Option<PersonId>,
}

#[derive(Clone, Debug)]
pub struct Draft {
    pub id: DraftId,
    pub owner: Owner,
    pub typed: Typed,
    pub updated_at: DateTime<Utc>,
}

/// Who asks, and from where they may ask.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Who fills in the form: the contact, or a coordinator.
    pub person: PersonId,
    pub contact: ContactId,
    pub institution: InstitutionId,
    pub sector: String,
    pub sites: Vec<SiteId>,
}

/// The whole draft as a request.
pub fn read(draft: &Draft, asker: &Asker, rules: &Rules, now: DateTime<Utc>) -> Result<NewRequest, Problems> {
    let conversation = conversation(&draft.typed, rules, &asker.sector);
    let when = when(&draft.typed, rules, now, draft.owner.filed_by.is_none());
    let place = place(&draft.typed, &asker.sites);
    let (conversation, when, place) = match (conversation, when, place) {
        (Ok(conversation), Ok(when), Ok(place)) => (conversation, when, place),
        (conversation, when, place) => {
            let lists = [conversation.err(), when.err(), place.err()];
            return Err(lists.into_iter().flatten().flatten().collect());
        }
    };
    Ok(NewRequest {
        form_key: draft.id.0,
        institution: asker.institution,
        site: place.site,
        contact: asker.contact,
        filed_by: asker.person,
        language: conversation.language,
        mode: when.mode,
        occasion: conversation.occasion,
        topic: conversation.topic,
        gender: conversation.gender,
        same_volunteer: conversation.same_volunteer,
        openings: place.openings,
        urgent_reason: place.urgent_reason,
        meeting_point: place.meeting_point,
        remarks: place.remarks,
        slots: when.slots,
    })
}
