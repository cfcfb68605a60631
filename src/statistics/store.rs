//! Four queries for a period, however many requests it has.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::{Cancelled, Month, Outcome, Period};
use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    q,
    requests::RequestId,
    row,
};

/// What is left out is not filtered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub period: Period,
    pub language: Option<String>,
    pub sector: Option<String>,
    pub district: Option<String>,
    pub institution: Option<InstitutionId>,
}

row! {
    struct RequestRow {
        id: RequestId,
        institution_id: InstitutionId,
        sector: String,
        district: String,
        language: String,
        filed_at: DateTime<Utc>,
        local_date: String,
        cancelled_by: String,
        refused: bool,
    }
}

row! {
    struct PlaceRow {
        request_id: RequestId,
        state: String,
    }
}

row! {
    struct AssignmentRow {
        request_id: RequestId,
        opening_id: Uuid,
        accepted_at: DateTime<Utc>,
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
        ended_at: Option<DateTime<Utc>>,
        ended_how: Option<String>,
        imported: bool,
        real_start: Option<DateTime<Utc>>,
        real_end: Option<DateTime<Utc>>,
    }
}

row! {
    struct OffersRow {
        request_id: RequestId,
        sent: i64,
    }
}

/// Every request whose appointment falls into the period, and what came of it.
pub async fn read(tx: &mut Tx, filter: &Filter) -> Result<Vec<Outcome>, DbError> {
    let (first, last) = (filter.period.from.first_day(), filter.period.to.last_day());
    // The index knows instants: wide enough for the days of any zone.
    let after = first - Days::new(1);
    let before = last + Days::new(2);
    let (after, before) = (midnight(after), midnight(before));
    let requests = q!(
        "SELECT r.id, r.institution_id, r.sector, r.district, r.language, r.filed_at, s.local_date,
           CASE WHEN r.cancelled_at IS NULL THEN ''
             WHEN r.cancelled_role = 'pool' THEN 'pool'
             ELSE 'institution' END AS cancelled_by,
           CASE WHEN r.cancelled_at IS NULL AND r.check_state = 'refused' THEN TRUE ELSE FALSE END AS refused
         FROM slot s JOIN request r ON r.id = s.request_id
         WHERE s.starts_at >= $1 AND s.starts_at < $2 AND s.local_date >= $3 AND s.local_date <= $4
           AND s.id = COALESCE(
             (SELECT a.slot_id FROM assignment a WHERE a.request_id = r.id AND (a.ended_at IS NULL
                OR (a.ended_how = 'cancelled' AND a.ended_at = r.cancelled_at))
              ORDER BY a.accepted_at, a.id LIMIT 1),
             (SELECT f.id FROM slot f WHERE f.request_id = r.id ORDER BY f.position LIMIT 1))
           AND ($5 = '' OR r.language = $5) AND ($6 = '' OR r.sector = $6) AND ($7 = '' OR r.district = $7)
           AND r.institution_id = COALESCE($8, r.institution_id)
         ORDER BY r.filed_at, r.id",
        after,
        before,
        first,
        last,
        filter.language.as_deref().unwrap_or_default(),
        filter.sector.as_deref().unwrap_or_default(),
        filter.district.as_deref().unwrap_or_default(),
        filter.institution
    )
    .all::<RequestRow>(tx)
    .await?;
    let mut outcomes: Vec<Outcome> = requests.into_iter().map(outcome).collect();
    let at: HashMap<RequestId, usize> = outcomes.iter().enumerate().map(|(at, one)| (one.request, at)).collect();

    let places = q!(
        "SELECT o.request_id, o.state FROM opening o
         WHERE o.request_id IN (SELECT s.request_id FROM slot s WHERE s.starts_at >= $1 AND s.starts_at < $2)",
        after,
        before
    );
    for place in places.all::<PlaceRow>(tx).await? {
        if let Some(at) = at.get(&place.request_id) {
            outcomes[*at].places.push(place.state);
        }
    }
    let assignments = q!(
        "SELECT a.request_id, a.opening_id, a.accepted_at, a.starts_at, a.ends_at, a.ended_at, a.ended_how,
           EXISTS (SELECT 1 FROM request r WHERE r.id = a.request_id AND r.import_id IS NOT NULL) AS imported,
           p.started_at AS real_start, p.ended_at AS real_end
         FROM assignment a LEFT JOIN proof p ON p.assignment_id = a.id AND p.state = 'done' AND p.outcome = 'held'
         WHERE a.request_id IN (SELECT s.request_id FROM slot s WHERE s.starts_at >= $1 AND s.starts_at < $2)
         ORDER BY a.request_id, a.accepted_at, a.id",
        after,
        before
    );
    let assignments = assignments.all::<AssignmentRow>(tx).await?;
    for of_request in assignments.chunk_by(|a, b| a.request_id == b.request_id) {
        if let Some(at) = of_request.first().and_then(|one| at.get(&one.request_id)) {
            add_assignments(&mut outcomes[*at], of_request);
        }
    }
    let offers = q!(
        "SELECT f.request_id, COUNT(*) AS sent FROM offer f
         WHERE f.sent_at IS NOT NULL
           AND f.request_id IN (SELECT s.request_id FROM slot s WHERE s.starts_at >= $1 AND s.starts_at < $2)
         GROUP BY f.request_id",
        after,
        before
    );
    for offers in offers.all::<OffersRow>(tx).await? {
        if let Some(at) = at.get(&offers.request_id) {
            outcomes[*at].offers_sent = offers.sent;
        }
    }
    Ok(outcomes)
}

