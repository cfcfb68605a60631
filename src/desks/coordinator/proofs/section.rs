//! The part of a request's page about what happened: each side's word beside the other's.

use std::collections::HashMap;

use crate::{
    database::{DbError, Tx},
    desks::proof::{self, Word},
    people::{self, PersonId},
    proofs::{
        Side, State,
        store::{self, Proof, Version},
        times::Planned,
    },
    requests::{AssignmentId, Request},
    volunteers::{self, store::Volunteer},
    web::Ctx,
};

/// One assignment that is over.
pub struct ProofView {
    pub volunteer: String,
    pub shape: &'static str,
    pub state: String,
    pub counts: Option<String>,
    /// The newest word of each side.
    pub words: Vec<Word>,
    /// What was said before that.
    pub earlier: Vec<Word>,
    pub reminded: Option<String>,
    pub href: String,
    pub action: String,
}

pub async fn read(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Vec<ProofView>, DbError> {
    let mut views = Vec::new();
    for proof in store::of_request(tx, request.id).await? {
        let standing = request
            .assignments
            .iter()
            .find(|standing| standing.id == proof.assignment);
        let Some(standing) = standing else { continue };
        let slot = request.slots.iter().find(|slot| slot.id == standing.slot);
        let (Some(planned), Some(volunteer)) = (
            slot.and_then(Planned::of),
            volunteers::store::get(tx, standing.volunteer).await?,
        ) else {
            continue;
        };
        let names = names(tx, &proof).await?;
        let href = href(request, proof.assignment);
        views.push(view(ctx, &proof, &planned, &volunteer, &names, href));
    }
    Ok(views)
}

fn view(
    ctx: &Ctx,
    proof: &Proof,
    planned: &Planned,
    volunteer: &Volunteer,
    names: &HashMap<PersonId, String>,
    href: String,
) -> ProofView {
    let l = &ctx.l;
    let newest = |version: &&Version| proof.newest(version.side).is_some_and(|newest| newest.id == version.id);
    let word = |version: &Version| {
        let mut word = Word::new(ctx, planned, who(ctx, version.side, &volunteer.name), version);
        if let Some(note) = written_down(ctx, version, volunteer.person_id, names) {
            word.when = format!("{} {note}", word.when);
        }
        word
    };
    let mut words: Vec<_> = proof.versions.iter().filter(newest).collect();
    words.sort_by_key(|version| Side::ALL.iter().position(|side| *side == version.side));
    let reminded = (proof.volunteer_reminders + proof.institution_reminders > 0).then(|| {
        l.with(
            "desk-proof-reminded",
            &[
                ("volunteer", proof.volunteer_reminders.into()),
                ("institution", proof.institution_reminders.into()),
            ],
        )
    });
    let (shape, action) = match proof.state {
        State::Done => ("done", "desk-proof-action-done"),
        State::Disputed => ("bad", "desk-proof-action"),
        State::Open | State::Reported => ("runs", "desk-proof-action"),
    };
    ProofView {
        shape,
        state: l.t(&format!("desk-proof-state-{}", proof.state.code())),
        counts: proof.counts.map(|said| proof::said(l, planned.zone, said)),
        words: words.into_iter().map(word).collect(),
        earlier: proof
            .versions
            .iter()
            .filter(|version| !newest(version))
            .map(word)
            .collect(),
        reminded,
        href,
        action: l.t(action),
        volunteer: volunteer.name.clone(),
    }
}

pub(super) fn href(request: &Request, assignment: AssignmentId) -> String {
    format!("/desk/requests/{}/assignments/{assignment}/proof", request.id)
}

fn who(ctx: &Ctx, side: Side, volunteer: &str) -> String {
    match side {
        Side::Volunteer => volunteer.to_owned(),
        Side::Institution | Side::Coordinator => proof::side(&ctx.l, side),
    }
}

/// "Am Telefon gesagt, aufgeschrieben von Cora Brandt": when a coordinator's hand wrote it.
fn written_down(
    ctx: &Ctx,
    version: &Version,
    volunteer: PersonId,
    names: &HashMap<PersonId, String>,
) -> Option<String> {
    let by = version.recorded_by.filter(|by| *by != volunteer)?;
    let name = names.get(&by)?.clone();
    let key = match version.side {
        Side::Coordinator => "desk-proof-decided-by",
        Side::Volunteer | Side::Institution => "desk-proof-by-phone",
    };
    Some(ctx.l.with(key, &[("name", name.into())]))
}

/// The names of the coordinators who wrote something down.
async fn names(tx: &mut Tx, proof: &Proof) -> Result<HashMap<PersonId, String>, DbError> {
    let mut names = HashMap::new();
    for version in &proof.versions {
        if let Some(by) = version.recorded_by
            && !names.contains_key(&by)
            && let Some(name) = people::coordinator_name(tx, by).await?
        {
            names.insert(by, name);
        }
    }
    Ok(names)
}
