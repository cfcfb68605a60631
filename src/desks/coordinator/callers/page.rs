//! `/desk/callers`: who calls? And what was begun for callers and not sent.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use crate::{
    desks::{coordinator::tasks::Phone, institution::draft_name},
    institutions::{self, Caller, State},
    people::Name,
    phone,
    requests::draft,
    web::{Ctx, Page, Problems, WebError, html},
};

/// More than that, and searching is quicker than reading.
const MOST: usize = 40;
/// Fewer digits are in everybody's number.
const FEWEST_DIGITS: usize = 4;

struct Begun {
    base: String,
    who: String,
    text: String,
    changed: String,
}

struct Group {
    name: String,
    href: String,
    /// Why nobody can ask for it now.
    why_not: Option<String>,
    contacts: Vec<Contact>,
}

struct Contact {
    action: String,
    name: String,
    phone: Option<Phone>,
}

#[derive(Template)]
#[template(path = "coordinator/callers.html")]
pub struct Callers {
    page: Page,
    problems: Problems,
    search: String,
    begun: Vec<Begun>,
    groups: Vec<Group>,
    /// How many contacts there are beyond those shown.
    more: Option<String>,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let search = pairs
        .iter()
        .find_map(|(key, value)| (key == "search").then(|| value.trim()))
        .unwrap_or_default();
    let page = read(&ctx, search, None).await?;
    Ok(html(StatusCode::OK, &page))
}

/// `refused`: a caller whose institution may not ask; the page says so on top.
pub async fn read(ctx: &Ctx, search: &str, refused: Option<&Caller>) -> Result<Callers, WebError> {
    let me = ctx.coordinator()?.person;
    let mut tx = ctx.app.db.read().await?;
    let mut begun = Vec::new();
    for draft in draft::of_coordinator(&mut tx, me).await? {
        let caller = institutions::caller(&mut tx, draft.owner.contact).await?;
        if let Some(caller) = caller.filter(|_| !draft.typed.is_empty()) {
            begun.push(begun_for(ctx, &draft, &caller));
        }
    }
    let mut callers = institutions::callers(&mut tx).await?;
    tx.commit().await?;
    if !search.is_empty() {
        let wanted = search.parse::<Name>().ok().map(|name| name.sort_key());
        let number = phone::bare(search);
        callers.retain(|caller| {
            let named = wanted
                .as_ref()
                .is_some_and(|wanted| caller.institution_sort.contains(wanted) || caller.name_sort.contains(wanted));
            let calls = caller.phone.as_deref().map(phone::bare).unwrap_or_default();
            named || (number.len() >= FEWEST_DIGITS && calls.contains(&number))
        });
    }
    let more = callers.len().saturating_sub(MOST);
    callers.truncate(MOST);
    let mut problems = Problems::default();
    if let Some(caller) = refused {
        let name = caller.institution_name.clone();
        problems.add("search", ctx.l.with("callers-not-now", &[("institution", name.into())]));
    }
    Ok(Callers {
        page: ctx.page("callers-title"),
        problems,
        search: search.to_owned(),
        begun,
        groups: groups(ctx, callers),
        more: (more > 0).then(|| ctx.l.with("callers-more", &[("count", more.into())])),
    })
}

fn begun_for(ctx: &Ctx, draft: &draft::Draft, caller: &Caller) -> Begun {
    Begun {
        base: format!("/desk/callers/{}/drafts/{}", caller.contact, draft.id),
        who: bar(ctx, caller),
        text: draft_name(ctx, &draft.typed),
        changed: ctx.l.moment(draft.updated_at, ctx.rules.zone()),
    }
}

fn bar(ctx: &Ctx, caller: &Caller) -> String {
    let args = [
        ("name", caller.name.clone().into()),
        ("institution", caller.institution_name.clone().into()),
    ];
    ctx.l.with("callers-who", &args)
}

/// Those of one institution stand together; they come sorted.
fn groups(ctx: &Ctx, callers: Vec<Caller>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for caller in callers {
        let href = format!("/desk/institutions/{}", caller.institution);
        if groups.last().is_none_or(|group| group.href != href) {
            groups.push(Group {
                name: caller.institution_name.clone(),
                href,
                why_not: (caller.state != State::Approved.code())
                    .then(|| ctx.l.t(&format!("callers-state-{}", caller.state))),
                contacts: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.contacts.push(Contact {
                action: format!("/desk/callers/{}/drafts", caller.contact),
                name: caller.name,
                phone: Phone::new(String::new(), caller.phone),
            });
        }
    }
    groups
}
