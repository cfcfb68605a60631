//! The frame of every page, and small answers.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Ctx, Problems, assets};
use crate::l10n::Locale;

/// What the layout needs; every page's template has one as `page`.
pub struct Page {
    pub l: Locale,
    pub title: String,
    /// A form is shown again: the title says so, the heading does not.
    pub failed: bool,
    /// Its own address, for forms that come back to it: without a "#", which would take the focus from a summary of
    /// errors.
    pub here: String,
    pub pool_name: String,
    pub operator: String,
    pub desk_person: String,
    pub desk_phone: String,
    pub desk_phone_link: String,
    pub desk_hours: String,
    pub nav: Vec<NavItem>,
    pub languages: Vec<LanguageLink>,
    /// The token for forms of the session; empty when nobody is signed in.
    pub form_token: String,
    pub user_name: Option<String>,
    /// The coordinator's wide frame.
    pub desk: bool,
    pub style_version: String,
    /// Present in the demo: the bar with the clock.
    pub demo: Option<DemoBar>,
    /// What was typed into the desk's search.
    pub sought: String,
    /// What was just saved can be undone: the act's number, from the address.
    pub undo: Option<uuid::Uuid>,
    /// What was just done, and what follows from it; a handler may say it in its own words.
    pub receipt: Option<String>,
    /// Something was just undone, or could not be any more.
    pub undone: Option<bool>,
}

pub struct NavItem {
    pub href: &'static str,
    pub label: String,
    pub current: bool,
    /// On a phone this one stands under "more" only, so that the menu stays one line.
    pub second: bool,
}

/// After something was saved, the next page's address says so and how to undo it.
pub const UNDO: &str = "undo";
/// After undoing: whether it was possible.
pub const UNDONE: &str = "undone";
/// After something was done that cannot be undone, the next page's address says what; see [`done`].
const DONE: &str = "done";
/// Each has its sentence in the locale files: `receipt-…`.
const RECEIPTS: [&str; 14] = [
    "saved",
    "answered",
    "approved",
    "asked",
    "assigned",
    "cancelled",
    "closed",
    "institution_approved",
    "institution_refused",
    "invited",
    "picked",
    "refused",
    "released",
    "search_changed",
];
/// The same outside the desk: `said-…`.
const SAYINGS: [&str; 13] = [
    "times",
    "times-none",
    "absence-removed",
    "language-waits",
    "language-changed",
    "language-same",
    "language-removed",
    "calendar-made",
    "calendar-renewed",
    "calendar-ended",
    "wishes",
    "forecast",
    "resumed",
];
const MORE: &str = "/desk/more";
const SECOND: [&str; 3] = ["/desk/volunteers", "/desk/institutions", "/desk/figures"];

pub struct LanguageLink {
    pub code: String,
    pub name: String,
    pub direction: &'static str,
}

pub struct DemoBar {
    pub clock: String,
    /// Where the clock's buttons lead back to.
    pub back: String,
}

impl Page {
    #[must_use]
    pub fn failing(mut self, problems: &Problems) -> Self {
        self.failed = !problems.is_empty();
        self
    }

