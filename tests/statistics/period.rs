//! Months begin and end on the pool's wall.

use sprachpool::{
    matching::{Mode, Window},
    statistics::{self, Figures, Filter, Month, Period},
};

use super::world::{file, person_of, wish};
use crate::support::{
    databases::each_engine,
    people::{amina, volunteer},
    scene::{offer_link, service, slot},
    site::Site,
};

fn filter(from: &str, to: &str) -> Filter {
    let month = |text| Month::parse(text).expect("a month");
    Filter {
        period: Period {
            from: month(from),
            to: month(to),
        },
        language: None,
        sector: None,
        district: None,
        institution: None,
    }
}

async fn figures(site: &Site, from: &str, to: &str) -> Figures {
    let mut tx = site.app.db.read().await.expect("it reads");
    let outcomes = statistics::read(&mut tx, &filter(from, to)).await.expect("it reads");
    let mut sum = Figures::default();
    outcomes.iter().for_each(|outcome| sum.add(&outcome.figures()));
    sum
}

#[tokio::test]
async fn a_request_belongs_to_the_month_on_the_wall() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.who.kita;
        let by = person_of(&site, kita).await;
        // 31 March 23:30 is 21:30 in UTC, 1 April 00:15 is 31 March 22:15; on 1 March at 00:30 it is still February.
        let days = [
            slot("2027-03-31", "23:30", "23:59"),
            slot("2027-04-01", "00:15", "01:00"),
            slot("2027-12-23", "23:45", "23:59"),
            slot("2028-01-01", "00:15", "00:45"),
            slot("2028-02-29", "23:30", "23:59"),
        ];
        for day in days {
            file(&site, &wish(kita, by, vec![day])).await;
        }
        for (month, requests) in [
            ("2027-03", 1),
            ("2027-04", 1),
            ("2027-12", 1),
            ("2028-01", 1),
            ("2028-02", 1),
            ("2028-03", 0),
        ] {
            assert_eq!(figures(&site, month, month).await.requests, requests, "{month}");
        }
        assert_eq!(figures(&site, "2027-03", "2028-02").await.requests, 5);
        assert_eq!(figures(&site, "2027-04", "2027-12").await.requests, 2);
    })
    .await;
}

#[tokio::test]
async fn the_hour_that_spring_skips_is_no_hour_and_the_accepted_date_counts() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let mut owl = amina();
        owl.name = "Nilofar Azizi".parse().expect("a name");
        owl.email = "nilofar@post.example".parse().expect("an address");
        let time = |text: &str| text.parse().expect("a time");
        owl.availability = (1..=7)
            .map(|weekday| Window {
                weekday,
                from: time("00:00"),
                until: time("23:59"),
            })
            .collect();
        volunteer(&mut tx, &service(&site), &owl).await;
        tx.commit().await.expect("it commits");
        let by = person_of(&site, site.who.kita).await;
        // On 28 March the clocks go from 2 to 3. The first wish is at night in April: only she could come.
        let mut new = wish(
            site.who.kita,
            by,
            vec![
                slot("2027-04-05", "01:00", "02:00"),
                slot("2027-03-28", "01:30", "03:30"),
            ],
        );
        new.mode = Mode::Phone;
        let request = file(&site, &new).await;
        site.work().await;
        assert_eq!(figures(&site, "2027-04", "2027-04").await.requests, 1);
        let link = offer_link(&site, "nilofar@post.example").await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let found = sprachpool::requests::store::get(&mut tx, request)
            .await
            .expect("it reads");
        drop(tx);
        let second = found.expect("it is there").slots[1].id.to_string();
        let browser = site.browser();
        let answer = browser.post(&link, &[("answer", "yes"), ("slot", &second)]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let march = figures(&site, "2027-03", "2027-03").await;
        assert_eq!((march.requests, march.requests_filled), (1, 1));
        assert_eq!(march.planned_minutes, 60, "two hours on the wall, one on the watch");
        assert_eq!(figures(&site, "2027-04", "2027-04").await.requests, 0);
    })
    .await;
}
