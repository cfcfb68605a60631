//! Pages of a list that go on after a row and not at a number. Pure.

/// Where a page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Position<K> {
    #[default]
    Start,
    /// After the last row of the page before.
    After(K),
    /// Before the first row of the page after.
    Before(K),
}

#[derive(Clone, Debug)]
pub struct Paged<R, K> {
    pub rows: Vec<R>,
    /// The next page goes on after this one.
    pub next: Option<K>,
    /// The page before ends before this one.
    pub previous: Option<K>,
}

/// A page of a whole list that is in its order; `before` says which of two keys comes first.
pub fn cut<R, K>(
    rows: Vec<R>,
    at: &Position<K>,
    page: usize,
    key: impl Fn(&R) -> K,
    before: impl Fn(&K, &K) -> bool,
) -> Paged<R, K> {
    let all = rows.len();
    let start = match at {
        Position::Start => 0,
        Position::After(last) => rows.iter().filter(|row| !before(last, &key(row))).count(),
        Position::Before(first) => {
            let end = rows.iter().filter(|row| before(&key(row), first)).count();
            end.saturating_sub(page)
        }
    };
    let rows: Vec<R> = rows.into_iter().skip(start).take(page).collect();
    Paged {
        next: rows.last().filter(|_| start + rows.len() < all).map(&key),
        previous: rows.first().filter(|_| start > 0).map(&key),
        rows,
    }
}

/// A page of rows that were read one after the other, backwards if it lies before a row, and one more than fit if
/// there are more. `unfinished`: nobody looked further than there.
pub fn followed<R, K>(
    mut rows: Vec<R>,
    at: &Position<K>,
    page: usize,
    key: impl Fn(&R) -> K,
    unfinished: Option<K>,
) -> Paged<R, K> {
    let more = rows.len() > page;
    rows.truncate(page);
    let onwards = if more { rows.last().map(&key) } else { unfinished };
    match at {
        Position::Before(_) => {
            rows.reverse();
            Paged {
                next: rows.last().map(&key),
                previous: onwards,
                rows,
            }
        }
        Position::After(_) | Position::Start => Paged {
            next: onwards,
            previous: rows.first().filter(|_| matches!(at, Position::After(_))).map(&key),
            rows,
        },
    }
}
