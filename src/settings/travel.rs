use std::collections::{BTreeMap, HashMap};

use super::{Borough, District, TravelByBorough, TravelPair};

/// Minutes from district to district.
#[derive(Clone, Debug)]
pub(super) struct Travel {
    pub by_borough: TravelByBorough,
    pairs: HashMap<(String, String), i64>,
}

impl Travel {
    pub fn new(by_borough: TravelByBorough, pairs: impl IntoIterator<Item = TravelPair>) -> Self {
        let pairs = pairs
            .into_iter()
            .map(|pair| (in_order(&pair.from, &pair.to), pair.minutes))
            .collect();
        Self { by_borough, pairs }
    }

    /// Districts that stand in pairs.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.pairs.keys().flat_map(|(from, to)| [from.as_str(), to.as_str()])
    }

    /// A district that nobody knows is as far as it gets.
    pub fn minutes(
        &self,
        from: &str,
        to: &str,
        districts: &BTreeMap<String, District>,
        boroughs: &BTreeMap<String, Borough>,
    ) -> i64 {
        if let Some(minutes) = self.pairs.get(&in_order(from, to)) {
            return *minutes;
        }
        if from == to {
            return self.by_borough.same_district;
        }
        let (Some(from), Some(to)) = (districts.get(from), districts.get(to)) else {
            return self.by_borough.across;
        };
        let touches = |a: &str, b: &str| boroughs.get(a).is_some_and(|it| it.neighbours.iter().any(|n| n == b));
        if from.borough == to.borough {
            self.by_borough.same_borough
        } else if touches(&from.borough, &to.borough) || touches(&to.borough, &from.borough) {
            self.by_borough.neighbouring_borough
        } else {
            self.by_borough.across
        }
    }
}

fn in_order(a: &str, b: &str) -> (String, String) {
    if a <= b {
        (a.to_owned(), b.to_owned())
    } else {
        (b.to_owned(), a.to_owned())
    }
}
