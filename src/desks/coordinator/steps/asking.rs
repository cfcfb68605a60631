//! How a request asks, in words and as choices of the form that changes the search.

use super::find::Choice;
use crate::{
    dispatch::Policy,
    l10n::Locale,
    requests::{Asking, Request},
    web::{Ctx, Fields},
};

/// The pool's own way, as the form says it.
const POOLS: &str = "pool";

/// What can be chosen for one request.
const WAYS: [Policy; 5] = [
    Policy::Waves,
    Policy::RollingK { k: 3 },
    Policy::OneByOne { hours: 4 },
    Policy::Broadcast,
    Policy::Pick { k: 3 },
];

/// "in Wellen, mit möglichst wenigen Mails"
pub fn words(l: &Locale, policy: Policy) -> String {
    match policy {
        Policy::Broadcast => l.t("asking-broadcast"),
        Policy::OneByOne { hours } => l.with("asking-one-by-one", &[("hours", hours.into())]),
        Policy::RollingK { k } => l.with("asking-rolling", &[("count", k.into())]),
        Policy::Pick { k } => l.with("asking-pick", &[("count", k.into())]),
        Policy::Waves => l.t("asking-waves"),
    }
}

/// The way first that the pool has by itself, then the others, and one that only this request has.
pub fn choices(ctx: &Ctx, request: &Request, typed: &Fields) -> Vec<Choice> {
    let pools = ctx.rules.dispatch().policy;
    let chosen = match (typed.get("policy"), request.policy) {
        (typed, _) if !typed.is_empty() => typed,
        (_, Some(own)) => own.to_string(),
        (_, None) => POOLS.to_owned(),
    };
    let usual = ctx
        .l
        .with("asking-as-the-pool", &[("way", words(&ctx.l, pools).into())]);
    let mut choices = vec![Choice::new(POOLS, usual, &chosen)];
    let rare = request.policy.filter(|own| !WAYS.contains(own));
    for way in WAYS.into_iter().chain(rare).filter(|way| *way != pools) {
        let capital = ctx.l.with("asking-choice", &[("way", words(&ctx.l, way).into())]);
        choices.push(Choice::new(way.to_string(), capital, &chosen));
    }
    choices
}

/// `None`: not one of the choices.
pub fn read(request: &Request, fields: &Fields) -> Option<Asking> {
    match fields.get("policy").as_str() {
        "" => Some(Asking::AsBefore),
        POOLS => Some(Asking::AsThePool),
        text => {
            let policy = text.parse().ok()?;
            let known = WAYS.contains(&policy) || request.policy == Some(policy);
            known.then(|| Asking::Own {
                policy,
                why: fields.get("policy_why"),
            })
        }
    }
}
