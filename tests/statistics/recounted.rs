//! Every figure by another way: from the audit trail, the outbox and the diary, never from the tables of requests.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use sprachpool::{
    q,
    requests::{AssignmentId, RequestId},
    statistics::{Figures, Grouping},
};
use uuid::Uuid;

use super::world::World;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Open,
    Filled(AssignmentId, DateTime<Utc>),
    Unfilled,
    Cancelled,
    Refused,
}

/// One request's life, as the trail tells it.
struct Life {
    filed_at: DateTime<Utc>,
    places: Vec<Place>,
    /// For each place: was it given back, and not taken since?
    given_back: Vec<bool>,
    refilled: i64,
    not_refilled_before: i64,
    date: NaiveDate,
    by_institution: bool,
    /// By a person, as unfilled.
    closed: bool,
    offers: i64,
}

/// What each line of a table should say: the key of the line, its figures.
pub async fn recount(world: &World, by: Grouping, wanted: impl Fn(NaiveDate) -> bool) -> BTreeMap<String, Figures> {
    let mut lines: BTreeMap<String, Figures> = BTreeMap::new();
    for (id, life) in lives(world).await {
        if !wanted(life.date) {
            continue;
        }
        let new = &world.asked[&id];
        let asker = [world.site.who.kita, world.site.who.klinik, world.site.who.jobcenter]
            .into_iter()
            .position(|asker| asker.institution == new.institution)
            .expect("one of three");
        let key = match by {
            Grouping::Month => life.date.format("%Y-%m").to_string(),
            Grouping::Language => new.language.clone(),
            Grouping::Sector => ["kita", "health", "authority"][asker].to_owned(),
            Grouping::District => ["51", "32", "23"][asker].to_owned(),
            Grouping::Institution => new.institution.to_string(),
        };
        add(world, &life, lines.entry(key).or_default());
    }
    lines
}

fn add(world: &World, life: &Life, line: &mut Figures) {
    line.requests += 1;
    line.offers_sent += life.offers;
    line.refilled += life.refilled;
    line.not_refilled += life.not_refilled_before + life.given_back.iter().filter(|back| **back).count() as i64;
    let mut last = None;
    let mut whole = true;
    for place in &life.places {
        line.places += 1;
        whole &= matches!(place, Place::Filled(..));
        match place {
            Place::Open => line.open += 1,
            Place::Unfilled => line.unfilled += 1,
            Place::Cancelled if life.by_institution => line.cancelled_by_institution += 1,
            Place::Cancelled => line.cancelled_by_pool += 1,
            Place::Refused => line.refused += 1,
            Place::Filled(assignment, at) => {
                line.filled += 1;
                last = last.max(Some(*at));
                let date = &world.dates[assignment];
                line.planned_minutes += (date.end - date.start).num_minutes();
                if let Some((start, end)) = world.real.get(assignment) {
                    line.real_minutes += (*end - *start).num_minutes();
                }
            }
        }
    }
    if let Some(last) = last.filter(|_| whole) {
        line.requests_filled += 1;
        line.seconds_to_fill.push((last - life.filed_at).num_seconds());
    }
}

