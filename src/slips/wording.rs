//! The words as they are now: shipped, or corrected by a coordinator. Every version is kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;

use super::{
    Text, WordingId, Wrong,
    sentences::{SENTENCES, sentence},
    store, texts,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
};

/// Sentences by their codes.
pub type Says = BTreeMap<String, String>;

#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    #[error("there is no such text")]
    NotFound,
    #[error("{0}: {1:?}")]
    Wrong(&'static str, Wrong),
    #[error(transparent)]
    Database(#[from] DbError),
}

#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    #[error("there is no such text")]
    NotFound,
    #[error("a day that is still to come")]
    Ahead,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The text with its corrections. A correction that a later version of the program cannot use any more is left out,
/// sentence by sentence.
pub async fn current(tx: &mut Tx, code: &str) -> Result<Option<Text>, DbError> {
    let Some(shipped) = texts::shipped(code) else {
        return Ok(None);
    };
    let mut text = shipped.clone();
    if let Some(version) = store::newest(tx, code).await? {
        for (name, words) in version.says() {
            let fits = sentence(&name).is_some_and(|known| known.check(&words).is_ok());
            if fits && text.says.contains_key(&name) {
                text.says.insert(name, words);
            }
        }
    }
    Ok(Some(text))
}

/// Takes the sentences as they are now. Whoever checked the former ones has not read these.
pub async fn correct(tx: &mut Tx, act: &Act<'_>, code: &str, says: &Says) -> Result<(), CorrectError> {
    let shipped = texts::shipped(code).ok_or(CorrectError::NotFound)?;
    let mut kept = Says::new();
    for sentence in SENTENCES.iter().filter(|one| shipped.says.contains_key(one.code)) {
        let words = says.get(sentence.code).map_or("", String::as_str);
        sentence
            .check(words)
            .map_err(|wrong| CorrectError::Wrong(sentence.code, wrong))?;
        kept.insert(sentence.code.to_owned(), words.to_owned());
    }
    let now = current(tx, code).await?.ok_or(CorrectError::NotFound)?;
    if now.says == kept {
        return Ok(());
    }
    let id = record(tx, act, code, Some(&kept), None).await?;
    act.audit(tx, "slip_text_corrected", ("slip_text", id.0), json!({"kind": code}))
        .await?;
    Ok(())
}

/// Back to the sentences as they were shipped. `false`: there is no such text.
pub async fn restore(tx: &mut Tx, act: &Act<'_>, code: &str) -> Result<bool, DbError> {
    if texts::shipped(code).is_none() {
        return Ok(false);
    }
    if store::newest(tx, code).await?.is_some_and(|now| now.says.is_some()) {
        let id = record(tx, act, code, None, None).await?;
        act.audit(tx, "slip_text_restored", ("slip_text", id.0), json!({"kind": code}))
            .await?;
    }
    Ok(true)
}

/// A native speaker has read the text as it is now. Their name stands nowhere.
pub async fn mark_checked(
    tx: &mut Tx,
    act: &Act<'_>,
    code: &str,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), CheckError> {
    if texts::shipped(code).is_none() {
        return Err(CheckError::NotFound);
    }
    if on > today {
        return Err(CheckError::Ahead);
    }
    let now = store::newest(tx, code).await?;
    let says = now.and_then(|now| now.says.is_some().then(|| now.says()));
    let id = record(tx, act, code, says.as_ref(), Some(on)).await?;
    act.audit(tx, "slip_text_checked", ("slip_text", id.0), json!({"kind": code}))
        .await?;
    Ok(())
}

async fn record(
    tx: &mut Tx,
    act: &Act<'_>,
    code: &str,
    says: Option<&Says>,
    checked_on: Option<NaiveDate>,
) -> Result<WordingId, DbError> {
    let id = WordingId(act.uuid());
    q!(
        "INSERT INTO slip_wording (id, text_code, says, checked_on, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        code,
        says.map(|says| json!(says).to_string()),
        checked_on.map(|day| day.to_string()),
        act.now,
        act.person()
    )
    .execute(tx)
    .await?;
    Ok(id)
}
