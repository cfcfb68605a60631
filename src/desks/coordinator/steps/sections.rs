//! What a person can do about a request, for its page: who comes, what is next, which ways are open.

use std::collections::HashMap;

use super::find;
use crate::{
    desks::coordinator::{reasons, tasks::Phone},
    requests::{Request, store::ByHandRow},
    tasks::Task,
    volunteers::VolunteerId,
    web::Ctx,
};

/// Somebody who comes.
pub struct Coming {
    pub name: String,
    pub href: String,
    pub phone: Option<Phone>,
    pub date: String,
    /// Where "cannot come after all" is sent; none: it has begun.
    pub release: Option<String>,
    /// Since when they say so, and where "comes after all" is sent.
    pub doubt: Option<Doubt>,
    pub note: String,
}

pub struct Doubt {
    pub said: String,
    pub stays: String,
}

/// Where a coordinator can go from here; none where nothing is left to do.
#[derive(Default)]
pub struct Ways {
    pub change: Option<String>,
    pub close: Option<String>,
    pub cancel: Option<String>,
}

pub fn coming(
    ctx: &Ctx,
    request: &Request,
    (names, phones): (&HashMap<VolunteerId, String>, &HashMap<VolunteerId, String>),
    by_hand: &[ByHandRow],
) -> Vec<Coming> {
    let mut coming = Vec::new();
    for held in &request.assignments {
        let Some(slot) = request.slots.iter().find(|slot| slot.id == held.slot) else {
            continue;
        };
        let row = by_hand.iter().find(|row| row.id == held.id);
        coming.push(Coming {
            href: format!("/desk/volunteers/{}", held.volunteer),
            phone: Phone::new(String::new(), phones.get(&held.volunteer).cloned()),
            name: names.get(&held.volunteer).cloned().unwrap_or_default(),
            date: find::date(ctx, slot),
            doubt: held.withdrawal_asked_at.map(|at| Doubt {
                said: ctx.l.with(
                    "doubt-desk-said",
                    &[("when", ctx.l.moment(at, ctx.rules.zone()).into())],
                ),
                stays: format!("{}/assignments/{}/stay", find::path(request), held.id),
            }),
            release: (slot.starts_at > ctx.now || held.withdrawal_asked_at.is_some())
                .then(|| format!("{}/assignments/{}/release", find::path(request), held.id)),
            note: row.map(|row| overridden(ctx, row)).unwrap_or_default(),
        });
    }
    coming
}

/// "Trotzdem: Zu wenig Zeit zwischen zwei Einsätzen. Grund: …"
pub fn overridden(ctx: &Ctx, row: &ByHandRow) -> String {
    let codes: Vec<String> = serde_json::from_str(&row.overridden).unwrap_or_default();
    if codes.is_empty() {
        return String::new();
    }
    let names: Vec<_> = codes.iter().map(|code| reasons::short(&ctx.l, code)).collect();
    let why = row.override_reason.clone().unwrap_or_default();
    ctx.l.with(
        "desk-history-overridden",
        &[("reasons", names.join(", ").into()), ("why", why.into())],
    )
}

pub fn ways(ctx: &Ctx, request: &Request, cancellable: bool) -> Ways {
    let path = find::path(request);
    let empty = find::has_an_empty_place(ctx, request);
    Ways {
        change: empty.then(|| format!("{path}/search")),
        close: empty.then(|| format!("{path}/closing")),
        cancel: cancellable.then(|| format!("{path}/cancellation")),
    }
}

/// Where on the page the one thing is that a task asks for.
pub fn place_of(task: &Task) -> Option<String> {
    match task.kind.as_str() {
        "nobody_found" | "search_slow" => Some("#ways".to_owned()),
        "request_check" => Some("#check".to_owned()),
        "choose" => Some("#choose".to_owned()),
        "withdrawal_in_lock" | "assignment_unqualified" | "assignment_banned" | "assignment_absent" => {
            Some("#coming".to_owned())
        }
        "proof_missing" | "proof_disputed" | "proof_no_show" => Some("#proof".to_owned()),
        "mail_bounced" if task.volunteer_id.is_some() => task.volunteer_id.map(new_address),
        _ => match (task.inbound_mail_id, task.volunteer_id) {
            (Some(mail), _) => Some(format!("/desk/mails/{mail}")),
            (None, Some(volunteer)) => Some(format!("/desk/volunteers/{volunteer}")),
            (None, None) => None,
        },
    }
}

/// Where somebody's address is put right.
pub fn new_address(volunteer: VolunteerId) -> String {
    format!("/desk/volunteers/{volunteer}/person")
}