/// Every institution there ever was, by name.
pub async fn institutions(tx: &mut Tx) -> Result<Vec<(InstitutionId, String)>, DbError> {
    q!("SELECT id, name FROM institution ORDER BY name_sort, id")
        .all(tx)
        .await
}

/// From the first to the last month for which anything was ever asked.
pub async fn extent(tx: &mut Tx) -> Result<Option<Period>, DbError> {
    let (first, last) = q!("SELECT MIN(local_date), MAX(local_date) FROM slot")
        .one::<(Option<String>, Option<String>)>(tx)
        .await?;
    let month = |text: Option<String>| Some(Month::of(text?.parse::<NaiveDate>().ok()?));
    Ok(month(first).zip(month(last)).map(|(from, to)| Period { from, to }))
}

fn outcome(row: RequestRow) -> Outcome {
    Outcome {
        request: row.id,
        institution: row.institution_id,
        sector: row.sector,
        district: row.district,
        language: row.language,
        date: row.local_date.parse().unwrap_or_default(),
        filed_at: row.filed_at,
        cancelled: match row.cancelled_by.as_str() {
            "institution" => Some(Cancelled::ByInstitution),
            "pool" => Some(Cancelled::ByPool),
            _ => None,
        },
        refused: row.refused,
        places: Vec::new(),
        accepted: Vec::new(),
        planned_minutes: 0,
        real_minutes: 0,
        refilled: 0,
        not_refilled: 0,
        offers_sent: 0,
    }
}

fn add_assignments(outcome: &mut Outcome, assignments: &[AssignmentRow]) {
    for (number, one) in assignments.iter().enumerate() {
        match (one.ended_at, one.ended_how.as_deref()) {
            (None, _) => {
                // Nobody knows how long somebody was looked for before this pool was here.
                if !one.imported {
                    outcome.accepted.push(one.accepted_at);
                }
                outcome.planned_minutes += (one.ends_at - one.starts_at).num_minutes();
                if let (Some(start), Some(end)) = (one.real_start, one.real_end) {
                    outcome.real_minutes += (end - start).num_minutes();
                }
            }
            (Some(_), Some("given_back")) => {
                // A place has one volunteer after the other: whoever comes later took it again.
                let mut later = assignments.iter().skip(number + 1);
                if later.any(|other| other.opening_id == one.opening_id) {
                    outcome.refilled += 1;
                } else {
                    outcome.not_refilled += 1;
                }
            }
            _ => {}
        }
    }
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
