//! The menu above every page: what is whose.

use super::Ctx;

const MORE: &str = "/desk/more";
const SECOND: [&str; 3] = ["/desk/volunteers", "/desk/institutions", "/desk/figures"];

pub struct NavItem {
    pub href: &'static str,
    pub label: String,
    pub current: bool,
    /// On a phone this one stands under "more" only, so that the menu stays one line.
    pub second: bool,
}

/// The entries, and whether this is a page of the desk.
pub(super) fn of(ctx: &Ctx) -> (Vec<NavItem>, bool) {
    let l = &ctx.l;
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
    (nav, desk)
}
