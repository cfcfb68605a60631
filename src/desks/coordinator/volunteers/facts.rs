//! What the page of a volunteer says about them, part by part.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::areas;
use crate::{
    database::{DbError, Tx},
    desks::{
        coordinator::reasons,
        schedule::{absences, grid},
    },
    matching::Level,
    people,
    volunteers::store::{self, Volunteer},
    wall,
    web::Ctx,
};

/// A part of the page: facts that are changed together.
pub struct Part {
    pub title: String,
    pub rows: Vec<(String, String)>,
    /// Said when there are no rows.
    pub none: String,
    pub href: String,
    pub change: String,
}

/// The parts, and what is still missing before anybody can be asked: a text and where to enter it.
pub struct Facts {
    pub parts: Vec<Part>,
    pub missing: Vec<(String, String)>,
    /// Mails to the address came back.
    pub bounced: bool,
}

pub async fn read(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Facts, DbError> {
    let l = &ctx.l;
    let base = super::open::path(volunteer.id);
    let address = people::store::first_address(tx, volunteer.person_id).await?;
    let bounced = address.as_ref().is_some_and(|(_, bounced)| *bounced);
    let languages = languages(ctx, tx, volunteer).await?;
    let windows = store::windows_of(tx, volunteer.id).await?;
    let areas = areas_of(ctx, tx, volunteer).await?;
    let part = |name: &str, rows: Vec<(String, String)>| Part {
        title: l.t(&format!("volunteer-part-{name}")),
        none: l.t(&format!("volunteer-part-{name}-none")),
        change: l.t(&format!("volunteer-part-{name}-change")),
        href: format!("{base}/{name}"),
        rows,
    };
    let lacks = [
        ("languages", languages.is_empty()),
        ("areas", areas::modes(volunteer).is_empty()),
        ("times", windows.is_empty()),
    ];
    let missing = lacks.into_iter().filter(|(_, missing)| *missing);
    let missing = missing.map(|(name, _)| (l.t(&format!("volunteer-missing-{name}")), format!("{base}/{name}")));
    Ok(Facts {
        missing: missing.collect(),
        bounced,
        parts: vec![
            part("person", person(ctx, volunteer, address.map(|(email, _)| email))),
            part("languages", languages),
            part("times", grid::lines(ctx, &windows)),
            part("absences", absences_of(ctx, tx, volunteer).await?),
            part("areas", areas),
            part("limits", limits(ctx, volunteer)),
        ],
    })
}

/// The tag's shape and word.
pub fn state(ctx: &Ctx, state: &str, paused_until: Option<DateTime<Utc>>) -> (&'static str, String) {
    match (state, paused_until) {
        ("retired", _) => ("gone", ctx.l.t("volunteer-state-retired")),
        ("paused", Some(until)) => {
            // An instant at midnight belongs to the day before: the last one of the pause.
            let last = wall::day_of(ctx.rules.zone(), until - Duration::seconds(1));
            let date = ctx.l.date_numeric(last);
            ("runs", ctx.l.with("volunteer-state-paused", &[("date", date.into())]))
        }
        ("paused", None) => ("runs", ctx.l.t("volunteer-state-paused-open")),
        _ => ("done", ctx.l.t("volunteer-state-active")),
    }
}

pub fn district(ctx: &Ctx, code: Option<&str>) -> String {
    code.map(|code| ctx.rules.district_name(code).to_owned())
        .unwrap_or_default()
}

fn person(ctx: &Ctx, volunteer: &Volunteer, email: Option<String>) -> Vec<(String, String)> {
    let l = &ctx.l;
    let phone = volunteer.phone.clone().map(|phone| {
        let passed_on = if volunteer.phone_consent { "yes" } else { "no" };
        let key = format!("volunteer-phone-{passed_on}");
        l.with(&key, &[("phone", phone.into())])
    });
    let rows = [
        ("email", email.unwrap_or_default()),
        ("phone", phone.unwrap_or_default()),
        ("locale", ctx.app.l10n.locale(&volunteer.locale).t("locale-name")),
        ("gender", l.t(&format!("gender-{}", volunteer.gender))),
        (
            "birth-year",
            volunteer.birth_year.map(|year| year.to_string()).unwrap_or_default(),
        ),
        ("home", district(ctx, volunteer.home_district.as_deref())),
        ("german", level(ctx, &volunteer.german_level)),
    ];
    named(ctx, rows)
}

pub async fn languages(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<(String, String)>, DbError> {
    let spoken = store::languages_of(tx, volunteer.id).await?;
    let rows = spoken.into_iter().map(|one| {
        let name = ctx.rules.language_name(&one.language, ctx.l.code()).to_owned();
        (name, level(ctx, &one.level))
    });
    Ok(rows.collect())
}

async fn absences_of(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<(String, String)>, DbError> {
    let today = wall::day_of(ctx.rules.zone(), ctx.now);
    let rows = store::absences_of(tx, volunteer.id).await?;
    let ahead = rows.into_iter().filter_map(|row| {
        let (from, until): (NaiveDate, NaiveDate) = (row.from_date.parse().ok()?, row.until_date.parse().ok()?);
        (until >= today).then(|| (ctx.l.t("volunteer-absent"), absences::days(ctx, from, until)))
    });
    Ok(ahead.collect())
}

/// Nothing when not even the way of working is known.
async fn areas_of(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<(String, String)>, DbError> {
    let l = &ctx.l;
    let modes: Vec<_> = areas::modes(volunteer)
        .iter()
        .map(|mode| l.t(&format!("mode-{mode}")))
        .collect();
    if modes.is_empty() {
        return Ok(Vec::new());
    }
    let districts = store::districts_of(tx, volunteer.id).await?;
    let districts: Vec<_> = districts.iter().map(|code| district(ctx, Some(code))).collect();
    let sectors = store::sectors_of(tx, volunteer.id).await?;
    let sectors: Vec<_> = sectors
        .iter()
        .map(|code| {
            let known = ctx.rules.sector(code);
            known.map_or(code.as_str(), |sector| sector.name.or_code(l.code(), code))
        })
        .collect();
    let or_all = |list: String, key: &str| if list.is_empty() { l.t(key) } else { list };
    let rows = [
        ("modes", modes.join(", ")),
        ("districts", or_all(districts.join(", "), "volunteer-everywhere")),
        ("sectors", or_all(sectors.join(", "), "volunteer-every-sector")),
    ];
    Ok(named(ctx, rows))
}

fn limits(ctx: &Ctx, volunteer: &Volunteer) -> Vec<(String, String)> {
    let l = &ctx.l;
    let travel = match volunteer.max_travel_minutes {
        Some(minutes) => l.with("volunteer-travel", &[("minutes", minutes.into())]),
        None => {
            let usual = ctx.rules.numbers().travel_max_minutes;
            l.with("volunteer-travel-usual", &[("minutes", usual.into())])
        }
    };
    let cap = match volunteer.weekly_cap {
        Some(cap) => l.with("volunteer-cap", &[("count", cap.into())]),
        None => l.t("volunteer-cap-none"),
    };
    named(ctx, [("travel", travel), ("cap", cap)])
}

fn named<const N: usize>(ctx: &Ctx, rows: [(&str, String); N]) -> Vec<(String, String)> {
    rows.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| (ctx.l.t(&format!("volunteer-about-{name}")), text))
        .collect()
}

fn level(ctx: &Ctx, code: &str) -> String {
    code.parse::<Level>()
        .map_or_else(|_| code.to_owned(), |level| reasons::level(&ctx.l, level))
}
