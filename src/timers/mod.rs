//! Due things live in the database and survive a restart. One timer per kind and subject: setting it again moves it.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::{
    act::Act,
    database::{DbError, Tx, Value, cells},
    q, row,
};

/// The codes are stable: they are stored.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// Every kind of timer; `workers` says what each does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}

kinds! {
    /// Subject: a running search. Ask `dispatch::next_step` again.
    Search = "search",
    /// Subject: a running search. By now the institution was promised to hear: see `requests::promise`.
    SearchTarget = "search_target",
    /// Subject: a request that a coordinator checks. Nobody has decided by the promised time, or at all.
    RequestCheck = "request_check",
    /// Subject: an assignment. Its appointment is over, or somebody owes their word about it.
    Proof = "proof",
    /// Subject: a request. Somebody comes to its video tomorrow, and perhaps nobody has said how to join it.
    Joining = "joining",
    /// Subject: a qualification that ends some day. Four weeks before, and again on the day after.
    QualificationRunsOut = "qualification_runs_out",
    /// Subject: an import of rules. They may ask for other qualifications: look at every accepted appointment.
    QualificationsReview = "qualifications_review",
    /// One for the whole pool: there are answers that the forecast has not learned from.
    ForecastLearning = "forecast_learning",
    /// One for the whole pool: every night what has outlived its deadline goes.
    Retention = "retention",
    /// Subject: an import whose file is to be checked, written or taken back.
    Import = "import",
    /// Subject: an import that nobody has confirmed: its file goes.
    ImportEnds = "import_ends",
}

/// What takes long has a loop of its own, so that the short ones go on meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    Short,
    Long,
}

impl Lane {
    const LONG: [&str; 1] = [Kind::Import.code()];
}

row! {
    #[derive(Clone, Debug)]
    pub struct Timer {
        pub id: Uuid,
        pub kind: String,
        pub subject_id: Uuid,
        pub due_at: DateTime<Utc>,
        pub attempts: i64,
    }
}

