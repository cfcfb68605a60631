//! What a line, a filter and a period are called.

use std::collections::HashMap;

use super::address::View;
use crate::{
    institutions::InstitutionId,
    statistics::{Grouping, Month, Period},
    web::Ctx,
};

pub struct Words<'a> {
    pub ctx: &'a Ctx,
    institutions: HashMap<String, &'a str>,
}

impl<'a> Words<'a> {
    pub fn new(ctx: &'a Ctx, institutions: &'a [(InstitutionId, String)]) -> Self {
        let institutions = institutions.iter().map(|(id, name)| (id.to_string(), name.as_str()));
        Self {
            ctx,
            institutions: institutions.collect(),
        }
    }

    /// "Dari", "März 2026"; the code itself where the pool's rules know it no more.
    pub fn label(&self, by: Grouping, key: &str) -> String {
        let (l, rules) = (&self.ctx.l, &self.ctx.rules);
        match by {
            Grouping::Month => Month::parse(key).map_or_else(|| key.to_owned(), |month| self.month(month)),
            Grouping::Language => rules.language_name(key, l.code()).to_owned(),
            Grouping::Sector => rules
                .sector(key)
                .map_or(key, |sector| sector.name.or_code(l.code(), key))
                .to_owned(),
            Grouping::District => rules.district_name(key).to_owned(),
            Grouping::Institution => self.institutions.get(key).copied().unwrap_or(key).to_owned(),
        }
    }

    /// Whether the address may ask for this line alone.
    pub fn is_known(&self, by: Grouping, key: &str) -> bool {
        let rules = &self.ctx.rules;
        match by {
            Grouping::Month => true,
            Grouping::Language => rules.language(key).is_some(),
            Grouping::Sector => rules.sector(key).is_some(),
            Grouping::District => rules.district(key).is_some(),
            Grouping::Institution => self.institutions.contains_key(key),
        }
    }

    /// "März 2026"
    pub fn month(&self, month: Month) -> String {
        let name = self.ctx.l.t(&format!("month-{}", month.number()));
        self.ctx.l.with(
            "figures-month",
            &[("month", name.into()), ("year", month.year().to_string().into())],
        )
    }

    /// "März 2026 bis Februar 2027"
    pub fn period(&self, period: Period) -> String {
        if period.from == period.to {
            return self.month(period.from);
        }
        let (from, to) = (self.month(period.from), self.month(period.to));
        self.ctx
            .l
            .with("figures-period", &[("from", from.into()), ("to", to.into())])
    }

    /// Everything that is filtered, in one line.
    pub fn filters(&self, view: &View) -> String {
        let filter = &view.filter;
        let institution = filter.institution.map(|id| id.to_string());
        let chosen = [
            (Grouping::Language, &filter.language),
            (Grouping::Sector, &filter.sector),
            (Grouping::District, &filter.district),
            (Grouping::Institution, &institution),
        ];
        let mut parts = vec![self.period(filter.period)];
        parts.extend(chosen.into_iter().map(|(by, key)| match key {
            Some(key) => self.label(by, key),
            None => self.ctx.l.t(&format!("figures-all-{}", by.code())),
        }));
        parts.join(" · ")
    }
}
