//! The last page of the form: is everything right? Then the request is filed.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::{DateTime, Utc};

use super::{
    days,
    drafts::{self, Writing},
    moving::{self, Moving},
    prospects::{self, Outlook},
    sites::SiteLine,
    wording,
    writer::{Form, Frame},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions,
    requests::{self, Canceller, MoveError, NewRequest, Refusal, SubmitError, Submitted, check, draft, promise, store},
    volunteers,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// One thing that was said, and where to change it.
struct Answer {
    label: String,
    /// Each on a line of its own.
    lines: Vec<String>,
    href: String,
}

struct Group {
    title: String,
    answers: Vec<Answer>,
}

#[derive(Template)]
#[template(path = "institution/check.html")]
struct Check {
    page: Page,
    frame: Frame,
    problems: Problems,
    date: String,
    iso_date: String,
    time: String,
    groups: Vec<Group>,
    /// What ends when this is sent.
    moving: Option<Moving>,
    /// Days that may be meant otherwise.
    doubts: Vec<String>,
    send: &'static str,
    /// A coordinator looks first: the pool's own words about the topic.
    care: Option<String>,
    /// Key of what happens next.
    next: &'static str,
    short_notice: bool,
    outlook: Outlook,
    answer_by: String,
    /// Until when a cancellation is free.
    cancel: String,
    /// Key of what the box says: a coordinator ticks it for somebody else.
    accept: &'static str,
}

pub async fn show(form: Form) -> Result<Response, WebError> {
    let ctx = &form.ctx;
    let mut tx = ctx.app.db.read().await?;
    let writing = match drafts::open(&form, &mut tx).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    match whole(ctx, &writing) {
        Ok(new) => {
            let page = template(ctx, &mut tx, &writing, &new, Problems::default()).await?;
            Ok(html(StatusCode::OK, &page))
        }
        Err(path) => Ok(see_other(&path)),
    }
}

pub async fn send(form: Form, fields: Fields) -> Result<Response, WebError> {
    let ctx = &form.ctx;
    let mut tx = ctx.app.db.begin().await?;
    let writing = match drafts::open(&form, &mut tx).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let new = match whole(ctx, &writing) {
        Ok(new) => new,
        Err(path) => return Ok(see_other(&path)),
    };
    let mut problems = Problems::default();
    if fields.get("rules").is_empty() {
        let whose = match form.writer.caller {
            Some(_) => "problem-rules-known",
            None => "problem-missing-rules",
        };
        problems.add("rules", ctx.l.t(whose));
        return Ok(unprocessable(&template(ctx, &mut tx, &writing, &new, problems).await?));
    }
    let page = |name: &str| Ok(see_other(&writing.path(name)));
    match file(ctx, &mut tx, &ctx.act()?, &writing, &new).await {
        Ok(submitted) => {
            draft::delete(&mut tx, writing.draft.id, writing.draft.owner).await?;
            ctx.app.commit(tx).await?;
            Ok(see_other(&form.writer.sent_path(submitted.id)))
        }
        Err(MoveError::NotFound) => Err(WebError::NotFound),
        Err(MoveError::AlreadyMoved(next)) => {
            let next = store::named(&mut tx, next).await?.ok_or(WebError::NotFound)?;
            let args = [("reference", next.reference.into())];
            problems.add("rules", ctx.l.with("problem-already-moved", &args));
            Ok(unprocessable(&template(ctx, &mut tx, &writing, &new, problems).await?))
        }
        Err(MoveError::Over) => {
            problems.add("rules", ctx.l.t("problem-moved-over"));
            Ok(unprocessable(&template(ctx, &mut tx, &writing, &new, problems).await?))
        }
        Err(MoveError::Submit(SubmitError::Database(error))) => Err(error.into()),
        Err(MoveError::Submit(SubmitError::Refused(refusal))) => match refusal {
            Refusal::NotApproved => {
                let whose = if form.writer.caller.is_some() {
                    "callers-not-approved"
                } else {
                    "problem-not-approved"
                };
                problems.add("rules", ctx.l.t(whose));
                Ok(unprocessable(&template(ctx, &mut tx, &writing, &new, problems).await?))
            }
            Refusal::TopicRefused => page("referral"),
            Refusal::UnknownLanguage | Refusal::UnknownOccasion => page("conversation?wrong"),
            Refusal::NoSlot | Refusal::Slot(..) => page("when?wrong"),
            Refusal::UnknownSite | Refusal::TooManyOpenings => page("where?wrong"),
        },
    }
}

/// Alone, or instead of the request whose appointment it moves.
async fn file(
    ctx: &Ctx,
    tx: &mut Tx,
    act: &Act<'_>,
    writing: &Writing<'_>,
    new: &NewRequest,
) -> Result<Submitted, MoveError> {
    let Some(old) = drafts::moves(&writing.draft.typed) else {
        return Ok(requests::submit(tx, act, &ctx.rules, new).await?);
    };
    let canceller = match writing.writer.caller {
        Some(_) => Canceller::Coordinator,
        None => Canceller::Contact,
    };
    requests::file_instead(tx, act, &ctx.rules, new, (old, canceller)).await
}

/// The draft as a request; if it is not one yet, the path of the page where something is open.
fn whole(ctx: &Ctx, writing: &Writing<'_>) -> Result<NewRequest, String> {
    if drafts::refused_topic(writing, &ctx.rules).is_some() {
        return Err(writing.path("referral"));
    }
    draft::read(&writing.draft, &writing.asker, &ctx.rules, ctx.now).map_err(|list| {
        let (step, wrong) = drafts::first_gap(&list);
        let query = if wrong { "?wrong" } else { "" };
        writing.path(&format!("{}{query}", drafts::step_name(step)))
    })
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    writing: &Writing<'_>,
    new: &NewRequest,
    problems: Problems,
) -> Result<Check, WebError> {
    let checked = is_checked(ctx, tx, writing, new).await?;
    let moving = moving::view(ctx, tx, writing).await?;
    let outlook = outlook(ctx, tx, writing, new).await?;
    let (l, rules, locale) = (&ctx.l, &ctx.rules, ctx.l.code());
    let first = new.slots[0];
    let starts_at = rules.to_utc(first.date, first.start).ok();
    // What was left empty has its own word where "not given" would be odd.
    let answer = |label: &str, lines: Vec<String>, page: &str, field: &str| Answer {
        label: l.t(label),
        lines: if lines.iter().all(String::is_empty) {
            vec![l.t(match label {
                "label-urgent" => "check-not-urgent",
                "label-alternative" => "check-no-alternative",
                _ => "check-nothing",
            })]
        } else {
            lines
        },
        href: format!("{}#{field}", writing.path(page)),
    };
    let site = writing
        .sites
        .iter()
        .find(|site| site.id == new.site)
        .map(|site| SiteLine::of(site, rules));
    let site_lines = site.map(|site| vec![site.name, site.address]).unwrap_or_default();
    let topic = rules.topic(&new.topic);
    let other_slots = new
        .slots
        .iter()
        .skip(1)
        .map(|slot| wording::slot(l, slot.date, slot.start, slot.end))
        .collect();
    let occasion = wording::occasion(rules, &new.occasion, locale);
    let topic_name = topic.map(|topic| topic.name.or_code(locale, &topic.code).to_owned());
    let mut conversation = vec![
        answer(
            "label-language",
            wording::language_lines(l, rules, &new.language),
            "conversation",
            "language",
        ),
        answer("label-occasion", vec![occasion], "conversation", "occasion"),
    ];
    // The topic that an occasion brings along was not chosen.
    if !writing.draft.typed.get("topic").is_empty() {
        let name = topic_name.into_iter().collect();
        conversation.push(answer("label-topic", name, "conversation", "topic"));
    }
    conversation.push(answer(
        "label-wishes",
        wording::wishes(l, new.gender, new.same_volunteer),
        "conversation",
        "gender_wish",
    ));
    let groups = vec![
        Group {
            title: l.t("check-group-conversation"),
            answers: conversation,
        },
        Group {
            title: l.t("check-group-when"),
            answers: vec![
                answer("label-alternative", other_slots, "when", "alt_day"),
                answer("label-mode", vec![l.t(&format!("mode-{}", new.mode))], "when", "mode"),
            ],
        },
        Group {
            title: l.t("check-group-where"),
            answers: vec![
                answer("label-site", site_lines, "where", "site"),
                answer(
                    "label-meeting-point",
                    vec![new.meeting_point.clone()],
                    "where",
                    "meeting_point",
                ),
                answer("label-openings", vec![new.openings.to_string()], "where", "openings"),
                answer(
                    "label-urgent",
                    new.urgent_reason.iter().cloned().collect(),
                    "where",
                    "urgent",
                ),
                answer(
                    "label-remarks",
                    new.remarks.lines().map(str::to_owned).collect(),
                    "where",
                    "remarks",
                ),
            ],
        },
    ];
    Ok(Check {
        page: ctx.page_titled(drafts::title(ctx, "check-title", &problems)),
        frame: writing.frame(ctx),
        problems,
        date: l.date(first.date),
        iso_date: first.date.to_string(),
        time: l.time_range(first.start, first.end),
        groups,
        care: topic
            .filter(|_| checked)
            .and_then(|topic| topic.referral.get(locale))
            .map(str::to_owned),
        short_notice: starts_at.is_some_and(|starts_at| rules.is_short_notice(ctx.now, starts_at)),
        next: if checked {
            "check-side-checked-text"
        } else {
            "check-side-next-text"
        },
        outlook,
        doubts: days::doubts(ctx, &new.slots),
        send: if moving.is_some() {
            "check-moving-send"
        } else {
            "check-send"
        },
        moving,
        answer_by: answer_by(ctx, new, checked),
        cancel: starts_at.map(|start| cancel(ctx, start)).unwrap_or_default(),
        accept: if writing.writer.caller.is_some() {
            "check-rules-known"
        } else {
            "check-rules-accept"
        },
    })
}

/// Who can, and of whom it is wished for: whether they can.
async fn outlook(ctx: &Ctx, tx: &mut Tx, writing: &Writing<'_>, new: &NewRequest) -> Result<Outlook, WebError> {
    let old = moving::moved(ctx, tx, writing).await?;
    let about = (writing.asker.sector.as_str(), old.as_ref());
    let prospects = requests::prospects(tx, &ctx.rules, new, about, ctx.now).await?;
    let wished = prospects.wished.iter().flat_map(|wished| &wished.volunteers);
    let mut names = Vec::new();
    for volunteer in wished {
        let volunteer = volunteers::store::get(tx, *volunteer).await?;
        names.extend(volunteer.map(|volunteer| volunteer.name));
    }
    Ok(prospects::view(ctx, writing, &prospects, &names.join(", ")))
}

/// Until when a cancellation is free; of a near appointment that moment is over before it is asked for.
fn cancel(ctx: &Ctx, starts_at: DateTime<Utc>) -> String {
    let (l, notice) = (&ctx.l, ctx.rules.late().cancellation);
    if !notice.is_kept(&ctx.rules, ctx.now, starts_at) {
        return l.t("check-side-cancel-late");
    }
    let until = notice.until(l, &ctx.rules, starts_at);
    l.with("check-side-cancel-text", &[("when", until.into())])
}

/// Whether a coordinator looks at it before anybody is asked.
async fn is_checked(ctx: &Ctx, tx: &mut Tx, writing: &Writing<'_>, new: &NewRequest) -> Result<bool, DbError> {
    let institution = institutions::store::get(tx, writing.asker.institution).await?;
    let trusted = institution.is_some_and(|institution| institution.trusted_since.is_some());
    Ok(check::is_needed(&ctx.rules, &new.topic, trusted))
}

/// When the institution would hear at the latest if the request were sent now.
fn answer_by(ctx: &Ctx, new: &NewRequest, checked: bool) -> String {
    let starts = new
        .slots
        .iter()
        .filter_map(|slot| ctx.rules.to_utc(slot.date, slot.start).ok());
    let starts: Vec<_> = starts.collect();
    if checked {
        let first = starts.iter().min().copied().unwrap_or(ctx.now);
        let heard_by = check::heard_by(&ctx.rules, ctx.now, first);
        return ctx.l.moment(heard_by, ctx.rules.zone());
    }
    let last = starts.into_iter().max().unwrap_or(ctx.now);
    let target = promise::dates(&ctx.rules, ctx.now, last).target;
    ctx.l.moment(target, ctx.rules.zone())
}
