//! One request: what is true now, what comes next and by when.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    filter::Asked,
    list, mine,
    moving::{self, Other},
    proof, prospects, question,
    sites::SiteLine,
    timeline::{self, Point},
    wording::{self, Emphasis},
};
use crate::{
    database::{DbError, Tx},
    institutions::{self, store::Contact},
    mail::{Mail, outbox},
    people,
    requests::{self, Request, RequestId, Status, check, picks, store},
    tasks, volunteers,
    web::{Ctx, Page, Problems, WebError, html},
};

/// Who comes; the phone only with their consent.
struct Person {
    name: String,
    phone: Option<String>,
}

#[derive(Template)]
#[template(path = "institution/status.html")]
struct StatusPage {
    page: Page,
    /// The list or the calendar, as it was; what is done here leads back to it, too.
    from: Asked,
    id: String,
    reference: String,
    heading: String,
    lead: Emphasis,
    /// Somebody wrote in the last hours that they cannot come, and nobody has settled it.
    doubt: Option<String>,
    /// The other dates that were asked for, since somebody said yes to one.
    dropped: Vec<String>,
    /// Nobody was found: what would help, and what it leads to.
    helps: Vec<(String, String)>,
    /// Some have said yes, and a coordinator picks. Nobody is named before.
    picks: Option<String>,
    /// The same appointment on another day, before or after.
    moved: Vec<Other>,
    /// What the pool wants to know before it asks anybody.
    asked: Option<question::Asked>,
    problems: Problems,
    /// Why the pool does not help, and where to go.
    referral: Option<String>,
    path_title: String,
    points: Vec<Point>,
    /// A coordinator filed it for somebody who called.
    taken_by: Option<String>,
    /// The person to call.
    contact: Option<Contact>,
    /// As which contact something new is asked.
    own_contact: String,
    /// Somebody came: that person can be wished for again.
    held: bool,
    people: Vec<Person>,
    is_over: bool,
    /// What happened, said by both sides.
    proofs: Vec<proof::Line>,
    /// They have to say how it was: that comes before asking anew.
    confirms: bool,
    /// The words of the request, unchanged.
    appointment: Appointment,
    meeting_point: String,
    remarks: String,
    /// How to join the video, as it was said.
    joining: String,
    /// Somebody comes to a video, and nobody has said how to join it.
    lacks_joining: bool,
    can_cancel: bool,
    /// Until when a cancellation is free.
    free: Option<String>,
    /// It is over or cancelled: asking anew is the next thing to do.
    ask_anew: bool,
}

impl StatusPage {
    /// A page about this request.
    fn page_of(&self, name: &str) -> String {
        self.from.on(&format!("/requests/{}/{name}", self.id))
    }
}