/// Sets or moves a timer; whoever holds a lease on it finds it due again.
pub async fn set(tx: &mut Tx, act: &Act<'_>, kind: Kind, subject: Uuid, due_at: DateTime<Utc>) -> Result<(), DbError> {
    q!(
        "INSERT INTO timer (id, kind, subject_id, due_at, attempts) VALUES ($1, $2, $3, $4, 0)
         ON CONFLICT (kind, subject_id) DO UPDATE SET due_at = excluded.due_at, attempts = 0,
             lease_owner = NULL, leased_until = NULL",
        act.uuid(),
        kind.code(),
        subject,
        due_at
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Sets a timer if there is none of that kind and subject.
pub async fn set_unless_set(
    tx: &mut Tx,
    act: &Act<'_>,
    kind: Kind,
    subject: Uuid,
    due_at: DateTime<Utc>,
) -> Result<(), DbError> {
    q!(
        "INSERT INTO timer (id, kind, subject_id, due_at, attempts) VALUES ($1, $2, $3, $4, 0)
         ON CONFLICT (kind, subject_id) DO NOTHING",
        act.uuid(),
        kind.code(),
        subject,
        due_at
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Makes a timer due by `at`, if it is not due earlier anyway.
pub async fn bring_forward(tx: &mut Tx, kind: Kind, subject: Uuid, at: DateTime<Utc>) -> Result<(), DbError> {
    q!(
        "UPDATE timer SET due_at = $1 WHERE kind = $2 AND subject_id = $3 AND due_at > $1",
        at,
        kind.code(),
        subject
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub async fn clear(tx: &mut Tx, kind: Kind, subject: Uuid) -> Result<(), DbError> {
    q!(
        "DELETE FROM timer WHERE kind = $1 AND subject_id = $2",
        kind.code(),
        subject
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// When that timer is due, if there is one.
pub async fn due_of(tx: &mut Tx, kind: Kind, subject: Uuid) -> Result<Option<DateTime<Utc>>, DbError> {
    let row = q!(
        "SELECT due_at FROM timer WHERE kind = $1 AND subject_id = $2",
        kind.code(),
        subject
    )
    .optional::<(DateTime<Utc>,)>(tx)
    .await?;
    Ok(row.map(|(at,)| at))
}

/// Sets timers of subjects that are new and have none.
pub async fn set_new(tx: &mut Tx, act: &Act<'_>, kind: Kind, all: &[(Uuid, DateTime<Utc>)]) -> Result<(), DbError> {
    if all.is_empty() {
        return Ok(());
    }
    let row =
        |(subject, due_at): &(Uuid, DateTime<Utc>)| cells([act.uuid().into(), (*subject).into(), (*due_at).into()]);
    q!(
        "INSERT INTO timer (id, kind, subject_id, due_at, attempts)
         SELECT ID_OF(r.value ->> 0), $2, ID_OF(r.value ->> 1), TIME_OF(r.value ->> 2), 0 FROM ROWS($1) AS r",
        Value::rows(all.iter().map(row).collect()),
        kind.code()
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Leases up to `limit` due timers of a lane to `owner`. The predicate stands twice: without the outer one
/// PostgreSQL lets two instances claim the same row.
pub async fn claim(
    tx: &mut Tx,
    owner: Uuid,
    now: DateTime<Utc>,
    lease: Duration,
    (lane, limit): (Lane, i64),
) -> Result<Vec<Timer>, DbError> {
    q!(
        "UPDATE timer SET lease_owner = $1, leased_until = $2, attempts = attempts + 1
         WHERE id IN (SELECT id FROM timer WHERE due_at <= $3 AND (leased_until IS NULL OR leased_until <= $3)
                        AND (kind IN (TEXTS($5))) = $6
                      ORDER BY due_at, id LIMIT $4)
           AND due_at <= $3 AND (leased_until IS NULL OR leased_until <= $3)
         RETURNING id, kind, subject_id, due_at, attempts",
        owner,
        now + lease,
        now,
        limit,
        Value::texts(Lane::LONG),
        lane == Lane::Long
    )
    .all(tx)
    .await
}

/// Whether a timer of that lane waits to be claimed.
pub async fn is_due(tx: &mut Tx, lane: Lane, now: DateTime<Utc>) -> Result<bool, DbError> {
    let row = q!(
        "SELECT id FROM timer WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
           AND (kind IN (TEXTS($2))) = $3 LIMIT 1",
        now,
        Value::texts(Lane::LONG),
        lane == Lane::Long
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    Ok(row.is_some())
}

/// Keeps a lease longer. `false`: it is not ours any more.
pub async fn keep(tx: &mut Tx, owner: Uuid, timer: Uuid, until: DateTime<Utc>) -> Result<bool, DbError> {
    let kept = q!(
        "UPDATE timer SET leased_until = $1 WHERE id = $2 AND lease_owner = $3",
        until,
        timer,
        owner
    )
    .execute(tx)
    .await?;
    Ok(kept == 1)
}

/// It is done; a timer that was set again meanwhile stays.
pub async fn finish(tx: &mut Tx, owner: Uuid, timer: Uuid) -> Result<(), DbError> {
    q!("DELETE FROM timer WHERE id = $1 AND lease_owner = $2", timer, owner)
        .execute(tx)
        .await?;
    Ok(())
}

/// Nobody works on it any more, and that was no failure: whoever looks next may have it at once.
pub async fn release(tx: &mut Tx, owner: Uuid, timer: Uuid) -> Result<(), DbError> {
    q!(
        "UPDATE timer SET lease_owner = NULL, leased_until = NULL, attempts = attempts - 1
         WHERE id = $1 AND lease_owner = $2",
        timer,
        owner
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The earliest due instant of any timer, for sleeping until then.
pub async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>, DbError> {
    let row = q!("SELECT due_at FROM timer ORDER BY due_at LIMIT 1")
        .optional::<(DateTime<Utc>,)>(tx)
        .await?;
    Ok(row.map(|(at,)| at))
}
