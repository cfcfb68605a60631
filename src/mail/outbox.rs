//! The transactional outbox: a mail is owed from the moment its row is committed with the change that owes it.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::Mail;
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::{AddressId, PersonId},
    q, row,
};

/// Longer than a hand-over may take; short enough that another instance takes over soon after a crash.
pub const LEASE: Duration = Duration::seconds(28);

/// After that long nobody tries again.
pub const PATIENCE: Duration = Duration::days(3);

/// To whom: a person (at their first address that has not bounced), or one address (sign-in).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    Person(PersonId),
    Address(AddressId),
}

/// Owes a mail, to be handed over from `due_at` on.
pub async fn owe(
    tx: &mut Tx,
    act: &Act<'_>,
    to: Recipient,
    mail: &Mail,
    due_at: DateTime<Utc>,
) -> Result<Uuid, DbError> {
    let id = act.uuid();
    let (person, address) = match to {
        Recipient::Person(person) => (Some(person), None),
        Recipient::Address(address) => (None, Some(address)),
    };
    let params = serde_json::to_string(mail).map_err(|error| DbError::Encode(error.into()))?;
    q!(
        "INSERT INTO outbox (id, kind, person_id, address_id, params, created_at, due_at, attempts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        id,
        mail.kind(),
        person,
        address,
        params,
        act.now,
        due_at
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// Whether exactly this mail to that person still waits to go out.
pub async fn is_owed(tx: &mut Tx, to: PersonId, mail: &Mail) -> Result<bool, DbError> {
    let params = serde_json::to_string(mail).map_err(|error| DbError::Encode(error.into()))?;
    let found = q!(
        "SELECT id FROM outbox WHERE person_id = $1 AND kind = $2 AND params = $3
           AND sent_at IS NULL AND dropped_at IS NULL LIMIT 1",
        to,
        mail.kind(),
        params
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    Ok(found.is_some())
}

row! {
    #[derive(Clone, Debug)]
    struct Row {
        id: Uuid,
        person_id: Option<PersonId>,
        address_id: Option<AddressId>,
        params: String,
        due_at: DateTime<Utc>,
        attempts: i64,
    }
}

/// A mail that this instance has leased.
#[derive(Clone, Debug)]
pub struct Owed {
    pub id: Uuid,
    pub to: Recipient,
    pub mail: Mail,
    pub due_at: DateTime<Utc>,
    /// This one included.
    pub attempts: i64,
}

/// Leases up to `limit` due mails to `owner`. The predicate stands twice, as in [`crate::timers::claim`].
pub async fn claim(tx: &mut Tx, owner: Uuid, now: DateTime<Utc>, limit: i64) -> Result<Vec<Owed>, DbError> {
    let rows = q!(
        "UPDATE outbox SET lease_owner = $1, leased_until = $2, attempts = attempts + 1
         WHERE id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND dropped_at IS NULL AND due_at <= $3
                        AND (leased_until IS NULL OR leased_until <= $3) ORDER BY due_at, id LIMIT $4)
           AND sent_at IS NULL AND dropped_at IS NULL AND due_at <= $3
           AND (leased_until IS NULL OR leased_until <= $3)
         RETURNING id, person_id, address_id, params, due_at, attempts",
        owner,
        now + LEASE,
        now,
        limit
    )
    .all::<Row>(tx)
    .await?;
    let mut owed: Vec<Owed> = rows.into_iter().filter_map(Row::read).collect();
    owed.sort_by_key(|mail| (mail.due_at, mail.id));
    Ok(owed)
}

impl Row {
    /// A row that this version cannot read (a kind of a later one) waits for one that can, and holds up nobody.
    fn read(self) -> Option<Owed> {
        let to = match (self.person_id, self.address_id) {
            (Some(person), _) => Recipient::Person(person),
            (None, Some(address)) => Recipient::Address(address),
            (None, None) => {
                tracing::error!(mail = %self.id, "a mail is owed to nobody");
                return None;
            }
        };
        match serde_json::from_str(&self.params) {
            Ok(mail) => Some(Owed {
                id: self.id,
                to,
                mail,
                due_at: self.due_at,
                attempts: self.attempts,
            }),
            Err(error) => {
                tracing::error!(mail = %self.id, %error, "a mail of the outbox cannot be read");
                None
            }
        }
    }
}

/// Takes the lease's end into the transaction that records a result. False: the lease has gone to somebody
/// else, and so has the right to record.
pub(super) async fn record_sent(tx: &mut Tx, id: Uuid, owner: Uuid, now: DateTime<Utc>) -> Result<bool, DbError> {
    let rows = q!(
        "UPDATE outbox SET sent_at = $1, lease_owner = NULL, leased_until = NULL
         WHERE id = $2 AND lease_owner = $3 AND sent_at IS NULL AND dropped_at IS NULL",
        now,
        id,
        owner
    )
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// As [`record_sent`], for a mail that will not go out.
pub(super) async fn record_dropped(
    tx: &mut Tx,
    id: Uuid,
    owner: Uuid,
    now: DateTime<Utc>,
    reason: &str,
) -> Result<bool, DbError> {
    let rows = q!(
        "UPDATE outbox SET dropped_at = $1, drop_reason = $2, lease_owner = NULL, leased_until = NULL
         WHERE id = $3 AND lease_owner = $4 AND sent_at IS NULL AND dropped_at IS NULL",
        now,
        reason,
        id,
        owner
    )
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// Nobody takes it before `until`.
pub(super) async fn put_back(tx: &mut Tx, id: Uuid, owner: Uuid, until: DateTime<Utc>) -> Result<(), DbError> {
    q!(
        "UPDATE outbox SET lease_owner = NULL, leased_until = $1
         WHERE id = $2 AND lease_owner = $3 AND sent_at IS NULL AND dropped_at IS NULL",
        until,
        id,
        owner
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Due later than it was; this try does not count.
pub(super) async fn postpone(tx: &mut Tx, id: Uuid, owner: Uuid, until: DateTime<Utc>) -> Result<(), DbError> {
    q!(
        "UPDATE outbox SET due_at = $1, attempts = attempts - 1, lease_owner = NULL, leased_until = NULL
         WHERE id = $2 AND lease_owner = $3 AND sent_at IS NULL AND dropped_at IS NULL",
        until,
        id,
        owner
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A mail that was handed over (or tried), for whatever comes back about it.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Owed>, DbError> {
    let row = q!(
        "SELECT id, person_id, address_id, params, due_at, attempts FROM outbox
         WHERE id = $1 AND (person_id IS NOT NULL OR address_id IS NOT NULL)",
        id
    )
    .optional::<Row>(tx)
    .await?;
    Ok(row.and_then(Row::read))
}

/// Since when the oldest due mail has been waiting.
pub async fn oldest_unsent(tx: &mut Tx, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, DbError> {
    let row = q!(
        "SELECT due_at FROM outbox WHERE sent_at IS NULL AND dropped_at IS NULL AND due_at <= $1
         ORDER BY due_at LIMIT 1",
        now
    )
    .optional::<(DateTime<Utc>,)>(tx)
    .await?;
    Ok(row.map(|(at,)| at))
}

/// When the next mail can be taken, for sleeping until then.
pub async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>, DbError> {
    let row = q!(
        "SELECT CASE WHEN leased_until > due_at THEN leased_until ELSE due_at END AS next FROM outbox
         WHERE sent_at IS NULL AND dropped_at IS NULL ORDER BY next LIMIT 1"
    )
    .optional::<(DateTime<Utc>,)>(tx)
    .await?;
    Ok(row.map(|(at,)| at))
}
