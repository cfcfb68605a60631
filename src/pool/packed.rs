//! Many short rows handed over as one text: handing them over one by one takes longer than finding them.

/// Control characters, which the door lets into no text.
pub(super) const BETWEEN_FIELDS: &str = "\u{1f}";
pub(super) const BETWEEN_ROWS: &str = "\u{1e}";

pub(super) fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN_ROWS).filter(|row| !row.is_empty())
}

pub(super) fn fields(row: &str) -> impl Iterator<Item = &str> {
    row.split(BETWEEN_FIELDS)
}
