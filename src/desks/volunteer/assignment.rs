//! `/a/{token}`: an assignment, with everything that somebody who comes must know. Until it is over, then 410.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::{DateTime, Duration, Utc};

use super::{bubble::Bubble, link, message::Message};
use crate::{
    database::Tx,
    institutions::{self, store::Contact},
    links::Purpose,
    matching::Mode,
    phone,
    requests::{self, AssignmentId, Request, Slot, store::AssignmentRow},
    volunteers::{self, store::Volunteer},
    web::{Ctx, Page, WebError, html},
};

/// An assignment whose link was found, with its request and its volunteer.
pub struct Held {
    pub dead: bool,
    pub assignment: AssignmentRow,
    pub request: Request,
    pub volunteer: Volunteer,
    /// The person to call at the institution, who is known to whoever comes.
    pub contact: Option<Contact>,
}

pub struct Phone {
    pub href: String,
    pub text: String,
}

impl Phone {
    pub fn new(text: &str) -> Self {
        Self {
            href: phone::link(text),
            text: text.to_owned(),
        }
    }
}

impl Held {
    pub async fn find(ctx: &mut Ctx, tx: &mut Tx, token: &str) -> Result<Self, WebError> {
        let found = link::find(tx, Purpose::Assignment, token).await?;
        let id = AssignmentId(found.subject_id);
        let assignment = requests::store::assignment(tx, id).await?.ok_or(WebError::NotFound)?;
        let request = requests::store::get(tx, assignment.request_id)
            .await?
            .ok_or(WebError::NotFound)?;
        let volunteer = volunteers::store::get(tx, assignment.volunteer_id)
            .await?
            .ok_or(WebError::NotFound)?;
        let contact = institutions::store::contact(tx, request.institution, request.contact).await?;
        ctx.prefer(&volunteer.locale);
        Ok(Self {
            dead: link::is_dead(&found, ctx.now),
            assignment,
            request,
            volunteer,
            contact,
        })
    }

    pub fn slot(&self) -> Option<&Slot> {
        self.request
            .slots
            .iter()
            .find(|slot| slot.id == self.assignment.slot_id)
    }

    pub fn contact_phone(&self) -> Option<Phone> {
        let phone = self.contact.as_ref()?.phone.as_deref()?;
        Some(Phone::new(phone)).filter(|_| !phone.is_empty())
    }

    pub fn bubble(&self, ctx: &Ctx) -> Bubble {
        Bubble::new(ctx, &self.request, self.slot())
    }

    /// From then on an assignment is given back by phone only.
    pub fn locked_from(&self, ctx: &Ctx) -> DateTime<Utc> {
        self.assignment.starts_at - Duration::hours(ctx.rules.numbers().volunteer_lock_hours)
    }

    /// The page instead, when the assignment is no longer to come.
    pub fn ended(&self, ctx: &Ctx) -> Option<Response> {
        let status = link::status(self.dead);
        match self.assignment.ended_how.as_deref() {
            // Nobody is looked for after the beginning.
            Some("given_back") if self.assignment.ended_at >= Some(self.assignment.starts_at) => Some(html(
                StatusCode::GONE,
                &Message::new(ctx, "assignment-over", &["assignment-over-more"]),
            )),
            Some("given_back") => {
                let lines = ["assignment-given-back-more"];
                Some(html(status, &Message::new(ctx, "assignment-given-back", &lines)))
            }
            Some(_) => Some(html(
                status,
                &Message::new(ctx, "assignment-cancelled", &["assignment-cancelled-more"]),
            )),
            None if self.assignment.ends_at <= ctx.now => Some(html(
                StatusCode::GONE,
                &Message::new(ctx, "assignment-over", &["assignment-over-more"]),
            )),
            None if self.dead => Some(link::gone(ctx)),
            None => None,
        }
    }
}

/// A part of how to join a video.
struct Joining {
    text: String,
    link: bool,
}

fn joining(ctx: &Ctx, request: &Request) -> Vec<Joining> {
    if request.mode != Mode::Video {
        return Vec::new();
    }
    if request.joining.is_empty() {
        let text = ctx.l.t("mail-joining-later");
        return vec![Joining { text, link: false }];
    }
    let words = request.joining.split_whitespace().map(|word| Joining {
        text: word.to_owned(),
        link: word.starts_with("https://"),
    });
    words.collect()
}

#[derive(Template)]
#[template(path = "volunteer/assignment.html")]
struct AssignmentPage {
    page: Page,
    lead: String,
    bubble: Bubble,
    institution: String,
    /// By phone or video there is nowhere to go.
    address: Vec<String>,
    meeting_point: String,
    /// How to join the video: what was said, each link by itself; of none that it is still to come.
    joining: Vec<Joining>,
    contact: String,
    contact_phone: Option<Phone>,
    remarks: String,
    reference: String,
    base: String,
    cannot: String,
    /// They wrote in the last hours that they cannot come.
    asked_back: Option<String>,
}

pub async fn show(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let held = Held::find(&mut ctx, &mut tx, &token).await?;
    if let Some(ended) = held.ended(&ctx) {
        return Ok(ended);
    }
    let request = &held.request;
    let institution = institutions::store::get(&mut tx, request.institution)
        .await?
        .ok_or(WebError::NotFound)?;
    let site = institutions::store::site(&mut tx, request.institution, request.site).await?;
    tx.commit().await?;

    let l = &ctx.l;
    let address = match site.filter(|_| request.mode.is_on_site()) {
        Some(site) => {
            let mut lines = vec![site.street, format!("{} {}", site.postcode, site.city)];
            if site.name != institution.name {
                lines.insert(0, site.name);
            }
            lines
        }
        None => Vec::new(),
    };
    let date = held.slot().map(|slot| l.date_short(slot.date)).unwrap_or_default();
    let cannot = if held.locked_from(&ctx) <= ctx.now {
        l.t("assignment-cannot-locked")
    } else {
        let when = l.moment(held.locked_from(&ctx), ctx.rules.zone());
        l.with("assignment-cannot", &[("when", when.into())])
    };
    let template = AssignmentPage {
        page: ctx.page_titled(l.with("assignment-title", &[("date", date.into())])),
        lead: l.t(match held.assignment.withdrawal_asked_at {
            Some(_) => "assignment-asked-back-lead",
            None => "assignment-lead",
        }),
        bubble: held.bubble(&ctx).tagged("done", l.t("assignment-tag")),
        institution: institution.name,
        address,
        meeting_point: request.meeting_point.clone(),
        joining: joining(&ctx, request),
        contact: held
            .contact
            .as_ref()
            .map(|contact| contact.name.clone())
            .unwrap_or_default(),
        contact_phone: held.contact_phone(),
        remarks: request.remarks.clone(),
        reference: request.reference.clone(),
        base: format!("/a/{token}"),
        cannot,
        asked_back: held.assignment.withdrawal_asked_at.map(|at| {
            l.with(
                "assignment-asked-back",
                &[("when", l.moment(at, ctx.rules.zone()).into())],
            )
        }),
    };
    Ok(html(StatusCode::OK, &template))
}
