//! What a text is called: the mail or page that it stands in, and its part there. Nobody knows it by its key.

use super::places;
use crate::web::Ctx;

/// So much of a text stands in its heading.
const BEGINNING: usize = 40;

const PARTS: [&str; 4] = ["subject", "title", "lead", "button"];

/// "Mail „Anfrage ist da“, Betreff"
pub fn of(ctx: &Ctx, key: &str) -> String {
    let l = &ctx.l;
    let Some((area, kind)) = places::of(key) else {
        return key.to_owned();
    };
    let stands_in_many = matches!(area, "mail-frame");
    let place = if kind.is_empty() || stands_in_many {
        l.t(&format!("text-area-{area}"))
    } else {
        let name = l.t(&format!("texts-mail-{kind}"));
        l.with("texts-mail", &[("name", name.into())])
    };
    let part = PARTS.into_iter().find(|part| key.ends_with(&format!("-{part}")));
    match part {
        Some(part) => {
            let part = l.t(&format!("texts-part-{part}"));
            l.with("texts-part", &[("place", place.into()), ("part", part.into())])
        }
        None => place,
    }
}

/// Its name and how it begins: what else stands in the same place begins otherwise.
pub fn title(ctx: &Ctx, key: &str, text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    let mut beginning: String = line.chars().take(BEGINNING).collect();
    if beginning.chars().count() < text.trim().chars().count() {
        // Of half a word nobody knows what it says.
        if let Some((whole, _)) = beginning.rsplit_once(' ') {
            beginning = whole.to_owned();
        }
        beginning.push('…');
    }
    let values = [("place", of(ctx, key).into()), ("text", beginning.into())];
    ctx.l.with("texts-edit-title", &values)
}
