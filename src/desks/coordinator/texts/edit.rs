//! One text: written anew, looked at, kept from a day on.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::{DateTime, NaiveTime, Utc};

use super::{
    Place, examples,
    forms::{self, FormView},
    history::{self, VersionView},
    names,
    preview::{self as reading, PreviewView},
    said::{self, Planned},
};
use crate::{
    database::Tx,
    desks::schedule::dates,
    l10n::{
        forms::{Forms, apart},
        texts::{Wrong, check, tidy},
    },
    settings, wall,
    web::{Ctx, Fields, Page, Problems, WebError, guard::with_frames, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/texts/edit.html")]
struct EditPage {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    path: String,
    text: String,
    /// Instead of the text, where it depends on a number.
    forms: Vec<FormView>,
    forms_hint: String,
    rows: usize,
    values: Vec<ValueView>,
    from: String,
    planned: Option<Planned>,
    example: String,
    preview: Option<PreviewView>,
    original: String,
    changed: bool,
    may_undo: bool,
    versions: Vec<VersionView>,
}

struct ValueView {
    code: String,
    about: String,
    example: String,
    needed: bool,
}

/// What was typed.
struct Typed {
    text: String,
    forms: Option<Forms>,
    from: String,
}

pub async fn show(ctx: Ctx, Path((locale, key)): Path<(String, String)>) -> Result<Response, WebError> {
    let place = Place::find(&ctx, &locale, &key)?;
    let text = place.current(&ctx);
    let typed = Typed {
        forms: apart(&text),
        text,
        from: String::new(),
    };
    let mut tx = ctx.app.db.read().await?;
    let page = template(&ctx, &mut tx, &place, typed, Problems::default()).await?;
    Ok(with_frames(html(StatusCode::OK, &page)))
}

/// Shows how it would read, and keeps nothing.
pub async fn preview(
    ctx: Ctx,
    Path((locale, key)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, WebError> {
    let place = Place::find(&ctx, &locale, &key)?;
    let (typed, problems) = read(&ctx, &place, &fields);
    let right = problems.is_empty();
    let mut tx = ctx.app.db.read().await?;
    let page = template(&ctx, &mut tx, &place, typed, problems).await?;
    Ok(if right {
        with_frames(html(StatusCode::OK, &page))
    } else {
        // A day that is no day: the text itself is shown as it reads.
        with_frames(unprocessable(&page))
    })
}

pub async fn save(ctx: Ctx, Path((locale, key)): Path<(String, String)>, fields: Fields) -> Result<Response, WebError> {
    let place = Place::find(&ctx, &locale, &key)?;
    let (typed, problems) = read(&ctx, &place, &fields);
    if !problems.is_empty() {
        let mut tx = ctx.app.db.read().await?;
        let page = template(&ctx, &mut tx, &place, typed, problems).await?;
        return Ok(with_frames(unprocessable(&page)));
    }
    let valid_from = valid_from(&ctx, &typed.from).unwrap_or(ctx.now);
    if typed.text != place.current(&ctx) || valid_from > ctx.now {
        let mut tx = ctx.app.db.begin().await?;
        // Who writes the program's own words goes back to them, and gets better ones with a new version.
        let text = Some(typed.text.as_str()).filter(|text| *text != place.original.text);
        settings::set_text(&mut tx, &ctx.act()?, (&place.locale, place.key()), text, valid_from).await?;
        ctx.app.commit(tx).await?;
        return Ok(see_other(&said::path(&place, said::SAVED)));
    }
    Ok(see_other(&said::path(&place, said::SAME)))
}

fn read(ctx: &Ctx, place: &Place, fields: &Fields) -> (Typed, Problems) {
    let forms = forms::typed(ctx, place, fields);
    let typed = Typed {
        text: match &forms {
            Some(forms) => forms::kept(ctx, place, forms),
            None => tidy(&fields.get("text")),
        },
        forms,
        from: fields.get("from"),
    };
    let mut problems = Problems::default();
    if let Some((field, wrong)) = typed.forms.as_ref().and_then(forms::problem) {
        problems.add(field, words(ctx, wrong));
    } else if let Err(wrong) = check(&place.original, &typed.text) {
        let field = typed.forms.as_ref().map(|forms| forms::field_of(forms, &wrong));
        problems.add(field.unwrap_or_else(|| "text".to_owned()), words(ctx, wrong));
    }
    if let Err(key) = valid_from(ctx, &typed.from) {
        problems.add("from", ctx.l.t(key));
    }
    (typed, problems)
}

/// Empty: from now on. Else from the beginning of that day; the error is the key of what is wrong.
fn valid_from(ctx: &Ctx, typed: &str) -> Result<DateTime<Utc>, &'static str> {
    if typed.is_empty() {
        return Ok(ctx.now);
    }
    let day = dates::read(typed).ok_or("late-bad-date")?;
    let today = ctx.rules.local(ctx.now).date();
    if day == today {
        return Ok(ctx.now);
    }
    if day < today || day > today + chrono::Days::new(366) {
        return Err("late-past-date");
    }
    Ok(wall::first_instant(ctx.rules.zone(), day.and_time(NaiveTime::MIN)))
}

fn words(ctx: &Ctx, wrong: Wrong) -> String {
    let l = &ctx.l;
    match wrong {
        Wrong::Empty => l.t("texts-problem-empty"),
        Wrong::TooLong { max, used } => l.with("problem-long-text", &[("max", max.into()), ("used", used.into())]),
        Wrong::Characters => l.t("problem-characters"),
        Wrong::SeveralLines => l.t("texts-problem-lines"),
        Wrong::Braces => l.with("texts-problem-braces", &[("example", in_braces("name").into())]),
        Wrong::UnknownValue(value) => l.with("texts-problem-unknown", &[("value", in_braces(&value).into())]),
        Wrong::MissingValue(value) => l.with("texts-problem-missing", &[("value", in_braces(&value).into())]),
    }
}

fn in_braces(value: &str) -> String {
    format!("{{ ${value} }}")
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    place: &Place,
    typed: Typed,
    problems: Problems,
) -> Result<EditPage, WebError> {
    let l = &ctx.l;
    let versions = settings::text_versions(tx, &place.locale, place.key()).await?;
    let reader = ctx.l10n.locale(&place.locale);
    let forms = typed
        .forms
        .as_ref()
        .map(|forms| forms::views(ctx, forms))
        .unwrap_or_default();
    let is_wrong = problems.has("text") || forms.iter().any(|form| problems.has(&form.id));
    let preview = if is_wrong {
        None
    } else {
        Some(reading::of(ctx, tx, place, &typed.text).await?)
    };
    let about = |value: &str| {
        let key = format!("text-value-{value}");
        if l.has(&key) {
            l.t(&key)
        } else {
            l.t("text-value-other")
        }
    };
    let values = place.original.values.iter().map(|value| ValueView {
        code: in_braces(value),
        about: about(value),
        example: examples::shown(ctx, &reader, value),
        needed: place.original.needs(value),
    });
    let area = l.t(&format!("text-area-{}", place.area));
    let step = [("area", area.into()), ("language", reader.t("locale-name").into())];
    let mut page = ctx
        .page_titled(names::title(ctx, place.key(), &forms::in_short(&place.current(ctx))))
        .failing(&problems);
    if problems.is_empty() {
        page.receipt = said::receipt(ctx, &versions).or(page.receipt);
    }
    Ok(EditPage {
        page,
        problems,
        step: l.with("texts-step", &step),
        back: format!("/desk/texts?locale={}&area={}", place.locale, place.area),
        path: place.path(),
        rows: if place.original.has_several_lines() { 8 } else { 3 },
        forms_hint: match &typed.forms {
            Some(forms) => l.with("texts-forms-hint", &[("value", in_braces(&forms.value).into())]),
            None => String::new(),
        },
        forms,
        text: typed.text,
        values: values.collect(),
        from: typed.from,
        planned: said::planned(ctx, &versions),
        example: dates::example(ctx),
        preview,
        original: forms::shown(ctx, &place.original.text),
        changed: super::changed(ctx, &place.locale, place.key()).is_some(),
        may_undo: !history::standing(&versions).is_empty(),
        versions: history::views(ctx, tx, &versions).await?,
    })
}
