//! A doubt as it is shown, and the answer that a form gives.

use super::words;
use crate::{
    imports::{answers::Answer, store::StoredDoubt},
    web::{Ctx, Fields},
};

/// Districts and languages are too many for buttons.
const MOST_CHOICES: usize = 24;

pub struct DoubtView {
    pub position: i64,
    pub label: String,
    pub cell: String,
    pub text: String,
    pub rows: String,
    pub proposal: Option<Choice>,
    pub choices: Vec<Choice>,
    /// Several may be meant: one name for several languages.
    pub several: bool,
    /// Anything that fits may be typed.
    pub typed: bool,
    pub typed_value: String,
    pub may_be_empty: bool,
    pub empty: bool,
    pub leave_out: bool,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

pub fn view(ctx: &Ctx, doubt: &StoredDoubt) -> DoubtView {
    let answer = doubt.answer();
    let value = match &answer {
        Some(Answer::Value(value)) => value.clone(),
        _ => String::new(),
    };
    let several = doubt.code == "ambiguous" && matches!(doubt.field.as_str(), "languages");
    let is_chosen = |choice: &str| value == choice || (several && value.split(", ").any(|one| one == choice));
    let choice = |code: String| Choice {
        label: words::answer(ctx, &doubt.field, &code),
        chosen: is_chosen(&code),
        value: code,
    };
    let mut all = doubt.choices();
    all.truncate(MOST_CHOICES);
    // What is proposed stands first, and once.
    let proposal = doubt.proposal.clone();
    all.retain(|code| Some(code) != proposal.as_ref());
    let choices: Vec<Choice> = all.into_iter().map(choice).collect();
    let refused = matches!(doubt.code.as_str(), "overlap" | "not_past" | "no_contact");
    let typed = doubt.choices().is_empty() && !refused;
    let known = proposal.as_ref() == Some(&value) || choices.iter().any(|choice| choice.chosen);
    DoubtView {
        position: doubt.position,
        label: words::field(ctx, &doubt.field),
        cell: doubt.cell.clone(),
        text: ctx.l.t(&format!("imports-doubt-{}", doubt.code)),
        rows: words::rows(ctx, &doubt.rows()),
        proposal: proposal.map(choice),
        choices,
        several,
        typed,
        typed_value: if known { String::new() } else { value },
        may_be_empty: doubt.may_be_empty,
        empty: answer == Some(Answer::Empty),
        leave_out: answer == Some(Answer::LeaveOut),
    }
}

/// What was typed counts before what was ticked. `None`: not answered (yet).
pub fn answer(fields: &Fields, position: i64) -> Option<Answer> {
    let several: Vec<String> = fields.all(&format!("several-{position}"));
    if !several.is_empty() {
        return Some(Answer::Value(several.join(", ")));
    }
    let typed = fields.get(&format!("typed-{position}"));
    if !typed.is_empty() {
        return Some(Answer::Value(typed));
    }
    match fields.get(&format!("answer-{position}")).as_str() {
        "" => None,
        "empty" => Some(Answer::Empty),
        "leave_out" => Some(Answer::LeaveOut),
        value => value
            .strip_prefix("value:")
            .map(|value| Answer::Value(value.to_owned())),
    }
}