/// What stands in the bubble.
pub struct Appointment {
    pub date: String,
    pub iso_date: String,
    pub time: String,
    pub others: Vec<String>,
    pub tag: &'static str,
    pub state: String,
    pub language: String,
    pub mode: String,
    pub site: Option<SiteLine>,
    pub occasion: String,
    pub off: bool,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = own(&ctx, &mut tx, &id).await?;
    let status = request.status(ctx.now);
    let is_over = matches!(status, Status::Past { .. });
    let offers = store::offers_of(&mut tx, request.id).await?;
    let mut people = Vec::new();
    let mut coming = Vec::new();
    let mut doubtful = Vec::new();
    for assignment in &request.assignments {
        let Some(volunteer) = volunteers::store::get(&mut tx, assignment.volunteer).await? else {
            continue;
        };
        coming.push((volunteer.name.clone(), assignment.accepted_at));
        if assignment.withdrawal_asked_at.is_some() {
            doubtful.push(volunteer.name.clone());
        }
        people.push(Person {
            name: volunteer.name,
            phone: volunteer.phone.filter(|_| volunteer.phone_consent && !is_over),
        });
    }
    let call_by = match status {
        Status::Unfilled => call_by(&mut tx, request.id).await?,
        _ => None,
    };
    let (proofs, afterwards) = proof::lines(&ctx, &mut tx, &request).await?;
    let contact = institutions::store::contact(&mut tx, request.institution, request.contact).await?;
    let questions = check::questions(&mut tx, request.id).await?;
    let moved_on = store::replaced_by(&mut tx, request.id).await?.is_some();
    let story = timeline::Story {
        moved: moved_on,
        questions: &questions,
        sent: sent(&mut tx, &request, contact.as_ref()).await?,
        l: &ctx.l,
        zone: ctx.rules.zone(),
        now: ctx.now,
        request: &request,
        offers: &offers,
        coming: &coming,
        desk_person: &ctx.rules.pool().desk_person,
        outlook: requests::outlook(&mut tx, &ctx.rules, &request, ctx.now).await?,
        afterwards,
    };
    let doubt = (!doubtful.is_empty() && status != Status::Cancelled).then(|| doubtful.join(", "));
    let heading = if moved_on {
        ctx.l.t("status-moved")
    } else if let Some(names) = doubt.as_ref().filter(|_| status == Status::Confirmed) {
        ctx.l.with("status-doubt", &[("names", names.as_str().into())])
    } else {
        heading(&ctx, &request, status, &people)
    };
    let template = StatusPage {
        page: ctx.page_titled(heading.clone()),
        from: Asked::of(&ctx),
        id: request.id.to_string(),
        reference: request.reference.clone(),
        lead: match (&doubt, status) {
            (Some(_), Status::Confirmed) => Emphasis::of(&ctx.l, "status-doubt-lead", "", &[]),
            (None, Status::Confirmed) if request.lacks_joining() => {
                let day = request
                    .main_slot()
                    .map(|slot| ctx.l.moment(slot.starts_at, ctx.rules.zone()));
                Emphasis::of(&ctx.l, "status-joining-lead", &day.unwrap_or_default(), &[])
            }
            (Some(_), Status::Past { .. }) => Emphasis::of(&ctx.l, "status-doubt-over-lead", "", &[]),
            _ => lead(&ctx, &request, status, call_by),
        },
        doubt: doubt
            .filter(|_| !is_over)
            .map(|names| ctx.l.with("status-doubt-notice", &[("names", names.into())])),
        dropped: dropped(&ctx, &request, status),
        helps: match status {
            Status::Unfilled => prospects::helps(&ctx, &mut tx, &request).await?,
            _ => Vec::new(),
        },
        picks: picked_among(&ctx, &request, &offers),
        moved: moving::others(&ctx, &mut tx, &request, "/requests").await?,
        asked: question::read(&ctx, &mut tx, &request).await?,
        problems: Problems::default(),
        referral: request.check.as_ref().and_then(|check| check.referral.clone()),
        path_title: ctx.l.t(if matches!(status, Status::Searching { .. }) {
            "path-title-search"
        } else {
            "path-title"
        }),
        heading,
        points: timeline::points(&story),
        taken_by: taken_by(&ctx, &mut tx, &request).await?,
        contact,
        own_contact: mine::contact_at(&ctx, request.institution)?.to_string(),
        held: status == (Status::Past { held: true }),
        people: if status == Status::Cancelled {
            Vec::new()
        } else {
            people
        },
        is_over,
        confirms: proofs.iter().any(|line| line.first),
        proofs,
        appointment: appointment(&ctx, &mut tx, &request).await?,
        meeting_point: request.meeting_point.clone(),
        remarks: request.remarks.clone(),
        joining: request.joining.clone(),
        lacks_joining: request.lacks_joining() && !is_over && status != Status::Cancelled,
        free: request
            .next_start(ctx.now)
            .filter(|start| *start > ctx.now)
            .map(|start| {
                let notice = ctx.rules.late().cancellation;
                if !notice.is_kept(&ctx.rules, ctx.now, start) {
                    return ctx.l.t("status-free-over");
                }
                let until = notice.until(&ctx.l, &ctx.rules, start);
                ctx.l.with("status-free-until", &[("when", until.into())])
            }),
        can_cancel: !matches!(status, Status::Cancelled | Status::Refused | Status::Past { .. }),
        ask_anew: !moved_on
            && matches!(
                status,
                Status::Cancelled | Status::Refused | Status::Past { .. } | Status::Unfilled
            ),
    };
    Ok(html(StatusCode::OK, &template))
}

