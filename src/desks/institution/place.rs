//! Step 3 of the form: the place, and what else matters.

use askama::Template;

use super::{
    drafts::{self, FieldSpec, Writing, line},
    sites::SiteLine,
    steps::StepPage,
    writer::Frame,
};
use crate::{
    matching::Mode,
    requests::draft::{self, MAX_OPENINGS, Step, Typed},
    web::{Ctx, Page, Problems},
};

#[derive(Template)]
#[template(path = "institution/where.html")]
pub struct Where {
    page: Page,
    frame: Frame,
    typed: Typed,
    problems: Problems,
    sites: Vec<SiteLine>,
    /// What the number of people can be.
    numbers: Vec<String>,
    /// Nobody travels: the words are others then.
    afar: Option<Mode>,
}

impl StepPage for Where {
    const STEP: Step = Step::Place;
    const FIELDS: &'static [FieldSpec] = &[
        line("site", 40),
        line("meeting_point", 200),
        line("openings", 8),
        line("urgent", 8),
        line("urgent_reason", 200),
        FieldSpec {
            name: "remarks",
            max: 300,
            lines: true,
        },
    ];
    const NEXT: &'static str = "check";

    fn check(_ctx: &Ctx, writing: &Writing<'_>) -> Result<(), draft::Problems> {
        draft::place(&writing.draft.typed, &writing.asker.sites).map(drop)
    }

    fn page(ctx: &Ctx, writing: &Writing<'_>, problems: Problems) -> Self {
        let mut typed = writing.draft.typed.clone();
        // Who has one site need not choose it.
        if let [only] = &writing.sites[..]
            && typed.get("site").is_empty()
        {
            typed.set("site", only.id.to_string());
        }
        if typed.get("openings").is_empty() {
            typed.set("openings", "1");
        }
        let afar = typed.get("mode").parse::<Mode>().ok().filter(|mode| !mode.is_on_site());
        let title = afar.map_or("where-title", |_| "where-title-afar");
        Self {
            page: ctx.page_titled(drafts::title(ctx, title, &problems)),
            afar,
            frame: writing.frame(ctx),
            typed,
            problems,
            sites: writing
                .sites
                .iter()
                .map(|site| SiteLine::of(site, &ctx.rules))
                .collect(),
            numbers: (1..=MAX_OPENINGS).map(|number| number.to_string()).collect(),
        }
    }
}
