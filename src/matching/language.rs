//! Speaks the language, or one the pool accepts instead, well enough; and German.

use super::{candidate::Candidate, reason::Reason, vocabulary::Level, wanted::Wanted};

/// The language a volunteer would work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// In percent; 100 is the language asked for.
    pub strength: u8,
    pub level: Level,
}

pub(super) fn check(wanted: &Wanted, candidate: &Candidate, reasons: &mut Vec<Reason>) {
    match (best_fit(wanted, candidate), wanted.minimum_level) {
        (Some(_), _) => {}
        (None, Some(needed)) => match fits(wanted, candidate).map(|fit| fit.level).max() {
            Some(has) => reasons.push(Reason::LanguageLevel { needed, has }),
            None => reasons.push(Reason::Language),
        },
        (None, None) => reasons.push(Reason::Language),
    }
    if let Some(needed) = wanted.minimum_german
        && candidate.german < needed
    {
        reasons.push(Reason::GermanLevel {
            needed,
            has: candidate.german,
        });
    }
}

/// The closest language spoken well enough.
pub(super) fn best_fit(wanted: &Wanted, candidate: &Candidate) -> Option<Fit> {
    fits(wanted, candidate)
        .filter(|fit| wanted.minimum_level.is_none_or(|needed| fit.level >= needed))
        .max()
}

fn fits<'a>(wanted: &'a Wanted, candidate: &'a Candidate) -> impl Iterator<Item = Fit> + 'a {
    candidate.languages.iter().filter_map(|spoken| {
        let strength = if spoken.language == wanted.language {
            Some(100)
        } else {
            let accepted = wanted
                .neighbours
                .iter()
                .filter(|neighbour| neighbour.language == spoken.language);
            accepted.map(|neighbour| neighbour.strength.min(100)).max()
        };
        strength.map(|strength| Fit {
            strength,
            level: spoken.level,
        })
    })
}
