//! Where a page's way back leads: to the list as it was filtered, where the address says so in `from`.

use crate::web::{Ctx, address::with as one_more, forms::check_line};

/// The pages that may be named, and how they are called. Nothing else is ever led to.
const LISTS: [(&str, &str); 5] = [
    ("/desk/requests", "nav-requests"),
    ("/desk/volunteers", "nav-volunteers"),
    ("/desk/institutions", "nav-institutions"),
    ("/desk/week", "nav-week"),
    ("/desk/search", "find-title"),
];

/// Longer addresses are nobody's list.
const LONGEST: usize = 1000;

pub struct Back {
    pub href: String,
    pub label: String,
}

/// To where somebody came from; else to that list.
pub fn to(ctx: &Ctx, list: &'static str) -> Back {
    let from = ctx.query("from");
    let known = |href: &str| {
        let (page, _) = href.split_once('?').unwrap_or((href, ""));
        LISTS.iter().find(|(path, _)| *path == page)
    };
    let named = known(&from).filter(|_| check_line(&from, LONGEST).is_ok());
    let label = named.or_else(|| known(list)).map_or("frame-back", |(_, label)| *label);
    Back {
        href: if named.is_some() { from } else { list.to_owned() },
        label: ctx.l.t(label),
    }
}

/// The way to a page that leads back to this list; a list without a filter needs no word.
pub fn with(href: &str, list: &str) -> String {
    match list.split_once('?') {
        Some((_, query)) if !query.is_empty() => {
            let coded = serde_urlencoded::to_string([("from", list)]).unwrap_or_default();
            one_more(href, "from", coded.trim_start_matches("from="))
        }
        _ => href.to_owned(),
    }
}
