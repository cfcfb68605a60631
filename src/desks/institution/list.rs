//! The institution's requests: what comes next on top.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use chrono::{DateTime, Utc};

use super::{
    filter::{self, Asked, Filter},
    mine::{self, Own},
    wording,
};
use crate::{
    database::Tx,
    institutions::{ContactId, store::Contact},
    proofs,
    requests::{
        Request, RequestId, Status, draft,
        store::{
            self,
            overview::{self, Listed, Phase, Wanted},
        },
    },
    web::{Ctx, Page, WebError, html},
};

/// On a page that shows one kind of request.
const PAGE: usize = 25;
/// Of what is over, where everything is shown.
const LATEST: usize = 10;

/// The shape and the word of what they have to confirm.
pub const TO_CONFIRM: (&str, &str) = ("bad", "state-confirm");

struct Line {
    href: String,
    date: String,
    iso_date: String,
    time: String,
    language: String,
    occasion: String,
    reference: String,
    tag: &'static str,
    state: String,
    /// The other dates that would do, as long as none is settled.
    others: String,
    /// For whom, and who is the person to call, where that is not plain.
    whose: String,
}

/// A request that was begun and not sent.
struct Begun {
    href: String,
    removal: String,
    text: String,
    changed: String,
}

/// One way to look at them.
pub struct View {
    pub href: String,
    pub label: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "institution/list.html")]
struct List {
    page: Page,
    /// It sees everything and files nothing.
    paused: bool,
    /// For whom something can be asked, if there is a choice.
    own: Vec<(ContactId, String)>,
    contact: Option<ContactId>,
    begun: Vec<Begun>,
    /// Nothing was ever asked.
    empty: bool,
    filter: Filter,
    views: Vec<View>,
    when: &'static str,
    reset: String,
    /// The institution's people, and back.
    colleagues: String,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    old: bool,
    /// It stands there only while something is to be done.
    asks: bool,
    lines: Vec<Line>,
    /// The next page, and what its link says.
    more: Option<(String, String)>,
}

pub async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    mine::roles(&ctx)?;
    let mut tx = ctx.app.db.read().await?;
    let own = mine::all(&ctx, &mut tx).await?;
    let people = mine::colleagues(&mut tx, &own).await?;
    let filter = filter::read(&ctx, &mut tx, &asked, &own, &people).await?;
    let mut begun = Vec::new();
    for one in &own {
        let owner = draft::Owner {
            contact: one.contact,
            filed_by: None,
        };
        let drafts = draft::of_owner(&mut tx, owner).await?;
        let typed = drafts.iter().filter(|draft| !draft.typed.is_empty());
        begun.extend(typed.map(|draft| self::begun(&ctx, &asked, draft)));
    }
    let confirm = proofs::store::to_confirm(&mut tx, &filter.wanted.institutions).await?;
    let joining = store::without_joining(&mut tx, &filter.wanted.institutions, ctx.now).await?;
    let reader = Reader {
        confirm: &confirm,
        joining: &joining,
        ctx: &ctx,
        own: &own,
        people: &people,
        filter: &filter,
        asked: &asked,
    };
    let groups = reader.groups(&mut tx).await?;
    let when = filter.phase.map_or("", Phase::code);
    let askable: Vec<_> = own.iter().filter(|one| !one.is_paused()).collect();
    let page = List {
        page: ctx.page("list-title"),
        paused: askable.is_empty(),
        contact: askable.first().map(|one| one.contact),
        own: askable
            .iter()
            .map(|one| (one.contact, one.institution.name.clone()))
            .collect(),
        begun,
        empty: filter.languages.is_empty(),
        colleagues: asked.on("/requests/contacts"),
        views: views(&ctx, &filter, when, "/requests"),
        reset: format!(
            "/requests{}",
            if when.is_empty() {
                String::new()
            } else {
                format!("?when={when}")
            }
        ),
        when,
        groups,
        filter,
    };
    Ok(html(StatusCode::OK, &page))
}

struct Reader<'a> {
    ctx: &'a Ctx,
    own: &'a [Own],
    people: &'a BTreeMap<ContactId, Contact>,
    filter: &'a Filter,
    asked: &'a Asked,
    /// Where it is their turn to say how it was.
    confirm: &'a [RequestId],
    /// Where they have to say how to join the video.
    joining: &'a [RequestId],
}

