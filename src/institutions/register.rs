use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{
    InstitutionId, NewContact, NewInstitution, State, add_contact,
    create::{insert, made_by_form},
    invite,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    people::{AddressId, PersonId, rate_limit},
    q, row,
    settings::Rules,
    tasks::{self, About, Kind},
};

/// Registrations from one address of the network in [`rate_limit::WINDOW`].
const PER_IP: i64 = 5;

/// A form sent whole: an institution with the person to talk to.
#[derive(Clone, Debug)]
pub struct Registration {
    pub institution: NewInstitution,
    pub contact: NewContact,
    /// Made when the form was shown: sent twice, it is one institution.
    pub form_key: Uuid,
}

#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    #[error("too many institutions were registered from there")]
    TooMany,
    #[error(transparent)]
    Database(#[from] DbError),
}

row! {
    /// Whose institution is being checked.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Waiting {
        pub person_id: PersonId,
        pub institution_id: InstitutionId,
    }
}

/// An institution registers itself and waits; a coordinator hears of it, and whoever applied gets a receipt.
/// Whether anybody knew the address before shows nowhere.
pub async fn register(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    new: &Registration,
    client_ip: &str,
) -> Result<InstitutionId, RegisterError> {
    if let Some(known) = made_by_form(tx, new.form_key).await? {
        return Ok(known);
    }
    let ip = keys.pseudonym("registration ip", client_ip);
    if !rate_limit::allows(tx, &ip, act.now, PER_IP).await? {
        return Err(RegisterError::TooMany);
    }
    let new = Registration {
        institution: NewInstitution {
            state: State::Pending,
            ..new.institution.clone()
        },
        ..new.clone()
    };
    let (institution, person) = match enter(tx, act, &new).await? {
        Entered::Before(known) => return Ok(known),
        Entered::Now(institution, person) => (institution, person),
    };
    let due_at = answer_by(rules, act.now);
    let about = About {
        institution: Some(institution),
        ..About::default()
    };
    tasks::create(tx, act, Kind::InstitutionWaits, about, json!({}), due_at).await?;
    let mail = Mail::RegistrationReceived { institution };
    outbox::owe(tx, act, Recipient::Person(person), &mail, act.now).await?;
    Ok(institution)
}

/// A coordinator takes an institution in: it may ask at once, and its contact is invited.
pub async fn take_in(tx: &mut Tx, act: &Act<'_>, new: &Registration) -> Result<InstitutionId, DbError> {
    match enter(tx, act, new).await? {
        Entered::Before(known) => Ok(known),
        Entered::Now(institution, person) => {
            invite::owe(tx, act, institution, person).await?;
            Ok(institution)
        }
    }
}

enum Entered {
    Before(InstitutionId),
    Now(InstitutionId, PersonId),
}

async fn enter(tx: &mut Tx, act: &Act<'_>, new: &Registration) -> Result<Entered, DbError> {
    let Some((institution, _)) = insert(tx, act, &new.institution, Some(new.form_key)).await? else {
        // The same form arrived twice at the same moment: the other one is committed by now.
        let known = made_by_form(tx, new.form_key).await?;
        return known.map(Entered::Before).ok_or(DbError::RowNotFound);
    };
    let contact = add_contact(tx, act, institution, &new.contact).await?;
    let (person,) = q!("SELECT person_id FROM contact WHERE id = $1", contact)
        .one::<(PersonId,)>(tx)
        .await?;
    Ok(Entered::Now(institution, person))
}

/// By when a registration of this moment is answered: the same time of day, so many working days on.
pub fn answer_by(rules: &Rules, now: DateTime<Utc>) -> DateTime<Utc> {
    rules.working_days_later(now, rules.numbers().registration_working_days)
}

/// Somebody behind this address whose institution is still being checked; the newest.
pub async fn waiting_at(tx: &mut Tx, address: AddressId) -> Result<Option<Waiting>, DbError> {
    q!(
        "SELECT c.person_id, c.institution_id FROM contact c JOIN institution i ON i.id = c.institution_id
         JOIN person_address pa ON pa.person_id = c.person_id
         WHERE pa.address_id = $1 AND c.active AND i.state = 'pending' ORDER BY i.created_at DESC, c.id LIMIT 1",
        address
    )
    .optional(tx)
    .await
}
