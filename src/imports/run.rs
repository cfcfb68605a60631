//! Writing what was confirmed: everything in one transaction, by the domains' own verbs. Nobody gets a mail.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    ImportId, Kind, amend,
    plan::{Change, Institution, Plan, Planned, Target},
    store,
};
use crate::{
    act::Act,
    database::{Db, DbError, Tx},
    institutions::{self, NewInstitution},
    requests::{self, Past, References},
    settings::Rules,
    timers, volunteers,
};

/// So many rows are written by one statement.
const PART: usize = 500;

/// What an import has made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Result {
    pub rows: usize,
    pub left_out: usize,
    /// Of these rows: the pool has it already. Of institutions: those that are there.
    #[serde(default)]
    pub known: usize,
    /// Of these rows: an earlier row says it.
    #[serde(default)]
    pub twice: usize,
    pub volunteers: usize,
    pub institutions: usize,
    pub sites: usize,
    pub contacts: usize,
    pub appointments: usize,
    /// People whom the pool knows and about whom something becomes different …
    #[serde(default)]
    pub changed: usize,
    /// … and how many values that are.
    #[serde(default)]
    pub values: usize,
    /// Of the sites and contacts: those of institutions that are there.
    #[serde(default)]
    pub added_sites: usize,
    #[serde(default)]
    pub added_contacts: usize,
}

impl Result {
    /// What would be written.
    pub fn planned(plan: &Plan) -> Self {
        let mut counts = Self::read(plan);
        match &plan.planned {
            Planned::Volunteers(all) => counts.volunteers = all.len(),
            Planned::Appointments(all) => counts.appointments = all.len(),
            Planned::Institutions(all) => {
                for one in all {
                    counts.sites += one.sites.len();
                    counts.contacts += one.contacts.len();
                    match one.target {
                        Target::New { .. } => counts.institutions += 1,
                        Target::Known(_) => {
                            counts.added_sites += one.sites.len();
                            counts.added_contacts += one.contacts.len();
                        }
                    }
                }
            }
        }
        counts.take(&plan.changes);
        counts
    }

    fn read(plan: &Plan) -> Self {
        let there = match &plan.planned {
            Planned::Institutions(all) => all.iter().filter(|one| matches!(one.target, Target::Known(_))).count(),
            Planned::Volunteers(_) | Planned::Appointments(_) => plan.known,
        };
        Self {
            rows: plan.rows,
            left_out: plan.left_out,
            known: there,
            twice: plan.twice,
            ..Self::default()
        }
    }

    fn take(&mut self, changes: &[Change]) {
        let people: HashSet<_> = changes.iter().map(|change| change.whom).collect();
        self.changed = people.len();
        self.values = changes.len();
    }

    /// Rows that nobody wants.
    pub fn unwanted(&self, kind: Kind) -> usize {
        match kind {
            Kind::Institutions => self.left_out,
            Kind::Volunteers | Kind::Appointments => self.left_out.saturating_sub(self.known + self.twice),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Another worker has written it, or somebody has thrown it away.
    #[error("the import is over")]
    Over,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Numbers for past appointments, in a transaction of its own: every new request waits for the counter of its year.
/// Where nothing is written after all, they are left out.
pub async fn take_numbers(db: &Db, rules: &Rules, plan: &Plan) -> std::result::Result<References, DbError> {
    let Planned::Appointments(all) = &plan.planned else {
        return Ok(References::default());
    };
    let past: Vec<&Past> = all.iter().map(|one| &one.past).collect();
    let mut tx = db.begin().await?;
    let numbers = References::take(&mut tx, rules, &past).await?;
    tx.commit().await?;
    Ok(numbers)
}

/// `step` hears how many rows were written, time and again.
pub async fn write(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    import: ImportId,
    (plan, numbers): (&Plan, &mut References),
    step: &mut (dyn FnMut(usize) + Send),
) -> std::result::Result<Result, RunError> {
    if !store::change(tx, act, import, &["running"], "done").await? {
        return Err(RunError::Over);
    }
    let mut result = Result::read(plan);
    match &plan.planned {
        Planned::Volunteers(all) => {
            for part in all.chunks(PART) {
                let arrivals: Vec<_> = part.iter().map(|one| &one.arrival).collect();
                let ids = volunteers::create_volunteers(tx, act, &arrivals).await?;
                let items = ids.iter().zip(part).map(|(id, one)| (id.0, one.row)).collect();
                store::add_items(tx, import, "volunteer", items).await?;
                result.volunteers += part.len();
                step(part.len());
            }
        }
        Planned::Institutions(all) => {
            for one in all {
                institution(tx, act, import, one, &mut result).await?;
                step(1);
            }
        }
        Planned::Appointments(all) => {
            for part in all.chunks(PART) {
                let past: Vec<&Past> = part.iter().map(|one| &one.past).collect();
                let ids = requests::record_past(tx, act, rules, (&past, import.0), numbers).await?;
                let items = ids.iter().zip(part).map(|(id, one)| (id.0, one.row)).collect();
                store::add_items(tx, import, "request", items).await?;
                result.appointments += part.len();
                step(part.len());
            }
        }
    }
    let changes = amend::amend(tx, act, &plan.changes).await?;
    result.take(&changes);
    store::set_changes(tx, import, &changes).await?;
    let text = serde_json::to_string(&result).expect("a plain struct");
    store::finish(tx, act, import, &text).await?;
    timers::clear(tx, timers::Kind::ImportEnds, import.0).await?;
    act.audit(tx, "import_written", ("import", import.0), json!(result))
        .await?;
    Ok(result)
}

async fn institution(
    tx: &mut Tx,
    act: &Act<'_>,
    import: ImportId,
    one: &Institution,
    result: &mut Result,
) -> std::result::Result<(), DbError> {
    let id = match &one.target {
        Target::Known(id) => {
            result.added_sites += one.sites.len();
            for (row, site) in &one.sites {
                if let Some(site) = institutions::add_site(tx, act, *id, site).await? {
                    store::add_items(tx, import, "site", vec![(site.0, *row)]).await?;
                }
            }
            *id
        }
        Target::New {
            name,
            kind,
            sector,
            state,
        } => {
            let new = NewInstitution {
                name: name.clone(),
                kind: kind.clone(),
                sector: sector.clone(),
                state: *state,
                sites: one.sites.iter().map(|(_, site)| site.clone()).collect(),
            };
            let (id, sites) = institutions::create_institution(tx, act, &new).await?;
            store::add_items(tx, import, "institution", vec![(id.0, one.row)]).await?;
            for (site, (row, _)) in sites.iter().zip(&one.sites) {
                store::add_items(tx, import, "site", vec![(site.0, *row)]).await?;
            }
            result.institutions += 1;
            id
        }
    };
    result.sites += one.sites.len();
    let known = institutions::contact_ids(tx, id).await?;
    for (row, new) in &one.contacts {
        let contact = institutions::add_contact(tx, act, id, new).await?;
        if !known.contains(&contact) {
            store::add_items(tx, import, "contact", vec![(contact.0, *row)]).await?;
            result.contacts += 1;
            result.added_contacts += usize::from(matches!(one.target, Target::Known(_)));
        }
    }
    Ok(())
}
