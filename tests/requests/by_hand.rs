//! What a coordinator decides after a phone call: S3's override, and what nobody may override.

use std::sync::Arc;

use chrono::NaiveDate;
use sprachpool::{
    act::{Act, Actor},
    app::App,
    matching::{Absence, Gender, GenderWish, Mode, Reason},
    q,
    requests::{
        RequestId, Status,
        assignments::{self, AssignError, ByHand},
        offers::Accepted,
        store::OfferState,
    },
    volunteers::{self, NewVolunteer, VolunteerId},
};
use tokio::task::JoinSet;

use crate::support::{
    people,
    pool::{Options, Pool, at, each_pool, slot, wanted},
};

pub const WHY: &str = "Ich habe mit ihr gesprochen, sie nimmt das Rad.";

pub async fn assign(
    pool: &Pool,
    request: RequestId,
    volunteer: VolunteerId,
    why: Option<&str>,
) -> Result<Accepted, AssignError> {
    let slot = pool.request(request).await.slots[0].id;
    let wish = ByHand {
        request,
        volunteer,
        slot,
        why: why.map(str::to_owned),
    };
    by_cora(&pool.app, pool.who.cora, &wish).await
}

async fn by_cora(app: &App, cora: sprachpool::people::PersonId, wish: &ByHand) -> Result<Accepted, AssignError> {
    let mut tx = app.db.begin().await?;
    let rules = app.rules(&mut tx).await.expect("the rules are whole");
    let act = app.act(Actor::Person(cora));
    let done = assignments::assign(&mut tx, &act, &rules, &app.keys, wish).await?;
    app.commit(tx).await?;
    Ok(done)
}

fn codes(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(Reason::code).collect()
}

async fn a_volunteer(pool: &Pool, name: &str, change: impl FnOnce(&mut NewVolunteer)) -> VolunteerId {
    let mut new = people::amina();
    new.name = name.parse().expect("a name");
    new.email = format!("{}@post.example", name.to_lowercase().replace(' ', "."))
        .parse()
        .expect("an address");
    change(&mut new);
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let made = people::volunteer(&mut tx, &pool.app.act(Actor::Command), &new).await;
    tx.commit().await.expect("it commits");
    made
}

