//! The day in a list's filter: what is no day is said beside it, and the list is shown without it.

use chrono::NaiveDate;

use crate::{desks::schedule::dates, web::Ctx};

/// What is longer than any day is cut: the form shows it again.
const LONGEST: usize = 60;

/// `coordinator/day_field.html` shows it.
pub struct DayField {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    /// Empty: it could be read, or nothing was typed.
    pub wrong: String,
}

impl DayField {
    /// `label` and `wrong` are the keys of its words; the latter says what the list shows instead. `read` is what was
    /// understood, `shown` stands in the field then.
    pub fn new(
        ctx: &Ctx,
        name: &'static str,
        (label, wrong): (&str, &str),
        read: Option<NaiveDate>,
        shown: Option<NaiveDate>,
    ) -> Self {
        let typed = ctx.query(name);
        let is_wrong = !typed.trim().is_empty() && read.is_none();
        let wrong = is_wrong.then(|| ctx.l.with(wrong, &[("example", dates::example(ctx).into())]));
        Self {
            name,
            label: ctx.l.t(label),
            value: match shown {
                Some(day) if !is_wrong => ctx.l.date_numeric(day),
                _ => typed.chars().take(LONGEST).collect(),
            },
            wrong: wrong.unwrap_or_default(),
        }
    }
}
