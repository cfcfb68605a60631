//! Delivering what is due: lease, render, hand over, record. Each step in a transaction of its own, so that
//! a slow mail server never holds the database, and a crash costs at most one mail sent twice.

use std::{
    sync::Arc,
    time::{Duration as StdDuration, Instant},
};

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{
    HandOver, Mail, MailSettings, Status, Transport,
    concerned::concerned,
    message::{Outgoing, Rendered},
    outbox::{self, Owed, PATIENCE, Recipient},
    render::{Desk, Outcome, RenderError, render},
};
use crate::{
    act::{Act, Actor},
    database::{Db, DbError, Tx},
    ids::Ids,
    keys::Keys,
    l10n::L10n,
    requests::OfferId,
    settings::Rules,
    tasks,
};

/// A hand-over that begins later after the claim might outlast its lease, and another instance send the mail too:
/// the server is slow, or this process was stopped for a while.
const LATEST_START: StdDuration = StdDuration::from_secs(6);

/// Hands mails over for one instance of the service.
#[derive(Clone)]
pub struct Courier {
    pub db: Db,
    pub ids: Ids,
    pub keys: Keys,
    pub l10n: L10n,
    pub settings: Arc<MailSettings>,
    pub transport: Transport,
    /// Tells this instance's leases from another's.
    pub owner: Uuid,
}

/// What the requests do when an offer's mail has met its fate; in the transaction that records it.
pub trait OfferEvents: Send + Sync {
    /// The time to answer begins.
    fn handed_over(
        &self,
        tx: &mut Tx,
        act: &Act<'_>,
        rules: &Rules,
        offer: OfferId,
    ) -> impl Future<Output = Result<(), DbError>> + Send;

    /// It will never arrive: the next one is asked.
    fn bounced(
        &self,
        tx: &mut Tx,
        act: &Act<'_>,
        rules: &Rules,
        offer: OfferId,
    ) -> impl Future<Output = Result<(), DbError>> + Send;

    /// It was no longer owed at hand-over (volunteer paused, place filled): the offer ends unasked.
    fn not_sent(
        &self,
        tx: &mut Tx,
        act: &Act<'_>,
        rules: &Rules,
        offer: OfferId,
    ) -> impl Future<Output = Result<(), DbError>> + Send;

    /// The server knows nobody there: no use writing to this address again.
    fn nobody_there(
        &self,
        tx: &mut Tx,
        act: &Act<'_>,
        to: Recipient,
    ) -> impl Future<Output = Result<(), DbError>> + Send;
}

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    pub sent: usize,
    /// Not owed any more, refused for good, or given up.
    pub dropped: usize,
    pub put_back: usize,
}

impl Delivered {
    /// Whether another round at the same instant may find more.
    pub fn any(&self) -> bool {
        self.sent + self.dropped + self.put_back > 0
    }
}

