//! Who fits, in the order in which they would be asked, and for everyone else every reason why not.

use std::collections::HashMap;

use super::{reasons, steps::find, tasks::Phone};
use crate::{
    l10n::Locale,
    matching::{self, Level, RankPart, RankPartKind, Reason, Verdict},
    requests::{Request, candidates::Assessed},
    volunteers::VolunteerId,
    web::Ctx,
};

/// So many parts are named beside a candidate; all of them are one click away.
const BEST: usize = 2;

pub struct Candidate {
    pub rank: usize,
    pub name: String,
    pub points: String,
    /// What speaks for them most.
    pub best: String,
    pub parts: Vec<Part>,
    pub href: String,
    pub phone: Option<Phone>,
    /// Where they are assigned by hand; none: no place is free.
    pub assign: Option<String>,
}

/// One named part of a rank.
pub struct Part {
    kind: RankPartKind,
    pub name: String,
    /// With its sign.
    pub points: String,
    pub measured: String,
}

pub struct WhyNot {
    pub name: String,
    pub sentences: Vec<String>,
    /// Speaks the language: the answer that is looked for most.
    pub speaks: bool,
    /// Where all of it may be overridden.
    pub assign: Option<String>,
}

/// Whose "why not" is wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub volunteer: Option<VolunteerId>,
    /// Part of a name, in any case.
    pub name: String,
}

impl Wanted {
    fn everybody(&self) -> bool {
        self.volunteer.is_none() && self.name.is_empty()
    }

    fn matches(&self, one: &Assessed) -> bool {
        let named = self.name.is_empty() || one.name.to_lowercase().contains(&self.name.to_lowercase());
        self.volunteer.is_none_or(|wanted| wanted == one.volunteer) && named
    }
}

/// `phones`: of those who have one.
pub fn fitting(
    ctx: &Ctx,
    request: &Request,
    assessed: &[Assessed],
    phones: &HashMap<VolunteerId, String>,
) -> Vec<Candidate> {
    let by_id: HashMap<_, _> = assessed.iter().map(|one| (one.volunteer.0, one)).collect();
    let order = matching::ranked(assessed.iter().map(|one| &one.assessment));
    let ranked = order.iter().filter_map(|one| by_id.get(&one.volunteer)).enumerate();
    ranked
        .filter_map(|(place, one)| match &one.assessment.verdict {
            Verdict::Eligible { rank, .. } => Some(Candidate {
                rank: place + 1,
                name: one.name.clone(),
                points: ctx
                    .l
                    .with("desk-request-points", &[("points", signed(rank.points()).into())]),
                best: best(&ctx.l, &rank.parts),
                href: format!("/desk/volunteers/{}", one.volunteer),
                phone: Phone::new(one.name.clone(), phones.get(&one.volunteer).cloned()),
                parts: with_the_others(&ctx.l, parts(&ctx.l, &rank.parts), one, assessed),
                assign: assign(ctx, request, one),
            }),
            Verdict::NotEligible { .. } => None,
        })
        .collect()
}

/// "Bekannt, Niveau"
fn best(l: &Locale, parts: &[RankPart]) -> String {
    let mut best: Vec<&RankPart> = parts.iter().filter(|part| part.points > 0).collect();
    best.sort_by_key(|part| std::cmp::Reverse(part.points));
    let names = best
        .iter()
        .take(BEST)
        .map(|part| l.t(&format!("desk-rank-{}", part.kind.code())));
    names.collect::<Vec<_>>().join(", ")
}

