//! What all pages of the form share: open the draft, take what was typed, go on.

use axum::response::Response;
use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    institutions::{self, InstitutionId, State, store::Site},
    requests::{
        RequestId,
        draft::{self, Asker, Draft, DraftId, Problem, Step, Typed},
    },
    settings::{Rules, Verdict},
    web::{
        Ctx, Fields, Problems, WebError,
        forms::{TextProblem, check_line, check_lines},
        see_other,
    },
};

use super::{
    filter::Asked,
    problems, repetition,
    writer::{Form, Frame, Writer},
};

/// A draft and who writes it.
pub struct Writing<'f> {
    pub writer: &'f Writer,
    pub draft: Draft,
    pub asker: Asker,
    pub sites: Vec<Site>,
    /// Something is filled in that was not typed.
    pub suggested: bool,
}

impl Writing<'_> {
    pub fn path(&self, page: &str) -> String {
        self.writer.path(self.draft.id, page)
    }

    pub fn frame(&self, ctx: &Ctx) -> Frame {
        Frame {
            suggested: self.suggested,
            again: again(ctx, &self.draft.typed),
            ..self.writer.frame(ctx, self.draft.id)
        }
    }
}

/// The field that holds which request this one is to stand for: its appointment is on another day.
pub const MOVES: &str = "moves";

/// The request that ends when this draft is filed.
pub fn moves(typed: &Typed) -> Option<RequestId> {
    typed.get(MOVES).parse().ok()
}

/// Which request this one repeats, and what has ended since and was not chosen anew.
fn again(ctx: &Ctx, typed: &Typed) -> Vec<String> {
    let old = typed.get(draft::AGAIN_OF);
    if old.is_empty() {
        return Vec::new();
    }
    let l = &ctx.l;
    let moving = moves(typed).is_some();
    let note = if moving { "again-moving" } else { "again-note" };
    let mut said = vec![l.with(note, &[("reference", old.into())])];
    for (field, kept) in draft::GONE {
        let name = typed.get(kept);
        if !name.is_empty() && typed.get(field).is_empty() {
            said.push(l.with(&format!("again-gone-{field}"), &[("name", name.into())]));
        }
    }
    // Whoever moves an appointment reads by name who is asked first, before it is sent.
    if !moving && !typed.get("same_volunteer").is_empty() {
        said.push(l.t("again-same"));
    }
    said
}

/// A field of a page and how much fits in.
pub struct FieldSpec {
    pub name: &'static str,
    pub max: usize,
    pub lines: bool,
}

pub const fn line(name: &'static str, max: usize) -> FieldSpec {
    FieldSpec {
        name,
        max,
        lines: false,
    }
}

/// Starts a request, or moves the one that the form names. One that was begun and left empty is used again.
pub async fn create(Form { ctx, writer, .. }: Form, fields: Fields) -> Result<Response, WebError> {
    let writer = writer.acting_for(&ctx, &fields.get("contact"))?;
    let mut tx = ctx.app.db.begin().await?;
    if is_paused(&mut tx, writer.institution).await? {
        // The list says why.
        return Ok(see_other(writer.home()));
    }
    if let Ok(old) = fields.get(MOVES).parse::<RequestId>() {
        return repetition::move_on(&ctx, tx, &writer, old).await;
    }
    let begun = draft::of_owner(&mut tx, writer.owner()).await?;
    let id = match begun.iter().find(|draft| draft.typed.is_empty()) {
        Some(empty) => empty.id,
        None => draft::create(&mut tx, &ctx.act()?, writer.owner()).await?,
    };
    ctx.app.commit(tx).await?;
    Ok(see_other(&writer.path(id, "conversation")))
}

/// While an institution rests, nothing new is begun.
pub async fn is_paused(tx: &mut Tx, institution: InstitutionId) -> Result<bool, DbError> {
    let institution = institutions::store::get(tx, institution).await?;
    Ok(institution.is_some_and(|institution| institution.state.parse() == Ok(State::Paused)))
}

pub async fn remove(form: Form, _fields: Fields) -> Result<Response, WebError> {
    let id = form.draft.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = form.ctx.app.db.begin().await?;
    draft::delete(&mut tx, id, form.writer.owner()).await?;
    form.ctx.app.commit(tx).await?;
    let home = match form.writer.caller {
        Some(_) => form.writer.home().to_owned(),
        None => Asked::of(&form.ctx).back(),
    };
    Ok(see_other(&home))
}

