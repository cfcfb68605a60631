//! `/desk/mails/{id}`: one mail, its words as they came, and what it is about.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    database::Tx,
    inbox::{self, InboundMailId, store::InboundMail},
    institutions,
    mail::{concerned, outbox},
    people::{self, EmailAddress},
    requests,
    tasks::About,
    volunteers,
    web::{Ctx, Page, WebError, html},
};

/// A page that the mail leads to.
struct Link {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "coordinator/mails/mail.html")]
struct MailPage {
    page: Page,
    id: String,
    kind: String,
    is_bounce: bool,
    sender: String,
    /// Only what is an address becomes a link.
    answer_to: Option<String>,
    when: String,
    iso: String,
    lines: Vec<String>,
    about: Vec<Link>,
    /// Addresses of the person that take no mail.
    dead: Vec<String>,
    /// The tasks that wait because of it.
    tasks: Vec<String>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let mail = find(&mut tx, &id).await?;
    let about = match mail.about_mail_id {
        Some(id) => match outbox::find(&mut tx, id).await? {
            Some(owed) => concerned(&mut tx, &owed.mail).await?,
            None => About::default(),
        },
        None => About::default(),
    };
    let about = links(&mut tx, &mail, about).await?;
    let dead = match mail.person_id {
        Some(person) => people::bounced_addresses(&mut tx, person).await?,
        None => Vec::new(),
    };
    let tasks = crate::tasks::of_inbound_mail(&mut tx, mail.id.0).await?;
    tx.commit().await?;
    let address = mail
        .sender
        .rsplit_once('<')
        .map_or(mail.sender.as_str(), |(_, rest)| rest);
    let address = address.trim_end_matches('>').parse::<EmailAddress>().ok();
    let page = MailPage {
        page: ctx.page_titled(title(&ctx, &mail)),
        id: mail.id.to_string(),
        kind: ctx.l.t(&format!("inbox-kind-{}", mail.kind)),
        is_bounce: mail.kind == "bounce",
        answer_to: address
            .filter(|_| mail.kind == "reply")
            .map(|address| address.as_str().to_owned()),
        sender: mail.sender,
        when: ctx.l.moment(mail.received_at, ctx.rules.zone()),
        iso: mail.received_at.to_rfc3339(),
        lines: mail.body.lines().map(str::to_owned).collect(),
        about,
        dead: dead.into_iter().map(|(_, email)| email).collect(),
        tasks: tasks.into_iter().map(|task| task.id.to_string()).collect(),
    };
    Ok(html(StatusCode::OK, &page))
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<InboundMail, WebError> {
    let id: InboundMailId = id.parse().map_err(|_| WebError::NotFound)?;
    inbox::store::get(tx, id).await?.ok_or(WebError::NotFound)
}

pub fn title(ctx: &Ctx, mail: &InboundMail) -> String {
    if mail.subject.is_empty() {
        ctx.l.t("inbox-no-subject")
    } else {
        mail.subject.clone()
    }
}

/// What the answered mail was about, and who wrote: each by its name.
async fn links(tx: &mut Tx, mail: &InboundMail, mut about: About) -> Result<Vec<Link>, WebError> {
    if let Some(person) = mail.person_id {
        let (volunteer, institution) = people::roles_of(tx, person).await?;
        about.volunteer = about.volunteer.or(volunteer);
        about.institution = about.institution.or(institution);
    }
    let mut links = Vec::new();
    if let Some(id) = about.request
        && let Some(request) = requests::store::get(tx, id).await?
    {
        links.push(Link {
            href: format!("/desk/requests/{id}"),
            name: request.reference,
        });
    }
    if let Some(id) = about.volunteer
        && let Some(volunteer) = volunteers::store::get(tx, id).await?
    {
        links.push(Link {
            href: format!("/desk/volunteers/{id}"),
            name: volunteer.name,
        });
    }
    if let Some(id) = about.institution
        && let Some(institution) = institutions::store::get(tx, id).await?
    {
        links.push(Link {
            href: format!("/desk/institutions/{id}"),
            name: institution.name,
        });
    }
    Ok(links)
}
