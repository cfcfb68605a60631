use chrono::{Datelike, Days, NaiveDate};

use super::state::State;
use crate::{desks::schedule::dates, wall, web::Ctx};

/// What the address asks for; anything unknown in it counts as not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub monday: NaiveDate,
    pub state: Option<State>,
    pub language: Option<String>,
}

/// The day whose week is wanted, as far as it can be understood.
pub fn day(ctx: &Ctx) -> Option<NaiveDate> {
    dates::read(&ctx.query("from")).filter(|day| (2000..2100).contains(&day.year()))
}

impl Filter {
    pub fn read(ctx: &Ctx) -> Self {
        let today = wall::day_of(ctx.rules.zone(), ctx.now);
        let day = day(ctx).unwrap_or(today);
        Self {
            monday: day.week(chrono::Weekday::Mon).first_day(),
            state: State::from_code(&ctx.query("state")),
            language: Some(ctx.query("language")).filter(|code| ctx.rules.language(code).is_some()),
        }
    }

    pub fn sunday(&self) -> NaiveDate {
        self.monday + Days::new(6)
    }

    pub fn is_narrowed(&self) -> bool {
        self.state.is_some() || self.language.is_some()
    }

    pub fn weeks_later(&self, weeks: i64) -> Self {
        Self {
            monday: self.monday + chrono::Duration::weeks(weeks),
            ..self.clone()
        }
    }

    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, ..self.clone() }
    }

    pub fn address(&self) -> String {
        let mut pairs = vec![("from", self.monday.to_string())];
        pairs.extend(self.state.map(|state| ("state", state.code().to_owned())));
        pairs.extend(self.language.clone().map(|language| ("language", language)));
        format!("/desk/week?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    }
}
