//! `/desk/volunteers/{id}/bans`: which institutions do not want this volunteer. Coordinators read it, nobody else.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    database::Tx,
    desks::coordinator::undo,
    institutions::{self, InstitutionId},
    volunteers::{self, Ban, BanId, VolunteerId, store::Volunteer},
    web::{
        Ctx, Fields, Page, Problems, WebError,
        forms::{TextProblem, check_lines},
        html, see_other, unprocessable,
    },
};

/// Characters of a note.
const LONGEST: usize = 500;

/// What a volunteer's page shows of it; the template is `coordinator/qualifications/bans_section.html`.
pub struct Section {
    pub volunteer: String,
    pub standing: Vec<Row>,
    pub lifted: Vec<Row>,
}

pub struct Row {
    pub id: String,
    pub institution: String,
    pub note: String,
    pub since: String,
    pub end_label: String,
}

struct Choice {
    id: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "coordinator/qualifications/bans.html")]
struct BansPage {
    page: Page,
    problems: Problems,
    bans: Section,
    institutions: Vec<Choice>,
    note: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let volunteer = volunteer(&mut tx, &id).await?;
    let page = page(&ctx, &mut tx, &volunteer, "", String::new(), Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn impose(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let l = &ctx.l;
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = volunteer(&mut tx, &id).await?;
    let (chosen, note) = (fields.get("institution"), fields.get("note"));
    let mut problems = Problems::default();
    let institution = known(&mut tx, &chosen).await?;
    if chosen.is_empty() {
        problems.add("institution", l.t("bans-problem-institution"));
    } else if institution.is_none() {
        problems.add("institution", l.t("problem-not-a-choice"));
    }
    if note.is_empty() {
        problems.add("note", l.t("bans-problem-note"));
    }
    match check_lines(&note, LONGEST) {
        Ok(()) => {}
        Err(TextProblem::NotAllowed) => problems.add("note", l.t("problem-characters")),
        Err(TextProblem::TooLong) => {
            let used = note.chars().count();
            let args = [("used", used.into()), ("max", LONGEST.into())];
            problems.add("note", l.with("problem-long-text", &args));
        }
    }
    if let (Some(institution), true) = (institution, problems.is_empty()) {
        let act = ctx.act()?;
        if volunteers::ban(&mut tx, &act, institution, volunteer.id, &note).await? {
            let there = undo::saved(&mut tx, &act, volunteer.id.0, &path(volunteer.id)).await?;
            ctx.app.commit(tx).await?;
            return Ok(see_other(&there));
        }
        problems.add("institution", l.t("bans-problem-stands"));
    }
    let page = page(&ctx, &mut tx, &volunteer, &chosen, note, problems).await?;
    Ok(unprocessable(&page))
}

pub async fn lift(ctx: Ctx, Path((id, ban)): Path<(String, String)>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let ban: BanId = ban.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = volunteer(&mut tx, &id).await?;
    let bans = volunteers::bans_of(&mut tx, volunteer.id).await?;
    let ban = bans.iter().find(|known| known.id == ban).ok_or(WebError::NotFound)?;
    // Lifted before, perhaps by a colleague, is as good as lifted now; a later ban stays.
    let mut there = path(volunteer.id);
    if ban.lifted_at.is_none() {
        let act = ctx.act()?;
        volunteers::lift_ban(&mut tx, &act, ban.institution_id, volunteer.id).await?;
        there = undo::saved(&mut tx, &act, volunteer.id.0, &there).await?;
        ctx.app.commit(tx).await?;
    }
    Ok(see_other(&there))
}

/// What stands on the volunteer's page too.
pub async fn section(ctx: &Ctx, tx: &mut Tx, volunteer: VolunteerId) -> Result<Section, WebError> {
    let mut section = Section {
        volunteer: volunteer.to_string(),
        standing: Vec::new(),
        lifted: Vec::new(),
    };
    for ban in volunteers::bans_of(tx, volunteer).await? {
        let institution = institutions::store::get(tx, ban.institution_id).await?;
        let row = row(
            ctx,
            &ban,
            institution.map(|institution| institution.name).unwrap_or_default(),
        );
        match ban.lifted_at {
            None => section.standing.push(row),
            Some(_) => section.lifted.push(row),
        }
    }
    Ok(section)
}

fn row(ctx: &Ctx, ban: &Ban, institution: String) -> Row {
    let l = &ctx.l;
    let day = |at| l.date_numeric(ctx.rules.local(at).date());
    let since = match ban.lifted_at {
        None => l.with("bans-since", &[("date", day(ban.created_at).into())]),
        Some(lifted) => l.with(
            "bans-from-until",
            &[("from", day(ban.created_at).into()), ("until", day(lifted).into())],
        ),
    };
    Row {
        id: ban.id.to_string(),
        end_label: l.with("bans-end-what", &[("institution", institution.clone().into())]),
        institution,
        note: ban.note.clone(),
        since,
    }
}

async fn volunteer(tx: &mut Tx, id: &str) -> Result<Volunteer, WebError> {
    let id: VolunteerId = id.parse().map_err(|_| WebError::NotFound)?;
    volunteers::store::get(tx, id).await?.ok_or(WebError::NotFound)
}

async fn known(tx: &mut Tx, chosen: &str) -> Result<Option<InstitutionId>, WebError> {
    let Ok(id) = chosen.parse::<InstitutionId>() else {
        return Ok(None);
    };
    Ok(institutions::store::get(tx, id)
        .await?
        .map(|institution| institution.id))
}

fn path(volunteer: VolunteerId) -> String {
    format!("/desk/volunteers/{volunteer}/bans")
}

async fn page(
    ctx: &Ctx,
    tx: &mut Tx,
    volunteer: &Volunteer,
    chosen: &str,
    note: String,
    problems: Problems,
) -> Result<BansPage, WebError> {
    let all = institutions::store::all(tx).await?;
    Ok(BansPage {
        page: ctx.page_titled(ctx.l.with("bans-of", &[("name", volunteer.name.clone().into())])),
        problems,
        bans: section(ctx, tx, volunteer.id).await?,
        institutions: all
            .into_iter()
            .map(|institution| {
                let id = institution.id.to_string();
                Choice {
                    chosen: id == chosen,
                    name: institution.name,
                    id,
                }
            })
            .collect(),
        note,
    })
}
