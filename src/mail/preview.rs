//! How a mail of a kind reads with other words, for whoever changes them: written for the last real occasion, shown,
//! never sent. The secrets of its links are left out: who reads it here is not whom it was sent to.

use super::{
    Mail,
    letter::{Button, Letter},
    message::one_line,
    outbox::Recipient,
    render::{Desk, Draft, RenderError, draft, reader},
};
use crate::{
    database::{DbError, Tx},
    people::{AddressId, PersonId},
    q, row,
};

/// So many of the newest mails are tried until one is still owed as it was.
const TRIES: i64 = 20;

/// A letter with a code that opens a door is nobody's but its reader's.
const SECRET: [&str; 1] = ["sign_in"];

/// What stands behind these is a key.
const KEYED: [&str; 5] = ["/o/", "/a/", "/p/", "/n/", "/sign-in/"];

/// Around a text that somebody is writing: so it is found again in what is rendered. They never leave the preview.
pub const FROM: char = '\u{E000}';
pub const UNTIL: char = '\u{E001}';

/// The text with its marks.
pub fn marked(text: &str) -> String {
    format!("{FROM}{text}{UNTIL}")
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub subject: String,
    pub text: String,
    pub html: String,
}

row! {
    struct SentRow {
        person_id: Option<PersonId>,
        address_id: Option<AddressId>,
        params: String,
    }
}

/// The newest mail of that kind in that language in which the marked text stands, as it would be written now.
/// `None`: there is none to show.
pub async fn preview(tx: &mut Tx, desk: &Desk<'_>, kind: &str, locale: &str) -> Result<Option<Preview>, RenderError> {
    if SECRET.contains(&kind) {
        return Ok(None);
    }
    let sent = q!(
        "SELECT person_id, address_id, params FROM outbox WHERE kind = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
        kind,
        TRIES
    )
    .all::<SentRow>(tx)
    .await?;
    for row in sent {
        let mail: Mail = serde_json::from_str(&row.params).map_err(|error| DbError::Decode(error.into()))?;
        let to = match (row.person_id, row.address_id) {
            (Some(person), _) => Recipient::Person(person),
            (None, Some(address)) => Recipient::Address(address),
            (None, None) => continue,
        };
        let Some(mut reader) = reader(tx, desk, to).await? else {
            continue;
        };
        reader.locale = desk.l10n.locale(locale);
        if let Draft::Owed { mut letter, .. } = draft(tx, desk, &reader, &mail).await? {
            without_keys(&mut letter);
            let (subject, text) = (one_line(&letter.subject), letter.text(&reader.locale, desk.rules));
            // Many sentences stand in some mails of a kind only.
            if subject.contains(FROM) || text.contains(FROM) {
                let html = letter.html(&reader.locale, desk.rules)?.replace([FROM, UNTIL], "");
                return Ok(Some(Preview { subject, text, html }));
            }
        }
    }
    Ok(None)
}

fn without_keys(letter: &mut Letter) {
    for button in [&mut letter.button, &mut letter.pause, &mut letter.wishes]
        .into_iter()
        .flatten()
    {
        without_key(button);
    }
}

fn without_key(button: &mut Button) {
    let found = KEYED.iter().find_map(|key| Some(button.url.find(key)? + key.len()));
    if let Some(end) = found {
        button.url.truncate(end);
        button.url.push('…');
    }
}
