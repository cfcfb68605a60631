//! Step 1 of the form: the conversation.

use askama::Template;

use super::{
    drafts::{self, FieldSpec, Writing, line},
    steps::StepPage,
    writer::Frame,
};
use crate::{
    requests::draft::{self, Step, Typed},
    settings::Verdict,
    web::{Ctx, Page, Problems},
};

/// Something to choose: what is sent, and what is read.
struct Choice {
    code: String,
    name: String,
}

#[derive(Template)]
#[template(path = "institution/conversation.html")]
pub struct Conversation {
    page: Page,
    frame: Frame,
    typed: Typed,
    problems: Problems,
    /// What the typed language may mean.
    languages: Vec<Choice>,
    occasions: Vec<Choice>,
    /// Topics that the pool helps with only sometimes, or never.
    topics: Vec<Choice>,
    genders: Vec<Choice>,
}

impl StepPage for Conversation {
    const STEP: Step = Step::Conversation;
    const FIELDS: &'static [FieldSpec] = &[
        line("language", 80),
        line("language_choice", 20),
        line("occasion", 80),
        line("topic", 80),
        line("gender_wish", 20),
        line("gender", 20),
        line("same_volunteer", 8),
    ];
    const NEXT: &'static str = "when";

    fn check(ctx: &Ctx, writing: &Writing<'_>) -> Result<(), draft::Problems> {
        draft::conversation(&writing.draft.typed, &ctx.rules, &writing.asker.sector).map(drop)
    }

    fn page(ctx: &Ctx, writing: &Writing<'_>, problems: Problems) -> Self {
        let locale = ctx.l.code();
        let rules = &ctx.rules;
        let choice = |code: &str, name: String| Choice {
            code: code.to_owned(),
            name,
        };
        let named = |code: &str, name: &crate::settings::Names| choice(code, name.or_code(locale, code).to_owned());
        Self {
            page: ctx.page_titled(drafts::title(ctx, "conversation-title", &problems)),
            frame: writing.frame(ctx),
            typed: writing.draft.typed.clone(),
            languages: draft::choices(&writing.draft.typed, rules)
                .iter()
                .map(|code| choice(code, rules.language_name(code, locale).to_owned()))
                .collect(),
            occasions: rules
                .occasions_of(&writing.asker.sector)
                .map(|it| named(&it.code, &it.name))
                .collect(),
            topics: rules
                .topics()
                .iter()
                .filter(|topic| topic.verdict != Verdict::Allow)
                .map(|it| named(&it.code, &it.name))
                .collect(),
            genders: crate::matching::Gender::ALL
                .iter()
                .map(|gender| choice(gender.as_str(), ctx.l.t(&format!("gender-{gender}"))))
                .collect(),
            problems,
        }
    }
}
