//! After an appointment: what happened, asked of the volunteer, then of the contact.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{
    facts::{self, AssignmentFacts, ProofWord, RequestFacts, Slot},
    parts,
};
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    links::Purpose,
    mail::{
        letter::{Button, Letter, Row},
        render::{Desk, Draft, Reader},
    },
    requests::AssignmentId,
};

/// "Hat stattgefunden, 9:00 bis 10:25 Uhr (1 Stunde 25 Minuten)": one outcome in words, for mails and pages.
pub fn said(l: &Locale, zone: Tz, outcome: &str, times: Option<(DateTime<Utc>, DateTime<Utc>)>) -> String {
    let local = |at: DateTime<Utc>| at.with_timezone(&zone).time();
    let (time, length) = match times {
        Some((from, until)) => (
            l.time_range(local(from), local(until)),
            l.length((until - from).num_minutes()),
        ),
        None => Default::default(),
    };
    l.with(
        &format!("proof-said-{outcome}"),
        &[("time", time.into()), ("length", length.into())],
    )
}

/// Everything that a letter about a proof is made of.
struct Facts {
    id: AssignmentId,
    assignment: AssignmentFacts,
    request: RequestFacts,
    slot: Slot,
    state: String,
    counts: Option<ProofWord>,
    volunteer: Option<ProofWord>,
    institution: Option<ProofWord>,
}

async fn load(tx: &mut Tx, id: AssignmentId) -> Result<Facts, DbError> {
    let assignment = facts::assignment(tx, id).await?;
    let request = facts::request(tx, assignment.request_id).await?;
    let slot = assignment.slot()?;
    let (state, counts) = facts::proof(tx, id).await?;
    Ok(Facts {
        id,
        assignment,
        request,
        slot,
        state,
        counts,
        volunteer: facts::proof_word(tx, id, "volunteer").await?,
        institution: facts::proof_word(tx, id, "institution").await?,
    })
}

impl Facts {
    fn letter(&self, desk: &Desk<'_>, reader: &Reader, family: &str) -> Letter {
        let bubble = parts::bubble_with_reference(desk, reader, &self.request, &[self.slot]);
        parts::about(desk, reader, family, &self.request, &[self.slot], bubble)
    }

    fn row(&self, l: &Locale, label: &str, word: Option<&ProofWord>) -> Option<Row> {
        let word = word?;
        let times = word.started_at.zip(word.ended_at);
        Some(Row::new(l.t(label), said(l, self.slot.zone, &word.outcome, times)))
    }

    async fn button(
        &self,
        tx: &mut Tx,
        desk: &Desk<'_>,
        volunteer: bool,
        label: String,
    ) -> Result<Option<Button>, DbError> {
        let url = if volunteer {
            parts::link(tx, desk, Purpose::Proof, self.id.0).await?
        } else {
            let path = format!("/requests/{}/assignments/{}/proof", self.request.id, self.id);
            Some(desk.settings.url(&path))
        };
        Ok(url.map(|url| Button { label, url }))
    }
}

/// To the volunteer: how was it?
pub async fn asked(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    to_volunteer(tx, desk, reader, id, "proof-asked").await
}

pub async fn reminder(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    to_volunteer(tx, desk, reader, id, "proof-reminder").await
}

async fn to_volunteer(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
    family: &str,
) -> Result<Draft, DbError> {
    let facts = load(tx, id).await?;
    if facts.state == "done" || facts.volunteer.is_some() {
        return Ok(Draft::NoLongerOwed("proof_reported"));
    }
    let l = &reader.locale;
    let mut letter = facts.letter(desk, reader, family);
    letter.lead = vec![l.t(&format!("mail-{family}-lead"))];
    letter.button = facts.button(tx, desk, true, l.t("mail-proof-report-button")).await?;
    letter.after = vec![l.t("mail-proof-report-after")];
    letter.footer = vec![l.t("mail-footer-private")];
    Ok(Draft::owed(letter))
}

/// To the contact: is that right?
pub async fn to_confirm(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    to_contact(tx, desk, reader, id, "proof-confirm").await
}

pub async fn confirm_reminder(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
) -> Result<Draft, DbError> {
    to_contact(tx, desk, reader, id, "proof-confirm-reminder").await
}

async fn to_contact(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
    family: &str,
) -> Result<Draft, DbError> {
    let facts = load(tx, id).await?;
    if facts.state != "reported" || facts.institution.is_some() {
        return Ok(Draft::NoLongerOwed("proof_answered"));
    }
    let l = &reader.locale;
    let mut letter = facts.letter(desk, reader, family);
    letter.lead = vec![l.t(&format!("mail-{family}-lead"))];
    letter.details = vec![Row::new(l.t("mail-row-volunteer"), &facts.assignment.volunteer_name)];
    letter
        .details
        .extend(facts.row(l, "mail-row-proof-said", facts.volunteer.as_ref()));
    letter.button = facts.button(tx, desk, false, l.t("mail-proof-confirm-button")).await?;
    letter.after = vec![l.t("mail-proof-confirm-after")];
    Ok(Draft::owed(letter))
}

/// To either side: the other one says something else.
pub async fn disputed(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
    volunteer: bool,
) -> Result<Draft, DbError> {
    let facts = load(tx, id).await?;
    if facts.state != "disputed" {
        return Ok(Draft::NoLongerOwed("proof_settled"));
    }
    let l = &reader.locale;
    let mut letter = facts.letter(desk, reader, "proof-disputed");
    letter.lead = vec![l.t("mail-proof-disputed-lead")];
    letter
        .details
        .extend(facts.row(l, "mail-row-volunteer", facts.volunteer.as_ref()));
    letter
        .details
        .extend(facts.row(l, "mail-row-institution", facts.institution.as_ref()));
    letter.button = facts.button(tx, desk, volunteer, l.t("mail-proof-see-button")).await?;
    let person = desk.rules.pool().desk_person.clone();
    letter.after = vec![l.with("mail-proof-disputed-after", &[("desk", person.into())])];
    Ok(Draft::owed(letter))
}

/// To either side: what counts now.
pub async fn decided(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
    volunteer: bool,
) -> Result<Draft, DbError> {
    let facts = load(tx, id).await?;
    let l = &reader.locale;
    let mut letter = facts.letter(desk, reader, "proof-decided");
    let person = desk.rules.pool().desk_person.clone();
    letter.lead = vec![l.with("mail-proof-decided-lead", &[("desk", person.into())])];
    letter
        .details
        .extend(facts.row(l, "mail-row-proof-counts", facts.counts.as_ref()));
    letter.button = facts.button(tx, desk, volunteer, l.t("mail-proof-see-button")).await?;
    letter.after = vec![l.t("mail-proof-decided-after")];
    Ok(Draft::owed(letter))
}