/// What the contact has got of the mails that the path speaks of.
async fn sent(tx: &mut Tx, request: &Request, contact: Option<&Contact>) -> Result<timeline::Sent, DbError> {
    let Some(contact) = contact else {
        return Ok(timeline::Sent::default());
    };
    let receipt = Mail::RequestReceived { request: request.id };
    let mut sent = timeline::Sent {
        receipt: !outbox::is_owed(tx, contact.person_id, &receipt).await?,
        confirmation: true,
    };
    for assignment in &request.assignments {
        let confirmation = Mail::RequestConfirmed {
            assignment: assignment.id,
        };
        sent.confirmation &= !outbox::is_owed(tx, contact.person_id, &confirmation).await?;
    }
    Ok(sent)
}

/// "Freitag, 19. März 2027, 9:00 bis 10:00 Uhr, entfällt."
fn dropped(ctx: &Ctx, request: &Request, status: Status) -> Vec<String> {
    let over = matches!(status, Status::Cancelled | Status::Past { .. });
    let fixed = request.fixed_slot().filter(|_| !over);
    let others = request
        .slots
        .iter()
        .filter(|slot| fixed.is_some_and(|fixed| fixed != slot.id));
    let words = others.map(|slot| {
        let slot = wording::slot(&ctx.l, slot.date, slot.start, slot.end);
        ctx.l.with("status-date-dropped", &[("slot", slot.into())])
    });
    words.collect()
}

fn picked_among(ctx: &Ctx, request: &Request, offers: &[store::Offer]) -> Option<String> {
    let count = picks::willing_among(request, offers).count();
    (count > 0).then(|| ctx.l.with("picks-status", &[("count", count.into())]))
}

