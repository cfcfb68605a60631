//! Whatever came of the requests: the lines of any table add up to its total.

use chrono::{Duration, NaiveDate, TimeZone, Utc};
use proptest::{collection::vec, prelude::*};
use sprachpool::{
    institutions::InstitutionId,
    requests::RequestId,
    statistics::{Cancelled, Figures, Grouping, Month, Outcome, Period, table},
};
use uuid::Uuid;

fn outcome() -> impl Strategy<Value = Outcome> {
    let place = prop_oneof![Just("open"), Just("filled"), Just("unfilled"), Just("cancelled")];
    let cancelled = prop_oneof![
        Just(None),
        Just(Some(Cancelled::ByInstitution)),
        Just(Some(Cancelled::ByPool))
    ];
    let codes = (0..3_u128, 0..4_usize, 0..3_usize, 0..5_usize);
    let counts = (0..500_i64, 0..500_i64, 0..4_i64, 0..4_i64, 0..30_i64, 0..90_i64);
    (codes, 0..400_i64, vec(place, 0..4), cancelled, counts).prop_map(|(codes, day, places, cancelled, counts)| {
        let filed_at = Utc.with_ymd_and_hms(2027, 1, 1, 9, 0, 0).single().expect("it exists");
        let accepted = |hours: i64| filed_at + Duration::hours(hours);
        let filled = places.iter().filter(|place| **place == "filled").count() as i64;
        Outcome {
            request: RequestId(Uuid::nil()),
            institution: InstitutionId(Uuid::from_u128(codes.0)),
            sector: format!("sector{}", codes.1),
            district: format!("{}", codes.2),
            language: format!("l{}", codes.3),
            date: NaiveDate::from_ymd_opt(2027, 1, 1).expect("a day") + Duration::days(day),
            filed_at,
            cancelled,
            refused: false,
            places: places.into_iter().map(str::to_owned).collect(),
            accepted: (0..filled).map(|number| accepted(counts.5 + number)).collect(),
            planned_minutes: counts.0,
            real_minutes: counts.1,
            refilled: counts.2,
            not_refilled: counts.3,
            offers_sent: counts.4,
        }
    })
}

proptest! {
    #[test]
    fn lines_add_up_to_the_total_and_places_to_what_came_of_them(outcomes in vec(outcome(), 0..60)) {
        let period = Period {
            from: Month::parse("2027-01").expect("a month"),
            to: Month::parse("2028-12").expect("a month"),
        };
        let sorted = |mut figures: Figures| {
            figures.seconds_to_fill.sort_unstable();
            figures
        };
        let mut totals = Vec::new();
        for by in Grouping::ALL {
            let table = table(&outcomes, by, period);
            let mut sum = Figures::default();
            for line in &table.lines {
                sum.add(&line.figures);
            }
            prop_assert_eq!(sorted(sum), sorted(table.total.clone()));
            totals.push(sorted(table.total));
        }
        prop_assert!(totals.windows(2).all(|pair| pair[0] == pair[1]));
        let total = &totals[0];
        prop_assert_eq!(total.requests, outcomes.len() as i64);
        prop_assert_eq!(
            total.places,
            total.filled + total.unfilled + total.cancelled_by_institution + total.cancelled_by_pool + total.open
        );
        prop_assert_eq!(total.requests_filled, total.seconds_to_fill.len() as i64);
        // Half of them took no longer than the median, half no less.
        if let Some(median) = total.median_seconds() {
            let half = total.seconds_to_fill.len().div_ceil(2);
            let below = total.seconds_to_fill.iter().filter(|time| **time <= median + 1).count();
            let above = total.seconds_to_fill.iter().filter(|time| **time >= median).count();
            prop_assert!(below >= half && above >= half);
        }
    }
}
