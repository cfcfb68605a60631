//! Step 2 of the form: the date.

use askama::Template;
use chrono::{Datelike, Days};

use super::{
    drafts::{self, FieldSpec, Writing, line},
    steps::StepPage,
    writer::Frame,
};
use crate::{
    matching::Mode,
    requests::draft::{self, Step, Typed},
    settings::LateRequests,
    web::{Ctx, Page, Problems},
};

struct ModeChoice {
    code: &'static str,
    name: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "institution/when.html")]
pub struct When {
    page: Page,
    frame: Frame,
    typed: Typed,
    problems: Problems,
    modes: Vec<ModeChoice>,
    /// A day that would be early enough, as an example.
    example: String,
    max_hours: String,
    /// How early to ask, in words.
    notice: String,
    /// What happens to whoever asks later.
    late: String,
    /// The alternative date has been touched: its part of the page is open.
    alternative: bool,
}

impl StepPage for When {
    const STEP: Step = Step::When;
    const FIELDS: &'static [FieldSpec] = &[
        line("day", 20),
        line("month", 20),
        line("year", 20),
        line("start", 20),
        line("end", 20),
        line("mode", 20),
        line("alt_day", 20),
        line("alt_month", 20),
        line("alt_year", 20),
        line("alt_start", 20),
        line("alt_end", 20),
    ];
    const NEXT: &'static str = "where";

    fn check(ctx: &Ctx, writing: &Writing<'_>) -> Result<(), draft::Problems> {
        let own = writing.draft.owner.filed_by.is_none();
        draft::when(&writing.draft.typed, &ctx.rules, ctx.now, own).map(drop)
    }

    fn page(ctx: &Ctx, writing: &Writing<'_>, problems: Problems) -> Self {
        let typed = writing.draft.typed.clone();
        let today = ctx.rules.local(ctx.now).date();
        let example = today.checked_add_days(Days::new(14)).unwrap_or(today);
        Self {
            page: ctx.page_titled(drafts::title(ctx, "when-title", &problems)),
            frame: writing.frame(ctx),
            alternative: Self::FIELDS
                .iter()
                .any(|spec| spec.name.starts_with("alt_") && !typed.get(spec.name).is_empty()),
            typed,
            problems,
            modes: Mode::ALL
                .iter()
                .map(|mode| ModeChoice {
                    code: mode.as_str(),
                    name: ctx.l.t(&format!("mode-{mode}")),
                    hint: ctx.l.t(&format!("when-mode-hint-{mode}")),
                })
                .collect(),
            example: format!("{} {} {}", example.day(), example.month(), example.year()),
            max_hours: ctx.rules.numbers().max_hours.to_string(),
            notice: ctx.rules.late().request.words(&ctx.l),
            late: match ctx.rules.late().later_requests {
                LateRequests::Try => ctx.l.t("when-side-late-text"),
                LateRequests::Refuse => ctx.l.t("when-side-refused-text"),
            },
        }
    }
}
