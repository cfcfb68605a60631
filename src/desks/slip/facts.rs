//! From a request to what its slip says now.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::names_somebody;
use crate::{
    database::Tx,
    institutions,
    requests::{Request, Slot, Status, store},
    slips::sheet::Facts,
    volunteers,
    web::{Ctx, WebError},
};

/// How it is with the appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Somebody comes: there is a slip.
    Ready,
    /// Nobody has said yes, or somebody had to give it back.
    Open,
    Cancelled,
    Over,
}

pub struct Found {
    pub stand: Stand,
    pub facts: Facts,
    /// The meeting point is left out: it names somebody.
    pub left_out: bool,
    /// The contact has no number: the pool's stands there.
    pub pool_phone: bool,
}

/// When something was to be, or is asked for.
#[derive(Clone, Copy)]
pub struct When {
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    ends_at: DateTime<Utc>,
}

impl When {
    fn of(slot: &Slot) -> Self {
        Self {
            date: slot.date,
            start: slot.start,
            end: slot.end,
            ends_at: slot.ends_at,
        }
    }

    /// The same slip, on that day.
    pub fn on(self, facts: &Facts) -> Facts {
        Facts {
            date: self.date,
            time: self.start,
            end: self.end,
            ..facts.clone()
        }
    }
}

/// The date that a family was told before the appointment was moved, while it still lies ahead.
pub async fn date_before(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Option<When>, WebError> {
    let Some(before) = request.replaces else {
        return Ok(None);
    };
    let Some(old) = store::get(tx, before).await? else {
        return Ok(None);
    };
    let accepted = store::given_up_date(tx, old.id).await?;
    let slot = old.slots.iter().find(|slot| Some(slot.id) == accepted);
    let when = slot.or(old.main_slot()).map(When::of);
    Ok(when.filter(|when| when.ends_at > ctx.now))
}

/// What is asked for and still lies ahead.
pub fn dates_asked(ctx: &Ctx, request: &Request) -> Vec<When> {
    let ahead = request.possible_slots().filter(|slot| slot.starts_at > ctx.now);
    ahead.map(When::of).collect()
}

pub async fn of_request(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Found, WebError> {
    let slot = request.main_slot().ok_or(WebError::NotFound)?;
    let institution = institutions::store::get(tx, request.institution)
        .await?
        .ok_or(WebError::NotFound)?;
    let site = institutions::store::site(tx, request.institution, request.site).await?;
    let contact = institutions::store::contact(tx, request.institution, request.contact).await?;
    let mut names: Vec<String> = institutions::store::contacts_of(tx, request.institution)
        .await?
        .into_iter()
        .map(|contact| contact.name)
        .collect();
    names.extend(contact.iter().map(|contact| contact.name.clone()));
    for assignment in &request.assignments {
        let volunteer = volunteers::store::get(tx, assignment.volunteer).await?;
        names.extend(volunteer.map(|volunteer| volunteer.name));
    }
    let phone = contact
        .and_then(|contact| contact.phone)
        .filter(|phone| !phone.is_empty());
    let on_site = request.mode.is_on_site();
    let place = match site.filter(|_| on_site) {
        Some(site) => {
            let mut lines = vec![site.street, format!("{} {}", site.postcode, site.city)];
            if site.name != institution.name {
                lines.insert(0, site.name);
            }
            lines.insert(0, institution.name);
            lines.join(", ")
        }
        None => institution.name,
    };
    let meeting = request.meeting_point.trim();
    let left_out = on_site && names_somebody(meeting, names.iter().map(String::as_str));
    let language = ctx.rules.language_name(&request.language, crate::l10n::FIRST);
    Ok(Found {
        stand: match request.status(ctx.now) {
            Status::Cancelled | Status::Refused => Stand::Cancelled,
            Status::Past { .. } => Stand::Over,
            _ if request.fixed_slot().is_some() => Stand::Ready,
            _ => Stand::Open,
        },
        left_out,
        pool_phone: phone.is_none(),
        facts: Facts {
            date: slot.date,
            time: slot.start,
            end: slot.end,
            mode: request.mode,
            place,
            meeting: (on_site && !left_out && !meeting.is_empty()).then(|| meeting.to_owned()),
            phone: phone.unwrap_or_else(|| ctx.rules.pool().desk_phone.clone()),
            language: language.to_owned(),
        },
    })
}
