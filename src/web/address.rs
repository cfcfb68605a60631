//! Local addresses with one more value, or without those that are said only once.

use super::{
    Ctx,
    receipts::{DONE, UNDO, UNDONE},
};

/// The address with one more value, before its "#".
pub fn with(path: &str, name: &str, value: &str) -> String {
    let (page, part) = path
        .split_once('#')
        .map_or((path, None), |(page, part)| (page, Some(part)));
    let mark = if page.contains('?') { '&' } else { '?' };
    let part = part.map(|part| format!("#{part}")).unwrap_or_default();
    format!("{page}{mark}{name}={value}{part}")
}

/// Without what was said only once.
pub(super) fn here(ctx: &Ctx) -> String {
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
