//! What a mail that came in changes. One transaction; the same bytes again change nothing.

use chrono::Duration;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Bounce, InboundMailId, Incoming, Kind};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail, concerned,
        outbox::{self, Owed, Recipient},
    },
    people::{self, PersonId},
    q,
    requests::offers,
    tasks::{self, About},
};

/// A person has a working day to look at it.
const TIME_TO_LOOK: Duration = Duration::hours(8);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    Bounce(InboundMailId),
    Reply(InboundMailId),
    /// Nobody needs to read it.
    Automatic(&'static str),
    /// These bytes came before.
    Again,
}

pub async fn receive(tx: &mut Tx, act: &Act<'_>, bytes: &[u8], mail: &Incoming) -> Result<Received, DbError> {
    let (kind, body) = match &mail.kind {
        Kind::Automatic(why) => return Ok(Received::Automatic(why)),
        Kind::Bounce(bounce) => ("bounce", &bounce.diagnostic),
        Kind::Reply(text) => ("reply", text),
    };
    let answered = answered(tx, mail).await?;
    let person = match (&mail.kind, &answered) {
        (
            Kind::Bounce(_),
            Some(Owed {
                to: Recipient::Person(person),
                ..
            }),
        ) => Some(*person),
        (Kind::Bounce(bounce), None) => only_one_at(tx, &bounce.recipients).await?,
        (Kind::Bounce(_), Some(_)) => None,
        _ => only_one_at(tx, std::slice::from_ref(&mail.address)).await?,
    };
    let id = InboundMailId(act.uuid());
    let new = q!(
        "INSERT INTO inbound_mail (id, digest, kind, person_id, sender, subject, body, about_mail_id, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (digest) DO NOTHING",
        id,
        hex(&Sha256::digest(bytes)),
        kind,
        person,
        &mail.sender,
        &mail.subject,
        body,
        answered.as_ref().map(|owed| owed.id),
        act.now
    )
    .execute(tx)
    .await?;
    if new == 0 {
        return Ok(Received::Again);
    }
    let about = about(tx, answered.as_ref(), person).await?;
    act.audit(
        tx,
        "mail_received",
        object(id, &about, person),
        json!({"mail": id, "kind": kind}),
    )
    .await?;
    match (&mail.kind, answered) {
        (Kind::Bounce(bounce), Some(owed)) => {
            did_not_arrive(tx, act, bounce, &owed, about).await?;
            Ok(Received::Bounce(id))
        }
        // It names no mail of ours, so anybody may have made it up: a person looks, and nothing is switched off.
        (Kind::Bounce(_), None) => {
            let about = About {
                inbound_mail: Some(id.0),
                ..about
            };
            tasks::create(
                tx,
                act,
                tasks::Kind::MailBounced,
                about,
                json!({}),
                act.now + TIME_TO_LOOK,
            )
            .await?;
            Ok(Received::Bounce(id))
        }
        _ => {
            let about = About {
                inbound_mail: Some(id.0),
                ..about
            };
            tasks::create(
                tx,
                act,
                tasks::Kind::MailReply,
                about,
                json!({}),
                act.now + TIME_TO_LOOK,
            )
            .await?;
            Ok(Received::Reply(id))
        }
    }
}

/// The address is marked, an open offer goes to the next one, a person hears of it.
async fn did_not_arrive(tx: &mut Tx, act: &Act<'_>, bounce: &Bounce, owed: &Owed, about: About) -> Result<(), DbError> {
    // The request is locked before anything else of it is touched.
    if let Mail::Offer { offer } = owed.mail {
        offers::bounced(tx, act, offer).await?;
    }
    if bounce.nobody_there {
        let named = bounce.recipients.first().map(String::as_str);
        let address = match owed.to {
            Recipient::Address(address) => Some(address),
            Recipient::Person(person) => people::address_of(tx, person, named).await?,
        };
        if let Some(address) = address {
            people::bounced(tx, act, address).await?;
        }
    }
    // Whoever asked for a sign-in mail sees that nothing comes.
    if !matches!(owed.mail, Mail::SignIn { .. }) {
        let params = json!({"mail": owed.id, "kind": owed.mail.kind()});
        tasks::create(tx, act, tasks::Kind::MailBounced, about, params, act.now + TIME_TO_LOOK).await?;
    }
    Ok(())
}

/// The first mail of ours that it names and that there is.
async fn answered(tx: &mut Tx, mail: &Incoming) -> Result<Option<Owed>, DbError> {
    for id in &mail.names {
        if let Some(owed) = outbox::find(tx, *id).await? {
            return Ok(Some(owed));
        }
    }
    Ok(None)
}

/// An address may be shared: then nobody knows who of them it was.
async fn only_one_at(tx: &mut Tx, addresses: &[String]) -> Result<Option<PersonId>, DbError> {
    for address in addresses {
        if let [person] = people::people_at(tx, address).await?[..] {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// What the mail was about; else who wrote.
async fn about(tx: &mut Tx, answered: Option<&Owed>, person: Option<PersonId>) -> Result<About, DbError> {
    let mut about = match answered {
        Some(owed) => concerned(tx, &owed.mail).await?,
        None => About::default(),
    };
    if about == About::default()
        && let Some(person) = person
    {
        (about.volunteer, about.institution) = people::roles_of(tx, person).await?;
    }
    Ok(about)
}

/// On whose page the audit line stands.
fn object(id: InboundMailId, about: &About, person: Option<PersonId>) -> (&'static str, uuid::Uuid) {
    match (about, person) {
        (
            About {
                request: Some(request), ..
            },
            _,
        ) => ("request", request.0),
        (
            About {
                volunteer: Some(volunteer),
                ..
            },
            _,
        ) => ("volunteer", volunteer.0),
        (
            About {
                institution: Some(institution),
                ..
            },
            _,
        ) => ("institution", institution.0),
        (_, Some(person)) => ("person", person.0),
        _ => ("mail", id.0),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
