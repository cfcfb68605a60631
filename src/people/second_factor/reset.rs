use super::{enrol::end_all, lock};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    people::{PersonId, session},
};

/// Lost phone, no codes left: back to the beginning, and out of every session. The person hears of it by mail.
/// `false`: not a coordinator.
pub async fn reset(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<bool, DbError> {
    if !lock(tx, person).await? {
        return Ok(false);
    }
    revoke(tx, act, person).await?;
    let mail = Mail::SecondFactorReset { person };
    outbox::owe(tx, act, Recipient::Person(person), &mail, act.now).await?;
    act.audit(tx, "second_factor_reset", ("person", person.0), serde_json::json!({}))
        .await?;
    Ok(true)
}

/// Without words: for a role that ends.
pub(in crate::people) async fn revoke(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<(), DbError> {
    end_all(tx, act, person).await?;
    session::end_all(tx, act, person).await
}
