//! `/desk/slips/{text}`: the sentences of one text, how they look, and their history.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::{Days, NaiveTime};

use super::list;
use crate::{
    database::Tx,
    desks::{schedule::dates, slip},
    matching::Mode,
    people,
    slips::{
        self, CheckError, CorrectError, SENTENCES, Says, Sentence, Text, Wrong,
        sheet::{Facts, Reader, Sheet},
        texts,
    },
    web::{
        Ctx, Done, Fields, Page, Problems, WebError, done,
        forms::{TextProblem, check_line},
        html, see_other, unprocessable,
    },
};

const LONGEST: usize = 200;

/// A sentence to correct, with what it means.
struct Entry {
    code: &'static str,
    label: String,
    german: String,
    typed: String,
    /// What has to stand in it.
    places: String,
}

/// One version of the text.
struct Past {
    when: String,
    who: String,
    what: String,
}

#[derive(Template)]
#[template(path = "coordinator/slips/page.html")]
struct TextPage {
    page: Page,
    code: String,
    language: String,
    problems: Problems,
    lang: String,
    direction: &'static str,
    shape: &'static str,
    state: String,
    corrected: bool,
    /// The form shows what is not kept yet.
    preview: bool,
    entries: Vec<Entry>,
    reader: Reader,
    sheet: Sheet,
    example: String,
    checked: String,
    past: Vec<Past>,
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let text = find(&mut tx, &code).await?;
    let page = template(&ctx, &mut tx, text, None, Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

/// Shows how the sentences would look, or takes them.
pub async fn take(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.begin().await?;
    let text = find(&mut tx, &code).await?;
    let mut problems = Problems::default();
    let mut says = Says::new();
    for sentence in sentences(&text) {
        let words = fields.get(sentence.code);
        if let Some(problem) = problem(&ctx, sentence, &words) {
            problems.add(sentence.code, problem);
        }
        says.insert(sentence.code.to_owned(), words);
    }
    if !problems.is_empty() {
        return Ok(unprocessable(
            &template(&ctx, &mut tx, text, Some(says), problems).await?,
        ));
    }
    if fields.has("preview") {
        return Ok(html(
            StatusCode::OK,
            &template(&ctx, &mut tx, text, Some(says), problems).await?,
        ));
    }
    match slips::correct(&mut tx, &ctx.act()?, &code, &says).await {
        Ok(()) => ctx.app.commit(tx).await?,
        Err(CorrectError::NotFound) => return Err(WebError::NotFound),
        Err(CorrectError::Wrong(..)) => return Err(WebError::Bad),
        Err(CorrectError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&done(&format!("/desk/slips/{code}"), Done::Saved)))
}

/// A native speaker has read it.
pub async fn check(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.begin().await?;
    let text = find(&mut tx, &code).await?;
    let today = ctx.rules.local(ctx.now).date();
    let typed = fields.get("checked_on");
    let marked = match dates::read(&typed) {
        Some(day) => slips::mark_checked(&mut tx, &ctx.act()?, &code, day, today).await,
        None => Err(CheckError::Ahead),
    };
    match marked {
        Ok(()) => ctx.app.commit(tx).await?,
        Err(CheckError::NotFound) => return Err(WebError::NotFound),
        Err(CheckError::Ahead) => {
            let mut problems = Problems::default();
            problems.add("checked_on", ctx.l.t("slips-problem-day"));
            let mut page = template(&ctx, &mut tx, text, None, problems).await?;
            page.checked = typed;
            return Ok(unprocessable(&page));
        }
        Err(CheckError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&done(&format!("/desk/slips/{code}"), Done::Saved)))
}

pub async fn restore(ctx: Ctx, Path(code): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.begin().await?;
    if !slips::restore(&mut tx, &ctx.act()?, &code).await? {
        return Err(WebError::NotFound);
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&format!("/desk/slips/{code}"), Done::Saved)))
}

async fn find(tx: &mut Tx, code: &str) -> Result<Text, WebError> {
    slips::current(tx, code).await?.ok_or(WebError::NotFound)
}

fn sentences(text: &Text) -> impl Iterator<Item = &'static Sentence> {
    SENTENCES.iter().filter(|one| text.says.contains_key(one.code))
}

