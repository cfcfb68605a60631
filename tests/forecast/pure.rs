use proptest::prelude::*;
use sprachpool::forecast::*;

const S: Settings = Settings::DEFAULT;

fn chance(pool: &Pool, person: Seen, hours: f64, recent: u32) -> u32 {
    pool.chance_milli(&S, person, pool.exposure(&S, hours, recent))
}

/// Asked so often, a week ahead and with no other offer lately.
fn asked(pool: &mut Pool, person: &mut Seen, answers: &[Answer]) {
    for answer in answers {
        let exposure = pool.exposure(&S, 200.0, 0);
        pool.learn(&S, person, exposure, *answer);
    }
}

#[test]
fn a_newcomer_counts_as_the_pools_average() {
    let pool = Pool::default();
    assert_eq!(chance(&pool, Seen::default(), 400.0, 0), 350);
    assert_eq!(
        chance(&pool, Seen::default(), 3.0, 0),
        140,
        "for today people are harder to find"
    );
    assert_eq!(
        chance(&pool, Seen::default(), 400.0, 6),
        210,
        "and with six other offers"
    );
}

#[test]
fn each_answer_moves_a_person_away_from_it_and_silence_as_much_as_a_no() {
    let after = |answers: &[Answer]| {
        let (mut pool, mut person) = (Pool::default(), Seen::default());
        asked(&mut pool, &mut person, answers);
        chance(&Pool::default(), person, 400.0, 0)
    };
    let silence = Answer::Silence { waking_hours: 30.0 };
    assert!(after(&[Answer::Yes]) > 350 && after(&[Answer::No]) < 350);
    assert_eq!(after(&[Answer::No]), after(&[silence]));
    assert!(after(&[Answer::Yes; 10]) > after(&[Answer::Yes]));
    assert!(
        after(&[Answer::Silence { waking_hours: 0.5 }]) > after(&[silence]),
        "hardly had time to answer"
    );
}

#[test]
fn the_pool_learns_what_the_time_ahead_leaves() {
    let mut pool = Pool::default();
    let mut people = vec![Seen::default(); 50];
    for person in &mut people {
        for (hours, answer) in [(3.0, Answer::No), (400.0, Answer::Yes), (400.0, Answer::No)] {
            let exposure = pool.exposure(&S, hours, 0);
            pool.learn(&S, person, exposure, answer);
        }
    }
    assert!(
        pool.lead_factor(&S, 0) < 0.35,
        "started at 0.4: {}",
        pool.lead_factor(&S, 0)
    );
    assert!(pool.lead_factor(&S, 5) > 1.0);
    assert_eq!(
        pool.lead_factor(&S, 2),
        Pool::default().lead_factor(&S, 2),
        "nothing was seen there"
    );
}

#[test]
fn every_hour_and_every_number_of_offers_has_its_class() {
    assert_eq!(
        [0.0, 5.9, 6.0, 24.0, 335.9, 336.0, 9999.0].map(lead_class),
        [0, 0, 1, 2, 4, 5, 5]
    );
    assert_eq!(lead_hours(0), (0.0, Some(6.0)));
    assert_eq!(lead_hours(LEADS - 1), (336.0, None));
    assert_eq!([0, 5, 6, 60].map(recent_class), [0, 5, 6, RECENTS - 1]);
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Yes),
        Just(Answer::No),
        (0.0..100.0f64).prop_map(|waking_hours| Answer::Silence { waking_hours }),
    ]
}

proptest! {
    #[test]
    fn a_chance_is_never_nothing_and_never_certain(
        history in prop::collection::vec((0.0..500.0f64, 0..9u32, answer()), 0..200),
        hours in -5.0..5000.0f64,
        recent in 0..20u32,
    ) {
        let (mut pool, mut person) = (Pool::default(), Seen::default());
        for (hours, recent, answer) in history {
            let exposure = pool.exposure(&S, hours, recent);
            pool.learn(&S, &mut person, exposure, answer);
            prop_assert!(person.yes >= 0 && person.exposure_milli >= 0);
        }
        prop_assert!((10..=950).contains(&chance(&pool, person, hours, recent)));
    }
}
