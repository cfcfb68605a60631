//! What needs a person: one row each, with its reason and by when.

mod due;
mod later;

pub use later::{due_again, get, postpone, request_of};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    id_type,
    institutions::InstitutionId,
    people::PersonId,
    q,
    requests::{AssignmentId, RequestId},
    row,
    volunteers::VolunteerId,
};

id_type!(TaskId);

/// The codes are stable: stored, and the key of the words in the locale files (`task-<code>`).
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

kinds! {
    /// The search ended without anybody.
    NobodyFound = "nobody_found",
    /// The promised time is over, nobody was found yet, and the search can do little more by itself.
    SearchSlow = "search_slow",
    /// The topic is doubtful: a coordinator approves, refuses or asks back before anybody is asked.
    RequestCheck = "request_check",
    /// Several have said yes: a coordinator picks, before the service does.
    Choose = "choose",
    /// A volunteer wants to give back within the last hours: call.
    WithdrawalInLock = "withdrawal_in_lock",
    /// A mail to this person came back.
    MailBounced = "mail_bounced",
    /// A mail could not be handed over for days.
    MailStuck = "mail_stuck",
    /// Somebody wrote to the pool's address.
    MailReply = "mail_reply",
    /// An institution registered itself and waits.
    InstitutionWaits = "institution_waits",
    /// A qualification ends in four weeks.
    QualificationRunsOut = "qualification_runs_out",
    /// Somebody accepted an appointment, and a qualification that it needs does not count on that day any more.
    AssignmentUnqualified = "assignment_unqualified",
    /// Somebody accepted an appointment of an institution that does not want them any more.
    AssignmentBanned = "assignment_banned",
    /// Somebody is away on the day of an appointment that they accepted.
    AssignmentAbsent = "assignment_absent",
    /// A contact has left, and requests still name them as the person to call.
    ContactLeft = "contact_left",
    /// Nobody says what happened, after two reminders.
    ProofMissing = "proof_missing",
    /// Volunteer and institution say different things about an appointment.
    ProofDisputed = "proof_disputed",
    /// The institution says that the volunteer did not come.
    ProofNoShow = "proof_no_show",
    /// A volunteer has named a language or a higher level.
    LanguageWish = "language_wish",
    /// A volunteer has left and wants everything about them to be erased.
    ErasureAsked = "erasure_asked",
}

/// What a task is about; whatever is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub request: Option<RequestId>,
    pub volunteer: Option<VolunteerId>,
    pub institution: Option<InstitutionId>,
    pub assignment: Option<AssignmentId>,
    pub inbound_mail: Option<Uuid>,
}

impl About {
    pub fn request(request: RequestId) -> Self {
        Self {
            request: Some(request),
            ..Self::default()
        }
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct Task {
        pub id: TaskId,
        pub kind: String,
        pub request_id: Option<RequestId>,
        pub volunteer_id: Option<VolunteerId>,
        pub institution_id: Option<InstitutionId>,
        pub assignment_id: Option<AssignmentId>,
        pub inbound_mail_id: Option<Uuid>,
        pub params: String,
        pub due_at: DateTime<Utc>,
        pub created_at: DateTime<Utc>,
    }
}

/// Makes a task, unless the same one is still open. It is due within the desk's hours.
pub async fn create(
    tx: &mut Tx,
    act: &Act<'_>,
    kind: Kind,
    about: About,
    params: serde_json::Value,
    due_at: DateTime<Utc>,
) -> Result<(), DbError> {
    let due_at = due::at_the_desk(tx, act, kind, due_at).await?;
    let id = act.uuid();
    let made = q!(
        "INSERT INTO task (id, kind, request_id, volunteer_id, institution_id, assignment_id, inbound_mail_id, params,
             due_at, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
         WHERE NOT EXISTS (SELECT 1 FROM task WHERE kind = $2 AND done_at IS NULL
             AND COALESCE(request_id, $11) = COALESCE($3, $11) AND COALESCE(volunteer_id, $11) = COALESCE($4, $11)
             AND COALESCE(institution_id, $11) = COALESCE($5, $11)
             AND COALESCE(assignment_id, $11) = COALESCE($6, $11)
             AND COALESCE(inbound_mail_id, $11) = COALESCE($7, $11))",
        id,
        kind.code(),
        about.request,
        about.volunteer,
        about.institution,
        about.assignment,
        about.inbound_mail,
        params.to_string(),
        due_at,
        act.now,
        Uuid::nil()
    )
    .execute(tx)
    .await?;
    if made == 1 {
        act.audit(
            tx,
            "task_created",
            ("task", id),
            serde_json::json!({"kind": kind.code()}),
        )
        .await?;
    }
    Ok(())
}

/// Makes a task due at that time, with these parameters; makes it if none of its kind is open.
pub async fn urge(
    tx: &mut Tx,
    act: &Act<'_>,
    kind: Kind,
    request: RequestId,
    params: serde_json::Value,
    due_at: DateTime<Utc>,
) -> Result<(), DbError> {
    let due_at = due::at_the_desk(tx, act, kind, due_at).await?;
    let moved = q!(
        "UPDATE task SET due_at = $1, params = $2 WHERE request_id = $3 AND kind = $4 AND done_at IS NULL",
        due_at,
        params.to_string(),
        request,
        kind.code()
    )
    .execute(tx)
    .await?;
    if moved > 0 {
        return Ok(());
    }
    create(tx, act, kind, About::request(request), params, due_at).await
}

/// Done by a person, or settled by what happened. `false`: it was not open.
pub async fn complete(tx: &mut Tx, act: &Act<'_>, task: TaskId) -> Result<bool, DbError> {
    let done = q!(
        "UPDATE task SET done_at = $1, done_by = $2 WHERE id = $3 AND done_at IS NULL",
        act.now,
        act.person(),
        task
    )
    .execute(tx)
    .await?;
    if done == 1 {
        act.audit(tx, "task_done", ("task", task.0), serde_json::json!({}))
            .await?;
    }
    Ok(done == 1)
}

/// It was not done after all. `false`: it was open, or the same one has come up again since.
pub async fn reopen(tx: &mut Tx, act: &Act<'_>, task: TaskId) -> Result<bool, DbError> {
    let reopened = q!(
        "UPDATE task SET done_at = NULL, done_by = NULL WHERE id = $1 AND done_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM task other WHERE other.kind = task.kind AND other.done_at IS NULL
             AND COALESCE(other.request_id, $2) = COALESCE(task.request_id, $2)
             AND COALESCE(other.volunteer_id, $2) = COALESCE(task.volunteer_id, $2)
             AND COALESCE(other.institution_id, $2) = COALESCE(task.institution_id, $2)
             AND COALESCE(other.assignment_id, $2) = COALESCE(task.assignment_id, $2)
             AND COALESCE(other.inbound_mail_id, $2) = COALESCE(task.inbound_mail_id, $2))",
        task,
        Uuid::nil()
    )
    .execute(tx)
    .await?;
    if reopened == 1 {
        act.audit(tx, "task_reopened", ("task", task.0), serde_json::json!({}))
            .await?;
    }
    Ok(reopened == 1)
}