async fn lives(world: &World) -> BTreeMap<RequestId, Life> {
    let mut tx = world.site.app.db.read().await.expect("it reads");
    let trail = q!("SELECT at, action, object_id, params FROM audit WHERE object_kind = 'request' ORDER BY at, id");
    type Row = (DateTime<Utc>, String, RequestId, String);
    let trail: Vec<Row> = trail.all(&mut tx).await.expect("it reads");
    let sent = q!("SELECT params FROM outbox WHERE kind = 'offer' AND sent_at IS NOT NULL");
    let sent: Vec<(String,)> = sent.all(&mut tx).await.expect("it reads");
    drop(tx);

    let mut lives = BTreeMap::new();
    let mut request_of = BTreeMap::new();
    for (at, action, request, params) in trail {
        let new = &world.asked[&request];
        let params: Value = serde_json::from_str(&params).expect("JSON");
        let assignment = || AssignmentId(id(&params, "assignment").expect("an assignment"));
        if action == "request_filed" {
            lives.insert(request, Life::new(at, new.openings as usize, new.slots[0].date));
        }
        let life: &mut Life = lives.get_mut(&request).expect("it was filed first");
        match action.as_str() {
            "offer_made" => {
                request_of.insert(id(&params, "offer").expect("an offer"), request);
            }
            "offer_accepted" | "offer_chosen" | "offer_chosen_late" => life.accepted(at, assignment()),
            "assignment_made" => life.made(at, assignment()),
            "assignment_given_back" => life.gave_back(assignment()),
            "check_refused" => life.places.fill(Place::Refused),
            "request_closed" => {
                life.closed = true;
                life.all(Place::Open, Place::Unfilled);
            }
            "search_changed" => life.all(Place::Unfilled, Place::Open),
            "search_ended" if params["outcome"] == "nobody" => life.all(Place::Open, Place::Unfilled),
            "request_cancelled" => {
                life.date = life.fixed(world).unwrap_or(life.date);
                life.by_institution = params["by"] != "pool";
                life.places.fill(Place::Cancelled);
            }
            _ => {}
        }
    }
    for (params,) in sent {
        let params: Value = serde_json::from_str(&params).expect("JSON");
        let request = request_of[&id(&params, "offer").expect("an offer")];
        lives.get_mut(&request).expect("it was filed").offers += 1;
    }
    for life in lives.values_mut() {
        life.date = life.fixed(world).unwrap_or(life.date);
    }
    lives
}

fn id(params: &Value, name: &str) -> Option<Uuid> {
    params[name].as_str()?.parse().ok()
}

impl Life {
    fn new(filed_at: DateTime<Utc>, places: usize, first_wish: NaiveDate) -> Self {
        Self {
            filed_at,
            places: vec![Place::Open; places],
            given_back: vec![false; places],
            refilled: 0,
            not_refilled_before: 0,
            date: first_wish,
            by_institution: false,
            closed: false,
            offers: 0,
        }
    }

    fn accepted(&mut self, at: DateTime<Utc>, assignment: AssignmentId) {
        let open = self.first(Place::Open).expect("a place");
        self.take(open, at, assignment);
    }

    /// By hand: also a place that the search had given up.
    fn made(&mut self, at: DateTime<Utc>, assignment: AssignmentId) {
        let place = self.first(Place::Open).or_else(|| self.first(Place::Unfilled));
        self.take(place.expect("a place"), at, assignment);
    }

    fn first(&self, state: Place) -> Option<usize> {
        self.places.iter().position(|place| *place == state)
    }

    fn take(&mut self, open: usize, at: DateTime<Utc>, assignment: AssignmentId) {
        self.places[open] = Place::Filled(assignment, at);
        if std::mem::take(&mut self.given_back[open]) {
            self.refilled += 1;
        }
    }

    fn gave_back(&mut self, assignment: AssignmentId) {
        let held = |place: &Place| matches!(place, Place::Filled(held, _) if *held == assignment);
        let at = self.places.iter().position(held).expect("it was held");
        self.places[at] = Place::Open;
        // What was closed is looked for again, whole.
        if std::mem::take(&mut self.closed) {
            self.all(Place::Unfilled, Place::Open);
        }
        if std::mem::replace(&mut self.given_back[at], true) {
            self.not_refilled_before += 1;
        }
    }

    fn all(&mut self, from: Place, to: Place) {
        for place in self.places.iter_mut().filter(|place| **place == from) {
            *place = to;
        }
    }

    /// The date of the first "yes" that stands.
    fn fixed(&self, world: &World) -> Option<NaiveDate> {
        let held = self.places.iter().filter_map(|place| match place {
            Place::Filled(assignment, at) => Some((*at, world.dates[assignment].date)),
            _ => None,
        });
        held.min().map(|(_, date)| date)
    }
}
