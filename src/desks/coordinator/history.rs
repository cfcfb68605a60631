//! What happened to a request, as the audit trail has it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::steps::{asking, sections};
use crate::{
    database::{self, DbError, Tx},
    people::{self, PersonId},
    q,
    requests::{
        Request,
        store::{ByHandRow, Offer},
    },
    row,
    volunteers::VolunteerId,
    web::Ctx,
};

row! {
    struct Line {
        at: DateTime<Utc>,
        actor: String,
        person_id: Option<PersonId>,
        action: String,
        params: String,
    }
}

pub struct Event {
    pub at: String,
    pub iso: String,
    pub text: String,
    /// Against which reasons, and why.
    pub more: String,
    /// The newest one of a request that is not over.
    pub now: bool,
}

/// Who is named in the lines.
pub struct Names<'a> {
    pub volunteers: &'a HashMap<VolunteerId, String>,
    pub offers: &'a [Offer],
    pub by_hand: &'a [ByHandRow],
}

struct People {
    names: HashMap<PersonId, String>,
    /// Whoever is that volunteer acted for themselves.
    own: HashSet<(VolunteerId, PersonId)>,
}

pub async fn read(ctx: &Ctx, tx: &mut Tx, request: &Request, names: &Names<'_>) -> Result<Vec<Event>, DbError> {
    let lines: Vec<Line> = q!(
        "SELECT at, actor, person_id, action, params FROM audit WHERE object_id = $1 ORDER BY at, id",
        request.id
    )
    .all(tx)
    .await?;
    let people = people(tx, &lines).await?;
    let last = lines.len().saturating_sub(1);
    let events = lines.into_iter().enumerate().map(|(number, line)| {
        let params: Value = serde_json::from_str(&line.params).unwrap_or_default();
        Event {
            at: ctx.l.moment(line.at, ctx.rules.zone()),
            iso: line.at.to_rfc3339(),
            text: text(ctx, &line, &params, names, &people),
            more: more(ctx, &line, &params, names),
            now: number == last,
        }
    });
    Ok(events.collect())
}

/// Those who were signed in when they did it.
async fn people(tx: &mut Tx, lines: &[Line]) -> Result<People, DbError> {
    let signed_in = lines.iter().filter(|line| line.actor == "person");
    let ids: HashSet<PersonId> = signed_in.filter_map(|line| line.person_id).collect();
    let mut names = HashMap::new();
    for id in &ids {
        if let Some(person) = people::store::get(tx, *id).await? {
            names.insert(*id, person.name);
        }
    }
    let own = q!(
        "SELECT id, person_id FROM volunteer WHERE person_id IN (UUIDS($1))",
        database::Value::uuids(ids.iter().map(|id| id.0))
    )
    .all::<(VolunteerId, PersonId)>(tx)
    .await?;
    Ok(People {
        names,
        own: own.into_iter().collect(),
    })
}

fn id(params: &Value, name: &str) -> Option<Uuid> {
    params[name].as_str().and_then(|text| text.parse().ok())
}

fn text(ctx: &Ctx, line: &Line, params: &Value, names: &Names<'_>, people: &People) -> String {
    let l = &ctx.l;
    let by_offer = || {
        let offer = id(params, "offer")?;
        let known = names.offers.iter().find(|known| known.id.0 == offer);
        known.map(|known| known.volunteer)
    };
    let volunteer = id(params, "volunteer").map(VolunteerId).or_else(by_offer);
    let person = line.person_id.filter(|_| line.actor == "person");
    let own = volunteer.zip(person).is_some_and(|pair| people.own.contains(&pair));
    let volunteer = volunteer.and_then(|id| names.volunteers.get(&id).cloned());
    let volunteer = volunteer.unwrap_or_else(|| l.t("task-somebody"));
    let person_name = person.and_then(|person| people.names.get(&person).cloned());
    let person_name = person_name.unwrap_or_else(|| l.t("task-somebody"));
    let key = match (line.action.as_str(), params["outcome"].as_str()) {
        ("search_ended", Some(outcome @ ("filled" | "nobody" | "cancelled"))) => {
            format!("desk-history-search_ended-{outcome}")
        }
        ("request_cancelled", _) => match params["by"].as_str() {
            Some(by @ ("coordinator" | "pool")) => format!("desk-history-request_cancelled-{by}"),
            _ => "desk-history-request_cancelled".to_owned(),
        },
        // What is told of a request in words of its own; else the audit trail's.
        (action, _) => [format!("desk-history-{action}"), format!("trail-{action}")]
            .into_iter()
            .find(|key| l.has(key))
            .unwrap_or_else(|| "desk-history-other".to_owned()),
    };
    // Whose word it was, where that matters.
    let side = params["side"].as_str().unwrap_or_default().to_owned();
    let code = params["kind"].as_str().unwrap_or_default().to_owned();
    let args = [
        ("volunteer", volunteer.into()),
        ("person", person_name.clone().into()),
        ("side", side.into()),
        ("code", code.into()),
    ];
    let said = l.with(&key, &args);
    let by_phone = matches!(
        line.action.as_str(),
        "offer_accepted" | "offer_declined" | "assignment_given_back"
    );
    if by_phone && person.is_some() && !own {
        return l.with(
            "desk-history-by-phone",
            &[("what", said.into()), ("person", person_name.into())],
        );
    }
    said
}

fn more(ctx: &Ctx, line: &Line, params: &Value, names: &Names<'_>) -> String {
    match line.action.as_str() {
        "assignment_made" => {
            let assignment = id(params, "assignment");
            let row = names.by_hand.iter().find(|row| Some(row.id.0) == assignment);
            row.map(|row| sections::overridden(ctx, row)).unwrap_or_default()
        }
        "search_changed" => {
            let parts = params["changed"].as_array().into_iter().flatten();
            let parts = parts.filter_map(Value::as_str);
            let words: Vec<_> = parts
                .filter(|part| matches!(*part, "mode" | "gender" | "language" | "dates" | "policy"))
                .map(|part| ctx.l.t(&format!("desk-history-changed-{part}")))
                .collect();
            words.join(", ")
        }
        "asking_set" => {
            let way = params["code"].as_str().and_then(|code| code.parse().ok());
            way.map(|way| asking::words(&ctx.l, way)).unwrap_or_default()
        }
        "request_closed" => match params["reason"].as_str() {
            Some(reason) if crate::requests::CloseReason::from_code(reason).is_some() => {
                ctx.l.t(&format!("close-reason-{reason}"))
            }
            _ => String::new(),
        },
        _ => String::new(),
    }
}
