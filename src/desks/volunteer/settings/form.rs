//! One question on a page.

use askama::Template;

use super::Part;
use crate::{
    desks::coordinator::volunteers::choices::{self, Choice},
    web::{Ctx, Fields, Page, Problems},
};

#[derive(Template)]
#[template(path = "volunteer/part.html")]
pub struct PartPage {
    page: Page,
    problems: Problems,
    question: String,
    action: String,
    field: &'static str,
    hint: String,
    /// `checkbox` or `radio`; else a line to type.
    kind: &'static str,
    groups: Vec<Group>,
    value: String,
}

pub struct Group {
    /// Empty when there is only one.
    name: String,
    /// One box for all of them.
    whole: Option<Ticked>,
    choices: Vec<Ticked>,
}

struct Ticked {
    value: String,
    label: String,
    ticked: bool,
}

/// A borough that was ticked as a whole.
pub const BOROUGH: &str = "borough";

pub fn page(ctx: &Ctx, part: Part, typed: &Fields, problems: Problems) -> PartPage {
    let l = &ctx.l;
    let chosen = typed.all(part.field());
    let group = |name: String, choices: Vec<Choice>| Group {
        name,
        whole: None,
        choices: choices
            .into_iter()
            .map(|choice| Ticked {
                ticked: chosen.contains(&choice.value),
                value: choice.value,
                label: choice.label,
            })
            .collect(),
    };
    let one = |choices| vec![group(String::new(), choices)];
    let yes_or_no = ["yes", "no"].map(|value| Choice {
        value: value.to_owned(),
        label: l.t(&format!("settings-{value}")),
    });
    let (kind, groups) = match part {
        Part::Modes => ("checkbox", one(choices::modes(ctx))),
        Part::Sectors => ("checkbox", one(choices::sectors(ctx))),
        Part::Districts => {
            let boroughs = choices::boroughs(ctx).into_iter();
            let typed = typed.all(BOROUGH);
            let groups = boroughs.map(|borough| Group {
                whole: Some(Ticked {
                    label: l.with("settings-whole-borough", &[("name", borough.name.clone().into())]),
                    ticked: typed.contains(&borough.code),
                    value: borough.code,
                }),
                ..group(borough.name, borough.districts)
            });
            ("checkbox", groups.collect())
        }
        Part::Consent => ("radio", one(Vec::from(yes_or_no))),
        Part::Mails => ("radio", one(choices::locales(ctx))),
        Part::Travel | Part::Cap | Part::Phone => ("text", Vec::new()),
    };
    let usual = ctx.rules.numbers().travel_max_minutes;
    let question = l.t(&format!("settings-{}-title", part.code()));
    let title = if problems.is_empty() {
        question.clone()
    } else {
        l.with("title-with-error", &[("title", question.clone().into())])
    };
    PartPage {
        page: ctx.page_titled(title),
        question,
        action: format!("/me/settings/{}", part.code()),
        field: part.field(),
        hint: match part {
            Part::Travel => l.with("settings-travel-hint", &[("minutes", usual.into())]),
            other => l.t(&format!("settings-{}-hint", other.code())),
        },
        kind,
        groups,
        value: typed.get(part.field()),
        problems,
    }
}
