//! What was posted: one answer to one question, checked whole.

use super::{
    form::BOROUGH,
    part::{self, Part},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    desks::coordinator::volunteers::person_form,
    matching::Mode,
    volunteers::{self, Areas, Limits, VolunteerId, store},
    web::{Ctx, Fields, Problems},
};

const MINUTES: std::ops::RangeInclusive<i64> = 5..=240;
const A_WEEK: std::ops::RangeInclusive<i64> = 1..=30;

pub enum Said {
    Modes(Vec<Mode>),
    Districts(Vec<String>),
    Sectors(Vec<String>),
    Travel(Option<i64>),
    Cap(Option<i64>),
    Phone(Option<String>),
    Consent(bool),
    Mails(String),
}

pub fn read(ctx: &Ctx, part: Part, fields: &Fields) -> Result<Said, Problems> {
    let mut problems = Problems::default();
    let field = part.field();
    let mut chosen = fields.all(field);
    chosen.sort();
    chosen.dedup();
    let one = fields.get(field);
    let said = match part {
        Part::Modes => {
            let modes: Result<Vec<Mode>, _> = chosen.iter().map(|code| code.parse()).collect();
            match modes {
                Ok(modes) if modes.is_empty() => Err("areas-problem-own-mode"),
                Ok(modes) => Ok(Said::Modes(modes)),
                Err(_) => Err("problem-not-a-choice"),
            }
        }
        Part::Districts if chosen.iter().any(|code| ctx.rules.district(code).is_none()) => Err("problem-not-a-choice"),
        Part::Districts => match with_boroughs(ctx, chosen, &fields.all(BOROUGH)) {
            Some(districts) => Ok(Said::Districts(districts)),
            None => Err("problem-not-a-choice"),
        },
        Part::Sectors if chosen.iter().any(|code| ctx.rules.sector(code).is_none()) => Err("problem-not-a-choice"),
        Part::Sectors => Ok(Said::Sectors(chosen)),
        Part::Travel | Part::Cap => {
            let range = if part == Part::Travel { MINUTES } else { A_WEEK };
            let digits = one.len() <= 4 && one.bytes().all(|byte| byte.is_ascii_digit());
            let number = one
                .parse::<i64>()
                .ok()
                .filter(|number| digits && range.contains(number));
            if number.is_none() && !one.is_empty() {
                let args = [("least", (*range.start()).into()), ("most", (*range.end()).into())];
                problems.add(field, ctx.l.with("limits-problem", &args));
                return Err(problems);
            }
            Ok(match part {
                Part::Travel => Said::Travel(number),
                _ => Said::Cap(number),
            })
        }
        Part::Phone => {
            let phone = person_form::phone(ctx, fields, &mut problems);
            if !problems.is_empty() {
                return Err(problems);
            }
            Ok(Said::Phone(phone))
        }
        Part::Consent => match one.as_str() {
            "yes" => Ok(Said::Consent(true)),
            "no" => Ok(Said::Consent(false)),
            _ => Err("settings-problem-choose"),
        },
        Part::Mails if ctx.app.l10n.find(&one).is_some() => Ok(Said::Mails(one)),
        Part::Mails => Err("settings-problem-choose"),
    };
    said.map_err(|key| {
        problems.add(field, ctx.l.t(key));
        problems
    })
}

/// A whole borough is all of its districts. `None`: there is no such borough.
fn with_boroughs(ctx: &Ctx, mut districts: Vec<String>, boroughs: &[String]) -> Option<Vec<String>> {
    if boroughs
        .iter()
        .any(|code| ctx.rules.boroughs().all(|(known, _)| known != code))
    {
        return None;
    }
    let all = ctx.rules.districts();
    let of_boroughs = all.filter(|(_, district)| boroughs.contains(&district.borough));
    districts.extend(of_boroughs.map(|(code, _)| code.to_owned()));
    districts.sort();
    districts.dedup();
    Some(districts)
}

/// The one answer; everything else stays as it is at that moment.
pub async fn save(tx: &mut Tx, act: &Act<'_>, id: VolunteerId, said: Said) -> Result<(), DbError> {
    volunteers::lock(tx, id).await?;
    let known = store::get(tx, id).await?.ok_or(DbError::RowNotFound)?;
    let mut areas = Areas {
        modes: part::modes(&known),
        districts: store::districts_of(tx, id).await?,
        sectors: store::sectors_of(tx, id).await?,
    };
    let mut limits = Limits {
        max_travel_minutes: known.max_travel_minutes,
        weekly_cap: known.weekly_cap,
    };
    match said {
        Said::Modes(modes) => areas.modes = modes,
        Said::Districts(districts) => areas.districts = districts,
        Said::Sectors(sectors) => areas.sectors = sectors,
        Said::Travel(minutes) => limits.max_travel_minutes = minutes,
        Said::Cap(cap) => limits.weekly_cap = cap,
        Said::Phone(phone) => {
            volunteers::set_phone(tx, act, id, phone.as_deref(), known.phone_consent).await?;
            return Ok(());
        }
        Said::Consent(consent) => {
            volunteers::set_phone(tx, act, id, known.phone.as_deref(), consent).await?;
            return Ok(());
        }
        Said::Mails(locale) => {
            volunteers::set_mail_language(tx, act, id, &locale).await?;
            return Ok(());
        }
    }
    let far = Limits {
        max_travel_minutes: known.max_travel_minutes,
        weekly_cap: known.weekly_cap,
    };
    if limits != far {
        return volunteers::set_limits(tx, act, id, limits).await;
    }
    volunteers::set_areas(tx, act, id, &areas).await
}