fn problem(ctx: &Ctx, sentence: &Sentence, words: &str) -> Option<String> {
    let l = &ctx.l;
    match check_line(words, LONGEST) {
        Ok(()) => {}
        Err(TextProblem::NotAllowed) => return Some(l.t("problem-characters")),
        Err(TextProblem::TooLong) => {
            let used = words.chars().count();
            let args = [("max", LONGEST.into()), ("used", used.into())];
            return Some(l.with("problem-long-text", &args));
        }
    }
    let place = |name: &str| [("place", format!("{{{name}}}").into())];
    match sentence.check(words) {
        Ok(()) => None,
        Err(Wrong::Empty) => Some(l.t("slips-problem-empty")),
        Err(Wrong::Missing(name)) => Some(l.with("slips-problem-missing", &place(name))),
        Err(Wrong::Twice(name)) => Some(l.with("slips-problem-twice", &place(name))),
        Err(Wrong::Unknown) => Some(l.t("slips-problem-unknown")),
    }
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    text: Text,
    typed: Option<Says>,
    problems: Problems,
) -> Result<TextPage, WebError> {
    let l = &ctx.l;
    let version = slips::store::newest(tx, &text.code).await?;
    let (shape, state) = list::state(ctx, version.as_ref());
    let german = slips::current(tx, texts::GERMAN).await?.ok_or(WebError::NotFound)?;
    let preview = typed.is_some() && problems.is_empty();
    let shown = typed.unwrap_or_else(|| text.says.clone());
    let entries = sentences(&text).map(|one| Entry {
        code: one.code,
        label: l.t(&format!("slips-says-{}", one.code)),
        german: german.says.get(one.code).cloned().unwrap_or_default(),
        typed: shown.get(one.code).cloned().unwrap_or_default(),
        places: one
            .places
            .iter()
            .map(|name| format!("{{{name}}}"))
            .collect::<Vec<_>>()
            .join(" "),
    });
    let entries: Vec<Entry> = entries.collect();
    let language = if text.code == texts::GERMAN {
        l.t("slips-german")
    } else {
        ctx.rules.language_name(&text.code, l.code()).to_owned()
    };
    let facts = example(ctx, &text.code);
    let mut looks = text.clone();
    if preview {
        looks.says = shown;
    }
    let reader = slip::reader_with(tx, looks).await?;
    let mut past = Vec::new();
    for one in slips::store::history(tx, &text.code).await? {
        let who = match one.recorded_by {
            Some(person) => people::store::get(tx, person).await?.map(|person| person.name),
            None => None,
        };
        past.push(Past {
            when: l.moment(one.recorded_at, ctx.rules.zone()),
            who: who.unwrap_or_default(),
            what: match (one.checked_on(), &one.says) {
                (Some(day), _) => l.with("slips-past-checked", &[("date", l.date_numeric(day).into())]),
                (None, Some(_)) => l.t("slips-past-corrected"),
                (None, None) => l.t("slips-past-restored"),
            },
        });
    }
    let title = l.with("slips-text-title", &[("language", language.clone().into())]);
    let title = if problems.is_empty() {
        title
    } else {
        l.with("title-with-error", &[("title", title.into())])
    };
    Ok(TextPage {
        page: ctx.page_titled(title),
        code: text.code.clone(),
        language,
        problems,
        lang: text.lang.clone(),
        direction: text.direction.as_str(),
        shape,
        state,
        corrected: version.is_some_and(|version| version.says.is_some()),
        preview,
        entries,
        sheet: reader.sheet(&facts),
        reader,
        example: l.t(if preview {
            "slips-preview-typed"
        } else {
            "slips-preview"
        }),
        checked: l.date_numeric(ctx.rules.local(ctx.now).date()),
        past,
    })
}

/// An appointment that could be: in two weeks, in the morning.
fn example(ctx: &Ctx, language: &str) -> Facts {
    let german = ctx.app.l10n.locale(crate::l10n::FIRST);
    let today = ctx.rules.local(ctx.now).date();
    Facts {
        date: today.checked_add_days(Days::new(14)).unwrap_or(today),
        time: NaiveTime::from_hms_opt(9, 30, 0).unwrap_or_default(),
        end: NaiveTime::from_hms_opt(10, 30, 0).unwrap_or_default(),
        mode: Mode::OnSite,
        place: german.t("slips-example-place"),
        meeting: Some(german.t("slips-example-meeting")),
        phone: ctx.rules.pool().desk_phone.clone(),
        language: ctx.rules.language_name(language, crate::l10n::FIRST).to_owned(),
    }
}
