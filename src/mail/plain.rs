//! The text part of a mail.

use super::letter::{Letter, Row};
use crate::{
    l10n::{Locale, NO_BREAK},
    settings::Rules,
};

const WIDTH: usize = 72;

pub(super) fn text(letter: &Letter, l: &Locale, rules: &Rules) -> String {
    let mut blocks = vec![wrap(&letter.greeting), lead(letter)];
    if let Some(code) = &letter.code {
        blocks.push(format!("  {code}"));
    }
    if let Some(bubble) = &letter.bubble {
        blocks.push(format!(
            "  {}\n  {}",
            bubble.date.to_uppercase(),
            bubble.time.to_uppercase()
        ));
        blocks.push(rows(&bubble.rows));
    }
    blocks.push(rows(&letter.details));
    if let Some(button) = &letter.button {
        blocks.push(format!("{}:\n{}", button.label, button.url));
    }
    blocks.extend(letter.after.iter().map(|line| wrap(line)));
    let pool = rules.pool();
    blocks.push(format!(
        "{}\n{}\n{} {}",
        l.t("mail-regards"),
        pool.desk_person,
        l.t("mail-phone"),
        pool.desk_phone
    ));
    blocks.push(footer(letter, l));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn lead(letter: &Letter) -> String {
    let mut lines = vec![wrap(&letter.lead.join(" "))];
    lines.extend(letter.by.as_deref().map(wrap));
    lines.join("\n")
}

fn rows(rows: &[Row]) -> String {
    let widest = rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0);
    let line = |row: &Row| {
        let gap = " ".repeat(widest - row.label.chars().count());
        format!("  {}:{gap}  {}", row.label, row.value)
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn footer(letter: &Letter, l: &Locale) -> String {
    let mut lines = vec!["--".to_owned()];
    lines.extend(letter.footer.iter().map(|line| wrap(line)));
    if let Some(pause) = &letter.pause {
        lines.push(format!("{} {}:\n{}", l.t("mail-footer-pause"), pause.label, pause.url));
    }
    if let Some(wishes) = &letter.wishes {
        lines.push(format!("{}:\n{}", wishes.label, wishes.url));
    }
    if let Some(own_page) = &letter.own_page {
        lines.push(format!("{}: {}", own_page.label, own_page.url));
    }
    lines.join("\n")
}

/// Breaks at spaces, but not at those that hold a date together.
fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    let breaks = |c: char| c.is_whitespace() && c != NO_BREAK;
    for word in text.split(breaks).filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}
