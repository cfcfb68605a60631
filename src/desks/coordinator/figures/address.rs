//! What the address asks for. It holds every filter, so that a view can be kept and passed on.

use chrono::NaiveDate;

use crate::{
    institutions::InstitutionId,
    settings::Rules,
    statistics::{Filter, Grouping, Month, Period},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub filter: Filter,
    pub by: Grouping,
}

/// What was not understood, and is shown as if it had been left out. The page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Period,
    By,
    /// The name of the field.
    Filter(&'static str),
}

/// Reads the address; what is left out or empty means everything, in the year until today.
pub fn read(
    pairs: &[(String, String)],
    rules: &Rules,
    institutions: &[(InstitutionId, String)],
    today: NaiveDate,
) -> (View, Vec<Wrong>) {
    let value = |name: &str| {
        let value = pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    };
    let mut wrong = Vec::new();
    let year = Period::year_until(today);
    let mut month = |name: &str, otherwise: Month| match value(name) {
        None => otherwise,
        Some(text) => Month::parse(text).unwrap_or_else(|| {
            wrong.push(Wrong::Period);
            otherwise
        }),
    };
    let to = month("to", year.to);
    let from = month("from", Period::year_until(to.first_day()).from);
    let mut period = Period { from, to };
    if !wrong.is_empty() || !period.is_sound() {
        wrong = vec![Wrong::Period];
        period = year;
    }
    let by = match value("by").map(Grouping::parse) {
        Some(Some(by)) => by,
        Some(None) => {
            wrong.push(Wrong::By);
            Grouping::Month
        }
        None => Grouping::Month,
    };
    let mut known = |name: &'static str, is_known: &dyn Fn(&str) -> bool| {
        let code = value(name)?;
        if is_known(code) {
            return Some(code.to_owned());
        }
        wrong.push(Wrong::Filter(name));
        None
    };
    let language = known("language", &|code| rules.language(code).is_some());
    let sector = known("sector", &|code| rules.sector(code).is_some());
    let district = known("district", &|code| rules.district(code).is_some());
    let institution = known("institution", &|text| {
        text.parse()
            .is_ok_and(|id: InstitutionId| institutions.iter().any(|(known, _)| *known == id))
    });
    let filter = Filter {
        period,
        language,
        sector,
        district,
        institution: institution.and_then(|text| text.parse().ok()),
    };
    (View { filter, by }, wrong)
}

impl View {
    /// Without the question mark.
    pub fn query(&self) -> String {
        let Filter { period, .. } = &self.filter;
        let mut pairs = vec![
            ("from", period.from.to_string()),
            ("to", period.to.to_string()),
            ("by", self.by.code().to_owned()),
        ];
        pairs.extend(self.filter.language.clone().map(|code| ("language", code)));
        pairs.extend(self.filter.sector.clone().map(|code| ("sector", code)));
        pairs.extend(self.filter.district.clone().map(|code| ("district", code)));
        pairs.extend(self.filter.institution.map(|id| ("institution", id.to_string())));
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }

    pub fn href(&self) -> String {
        format!("/desk/figures?{}", self.query())
    }

    /// The same view, narrowed to one line of its table.
    pub fn narrowed(&self, key: &str) -> Option<Self> {
        let mut view = self.clone();
        view.by = Grouping::Month;
        match self.by {
            Grouping::Month => {
                let month = Month::parse(key)?;
                view.filter.period = Period { from: month, to: month };
                view.by = Grouping::Language;
            }
            Grouping::Language => view.filter.language = Some(key.to_owned()),
            Grouping::Sector => view.filter.sector = Some(key.to_owned()),
            Grouping::District => view.filter.district = Some(key.to_owned()),
            Grouping::Institution => view.filter.institution = Some(key.parse().ok()?),
        }
        Some(view)
    }

    /// Something besides the period is filtered.
    pub fn is_narrow(&self) -> bool {
        let Filter {
            language,
            sector,
            district,
            institution,
            ..
        } = &self.filter;
        language.is_some() || sector.is_some() || district.is_some() || institution.is_some()
    }
}
