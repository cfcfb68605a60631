//! What a volunteer may read about themselves: who asked for their languages lately, and why they were (not) asked.
//!
//! It is judged by what is known of them now. A ban is left out of it altogether: whoever is banned reads what they
//! would read without it.

use chrono::{DateTime, Duration, Utc};

use super::{OpeningState, Request, RequestId, SlotId, candidates, judge::Judge, store};
use crate::{
    database::{DbError, Tx, Value},
    institutions::InstitutionId,
    matching::{Assessment, History, Purpose, RankPart, Reason, Verdict},
    pool::{self, Whom},
    q, row,
    settings::Rules,
    volunteers::VolunteerId,
};

const LOOKED_BACK: Duration = Duration::days(30);
const WEEK: Duration = Duration::days(7);
/// So many on one page.
const ON_A_PAGE: usize = 20;

/// One page of them.
#[derive(Clone, Debug)]
pub struct Stories {
    /// The newest first.
    pub list: Vec<Story>,
    /// There are older ones.
    pub more: bool,
}

/// One request, and what became of it for this volunteer.
#[derive(Clone, Debug)]
pub struct Story {
    pub request: Request,
    pub told: Told,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Comes, or came.
    Accepted,
    GivenBack,
    Declined {
        known_to_me: bool,
    },
    /// Said yes; a coordinator picks.
    Willing,
    /// Has not answered yet.
    Asked,
    /// It was over before they answered.
    Closed,
    Bounced,
    /// Something speaks against it, date by date or altogether.
    NotAsked {
        reasons: Vec<Reason>,
        not_free: Vec<SlotId>,
    },
    /// Could have come: others were earlier.
    OthersFirst {
        parts: Vec<RankPart>,
        ended: Ended,
    },
}

/// How far the search is that has not come to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Runs,
    Filled,
    Cancelled,
    Unfilled,
}

row! {
    #[derive(Clone, Debug)]
    struct OfferRow {
        request_id: RequestId,
        state: String,
        sent_at: Option<DateTime<Utc>>,
        willing_at: Option<DateTime<Utc>>,
        known_to_me: Option<bool>,
    }
}

row! {
    struct Begun {
        id: RequestId,
        /// So many have been asked, whoever they are.
        asked: i64,
    }
}

/// Of requests whose search has begun: what still waits for a person's look has asked nobody yet. `page` counts from
/// zero.
pub async fn stories(
    tx: &mut Tx,
    rules: &Rules,
    volunteer: VolunteerId,
    languages: &[String],
    page: u8,
    now: DateTime<Utc>,
) -> Result<Stories, DbError> {
    let since = now - LOOKED_BACK;
    let limit = i64::try_from(ON_A_PAGE).unwrap_or(i64::MAX);
    let mut begun = q!(
        "SELECT r.id, (SELECT COUNT(*) FROM offer o WHERE o.request_id = r.id) AS asked FROM request r
         WHERE r.filed_at > $1 AND EXISTS (SELECT 1 FROM search s WHERE s.request_id = r.id)
           AND (r.language IN (TEXTS($2)) OR r.id IN (SELECT request_id FROM offer WHERE volunteer_id = $3))
         ORDER BY r.filed_at DESC, r.id DESC LIMIT $4 OFFSET $5",
        since,
        Value::texts(languages),
        volunteer,
        limit + 1,
        limit * i64::from(page)
    )
    .all::<Begun>(tx)
    .await?;
    let more = begun.len() > ON_A_PAGE;
    begun.truncate(ON_A_PAGE);
    let offers = q!(
        "SELECT request_id, state, sent_at, willing_at, known_to_me FROM offer
         WHERE volunteer_id = $1 AND created_at > $2 ORDER BY created_at, id",
        volunteer,
        since - WEEK
    )
    .all::<OfferRow>(tx)
    .await?;
    let mut list = Vec::with_capacity(begun.len());
    for Begun { id, asked } in begun {
        let Some(request) = store::get(tx, id).await? else {
            continue;
        };
        let told = match answered(&request, volunteer, &offers) {
            Some(told) => told,
            None => {
                let before = offers_before(&offers, request.filed_at);
                let judged = judge(tx, rules, &request, volunteer, before, now).await?;
                let Some(assessment) = judged else { continue };
                why_not(&request, &assessment)
            }
        };
        // "Others were earlier" is true only if there were any.
        let others = asked > 0 || !request.assignments.is_empty();
        if others || !matches!(told, Told::OthersFirst { .. }) {
            list.push(Story { request, told });
        }
    }
    Ok(Stories { list, more })
}

