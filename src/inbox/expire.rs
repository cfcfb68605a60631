//! A mail that came in is emptied when nobody has to read it any more. Its digest stays: handed over again, it is known.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q,
};

/// Whose task was done before then; one that made no task counts from its arrival.
pub async fn empty_before(tx: &mut Tx, done: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "UPDATE inbound_mail SET person_id = NULL, sender = '', subject = '', body = '' WHERE id IN (
             SELECT m.id FROM inbound_mail m WHERE m.received_at < $1
               AND (m.person_id IS NOT NULL OR m.sender <> '' OR m.subject <> '' OR m.body <> '')
               AND NOT EXISTS (SELECT 1 FROM task t WHERE t.inbound_mail_id = m.id
                    AND (t.done_at IS NULL OR t.done_at >= $1))
             ORDER BY m.id LIMIT $2)",
        done,
        most
    )
    .execute(tx)
    .await
}

/// What somebody wrote, from any of these addresses, and what came back about mails to them.
pub async fn erase(tx: &mut Tx, person: PersonId, addresses: &[String], about: Vec<Uuid>) -> Result<u64, DbError> {
    let mut emptied = q!(
        "UPDATE inbound_mail SET person_id = NULL, sender = '', subject = '', body = ''
         WHERE person_id = $1 OR about_mail_id IN (UUIDS($2))",
        person,
        Value::uuids(about)
    )
    .execute(tx)
    .await?;
    for address in addresses {
        // A sender stands there as the mail had it: "Amina Rahimi <amina.rahimi@post.example>".
        emptied += q!(
            "UPDATE inbound_mail SET person_id = NULL, sender = '', subject = '', body = ''
             WHERE LOWER(sender) LIKE $1 ESCAPE '!'",
            within(&address.to_lowercase())
        )
        .execute(tx)
        .await?;
    }
    Ok(emptied)
}

fn within(text: &str) -> String {
    let mut pattern = "%".to_owned();
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Mails of somebody that still wait for a person.
pub async fn open_of(tx: &mut Tx, person: PersonId) -> Result<i64, DbError> {
    let (open,) = q!(
        "SELECT COUNT(*) FROM inbound_mail m JOIN task t ON t.inbound_mail_id = m.id
         WHERE m.person_id = $1 AND t.done_at IS NULL",
        person
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(open)
}
