//! Judging those whom SQL left in gives what judging everybody gives.

use chrono::{DateTime, Duration, Utc};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use sprachpool::{
    database::Tx,
    matching::{Assessment, Reason, ranked},
    q,
    requests::{
        Request, best,
        candidates::{self, Assessed},
    },
    settings::Rules,
};

use super::world::{self, Case};
use crate::support::pool::{Options, Pool, each_pool};

const CASES: usize = 40;
/// Pools in which everybody was lost for another reason would prove nothing.
const ENOUGH: usize = 40;

#[tokio::test]
async fn nobody_who_can_is_lost_and_the_best_are_the_same() {
    each_pool(Options::default, async |pool| {
        let request = pool.file(&pool.wanted()).await.id;
        let request = pool.request(request).await;
        let mut others = Vec::new();
        for _ in 0..7 {
            let other = pool.file(&pool.wanted()).await.id;
            others.push(pool.request(other).await);
        }
        // The same cases each time.
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[27; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let mut found = 0;
        for number in 0..CASES {
            let case = world::case().new_tree(&mut runner).expect("a case").current();
            found += holds(pool, &case, &request, &others, number).await;
        }
        assert!(found >= ENOUGH, "only {found} people could");
    })
    .await;
}

/// How many can.
async fn holds(pool: &Pool, case: &Case, request: &Request, others: &[Request], number: usize) -> usize {
    let mut tx = pool.app.db.begin().await.expect("it begins");
    world::write(&mut tx, pool, case, request, others).await;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let rules = Rules::clone(&rules).with_numbers(|numbers| numbers.travel_max_minutes = case.usual_travel);
    let wanted = world::wanted(case, request);
    let now = pool.app.clock.now();

    let everybody = candidates::assess_all(&mut tx, &rules, &wanted, now)
        .await
        .expect("it reads");
    let expected = in_order(&everybody);
    let narrowed = candidates::assess_speakers(&mut tx, &rules, &wanted, now)
        .await
        .expect("it reads");
    assert_eq!(expected, in_order(&narrowed), "case {number}: {case:#?}");
    let next_at = next_at(&mut tx, &everybody).await;
    for enough in [1, 3, usize::MAX] {
        let best = best(&mut tx, &rules, &wanted, now, |found| found.people.len() >= enough)
            .await
            .expect("it reads");
        let found: Vec<_> = best.people.iter().map(|one| one.assessment.clone()).collect();
        assert!(
            expected.starts_with(&found),
            "case {number}, the best {enough}: {case:#?}"
        );
        assert!(
            found.len() >= enough.min(expected.len()),
            "case {number}: only {} of {enough}",
            found.len()
        );
        assert!(
            !best.all || found.len() == expected.len(),
            "case {number}: they are not all"
        );
        let next_at = next_at.filter(|_| best.all);
        assert_eq!(best.next_at, next_at, "case {number}: {case:#?}");
    }
    tx.rollback().await.expect("it ends");
    expected.len()
}

fn in_order(assessed: &[Assessed]) -> Vec<Assessment> {
    let order = ranked(assessed.iter().map(|one| &one.assessment));
    order.into_iter().cloned().collect()
}

/// As slowly as it can be said.
async fn next_at(tx: &mut Tx, everybody: &[Assessed]) -> Option<DateTime<Utc>> {
    let mut soonest = None;
    for one in everybody {
        let [Reason::OfferCap { cap }] = one.assessment.reasons() else {
            continue;
        };
        let mut sent: Vec<DateTime<Utc>> = q!(
            "SELECT sent_at FROM offer WHERE volunteer_id = $1 AND sent_at IS NOT NULL",
            one.volunteer
        )
        .all::<(DateTime<Utc>,)>(tx)
        .await
        .expect("it reads")
        .into_iter()
        .map(|(at,)| at)
        .collect();
        sent.sort_unstable();
        if let Some(at) = (*cap as usize)
            .checked_sub(1)
            .and_then(|before| sent.iter().rev().nth(before))
        {
            let free = *at + Duration::days(7);
            soonest = Some(soonest.map_or(free, |soonest: DateTime<Utc>| soonest.min(free)));
        }
    }
    soonest
}
