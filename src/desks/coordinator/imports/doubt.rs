//! A doubt as it is shown, and the answer that a form gives.

use super::words;
use crate::{
    imports::{Kind, answers::Answer, store::StoredDoubt},
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
    /// So short that they stand in one row.
    pub short: bool,
    /// Several may be meant: one name for several languages.
    pub several: bool,
    /// Anything that fits may be typed …
    pub typed: bool,
    pub typed_name: String,
    pub typed_value: String,
    /// … or chosen, where there is a list.
    pub list: Vec<Choice>,
    pub may_be_empty: bool,
    pub empty_text: String,
    pub empty: bool,
    pub leave_out: bool,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

pub fn typed_name(position: i64) -> String {
    format!("typed-{position}")
}

/// Where nothing but leaving the row out helps, nothing can be typed; nor where there are choices.
pub fn is_typed(doubt: &StoredDoubt) -> bool {
    let refused = matches!(doubt.code.as_str(), "overlap" | "not_past" | "no_contact");
    doubt.choices().is_empty() && !refused
}

/// With what was sent, where the page is shown again.
pub fn view(ctx: &Ctx, kind: Kind, doubt: &StoredDoubt, sent: Option<&Fields>) -> DoubtView {
    let answer = sent
        .and_then(|fields| self::answer(fields, doubt))
        .or_else(|| doubt.answer());
    let value = match &answer {
        Some(Answer::Value(value)) => value.clone(),
        _ => String::new(),
    };
    let several = doubt.code == "ambiguous" && matches!(doubt.field.as_str(), "languages");
    let is_chosen = |choice: &str| value == choice || (several && value.split(", ").any(|one| one == choice));
    let choice = |code: String| Choice {
        label: words::answer(ctx, kind, &doubt.field, &code),
        chosen: is_chosen(&code),
        value: code,
    };
    let mut all = doubt.choices();
    let many = all.len() > MOST_CHOICES;
    // What is proposed stands first, and once.
    let proposal = doubt.proposal.clone();
    all.retain(|code| Some(code) != proposal.as_ref());
    let typed = is_typed(doubt);
    let (list, choices): (Vec<Choice>, Vec<Choice>) = match (many, typed) {
        (true, _) => (all.into_iter().map(choice).collect(), Vec::new()),
        (false, true) => (words::list(ctx, &doubt.field, &value), Vec::new()),
        (false, false) => (Vec::new(), all.into_iter().map(choice).collect()),
    };
    let known = proposal.as_ref() == Some(&value) || choices.iter().any(|choice| choice.chosen);
    let language = matches!(doubt.field.as_str(), "languages" | "language_level");
    DoubtView {
        position: doubt.position,
        label: words::field(ctx, &doubt.field),
        cell: words::cell(ctx, doubt),
        text: words::doubt(ctx, kind, &doubt.field, &doubt.code),
        rows: words::rows(ctx, &doubt.rows(), &doubt.about()),
        proposal: proposal.map(choice),
        short: matches!(doubt.field.as_str(), "language_level" | "german"),
        choices,
        several,
        typed: typed || many,
        typed_name: typed_name(doubt.position),
        typed_value: if known { String::new() } else { value },
        list,
        may_be_empty: doubt.may_be_empty,
        empty_text: ctx.l.t(if language {
            "imports-answer-empty-language"
        } else {
            "imports-answer-empty"
        }),
        empty: answer == Some(Answer::Empty),
        leave_out: answer == Some(Answer::LeaveOut),
    }
}

/// What was typed counts before what was ticked, unless it stood there before. `None`: not answered (yet).
pub fn answer(fields: &Fields, doubt: &StoredDoubt) -> Option<Answer> {
    let position = doubt.position;
    let several: Vec<String> = fields.all(&format!("several-{position}"));
    if !several.is_empty() {
        return Some(Answer::Value(several.join(", ")));
    }
    let typed = Some(fields.get(&typed_name(position))).filter(|typed| !typed.is_empty());
    let typed = typed.map(Answer::Value);
    let ticked = match fields.get(&format!("answer-{position}")).as_str() {
        "" => None,
        "empty" => Some(Answer::Empty),
        "leave_out" => Some(Answer::LeaveOut),
        value => value
            .strip_prefix("value:")
            .map(|value| Answer::Value(value.to_owned())),
    };
    match (typed, ticked) {
        (Some(typed), Some(ticked)) if doubt.answer().as_ref() == Some(&typed) => Some(ticked),
        (typed, ticked) => typed.or(ticked),
    }
}
