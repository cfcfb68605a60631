//! By code or by link. Each proves once: the conditional UPDATE decides, however many arrive together.

use chrono::{DateTime, Utc};

use super::{Proof, TRIES};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::{Keys, same},
    links::{self, Link, Purpose},
    people::{AddressId, SignInId},
    q, row,
};

/// What came of a code. Commit it also when it was wrong: the try counts.
#[derive(Debug, PartialEq, Eq)]
pub enum ByCode {
    Proved(Proof),
    Wrong {
        tries_left: i64,
    },
    /// Expired, used, or tried too often: only a new mail helps.
    Over,
}

#[derive(Debug, PartialEq, Eq)]
pub enum ByLink {
    Proved(Proof),
    NotNow(LinkState),
    /// No such link.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    Fresh,
    Used,
    Expired,
}

row! {
    struct Tried {
        address_id: Option<AddressId>,
        key_number: i64,
        tries: i64,
    }
}

row! {
    struct SignInRow {
        key_number: i64,
        expires_at: DateTime<Utc>,
        proved_at: Option<DateTime<Utc>>,
    }
}

/// `code` are the digits that [`code_digits`] read.
pub async fn by_code(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    sign_in: SignInId,
    code: &str,
) -> Result<ByCode, DbError> {
    let tried = q!(
        "UPDATE sign_in SET tries = tries + 1
         WHERE id = $1 AND tries < $2 AND proved_at IS NULL AND expires_at > $3
         RETURNING address_id, key_number, tries",
        sign_in,
        TRIES,
        act.now
    )
    .optional::<Tried>(tx)
    .await?;
    let Some(tried) = tried else { return Ok(ByCode::Over) };
    let right = keys.code(tried.key_number, sign_in.0);
    let is_right = right.is_some_and(|right| same(&right, code));
    if !is_right || tried.address_id.is_none() {
        let tries_left = TRIES - tried.tries;
        return Ok(if tries_left == 0 {
            ByCode::Over
        } else {
            ByCode::Wrong { tries_left }
        });
    }
    Ok(match prove(tx, act, keys, sign_in).await? {
        Some(proof) => ByCode::Proved(proof),
        None => ByCode::Over,
    })
}

/// For the page behind a mailed link; looking changes nothing. `None`: no such link.
pub async fn link_state(tx: &mut Tx, token: &str, now: DateTime<Utc>) -> Result<Option<LinkState>, DbError> {
    match links::find(tx, Purpose::SignIn, token).await? {
        Some(link) => state_of(tx, &link, now).await,
        None => Ok(None),
    }
}

pub async fn by_link(tx: &mut Tx, act: &Act<'_>, keys: &Keys, token: &str) -> Result<ByLink, DbError> {
    let Some(link) = links::find(tx, Purpose::SignIn, token).await? else {
        return Ok(ByLink::Unknown);
    };
    match state_of(tx, &link, act.now).await? {
        None => Ok(ByLink::Unknown),
        Some(LinkState::Fresh) => Ok(match prove(tx, act, keys, SignInId(link.subject_id)).await? {
            Some(proof) => ByLink::Proved(proof),
            None => ByLink::NotNow(LinkState::Used),
        }),
        Some(state) => Ok(ByLink::NotNow(state)),
    }
}

async fn state_of(tx: &mut Tx, link: &Link, now: DateTime<Utc>) -> Result<Option<LinkState>, DbError> {
    let row = q!(
        "SELECT key_number, expires_at, proved_at FROM sign_in WHERE id = $1",
        link.subject_id
    )
    .optional::<SignInRow>(tx)
    .await?;
    Ok(row.map(|row| match row {
        SignInRow { proved_at: Some(_), .. } => LinkState::Used,
        _ if link.revoked_at.is_some() || link.expires_at <= now || row.expires_at <= now => LinkState::Expired,
        _ => LinkState::Fresh,
    }))
}

async fn prove(tx: &mut Tx, act: &Act<'_>, keys: &Keys, sign_in: SignInId) -> Result<Option<Proof>, DbError> {
    let row = q!(
        "UPDATE sign_in SET proved_at = $1 WHERE id = $2 AND proved_at IS NULL AND expires_at > $1
         RETURNING key_number, expires_at, proved_at",
        act.now,
        sign_in
    )
    .optional::<SignInRow>(tx)
    .await?;
    Ok(row.and_then(|row| Proof::new(keys, row.key_number, sign_in)))
}

/// The six digits of a code as people type it: "123 456", "123-456" and the digits of Arabic and Persian keyboards
/// are all meant.
pub fn code_digits(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
            '\u{6F0}'..='\u{6F9}' => char::from_digit(c as u32 - 0x6F0, 10),
            _ => None,
        })
        .collect();
    (digits.len() == 6).then_some(digits)
}
