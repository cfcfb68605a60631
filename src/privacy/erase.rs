//! Makes a person anonymous everywhere, in one transaction, and writes down what was taken and what stays.

use serde_json::json;

use super::{
    Blocker, ErasureId, blockers, kept,
    report::{self, Report},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    imports, inbox,
    l10n::{self, L10n},
    mail,
    people::{self, Counted, PersonId},
    proofs, qualifications, requests, tasks, volunteers,
};

#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    #[error("no such person, or erased before")]
    NotFound,
    /// These have to end first; nothing was changed, if the caller rolls back.
    #[error("something still hangs on this person: {0:?}")]
    Blocked(Vec<Blocker>),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The statistics are the same before and after. Requests are touched before volunteers, as everywhere.
pub async fn erase(tx: &mut Tx, act: &Act<'_>, l10n: &L10n, person: PersonId) -> Result<ErasureId, EraseError> {
    if !people::begin_erasure(tx, act, person).await? {
        return Err(EraseError::NotFound);
    }
    let standing = blockers(tx, person, act.now).await?;
    if !standing.is_empty() {
        return Err(EraseError::Blocked(standing));
    }
    let mut erased: Counted = Vec::new();
    let addresses = people::own_addresses(tx, person).await?;
    let sent = mail::expire::sent_to(tx, person).await?;
    erased.extend(requests::expire::erase_words_of(tx, person).await?);
    let volunteer = blockers::volunteer_of(tx, person).await?;
    if let Some(volunteer) = volunteer {
        erased.extend(requests::expire::erase_words_about(tx, volunteer).await?);
    }
    erased.push(("texts", proofs::erase_notes(tx, person).await?));
    imports::forget_changes_of(tx, person).await?;
    if let Some(volunteer) = volunteer {
        erased.extend(volunteers::erase(tx, act, volunteer).await?);
        erased.push(("qualifications", qualifications::erase(tx, volunteer).await?));
    }
    let written: Vec<String> = addresses.iter().map(|(_, email)| email.clone()).collect();
    erased.push(("mails_in", inbox::erase(tx, person, &written, sent).await?));
    erased.push(("mails_out", mail::expire::erase(tx, act, person, &addresses).await?));
    erased.push(("tasks", tasks::erase(tx, person).await?));
    let called = l10n.locale(l10n::FIRST).t("privacy-nobody");
    erased.extend(people::erase(tx, act, person, &called).await?);

    let kept = kept::of(tx, person, act.now).await?;
    let id = report::write(tx, act, person, &Report::new(&erased, kept)).await?;
    act.audit(tx, "person_erased", ("person", person.0), json!({ "erasure": id }))
        .await?;
    Ok(id)
}