/// Has this volunteer ever been there for that institution, or is going to? Then they know its name.
pub async fn knows(tx: &mut Tx, volunteer: VolunteerId, institution: InstitutionId) -> Result<bool, DbError> {
    let row = q!(
        "SELECT a.id FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE a.volunteer_id = $1 AND r.institution_id = $2 LIMIT 1",
        volunteer,
        institution
    )
    .optional::<(uuid::Uuid,)>(tx)
    .await?;
    Ok(row.is_some())
}

/// What the newest word between both says; `None`: they were never asked.
fn answered(request: &Request, volunteer: VolunteerId, offers: &[OfferRow]) -> Option<Told> {
    if request.assignments.iter().any(|one| one.volunteer == volunteer) {
        return Some(Told::Accepted);
    }
    let mut of_request = offers.iter().filter(|offer| offer.request_id == request.id);
    let newest = of_request.rfind(|offer| offer.sent_at.is_some() || offer.state != "closed")?;
    let over = request.search.as_ref().is_none_or(|search| search.ended_at.is_some());
    Some(match newest.state.as_str() {
        "accepted" => Told::GivenBack,
        "declined" => Told::Declined {
            known_to_me: newest.known_to_me == Some(true),
        },
        "bounced" => Told::Bounced,
        "queued" | "sent" | "willing" if !over && newest.willing_at.is_some() => Told::Willing,
        "queued" | "sent" if !over => Told::Asked,
        _ => Told::Closed,
    })
}

/// How many they had got in the seven days before it was filed.
fn offers_before(offers: &[OfferRow], filed_at: DateTime<Utc>) -> u32 {
    let counted = offers
        .iter()
        .filter_map(|offer| offer.sent_at)
        .filter(|at| *at <= filed_at && *at > filed_at - WEEK);
    u32::try_from(counted.count()).unwrap_or(u32::MAX)
}

async fn judge(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    volunteer: VolunteerId,
    offers_before: u32,
    now: DateTime<Utc>,
) -> Result<Option<Assessment>, DbError> {
    let wanted = candidates::wanted(tx, rules, request).await?;
    let Some(from) = wanted.slots.iter().map(|slot| slot.starts_at).min() else {
        return Ok(None);
    };
    let asking = candidates::asking(request, &wanted, now);
    let members = pool::members(tx, &asking, &Whom::One(volunteer.0)).await?;
    let Some(mut member) = members.into_iter().next() else {
        return Ok(None);
    };
    member.candidate.banned = false;
    member.candidate.history = History::default();
    member.candidate.offers_last_7_days = offers_before;
    // A date that is over by now was not when others were asked.
    let then = now.min(from - Duration::seconds(1));
    let alone = std::iter::once(&member.candidate);
    let judge = Judge::new(tx, rules, &wanted, Purpose::Offer, then, alone).await?;
    Ok(Some(judge.assess(member).assessment))
}

fn why_not(request: &Request, assessment: &Assessment) -> Told {
    match &assessment.verdict {
        Verdict::NotEligible { reasons } => Told::NotAsked {
            reasons: reasons.clone(),
            not_free: assessment
                .slots
                .iter()
                .filter(|slot| slot.reasons.contains(&Reason::Availability))
                .map(|slot| SlotId(slot.slot))
                .collect(),
        },
        Verdict::Eligible { rank, .. } => Told::OthersFirst {
            parts: rank.parts.clone(),
            ended: ended(request),
        },
    }
}

fn ended(request: &Request) -> Ended {
    let is = |state| request.openings.iter().any(|opening| opening.state == state);
    if request.cancelled_at.is_some() {
        Ended::Cancelled
    } else if request.search.as_ref().is_some_and(|search| search.ended_at.is_none()) {
        Ended::Runs
    } else if is(OpeningState::Unfilled) || is(OpeningState::Open) {
        Ended::Unfilled
    } else {
        Ended::Filled
    }
}
