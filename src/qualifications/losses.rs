//! Who would no longer qualify under other rules: asked before they are changed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Holder, holders, review::OVERRIDDEN};
use crate::{
    database::{DbError, Tx},
    requests::assignments,
    settings::Rules,
    volunteers::VolunteerId,
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// May work today in a sector that they are willing to work in, and could not any more.
    pub volunteers: i64,
    /// Accepted appointments that would be flagged.
    pub appointments: i64,
}

pub async fn losses(tx: &mut Tx, before: &Rules, after: &Rules, now: DateTime<Utc>) -> Result<Losses, DbError> {
    let today = before.local(now).date();
    let mut found = Losses::default();
    let all: HashMap<VolunteerId, Holder> = holders(tx)
        .await?
        .into_iter()
        .map(|holder| (holder.volunteer, holder))
        .collect();
    for holder in all.values() {
        let mut sectors = after.sectors().iter().map(|sector| sector.code.as_str());
        let loses = |sector: &str| {
            holder.is_willing(sector)
                && holder.may_work(before, sector, today)
                && !holder.may_work(after, sector, today)
        };
        found.volunteers += i64::from(sectors.any(loses));
    }
    for one in assignments::standing_of_all(tx, now).await? {
        let Some(holder) = all.get(&one.volunteer) else {
            continue;
        };
        let decided = one.overridden.iter().any(|code| code == OVERRIDDEN);
        let falls =
            holder.may_work(before, &one.sector, one.last_day) && !holder.may_work(after, &one.sector, one.last_day);
        found.appointments += i64::from(falls && !decided);
    }
    Ok(found)
}

/// How many have shown something of that kind.
pub async fn holding(tx: &mut Tx, kind: &str) -> Result<i64, DbError> {
    let all = holders(tx).await?;
    let holding = all
        .iter()
        .filter(|holder| holder.held.iter().any(|held| held.kind == kind));
    Ok(i64::try_from(holding.count()).unwrap_or(i64::MAX))
}
