use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use serde_json::json;

use super::{
    NewRequest, NewSlot, RequestId, check,
    dates::{self, Instants},
    search, store,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions,
    mail::{Mail, outbox},
    matching::GenderWish,
    people::PersonId,
    q, row,
    settings::{LateRequests, Rules, Verdict, WallTimeError},
};

/// No appointment is further ahead than this.
const FURTHEST: Duration = Duration::days(366);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub id: RequestId,
    pub reference: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    #[error("refused: {0:?}")]
    Refused(Refusal),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Why a request is not taken. The form checks the same and says it at the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The institution may not file requests now.
    NotApproved,
    UnknownSite,
    UnknownLanguage,
    UnknownOccasion,
    /// The topic's referral says where to go instead.
    TopicRefused,
    TooManyOpenings,
    NoSlot,
    /// Which date, and what is wrong with it.
    Slot(usize, SlotProblem),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotProblem {
    Past,
    /// Nearer than the pool's filing notice.
    TooSoon,
    /// Later than the pool asks for, and it refuses what is late.
    Late {
        starts_at: DateTime<Utc>,
    },
    /// More than a year ahead.
    TooFar,
    EndBeforeStart,
    TooLong,
    /// On that day the pool is closed, until that other one.
    PoolClosed {
        until: NaiveDate,
    },
    /// The clocks skip that time on that day.
    NonexistentTime {
        suggest: chrono::NaiveTime,
    },
}

row! {
    struct PlaceRow {
        state: String,
        sector: String,
        district: String,
        person_id: PersonId,
        trusted: bool,
    }
}

row! {
    struct FiledRow {
        id: RequestId,
        reference: String,
    }
}

/// A slot's instants in UTC, or what is wrong with it.
pub fn check_slot(
    rules: &Rules,
    slot: &NewSlot,
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>), SlotProblem> {
    let utc = |time| {
        rules.to_utc(slot.date, time).map_err(|error| match error {
            WallTimeError::Nonexistent { suggest, .. } => SlotProblem::NonexistentTime {
                suggest: suggest.time(),
            },
            _ => SlotProblem::TooFar,
        })
    };
    let starts_at = utc(slot.start)?;
    let ends_at = utc(slot.end)?;
    if slot.end <= slot.start || ends_at <= starts_at {
        return Err(SlotProblem::EndBeforeStart);
    }
    if starts_at <= now {
        return Err(SlotProblem::Past);
    }
    if starts_at < now + Duration::minutes(rules.numbers().filing_notice_minutes) {
        return Err(SlotProblem::TooSoon);
    }
    if starts_at > now + FURTHEST {
        return Err(SlotProblem::TooFar);
    }
    if let Some(closure) = rules.closure(slot.date) {
        return Err(SlotProblem::PoolClosed { until: closure.last });
    }
    if ends_at - starts_at > Duration::hours(rules.numbers().max_hours) {
        return Err(SlotProblem::TooLong);
    }
    Ok((starts_at, ends_at))
}

/// The same for an institution that files for itself: where the pool refuses what is late, it has to call.
pub fn check_own_slot(rules: &Rules, slot: &NewSlot, now: DateTime<Utc>) -> Result<Instants, SlotProblem> {
    let (starts_at, ends_at) = check_slot(rules, slot, now)?;
    if rules.late().later_requests == LateRequests::Refuse && rules.is_short_notice(now, starts_at) {
        return Err(SlotProblem::Late { starts_at });
    }
    Ok((starts_at, ends_at))
}

