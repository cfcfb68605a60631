//! From a request to what matching wants to know, and back.

use chrono::{DateTime, Duration, Utc};

use super::{Request, SlotId, judge::Judge, wishes};
use crate::{
    database::{DbError, Tx},
    forecast::Exposure,
    matching::{Assessment, Level, Neighbour, Purpose, Reason, Slot, Wanted},
    pool::{self, Asking, Narrow, Reach, Whom},
    qualifications,
    settings::Rules,
    volunteers::VolunteerId,
};

/// A volunteer with the verdict about one request.
#[derive(Clone, Debug)]
pub struct Assessed {
    pub volunteer: VolunteerId,
    pub name: String,
    pub assessment: Assessment,
    /// Assignments taken in the last 8 weeks, of everybody who is looked at.
    pub recent_assignments: u32,
    /// Under which circumstances they would be asked now.
    pub exposure: Exposure,
}

/// Those who might be asked, judged: everybody who can is among them. A search needs only the [`best`](super::best).
pub async fn assess_speakers(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    now: DateTime<Utc>,
) -> Result<Vec<Assessed>, DbError> {
    let wanted = wanted(tx, rules, request).await?;
    let Some(narrow) = narrow(rules, &wanted, now) else {
        return Ok(Vec::new());
    };
    let listed = pool::shortlist(tx, &asking(request, &wanted, now), &narrow).await?;
    let whom = Whom::These(listed.into_iter().map(|one| one.candidate.id).collect());
    judge(tx, rules, request, &wanted, &whom, Purpose::Offer, now).await
}

/// As long as this is so, nobody has got more offers in any seven days than the pool allows, or than they
/// want. The volunteer is locked.
pub(super) async fn may_get_another_offer(
    tx: &mut Tx,
    rules: &Rules,
    volunteer: VolunteerId,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let received = pool::offers_this_week(tx, volunteer.0, now).await?;
    let pools = rules.numbers().weekly_offer_cap;
    Ok(received.counted < received.own_cap.map_or(pools, |own| own.min(pools)))
}

/// Everybody, each with every reason why not: for the coordinator's "why not …?".
pub async fn assess_all(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    now: DateTime<Utc>,
) -> Result<Vec<Assessed>, DbError> {
    let wanted = wanted(tx, rules, request).await?;
    judge(tx, rules, request, &wanted, &Whom::Everybody, Purpose::Offer, now).await
}

/// One volunteer who says yes: is it still possible?
pub async fn assess_one(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    volunteer: VolunteerId,
    now: DateTime<Utc>,
) -> Result<Option<Assessment>, DbError> {
    let wanted = wanted(tx, rules, request).await?;
    let whom = Whom::One(volunteer.0);
    let assessed = judge(tx, rules, request, &wanted, &whom, Purpose::Accept, now).await?;
    Ok(assessed.into_iter().next().map(|one| one.assessment))
}

/// What speaks against this volunteer on this date, if a person assigns them: whatever there is, but not that
/// they were asked already. `None`: there is no such volunteer, or the date cannot take place any more.
pub async fn against(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    volunteer: VolunteerId,
    slot: SlotId,
    now: DateTime<Utc>,
) -> Result<Option<Vec<Reason>>, DbError> {
    let mut wanted = wanted(tx, rules, request).await?;
    wanted.slots.retain(|one| one.id == slot.0);
    if wanted.slots.is_empty() {
        return Ok(None);
    }
    let whom = Whom::One(volunteer.0);
    let assessed = judge(tx, rules, request, &wanted, &whom, Purpose::Offer, now).await?;
    Ok(assessed.into_iter().next().map(|one| {
        let reasons = one.assessment.reasons().iter();
        reasons.filter(|reason| **reason != Reason::Asked).cloned().collect()
    }))
}

async fn judge(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    wanted: &Wanted,
    whom: &Whom,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<Vec<Assessed>, DbError> {
    let members = pool::members(tx, &asking(request, wanted, now), whom).await?;
    let spoken = members.iter().map(|member| &member.candidate);
    let judge = Judge::new(tx, rules, wanted, purpose, now, spoken).await?;
    Ok(members.into_iter().map(|member| judge.assess(member)).collect())
}

/// What SQL may leave out for it. `None`: nobody can any more.
pub(super) fn narrow(rules: &Rules, wanted: &Wanted, now: DateTime<Utc>) -> Option<Narrow> {
    let (minutes, unknown) = rules.minutes_to(&wanted.district);
    let reach = Reach::new(minutes, unknown, rules.numbers().travel_max_minutes);
    Narrow::new(wanted, reach, now)
}

pub(super) fn asking(request: &Request, wanted: &Wanted, now: DateTime<Utc>) -> Asking {
    Asking {
        request: request.id.0,
        search: request.search.as_ref().map(|search| search.id.0),
        institution: request.institution.0,
        from: wanted.slots.iter().map(|slot| slot.starts_at).min().unwrap_or(now),
        until: wanted.slots.iter().map(|slot| slot.ends_at).max().unwrap_or(now),
        now,
    }
}

/// Once somebody accepted, only their date is left.
pub(super) async fn wanted(tx: &mut Tx, rules: &Rules, request: &Request) -> Result<Wanted, DbError> {
    let fixed: Option<SlotId> = request.fixed_slot();
    Ok(Wanted {
        language: request.language.clone(),
        neighbours: neighbours(rules, request),
        minimum_level: None,
        minimum_german: None::<Level>,
        mode: request.mode,
        institution: Some(request.institution.0),
        site: Some(request.site.0),
        district: request.district.clone(),
        sector: request.sector.clone(),
        occasion: Some(request.occasion.clone()),
        qualifications: qualifications::needed(rules, &request.sector),
        gender: request.gender,
        same_volunteer: wishes::wished(tx, request).await?,
        slots: request
            .slots
            .iter()
            .filter(|slot| fixed.is_none_or(|fixed| fixed == slot.id))
            .map(|slot| Slot {
                id: slot.id.0,
                starts_at: slot.starts_at,
                ends_at: slot.ends_at,
                zone: slot.zone.parse().unwrap_or(rules.zone()),
            })
            .collect(),
    })
}

/// What the pool's table accepts instead, and what a person accepted for this request only.
fn neighbours(rules: &Rules, request: &Request) -> Vec<Neighbour> {
    let rows = rules.all_neighbours().iter();
    rows.filter(|row| row.from == request.language && (row.used || request.also_accept.contains(&row.to)))
        .map(|row| Neighbour {
            language: row.to.clone(),
            strength: u8::try_from(row.strength).unwrap_or(100),
        })
        .collect()
}

pub(super) fn hours(time: Duration) -> f64 {
    time.num_minutes() as f64 / 60.0
}
