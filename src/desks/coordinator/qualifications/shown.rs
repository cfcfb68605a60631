//! `/desk/volunteers/{id}/qualifications`: everything one volunteer has shown, and noting more.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    form::{self, KindChoice, Typed},
    words::{self, Tag},
};
use crate::{
    database::Tx,
    desks::coordinator::undo,
    qualifications::{self, Holder, QualificationId, RecordError, Why, store::Shown},
    volunteers::VolunteerId,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// What a volunteer's page shows of it; the template is `coordinator/qualifications/section.html`.
pub struct Section {
    pub volunteer: String,
    pub kinds: Vec<KindRow>,
    pub rows: Vec<Row>,
    pub revoked: Vec<String>,
    /// Sectors in which this volunteer may work today, and where not.
    pub may: String,
    pub may_not: String,
}

pub struct KindRow {
    pub name: String,
    pub tag: Tag,
}

pub struct Row {
    pub id: String,
    pub kind: String,
    pub until: String,
    pub about: String,
    pub revoke_label: String,
    pub whys: Vec<(&'static str, String)>,
    /// The form of this row came back without a choice.
    pub wrong: bool,
}

#[derive(Template)]
#[template(path = "coordinator/qualifications/shown.html")]
struct ShownPage {
    page: Page,
    problems: Problems,
    shown: Section,
    typed: Typed,
    kinds: Vec<KindChoice>,
    hints: Vec<String>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let holder = holder(&mut tx, &id).await?;
    let typed = Typed::default();
    let page = page(&ctx, &mut tx, &holder, typed, Problems::default(), None).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn record(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let coordinator = ctx.coordinator()?.person;
    let mut tx = ctx.app.db.begin().await?;
    let holder = holder(&mut tx, &id).await?;
    let typed = Typed::read(&fields);
    let act = ctx.act()?;
    let problems = match typed.check(&ctx, coordinator) {
        Ok(shown) => match qualifications::record(&mut tx, &act, &ctx.rules, holder.volunteer, &shown).await {
            Ok(_) => {
                let there = undo::saved(&mut tx, &act, holder.volunteer.0, &path(holder.volunteer)).await?;
                ctx.app.commit(tx).await?;
                return Ok(see_other(&there));
            }
            Err(RecordError::Wrong(wrong)) => {
                let mut problems = Problems::default();
                for problem in wrong {
                    let (field, words) = words::problem(&ctx.l, problem);
                    problems.add(field, words);
                }
                problems
            }
            Err(RecordError::NotFound) => return Err(WebError::NotFound),
            Err(RecordError::Database(error)) => return Err(error.into()),
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(
        &page(&ctx, &mut tx, &holder, typed, problems, None).await?,
    ))
}

/// The page again, because the form of one row came back without a reason.
pub async fn without_reason(
    ctx: &Ctx,
    tx: &mut Tx,
    holder: &Holder,
    row: QualificationId,
) -> Result<Response, WebError> {
    let mut problems = Problems::default();
    problems.add("why", ctx.l.t("quals-problem-why"));
    let page = page(ctx, tx, holder, Typed::default(), problems, Some(row)).await?;
    Ok(unprocessable(&page))
}

pub async fn holder(tx: &mut Tx, id: &str) -> Result<Holder, WebError> {
    let id: VolunteerId = id.parse().map_err(|_| WebError::NotFound)?;
    qualifications::store::holder(tx, id).await?.ok_or(WebError::NotFound)
}

pub fn path(volunteer: VolunteerId) -> String {
    format!("/desk/volunteers/{volunteer}/qualifications")
}

/// What stands on the volunteer's page too.
pub async fn section(
    ctx: &Ctx,
    tx: &mut Tx,
    holder: &Holder,
    wrong: Option<QualificationId>,
) -> Result<Section, WebError> {
    let (l, rules) = (&ctx.l, &*ctx.rules);
    let today = rules.local(ctx.now).date();
    let all = qualifications::store::of_volunteer(tx, holder.volunteer).await?;
    let (revoked, counting): (Vec<_>, Vec<_>) = all.iter().partition(|shown| shown.revoked_at.is_some());
    let sectors: Vec<&str> = rules.sectors().iter().map(|sector| sector.code.as_str()).collect();
    let willing = sectors.iter().filter(|sector| holder.is_willing(sector));
    let (may, may_not): (Vec<_>, Vec<_>) = willing.partition(|sector| holder.may_work(rules, sector, today));
    let names = |codes: Vec<&&str>| {
        let names: Vec<_> = codes.into_iter().map(|code| words::sector(l, rules, code)).collect();
        names.join(", ")
    };
    let kinds = rules.qualifications().iter().map(|kind| KindRow {
        name: words::kind(l, rules, &kind.code),
        tag: words::tag(l, holder.standing(rules, &kind.code, &sectors, today)),
    });
    Ok(Section {
        volunteer: holder.volunteer.to_string(),
        kinds: kinds.collect(),
        rows: counting.iter().map(|shown| row(ctx, shown, wrong)).collect(),
        revoked: revoked.iter().map(|shown| taken_back(ctx, shown)).collect(),
        may: names(may),
        may_not: names(may_not),
    })
}

fn row(ctx: &Ctx, shown: &Shown, wrong: Option<QualificationId>) -> Row {
    let l = &ctx.l;
    let kind = words::kind(l, &ctx.rules, &shown.kind);
    let seen = l.date_numeric(shown.seen_on);
    let mut about = match &shown.seen_by {
        Some(name) => l.with("quals-seen-by", &[("date", seen.into()), ("name", name.clone().into())]),
        None => l.with("quals-seen", &[("date", seen.into())]),
    };
    if let Some(issued) = shown.issued_on {
        about.push(' ');
        about.push_str(&l.with("quals-issued", &[("date", l.date_numeric(issued).into())]));
    }
    Row {
        id: shown.id.to_string(),
        until: match shown.valid_until {
            Some(until) => l.with("quals-until", &[("date", l.date_numeric(until).into())]),
            None => l.t("quals-until-open"),
        },
        about,
        revoke_label: l.with("quals-revoke-what", &[("kind", kind.clone().into())]),
        kind,
        whys: Why::ALL
            .iter()
            .map(|why| (why.code(), l.t(&format!("quals-why-{}", why.code()))))
            .collect(),
        wrong: wrong == Some(shown.id),
    }
}

fn taken_back(ctx: &Ctx, shown: &Shown) -> String {
    let l = &ctx.l;
    let on = shown.revoked_at.map(|at| l.date_numeric(ctx.rules.local(at).date()));
    l.with(
        "quals-revoked",
        &[
            ("kind", words::kind(l, &ctx.rules, &shown.kind).into()),
            ("seen", l.date_numeric(shown.seen_on).into()),
            ("date", on.unwrap_or_default().into()),
            (
                "name",
                shown.revoked_by.clone().unwrap_or_else(|| l.t("task-somebody")).into(),
            ),
        ],
    )
}

async fn page(
    ctx: &Ctx,
    tx: &mut Tx,
    holder: &Holder,
    typed: Typed,
    problems: Problems,
    wrong: Option<QualificationId>,
) -> Result<ShownPage, WebError> {
    let l = &ctx.l;
    let shown = section(ctx, tx, holder, wrong).await?;
    Ok(ShownPage {
        page: ctx.page_titled(l.with("quals-of", &[("name", holder.name.clone().into())])),
        problems,
        shown,
        kinds: form::kinds(ctx, &typed.kind, |_| true),
        typed,
        hints: hints(ctx),
    })
}

/// How long each kind counts by the rules.
fn hints(ctx: &Ctx) -> Vec<String> {
    let l = &ctx.l;
    let hint = |kind: &crate::settings::QualificationKind| {
        let name = kind.name.or_code(l.code(), &kind.code).to_owned();
        let months = kind.valid_months?;
        Some(match kind.max_age_months {
            Some(age) => l.with(
                "quals-hint-fresh",
                &[("kind", name.into()), ("months", months.into()), ("age", age.into())],
            ),
            None => l.with("quals-hint", &[("kind", name.into()), ("months", months.into())]),
        })
    };
    ctx.rules.qualifications().iter().filter_map(hint).collect()
}