/// Those nearest to fitting first. Whoever is asked for by name is answered also when they fit.
pub fn why_not(ctx: &Ctx, request: &Request, assessed: &[Assessed], wanted: &Wanted) -> Vec<WhyNot> {
    let places = matching::ranked(assessed.iter().map(|one| &one.assessment));
    let mut rows: Vec<(usize, WhyNot)> = assessed
        .iter()
        .filter(|one| wanted.matches(one))
        .filter_map(|one| {
            let reasons = one.assessment.reasons();
            if request.assignments.iter().any(|held| held.volunteer == one.volunteer) {
                let row = WhyNot {
                    name: one.name.clone(),
                    sentences: vec![ctx.l.t("desk-request-why-not-comes")],
                    speaks: true,
                    assign: None,
                };
                return Some((0, row));
            }
            if reasons.is_empty() {
                let place = places.iter().position(|other| other.volunteer == one.volunteer.0)? + 1;
                let fits = ctx
                    .l
                    .with("desk-request-why-not-fits", &[("rank", place.to_string().into())]);
                let row = WhyNot {
                    name: one.name.clone(),
                    sentences: vec![fits],
                    speaks: true,
                    assign: assign(ctx, request, one),
                };
                return (!wanted.everybody()).then_some((0, row));
            }
            let sentence = |reason| reasons::sentence(&ctx.l, &ctx.rules, request.mode, reason);
            let row = WhyNot {
                name: one.name.clone(),
                sentences: reasons.iter().map(sentence).collect(),
                speaks: !reasons.contains(&Reason::Language),
                assign: assign(ctx, request, one),
            };
            Some((reasons.len(), row))
        })
        .collect();
    // Stable: within the same number of reasons by name, as they came.
    rows.sort_by_key(|(reasons, _)| *reasons);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// With one date in reach at least: the page behind it says which, and why not the others.
fn assign(ctx: &Ctx, request: &Request, one: &Assessed) -> Option<String> {
    let comes = request
        .assignments
        .iter()
        .any(|assignment| assignment.volunteer == one.volunteer);
    if comes || !find::has_an_empty_place(ctx, request) {
        return None;
    }
    let may = |reasons: &[Reason]| reasons.iter().all(Reason::may_be_overridden);
    let of_the_dates: Vec<&Reason> = one.assessment.slots.iter().flat_map(|slot| &slot.reasons).collect();
    let reasons = one.assessment.reasons().iter();
    let mut of_the_person = reasons.filter(|reason| !of_the_dates.contains(reason));
    let possible =
        of_the_person.all(Reason::may_be_overridden) && one.assessment.slots.iter().any(|slot| may(&slot.reasons));
    possible.then(|| format!("{}/assignments/new?volunteer={}", find::path(request), one.volunteer))
}

/// As they are counted now, or as they were when somebody was asked.
pub fn parts(l: &Locale, parts: &[RankPart]) -> Vec<Part> {
    parts.iter().map(|part| view(l, part)).collect()
}

/// The own load says little without that of the others who speak the language.
fn with_the_others(l: &Locale, mut parts: Vec<Part>, one: &Assessed, assessed: &[Assessed]) -> Vec<Part> {
    let others = assessed
        .iter()
        .filter(|other| other.volunteer != one.volunteer && speaks(other));
    let (count, load) = others.fold((0, 0), |(count, load), other| {
        (count + 1, load + u64::from(other.recent_assignments))
    });
    if count == 0 {
        return parts;
    }
    let tenths = (load * 20 + count) / (count * 2);
    for part in parts.iter_mut().filter(|part| part.kind == RankPartKind::Fairness) {
        let args = [
            ("own", part.measured.clone().into()),
            ("whole", (tenths / 10).into()),
            ("tenth", (tenths % 10).into()),
        ];
        // "0,0 on average" says it in a way that nobody speaks.
        let key = match (load, tenths) {
            (0, _) => "desk-rank-fairness-others-none",
            (_, 0) => "desk-rank-fairness-others-hardly",
            _ => "desk-rank-fairness-others",
        };
        part.measured = l.with(key, &args);
    }
    parts
}

fn speaks(one: &Assessed) -> bool {
    !one.assessment.reasons().contains(&Reason::Language)
}

fn view(l: &Locale, part: &RankPart) -> Part {
    let key = format!("desk-rank-{}", part.kind.code());
    let measured = match part.kind {
        RankPartKind::LanguageLevel => {
            let steps = usize::try_from(part.measured).unwrap_or(usize::MAX);
            let level = Level::ALL
                .get(steps)
                .map(|level| reasons::level(l, *level))
                .unwrap_or_default();
            l.with(&format!("{key}-measured"), &[("level", level.into())])
        }
        // In percent, as people say it.
        RankPartKind::Forecast => {
            let percent = (part.measured + 5) / 10;
            l.with(&format!("{key}-measured"), &[("measured", percent.into())])
        }
        _ => l.with(&format!("{key}-measured"), &[("measured", part.measured.into())]),
    };
    Part {
        kind: part.kind,
        name: l.t(&key),
        points: signed(part.points),
        measured,
    }
}

/// "+3", "0", "−12" with a real minus.
pub fn signed(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("\u{2212}{}", points.unsigned_abs()),
    }
}
