//! Texts of mails and pages that a coordinator wrote anew: rules like all others, with valid-from and history.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    RuleRow,
    store::{append, lock},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    l10n::texts::Text,
    people::PersonId,
    q, row,
};

/// The kind of their rows; the key is `locale/message`.
pub const KIND: &str = "text";

row! {
    struct VersionRow {
        value: String,
        valid_from: DateTime<Utc>,
        recorded_at: DateTime<Utc>,
        recorded_by: Option<PersonId>,
    }
}

/// One version of a text; `None`: from then on the program's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextVersion {
    pub text: Option<String>,
    pub valid_from: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: Option<PersonId>,
}

/// Records a text, or with `None` the way back to the program's own. The caller has checked it against the original.
pub async fn set_text(
    tx: &mut Tx,
    act: &Act<'_>,
    (locale, key): (&str, &str),
    text: Option<&str>,
    valid_from: DateTime<Utc>,
) -> Result<(), DbError> {
    let value = text.map(|text| json!({ "text": text }));
    lock(tx).await?;
    append(
        tx,
        act,
        (KIND, &format!("{locale}/{key}")),
        value.as_ref(),
        (valid_from, None),
    )
    .await?;
    // The key of a message, never what somebody typed.
    let params = json!({ "kind": key, "locale": locale });
    match text {
        Some(_) => act.audit(tx, "text_changed", ("pool", Uuid::nil()), params).await,
        None => act.audit(tx, "text_reset", ("pool", Uuid::nil()), params).await,
    }
}

/// Every version of one text: what counts last comes first.
pub async fn text_versions(tx: &mut Tx, locale: &str, key: &str) -> Result<Vec<TextVersion>, DbError> {
    let rows = q!(
        "SELECT value, valid_from, recorded_at, recorded_by FROM pool_rule WHERE kind = $1 AND key = $2
         ORDER BY valid_from DESC, recorded_at DESC, id DESC",
        KIND,
        format!("{locale}/{key}")
    )
    .all::<VersionRow>(tx)
    .await?;
    rows.into_iter()
        .map(|row| {
            let value: Value = serde_json::from_str(&row.value).map_err(|error| DbError::Decode(error.into()))?;
            Ok(TextVersion {
                text: value["text"].as_str().map(str::to_owned),
                valid_from: row.valid_from,
                recorded_at: row.recorded_at,
                recorded_by: row.recorded_by,
            })
        })
        .collect()
}

/// The texts among the rules in force. What cannot be read is left out: then the program's own text is read.
pub(super) fn texts_of(rows: &[RuleRow]) -> Vec<Text> {
    let texts = rows.iter().filter(|row| row.kind == KIND);
    let text = |row: &RuleRow| {
        let (locale, key) = row.key.split_once('/')?;
        Some(Text {
            locale: locale.to_owned(),
            key: key.to_owned(),
            text: row.value["text"].as_str()?.to_owned(),
        })
    };
    texts.filter_map(text).collect()
}
