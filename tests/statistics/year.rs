//! A random year: every cell of every table is what the trail says.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use sprachpool::statistics::{self, Figures, Filter, Grouping, Month, Period};

use super::{recounted::recount, sheet::parsed, world::World};
use crate::support::{
    databases::each_engine,
    people,
    scene::CORA,
    site::{Browser, Site},
};

const SEED: u64 = 20_270_301;

#[tokio::test]
async fn every_figure_is_what_the_trail_says() {
    each_engine(async |db| {
        println!("seed {SEED}");
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        for number in 1..=4 {
            let mut new = people::amina();
            new.name = format!("Nilofar Azizi {number}").parse().expect("a name");
            new.email = format!("azizi{number}@post.example").parse().expect("an address");
            people::volunteer(&mut tx, &crate::support::scene::service(&site), &new).await;
        }
        tx.commit().await.expect("it commits");
        let mut world = World::new(site, SEED);
        world.year().await;

        let month = |text: &str| Month::parse(text).expect("a month");
        let year = Period {
            from: month("2027-03"),
            to: month("2028-03"),
        };
        let spring = Period {
            from: month("2027-04"),
            to: month("2027-05"),
        };
        let cora = world.site.signed_in(CORA).await;
        for by in Grouping::ALL {
            for period in [year, spring] {
                compare(&world, &cora, by, period).await;
            }
        }
        let everything = recount(&world, Grouping::Language, |_| true).await;
        let all = total(&everything);
        assert_eq!(all.requests, world.asked.len() as i64);
        for (what, count) in [
            ("filled", all.filled),
            ("unfilled", all.unfilled),
            ("cancelled by the institution", all.cancelled_by_institution),
            ("cancelled by the pool", all.cancelled_by_pool),
            ("refilled", all.refilled),
            ("real minutes", all.real_minutes),
        ] {
            assert!(count > 0, "nothing was {what} in this year: {all:?}");
        }
    })
    .await;
}

async fn compare(world: &World, cora: &Browser, by: Grouping, period: Period) {
    let expected = recount(world, by, |date| {
        let month = Month::of(date);
        period.from <= month && month <= period.to
    })
    .await;
    let filter = Filter {
        period,
        language: None,
        sector: None,
        district: None,
        institution: None,
    };
    let mut tx = world.site.app.db.read().await.expect("it reads");
    let outcomes = statistics::read(&mut tx, &filter).await.expect("it reads");
    drop(tx);
    let table = statistics::table(&outcomes, by, period);
    let found: BTreeMap<String, Figures> = table
        .lines
        .iter()
        .filter(|line| line.figures.requests > 0)
        .map(|line| (line.key.clone(), sorted(line.figures.clone())))
        .collect();
    let wanted: BTreeMap<_, _> = expected
        .iter()
        .map(|(key, f)| (key.clone(), sorted(f.clone())))
        .collect();
    assert_eq!(found, wanted, "by {by:?}");
    assert_eq!(sorted(table.total.clone()), sorted(total(&expected)), "by {by:?}");
    in_the_sheet(cora, by, period, &total(&expected)).await;
}

/// The last line of the download says the same.
async fn in_the_sheet(cora: &Browser, by: Grouping, period: Period, total: &Figures) {
    let address = format!(
        "/desk/figures.csv?from={}&to={}&by={}",
        period.from,
        period.to,
        by.code()
    );
    let sheet = parsed(&cora.get(&address).await.expect(StatusCode::OK).body);
    let last = sheet.last().expect("a last line");
    // Numbers that the table rounds, by another way.
    let hours = |minutes: i64| format!("{:.1}", (minutes as f64 / 6.0).round() / 10.0).replace('.', ",");
    let mut times = total.seconds_to_fill.clone();
    times.sort_unstable();
    let middle = (times[(times.len() - 1) / 2] + times[times.len() / 2]) as f64 / 2.0;
    let expected = [
        "Gesamt".to_owned(),
        total.requests.to_string(),
        times.len().to_string(),
        total.places.to_string(),
        total.filled.to_string(),
        total.unfilled.to_string(),
        total.cancelled_by_institution.to_string(),
        total.cancelled_by_pool.to_string(),
        total.refused.to_string(),
        total.open.to_string(),
        hours(total.planned_minutes),
        hours(total.real_minutes),
        format!("{:.1}", middle / 3600.0).replace('.', ","),
        format!("{:.1}", total.offers_sent as f64 / times.len() as f64).replace('.', ","),
        total.refilled.to_string(),
        total.not_refilled.to_string(),
    ];
    assert_eq!(*last, expected, "by {by:?}");
}

fn total(lines: &BTreeMap<String, Figures>) -> Figures {
    let mut total = Figures::default();
    lines.values().for_each(|figures| total.add(figures));
    total
}

fn sorted(mut figures: Figures) -> Figures {
    figures.seconds_to_fill.sort_unstable();
    figures
}
