//! What happened to a request, what is true now, what comes by when. Never how many were asked:
//! an exact number could reveal one person's free hours.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::{
    l10n::Locale,
    requests::{
        Canceller, Request, Status,
        store::{Offer, OfferState},
    },
};

/// One point of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// For machines; empty when there is no exact moment.
    pub iso: String,
    pub time: String,
    pub title: String,
    pub text: String,
    pub place: Position,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    Past,
    Now,
    Next,
}

impl Position {
    pub fn class(&self) -> &'static str {
        match self {
            Position::Past => "",
            Position::Now => "is",
            Position::Next => "next",
        }
    }

    pub fn is_now(&self) -> bool {
        *self == Position::Now
    }
}

/// What the words need beside the request itself.
pub struct Story<'a> {
    pub l: &'a Locale,
    pub zone: Tz,
    pub now: DateTime<Utc>,
    pub request: &'a Request,
    pub offers: &'a [Offer],
    /// Those who come, with the moment they said so.
    pub coming: &'a [(String, DateTime<Utc>)],
    pub desk_person: &'a str,
    /// When offers go out again, if it is quiet now.
    pub resumes_at: DateTime<Utc>,
    /// What both sides have said since it was over: the last part of its keys.
    pub afterwards: Option<&'static str>,
}

pub fn points(story: &Story<'_>) -> Vec<Point> {
    let mut points = past(story);
    match story.request.status(story.now) {
        Status::Searching { heard_by } => searching(story, heard_by, &mut points),
        Status::Confirmed => confirmed(story, &mut points),
        Status::Unfilled if story.request.is_closed() => {
            points.push(story.now("path-closed-now", "path-closed-now-text"));
        }
        Status::Unfilled => points.push(story.now("path-unfilled-now", "path-unfilled-now-text")),
        Status::Cancelled => points.push(story.now("path-cancelled-now", "path-cancelled-now-text")),
        Status::Past { held: true } => points.push(match story.afterwards {
            Some(code) => story.now(&format!("path-proof-{code}"), &format!("path-proof-{code}-text")),
            None => story.now("path-held-now", "path-held-now-text"),
        }),
        Status::Past { held: false } => points.push(story.now("path-not-held-now", "path-not-held-now-text")),
    }
    points
}

fn past(story: &Story<'_>) -> Vec<Point> {
    let request = story.request;
    let mut moments = vec![(
        request.filed_at,
        story.past(request.filed_at, "path-filed", "path-filed-text"),
    )];
    let mut searches: Vec<_> = Vec::new();
    for offer in story.offers {
        let Some(sent_at) = offer.sent_at else { continue };
        if searches.contains(&offer.search) {
            continue;
        }
        let first = searches.is_empty();
        searches.push(offer.search);
        let key = if first { "path-asked" } else { "path-asked-again" };
        moments.push((sent_at, story.past(sent_at, key, "")));
        // Later waves of the same search are one point: how many there were says too much.
        let more = story
            .offers
            .iter()
            .filter(|other| other.search == offer.search && other.created_at > offer.created_at)
            .filter_map(|other| other.sent_at)
            .max();
        if let Some(more) = more.filter(|more| *more > sent_at) {
            moments.push((more, story.past(more, "path-asked-more", "")));
        }
    }
    for (name, at) in story.coming {
        let mut point = story.past(*at, "", "");
        point.title = story.l.with("path-accepted", &[("name", name.clone().into())]);
        moments.push((*at, point));
    }
    if let Some(search) = &request.search {
        if search.round > 1 {
            let key = if search.after_withdrawal {
                "path-restarted"
            } else {
                "path-changed"
            };
            moments.push((
                search.started_at,
                story.past(search.started_at, key, "path-restarted-text"),
            ));
        }
        if let Some(ended) = search.ended_at
            && request.status(story.now) == Status::Unfilled
            && Some(ended) != request.closed_at
        {
            moments.push((ended, story.past(ended, "path-nobody", "")));
        }
    }
    if let Some(at) = request.closed_at {
        moments.push((at, story.past(at, "path-closed", "")));
    }
    if let Some(at) = request.cancelled_at {
        let key = match request.cancelled_by {
            Some(Canceller::Pool) => "path-cancelled-pool",
            _ => "path-cancelled",
        };
        moments.push((at, story.past(at, key, "")));
    }
    moments.sort_by_key(|(at, _)| *at);
    moments.into_iter().map(|(_, point)| point).collect()
}

fn searching(story: &Story<'_>, deadline: DateTime<Utc>, points: &mut Vec<Point>) {
    let running = story.request.search.as_ref().map(|search| search.id);
    let waiting: Vec<_> = story
        .offers
        .iter()
        .filter(|offer| Some(offer.search) == running && offer.state == OfferState::Sent)
        .collect();
    if waiting.is_empty() {
        points.push(story.now("path-searching-now", "path-searching-now-text"));
        if story.resumes_at > story.now && story.resumes_at < deadline {
            points.push(story.next(story.resumes_at, "path-asks-next", ""));
        }
    } else {
        points.push(story.now("path-waiting-now", "path-waiting-now-text"));
        let replaced_at = waiting.iter().filter_map(|offer| offer.answer_by).min();
        if let Some(at) = replaced_at.filter(|at| *at > story.now && *at < deadline) {
            points.push(story.next(at, "path-more-next", ""));
        }
    }
    points.push(story.next(deadline, "path-deadline", "path-deadline-text"));
}

fn confirmed(story: &Story<'_>, points: &mut Vec<Point>) {
    points.push(story.now("path-confirmed-now", "path-confirmed-now-text"));
    if let Some(slot) = story.request.main_slot().filter(|slot| slot.starts_at > story.now) {
        points.push(story.next(slot.starts_at, "path-appointment", ""));
    }
}

impl Story<'_> {
    fn past(&self, at: DateTime<Utc>, title: &str, text: &str) -> Point {
        self.point(Some(at), title, text, Position::Past)
    }

    fn now(&self, title: &str, text: &str) -> Point {
        self.point(None, title, text, Position::Now)
    }

    fn next(&self, at: DateTime<Utc>, title: &str, text: &str) -> Point {
        self.point(Some(at), title, text, Position::Next)
    }

    fn point(&self, at: Option<DateTime<Utc>>, title: &str, text: &str, place: Position) -> Point {
        let words = |key: &str| match key {
            "" => String::new(),
            key => self.l.with(key, &[("person", self.desk_person.into())]),
        };
        Point {
            iso: at.map(|at| at.to_rfc3339()).unwrap_or_default(),
            time: at.map_or_else(|| self.l.t("path-now"), |at| self.l.moment(at, self.zone)),
            title: words(title),
            text: words(text),
            place,
        }
    }
}
