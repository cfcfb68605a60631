//! A few lines that a coordinator types: why something was done.

use crate::web::{
    Ctx, Problems,
    forms::{TextProblem, check_lines},
};

pub const MAX: usize = 300;

pub fn check(ctx: &Ctx, problems: &mut Problems, field: &'static str, text: &str) {
    match check_lines(text, MAX) {
        Ok(()) => {}
        Err(TextProblem::TooLong) => {
            let used = text.chars().count();
            let args = [("max", MAX.into()), ("used", used.into())];
            problems.add(field, ctx.l.with("problem-long-text", &args));
        }
        Err(TextProblem::NotAllowed) => problems.add(field, ctx.l.t("problem-characters")),
    }
}
