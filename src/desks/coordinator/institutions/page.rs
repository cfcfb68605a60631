//! `/desk/institutions/{id}`: everything about one institution.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    orphans::{self, Orphans},
    people::{BanView, ContactView, bans, contacts},
};
use crate::{
    database::{DbError, Tx},
    desks::coordinator::{
        back::{self, Back},
        list::{self, Filter},
        list_page::{self, RowView},
        tasks::{TaskView, Words},
        trail,
    },
    institutions::{
        self, State,
        store::{Institution, Site},
    },
    tasks::{self, Kind},
    wall,
    web::{Ctx, Page, Problems, WebError, html},
};

const LATEST: usize = 10;

#[derive(Template)]
#[template(path = "coordinator/institutions/page.html")]
pub struct InstitutionPage {
    page: Page,
    back: Back,
    problems: Problems,
    /// Where everything about it begins.
    path: String,
    step: String,
    name: String,
    state: String,
    shape: &'static str,
    facts: Vec<(String, String)>,
    waits: bool,
    may_pause: bool,
    may_resume: bool,
    may_retire: bool,
    may_invite: bool,
    trusted: bool,
    /// Beside the decision about a registration, which stands on the page itself.
    tasks: Vec<TaskView>,
    sites: Vec<SiteView>,
    former_sites: Option<String>,
    contacts: Vec<ContactView>,
    former_contacts: Option<String>,
    /// Requests that name somebody who has left.
    orphans: Vec<Orphans>,
    requests: Vec<RowView>,
    all_requests: String,
    bans: Vec<BanView>,
    trail: trail::Last,
}

struct SiteView {
    id: String,
    name: String,
    address: String,
    district: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let page = template(&ctx, &mut tx, &institution, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    institution: &Institution,
    problems: Problems,
) -> Result<InstitutionPage, DbError> {
    let l = &ctx.l;
    let id = institution.id;
    let (contacts, former_contacts) = contacts(ctx, tx, id).await?;
    let orphans = orphans::of_institution(ctx, tx, id).await?;
    let sites = institutions::store::sites_of(tx, id).await?;
    let former_sites = institutions::store::former_sites_of(tx, id).await?;
    let filter = Filter {
        institution: Some(id),
        ..Filter::default()
    };
    let requests = list::read(tx, &filter, ctx.now).await?.rows;
    let mut words = Words::default();
    let mut open = Vec::new();
    for task in tasks::of_institution(tx, id).await? {
        if task.kind != Kind::InstitutionWaits.code() {
            open.push(words.of(ctx, tx, &task).await?);
        }
    }
    let bans = bans(ctx, tx, id).await?;
    let trail = trail::last(ctx, tx, "institution", id.0).await?;

    let (word, shape) = super::state(&institution.state, institution.refusal_reason.is_some());
    let state: Option<State> = institution.state.parse().ok();
    let name_of = |site: Site| site.name;
    let sector = sector(ctx, institution);
    Ok(InstitutionPage {
        page: ctx.page_titled(institution.name.clone()),
        back: back::to(ctx, "/desk/institutions"),
        problems,
        path: super::path(id),
        step: l.with("institution-step", &[("sector", sector.into())]),
        name: institution.name.clone(),
        state: l.t(&word),
        shape,
        facts: facts(ctx, institution),
        waits: state == Some(State::Pending),
        may_pause: state == Some(State::Approved),
        may_resume: state == Some(State::Paused),
        may_retire: matches!(state, Some(State::Approved | State::Paused)),
        trusted: institution.trusted_since.is_some(),
        may_invite: matches!(state, Some(State::Approved | State::Paused)),
        tasks: open,
        sites: sites.iter().map(|site| site_view(ctx, site)).collect(),
        former_sites: names(former_sites.into_iter().map(name_of).collect())
            .map(|names| l.with("institution-site-former", &[("names", names.into())])),
        contacts,
        orphans,
        former_contacts: names(former_contacts)
            .map(|names| l.with("institution-contacts-former", &[("names", names.into())])),
        requests: requests
            .iter()
            .take(LATEST)
            .map(|row| list_page::view(ctx, row))
            .collect(),
        all_requests: format!("/desk/requests?institution={id}"),
        bans,
        trail,
    })
}

fn names(names: Vec<String>) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

fn sector(ctx: &Ctx, institution: &Institution) -> String {
    let sector = ctx.rules.sector(&institution.sector);
    sector
        .map_or(institution.sector.as_str(), |sector| {
            sector.name.or_code(ctx.l.code(), &sector.code)
        })
        .to_owned()
}

fn facts(ctx: &Ctx, institution: &Institution) -> Vec<(String, String)> {
    let l = &ctx.l;
    let day = |at| l.date_numeric(wall::day_of(ctx.rules.zone(), at));
    let kind = match institution.kind.as_deref() {
        Some(code) => match ctx.rules.institution_kind(code) {
            Some(kind) => kind.name.or_code(l.code(), code).to_owned(),
            // The rules have forgotten it since.
            None => code.to_owned(),
        },
        None => l.t("institution-fact-kind-none"),
    };
    let mut facts = vec![
        (l.t("institution-fact-sector"), sector(ctx, institution)),
        (l.t("institution-fact-kind"), kind),
        (l.t("institution-fact-created"), day(institution.created_at)),
    ];
    if let Some(since) = institution.state_changed_at {
        facts.insert(0, (l.t("institution-fact-since"), day(since)));
    }
    if let Some(since) = institution.trusted_since {
        facts.push((l.t("institution-fact-trusted"), day(since)));
    }
    if let Some(reason) = &institution.refusal_reason {
        facts.push((l.t("institution-fact-refused"), reason.clone()));
    }
    facts
}

fn site_view(ctx: &Ctx, site: &Site) -> SiteView {
    SiteView {
        id: site.id.to_string(),
        name: site.name.clone(),
        address: format!("{}, {} {}", site.street, site.postcode, site.city),
        district: ctx.rules.district_name(&site.district).to_owned(),
    }
}
