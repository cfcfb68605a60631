use super::{LASTS, PER_ADDRESS, PER_IP};
use crate::{
    act::Act,
    database::{DbError, Tx},
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

    let address = known_address(tx, email).await?;
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

/// The address, if somebody with a role is behind it.
async fn known_address(tx: &mut Tx, email: &EmailAddress) -> Result<Option<AddressId>, DbError> {
    let found = q!("SELECT id FROM address WHERE email_key = $1", email.key())
        .optional::<(AddressId,)>(tx)
        .await?;
    let Some((address,)) = found else { return Ok(None) };
    let anybody = !store::role_holders_at(tx, address).await?.is_empty();
    Ok(anybody.then_some(address))
}
