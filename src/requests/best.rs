//! The best of those who can, without reading everything about everybody who might.
//!
//! The order needs little of each person; whether they can at all needs much. So all who come into question are put
//! in order first, and then read in that order until enough of them can. It gives what judging everybody would give.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{
    Request,
    candidates::{self, Assessed},
    judge::Judge,
};
use crate::{
    database::{DbError, Tx},
    matching::{Purpose, Reason, Wanted},
    pool::{self, Listed, Whom},
    settings::Rules,
};

/// So many are read at a time, at least.
const BATCH: usize = 16;

#[derive(Debug, Default)]
pub struct Best {
    /// Who can, the best first.
    pub people: Vec<Assessed>,
    /// Nobody else can.
    pub all: bool,
    /// When the first of those whom nothing but the offers of the last days keeps from being asked may be asked.
    pub next_at: Option<DateTime<Utc>>,
}

/// At least `enough` of those who can, if there are so many.
pub async fn best(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    now: DateTime<Utc>,
    enough: usize,
) -> Result<Best, DbError> {
    let wanted = candidates::wanted(tx, rules, request).await?;
    let Some(narrow) = candidates::narrow(rules, &wanted, now) else {
        return Ok(Best {
            all: true,
            ..Best::default()
        });
    };
    let listed = pool::shortlist(tx, &candidates::asking(request, &wanted, now), &narrow).await?;
    let spoken = listed.iter().map(|one| &one.candidate);
    let judge = Judge::new(tx, rules, &wanted, Purpose::Offer, now, spoken).await?;
    let cap = u32::try_from(rules.numbers().weekly_offer_cap).unwrap_or(0);
    let (mut order, capped) = in_order(&judge, listed, cap);
    let readers = Readers {
        request,
        wanted: &wanted,
        judge: &judge,
        now,
    };
    let mut people: Vec<Assessed> = Vec::new();
    while people.len() < enough && !order.is_empty() {
        let missing = enough - people.len();
        let batch = order.len().min(missing.saturating_add(missing / 2).max(BATCH));
        let read = readers.read(tx, order.drain(..batch).collect()).await?;
        people.extend(read.into_iter().filter(|one| one.assessment.is_eligible()));
    }
    Ok(Best {
        people,
        all: order.is_empty(),
        next_at: readers.next_of(tx, capped).await?,
    })
}

/// The best first; and apart from them who has got as many offers as they may, with how many that is.
fn in_order(judge: &Judge<'_>, listed: Vec<Listed>, cap: u32) -> (Vec<Uuid>, Vec<(Uuid, u32)>) {
    let (mut order, mut capped) = (Vec::new(), Vec::new());
    for mut one in listed {
        let Some(rank) = judge.rank(&mut one) else { continue };
        let id = one.candidate.id;
        let cap = one.candidate.offer_cap.map_or(cap, |own| own.min(cap));
        if one.candidate.offers_last_7_days < cap {
            order.push((rank.place(id), id));
        } else {
            capped.push((id, cap));
        }
    }
    order.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    (order.into_iter().map(|(_, id)| id).collect(), capped)
}

struct Readers<'a> {
    request: &'a Request,
    wanted: &'a Wanted,
    judge: &'a Judge<'a>,
    now: DateTime<Utc>,
}

impl Readers<'_> {
    /// Everything about these, judged, in the order given.
    async fn read(&self, tx: &mut Tx, ids: Vec<Uuid>) -> Result<Vec<Assessed>, DbError> {
        let asking = candidates::asking(self.request, self.wanted, self.now);
        let members = pool::members(tx, &asking, &Whom::These(ids.clone())).await?;
        let assessed = members.into_iter().map(|member| self.judge.assess(member));
        let mut found: HashMap<Uuid, Assessed> = assessed.map(|one| (one.volunteer.0, one)).collect();
        Ok(ids.into_iter().filter_map(|id| found.remove(&id)).collect())
    }

    /// Of those who have enough offers: when the first one who could come otherwise may get another.
    async fn next_of(&self, tx: &mut Tx, capped: Vec<(Uuid, u32)>) -> Result<Option<DateTime<Utc>>, DbError> {
        let mut by_cap: HashMap<u32, Vec<Uuid>> = HashMap::new();
        for (id, cap) in capped {
            by_cap.entry(cap).or_default().push(id);
        }
        let mut free = Vec::new();
        for (cap, ids) in by_cap {
            let filled = pool::cap_filled_at(tx, ids, cap).await?;
            free.extend(filled.into_iter().map(|(id, at)| (at + Duration::days(7), id)));
        }
        free.sort_unstable();
        for batch in free.chunks(BATCH) {
            let ids = batch.iter().map(|(_, id)| *id).collect();
            for (one, (at, _)) in self.read(tx, ids).await?.into_iter().zip(batch) {
                if matches!(one.assessment.reasons(), [Reason::OfferCap { .. }]) {
                    return Ok(Some(*at));
                }
            }
        }
        Ok(None)
    }
}
