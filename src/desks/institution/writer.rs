//! Who fills in the form: a contact for their own institution, or a coordinator for somebody who calls.

use std::collections::HashMap;

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};

use super::mine;
use crate::{
    app::Shared,
    institutions::{self, Caller, ContactId, InstitutionId},
    people::PersonId,
    requests::{
        RequestId,
        draft::{self, DraftId, Owner},
    },
    web::{Ctx, Done, WebError, done},
};

pub struct Writer {
    pub person: PersonId,
    pub contact: ContactId,
    pub institution: InstitutionId,
    /// Where the pages of this writer's forms begin.
    base: String,
    /// Who calls, when a coordinator writes.
    pub caller: Option<Caller>,
}

/// A page of the form: who writes, and which draft the address names.
pub struct Form {
    pub ctx: Ctx,
    pub writer: Writer,
    pub draft: String,
}

/// What every page of the form shows of its writer.
pub struct Frame {
    /// The draft's address; a page's name follows.
    pub base: String,
    pub home: &'static str,
    pub home_title: String,
    pub caller: Option<Bar>,
    /// The page shows a suggestion, filled in.
    pub suggested: bool,
    /// It is an earlier request once more, and what of it is there no more.
    pub again: Vec<String>,
}

/// "Sie schreiben für Jana Vogt, Kita Sonnenblume"
pub struct Bar {
    pub name: String,
    pub institution: String,
}

impl Writer {
    async fn of(ctx: &Ctx, contact: Option<&str>, draft: &str) -> Result<Self, WebError> {
        match contact {
            None => Self::contact(ctx, Self::role(ctx, draft).await?),
            Some(contact) => Self::coordinator(ctx, contact).await,
        }
    }

    /// As which contact: the draft says it; where there is none yet, the first.
    async fn role(ctx: &Ctx, draft: &str) -> Result<(ContactId, InstitutionId), WebError> {
        let roles = mine::roles(ctx)?;
        if let (Ok(id), [_, _, ..]) = (draft.parse::<DraftId>(), roles) {
            let mut tx = ctx.app.db.read().await?;
            let contact = draft::contact_of(&mut tx, id).await?;
            let institution = draft::submitted_for(&mut tx, id).await?;
            tx.commit().await?;
            let fits = |role: &&(ContactId, InstitutionId)| contact == Some(role.0) || institution == Some(role.1);
            if let Some(role) = roles.iter().find(fits) {
                return Ok(*role);
            }
        }
        Ok(roles[0])
    }

    /// The same writer, for the institution that a form names.
    pub fn acting_for(self, ctx: &Ctx, named: &str) -> Result<Self, WebError> {
        let role = mine::roles(ctx)
            .ok()
            .and_then(|roles| roles.iter().find(|(id, _)| id.to_string() == named));
        match role.filter(|_| self.caller.is_none()) {
            Some(role) => Self::contact(ctx, *role),
            None => Ok(self),
        }
    }

    fn contact(ctx: &Ctx, (contact, institution): (ContactId, InstitutionId)) -> Result<Self, WebError> {
        Ok(Self {
            person: ctx.signed_in()?.person,
            contact,
            institution,
            base: "/requests".to_owned(),
            caller: None,
        })
    }

    async fn coordinator(ctx: &Ctx, contact: &str) -> Result<Self, WebError> {
        let person = ctx.coordinator()?.person;
        let contact: ContactId = contact.parse().map_err(|_| WebError::NotFound)?;
        let mut tx = ctx.app.db.read().await?;
        let caller = institutions::caller(&mut tx, contact).await?;
        tx.commit().await?;
        let caller = caller.ok_or(WebError::NotFound)?;
        Ok(Self {
            person,
            contact,
            institution: caller.institution,
            base: format!("/desk/callers/{contact}"),
            caller: Some(caller),
        })
    }

    pub fn owner(&self) -> Owner {
        Owner {
            contact: self.contact,
            filed_by: self.caller.as_ref().map(|_| self.person),
        }
    }

    /// Where this writer begins and comes back to.
    pub fn home(&self) -> &'static str {
        if self.caller.is_some() {
            "/desk/callers"
        } else {
            "/requests"
        }
    }

    pub fn path(&self, draft: DraftId, page: &str) -> String {
        format!("{}/drafts/{draft}/{page}", self.base)
    }

    /// The page of what the draft has become.
    pub fn request_path(&self, request: RequestId) -> String {
        if self.caller.is_some() {
            format!("/desk/requests/{request}")
        } else {
            format!("/requests/{request}")
        }
    }

    /// The same after sending: the institution's own page says by itself that it was sent.
    pub fn sent_path(&self, request: RequestId) -> String {
        let path = self.request_path(request);
        match self.caller {
            Some(_) => done(&path, Done::Filed),
            None => path,
        }
    }

    pub fn frame(&self, ctx: &Ctx, draft: DraftId) -> Frame {
        let title = if self.caller.is_some() {
            "callers-title"
        } else {
            "list-title"
        };
        Frame {
            base: format!("{}/drafts/{draft}", self.base),
            home: self.home(),
            home_title: ctx.l.t(title),
            caller: self.caller.as_ref().map(|caller| Bar {
                name: caller.name.clone(),
                institution: caller.institution_name.clone(),
            }),
            suggested: false,
            again: Vec::new(),
        }
    }
}

impl FromRequestParts<Shared> for Form {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, WebError> {
        let Path(names) = Path::<HashMap<String, String>>::from_request_parts(parts, app)
            .await
            .map_err(|_| WebError::NotFound)?;
        let ctx = Ctx::from_request_parts(parts, app).await?;
        let draft = names.get("id").cloned().unwrap_or_default();
        let writer = Writer::of(&ctx, names.get("contact").map(String::as_str), &draft).await?;
        Ok(Self { ctx, writer, draft })
    }
}
