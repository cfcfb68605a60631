//! How to join a video, as far as mails speak of it.

use super::{
    facts::{self, RequestFacts},
    parts,
};
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    mail::{
        letter::Row,
        render::{Desk, Draft, Reader},
    },
    requests::RequestId,
};

/// To the contact, the day before: nobody has said it yet.
pub async fn missing(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    let standing = facts::standing_assignments(tx, id).await?;
    let Some(assignment) = standing.first().filter(|_| lacks(&request)) else {
        return Ok(Draft::NoLongerOwed("said"));
    };
    let slot = assignment.slot()?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &[slot]);
    let mut letter = parts::about(desk, reader, "joining-missing", &request, &[slot], bubble);
    letter.lead = vec![l.t("mail-joining-missing-lead"), l.t("mail-joining-please")];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-joining-missing-after")];
    Ok(Draft::owed(letter))
}

/// A video, and nobody has said how to join it.
pub fn lacks(request: &RequestFacts) -> bool {
    request.mode == "video" && request.joining.is_empty()
}

/// For whoever comes: how to join, or that it is still to come.
pub fn row(l: &Locale, request: &RequestFacts) -> Option<Row> {
    (request.mode == "video").then(|| match request.joining.as_str() {
        "" => Row::new(l.t("mail-row-joining"), l.t("mail-joining-later")),
        joining => Row::new(l.t("mail-row-joining"), joining),
    })
}
