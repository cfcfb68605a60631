//! Forms: read whole, checked whole, shown again filled in.

use std::borrow::Cow;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::header,
};
use unicode_normalization::UnicodeNormalization;

use super::{WebError, cookies};
use crate::{app::Shared, l10n::Locale, people::session};

/// The fields of a posted form. Its token has been checked against the session, if there is one.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The first value of a field, trimmed and in Unicode's composed form; empty when it was not sent.
    pub fn get(&self, name: &str) -> String {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.trim().nfc().collect())
            .unwrap_or_default()
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.trim().nfc().collect())
            .collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// As they were sent, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// This value and no other.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(key, _)| key != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }
}

impl FromRequest<Shared> for Fields {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, WebError> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let is_form = kind.is_some_and(|kind| kind.split(';').next() == Some("application/x-www-form-urlencoded"));
        let empty = kind.is_none();
        if !is_form && !empty {
            return Err(WebError::MediaType);
        }
        let session_token = cookies::get(request.headers(), cookies::SESSION).map(str::to_owned);
        let bytes = Bytes::from_request(request, app)
            .await
            .map_err(|_| WebError::TooLarge)?;
        if !percent_decodes_to_utf8(&bytes) {
            return Err(WebError::Bad);
        }
        let fields = Self(serde_urlencoded::from_bytes(&bytes).map_err(|_| WebError::Bad)?);
        if let Some(token) = session_token {
            let mut tx = app.db.read().await?;
            let signed_in = session::find(&mut tx, &token, app.clock.now()).await?;
            tx.commit().await?;
            if let Some(signed_in) = signed_in
                && !app
                    .keys
                    .form_token_is_valid(signed_in.session.0, &fields.get("form_token"))
            {
                return Err(WebError::Forbidden);
            }
        }
        Ok(fields)
    }
}

/// serde_urlencoded replaces broken UTF-8 silently; we refuse it.
fn percent_decodes_to_utf8(body: &[u8]) -> bool {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, tail)) = rest.split_first() {
        let pair = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match pair
            .filter(|_| byte == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            Some(decoded) => {
                out.push(decoded);
                rest = &tail[2..];
            }
            None => {
                out.push(byte);
                rest = tail;
            }
        }
    }
    std::str::from_utf8(&out).is_ok()
}

/// What is wrong with a form: field id and message, in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<(Cow<'static, str>, String)>);

impl Problems {
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, message: String) {
        let field = field.into();
        if !self.has(&field) {
            self.0.push((field, message));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|(name, _)| *name == field)
    }

    pub fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, message)| message.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Cow<'static, str>, String)> {
        self.0.iter()
    }

    /// "Bitte prüfen Sie zwei Angaben"
    pub fn summary(&self, l: &Locale) -> String {
        l.with("error-summary", &[("count", self.0.len().into())])
    }
}

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    TooLong,
    /// NUL, control characters, or marks that turn the reading direction.
    NotAllowed,
}

/// One line of text: at most `max` characters, nothing invisible that could mislead.
pub fn check_line(text: &str, max: usize) -> Result<(), TextProblem> {
    check(text, max, |c| c.is_control())
}

/// Several lines: line breaks are allowed.
pub fn check_lines(text: &str, max: usize) -> Result<(), TextProblem> {
    check(text, max, |c| c.is_control() && c != '\n' && c != '\r')
}

fn check(text: &str, max: usize, refused: impl Fn(char) -> bool) -> Result<(), TextProblem> {
    if text
        .chars()
        .any(|c| refused(c) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    {
        return Err(TextProblem::NotAllowed);
    }
    if text.chars().count() > max {
        Err(TextProblem::TooLong)
    } else {
        Ok(())
    }
}