/// The institution's own request; everything else is the same plain 404.
pub async fn own(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<Request, WebError> {
    let roles = mine::roles(ctx)?;
    let id: RequestId = id.parse().map_err(|_| WebError::NotFound)?;
    let request = store::get(tx, id).await?;
    request
        .filter(|request| roles.iter().any(|(_, own)| *own == request.institution))
        .ok_or(WebError::NotFound)
}

pub async fn appointment(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Appointment, WebError> {
    let l = &ctx.l;
    let main = request.main_slot();
    let undecided = request.fixed_slot().is_none();
    let others = request
        .slots
        .iter()
        .filter(|slot| undecided && main.is_some_and(|main| main.id != slot.id));
    let site = institutions::store::site(tx, request.institution, request.site).await?;
    let confirm = proof::is_to_confirm(tx, request).await?;
    let (tag, state) = list::tag(request, ctx.now, confirm);
    Ok(Appointment {
        date: main.map(|slot| l.date(slot.date)).unwrap_or_default(),
        iso_date: main.map(|slot| slot.date.to_string()).unwrap_or_default(),
        time: main.map(|slot| l.time_range(slot.start, slot.end)).unwrap_or_default(),
        others: others
            .map(|slot| wording::slot(l, slot.date, slot.start, slot.end))
            .collect(),
        tag,
        state: l.t(state),
        language: ctx.rules.language_name(&request.language, l.code()).to_owned(),
        mode: l.t(&format!("mode-{}", request.mode)),
        site: site.map(|site| SiteLine::of(&site, &ctx.rules)),
        occasion: wording::occasion(&ctx.rules, &request.occasion, l.code()),
        off: matches!(
            request.status(ctx.now),
            Status::Cancelled | Status::Refused | Status::Past { .. }
        ),
    })
}

fn heading(ctx: &Ctx, request: &Request, status: Status, people: &[Person]) -> String {
    let language = ctx.rules.language_name(&request.language, ctx.l.code()).to_owned();
    let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
    let args = [
        ("language", language.into()),
        ("count", request.openings.len().into()),
        ("names", names.join(", ").into()),
        ("people", people.len().into()),
    ];
    let again = request.search.as_ref().is_some_and(|search| search.round > 1);
    ctx.l.with(
        match status {
            Status::Checking { asked: true, .. } => "status-asked",
            Status::Checking { .. } => "status-checking",
            Status::Refused => "status-refused",
            Status::Searching { .. } if !people.is_empty() => "status-searching-more",
            Status::Searching { .. } if again => "status-searching-again",
            Status::Searching { .. } => "status-searching",
            Status::Confirmed => "status-confirmed",
            Status::Unfilled if request.is_closed() => "status-closed",
            Status::Unfilled => "status-unfilled",
            Status::Cancelled => "status-cancelled",
            Status::Past { held: true } => "status-held",
            Status::Past { held: false } => "status-not-held",
        },
        &args,
    )
}

fn lead(ctx: &Ctx, request: &Request, status: Status, call_by: Option<chrono::DateTime<chrono::Utc>>) -> Emphasis {
    let moment = |at| ctx.l.moment(at, ctx.rules.zone());
    let day = request
        .main_slot()
        .map(|slot| moment(slot.starts_at))
        .unwrap_or_default();
    let person = [("person", ctx.rules.pool().desk_person.clone())];
    match status {
        Status::Checking { asked: true, .. } => Emphasis::of(&ctx.l, "status-asked-lead", "", &person),
        Status::Checking { heard_by, .. } if heard_by > ctx.now => {
            Emphasis::of(&ctx.l, "status-checking-lead", &moment(heard_by), &person)
        }
        Status::Checking { .. } => Emphasis::of(&ctx.l, "status-checking-lead-soon", "", &person),
        Status::Refused => Emphasis::of(&ctx.l, "status-refused-lead", "", &person),
        Status::Searching { heard_by } => Emphasis::of(&ctx.l, "status-searching-lead", &moment(heard_by), &person),
        Status::Confirmed => Emphasis::of(&ctx.l, "status-confirmed-lead", &day, &person),
        Status::Unfilled if request.is_closed() => Emphasis::of(&ctx.l, "status-closed-lead", "", &person),
        Status::Unfilled => match call_by {
            Some(at) if at > ctx.now => Emphasis::of(&ctx.l, "status-unfilled-lead", &moment(at), &person),
            _ => Emphasis::of(&ctx.l, "status-unfilled-lead-soon", "", &person),
        },
        Status::Cancelled => {
            let at = request.cancelled_at.map(moment).unwrap_or_default();
            Emphasis::of(&ctx.l, "status-cancelled-lead", &at, &person)
        }
        Status::Past { held: true } => Emphasis::of(&ctx.l, "status-held-lead", &day, &person),
        Status::Past { held: false } => Emphasis::of(&ctx.l, "status-not-held-lead", &day, &person),
    }
}

/// "Am Telefon aufgenommen von Cora Brandt": nobody of the institution filed it. Or a colleague did, before it was
/// handed over.
pub async fn taken_by(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Option<String>, DbError> {
    let contact = institutions::store::contact(tx, request.institution, request.contact).await?;
    if contact.is_some_and(|contact| contact.person_id == request.filed_by) {
        return Ok(None);
    }
    let Some(filer) = people::store::get(tx, request.filed_by).await? else {
        return Ok(None);
    };
    let of_the_house = institutions::store::is_or_was_contact(tx, request.institution, request.filed_by).await?;
    let key = if of_the_house {
        "status-filed-by-colleague"
    } else {
        "callers-taken-by"
    };
    Ok(Some(ctx.l.with(key, &[("name", filer.name.into())])))
}

/// By when the coordinator has promised to call.
async fn call_by(tx: &mut Tx, request: RequestId) -> Result<Option<chrono::DateTime<chrono::Utc>>, WebError> {
    let open = tasks::of_request(tx, request).await?;
    Ok(open.into_iter().map(|task| task.due_at).min())
}
