//! A result in words: enough to choose the right one of two who are called alike.

use chrono::{Datelike, Days};

use crate::{
    days,
    search::{InstitutionHit, PersonHit, RequestHit, Role, Wish, words},
    wall,
    web::Ctx,
};

/// Of a day without a year.
const HALF_A_YEAR: u64 = 183;

pub struct Hit {
    /// None: this person has no page of their own.
    pub href: Option<String>,
    pub name: String,
    pub lines: Vec<String>,
}

pub struct LanguageHit {
    pub name: String,
    pub volunteers: String,
    pub requests: String,
}

/// A day that was typed, and the week in which it stands.
pub struct DayHit {
    pub name: String,
    pub href: String,
}

/// "15.3.", "15.3.2027", "15. März": without a year the next such day, or one of the last half year.
pub fn day(ctx: &Ctx, typed: &str) -> Option<DayHit> {
    let today = wall::day_of(ctx.rules.zone(), ctx.now);
    let day = days::read(typed).or_else(|| {
        let like_a_day = typed.contains('.') || typed.chars().any(char::is_alphabetic);
        let earliest = today - Days::new(HALF_A_YEAR);
        let of_year = |year: i32| days::read(&format!("{} {year}", typed.trim().trim_end_matches('.')));
        let mut years = (today.year() - 1)..=(today.year() + 1);
        years
            .find_map(|year| of_year(year).filter(|day| *day >= earliest))
            .filter(|_| like_a_day)
    });
    let day = day.filter(|day| (2000..2100).contains(&day.year()))?;
    Some(DayHit {
        name: ctx.l.date(day),
        href: format!("/desk/week?from={day}#d-{day}"),
    })
}

/// What was typed, as a heading can hold it.
pub fn short(typed: &str) -> String {
    let misleads = |c: &char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    typed.chars().filter(|c| !misleads(c)).take(60).collect()
}

pub fn request(ctx: &Ctx, hit: &RequestHit) -> Hit {
    let l = &ctx.l;
    let when = hit.starts_at.map(|at| l.moment(at, ctx.rules.zone()));
    let language = ctx.rules.language_name(&hit.language, l.code()).to_owned();
    Hit {
        href: Some(format!("/desk/requests/{}", hit.id)),
        name: hit.reference.clone(),
        lines: vec![format!("{language}, {}", hit.institution)]
            .into_iter()
            .chain(when)
            .collect(),
    }
}

pub fn person(ctx: &Ctx, hit: &PersonHit) -> Hit {
    let l = &ctx.l;
    let mut href = None;
    let mut lines = Vec::new();
    for role in &hit.roles {
        let (page, line) = match role {
            Role::Volunteer { id, retired, languages } => {
                let names = languages.iter().map(|code| ctx.rules.language_name(code, l.code()));
                let names: Vec<&str> = names.collect();
                let key = if *retired {
                    "find-volunteer-left"
                } else {
                    "find-volunteer"
                };
                let args = [("languages", names.join(", ").into())];
                (Some(format!("/desk/volunteers/{id}")), l.with(key, &args))
            }
            Role::Contact {
                institution,
                name,
                active,
            } => {
                let key = if *active { "find-contact" } else { "find-contact-left" };
                let args = [("institution", name.clone().into())];
                (Some(format!("/desk/institutions/{institution}")), l.with(key, &args))
            }
            Role::Coordinator => (Some("/desk/team".to_owned()), l.t("find-coordinator")),
        };
        href = href.or(page);
        lines.push(line);
    }
    if let Some(next) = &hit.next {
        let when = l.moment(next.starts_at, ctx.rules.zone());
        let args = [("when", when.into()), ("institution", next.institution.clone().into())];
        lines.push(l.with("find-next", &args));
    }
    Hit {
        href,
        name: hit.name.clone(),
        lines,
    }
}

pub fn institution(ctx: &Ctx, hit: &InstitutionHit) -> Hit {
    let sector = ctx.rules.sector(&hit.sector);
    let sector = sector.map(|sector| sector.name.or_code(ctx.l.code(), &sector.code).to_owned());
    let state = ctx.l.t(&format!("institution-state-{}", hit.state));
    Hit {
        href: Some(format!("/desk/institutions/{}", hit.id)),
        name: hit.name.clone(),
        lines: sector.into_iter().chain([state]).collect(),
    }
}

/// Languages whose names, here or in the other language of the pages, begin with every word.
pub fn languages(ctx: &Ctx, wish: &Wish) -> Vec<LanguageHit> {
    if wish.words.is_empty() {
        return Vec::new();
    }
    let meant = |name: &str| {
        let own = words(name);
        wish.words
            .iter()
            .all(|word| own.iter().any(|one| one.starts_with(word.as_str())))
    };
    let mut hits: Vec<LanguageHit> = ctx
        .rules
        .languages()
        .filter(|(code, language)| {
            ctx.app
                .l10n
                .all()
                .any(|locale| meant(language.name.or_code(locale.code(), code)))
        })
        .map(|(code, language)| LanguageHit {
            name: language.name.or_code(ctx.l.code(), code).to_owned(),
            volunteers: format!("/desk/volunteers?language={code}"),
            requests: format!("/desk/requests?language={code}"),
        })
        .collect();
    hits.sort_by(|a, b| a.name.cmp(&b.name));
    hits.truncate(crate::search::MOST);
    hits
}