impl Reader<'_> {
    async fn groups(&self, tx: &mut Tx) -> Result<Vec<Group>, WebError> {
        let groups = match self.filter.phase {
            Some(Phase::Waiting) => vec![
                self.to_confirm(tx).await?,
                self.to_say_how_to_join(tx).await?,
                self.group(tx, &[Phase::Waiting], PAGE).await?,
            ],
            Some(phase) => vec![self.group(tx, &[phase], PAGE).await?],
            None => vec![
                self.to_confirm(tx).await?,
                self.to_say_how_to_join(tx).await?,
                self.group(tx, &[Phase::Coming, Phase::Waiting], PAGE).await?,
                self.group(tx, &[Phase::Past], LATEST).await?,
            ],
        };
        // What is asked for is said to be empty; what is shown besides is not.
        let all = self.filter.phase.is_none();
        Ok(groups
            .into_iter()
            .filter(|group| !((all || group.asks) && group.lines.is_empty()))
            .collect())
    }

    /// It is over, and they have not said how it was: before all else that waits.
    async fn to_confirm(&self, tx: &mut Tx) -> Result<Group, WebError> {
        self.asked_of_them(tx, "state-confirm", self.confirm).await
    }

    /// Somebody comes to a video, and they have not said how to join it.
    async fn to_say_how_to_join(&self, tx: &mut Tx) -> Result<Group, WebError> {
        self.asked_of_them(tx, "state-joining", self.joining).await
    }

    async fn asked_of_them(&self, tx: &mut Tx, title: &str, ids: &[RequestId]) -> Result<Group, WebError> {
        let mut lines = Vec::new();
        let first_page = self.asked.after.is_empty();
        for id in ids.iter().take(PAGE).filter(|_| first_page) {
            let request = store::get(tx, *id).await?;
            lines.extend(request.filter(|one| self.is_wanted(one)).map(|one| self.line(&one)));
        }
        Ok(Group {
            title: self.ctx.l.t(title),
            old: false,
            asks: true,
            lines,
            more: None,
        })
    }

    /// What narrows the list narrows these, too.
    fn is_wanted(&self, request: &Request) -> bool {
        let wanted = &self.filter.wanted;
        (wanted.sites.is_empty() || wanted.sites.contains(&request.site))
            && (wanted.languages.is_empty() || wanted.languages.contains(&request.language))
            && (wanted.contacts.is_empty() || wanted.contacts.contains(&request.contact))
    }

    async fn group(&self, tx: &mut Tx, phases: &[Phase], most: usize) -> Result<Group, WebError> {
        let ctx = self.ctx;
        let wanted = Wanted {
            phases: phases.to_vec(),
            ..self.filter.wanted.clone()
        };
        let old = phases == [Phase::Past];
        let after = self.filter.phase.and_then(|_| filter::position(&self.asked.after));
        let limit = i64::try_from(most + 1).unwrap_or(i64::MAX);
        let mut found: Vec<Listed> = if old {
            overview::back(tx, &wanted, after, ctx.now, limit).await?
        } else {
            overview::ahead(tx, &wanted, after, ctx.now, limit).await?
        };
        let goes_on = found.len() > most;
        found.truncate(most);
        let more = match (found.last().filter(|_| goes_on), self.filter.phase) {
            (None, _) => None,
            (Some(last), Some(phase)) => {
                let after = filter::after(last.position());
                let pairs = [("when", phase.code()), ("after", after.as_str())];
                Some((self.filter.href("/requests", &pairs), ctx.l.t("list-next-page")))
            }
            (Some(_), None) if old => {
                let href = self.filter.href("/requests", &[("when", Phase::Past.code())]);
                Some((href, ctx.l.t("list-all-past")))
            }
            (Some(_), None) => {
                let href = self.filter.href("/requests", &[("when", Phase::Coming.code())]);
                Some((href, ctx.l.t("list-all-coming")))
            }
        };
        // Where all is shown, what waits for them stands above.
        let asked = |id: &RequestId| self.confirm.contains(id) || self.joining.contains(id);
        let above = |row: &&Listed| self.filter.phase.is_none() && asked(&row.id);
        let mut lines = Vec::with_capacity(found.len());
        for row in found.iter().filter(|row| !above(row)) {
            if let Some(request) = store::get(tx, row.id).await? {
                lines.push(self.line(&request));
            }
        }
        let title = match phases {
            [Phase::Coming] => "list-view-coming",
            [Phase::Waiting] => "list-view-waiting",
            [Phase::Past] => "list-past",
            _ => "list-upcoming",
        };
        Ok(Group {
            title: ctx.l.t(title),
            old,
            asks: false,
            lines,
            more,
        })
    }

    fn line(&self, request: &Request) -> Line {
        let ctx = self.ctx;
        let slot = request.main_slot();
        let (tag, state) = tag(request, ctx.now, self.confirm.contains(&request.id));
        let locale = ctx.l.code();
        Line {
            href: self.asked.request(request.id),
            date: slot.map(|slot| ctx.l.date(slot.date)).unwrap_or_default(),
            iso_date: slot.map(|slot| slot.date.to_string()).unwrap_or_default(),
            time: slot
                .map(|slot| ctx.l.time_range(slot.start, slot.end))
                .unwrap_or_default(),
            language: ctx.rules.language_name(&request.language, locale).to_owned(),
            occasion: wording::occasion(&ctx.rules, &request.occasion, locale),
            reference: request.reference.clone(),
            tag,
            state: ctx.l.t(state),
            others: self.others(request),
            whose: self.whose(request),
        }
    }

    /// "Einer von drei Terminen. Auch möglich: …"
    fn others(&self, request: &Request) -> String {
        let l = &self.ctx.l;
        let others = request.other_dates(self.ctx.now);
        if others.is_empty() {
            return String::new();
        }
        let dates = others
            .iter()
            .map(|slot| wording::slot(l, slot.date, slot.start, slot.end));
        let dates = dates.collect::<Vec<_>>().join("; ");
        if request.main_slot().is_none_or(|main| main.ends_at <= self.ctx.now) {
            return l.with("list-dates-left", &[("dates", dates.into())]);
        }
        let one = l.with("date-one-of", &[("count", (others.len() + 1).into())]);
        l.with("list-other-dates", &[("one", one.into()), ("dates", dates.into())])
    }

    fn whose(&self, request: &Request) -> String {
        let several = self.own.len() > 1;
        let institution = self.own.iter().find(|one| one.institution.id == request.institution);
        let institution = institution.filter(|_| several).map(|one| one.institution.name.clone());
        let mine = self.own.iter().any(|one| one.contact == request.contact);
        let contact = self.people.get(&request.contact).filter(|_| !mine);
        let both = [institution, contact.map(|contact| contact.name.clone())];
        both.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// The ways to look at them, as links: the filter stays.
pub fn views(ctx: &Ctx, filter: &Filter, when: &str, current: &str) -> Vec<View> {
    let list = |code: &str, key: &str| View {
        href: filter.href("/requests", &[("when", code)]),
        label: ctx.l.t(key),
        current: current == "/requests" && code == when,
    };
    vec![
        list("", "list-view-all"),
        list("coming", "list-view-coming"),
        list("waiting", "list-view-waiting"),
        list("past", "list-view-past"),
        View {
            href: filter.href("/requests/calendar", &[]),
            label: ctx.l.t("list-view-calendar"),
            current: current == "/requests/calendar",
        },
    ]
}

/// The state's shape and the key of its word. `confirm`: it is over, and the institution has to say how it was.
pub fn tag(request: &Request, now: DateTime<Utc>, confirm: bool) -> (&'static str, &'static str) {
    match request.status(now) {
        Status::Past { .. } if confirm => TO_CONFIRM,
        Status::Checking { asked: true, .. } => ("bad", "state-asked"),
        Status::Checking { .. } => ("open", "state-checking"),
        Status::Refused => ("gone", "state-refused"),
        Status::Searching { .. } => ("runs", "state-searching"),
        Status::Confirmed if request.assignments.iter().any(|one| one.withdrawal_asked_at.is_some()) => {
            ("bad", "state-doubt")
        }
        Status::Confirmed if request.lacks_joining() => ("bad", "state-joining"),
        Status::Confirmed => ("done", "state-confirmed"),
        Status::Unfilled => ("bad", "state-unfilled"),
        Status::Cancelled => ("gone", "state-cancelled"),
        Status::Past { held: true } => ("done", "state-held"),
        Status::Past { held: false } => ("gone", "state-not-held"),
    }
}

fn begun(ctx: &Ctx, asked: &Asked, draft: &draft::Draft) -> Begun {
    Begun {
        removal: asked.on(&format!("/requests/drafts/{}/removal", draft.id)),
        href: format!("/requests/drafts/{}/check", draft.id),
        text: draft_name(ctx, &draft.typed),
        changed: ctx.l.moment(draft.updated_at, ctx.rules.zone()),
    }
}

/// "Dari, Elterngespräch, noch ohne Tag": as the pool writes it, where it knows what was typed.
pub fn draft_name(ctx: &Ctx, typed: &draft::Typed) -> String {
    let (l, rules) = (&ctx.l, &ctx.rules);
    let language = match typed.get("language") {
        "" => l.t("list-begun-unnamed"),
        text => draft::language_code(typed, rules).map_or_else(
            || text.to_owned(),
            |code| rules.language_name(&code, l.code()).to_owned(),
        ),
    };
    let occasion = rules.occasion(typed.get("occasion"));
    let occasion = occasion.map(|known| known.name.or_code(l.code(), &known.code).to_owned());
    let day = draft::day(typed, rules, ctx.now);
    let day = day.map_or_else(|| l.t("list-begun-no-day"), |day| l.date_short(day));
    let parts = [Some(language), occasion, Some(day)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