/// What becomes of one mail.
enum Fate {
    Sent,
    NoLongerOwed(&'static str),
    Unreachable(String),
    /// Unreachable, and so is every other mail to this address.
    NobodyThere(String),
    TryAgain(String),
    /// It waits without having been tried: an offer for the end of the quiet hours, another one for what it has to
    /// say.
    Quiet(DateTime<Utc>),
}

/// How long until the next try, after so many.
fn backoff(attempts: i64) -> Duration {
    match attempts {
        ..=1 => Duration::seconds(30),
        2 => Duration::minutes(1),
        3 => Duration::minutes(5),
        4 => Duration::minutes(10),
        5 => Duration::minutes(20),
        _ => Duration::minutes(30),
    }
}

/// One round: up to `limit` mails that are due at `now`, one after the other. Whatever ends this process between
/// a hand-over and its record then costs one mail sent twice, not several.
pub async fn deliver_due(
    courier: &Courier,
    events: &impl OfferEvents,
    rules: &Rules,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Delivered, DbError> {
    let claimed_at = Instant::now();
    let mut tx = courier.db.begin().await?;
    let claimed = outbox::claim(&mut tx, courier.owner, now, limit).await?;
    tx.commit().await?;
    let mut done = Delivered::default();
    for owed in claimed {
        if claimed_at.elapsed() > LATEST_START {
            courier.give_free(&owed, now).await?;
            continue;
        }
        let fate = match courier.write(&owed, rules, now).await {
            Ok(Outcome::Ready(_)) if is_quiet_for(&owed.mail, rules, now) => Fate::Quiet(rules.next_sending_time(now)),
            Ok(Outcome::Ready(mail)) => courier.send(&owed, mail, now).await,
            Ok(Outcome::NotYet) => Fate::Quiet(now),
            Ok(Outcome::NoLongerOwed(reason)) => Fate::NoLongerOwed(reason),
            Ok(Outcome::Unreachable) => Fate::Unreachable("no address".into()),
            // One mail that cannot be written never holds up the others.
            Err(error) => Fate::TryAgain(error.to_string()),
        };
        courier.record(events, rules, now, &owed, fate, &mut done).await;
    }
    Ok(done)
}

/// An offer made in the evening whose mail was held up (a mail server down, a process stopped) is not sent at night.
fn is_quiet_for(mail: &Mail, rules: &Rules, now: DateTime<Utc>) -> bool {
    matches!(mail, Mail::Offer { .. } | Mail::QualificationRunsOut { .. }) && rules.quiet_hours().is_quiet(now)
}

impl Courier {
    /// Not begun: whoever looks next takes it. Without effect when the lease has gone to somebody else already.
    async fn give_free(&self, owed: &Owed, now: DateTime<Utc>) -> Result<(), DbError> {
        let mut tx = self.db.begin().await?;
        outbox::put_back(&mut tx, owed.id, self.owner, now).await?;
        tx.commit().await
    }

    async fn write(&self, owed: &Owed, rules: &Rules, now: DateTime<Utc>) -> Result<Outcome, RenderError> {
        let desk = Desk {
            l10n: &self.l10n,
            keys: &self.keys,
            settings: &self.settings,
            rules,
            now,
            only_to_look: false,
        };
        let mut tx = self.db.read().await?;
        let outcome = render(&mut tx, &desk, owed.to, &owed.mail).await;
        tx.rollback().await?;
        outcome
    }

    async fn send(&self, owed: &Owed, mail: Rendered, now: DateTime<Utc>) -> Fate {
        let outgoing = Outgoing {
            id: owed.id,
            kind: owed.mail.kind(),
            at: now,
            mail,
        };
        match self.transport.hand_over(outgoing, &self.settings).await {
            HandOver::Accepted => Fate::Sent,
            HandOver::TryAgain(why) => Fate::TryAgain(why),
            HandOver::Refused(why) => match Status::find_in(&why) {
                Some(status) if status.says_nobody_there() => Fate::NobodyThere(why),
                _ => Fate::Unreachable(why),
            },
        }
    }

    /// A result that cannot be recorded leaves the lease to end: the mail is tried again under the same Message-ID.
    async fn record(
        &self,
        events: &impl OfferEvents,
        rules: &Rules,
        now: DateTime<Utc>,
        owed: &Owed,
        fate: Fate,
        done: &mut Delivered,
    ) {
        for attempt in 1..=3 {
            match self.try_record(events, rules, now, owed, &fate).await {
                Ok(result) => {
                    done.sent += result.sent;
                    done.dropped += result.dropped;
                    done.put_back += result.put_back;
                    return;
                }
                Err(error) => {
                    tracing::error!(mail = %owed.id, attempt, %error, "a mail's result could not be recorded");
                }
            }
        }
    }

    async fn try_record(
        &self,
        events: &impl OfferEvents,
        rules: &Rules,
        now: DateTime<Utc>,
        owed: &Owed,
        fate: &Fate,
    ) -> Result<Delivered, DbError> {
        let act = Act {
            now,
            ids: &self.ids,
            actor: Actor::Service,
            session: None,
        };
        let offer = match owed.mail {
            Mail::Offer { offer } => Some(offer),
            _ => None,
        };
        let mut done = Delivered::default();
        let mut tx = self.db.begin().await?;
        match fate {
            Fate::Sent => {
                if outbox::record_sent(&mut tx, owed.id, self.owner, now).await? {
                    done.sent = 1;
                    if let Some(offer) = offer {
                        events.handed_over(&mut tx, &act, rules, offer).await?;
                    }
                }
            }
            Fate::NoLongerOwed(reason) => {
                if self.drop_mail(&mut tx, &act, owed, reason).await? {
                    done.dropped = 1;
                    if let Some(offer) = offer {
                        events.not_sent(&mut tx, &act, rules, offer).await?;
                    }
                }
            }
            Fate::Quiet(until) => {
                outbox::postpone(&mut tx, owed.id, self.owner, *until).await?;
                done.put_back = 1;
            }
            Fate::TryAgain(why) if now - owed.due_at < PATIENCE => {
                let next = now + backoff(owed.attempts);
                outbox::put_back(&mut tx, owed.id, self.owner, next).await?;
                done.put_back = 1;
                tracing::warn!(mail = %owed.id, attempts = owed.attempts, why = without_addresses(why), "a mail waits");
            }
            Fate::TryAgain(why) | Fate::Unreachable(why) | Fate::NobodyThere(why) => {
                let (reason, kind) = match fate {
                    Fate::TryAgain(_) => ("given_up", tasks::Kind::MailStuck),
                    _ => ("refused", tasks::Kind::MailBounced),
                };
                if self.drop_mail(&mut tx, &act, owed, reason).await? {
                    done.dropped = 1;
                    tracing::warn!(mail = %owed.id, reason, why = without_addresses(why), "a mail will not arrive");
                    if matches!(fate, Fate::NobodyThere(_)) {
                        events.nobody_there(&mut tx, &act, owed.to).await?;
                    }
                    task_for_a_person(&mut tx, &act, owed, kind).await?;
                    if let Some(offer) = offer {
                        events.bounced(&mut tx, &act, rules, offer).await?;
                    }
                }
            }
        }
        tx.commit().await?;
        Ok(done)
    }

    async fn drop_mail(&self, tx: &mut Tx, act: &Act<'_>, owed: &Owed, reason: &str) -> Result<bool, DbError> {
        let dropped = outbox::record_dropped(tx, owed.id, self.owner, act.now, reason).await?;
        if dropped {
            let params = serde_json::json!({ "kind": owed.mail.kind(), "reason": reason });
            act.audit(tx, "mail.dropped", ("mail", owed.id), params).await?;
        }
        Ok(dropped)
    }
}

/// Servers repeat the address in their answers; logs hold nothing personal.
fn without_addresses(why: &str) -> String {
    why.split(' ')
        .map(|word| if word.contains('@') { "(address)" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A coordinator hears of every mail that will not arrive. Not of a sign-in: whoever typed the address sees that
/// nothing comes. Not of an offer either: the search makes that task itself.
async fn task_for_a_person(tx: &mut Tx, act: &Act<'_>, owed: &Owed, kind: tasks::Kind) -> Result<(), DbError> {
    if matches!(owed.mail, Mail::SignIn { .. } | Mail::Offer { .. }) {
        return Ok(());
    }
    let about = concerned(tx, &owed.mail).await?;
    let params = serde_json::json!({ "mail": owed.id, "kind": owed.mail.kind() });
    tasks::create(tx, act, kind, about, params, act.now + Duration::hours(8)).await
}
