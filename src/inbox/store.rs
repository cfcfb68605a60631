//! Reads of mails that came in.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::InboundMailId;
use crate::{
    database::{DbError, Tx},
    people::PersonId,
    q, row,
};

row! {
    #[derive(Clone, Debug)]
    pub struct InboundMail {
        pub id: InboundMailId,
        pub kind: String,
        pub person_id: Option<PersonId>,
        pub sender: String,
        pub subject: String,
        pub body: String,
        pub about_mail_id: Option<Uuid>,
        pub received_at: DateTime<Utc>,
    }
}

pub async fn get(tx: &mut Tx, mail: InboundMailId) -> Result<Option<InboundMail>, DbError> {
    q!(
        "SELECT id, kind, person_id, sender, subject, body, about_mail_id, received_at FROM inbound_mail WHERE id = $1",
        mail
    )
    .optional(tx)
    .await
}

/// The newest first.
pub async fn newest(tx: &mut Tx, limit: i64) -> Result<Vec<InboundMail>, DbError> {
    q!(
        "SELECT id, kind, person_id, sender, subject, body, about_mail_id, received_at FROM inbound_mail
         ORDER BY received_at DESC, id DESC LIMIT $1",
        limit
    )
    .all(tx)
    .await
}
