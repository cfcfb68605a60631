//! Step 3: where, how many, and what else matters.

use super::{Problem, Problems, Step, Typed, identifies};
use crate::{institutions::SiteId, matching::Mode};

/// More than that is an event: somebody has to talk about it first.
pub const MAX_OPENINGS: i64 = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub site: SiteId,
    pub meeting_point: String,
    pub openings: i64,
    pub urgent_reason: Option<String>,
    pub remarks: String,
}

pub fn place(typed: &Typed, sites: &[SiteId]) -> Result<Place, Problems> {
    let mut problems = Vec::new();
    let mut wrong = |field: &'static str, problem| problems.push((Step::Place, field, problem));

    let site = match typed.get("site") {
        "" => {
            wrong("site", Problem::Missing);
            None
        }
        text => {
            let site = text.parse::<SiteId>().ok().filter(|site| sites.contains(site));
            if site.is_none() {
                wrong("site", Problem::NotAChoice);
            }
            site
        }
    };
    let meeting_point = typed.get("meeting_point").to_owned();
    let on_site = typed.get("mode").parse::<Mode>().is_ok_and(Mode::is_on_site);
    if meeting_point.is_empty() && on_site {
        wrong("meeting_point", Problem::Missing);
    }
    let openings = match typed.get("openings") {
        "" => 1,
        text => text
            .parse()
            .ok()
            .filter(|number| (1..=MAX_OPENINGS).contains(number))
            .unwrap_or_else(|| {
                wrong("openings", Problem::NotANumber);
                1
            }),
    };
    let urgent = !typed.get("urgent").is_empty();
    let reason = typed.get("urgent_reason");
    if urgent && reason.is_empty() {
        wrong("urgent_reason", Problem::Missing);
    }
    for field in ["meeting_point", "urgent_reason", "remarks"] {
        if identifies(typed.get(field)) {
            wrong(field, Problem::Identifying);
        }
    }
    let urgent_reason = urgent.then(|| reason.to_owned());
    match site {
        Some(site) if problems.is_empty() => Ok(Place {
            site,
            meeting_point,
            openings,
            urgent_reason,
            remarks: typed.get("remarks").to_owned(),
        }),
        _ => Err(problems),
    }
}
