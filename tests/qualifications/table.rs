//! The coordinator's table says what matching would say, whoever and whenever.

use std::collections::HashMap;

use chrono::Days;
use rand::{Rng, SeedableRng, rngs::StdRng};
use sprachpool::{
    matching::Reason,
    qualifications::{self, holders},
    requests::{self, candidates},
};

use super::world::*;
use crate::support::{
    databases::each_engine,
    people::asker,
    scene::{ask_for, slot},
    site::Site,
};

const PEOPLE: usize = 25;
const SEEDS: [u64; 2] = [36, 2027];

#[tokio::test]
async fn who_may_work_where_is_what_matching_says() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let rules = rules(&site).await;
        for seed in SEEDS {
            let mut chance = StdRng::seed_from_u64(seed);
            for number in 0..PEOPLE {
                let kinds: Vec<_> = rules.qualifications().iter().map(|kind| kind.code.clone()).collect();
                let year = chance.random_range(1960..1980);
                let id = newcomer(&site, &format!("Azizi {seed} {number}"), |new| {
                    new.birth_year = chance.random_bool(0.9).then_some(year);
                    new.qualifications.retain(|_| chance.random_bool(0.6));
                    for kind in &kinds {
                        if chance.random_bool(0.4) {
                            let mut more = shown(kind, "2026-01-15", None, None);
                            more.valid_until = Some(day("2027-03-10") + Days::new(chance.random_range(0..12)));
                            new.qualifications.push(more);
                        }
                    }
                })
                .await;
                if chance.random_bool(0.3) {
                    let kind = &kinds[chance.random_range(0..kinds.len())];
                    revoke_kind(&site, id, kind).await;
                }
                if chance.random_bool(0.1) {
                    pause(&site, id).await;
                }
            }
        }
        let mut compared: HashMap<bool, usize> = HashMap::new();
        for (number, sector) in rules.sectors().iter().enumerate() {
            let mut tx = site.app.db.begin().await.expect("it begins");
            let email = format!("desk@place{number}.example");
            let (name, contact) = (format!("Haus {number}"), format!("Jana Vogt {number}"));
            let place = asker(&mut tx, &cora(&site), (&name, &sector.code, &contact, &email, "51")).await;
            tx.commit().await.expect("it commits");
            for date in ["2027-03-10", "2027-03-15", "2027-03-22"] {
                let request = ask_for(&site, place, vec![slot(date, "09:00", "10:00")]).await;
                let mut tx = site.app.db.read().await.expect("it begins");
                let request = requests::store::get(&mut tx, request)
                    .await
                    .expect("it reads")
                    .expect("it is there");
                let assessed = candidates::assess_all(&mut tx, &rules, &request, site.app.clock.now())
                    .await
                    .expect("it assesses");
                let people = holders(&mut tx).await.expect("it reads");
                assert_eq!(people.len(), assessed.len());
                for one in assessed {
                    let reasons = one.assessment.reasons();
                    let lacking: Vec<_> = reasons
                        .iter()
                        .filter_map(|reason| match reason {
                            Reason::Qualification { kind, problem } => Some((kind.clone(), *problem)),
                            _ => None,
                        })
                        .collect();
                    let holder = people
                        .iter()
                        .find(|holder| holder.volunteer == one.volunteer)
                        .expect("they are there");
                    let problems = holder.problems(&rules, &sector.code, day(date));
                    assert_eq!(problems, lacking, "{}, {}, {date}", one.name, sector.code);
                    let may = holder.may_work(&rules, &sector.code, day(date));
                    assert_eq!(may, lacking.is_empty());
                    *compared.entry(may).or_default() += 1;
                }
            }
        }
        // Both answers were met often.
        assert!(compared[&true] > 100 && compared[&false] > 100, "{compared:?}");
        let mut tx = site.app.db.read().await.expect("it begins");
        let found = qualifications::problems_of(&mut tx, &rules, site.who.amina, "kita", day("2027-03-16")).await;
        assert_eq!(found.expect("it reads"), []);
    })
    .await;
}
