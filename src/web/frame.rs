//! The frame of every page.

use super::{
    Ctx, Problems, address, assets,
    menu::{self, NavItem},
    receipts,
};
use crate::{l10n::Locale, phone};

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
        let (nav, desk) = menu::of(ctx);
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
            here: address::here(ctx),
            pool_name: pool.name.clone(),
            operator: pool.operator.clone(),
            desk_person: pool.desk_person.clone(),
            desk_phone: pool.desk_phone.clone(),
            desk_phone_link: phone::link(&pool.desk_phone),
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
            undo: ctx.query(receipts::UNDO).parse().ok().filter(|_| desk),
            receipt: receipts::said(ctx, desk),
            undone: receipts::undone(ctx).filter(|_| desk),
            l,
        }
    }

    pub fn t(&self, key: &str) -> String {
        self.l.t(key)
    }
}