    pub(super) fn new(ctx: &Ctx, title: String) -> Self {
        let l = ctx.l.clone();
        let mut nav = Vec::new();
        let mut item = |href: &'static str, key: &str| {
            let current = ctx.path == href || (href != "/" && ctx.path.starts_with(&format!("{href}/")));
            nav.push(NavItem {
                href,
                label: l.t(key),
                current,
                second: SECOND.contains(&href),
            });
        };
        let mut desk = false;
        if let Some(session) = &ctx.session {
            if session.coordinator {
                desk = ctx.path.starts_with("/desk");
                item("/desk", "nav-today");
                item("/desk/week", "nav-week");
                item("/desk/requests", "nav-requests");
                item("/desk/volunteers", "nav-volunteers");
                item("/desk/institutions", "nav-institutions");
                item("/desk/figures", "nav-figures");
                // Everything else of the desk: desks/coordinator/more.rs.
                item(MORE, "nav-more");
            }
            if !session.contact_of.is_empty() {
                item("/requests", "nav-requests");
            }
            if session.volunteer.is_some() {
                item("/me", "nav-my-page");
            }
        }
        // A page that has no entry of its own is found under "more".
        if desk && ctx.path != "/desk" && nav.iter().all(|n| !n.current || n.href == "/desk") {
            for entry in &mut nav {
                entry.current = entry.href == MORE;
            }
        }
        // The most specific entry is the current one.
        if let Some(longest) = nav.iter().filter(|n| n.current).map(|n| n.href.len()).max() {
            for entry in &mut nav {
                entry.current = entry.current && entry.href.len() == longest;
            }
        }
        let pool = ctx.rules.pool();
        let languages = ctx
            .l10n
            .all()
            .filter(|other| other.code() != l.code())
            .map(|other| LanguageLink {
                code: other.code().to_owned(),
                name: other.t("locale-name"),
                direction: other.direction(),
            })
            .collect();
        Self {
            title,
            failed: false,
            here: here(ctx),
            pool_name: pool.name.clone(),
            operator: pool.operator.clone(),
            desk_person: pool.desk_person.clone(),
            desk_phone: pool.desk_phone.clone(),
            desk_phone_link: phone_link(&pool.desk_phone),
            desk_hours: pool.desk_phone_hours.or_code(l.code(), "").to_owned(),
            nav,
            languages,
            form_token: ctx
                .session
                .as_ref()
                .map(|s| ctx.app.keys.form_token(s.session.0))
                .unwrap_or_default(),
            user_name: ctx.session.as_ref().map(|s| s.name.clone()),
            desk,
            style_version: assets::style_version(),
            demo: ctx.app.demo.as_ref().map(|_| DemoBar {
                clock: l.moment(ctx.now, ctx.rules.zone()),
                back: ctx.path.clone(),
            }),
            sought: if desk && ctx.path == "/desk/search" {
                ctx.query("q")
            } else {
                String::new()
            },
            undo: ctx.query(UNDO).parse().ok().filter(|_| desk),
            receipt: match ctx.query(DONE) {
                code if desk && RECEIPTS.contains(&code.as_str()) => Some(l.t(&format!("receipt-{code}"))),
                code if !desk && SAYINGS.contains(&code.as_str()) => Some(l.t(&format!("said-{code}"))),
                _ => None,
            },
            undone: match ctx.query(UNDONE).as_str() {
                "yes" if desk => Some(true),
                "no" if desk => Some(false),
                _ => None,
            },
            l,
        }
    }

    pub fn t(&self, key: &str) -> String {
        self.l.t(key)
    }
}

/// The address with one more value, before its "#".
pub fn with(path: &str, name: &str, value: &str) -> String {
    let (page, part) = path
        .split_once('#')
        .map_or((path, None), |(page, part)| (page, Some(part)));
    let mark = if page.contains('?') { '&' } else { '?' };
    let part = part.map(|part| format!("#{part}")).unwrap_or_default();
    format!("{page}{mark}{name}={value}{part}")
}

/// The way to a page that says what was just done: one of [`RECEIPTS`] at the desk, of [`SAYINGS`] elsewhere.
pub fn done(path: &str, what: &'static str) -> String {
    with(path, DONE, what)
}

/// Without what was said only once.
fn here(ctx: &Ctx) -> String {
    let Some((path, query)) = ctx.here.split_once('?') else {
        return ctx.here.clone();
    };
    let once = [DONE, UNDO, UNDONE];
    let left: Vec<&str> = query
        .split('&')
        .filter(|pair| !once.contains(&pair.split('=').next().unwrap_or_default()))
        .collect();
    if left.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", left.join("&"))
    }
}

/// "0251 555 0110" as a `tel:` link.
fn phone_link(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) => format!("tel:+49{rest}"),
        None => format!("tel:{digits}"),
    }
}

#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorTemplate {
    pub page: Page,
    pub text: String,
}

/// A page, or a plain 500 when its template fails.
pub fn html(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "a template failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The form again, with what is wrong: 422.
pub fn unprocessable(template: &impl Template) -> Response {
    html(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// After a POST: go and GET that local path.
pub fn see_other(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, path.to_owned())]).into_response()
}
