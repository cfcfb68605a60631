//! All SQL of the check.

use chrono::{DateTime, Utc};

use crate::{
    act::Act,
    database::{DbError, Tx},
    id_type,
    people::PersonId,
    q,
    requests::{CheckState, RequestId},
    row,
};

id_type!(QuestionId);

row! {
    /// What a coordinator asked, and what the institution said.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Question {
        pub id: QuestionId,
        pub question: String,
        pub asked_at: DateTime<Utc>,
        pub asked_by: Option<PersonId>,
        pub answer: Option<String>,
        pub answered_at: Option<DateTime<Utc>>,
    }
}

/// The oldest first.
pub async fn questions(tx: &mut Tx, request: RequestId) -> Result<Vec<Question>, DbError> {
    q!(
        "SELECT id, question, asked_at, asked_by, answer, answered_at FROM check_question
         WHERE request_id = $1 ORDER BY asked_at, id",
        request
    )
    .all(tx)
    .await
}

pub(super) async fn set_state(
    tx: &mut Tx,
    request: RequestId,
    state: CheckState,
    by: DateTime<Utc>,
) -> Result<(), DbError> {
    q!(
        "UPDATE request SET check_state = $1, check_by = $2 WHERE id = $3",
        state.code(),
        by,
        request
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn decide(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
    state: CheckState,
    referral: Option<&str>,
) -> Result<(), DbError> {
    q!(
        "UPDATE request SET check_state = $1, check_decided_at = $2, check_decided_by = $3, check_referral = $4
         WHERE id = $5",
        state.code(),
        act.now,
        act.person(),
        referral,
        request
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Nobody decided before it began: nobody came.
pub(super) async fn lapse(tx: &mut Tx, act: &Act<'_>, request: RequestId) -> Result<(), DbError> {
    q!(
        "UPDATE request SET closed_at = $1, closed_reason = 'undecided' WHERE id = $2",
        act.now,
        request
    )
    .execute(tx)
    .await?;
    set_openings(tx, act, request, "unfilled").await
}

pub(super) async fn set_openings(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
    state: &'static str,
) -> Result<(), DbError> {
    q!(
        "UPDATE opening SET state = $1, changed_at = $2 WHERE request_id = $3",
        state,
        act.now,
        request
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn insert_question(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
    question: &str,
) -> Result<QuestionId, DbError> {
    let id = QuestionId(act.uuid());
    q!(
        "INSERT INTO check_question (id, request_id, question, asked_at, asked_by) VALUES ($1, $2, $3, $4, $5)",
        id,
        request,
        question,
        act.now,
        act.person()
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// How many questions that answered.
pub(super) async fn answer(tx: &mut Tx, act: &Act<'_>, request: RequestId, text: &str) -> Result<u64, DbError> {
    q!(
        "UPDATE check_question SET answer = $1, answered_at = $2, answered_by = $3
         WHERE request_id = $4 AND answered_at IS NULL",
        text,
        act.now,
        act.person(),
        request
    )
    .execute(tx)
    .await
}
