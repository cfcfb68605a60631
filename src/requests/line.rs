//! Those who come into question, the best first, made out as far down as somebody asks.
//!
//! What everybody got and took lately decides their place, and is slow to count. It can only make a place worse. So
//! all are put in order as if there were nothing, and it is counted of those in front, until no place behind them
//! can be better any more.

use std::collections::{BTreeMap, HashMap, VecDeque};

use uuid::Uuid;

use super::judge::Judge;
use crate::{
    database::{DbError, Tx},
    matching::Place,
    pool::{self, Asking, Lately, Listed},
};

/// Of so many it is counted at first, at least; then of twice as many, and so on.
const BATCH: usize = 12;

pub(super) struct Line<'a> {
    judge: &'a Judge<'a>,
    asking: Asking,
    /// With the best place they could have; the best in front.
    possible: VecDeque<(Place, Listed)>,
    /// With the place they have.
    known: BTreeMap<Place, Uuid>,
    /// Of everybody in front.
    pub lately: HashMap<Uuid, Lately>,
    batch: usize,
    /// Who has got as many offers as they may, with how many that is.
    pub capped: Vec<(Uuid, u32)>,
}

impl<'a> Line<'a> {
    pub fn new(judge: &'a Judge<'a>, asking: Asking, listed: Vec<Listed>) -> Self {
        let mut possible: Vec<(Place, Listed)> = listed
            .into_iter()
            .filter_map(|mut one| Some((judge.best_place(&mut one)?, one)))
            .collect();
        possible.sort_unstable_by_key(|(place, _)| *place);
        Self {
            judge,
            asking,
            possible: possible.into(),
            known: BTreeMap::new(),
            lately: HashMap::new(),
            batch: BATCH,
            capped: Vec::new(),
        }
    }

    pub fn is_over(&self) -> bool {
        self.possible.is_empty() && self.known.is_empty()
    }

    /// The next ones, the best first: `enough`, and up to `some` if they are known anyway; fewer only at the end.
    pub async fn next(&mut self, tx: &mut Tx, enough: usize, some: usize) -> Result<Vec<Uuid>, DbError> {
        while self.certain() < enough && !self.possible.is_empty() {
            let missing = enough - self.certain();
            self.count(tx, missing.max(self.batch)).await?;
            self.batch *= 2;
        }
        let many = self.certain().min(enough.max(some));
        Ok((0..many)
            .filter_map(|_| self.known.pop_first())
            .map(|(_, id)| id)
            .collect())
    }

    /// So many are known to stand before everybody else.
    fn certain(&self) -> usize {
        match self.possible.front() {
            Some((best, _)) if self.judge.knows_the_best() => self.known.range(..best).count(),
            Some(_) => 0,
            None => self.known.len(),
        }
    }

    async fn count(&mut self, tx: &mut Tx, many: usize) -> Result<(), DbError> {
        let batch: Vec<Listed> = self
            .possible
            .drain(..many.min(self.possible.len()))
            .map(|(_, one)| one)
            .collect();
        let ids = batch.iter().map(|one| one.candidate.id);
        self.lately.extend(pool::lately(tx, &self.asking, ids).await?);
        for Listed { mut candidate, seen } in batch {
            let Some(lately) = self.lately.get(&candidate.id) else {
                continue;
            };
            lately.tell(&mut candidate);
            let cap = self.judge.cap(&candidate);
            if candidate.offers_last_7_days >= cap {
                self.capped.push((candidate.id, cap));
            } else if let Some(place) = self.judge.place(&mut candidate, seen) {
                self.known.insert(place, candidate.id);
            }
        }
        Ok(())
    }
}
