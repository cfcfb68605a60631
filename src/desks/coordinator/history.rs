//! What happened to a request, as the audit trail has it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    database::{DbError, Tx},
    q,
    requests::{Request, store::Offer},
    row,
    volunteers::VolunteerId,
    web::Ctx,
};

row! {
    struct Line {
        at: DateTime<Utc>,
        action: String,
        params: String,
    }
}

pub struct Event {
    pub at: String,
    pub iso: String,
    pub text: String,
    /// The newest one of a request that is not over.
    pub now: bool,
}

/// What the page has words for.
const KNOWN: [&str; 9] = [
    "request_filed",
    "search_started",
    "search_ended",
    "offer_made",
    "offer_sent",
    "offer_bounced",
    "offer_accepted",
    "offer_declined",
    "assignment_given_back",
];

pub async fn read(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    offers: &[Offer],
    names: &HashMap<VolunteerId, String>,
) -> Result<Vec<Event>, DbError> {
    let lines: Vec<Line> = q!(
        "SELECT at, action, params FROM audit WHERE object_id = $1 ORDER BY at, id",
        request.id
    )
    .all(tx)
    .await?;
    let last = lines.len().saturating_sub(1);
    let events = lines.into_iter().enumerate().map(|(number, line)| Event {
        at: ctx.l.moment(line.at, ctx.rules.zone()),
        iso: line.at.to_rfc3339(),
        text: text(ctx, &line, offers, names),
        now: number == last,
    });
    Ok(events.collect())
}

fn text(ctx: &Ctx, line: &Line, offers: &[Offer], names: &HashMap<VolunteerId, String>) -> String {
    let params: Value = serde_json::from_str(&line.params).unwrap_or_default();
    let id = |name: &str| params[name].as_str().and_then(|text| text.parse::<Uuid>().ok());
    let by_offer = || {
        let offer = id("offer")?;
        offers
            .iter()
            .find(|known| known.id.0 == offer)
            .map(|known| known.volunteer)
    };
    let volunteer = id("volunteer")
        .map(VolunteerId)
        .or_else(by_offer)
        .and_then(|id| names.get(&id).cloned());
    let volunteer = volunteer.unwrap_or_else(|| ctx.l.t("task-somebody"));
    let key = match (line.action.as_str(), params["outcome"].as_str()) {
        ("search_ended", Some(outcome @ ("filled" | "nobody" | "cancelled"))) => {
            format!("desk-history-search_ended-{outcome}")
        }
        ("request_cancelled", _) => "desk-history-request_cancelled".to_owned(),
        (action, _) if KNOWN.contains(&action) => format!("desk-history-{action}"),
        _ => "desk-history-other".to_owned(),
    };
    ctx.l.with(&key, &[("volunteer", volunteer.into())])
}
