//! Who stands in the table of qualifications. Of a pool of ordinary size everybody is read and counted; of a very
//! large one only as many as a page needs.

use super::overview::{Filter, columns};
use crate::{
    database::{
        DbError, Tx,
        paging::{self, Paged, Position},
    },
    people::{PersonId, sort_key},
    qualifications::{Holder, Standing, holders, store},
    search::{self, Wish},
    web::Ctx,
};

/// More people than these are not counted on every visit.
const COUNTED: i64 = 2000;
/// So many are read together, and so often, before a page of a large pool gives up and goes on after a link.
const CHUNK: i64 = 200;
const FURTHEST: usize = 10;

/// Where a row stands: names come twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub name_sort: String,
    pub person: PersonId,
}

pub type Fitting = (Holder, Vec<Standing>);

pub struct Seen {
    /// Everybody; none: too many to count.
    pub all: Option<Vec<Holder>>,
    /// How many of them fit the filter.
    pub fitting: usize,
    pub page: Paged<Fitting, Key>,
}

impl Key {
    pub fn parse(text: &str) -> Option<Self> {
        let (id, name_sort) = text.split_once('.')?;
        Some(Self {
            person: id.parse().ok()?,
            name_sort: name_sort.to_owned(),
        })
    }

    pub fn text(&self) -> String {
        format!("{}.{}", self.person, self.name_sort)
    }

    fn of(holder: &Holder) -> Self {
        Self {
            name_sort: sort_key(&holder.name),
            person: holder.person,
        }
    }
}

pub async fn look(ctx: &Ctx, tx: &mut Tx, filter: &Filter, page: usize) -> Result<Seen, DbError> {
    if store::are_more_than(tx, COUNTED).await? {
        return follow(ctx, tx, filter, page).await;
    }
    let mut all = holders(tx).await?;
    all.sort_by_cached_key(Key::of);
    let rows: Vec<Fitting> = all.iter().filter_map(|holder| fits(ctx, filter, holder)).collect();
    Ok(Seen {
        fitting: rows.len(),
        page: paging::cut(rows, &filter.at, page, |(holder, _)| Key::of(holder), |a, b| a < b),
        all: Some(all),
    })
}

async fn follow(ctx: &Ctx, tx: &mut Tx, filter: &Filter, page: usize) -> Result<Seen, DbError> {
    let word = Wish::read_name(&filter.name).range(0);
    let mut from = match &filter.at {
        Position::After(key) => (key.name_sort.clone(), key.person),
        // Backwards is not offered here: the browser goes back.
        Position::Start | Position::Before(_) => (String::new(), PersonId(uuid::Uuid::nil())),
    };
    let mut rows = Vec::new();
    let mut unfinished = None;
    for _ in 0..FURTHEST {
        let chunk = store::holders_after(tx, &from, &word, CHUNK).await?;
        let last = chunk.last().map(Key::of).filter(|_| chunk.len() as i64 == CHUNK);
        rows.extend(chunk.iter().filter_map(|holder| fits(ctx, filter, holder)));
        unfinished = last.clone();
        match last {
            Some(key) if rows.len() <= page => from = (key.name_sort, key.person),
            _ => break,
        }
    }
    let mut page = paging::followed(rows, &filter.at, page, |(holder, _)| Key::of(holder), unfinished);
    page.previous = None;
    Ok(Seen {
        all: None,
        fitting: 0,
        page,
    })
}

/// What stands in this person's row; none: not for this filter.
fn fits(ctx: &Ctx, filter: &Filter, holder: &Holder) -> Option<Fitting> {
    let rules = &*ctx.rules;
    let typed = search::words(&filter.name);
    let own = search::words(&holder.name);
    let named = typed
        .iter()
        .all(|word| own.iter().any(|one| one.starts_with(word.as_str())));
    let called = filter.name.is_empty() || !typed.is_empty();
    let willing = filter.sector.as_deref().is_none_or(|sector| holder.is_willing(sector));
    if !(called && named && willing) {
        return None;
    }
    let sectors: Vec<&str> = match &filter.sector {
        Some(sector) => vec![sector.as_str()],
        None => rules.sectors().iter().map(|sector| sector.code.as_str()).collect(),
    };
    let today = rules.local(ctx.now).date();
    let kinds = columns(ctx, filter);
    let standings = kinds.iter().map(|kind| holder.standing(rules, kind, &sectors, today));
    let standings: Vec<Standing> = standings.collect();
    let attention = standings.iter().any(|standing| standing.needs_attention());
    (attention || !filter.attention).then(|| (holder.clone(), standings))
}
