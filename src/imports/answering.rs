use chrono::Duration;

use super::{
    ImportId,
    answers::Answer,
    store::{self, StoredDoubt},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    timers,
};

/// So many are written by one statement.
const PART: usize = 1000;

/// A table of so many rows is read while somebody waits.
const SHORT: i64 = 2_000;

const PATIENCE: Duration = Duration::seconds(20);

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
    store::set_answers(tx, import, vec![(position, Some(answer))]).await?;
    if doubt.field == "languages" && *answer == Answer::Empty {
        without_level(tx, import, &doubt).await?;
    }
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
    let mut answers = Vec::new();
    for doubt in store::open_doubts(tx, import).await? {
        let answer = match (sort, doubt.proposal) {
            (Some((field, code)), _) if doubt.field == field && doubt.code == code => Answer::LeaveOut,
            (None, Some(proposal)) => Answer::Value(proposal),
            _ => continue,
        };
        answers.push((doubt.position, answer));
    }
    for part in answers.chunks(PART) {
        let part = part
            .iter()
            .map(|(position, answer)| (*position, Some(answer)))
            .collect();
        store::set_answers(tx, import, part).await?;
    }
    if sort.is_some() {
        follow(tx, import).await?;
    }
    Ok(answers.len())
}

/// Nothing is open any more: the table is read once more with the answers, so that what would be written is known, and
/// every question is asked, before anybody confirms. `true`: it is short, and whoever waits may [`super::check`] it.
pub async fn review(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<bool, DbError> {
    let Some(known) = store::lock(tx, import).await? else {
        return Ok(false);
    };
    let (_, open) = store::count_doubts(tx, import).await?;
    if open > 0 || !store::change(tx, act, import, &["checked"], "checking").await? {
        return Ok(false);
    }
    let short = known.row_count <= SHORT;
    // Should whoever waits for a short one not live to see it, a worker does it.
    let due = if short { act.now + PATIENCE } else { act.now };
    timers::set(tx, act, timers::Kind::Import, import.0, due).await?;
    Ok(short)
}

/// A doubt that only rows have that are left out needs no answer any more.
async fn follow(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    let left_out = store::left_out(tx, import).await?;
    let open = store::open_doubts(tx, import).await?;
    let moot = open
        .iter()
        .filter(|doubt| doubt.rows().iter().all(|row| left_out.contains(row)));
    let moot: Vec<i64> = moot.map(|doubt| doubt.position).collect();
    for part in moot.chunks(PART) {
        let part = part
            .iter()
            .map(|position| (*position, Some(&Answer::LeaveOut)))
            .collect();
        store::set_answers(tx, import, part).await?;
    }
    Ok(())
}

/// How well somebody speaks a language that is not taken is no question.
async fn without_level(tx: &mut Tx, import: ImportId, language: &StoredDoubt) -> Result<(), DbError> {
    let rows = language.rows();
    let of_it = |doubt: &StoredDoubt| {
        doubt.field == "language_level"
            && doubt.cell == language.cell
            && doubt.rows().iter().all(|row| rows.contains(row))
    };
    let moot = store::open_doubts(tx, import).await?.into_iter().filter(of_it);
    let moot = moot.map(|doubt| (doubt.position, Some(&Answer::Empty))).collect();
    store::set_answers(tx, import, moot).await
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
