//! What the page of a text says after it was saved or taken back, and what is planned.

use super::{Place, forms, history};
use crate::{settings::TextVersion, wall, web::Ctx};

/// In the page's address.
pub const SAVED: &str = "text_saved";
pub const SAME: &str = "text_same";
pub const UNDONE: &str = "text_undone";
pub const ORIGINAL: &str = "text_original";

/// What will be read instead of what is read today.
pub struct Planned {
    /// "Ab 15.03.2027 gilt:"
    pub when: String,
    /// None: the program's own.
    pub text: Option<String>,
}

/// In words of their own where a day belongs into them.
pub fn receipt(ctx: &Ctx, versions: &[TextVersion]) -> Option<String> {
    let l = &ctx.l;
    match ctx.query("done").as_str() {
        SAVED => {
            let newest = versions.iter().max_by_key(|version| version.recorded_at);
            let ahead = newest.filter(|version| version.valid_from > ctx.now);
            Some(match ahead {
                Some(version) => l.with("texts-said-planned", &[("date", day(ctx, version).into())]),
                None => l.t("texts-said-saved"),
            })
        }
        SAME => Some(l.t("texts-said-same")),
        UNDONE => Some(l.t("texts-said-undone")),
        ORIGINAL => Some(l.t("texts-said-original")),
        _ => None,
    }
}

/// The next version that is not read yet.
pub fn planned(ctx: &Ctx, versions: &[TextVersion]) -> Option<Planned> {
    let standing = history::standing(versions);
    let ahead = standing.into_iter().filter(|version| version.valid_from > ctx.now);
    let next = ahead.min_by_key(|version| version.valid_from)?;
    Some(Planned {
        when: ctx.l.with("texts-planned", &[("date", day(ctx, next).into())]),
        text: next.text.as_deref().map(|text| forms::shown(ctx, text)),
    })
}

fn day(ctx: &Ctx, version: &TextVersion) -> String {
    ctx.l.date_numeric(wall::day_of(ctx.rules.zone(), version.valid_from))
}

/// The page, saying it.
pub fn path(place: &Place, what: &str) -> String {
    format!("{}?done={what}", place.path())
}
