//! Small changes of a request that may help. Every one of them makes a request that could be filed.

use chrono::{DateTime, Days, Duration, Utc};

use crate::{
    matching::{Gender, GenderWish, Mode},
    requests::{NewRequest, NewSlot, check_own_slot},
    settings::Rules,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The same day, a little earlier or later.
    Time(NewSlot),
    Mode(Mode),
    /// Preferred, where it was required.
    Preferred(Gender),
    /// A neighbour that the pool's table knows, and does not use by itself.
    Language(String),
    /// Another day at the same time.
    Date(NewSlot),
}

/// Minutes later than wished, the smallest first.
const SHIFTS: [i64; 4] = [30, -30, 60, -60];
/// Days later than wished.
const LATER: [u64; 9] = [1, 2, 3, 4, 5, 6, 7, 14, 21];
/// How far from the wished time any change goes.
pub(super) const FURTHEST: (Duration, Duration) = (Duration::hours(1), Duration::days(22));

impl Change {
    pub fn applied(&self, new: &NewRequest) -> NewRequest {
        let mut changed = new.clone();
        match self {
            Self::Time(slot) | Self::Date(slot) => {
                if let Some(first) = changed.slots.first_mut() {
                    *first = *slot;
                }
            }
            Self::Mode(mode) => changed.mode = *mode,
            Self::Preferred(gender) => changed.gender = GenderWish::Preferred(*gender),
            Self::Language(language) => changed.language.clone_from(language),
        }
        changed
    }
}

/// By kind; in each kind the smallest change first.
pub fn changes(rules: &Rules, new: &NewRequest, now: DateTime<Utc>) -> Vec<Vec<Change>> {
    let modes = [Mode::Video, Mode::Phone].into_iter();
    let signed = rules.language(&new.language).is_some_and(|language| language.signed);
    let gender = match new.gender {
        GenderWish::Required(gender) => vec![Change::Preferred(gender)],
        GenderWish::None | GenderWish::Preferred(_) => Vec::new(),
    };
    let neighbours = rules.all_neighbours().iter();
    vec![
        times(rules, new, now),
        modes
            .filter(|mode| *mode != new.mode && !(signed && *mode == Mode::Phone))
            .map(Change::Mode)
            .collect(),
        gender,
        neighbours
            .filter(|row| row.from == new.language && !row.used)
            .filter(|row| {
                rules
                    .language(&row.to)
                    .is_some_and(|language| !language.signed || new.mode != Mode::Phone)
            })
            .map(|row| Change::Language(row.to.clone()))
            .collect(),
        dates(rules, new, now),
    ]
}

fn times(rules: &Rules, new: &NewRequest, now: DateTime<Utc>) -> Vec<Change> {
    let Some(wished) = new.slots.first() else {
        return Vec::new();
    };
    let shifted = SHIFTS.into_iter().filter_map(|minutes| {
        let by = Duration::minutes(minutes);
        let (start, over) = wished.start.overflowing_add_signed(by);
        let (end, over_end) = wished.end.overflowing_add_signed(by);
        let slot = NewSlot { start, end, ..*wished };
        (over == 0 && over_end == 0).then_some(slot)
    });
    possible(shifted, rules, new, now).map(Change::Time).collect()
}

fn dates(rules: &Rules, new: &NewRequest, now: DateTime<Utc>) -> Vec<Change> {
    let Some(wished) = new.slots.first() else {
        return Vec::new();
    };
    let any_day = !rules.is_working_day(wished.date);
    let later = LATER.into_iter().filter_map(|days| {
        let date = wished.date.checked_add_days(Days::new(days))?;
        (any_day || rules.is_working_day(date)).then_some(NewSlot { date, ..*wished })
    });
    possible(later, rules, new, now).map(Change::Date).collect()
}

/// Those that the form would take, and that are not wished for already.
fn possible<'a>(
    slots: impl Iterator<Item = NewSlot> + 'a,
    rules: &'a Rules,
    new: &'a NewRequest,
    now: DateTime<Utc>,
) -> impl Iterator<Item = NewSlot> + 'a {
    slots.filter(move |slot| !new.slots.contains(slot) && check_own_slot(rules, slot, now).is_ok())
}
