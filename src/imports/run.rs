//! Writing what was confirmed: everything in one transaction, by the domains' own verbs. Nobody gets a mail.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    ImportId,
    plan::{Appointment, Institution, Plan, Planned, Target, Volunteer},
    store,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{self, NewInstitution},
    requests::{self, Past, References},
    settings::Rules,
    timers, volunteers,
};

/// What an import has made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Result {
    pub rows: usize,
    pub left_out: usize,
    pub volunteers: usize,
    pub institutions: usize,
    pub sites: usize,
    pub contacts: usize,
    pub appointments: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Another worker has written it, or somebody has thrown it away.
    #[error("the import is over")]
    Over,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// `step` hears of each row.
pub async fn write(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    import: ImportId,
    plan: &Plan,
    step: &mut (dyn FnMut() + Send),
) -> std::result::Result<Result, RunError> {
    if !store::change(tx, act, import, &["running"], "done").await? {
        return Err(RunError::Over);
    }
    let mut result = Result {
        rows: plan.rows,
        left_out: plan.left_out,
        ..Result::default()
    };
    match &plan.planned {
        Planned::Volunteers(all) => {
            for one in all {
                volunteer(tx, act, import, one).await?;
                result.volunteers += 1;
                step();
            }
        }
        Planned::Institutions(all) => {
            for one in all {
                institution(tx, act, import, one, &mut result).await?;
                step();
            }
        }
        Planned::Appointments(all) => {
            let past: Vec<&Past> = all.iter().map(|one| &one.past).collect();
            let mut references = References::take(tx, rules, &past).await?;
            for Appointment { row, past } in all {
                let id = requests::record_past(tx, act, rules, (past, import.0), &mut references).await?;
                store::add_item(tx, import, ("request", id.0), *row).await?;
                result.appointments += 1;
                step();
            }
        }
    }
    let text = serde_json::to_string(&result).expect("a plain struct");
    store::finish(tx, act, import, &text).await?;
    timers::clear(tx, timers::Kind::ImportEnds, import.0).await?;
    act.audit(tx, "import_written", ("import", import.0), json!(result))
        .await?;
    Ok(result)
}

async fn volunteer(tx: &mut Tx, act: &Act<'_>, import: ImportId, one: &Volunteer) -> std::result::Result<(), DbError> {
    let id = volunteers::create_volunteer(tx, act, &one.new).await?;
    if one.paused {
        volunteers::pause(tx, act, id, None).await?;
    }
    if one.offer_cap.is_some() {
        volunteers::set_offer_cap(tx, act, id, one.offer_cap).await?;
    }
    store::add_item(tx, import, ("volunteer", id.0), one.row).await
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
            for (row, site) in &one.sites {
                if let Some(site) = institutions::add_site(tx, act, *id, site).await? {
                    store::add_item(tx, import, ("site", site.0), *row).await?;
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
            store::add_item(tx, import, ("institution", id.0), one.row).await?;
            for (site, (row, _)) in sites.iter().zip(&one.sites) {
                store::add_item(tx, import, ("site", site.0), *row).await?;
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
            store::add_item(tx, import, ("contact", contact.0), *row).await?;
            result.contacts += 1;
        }
    }
    Ok(())
}
