//! What happened to a request, what is true now, what comes by when. Never how many were asked:
//! an exact number could reveal one person's free hours.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::{
    l10n::Locale,
    requests::{
        Canceller, CheckState, Outlook, Request, Status,
        check::Question,
        picks,
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
    /// What the running search does next.
    pub outlook: Option<Outlook>,
    /// What a coordinator wanted to know, and the answers.
    pub questions: &'a [Question],
    pub sent: Sent,
    /// Called off because its appointment is on another day: another request stands for it.
    pub moved: bool,
    /// What both sides have said since it was over: the last part of its keys.
    pub afterwards: Option<&'static str>,
}

/// Which mails to the contact have gone out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent {
    pub receipt: bool,
    pub confirmation: bool,
}

pub fn points(story: &Story<'_>) -> Vec<Point> {
    let mut points = past(story);
    match story.request.status(story.now) {
        Status::Checking { heard_by, asked } => checking(story, &mut points, heard_by, asked),
        Status::Refused => points.push(story.now("path-refused-now", "path-refused-now-text")),
        Status::Searching { .. } => searching(story, &mut points),
        Status::Confirmed => confirmed(story, &mut points),
        Status::Unfilled if story.request.is_closed() => {
            points.push(story.now("path-closed-now", "path-closed-now-text"));
        }
        Status::Unfilled => points.push(story.now("path-unfilled-now", "path-unfilled-now-text")),
        Status::Cancelled if story.moved => points.push(story.now("path-moved-now", "path-moved-now-text")),
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
        story.past(
            request.filed_at,
            "path-filed",
            if story.sent.receipt {
                "path-filed-text-sent"
            } else {
                "path-filed-text"
            },
        ),
    )];
    moments.extend(asked_and_answered(story));
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
        let heard = search.target < search.deadline && search.target <= story.now;
        if heard && search.ended_at.is_none_or(|ended| search.target < ended) {
            let point = story.past(search.target, "path-target-past", "path-target-past-text");
            moments.push((search.target, point));
        }
        if let Some(ended) = search.ended_at
            && request.status(story.now) == Status::Unfilled
            && Some(ended) != request.closed_at
        {
            moments.push((ended, story.past(ended, "path-nobody", "")));
        }
    }
    // Whoever was approved reads of the search; before that, of the check.
    if let Some((check, at)) = request
        .check
        .as_ref()
        .and_then(|check| Some((check, check.decided_at?)))
    {
        let key = match check.state {
            CheckState::Refused => "path-check-refused",
            _ => "path-check-approved",
        };
        moments.push((at, story.past(at, key, "")));
    }
    if let Some(at) = request.closed_at {
        moments.push((at, story.past(at, "path-closed", "")));
    }
    if let Some(at) = request.cancelled_at {
        let key = match request.cancelled_by {
            _ if story.moved => "path-moved",
            Some(Canceller::Pool) => "path-cancelled-pool",
            _ => "path-cancelled",
        };
        moments.push((at, story.past(at, key, "")));
    }
    moments.sort_by_key(|(at, _)| *at);
    moments.into_iter().map(|(_, point)| point).collect()
}

/// Both stay to be read: the answer is what the coordinator decides by.
fn asked_and_answered(story: &Story<'_>) -> Vec<(DateTime<Utc>, Point)> {
    let mut moments = Vec::new();
    for question in story.questions {
        // While it is open, it stands above with its form.
        let Some((answered_at, answer)) = question.answered_at.zip(question.answer.clone()) else {
            continue;
        };
        let mut asked = story.past(question.asked_at, "path-asked-you", "");
        asked.text.clone_from(&question.question);
        moments.push((question.asked_at, asked));
        let mut answered = story.past(answered_at, "path-answered", "");
        answered.text = answer;
        moments.push((answered_at, answered));
    }
    moments
}

/// Nobody is asked yet.
fn checking(story: &Story<'_>, points: &mut Vec<Point>, heard_by: DateTime<Utc>, asked: bool) {
    let (now, text) = if asked {
        ("path-question-now", "path-question-now-text")
    } else {
        ("path-checking-now", "path-checking-now-text")
    };
    points.push(story.now(now, text));
    if story.now < heard_by && !asked {
        points.push(story.next(heard_by, "path-check-next", "path-check-next-text"));
    }
}

/// Only what really happens: when others are asked, when the institution hears, when the search ends.
fn searching(story: &Story<'_>, points: &mut Vec<Point>) {
    let Some(search) = &story.request.search else { return };
    let waits = story
        .offers
        .iter()
        .any(|offer| offer.search == search.id && offer.state == OfferState::Sent && !offer.is_willing());
    let (now, text, more) = if picks::willing_among(story.request, story.offers).next().is_some() {
        ("path-picking-now", "path-picking-now-text", "path-more-next")
    } else if waits {
        ("path-waiting-now", "path-waiting-now-text", "path-more-next")
    } else {
        ("path-searching-now", "path-searching-now-text", "path-asks-next")
    };
    points.push(story.now(now, text));
    let mut ahead = Vec::new();
    if let Some(outlook) = story.outlook
        && outlook.asks() > 0
        && story.now < outlook.at
    {
        ahead.push((outlook.at, story.next(outlook.at, more, "")));
    }
    if story.now < search.target && search.target < search.deadline {
        ahead.push((
            search.target,
            story.next(search.target, "path-target", "path-target-text"),
        ));
        ahead.push((
            search.deadline,
            story.next(search.deadline, "path-end", "path-end-text"),
        ));
    } else {
        let end = story.next(search.deadline, "path-deadline", "path-deadline-text");
        ahead.push((search.deadline, end));
    }
    ahead.sort_by_key(|(at, _)| *at);
    points.extend(ahead.into_iter().map(|(_, point)| point));
}

fn confirmed(story: &Story<'_>, points: &mut Vec<Point>) {
    let doubtful = story
        .request
        .assignments
        .iter()
        .filter_map(|one| one.withdrawal_asked_at);
    if let Some(since) = doubtful.min() {
        points.push(story.past(since, "path-doubt", ""));
        points.push(story.now("path-doubt-now", "path-doubt-now-text"));
        if let Some(slot) = story.request.main_slot().filter(|slot| slot.starts_at > story.now) {
            points.push(story.next(slot.starts_at, "path-appointment", ""));
        }
        return;
    }
    let text = if story.sent.confirmation {
        "path-confirmed-now-text-sent"
    } else {
        "path-confirmed-now-text"
    };
    points.push(story.now("path-confirmed-now", text));
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
