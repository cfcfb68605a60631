use super::{LASTS, Proof};
use crate::{
    act::{Act, Actor},
    database::{DbError, Tx},
    keys::Keys,
    people::{
        AddressId, PersonId, session,
        store::{self, RoleHolder},
        works_again,
    },
    q, row,
};

#[derive(Debug, PartialEq, Eq)]
pub enum Finished {
    /// The token for the session's cookie.
    SignedIn { token: String, person: RoleHolder },
    /// That person is not behind the proved address (any more).
    NobodyOfThem,
    /// The proof has been used, is too old, or never was one.
    Over,
}

row! {
    struct ProvedRow {
        address_id: AddressId,
        key_number: i64,
    }
}

/// Who may be meant: everybody with a role behind the proved address. `None`: no valid, unused proof.
pub async fn people_of(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    proof: &Proof,
) -> Result<Option<Vec<RoleHolder>>, DbError> {
    match proved(tx, act, keys, proof).await? {
        Some(row) => Ok(Some(store::role_holders_at(tx, row.address_id).await?)),
        None => Ok(None),
    }
}

/// Starts the session of one of them; one proof gives one session. `network` is where they are.
pub async fn finish(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    proof: &Proof,
    person: PersonId,
    network: &str,
) -> Result<Finished, DbError> {
    let Some(row) = proved(tx, act, keys, proof).await? else {
        return Ok(Finished::Over);
    };
    let people = store::role_holders_at(tx, row.address_id).await?;
    let Some(person) = people.into_iter().find(|known| known.id == person) else {
        return Ok(Finished::NobodyOfThem);
    };
    let used = q!(
        "UPDATE sign_in SET used_at = $1 WHERE id = $2 AND proved_at IS NOT NULL AND used_at IS NULL",
        act.now,
        proof.sign_in
    )
    .execute(tx)
    .await?;
    if used == 0 {
        return Ok(Finished::Over);
    }
    let act = Act {
        actor: Actor::Person(person.id),
        ..*act
    };
    // The mail with the code arrived: this address works.
    works_again(tx, &act, row.address_id).await?;
    let token = session::start(tx, &act, person.id, network).await?;
    // From where: the session that begins with this.
    let begun = session::find(tx, &token, act.now).await?;
    let act = Act {
        session: begun.map(|begun| begun.session.0),
        ..act
    };
    act.audit(tx, "signed_in", ("person", person.id.0), serde_json::json!({}))
        .await?;
    Ok(Finished::SignedIn { token, person })
}

async fn proved(tx: &mut Tx, act: &Act<'_>, keys: &Keys, proof: &Proof) -> Result<Option<ProvedRow>, DbError> {
    let row = q!(
        "SELECT address_id, key_number FROM sign_in
         WHERE id = $1 AND proved_at > $2 AND used_at IS NULL AND address_id IS NOT NULL",
        proof.sign_in,
        act.now - LASTS
    )
    .optional::<ProvedRow>(tx)
    .await?;
    Ok(row.filter(|row| proof.is_valid(keys, row.key_number)))
}
