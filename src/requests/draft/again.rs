//! A request once more, for another day: what still holds is filled in, what has ended is named.

use super::{Draft, DraftId, Owner, Typed, create, find, save};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::SiteId,
    matching::GenderWish,
    requests::Request,
    settings::{Resolved, Rules},
};

/// The old request's reference.
pub const AGAIN_OF: &str = "again_of";
/// What the old request had and the pool has no more: the field that stays empty, and where its old name is kept.
pub const GONE: [(&str, &str); 4] = [
    ("language", "gone_language"),
    ("occasion", "gone_occasion"),
    ("topic", "gone_topic"),
    ("site", "gone_site"),
];

/// From where the old request is repeated.
pub struct Place<'a> {
    pub sector: &'a str,
    /// The sites that can be chosen now.
    pub sites: &'a [SiteId],
    /// What the old one is called.
    pub site_name: &'a str,
    pub locale: &'a str,
}

/// Dates, urgency and remarks belonged to that one appointment: they are asked for anew.
pub fn again(old: &Request, rules: &Rules, place: &Place<'_>, same_person: bool) -> Typed {
    let mut typed = Typed::default();
    typed.set(AGAIN_OF, old.reference.as_str());
    if rules.language(&old.language).is_some() {
        let name = rules.language_name(&old.language, place.locale);
        typed.set("language", name);
        if !matches!(rules.resolve_language(name), Resolved::One(code) if code == old.language) {
            typed.set("language_choice", old.language.as_str());
        }
    } else {
        typed.set("gone_language", old.language.as_str());
    }
    let occasion = rules
        .occasions_of(place.sector)
        .find(|known| known.code == old.occasion);
    match occasion {
        Some(occasion) => {
            typed.set("occasion", occasion.code.as_str());
            if occasion.topic != old.topic {
                let known = rules.topic(&old.topic).is_some();
                typed.set(if known { "topic" } else { "gone_topic" }, old.topic.as_str());
            }
        }
        None => {
            let name = rules.occasion(&old.occasion).map(|known| &known.name);
            let name = name.map_or(old.occasion.as_str(), |name| name.or_code(place.locale, &old.occasion));
            typed.set("gone_occasion", name);
        }
    }
    let (wish, gender) = match old.gender {
        GenderWish::None => ("none", ""),
        GenderWish::Preferred(gender) => ("preferred", gender.as_str()),
        GenderWish::Required(gender) => ("required", gender.as_str()),
    };
    typed.set("gender_wish", wish);
    typed.set("gender", gender);
    if same_person {
        typed.set("same_volunteer", "yes");
    }
    if let Some(slot) = old.main_slot() {
        typed.set("start", slot.start.format("%H:%M").to_string());
        typed.set("end", slot.end.format("%H:%M").to_string());
    }
    typed.set("mode", old.mode.as_str());
    if place.sites.contains(&old.site) {
        typed.set("site", old.site.to_string());
        typed.set("meeting_point", old.meeting_point.as_str());
    } else {
        typed.set("gone_site", place.site_name);
    }
    typed.set("openings", old.openings.len().to_string());
    typed
}

/// A draft with these fields.
pub async fn begin(tx: &mut Tx, act: &Act<'_>, owner: Owner, typed: Typed) -> Result<DraftId, DbError> {
    let id = create(tx, act, owner).await?;
    if let Some(draft) = find(tx, id, owner).await? {
        save(tx, act, &Draft { typed, ..draft }).await?;
    }
    Ok(id)
}
