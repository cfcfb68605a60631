//! The outbox, and what an offer's mail means to its search.

use super::WorkError;
use crate::{
    act::Act,
    app::Shared,
    database::{DbError, Tx},
    mail::{
        delivery::{Courier, OfferEvents, deliver_due},
        outbox::{self, Recipient},
    },
    people,
    requests::{OfferId, offers},
    settings::Rules,
};

const AT_ONCE: i64 = 10;

/// One round; how many mails met their fate or were put back.
pub async fn deliver(app: &Shared, courier: &Courier) -> Result<usize, WorkError> {
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    if outbox::next_due(&mut tx).await?.is_none_or(|due| now < due) {
        return Ok(0);
    }
    let (rules, l10n) = app.rules_and_words(&mut tx).await?;
    tx.rollback().await?;
    let courier = &Courier {
        l10n,
        ..courier.clone()
    };
    let done = deliver_due(courier, &Searches, &rules, now, AT_ONCE).await?;
    Ok(done.sent + done.dropped + done.put_back)
}

struct Searches;

impl OfferEvents for Searches {
    async fn handed_over(&self, tx: &mut Tx, act: &Act<'_>, rules: &Rules, offer: OfferId) -> Result<(), DbError> {
        offers::handed_over(tx, act, rules, offer).await
    }

    async fn bounced(&self, tx: &mut Tx, act: &Act<'_>, _rules: &Rules, offer: OfferId) -> Result<(), DbError> {
        offers::bounced(tx, act, offer).await
    }

    async fn not_sent(&self, tx: &mut Tx, act: &Act<'_>, _rules: &Rules, offer: OfferId) -> Result<(), DbError> {
        offers::not_sent(tx, act, offer).await
    }

    async fn nobody_there(&self, tx: &mut Tx, act: &Act<'_>, to: Recipient) -> Result<(), DbError> {
        let address = match to {
            Recipient::Address(address) => Some(address),
            Recipient::Person(person) => people::address_of(tx, person, None).await?,
        };
        match address {
            Some(address) => people::bounced(tx, act, address).await.map(drop),
            None => Ok(()),
        }
    }
}
