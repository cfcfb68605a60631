//! The choice: by a coordinator, or by the service when nobody has made it.

use chrono::Duration;
use sprachpool::{
    q,
    requests::{Status, picks::ChooseError, store::OfferState},
};

use super::{against, assign, choose, coming, kinds_of_tasks, more, newest_offer, says_yes, to_pick, willing};
use crate::support::pool::{Options, each_pool, slot};

#[tokio::test]
async fn the_chosen_one_comes_and_the_other_hears_that_the_time_is_free() {
    each_pool(more(1), async |pool| {
        let request = to_pick(pool, 3).await;
        let (amina, basir) = (pool.who.amina, pool.who.basir);
        let hers = says_yes(pool, request, amina).await;
        let his = says_yes(pool, request, basir).await;
        choose(pool, request, his).await.expect("he is willing");
        pool.work().await;
        assert_eq!(coming(pool, request).await, [basir]);
        assert_eq!(
            pool.request(request).await.status(pool.app.clock.now()),
            Status::Confirmed
        );
        assert_eq!(pool.sent("assignment_confirmed"), 1);
        assert_eq!(pool.sent("request_confirmed"), 1);
        assert_eq!(pool.sent("hold_ended"), 1, "Amina; who had not answered gets nothing");
        assert_eq!(pool.sent("offer_cancelled"), 0);
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
        let by = q!(
            "SELECT COUNT(*) FROM audit WHERE action = 'offer_chosen' AND person_id = $1",
            pool.who.cora
        );
        assert_eq!(pool.count(by).await, 1);
        // Twice the same is done once; the other one comes too late.
        assert!(choose(pool, request, his).await.expect("done before").already);
        assert!(matches!(choose(pool, request, hers).await, Err(ChooseError::Taken)));
        let other = pool.asked().await;
        assert_eq!(against(pool, other, amina).await, []);
    })
    .await;
}

#[tokio::test]
async fn only_a_yes_can_be_chosen_and_only_of_this_request() {
    each_pool(Options::default, async |pool| {
        let request = to_pick(pool, 3).await;
        let silent = newest_offer(pool, request, pool.who.basir).await;
        assert!(matches!(
            choose(pool, request, silent).await,
            Err(ChooseError::NotWilling)
        ));
        let hers = says_yes(pool, request, pool.who.amina).await;
        let other = pool.asked().await;
        assert!(matches!(choose(pool, other, hers).await, Err(ChooseError::NotFound)));
        pool.decline(hers).await.expect("back");
        assert!(matches!(
            choose(pool, request, hers).await,
            Err(ChooseError::NotWilling)
        ));
        assert_eq!(coming(pool, request).await, []);
    })
    .await;
}

