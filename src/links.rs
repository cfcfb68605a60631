//! Links in mails. A token is HMAC(key, purpose, link id), so that a retry renders the same mail;
//! the row keeps only its SHA-256. What a link opens stays readable after use: the page says what is true now.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    act::Act,
    database::{DbError, Tx},
    id_type,
    keys::{Keys, token_hash},
    q, row,
};

id_type!(LinkId);

/// What a link is for. One token never serves two purposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Subject: an offer. Page `/o/{token}`.
    Offer,
    /// Subject: an assignment. Page `/a/{token}`.
    Assignment,
    /// Subject: a volunteer. Page `/p/{token}`: pause, and its undo.
    Pause,
    /// Subject: an assignment that is over. Page `/n/{token}`: what happened.
    Proof,
    /// Subject: a slip that was sent to a family. Page `/s/{token}`: only to read.
    Slip,
    /// Subject: a sign-in. Page `/sign-in/{token}`.
    SignIn,
    /// Subject: a volunteer. `/c/{token}.ics`: their confirmed assignments, for a calendar that subscribes.
    Calendar,
}

impl Purpose {
    pub fn code(self) -> &'static str {
        match self {
            Purpose::Offer => "offer",
            Purpose::Assignment => "assignment",
            Purpose::Pause => "pause",
            Purpose::Proof => "proof",
            Purpose::Slip => "slip",
            Purpose::SignIn => "sign_in",
            Purpose::Calendar => "calendar",
        }
    }

    /// The first part of the link's path.
    pub fn path(self) -> &'static str {
        match self {
            Purpose::Offer => "/o",
            Purpose::Assignment => "/a",
            Purpose::Pause => "/p",
            Purpose::Proof => "/n",
            Purpose::Slip => "/s",
            Purpose::SignIn => "/sign-in",
            Purpose::Calendar => "/c",
        }
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct Link {
        pub id: LinkId,
        pub purpose: String,
        pub subject_id: Uuid,
        pub key_number: i64,
        pub expires_at: DateTime<Utc>,
        pub used_at: Option<DateTime<Utc>>,
        pub revoked_at: Option<DateTime<Utc>>,
    }
}

/// Makes a link; its URL is rendered only when the mail is handed over.
pub async fn create(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    purpose: Purpose,
    subject: Uuid,
    expires_at: DateTime<Utc>,
) -> Result<LinkId, DbError> {
    let id = act.uuid();
    let number = keys.current_number();
    let token = keys.token(number, purpose.code(), id).ok_or(DbError::RowNotFound)?;
    q!(
        "INSERT INTO link (id, purpose, subject_id, token_hash, key_number, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        purpose.code(),
        subject,
        token_hash(&token),
        number,
        act.now,
        expires_at
    )
    .execute(tx)
    .await?;
    Ok(LinkId(id))
}

/// The newest unrevoked link for a subject, for rendering a mail.
pub async fn of_subject(tx: &mut Tx, purpose: Purpose, subject: Uuid) -> Result<Option<Link>, DbError> {
    q!(
        "SELECT id, purpose, subject_id, key_number, expires_at, used_at, revoked_at FROM link
         WHERE purpose = $1 AND subject_id = $2 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1",
        purpose.code(),
        subject
    )
    .optional(tx)
    .await
}

/// The link a token belongs to, whatever its state. `None`: one plain 404, like everything that does not exist.
pub async fn find(tx: &mut Tx, purpose: Purpose, token: &str) -> Result<Option<Link>, DbError> {
    q!(
        "SELECT id, purpose, subject_id, key_number, expires_at, used_at, revoked_at FROM link
         WHERE token_hash = $1 AND purpose = $2",
        token_hash(token),
        purpose.code()
    )
    .optional(tx)
    .await
}

/// Kills every link to these subjects.
pub async fn revoke(tx: &mut Tx, act: &Act<'_>, purpose: Purpose, subject: Uuid) -> Result<(), DbError> {
    q!(
        "UPDATE link SET revoked_at = $1 WHERE purpose = $2 AND subject_id = $3 AND revoked_at IS NULL",
        act.now,
        purpose.code(),
        subject
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Lets what was not taken back work until then, if it would end sooner.
pub async fn extend(tx: &mut Tx, purpose: Purpose, subject: Uuid, until: DateTime<Utc>) -> Result<(), DbError> {
    q!(
        "UPDATE link SET expires_at = $1
         WHERE purpose = $2 AND subject_id = $3 AND revoked_at IS NULL AND expires_at < $1",
        until,
        purpose.code(),
        subject
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes the rows away: nobody can see any more that there was a link.
pub async fn delete(tx: &mut Tx, purpose: Purpose, subject: Uuid) -> Result<u64, DbError> {
    q!(
        "DELETE FROM link WHERE purpose = $1 AND subject_id = $2",
        purpose.code(),
        subject
    )
    .execute(tx)
    .await
}

/// Those that ended before then, by themselves or because they were taken back.
pub async fn delete_ended_before(tx: &mut Tx, ended: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM link WHERE id IN (SELECT id FROM link WHERE expires_at < $1 OR revoked_at < $1
             ORDER BY id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await
}

impl Link {
    /// The path of the link, or `None` when its key has been retired.
    pub fn path(&self, keys: &Keys, purpose: Purpose) -> Option<String> {
        let token = keys.token(self.key_number, purpose.code(), self.id.0)?;
        Some(format!("{}/{token}", purpose.path()))
    }
}
