//! What every handler knows: who asks, in which language, when, under which rules.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{Method, header, request::Parts},
};
use chrono::{DateTime, Utc};

use super::{Page, WebError, cookies};
use crate::{
    act::{Act, Actor},
    app::Shared,
    database::Tx,
    institutions::{ContactId, InstitutionId},
    l10n::{L10n, Locale},
    people::session::{self, SignedIn},
    settings::Rules,
    volunteers::VolunteerId,
};

pub struct Ctx {
    pub app: Shared,
    pub l: Locale,
    /// Every language, with what coordinators have changed.
    pub l10n: L10n,
    pub session: Option<SignedIn>,
    pub now: DateTime<Utc>,
    pub rules: Arc<Rules>,
    pub path: String,
    /// The path and what stands after its "?".
    pub here: String,
    query: Vec<(String, String)>,
    /// Where to come back to after signing in: this page as it was asked for, or nothing when it was a form.
    wish: String,
    /// The reader chose this language by hand (link or cookie).
    pub language_chosen: bool,
    /// For rate limits; pseudonymised before it is stored.
    pub client_ip: String,
    /// Where they are; a session keeps it.
    pub network: String,
}

impl Ctx {
    pub async fn of(app: &Shared, parts: Parts) -> Result<Self, WebError> {
        let mut tx = app.db.read().await?;
        let ctx = Self::read(app, &mut tx, parts).await?;
        tx.commit().await?;
        Ok(ctx)
    }

    /// In the transaction of the handler: a yes needs no other.
    pub async fn read(app: &Shared, tx: &mut Tx, parts: Parts) -> Result<Self, WebError> {
        let now = app.clock.now();
        let (rules, l10n) = app.rules_and_words(tx).await?;
        let session = match cookies::get(&parts.headers, cookies::SESSION) {
            Some(token) => session::find(tx, token, now).await?,
            None => None,
        };
        let query: Vec<(String, String)> =
            serde_urlencoded::from_str(parts.uri.query().unwrap_or_default()).unwrap_or_default();
        let chosen = query
            .iter()
            .find_map(|(key, value)| (key == "lang").then_some(value.as_str()))
            .or_else(|| cookies::get(&parts.headers, cookies::LANGUAGE))
            .and_then(|code| l10n.find(code));
        let language_chosen = chosen.is_some();
        let l = chosen.unwrap_or_else(|| match &session {
            Some(signed_in) => l10n.locale(&signed_in.locale),
            None => {
                let header = parts
                    .headers
                    .get(header::ACCEPT_LANGUAGE)
                    .and_then(|value| value.to_str().ok());
                l10n.negotiate(header.unwrap_or_default())
            }
        });
        let address = super::client::address(&parts, &app.trusted_proxies);
        let path = parts.uri.path().to_owned();
        let here = parts.uri.path_and_query();
        let here = here.map_or_else(|| path.clone(), ToString::to_string);
        let wish = match parts.method {
            Method::GET | Method::HEAD => here.clone(),
            _ => String::new(),
        };
        Ok(Self {
            app: app.clone(),
            l,
            l10n,
            session,
            now,
            rules,
            path,
            here,
            query,
            wish,
            language_chosen,
            client_ip: address.to_string(),
            network: super::client::network(address),
        })
    }

    /// The frame of a page; `title` is a key of the locale files.
    pub fn page(&self, title: &str) -> Page {
        let title = self.l.t(title);
        self.page_titled(title)
    }

    pub fn page_titled(&self, title: String) -> Page {
        Page::new(self, title)
    }

    /// What the address says after its "?", trimmed; empty when it says nothing.
    pub fn query(&self, name: &str) -> String {
        let found = self.query.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    }

    /// A mailed link speaks its person's language, unless the reader chose another.
    pub fn prefer(&mut self, locale: &str) {
        if !self.language_chosen
            && let Some(l) = self.l10n.find(locale)
        {
            self.l = l;
        }
    }

    pub fn signed_in(&self) -> Result<&SignedIn, WebError> {
        self.session.as_ref().ok_or_else(|| WebError::SignIn(self.wish.clone()))
    }

    /// The institution this person speaks for (their first one).
    pub fn contact(&self) -> Result<(ContactId, InstitutionId), WebError> {
        self.signed_in()?.contact_of.first().copied().ok_or(WebError::NotFound)
    }

    pub fn volunteer(&self) -> Result<VolunteerId, WebError> {
        self.signed_in()?.volunteer.ok_or(WebError::NotFound)
    }

    /// Somebody who runs the pool and has shown their second factor: nothing of the desk without this.
    pub fn coordinator(&self) -> Result<&SignedIn, WebError> {
        let signed_in = self.signed_in()?;
        if signed_in.coordinator {
            Ok(signed_in)
        } else if signed_in.second_factor_missing {
            Err(WebError::SecondFactor(self.wish.clone()))
        } else {
            Err(WebError::NotFound)
        }
    }

    /// An act of the person signed in, now.
    pub fn act(&self) -> Result<Act<'_>, WebError> {
        let signed_in = self.signed_in()?;
        Ok(Act {
            now: self.now,
            ids: &self.app.ids,
            actor: Actor::Person(signed_in.person),
            session: Some(signed_in.session.0),
        })
    }

    pub fn act_as(&self, actor: Actor) -> Act<'_> {
        Act {
            now: self.now,
            ids: &self.app.ids,
            actor,
            session: None,
        }
    }
}

impl FromRequestParts<Shared> for Ctx {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, WebError> {
        Ctx::of(app, parts.clone()).await
    }
}
