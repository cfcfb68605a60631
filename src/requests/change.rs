use serde_json::json;

use super::{
    NewSlot, OpeningState, Request, RequestId, SlotProblem, Status, check_slot,
    dates::{self, Instants},
    picks, search, store,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    dispatch::Policy,
    mail::{Freed, Mail, outbox},
    matching::{GenderWish, Mode},
    q,
    settings::{Neighbour, Rules},
    tasks,
};

/// No request has more dates than this.
pub const MAX_DATES: usize = 3;

/// What a coordinator agreed with the institution; what is `None` or empty stays.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub mode: Option<Mode>,
    /// Never stricter than before.
    pub gender: Option<GenderWish>,
    pub also_accept: Vec<String>,
    pub dates: Vec<NewSlot>,
    pub asking: Asking,
}

/// How this request asks from its next round on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// As it did.
    #[default]
    AsBefore,
    /// As every request of the pool does.
    AsThePool,
    /// In a way of its own, and why.
    Own { policy: Policy, why: String },
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    #[error("nothing to search for: cancelled, past, closed or filled")]
    Over,
    /// Mode and dates are theirs too.
    #[error("somebody comes already")]
    SomebodyComes,
    #[error("more dates than a request may have")]
    TooManyDates,
    #[error("date {0}: {1:?}")]
    Date(usize, SlotProblem),
    #[error("date {0} is known already")]
    KnownDate(usize),
    #[error("not one of the choices")]
    NotAChoice,
    /// Nobody asks otherwise than the pool without saying why.
    #[error("another way of asking wants a reason")]
    NeedsReason,
    #[error("no such request")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Which parts really change.
struct Parts {
    mode: Option<Mode>,
    gender: Option<GenderWish>,
    also_accept: Vec<String>,
    dates: Vec<(NewSlot, Instants)>,
    /// The inner `None`: the pool's way.
    asking: Option<Option<(Policy, String)>>,
}

/// Changes what is looked for and begins a new round, which also asks those again who did not answer.
/// With new dates also those who said no: to the old ones.
pub async fn change_search(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: RequestId,
    change: &Change,
) -> Result<(), ChangeError> {
    if !store::lock(tx, request).await? {
        return Err(ChangeError::NotFound);
    }
    let request = store::get(tx, request).await?.ok_or(ChangeError::NotFound)?;
    if !may_change(&request, act) {
        return Err(ChangeError::Over);
    }
    let parts = check(act, rules, &request, change)?;
    picks::free_all(tx, act, &request, Freed::Changed).await?;
    search::end(tx, act, &request, "cancelled").await?;
    let changed = write(tx, act, rules, &request, &parts).await?;
    q!(
        "UPDATE opening SET state = 'open', changed_at = $1 WHERE request_id = $2 AND state = 'unfilled'",
        act.now,
        request.id
    )
    .execute(tx)
    .await?;
    tasks::settle(tx, act, request.id, &[tasks::Kind::NobodyFound]).await?;
    let params = json!({"changed": changed});
    act.audit(tx, "search_changed", ("request", request.id.0), params)
        .await?;
    let request = store::get(tx, request.id).await?.ok_or(ChangeError::NotFound)?;
    search::start(tx, act, rules, &request).await?;
    let contact = search::contact(tx, &request).await?;
    let has = |part: &str| changed.contains(&part);
    let mail = Mail::SearchChanged {
        request: request.id,
        mode: has("mode"),
        gender: has("gender"),
        language: has("language"),
        dates: has("dates"),
    };
    outbox::owe(tx, act, contact, &mail, act.now).await?;
    Ok(())
}

/// There is a place without anybody, and time for it.
fn may_change(request: &Request, act: &Act<'_>) -> bool {
    let over = matches!(
        request.status(act.now),
        Status::Cancelled | Status::Past { .. } | Status::Checking { .. } | Status::Refused
    );
    let mut openings = request.openings.iter();
    let empty = openings.any(|opening| matches!(opening.state, OpeningState::Open | OpeningState::Unfilled));
    !over && !request.is_closed() && empty
}

/// Languages that the pool's table calls near, but does not accept by itself.
pub fn nearby_languages<'a>(rules: &'a Rules, request: &'a Request) -> impl Iterator<Item = &'a Neighbour> {
    let rows = rules.all_neighbours().iter();
    rows.filter(|row| row.from == request.language && !row.used)
}

