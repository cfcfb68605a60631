//! The best of those who can, without reading everything about everybody who might.
//!
//! The order needs little of each person; whether they can at all needs much. So all who come into question stand in
//! line first, and are read in that order until enough of them can. It gives what judging everybody would give.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{
    Request,
    candidates::{self, Assessed},
    judge::Judge,
    line::Line,
};
use crate::{
    database::{DbError, Tx},
    matching::{Purpose, Reason},
    pool::{self, Asked, Asking, Lately},
    settings::Rules,
};

/// So many are found at first.
const FIRST: usize = 2;
/// So many are read at a time if it costs nothing to know who they are: reading again costs more than reading more.
const BATCH: usize = 5;

#[derive(Debug, Default)]
pub struct Best {
    /// Who can, the best first.
    pub people: Vec<Assessed>,
    /// Nobody else can.
    pub all: bool,
    /// When the first of those whom nothing but the offers of the last days keeps from being asked may be asked.
    /// Only known if these are all: as long as others are left, nobody waits for that.
    pub next_at: Option<DateTime<Utc>>,
}

/// Those who can, the best first, until there are `enough`: asked with ever more of them, and at last with all.
pub async fn best(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    now: DateTime<Utc>,
    mut enough: impl FnMut(&Best) -> bool,
) -> Result<Best, DbError> {
    let mut best = Best::default();
    let wanted = candidates::wanted(tx, rules, request).await?;
    let Some(narrow) = candidates::narrow(rules, &wanted, now) else {
        best.all = true;
        enough(&best);
        return Ok(best);
    };
    let asking = candidates::asking(request, &wanted, now);
    let listed = pool::shortlist(tx, &asking, &narrow).await?;
    let spoken = listed.iter().map(|one| &one.candidate);
    let judge = Judge::new(tx, rules, &wanted, Purpose::Offer, now, spoken).await?;
    let mut line = Line::new(&judge, asking, listed);
    let readers = Readers {
        asking,
        asked: pool::asked(tx, &asking).await?,
        judge: &judge,
    };
    let mut goal = FIRST;
    loop {
        while best.people.len() < goal && !line.is_over() {
            let next = line.next(tx, goal - best.people.len(), BATCH).await?;
            let read = readers.read(tx, next, &line.lately).await?;
            best.people
                .extend(read.into_iter().filter(|one| one.assessment.is_eligible()));
        }
        if line.is_over() {
            best.all = true;
            best.next_at = readers.next_of(tx, line).await?;
            enough(&best);
            return Ok(best);
        }
        if enough(&best) {
            return Ok(best);
        }
        goal = best.people.len().saturating_mul(2);
    }
}

struct Readers<'a> {
    asking: Asking,
    asked: Asked,
    judge: &'a Judge<'a>,
}

impl Readers<'_> {
    /// Everything about these, judged, in the order given.
    async fn read(
        &self,
        tx: &mut Tx,
        ids: Vec<Uuid>,
        lately: &HashMap<Uuid, Lately>,
    ) -> Result<Vec<Assessed>, DbError> {
        let members = pool::members_with(tx, &self.asking, &ids, lately, &self.asked).await?;
        let assessed = members.into_iter().map(|member| self.judge.assess(member));
        let mut found: HashMap<Uuid, Assessed> = assessed.map(|one| (one.volunteer.0, one)).collect();
        Ok(ids.into_iter().filter_map(|id| found.remove(&id)).collect())
    }

    /// Of those who have enough offers: when the first one who could come otherwise may get another.
    async fn next_of(&self, tx: &mut Tx, line: Line<'_>) -> Result<Option<DateTime<Utc>>, DbError> {
        let mut by_cap: HashMap<u32, Vec<Uuid>> = HashMap::new();
        for (id, cap) in line.capped {
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
            for (one, (at, _)) in self.read(tx, ids, &line.lately).await?.into_iter().zip(batch) {
                if matches!(one.assessment.reasons(), [Reason::OfferCap { .. }]) {
                    return Ok(Some(*at));
                }
            }
        }
        Ok(None)
    }
}