/// The draft; when it has become a request, the way there instead.
pub async fn open<'f>(form: &'f Form, tx: &mut Tx) -> Result<Result<Writing<'f>, Response>, WebError> {
    let writer = &form.writer;
    let id: DraftId = form.draft.parse().map_err(|_| WebError::NotFound)?;
    let Some(draft) = draft::find(tx, id, writer.owner()).await? else {
        return match draft::submitted_as(tx, id, writer.institution).await? {
            // Sent twice: both answers say that it is sent.
            Some(request) => Ok(Err(see_other(&writer.sent_path(request)))),
            None => Err(WebError::NotFound),
        };
    };
    let sector = institutions::store::get(tx, writer.institution)
        .await?
        .ok_or(WebError::NotFound)?
        .sector;
    let sites = institutions::store::sites_of(tx, writer.institution).await?;
    let asker = Asker {
        person: writer.person,
        contact: writer.contact,
        institution: writer.institution,
        sector,
        sites: sites.iter().map(|site| site.id).collect(),
    };
    Ok(Ok(Writing {
        writer,
        draft,
        asker,
        sites,
        suggested: false,
    }))
}

/// Puts what was typed into the draft and keeps it; what holds forbidden characters or is too long is shown
/// again but never kept.
pub async fn take(
    ctx: &Ctx,
    tx: &mut Tx,
    writing: &mut Writing<'_>,
    fields: &Fields,
    specs: &[FieldSpec],
) -> Result<Problems, WebError> {
    let mut found = Problems::default();
    let mut kept = writing.draft.clone();
    for spec in specs {
        let text = fields.get(spec.name);
        let check = if spec.lines {
            check_lines(&text, spec.max)
        } else {
            check_line(&text, spec.max)
        };
        match check {
            Ok(()) => kept.typed.set(spec.name, text.clone()),
            Err(TextProblem::TooLong) => {
                let used = text.chars().count();
                let args = [("max", spec.max.into()), ("used", used.into())];
                found.add(spec.name, ctx.l.with("problem-long-text", &args));
            }
            Err(TextProblem::NotAllowed) => found.add(spec.name, ctx.l.t("problem-characters")),
        }
        writing.draft.typed.set(spec.name, text);
    }
    draft::save(tx, &ctx.act()?, &kept).await?;
    Ok(found)
}

/// Puts a step's problems into words, after those that are there already.
pub fn explain(ctx: &Ctx, found: &mut Problems, list: draft::Problems, step: Step) {
    for (at, field, problem) in list {
        if at == step {
            found.add(field, problems::text(&ctx.l, &ctx.rules, field, &problem));
        }
    }
}

/// Where to go when a step is done: to the check when nothing is left to ask, else to the next step.
pub fn onward(writing: &Writing<'_>, rules: &Rules, now: DateTime<Utc>, next: &str) -> Response {
    if refused_topic(writing, rules).is_some() {
        return see_other(&writing.path("referral"));
    }
    match draft::read(&writing.draft, &writing.asker, rules, now) {
        Ok(_) => see_other(&writing.path("check")),
        Err(_) => see_other(&writing.path(next)),
    }
}

/// The topic, if the pool does not help with it.
pub fn refused_topic(writing: &Writing<'_>, rules: &Rules) -> Option<String> {
    let code = draft::topic(&writing.draft.typed, rules)?;
    rules
        .topic(&code)
        .filter(|topic| topic.verdict == Verdict::Refuse)
        .map(|topic| topic.code.clone())
}

/// The step that an unfinished draft has to go back to, and whether something in it is wrong (not just missing).
pub fn first_gap(list: &draft::Problems) -> (Step, bool) {
    let step = list.iter().map(|(step, ..)| *step).min().unwrap_or(Step::Conversation);
    let wrong = list
        .iter()
        .any(|(at, _, problem)| *at == step && *problem != Problem::Missing);
    (step, wrong)
}

pub fn step_name(step: Step) -> &'static str {
    match step {
        Step::Conversation => "conversation",
        Step::When => "when",
        Step::Place => "where",
    }
}

/// The title that a browser's tab shows while something is wrong.
pub fn title(ctx: &Ctx, key: &str, problems: &Problems) -> String {
    let title = ctx.l.t(key);
    if problems.is_empty() {
        title
    } else {
        ctx.l.with("title-with-error", &[("title", title.into())])
    }
}

/// `?wrong` asks a step to say at once what is wrong.
pub fn asks_what_is_wrong(query: Option<&str>) -> bool {
    query == Some("wrong")
}