/// Takes a request: stored with its places, receipt owed, search started; what is doubtful waits for a coordinator.
/// Sent twice, it is one request.
pub async fn submit(tx: &mut Tx, act: &Act<'_>, rules: &Rules, new: &NewRequest) -> Result<Submitted, SubmitError> {
    if let Some(filed) = already_filed(tx, new).await? {
        return Ok(filed);
    }
    // Held until the commit: an institution that retires waits for this request, or this request finds it retired.
    institutions::lock(tx, new.institution).await?;
    let place = q!(
        "SELECT i.state, i.sector, s.district, c.person_id,
           CASE WHEN i.trusted_since IS NULL THEN FALSE ELSE TRUE END AS trusted FROM institution i
         JOIN site s ON s.institution_id = i.id AND s.id = $2 AND s.active
         JOIN contact c ON c.institution_id = i.id AND c.id = $3 AND c.active
         WHERE i.id = $1",
        new.institution,
        new.site,
        new.contact
    )
    .optional::<PlaceRow>(tx)
    .await?
    .ok_or(SubmitError::Refused(Refusal::UnknownSite))?;
    let own = new.filed_by == place.person_id;
    let instants = check(rules, &place.state, new, own, act.now).map_err(SubmitError::Refused)?;

    let id = RequestId(act.uuid());
    let reference = next_reference(tx, act, rules).await?;
    let (wish, gender) = match new.gender {
        GenderWish::None => ("none", None),
        GenderWish::Preferred(gender) => ("preferred", Some(gender.as_str())),
        GenderWish::Required(gender) => ("required", Some(gender.as_str())),
    };
    let inserted = q!(
        "INSERT INTO request (id, form_key, reference, institution_id, site_id, contact_id, filed_by, filed_at, sector,
             district, language, mode, occasion, topic, gender_wish, gender, same_volunteer, urgent_reason,
             meeting_point, remarks, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1)
         ON CONFLICT (form_key) DO NOTHING",
        id,
        new.form_key,
        &reference,
        new.institution,
        new.site,
        new.contact,
        new.filed_by,
        act.now,
        &place.sector,
        &place.district,
        &new.language,
        new.mode.as_str(),
        &new.occasion,
        &new.topic,
        wish,
        gender,
        new.same_volunteer,
        new.urgent_reason.clone(),
        &new.meeting_point,
        &new.remarks
    )
    .execute(tx)
    .await?;
    if inserted == 0 {
        // The same form arrived twice at the same moment: the other one is committed by now. The counter is
        // ours until we commit, so the number goes back and none is missing.
        give_reference_back(tx, act, rules).await?;
        return already_filed(tx, new)
            .await?
            .ok_or(SubmitError::Database(DbError::RowNotFound));
    }
    for (position, (slot, instants)) in new.slots.iter().zip(&instants).enumerate() {
        dates::insert(tx, act, rules, (id, position), slot, *instants).await?;
    }
    for position in 0..new.openings {
        q!(
            "INSERT INTO opening (id, request_id, position, state, changed_at) VALUES ($1, $2, $3, 'open', $4)",
            act.uuid(),
            id,
            position,
            act.now
        )
        .execute(tx)
        .await?;
    }
    // Filed for a caller: the line names the contact beside the one who acts.
    let params = if own {
        json!({"reference": &reference})
    } else {
        json!({"reference": &reference, "by": "phone", "contact": new.contact})
    };
    act.audit(tx, "request_filed", ("request", id.0), params).await?;
    let request = store::get(tx, id).await?.ok_or(DbError::RowNotFound)?;
    if check::is_needed(rules, &new.topic, place.trusted) {
        check::begin(tx, act, rules, &request).await?;
    } else {
        search::start(tx, act, rules, &request).await?;
    }
    let to = outbox::Recipient::Person(place.person_id);
    outbox::owe(tx, act, to, &Mail::RequestReceived { request: id }, act.now).await?;
    Ok(Submitted { id, reference })
}

pub(super) async fn already_filed(tx: &mut Tx, new: &NewRequest) -> Result<Option<Submitted>, DbError> {
    let row = q!(
        "SELECT id, reference FROM request WHERE form_key = $1 AND institution_id = $2",
        new.form_key,
        new.institution
    )
    .optional::<FiledRow>(tx)
    .await?;
    Ok(row.map(|row| Submitted {
        id: row.id,
        reference: row.reference,
    }))
}

fn check(
    rules: &Rules,
    institution_state: &str,
    new: &NewRequest,
    own: bool,
    now: DateTime<Utc>,
) -> Result<Vec<Instants>, Refusal> {
    if institution_state != "approved" {
        return Err(Refusal::NotApproved);
    }
    if rules.language(&new.language).is_none() {
        return Err(Refusal::UnknownLanguage);
    }
    if rules.occasion(&new.occasion).is_none() {
        return Err(Refusal::UnknownOccasion);
    }
    match rules.topic(&new.topic).map(|topic| topic.verdict) {
        None => return Err(Refusal::UnknownOccasion),
        Some(Verdict::Refuse) => return Err(Refusal::TopicRefused),
        Some(Verdict::Allow | Verdict::Doubtful) => {}
    }
    if !(1..=5).contains(&new.openings) {
        return Err(Refusal::TooManyOpenings);
    }
    if !(1..=3).contains(&new.slots.len()) {
        return Err(Refusal::NoSlot);
    }
    let check_slot = if own { check_own_slot } else { check_slot };
    let checked = new.slots.iter().enumerate();
    checked
        .map(|(index, slot)| check_slot(rules, slot, now).map_err(|why| Refusal::Slot(index, why)))
        .collect()
}

/// SP-2027-0042: the year is the local one of filing.
async fn next_reference(tx: &mut Tx, act: &Act<'_>, rules: &Rules) -> Result<String, DbError> {
    let year = local_year(act, rules);
    let (number,) = q!(
        "INSERT INTO reference_counter (year, last_number) VALUES ($1, 1)
         ON CONFLICT (year) DO UPDATE SET last_number = reference_counter.last_number + 1
         RETURNING last_number",
        year
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(format!("{}-{year}-{number:04}", rules.pool().reference_prefix))
}

async fn give_reference_back(tx: &mut Tx, act: &Act<'_>, rules: &Rules) -> Result<(), DbError> {
    q!(
        "UPDATE reference_counter SET last_number = last_number - 1 WHERE year = $1",
        local_year(act, rules)
    )
    .execute(tx)
    .await?;
    Ok(())
}

fn local_year(act: &Act<'_>, rules: &Rules) -> i64 {
    i64::from(act.now.with_timezone(&rules.zone()).year())
}
