//! Changing the search, after a talk with the institution: another way, a looser wish, another day; then a new round.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::{Datelike, Days};

use super::{
    asking,
    find::{self, Choice},
    text,
};
use crate::{
    database::{DbError, Tx},
    desks::institution::problems as words,
    matching::{Gender, GenderWish, Mode},
    requests::{
        self, Asking, Change, ChangeError, MAX_DATES, Request,
        draft::{self, Typed},
    },
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, forms::check_line, html, see_other, unprocessable},
};

const DATE_FIELDS: [&str; 10] = [
    "day",
    "month",
    "year",
    "start",
    "end",
    "alt_day",
    "alt_month",
    "alt_year",
    "alt_start",
    "alt_end",
];

#[derive(Template)]
#[template(path = "coordinator/search.html")]
struct SearchPage {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    typed: Typed,
    /// Empty: somebody comes already, it stays as it is.
    modes: Vec<Choice>,
    /// Empty: there is no wish to loosen.
    wishes: Vec<Choice>,
    languages: Vec<Choice>,
    /// How many further dates may be named here: none, one or two.
    dates: usize,
    example: String,
    /// How this request asks: the pool's way first.
    policies: Vec<Choice>,
    policy_why: String,
    /// What is said of dates that are there already.
    known: Vec<String>,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    if !find::has_an_empty_place(&ctx, &request) {
        return Ok(find::unchanged(&request));
    }
    let template = template(&ctx, &request, &Fields::default(), Problems::default());
    Ok(html(StatusCode::OK, &template))
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let change = read(&ctx, &request, &fields, &mut problems);
    if problems.is_empty() && !changes(&request, &change) && nobody_fits(&ctx, &mut tx, &request).await? {
        problems.add("policy", ctx.l.t("steps-problem-nothing-changed"));
    }
    if !problems.is_empty() {
        return Ok(unprocessable(&template(&ctx, &request, &fields, problems)));
    }
    match requests::change_search(&mut tx, &ctx.act()?, &ctx.rules, request.id, &change).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::SearchChanged)));
        }
        Err(ChangeError::KnownDate(number)) => problems.add(
            if number == 0 { "day" } else { "alt_day" },
            ctx.l.t("steps-problem-known-date"),
        ),
        Err(ChangeError::NotAChoice | ChangeError::Date(..) | ChangeError::TooManyDates) => {
            problems.add("mode", ctx.l.t("problem-not-a-choice"));
        }
        Err(ChangeError::NeedsReason) => problems.add("policy_why", ctx.l.t("asking-problem-why")),
        Err(ChangeError::SomebodyComes | ChangeError::Over) => return Err(WebError::Conflict),
        Err(ChangeError::NotFound) => return Err(WebError::NotFound),
        Err(ChangeError::Database(error)) => return Err(error.into()),
    }
    Ok(unprocessable(&template(&ctx, &request, &fields, problems)))
}

/// Whether the new search would be another one.
fn changes(request: &Request, change: &Change) -> bool {
    let loosened = change.gender.is_some_and(|wish| wish != request.gender);
    let nearer = change
        .also_accept
        .iter()
        .any(|code| !request.also_accept.contains(code));
    let other_mode = change.mode.is_some_and(|mode| mode != request.mode);
    loosened || nearer || other_mode || !change.dates.is_empty() || change.asking != Asking::AsBefore
}

