//! The chart: one bar a line, drawn by hand. Positions across are percentages, so that text keeps its size.

use super::words::Words;
use crate::statistics::{Figures, Grouping, Table};

/// More bars than this nobody compares; the rest becomes one.
const MOST_BARS: usize = 12;
/// The label in the picture; longer ones are cut there, never in the table.
const LONGEST_LABEL: usize = 28;
const ROW: usize = 46;

pub struct Chart {
    /// The finding.
    pub title: String,
    /// Every bar in words, for whoever does not see the picture.
    pub text: String,
    pub height: usize,
    pub bars: Vec<Bar>,
}

pub struct Bar {
    pub label: String,
    pub number: String,
    pub label_y: usize,
    pub bar_y: usize,
    pub filled: Option<Part>,
    pub unfilled: Option<Part>,
    pub rest: Option<Part>,
}

/// "12.5%"
pub struct Part {
    pub x: String,
    pub width: String,
}

pub fn draw(words: &Words<'_>, by: Grouping, table: &Table) -> Option<Chart> {
    let l = &words.ctx.l;
    let mut lines: Vec<(String, Figures)> = Vec::new();
    for (number, line) in table.lines.iter().enumerate() {
        if by == Grouping::Month || number < MOST_BARS || table.lines.len() == MOST_BARS + 1 {
            lines.push((words.label(by, &line.key), line.figures.clone()));
        } else if number == MOST_BARS {
            let count = table.lines.len() - MOST_BARS;
            lines.push((l.with("figures-more", &[("count", count.into())]), line.figures.clone()));
        } else if let Some((_, rest)) = lines.last_mut() {
            rest.add(&line.figures);
        }
    }
    let longest = lines
        .iter()
        .map(|(_, figures)| figures.places)
        .max()
        .filter(|most| *most > 0)?;
    let said = |(name, figures): &(String, Figures)| {
        l.with(
            "figures-chart-bar",
            &[
                ("name", name.clone().into()),
                ("filled", figures.filled.into()),
                ("places", figures.places.into()),
                ("unfilled", figures.unfilled.into()),
            ],
        )
    };
    Some(Chart {
        title: finding(words, by, table),
        text: lines.iter().map(said).collect::<Vec<_>>().join(" "),
        height: lines.len() * ROW,
        bars: lines
            .iter()
            .enumerate()
            .map(|(number, (label, figures))| bar(words, number, label, figures, longest))
            .collect(),
    })
}

/// Where most places stayed empty; if none did, where most were asked for.
fn finding(words: &Words<'_>, by: Grouping, table: &Table) -> String {
    let most = |count: fn(&Figures) -> i64| {
        let line = table.lines.iter().rev().max_by_key(|line| count(&line.figures))?;
        (count(&line.figures) > 0).then(|| (words.label(by, &line.key), count(&line.figures)))
    };
    let (key, found) = match most(|figures| figures.unfilled) {
        Some(found) => ("figures-chart-unfilled", found),
        None => (
            "figures-chart-asked",
            most(|figures| figures.places).unwrap_or_default(),
        ),
    };
    words
        .ctx
        .l
        .with(key, &[("name", found.0.into()), ("count", found.1.into())])
}

fn bar(words: &Words<'_>, number: usize, label: &str, figures: &Figures, longest: i64) -> Bar {
    let part = |before: i64, length: i64| {
        (length > 0).then(|| Part {
            x: percent(before, longest),
            width: percent(length, longest),
        })
    };
    let (filled, unfilled) = (figures.filled, figures.unfilled);
    let mut short: String = label.chars().take(LONGEST_LABEL).collect();
    if short.len() < label.len() {
        short.push('…');
    }
    Bar {
        label: short,
        number: words.ctx.l.with(
            "figures-chart-number",
            &[("filled", filled.into()), ("places", figures.places.into())],
        ),
        label_y: number * ROW + 16,
        bar_y: number * ROW + 22,
        filled: part(0, filled),
        unfilled: part(filled, unfilled),
        rest: part(filled + unfilled, figures.places - filled - unfilled),
    }
}

/// Of the longest bar, with one decimal.
fn percent(value: i64, of: i64) -> String {
    let tenths = value * 1000 / of;
    format!("{}.{}%", tenths / 10, tenths % 10)
}
