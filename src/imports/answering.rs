use super::{
    ImportId,
    answers::Answer,
    store::{self, StoredDoubt},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
};

#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    #[error("no such doubt")]
    NotFound,
    /// Not one of the choices; or nothing, where something is needed.
    #[error("no answer to this doubt")]
    NoAnswer,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A person says what is meant, in every row with this doubt.
pub async fn answer(
    tx: &mut Tx,
    act: &Act<'_>,
    import: ImportId,
    position: i64,
    answer: &Answer,
) -> Result<(), AnswerError> {
    let known = store::lock(tx, import).await?.ok_or(AnswerError::NotFound)?;
    let doubt = store::doubt(tx, import, position).await?.ok_or(AnswerError::NotFound)?;
    if known.state != "checked" {
        return Err(AnswerError::NotFound);
    }
    if !fits(&doubt, answer) {
        return Err(AnswerError::NoAnswer);
    }
    store::set_answer(tx, import, position, answer).await?;
    if *answer == Answer::LeaveOut {
        follow(tx, import).await?;
    }
    store::change(tx, act, import, &["checked"], "checked").await?;
    Ok(())
}

/// Takes every proposal there is; or leaves out the rows of every open doubt of a sort. How many that were.
pub async fn answer_all(tx: &mut Tx, import: ImportId, sort: Option<(&str, &str)>) -> Result<usize, AnswerError> {
    let known = store::lock(tx, import).await?.ok_or(AnswerError::NotFound)?;
    if known.state != "checked" {
        return Err(AnswerError::NotFound);
    }
    let mut answered = 0;
    for doubt in store::open_doubts(tx, import).await? {
        let answer = match (sort, &doubt.proposal) {
            (Some((field, code)), _) if doubt.field == field && doubt.code == code => Answer::LeaveOut,
            (None, Some(proposal)) => Answer::Value(proposal.clone()),
            _ => continue,
        };
        store::set_answer(tx, import, doubt.position, &answer).await?;
        answered += 1;
    }
    if sort.is_some() {
        follow(tx, import).await?;
    }
    Ok(answered)
}

/// A doubt that only rows have that are left out needs no answer any more.
async fn follow(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    let left_out = store::left_out(tx, import).await?;
    for doubt in store::open_doubts(tx, import).await? {
        if doubt.rows().iter().all(|row| left_out.contains(row)) {
            store::set_answer(tx, import, doubt.position, &Answer::LeaveOut).await?;
        }
    }
    Ok(())
}

fn fits(doubt: &StoredDoubt, answer: &Answer) -> bool {
    let choices = doubt.choices();
    match answer {
        Answer::LeaveOut => true,
        Answer::Empty => doubt.may_be_empty,
        Answer::Value(text) if text.trim().is_empty() => false,
        Answer::Value(_) if choices.is_empty() => true,
        Answer::Value(text) => {
            text.split(", ").all(|part| choices.iter().any(|choice| choice == part))
                || choices.iter().any(|choice| choice == text)
        }
    }
}
