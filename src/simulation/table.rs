//! The table of what policies did: means over worlds, and the differences world by world.

use std::fmt::Write;

use super::{measure::Measures, outcome::Outcome};

/// Whatever a policy is compared with.
const REFERENCE: &str = "broadcast";

struct Column {
    heading: &'static str,
    digits: usize,
    of: fn(&Measures) -> Option<f64>,
}

const COLUMNS: &[Column] = &[
    column("fill %", 1, |it| Some(it.fill)),
    column("% of optimum", 1, |it| it.percent_of_optimum),
    column("p50 h", 1, |it| Some(it.hours_to_fill_p50)),
    column("p90 h", 1, |it| Some(it.hours_to_fill_p90)),
    column("mails per fill", 2, |it| Some(it.mails_per_fill)),
    column("mails per person, week", 2, |it| Some(it.mails_per_volunteer_week)),
    column("weeks > 5 mails %", 1, |it| Some(it.weeks_above_5_mails)),
    column("most in 7 days", 0, |it| Some(it.most_mails_in_7_days as f64)),
    column("Gini", 2, |it| Some(it.gini)),
    column("rare free %", 1, |it| Some(it.rare_language_free)),
    column("short notice fill %", 1, |it| Some(it.short_notice_fill)),
    column("given back, refilled %", 1, |it| Some(it.refilled)),
    column("… recoverable %", 1, |it| Some(it.recoverable_refilled)),
];

const fn column(heading: &'static str, digits: usize, of: fn(&Measures) -> Option<f64>) -> Column {
    Column { heading, digits, of }
}

/// In Markdown: means ± standard deviation over the worlds; then the differences to the reference on the same worlds.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut policies: Vec<&str> = Vec::new();
    for outcome in outcomes {
        if !policies.contains(&outcome.policy.as_str()) {
            policies.push(&outcome.policy);
        }
    }
    let of = |policy: &str| -> Vec<&Outcome> { outcomes.iter().filter(|one| one.policy == policy).collect() };
    let worlds = policies.first().map_or(0, |policy| of(policy).len());
    let rows = policies.iter().map(|policy| {
        let mine = of(policy);
        let cell = |column: &Column| {
            let values: Option<Vec<f64>> = mine.iter().map(|one| (column.of)(&one.measures)).collect();
            spread(values, column.digits, false)
        };
        (policy.to_string(), COLUMNS.iter().map(cell).collect())
    });
    let mut text = format!("{worlds} world(s): mean ± standard deviation\n\n");
    write_table(&mut text, rows.collect());
    let reference = of(REFERENCE);
    let others: Vec<&str> = policies.into_iter().filter(|policy| *policy != REFERENCE).collect();
    if reference.is_empty() || others.is_empty() {
        return text;
    }
    let rows = others.into_iter().map(|policy| {
        let pairs: Vec<_> = of(policy).into_iter().zip(&reference).collect();
        let cell = |column: &Column| {
            let difference = |(one, other): &(&Outcome, &&Outcome)| {
                Some((column.of)(&one.measures)? - (column.of)(&other.measures)?)
            };
            spread(pairs.iter().map(difference).collect(), column.digits, true)
        };
        (policy.to_owned(), COLUMNS.iter().map(cell).collect())
    });
    text.push_str("\nDifferences to broadcast on the same worlds\n\n");
    write_table(&mut text, rows.collect());
    text
}

/// `None`: at least one of the values is not known.
fn spread(values: Option<Vec<f64>>, digits: usize, signed: bool) -> String {
    let Some(values) = values.filter(|values| !values.is_empty()) else {
        return "–".to_owned();
    };
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let mean_text = if signed {
        format!("{mean:+.digits$}")
    } else {
        format!("{mean:.digits$}")
    };
    if values.len() < 2 {
        return mean_text;
    }
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    format!("{mean_text} ± {:.digits$}", (squares / (count - 1.0)).sqrt())
}

fn write_table(text: &mut String, rows: Vec<(String, Vec<String>)>) {
    let mut lines = vec![vec!["policy".to_owned()]];
    lines[0].extend(COLUMNS.iter().map(|column| column.heading.to_owned()));
    lines.extend(rows.into_iter().map(|(policy, cells)| {
        let mut line = vec![policy];
        line.extend(cells);
        line
    }));
    let width = |at: usize| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..=COLUMNS.len()).map(width).collect();
    for (number, line) in lines.iter().enumerate() {
        for (cell, width) in line.iter().zip(&widths) {
            let _ = write!(text, "| {cell:width$} ");
        }
        text.push_str("|\n");
        if number == 0 {
            for width in &widths {
                let _ = write!(text, "|-{}-", "-".repeat(*width));
            }
            text.push_str("|\n");
        }
    }
}
