use super::{LASTS, PER_ADDRESS, PER_IP};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions,
    keys::Keys,
    links::{self, Purpose},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    people::{AddressId, EmailAddress, SignInId, rate_limit, store},
    q,
};

#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    #[error("too many sign-in mails were asked for")]
    TooMany,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Asks for a mail with link and code. Whether anybody has the address shows neither in the answer nor later:
/// a sign-in without an address refuses every code in the same way.
pub async fn request(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    email: &EmailAddress,
    client_ip: &str,
) -> Result<SignInId, RequestError> {
    let ip = keys.pseudonym("sign-in ip", client_ip);
    let address = keys.pseudonym("sign-in address", &email.key());
    if !rate_limit::allows(tx, &ip, act.now, PER_IP).await?
        || !rate_limit::allows(tx, &address, act.now, PER_ADDRESS).await?
    {
        return Err(RequestError::TooMany);
    }
    rate_limit::forget_old(tx, act.now).await?;

    let known = known_address(tx, email).await?;
    let address = match known {
        Some(address) if may_sign_in(tx, address).await? => Some(address),
        Some(address) => {
            tell_who_waits(tx, act, address).await?;
            None
        }
        None => None,
    };
    let id = SignInId(act.uuid());
    let expires_at = act.now + LASTS;
    q!(
        "INSERT INTO sign_in (id, address_id, key_number, tries, created_at, expires_at) VALUES ($1, $2, $3, 0, $4, $5)",
        id,
        address,
        keys.current_number(),
        act.now,
        expires_at
    )
    .execute(tx)
    .await?;
    if let Some(address) = address {
        links::create(tx, act, keys, Purpose::SignIn, id.0, expires_at).await?;
        outbox::owe(
            tx,
            act,
            Recipient::Address(address),
            &Mail::SignIn { sign_in: id.0 },
            act.now,
        )
        .await?;
    }
    Ok(id)
}

async fn known_address(tx: &mut Tx, email: &EmailAddress) -> Result<Option<AddressId>, DbError> {
    let found = q!("SELECT id FROM address WHERE email_key = $1", email.key())
        .optional::<(AddressId,)>(tx)
        .await?;
    Ok(found.map(|(address,)| address))
}

/// Whether somebody with a role is behind it.
async fn may_sign_in(tx: &mut Tx, address: AddressId) -> Result<bool, DbError> {
    Ok(!store::role_holders_at(tx, address).await?.is_empty())
}

/// Whose institution is being checked hears just that, in the mailbox only: no mail at all would look like
/// a fault, and the page says the same to everybody.
async fn tell_who_waits(tx: &mut Tx, act: &Act<'_>, address: AddressId) -> Result<(), DbError> {
    if let Some(waiting) = institutions::waiting_at(tx, address).await? {
        let mail = Mail::RegistrationReceived {
            institution: waiting.institution_id,
        };
        outbox::owe(tx, act, Recipient::Person(waiting.person_id), &mail, act.now).await?;
    }
    Ok(())
}
