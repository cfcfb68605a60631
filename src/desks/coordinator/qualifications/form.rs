//! The form in which something shown is noted: what was typed, and what is wrong with it.

use chrono::NaiveDate;

use super::words;
use crate::{
    days,
    people::PersonId,
    qualifications::{self, NewQualification},
    web::{Ctx, Fields, Problems},
};

/// As it was typed, so that the form can come back with it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub kind: String,
    pub seen_on: String,
    pub issued_on: String,
    pub valid_until: String,
}

pub struct KindChoice {
    pub code: String,
    pub name: String,
    pub chosen: bool,
}

impl Typed {
    pub fn read(fields: &Fields) -> Self {
        // What is longer than any date or code is cut: the form shows it again.
        let field = |name: &str| fields.get(name).chars().take(60).collect::<String>();
        Self {
            kind: field("kind"),
            seen_on: field("seen_on"),
            issued_on: field("issued_on"),
            valid_until: field("valid_until"),
        }
    }

    /// What it says, or what is wrong.
    pub fn check(&self, ctx: &Ctx, seen_by: PersonId) -> Result<NewQualification, Problems> {
        let l = &ctx.l;
        let mut problems = Problems::default();
        if self.kind.is_empty() {
            problems.add("kind", l.t("quals-problem-kind-missing"));
        } else if ctx.rules.qualification(&self.kind).is_none() {
            problems.add("kind", l.t("quals-problem-kind"));
        }
        let seen_on = day(ctx, &mut problems, "seen_on", &self.seen_on);
        if self.seen_on.is_empty() {
            problems.add("seen_on", l.t("quals-problem-seen-missing"));
        }
        let issued_on = day(ctx, &mut problems, "issued_on", &self.issued_on);
        let valid_until = day(ctx, &mut problems, "valid_until", &self.valid_until);
        let Some(seen_on) = seen_on.filter(|_| problems.is_empty()) else {
            return Err(problems);
        };
        let shown = NewQualification {
            kind: self.kind.clone(),
            seen_on,
            issued_on,
            valid_until,
            seen_by: Some(seen_by),
        };
        let today = ctx.rules.local(ctx.now).date();
        for problem in qualifications::check(&ctx.rules, today, &shown) {
            let (field, words) = words::problem(l, problem);
            problems.add(field, words);
        }
        if problems.is_empty() { Ok(shown) } else { Err(problems) }
    }
}

/// The kinds to choose from.
pub fn kinds(ctx: &Ctx, chosen: &str, with: impl Fn(&crate::settings::QualificationKind) -> bool) -> Vec<KindChoice> {
    let kinds = ctx.rules.qualifications().iter().filter(|kind| with(kind));
    kinds
        .map(|kind| KindChoice {
            name: kind.name.or_code(ctx.l.code(), &kind.code).to_owned(),
            chosen: kind.code == chosen,
            code: kind.code.clone(),
        })
        .collect()
}

/// One day of the form. Only years that somebody can have meant: a slip of the finger counts for centuries.
fn day(ctx: &Ctx, problems: &mut Problems, field: &'static str, text: &str) -> Option<NaiveDate> {
    if text.is_empty() {
        return None;
    }
    let read = days::read(text);
    let first = NaiveDate::from_ymd_opt(1930, 1, 1);
    let last = NaiveDate::from_ymd_opt(2200, 1, 1);
    let plausible = read.filter(|day| Some(*day) >= first && Some(*day) < last);
    if plausible.is_none() {
        let today = ctx.l.date_numeric(ctx.rules.local(ctx.now).date());
        problems.add(field, ctx.l.with("quals-problem-day", &[("example", today.into())]));
    }
    plausible
}