fn check(act: &Act<'_>, rules: &Rules, request: &Request, change: &Change) -> Result<Parts, ChangeError> {
    let mode = change.mode.filter(|mode| *mode != request.mode);
    let gender = change.gender.filter(|wish| *wish != request.gender);
    if (mode.is_some() || !change.dates.is_empty()) && !request.assignments.is_empty() {
        return Err(ChangeError::SomebodyComes);
    }
    let signed = rules
        .language(&request.language)
        .is_some_and(|language| language.signed);
    // Whom the way was too far, the phone may reach; nobody who agreed to a call has to travel.
    if mode == Some(Mode::OnSite) || (mode == Some(Mode::Phone) && signed) {
        return Err(ChangeError::NotAChoice);
    }
    if gender.is_some_and(|wish| !looser(request.gender, wish)) {
        return Err(ChangeError::NotAChoice);
    }
    let near = |code: &String| nearby_languages(rules, request).any(|row| row.to == *code);
    if !change.also_accept.iter().all(near) {
        return Err(ChangeError::NotAChoice);
    }
    if !change.dates.is_empty() && request.slots.len() + change.dates.len() > MAX_DATES {
        return Err(ChangeError::TooManyDates);
    }
    let mut dates: Vec<(NewSlot, Instants)> = Vec::new();
    for (number, new) in change.dates.iter().enumerate() {
        let instants = check_slot(rules, new, act.now).map_err(|why| ChangeError::Date(number, why))?;
        let known = request
            .slots
            .iter()
            .any(|slot| (slot.starts_at, slot.ends_at) == instants)
            || dates.iter().any(|(_, other)| *other == instants);
        if known {
            return Err(ChangeError::KnownDate(number));
        }
        dates.push((*new, instants));
    }
    let also_accept = change
        .also_accept
        .iter()
        .filter(|code| !request.also_accept.contains(code));
    Ok(Parts {
        mode,
        gender,
        also_accept: also_accept.cloned().collect(),
        dates,
        asking: asking(rules, request, &change.asking)?,
    })
}

/// What is to be written; the pool's own way needs no reason.
fn asking(rules: &Rules, request: &Request, wish: &Asking) -> Result<Option<Option<(Policy, String)>>, ChangeError> {
    let wish = match wish {
        Asking::AsBefore => return Ok(None),
        Asking::Own { policy, .. } if *policy == rules.dispatch().policy => None,
        Asking::AsThePool => None,
        Asking::Own { why, .. } if why.trim().is_empty() => return Err(ChangeError::NeedsReason),
        Asking::Own { policy, why } => Some((*policy, why.trim().to_owned())),
    };
    let same = match &wish {
        None => request.policy.is_none(),
        Some((policy, why)) => {
            request.policy == Some(*policy) && request.policy_reason.as_deref() == Some(why.as_str())
        }
    };
    Ok(Some(wish).filter(|_| !same))
}

/// Required, preferred, none: only downwards.
fn looser(from: GenderWish, to: GenderWish) -> bool {
    match (from, to) {
        (GenderWish::Required(was), GenderWish::Preferred(is)) => was == is,
        (GenderWish::Required(_) | GenderWish::Preferred(_), GenderWish::None) => true,
        _ => false,
    }
}

/// Codes of what changed.
async fn write(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: &Request,
    parts: &Parts,
) -> Result<Vec<&'static str>, DbError> {
    let mut changed = Vec::new();
    if let Some(mode) = parts.mode {
        changed.push("mode");
        q!("UPDATE request SET mode = $1 WHERE id = $2", mode.as_str(), request.id)
            .execute(tx)
            .await?;
    }
    if let Some(wish) = parts.gender {
        changed.push("gender");
        let (wish, gender) = match wish {
            GenderWish::None => ("none", None),
            GenderWish::Preferred(gender) => ("preferred", Some(gender.as_str())),
            GenderWish::Required(gender) => ("required", Some(gender.as_str())),
        };
        q!(
            "UPDATE request SET gender_wish = $1, gender = $2 WHERE id = $3",
            wish,
            gender,
            request.id
        )
        .execute(tx)
        .await?;
    }
    if !parts.also_accept.is_empty() {
        changed.push("language");
        let all: Vec<_> = request.also_accept.iter().chain(&parts.also_accept).collect();
        q!(
            "UPDATE request SET also_accept = $1 WHERE id = $2",
            json!(all).to_string(),
            request.id
        )
        .execute(tx)
        .await?;
    }
    if !parts.dates.is_empty() {
        changed.push("dates");
        for (number, (slot, instants)) in parts.dates.iter().enumerate() {
            let position = request.slots.len() + number;
            dates::insert(tx, act, rules, (request.id, position), slot, *instants).await?;
        }
        q!(
            "UPDATE request SET dates_changed_at = $1 WHERE id = $2",
            act.now,
            request.id
        )
        .execute(tx)
        .await?;
    }
    if let Some(asking) = &parts.asking {
        changed.push("policy");
        let policy = asking.as_ref().map(|(policy, _)| policy.to_string());
        q!(
            "UPDATE request SET policy = $1, policy_reason = $2, policy_by = $3 WHERE id = $4",
            policy.as_deref(),
            asking.as_ref().map(|(_, why)| why.as_str()),
            act.person().filter(|_| policy.is_some()),
            request.id
        )
        .execute(tx)
        .await?;
        // The reason in words may hold names: it stands on the request only.
        let params = json!({"code": policy.as_deref().unwrap_or("pool")});
        match policy {
            Some(_) => act.audit(tx, "asking_set", ("request", request.id.0), params).await?,
            None => act.audit(tx, "asking_reset", ("request", request.id.0), params).await?,
        }
    }
    Ok(changed)
}