/// Settled by what happened to the request. Other kinds stay: an address that refuses mail is broken all the same.
pub async fn settle(tx: &mut Tx, act: &Act<'_>, request: RequestId, kinds: &[Kind]) -> Result<(), DbError> {
    q!(
        "UPDATE task SET done_at = $1 WHERE request_id = $2 AND done_at IS NULL AND kind IN (TEXTS($3))",
        act.now,
        request,
        Value::texts(kinds.iter().map(|kind| kind.code()))
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Settled by what happened to an assignment.
pub async fn settle_assignment(
    tx: &mut Tx,
    act: &Act<'_>,
    assignment: AssignmentId,
    kinds: &[Kind],
) -> Result<(), DbError> {
    q!(
        "UPDATE task SET done_at = $1 WHERE assignment_id = $2 AND done_at IS NULL AND kind IN (TEXTS($3))",
        act.now,
        assignment,
        Value::texts(kinds.iter().map(|kind| kind.code()))
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Settled by what happened to an institution.
pub async fn settle_institution(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    kinds: &[Kind],
) -> Result<(), DbError> {
    q!(
        "UPDATE task SET done_at = $1 WHERE institution_id = $2 AND done_at IS NULL AND kind IN (TEXTS($3))",
        act.now,
        institution,
        Value::texts(kinds.iter().map(|kind| kind.code()))
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Settled by what happened to a volunteer.
pub async fn settle_volunteer(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    kinds: &[Kind],
) -> Result<(), DbError> {
    q!(
        "UPDATE task SET done_at = $1 WHERE volunteer_id = $2 AND done_at IS NULL AND kind IN (TEXTS($3))",
        act.now,
        volunteer,
        Value::texts(kinds.iter().map(|kind| kind.code()))
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Those that were done before then.
pub async fn delete_done_before(tx: &mut Tx, done: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM task WHERE id IN (SELECT id FROM task WHERE done_at < $1 ORDER BY done_at, id LIMIT $2)",
        done,
        most
    )
    .execute(tx)
    .await
}

/// How many wait because of a volunteer, of other kinds than this one.
pub async fn open_about(tx: &mut Tx, volunteer: VolunteerId, but: Kind) -> Result<i64, DbError> {
    let (open,) = q!(
        "SELECT COUNT(*) FROM task WHERE volunteer_id = $1 AND done_at IS NULL AND kind <> $2",
        volunteer,
        but.code()
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(open)
}

/// Nothing here leads to that person any more: neither as whom a task is about, nor as who did it.
pub async fn erase(tx: &mut Tx, person: PersonId) -> Result<u64, DbError> {
    q!("UPDATE task SET done_by = NULL WHERE done_by = $1", person)
        .execute(tx)
        .await?;
    q!(
        "DELETE FROM task WHERE volunteer_id IN (SELECT id FROM volunteer WHERE person_id = $1)",
        person
    )
    .execute(tx)
    .await
}

/// Most urgent first.
pub async fn open(tx: &mut Tx) -> Result<Vec<Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, institution_id, assignment_id, inbound_mail_id, params, due_at,
                created_at FROM task
         WHERE done_at IS NULL ORDER BY due_at, id"
    )
    .all(tx)
    .await
}

pub async fn of_request(tx: &mut Tx, request: RequestId) -> Result<Vec<Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, institution_id, assignment_id, inbound_mail_id, params, due_at,
                created_at FROM task
         WHERE request_id = $1 AND done_at IS NULL ORDER BY due_at, id",
        request
    )
    .all(tx)
    .await
}

/// The tasks that wait because of a mail that came in.
pub async fn of_inbound_mail(tx: &mut Tx, mail: Uuid) -> Result<Vec<Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, institution_id, assignment_id, inbound_mail_id, params, due_at,
                created_at FROM task
         WHERE inbound_mail_id = $1 AND done_at IS NULL ORDER BY due_at, id",
        mail
    )
    .all(tx)
    .await
}

pub async fn of_institution(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<Task>, DbError> {
    q!(
        "SELECT id, kind, request_id, volunteer_id, institution_id, assignment_id, inbound_mail_id, params, due_at,
                created_at FROM task
         WHERE institution_id = $1 AND done_at IS NULL ORDER BY due_at, id",
        institution
    )
    .all(tx)
    .await
}