/// Then the same search again would only send the institution the same mail again.
async fn nobody_fits(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<bool, DbError> {
    let assessed = requests::candidates::assess_all(tx, &ctx.rules, request, ctx.now).await?;
    Ok(assessed.iter().all(|one| !one.assessment.reasons().is_empty()))
}

fn read(ctx: &Ctx, request: &Request, fields: &Fields, problems: &mut Problems) -> Change {
    let mut change = Change {
        also_accept: fields.all("language"),
        ..Change::default()
    };
    let near: Vec<_> = requests::nearby_languages(&ctx.rules, request).collect();
    if !change
        .also_accept
        .iter()
        .all(|code| near.iter().any(|row| row.to == *code))
    {
        problems.add("language", ctx.l.t("problem-not-a-choice"));
    }
    match fields.get("mode").as_str() {
        "" => {}
        code => match modes(ctx, request).into_iter().find(|mode| mode.as_str() == code) {
            Some(mode) => change.mode = Some(mode),
            None => problems.add("mode", ctx.l.t("problem-not-a-choice")),
        },
    }
    match fields.get("wish").as_str() {
        "" => {}
        code => match wishes(request).into_iter().find(|wish| find::wish_code(*wish) == code) {
            Some(wish) => change.gender = Some(wish),
            None => problems.add("wish", ctx.l.t("problem-not-a-choice")),
        },
    }
    match asking::read(request, fields) {
        Some(asking) => change.asking = asking,
        None => problems.add("policy", ctx.l.t("problem-not-a-choice")),
    }
    text::check(ctx, problems, "policy_why", &fields.get("policy_why"));
    let typed = typed(fields);
    for field in DATE_FIELDS {
        if check_line(typed.get(field), 20).is_err() {
            problems.add(field, ctx.l.t("problem-characters"));
        }
    }
    match draft::further_dates(&typed, &ctx.rules, ctx.now) {
        Ok(dates) => change.dates = dates,
        Err(found) => {
            for (_, field, problem) in found {
                problems.add(field, words::text(&ctx.l, &ctx.rules, field, &problem));
            }
        }
    }
    change
}

/// As it is, and what may be instead; only as it is when somebody comes.
fn modes(ctx: &Ctx, request: &Request) -> Vec<Mode> {
    let signed = ctx
        .rules
        .language(&request.language)
        .is_some_and(|language| language.signed);
    let others = [Mode::Phone, Mode::Video]
        .into_iter()
        .filter(|mode| *mode != request.mode && request.assignments.is_empty())
        .filter(|mode| !(signed && *mode == Mode::Phone));
    std::iter::once(request.mode).chain(others).collect()
}

/// As it is, and what is looser.
fn wishes(request: &Request) -> Vec<GenderWish> {
    match request.gender {
        GenderWish::None => vec![GenderWish::None],
        wish @ GenderWish::Preferred(_) => vec![wish, GenderWish::None],
        wish @ GenderWish::Required(gender) => vec![wish, GenderWish::Preferred(gender), GenderWish::None],
    }
}

fn typed(fields: &Fields) -> Typed {
    let mut typed = Typed::default();
    for field in DATE_FIELDS {
        typed.set(field, fields.get(field));
    }
    typed
}

fn wish_words(ctx: &Ctx, wish: GenderWish) -> String {
    let gender = |gender: Gender| ("gender", ctx.l.t(&format!("gender-{gender}")).into());
    match wish {
        GenderWish::None => ctx.l.t("steps-wish-none"),
        GenderWish::Preferred(of) => ctx.l.with("desk-request-wish-preferred", &[gender(of)]),
        GenderWish::Required(of) => ctx.l.with("desk-request-wish-required", &[gender(of)]),
    }
}

fn template(ctx: &Ctx, request: &Request, fields: &Fields, problems: Problems) -> SearchPage {
    let l = &ctx.l;
    let or = |typed: String, usual: &str| if typed.is_empty() { usual.to_owned() } else { typed };
    let mode = or(fields.get("mode"), request.mode.as_str());
    let wish = or(fields.get("wish"), find::wish_code(request.gender));
    let modes = modes(ctx, request);
    let wishes = wishes(request);
    let ticked = fields.all("language");
    let languages = requests::nearby_languages(&ctx.rules, request).map(|row| Choice {
        chosen: ticked.contains(&row.to) || request.also_accept.contains(&row.to),
        hint: l.with("steps-search-strength", &[("strength", row.strength.into())]),
        ..Choice::new(
            row.to.clone(),
            ctx.rules.language_name(&row.to, l.code()).to_owned(),
            "",
        )
    });
    let today = ctx.rules.local(ctx.now).date();
    let example = today.checked_add_days(Days::new(14)).unwrap_or(today);
    let dates = if request.assignments.is_empty() {
        MAX_DATES.saturating_sub(request.slots.len())
    } else {
        0
    };
    let some = |list: Vec<Choice>| if list.len() > 1 { list } else { Vec::new() };
    SearchPage {
        page: ctx.page_titled(l.t("steps-search-title")),
        problems,
        step: find::step(ctx, request),
        back: find::path(request),
        typed: typed(fields),
        modes: some(
            modes
                .into_iter()
                .map(|one| Choice::new(one.as_str(), l.t(&format!("mode-{one}")), &mode))
                .collect(),
        ),
        wishes: some(
            wishes
                .into_iter()
                .map(|one| Choice::new(find::wish_code(one), wish_words(ctx, one), &wish))
                .collect(),
        ),
        languages: languages.collect(),
        policies: asking::choices(ctx, request, fields),
        policy_why: if fields.has("policy_why") {
            fields.get("policy_why")
        } else {
            request.policy_reason.clone().unwrap_or_default()
        },
        dates,
        example: format!("{} {} {}", example.day(), example.month(), example.year()),
        known: request.slots.iter().map(|slot| find::date(ctx, slot)).collect(),
    }
}