async fn with_verb<E: std::fmt::Debug>(
    pool: &Pool,
    verb: impl AsyncFnOnce(&mut sprachpool::database::Tx, &Act<'_>) -> Result<bool, E>,
) {
    let mut tx = pool.app.db.begin().await.expect("it begins");
    verb(&mut tx, &pool.app.act(Actor::Command)).await.expect("it is done");
    tx.commit().await.expect("it commits");
}

#[tokio::test]
async fn s3_refused_by_link_cora_overrides_with_a_reason_and_it_is_logged() {
    each_pool(Options::default, async |pool| {
        let held = pool
            .file(&wanted(&pool.app, pool.who.kita, (16, "09:30", "10:30")))
            .await;
        let other = pool
            .file(&wanted(&pool.app, pool.who.klinik, (16, "10:45", "11:45")))
            .await;
        pool.work().await;
        let offer = pool.offer_to(other.id, pool.who.amina).await.id;
        pool.accept(pool.offer_to(held.id, pool.who.amina).await.id)
            .await
            .expect("she comes");
        assert!(pool.accept(offer).await.is_err(), "15 minutes, 30 needed");
        // Nothing in writing, or only spaces: nothing happens.
        for why in [None, Some(""), Some("  ")] {
            match assign(pool, other.id, pool.who.amina, why).await {
                Err(AssignError::NeedsReason(reasons)) => assert_eq!(codes(&reasons), ["buffer"]),
                answer => panic!("{answer:?}"),
            }
        }
        let done = assign(pool, other.id, pool.who.amina, Some(WHY))
            .await
            .expect("assigned");
        assert!(!done.already);
        let again = assign(pool, other.id, pool.who.amina, Some(WHY)).await.expect("known");
        assert_eq!((again.assignment, again.already), (done.assignment, true));
        pool.work().await;
        assert_eq!(
            pool.request(other.id).await.status(pool.app.clock.now()),
            Status::Confirmed
        );
        assert_eq!(
            pool.offer_to(other.id, pool.who.amina).await.state,
            OfferState::Accepted
        );
        assert_eq!(pool.sent("assignment_confirmed"), 2, "she hears it in writing");
        assert_eq!(pool.sent("request_confirmed"), 2, "and so does the Klinik");
        let logged = q!(
            "SELECT COUNT(*) FROM assignment WHERE id = $1 AND assigned_by = $2 AND overridden = '[\"buffer\"]'
               AND override_reason = $3",
            done.assignment,
            pool.who.cora,
            WHY
        );
        assert_eq!(pool.count(logged).await, 1);
        let trail = q!(
            "SELECT COUNT(*) FROM audit WHERE action = 'assignment_made' AND person_id = $1 AND object_id = $2
               AND params LIKE '%buffer%' AND params NOT LIKE '%gesprochen%'",
            pool.who.cora,
            other.id
        );
        assert_eq!(pool.count(trail).await, 1, "the words may hold names: codes only");
    })
    .await;
}

#[tokio::test]
async fn nobody_found_then_somebody_says_yes_on_the_phone() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        for volunteer in [pool.who.amina, pool.who.basir] {
            pool.decline(pool.offer_to(request, volunteer).await.id)
                .await
                .expect("a no");
        }
        pool.work().await;
        assert_eq!(pool.tasks().await[0].kind, "nobody_found");
        match assign(pool, request, pool.who.basir, None).await {
            Err(AssignError::NeedsReason(reasons)) => assert_eq!(codes(&reasons), ["declined"]),
            answer => panic!("{answer:?}"),
        }
        assign(pool, request, pool.who.basir, Some("Er kann nun doch."))
            .await
            .expect("assigned");
        assert!(pool.tasks().await.is_empty(), "nothing is left to do");
        assert_eq!(
            pool.request(request).await.status(pool.app.clock.now()),
            Status::Confirmed
        );
        let taken = assign(pool, request, pool.who.amina, Some(WHY)).await;
        assert!(matches!(taken, Err(AssignError::Taken)), "{taken:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_fits_or_was_only_asked_needs_no_reason() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let done = assign(pool, request, pool.who.amina, Some("Überflüssig"))
            .await
            .expect("she fits");
        let plain = q!(
            "SELECT COUNT(*) FROM assignment WHERE id = $1 AND overridden = '[]' AND override_reason IS NULL",
            done.assignment
        );
        assert_eq!(pool.count(plain).await, 1);
        // Cancelled: nobody is assigned any more.
        pool.cancel(request).await.expect("it is cancelled");
        let over = assign(pool, request, pool.who.basir, None).await;
        assert!(matches!(over, Err(AssignError::Over)), "{over:?}");
        let nobody = VolunteerId(pool.app.ids.uuid(pool.app.clock.now()));
        let open = pool.asked().await;
        let unknown = assign(pool, open, nobody, None).await;
        assert!(matches!(unknown, Err(AssignError::NotFound)), "{unknown:?}");
        let other_date = ByHand {
            request: open,
            volunteer: pool.who.amina,
            slot: pool.request(request).await.slots[0].id,
            why: None,
        };
        let foreign = by_cora(&pool.app, pool.who.cora, &other_date).await;
        assert!(matches!(foreign, Err(AssignError::NotFound)), "{foreign:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_a_fact_or_a_right_nobody_overrides() {
    each_pool(Options::default, async |pool| {
        let mut new = pool.wanted();
        new.gender = GenderWish::Required(Gender::Female);
        let request = pool.file(&new).await.id;
        let refused = async |volunteer: VolunteerId, code: &str| match assign(pool, request, volunteer, Some(WHY)).await
        {
            Err(AssignError::Refused(reasons)) => assert!(codes(&reasons).contains(&code), "{code}: {reasons:?}"),
            answer => panic!("{code}: {answer:?}"),
        };
        refused(pool.who.basir, "gender").await;
        let stranger = a_volunteer(pool, "Fatou Sow", |new| new.languages[0].language = "wo".into()).await;
        refused(stranger, "language").await;
        let missing = a_volunteer(pool, "Laila Azizi", |new| new.qualifications.clear()).await;
        refused(missing, "qualification").await;
        let expired = a_volunteer(pool, "Mina Karimi", |new| {
            new.qualifications[3].valid_until = NaiveDate::from_ymd_opt(2027, 3, 15);
        })
        .await;
        refused(expired, "qualification").await;
        let banned = a_volunteer(pool, "Zahra Amiri", |_| {}).await;
        let kita = pool.who.kita.institution;
        with_verb(pool, async |tx, act| {
            volunteers::ban(tx, act, kita, banned, "").await.map(|_| true)
        })
        .await;
        refused(banned, "banned").await;
        let left = a_volunteer(pool, "Parwin Sadat", |_| {}).await;
        with_verb(pool, async |tx, act| volunteers::retire(tx, act, left).await).await;
        refused(left, "retired").await;
        let busy = pool.asked().await;
        assign(pool, busy, pool.who.amina, None).await.expect("she fits");
        refused(pool.who.amina, "busy").await;
        // Past: one date of two has begun.
        let mut new = pool.wanted();
        new.slots = vec![slot(8, "12:00", "13:00"), slot(17, "14:00", "15:00")];
        let two = pool.file(&new).await.id;
        pool.app.clock.set(at(3, 8, 12, 0));
        match assign(pool, two, pool.who.amina, Some(WHY)).await {
            Err(AssignError::Refused(reasons)) => assert!(codes(&reasons).contains(&"past")),
            answer => panic!("{answer:?}"),
        }
        let none = q!("SELECT COUNT(*) FROM assignment WHERE request_id <> $1", busy);
        assert_eq!(pool.count(none).await, 0);
    })
    .await;
}

#[tokio::test]
async fn wishes_and_rules_of_thumb_may_be_overridden() {
    each_pool(Options::default, async |pool| {
        let day = |day| NaiveDate::from_ymd_opt(2027, 3, day).expect("a day");
        let people = [
            (
                "travel",
                a_volunteer(pool, "Eins Weit", |new| {
                    new.home_district = Some("98".into());
                    new.max_travel_minutes = Some(5);
                })
                .await,
            ),
            (
                "district",
                a_volunteer(pool, "Zwei Fern", |new| new.districts = vec!["98".into()]).await,
            ),
            (
                "availability",
                a_volunteer(pool, "Drei Frei", |new| new.availability.clear()).await,
            ),
            (
                "absence",
                a_volunteer(pool, "Vier Fort", |new| {
                    new.absences = vec![Absence {
                        from: day(15),
                        until: day(17),
                    }];
                })
                .await,
            ),
            (
                "weekly_cap",
                a_volunteer(pool, "Fuenf Voll", |new| new.weekly_cap = Some(0)).await,
            ),
            (
                "sector",
                a_volunteer(pool, "Sechs Feld", |new| new.sectors = vec!["health".into()]).await,
            ),
            (
                "mode",
                a_volunteer(pool, "Sieben Ruf", |new| new.modes = vec![Mode::Phone]).await,
            ),
        ];
        for (code, volunteer) in people {
            let request = pool.file(&pool.wanted()).await.id;
            match assign(pool, request, volunteer, None).await {
                Err(AssignError::NeedsReason(reasons)) => assert!(codes(&reasons).contains(&code), "{reasons:?}"),
                answer => panic!("{code}: {answer:?}"),
            }
            assign(pool, request, volunteer, Some(WHY))
                .await
                .unwrap_or_else(|why| panic!("{code}: {why}"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_at_once_by_hand_and_by_link_and_nobody_is_booked_twice() {
    let options = || Options {
        numbers: &[("weekly_offer_cap", 500)],
        ..Options::default()
    };
    each_pool(options, async |pool| {
        let requests = pool.file_and_ask(100).await;
        let start = Arc::new(tokio::sync::Barrier::new(200));
        let mut tasks = JoinSet::new();
        for request in requests {
            let offer = pool.offer_to(request, pool.who.amina).await.id;
            let (app, line) = (pool.app.clone(), start.clone());
            tasks.spawn(async move {
                line.wait().await;
                crate::support::pool::accept(&app, offer, None)
                    .await
                    .is_ok_and(|done| !done.already)
            });
            let wish = ByHand {
                request,
                volunteer: pool.who.amina,
                slot: pool.request(request).await.slots[0].id,
                why: Some(WHY.to_owned()),
            };
            let (app, line, cora) = (pool.app.clone(), start.clone(), pool.who.cora);
            tasks.spawn(async move {
                line.wait().await;
                match by_cora(&app, cora, &wish).await {
                    Ok(done) => !done.already,
                    Err(AssignError::Refused(_) | AssignError::Taken) => false,
                    Err(other) => panic!("a loser read something else: {other:?}"),
                }
            });
        }
        let won = tasks.join_all().await.into_iter().filter(|won| *won).count();
        assert_eq!(won, 1);
    })
    .await;
}
