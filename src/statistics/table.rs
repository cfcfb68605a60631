//! Outcomes, summed by one of their properties.

use std::collections::BTreeMap;

use super::{Figures, Outcome, Period};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    Month,
    Language,
    Sector,
    District,
    Institution,
}

impl Grouping {
    pub const ALL: [Grouping; 5] = [
        Grouping::Month,
        Grouping::Language,
        Grouping::Sector,
        Grouping::District,
        Grouping::Institution,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Grouping::Month => "month",
            Grouping::Language => "language",
            Grouping::Sector => "sector",
            Grouping::District => "district",
            Grouping::Institution => "institution",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    fn key(self, outcome: &Outcome) -> String {
        match self {
            Grouping::Month => outcome.month().to_string(),
            Grouping::Language => outcome.language.clone(),
            Grouping::Sector => outcome.sector.clone(),
            Grouping::District => outcome.district.clone(),
            Grouping::Institution => outcome.institution.to_string(),
        }
    }
}

/// A code, "2026-03" or an institution's id, and its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub key: String,
    pub figures: Figures,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub lines: Vec<Line>,
    pub total: Figures,
}

/// Months in their order, the empty ones too; all else with the most places first.
pub fn table(outcomes: &[Outcome], by: Grouping, period: Period) -> Table {
    let mut groups: BTreeMap<String, Figures> = BTreeMap::new();
    if by == Grouping::Month {
        groups.extend(period.months().map(|month| (month.to_string(), Figures::default())));
    }
    let mut total = Figures::default();
    for outcome in outcomes {
        let figures = outcome.figures();
        total.add(&figures);
        groups.entry(by.key(outcome)).or_default().add(&figures);
    }
    let mut lines: Vec<Line> = groups.into_iter().map(|(key, figures)| Line { key, figures }).collect();
    if by != Grouping::Month {
        lines.sort_by(|a, b| b.figures.places.cmp(&a.figures.places).then(a.key.cmp(&b.key)));
    }
    Table { lines, total }
}