#[tokio::test]
async fn who_is_away_by_then_cannot_be_chosen() {
    each_pool(Options::default, async |pool| {
        let request = to_pick(pool, 3).await;
        let hers = says_yes(pool, request, pool.who.amina).await;
        let mut tx = pool.app.db.begin().await.expect("it begins");
        q!(
            "INSERT INTO absence (id, volunteer_id, from_date, until_date) VALUES ($1, $2, '2027-03-16', '2027-03-17')",
            pool.app.act(sprachpool::act::Actor::Service).uuid(),
            pool.who.amina
        )
        .execute(&mut tx)
        .await
        .expect("it writes");
        tx.commit().await.expect("it commits");
        let refused = choose(pool, request, hers).await;
        assert!(matches!(refused, Err(ChooseError::NoLongerPossible(_))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn if_nobody_chooses_the_best_is_booked_and_the_trail_says_so() {
    each_pool(more(1), async |pool| {
        let request = to_pick(pool, 3).await;
        for volunteer in pool.offers(request).await.iter().map(|offer| offer.volunteer) {
            says_yes(pool, request, volunteer).await;
        }
        let deadline = pool.request(request).await.search.expect("it runs").deadline;
        pool.pass_until(deadline - Duration::minutes(1)).await;
        assert_eq!(coming(pool, request).await, []);
        assert_eq!(kinds_of_tasks(pool).await, ["choose"]);
        pool.work_at(deadline + Duration::minutes(1)).await;
        assert_eq!(coming(pool, request).await.len(), 1);
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
        let late = q!("SELECT COUNT(*) FROM audit WHERE action = 'offer_chosen_late' AND actor = 'service'");
        assert_eq!(pool.count(late).await, 1);
        assert_eq!((pool.sent("assignment_confirmed"), pool.sent("hold_ended")), (1, 2));
        assert_eq!(pool.sent("nobody_found"), 0);
    })
    .await;
}

#[tokio::test]
async fn with_fewer_willing_than_places_a_person_hears_of_the_rest() {
    each_pool(Options::default, async |pool| {
        let mut new = pool.wanted();
        new.openings = 2;
        let request = pool.file(&new).await.id;
        super::change(pool, request, &super::own(sprachpool::dispatch::Policy::Pick { k: 3 }))
            .await
            .expect("it is open");
        pool.work().await;
        says_yes(pool, request, pool.who.amina).await;
        let deadline = pool.request(request).await.search.expect("it runs").deadline;
        pool.work_at(deadline + Duration::minutes(1)).await;
        assert_eq!(coming(pool, request).await, [pool.who.amina]);
        assert_eq!(kinds_of_tasks(pool).await, ["nobody_found"]);
    })
    .await;
}

#[tokio::test]
async fn two_places_are_picked_one_by_one_and_the_first_fixes_the_date() {
    each_pool(more(2), async |pool| {
        let mut new = pool.wanted();
        new.openings = 2;
        new.slots = vec![slot(16, "09:00", "10:00"), slot(17, "09:00", "10:00")];
        let request = pool.file(&new).await.id;
        super::change(pool, request, &super::own(sprachpool::dispatch::Policy::Pick { k: 4 }))
            .await
            .expect("it is open");
        pool.work().await;
        let offers = pool.offers(request).await;
        let slots: Vec<_> = pool.request(request).await.slots.iter().map(|slot| slot.id).collect();
        assert_eq!((offers.len(), slots.len()), (4, 2));
        for (number, offer) in offers.iter().enumerate().take(3) {
            let slot = slots[usize::from(number == 2)];
            super::says_yes_to(pool, offer.id, Some(slot))
                .await
                .expect("it is open");
        }
        choose(pool, request, offers[0].id).await.expect("the first");
        pool.work().await;
        assert_eq!(pool.sent("hold_ended"), 1, "the other day is off");
        assert_eq!(willing(pool, request).await, [offers[1].volunteer]);
        assert_eq!(kinds_of_tasks(pool).await, ["choose"]);
        choose(pool, request, offers[1].id).await.expect("the second");
        pool.work().await;
        assert_eq!(coming(pool, request).await.len(), 2);
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
        assert!(matches!(
            choose(pool, request, offers[3].id).await,
            Err(ChooseError::Taken)
        ));
    })
    .await;
}

#[tokio::test]
async fn assigned_by_hand_the_willing_hear_it_too() {
    each_pool(more(1), async |pool| {
        let request = to_pick(pool, 3).await;
        says_yes(pool, request, pool.who.amina).await;
        says_yes(pool, request, pool.who.basir).await;
        assign(pool, request, pool.who.basir).await;
        pool.work().await;
        assert_eq!(coming(pool, request).await, [pool.who.basir]);
        assert_eq!(pool.sent("hold_ended"), 1);
        let hers = newest_offer(pool, request, pool.who.amina).await;
        let offers = pool.offers(request).await;
        let hers = offers.iter().find(|offer| offer.id == hers).expect("hers");
        assert_eq!(hers.state, OfferState::Closed);
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
    })
    .await;
}
