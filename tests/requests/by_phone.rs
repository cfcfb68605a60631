//! What was said on the phone and entered by a coordinator: yes, no, and "I cannot come after all".

use sprachpool::{
    act::Actor,
    q,
    requests::{
        AssignmentId, RequestId, Status,
        assignments::{self, GiveBackError, GivenBack},
        offers,
        store::OfferState,
    },
};

use super::by_hand::{WHY, assign};
use crate::support::pool::{Options, Pool, at, each_pool};

async fn release(pool: &Pool, request: RequestId, assignment: AssignmentId) -> Result<(), GiveBackError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    assignments::release(&mut tx, &act, &rules, request, assignment).await?;
    Ok(pool.app.commit(tx).await?)
}

#[tokio::test]
async fn a_no_and_a_yes_by_phone_count_like_those_by_link() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let cora = pool.app.act(Actor::Person(pool.who.cora));
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
        let no = pool.offer_to(request, pool.who.basir).await.id;
        offers::decline(&mut tx, &cora, no).await.expect("a no");
        let yes = pool.offer_to(request, pool.who.amina).await.id;
        offers::accept(&mut tx, &cora, &rules, &pool.app.keys, yes, None)
            .await
            .expect("a yes");
        pool.app.commit(tx).await.expect("it commits");
        pool.work().await;
        assert_eq!(pool.offer_to(request, pool.who.basir).await.state, OfferState::Declined);
        assert_eq!(
            pool.request(request).await.status(pool.app.clock.now()),
            Status::Confirmed
        );
        let by = q!(
            "SELECT COUNT(*) FROM audit WHERE actor = 'person' AND person_id = $1
               AND action IN ('offer_accepted', 'offer_declined')",
            pool.who.cora
        );
        assert_eq!(pool.count(by).await, 2);
    })
    .await;
}

#[tokio::test]
async fn s32_inside_the_lock_the_phone_gives_back_and_the_search_begins_again() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let offer = pool.offer_to(request, pool.who.amina).await.id;
        let held = pool.accept(offer).await.expect("she comes").assignment;
        pool.app.clock.set(at(3, 16, 7, 30));
        assert_eq!(pool.give_back(held).await.expect("heard"), GivenBack::CallTheDesk);
        assert_eq!(pool.tasks().await.len(), 1);
        let foreign = pool.file(&pool.wanted()).await.id;
        assert!(matches!(
            release(pool, foreign, held).await,
            Err(GiveBackError::NotFound)
        ));
        release(pool, request, held).await.expect("she called");
        assert!(matches!(release(pool, request, held).await, Err(GiveBackError::Ended)));
        let kinds: Vec<_> = pool.tasks().await.into_iter().map(|task| task.kind).collect();
        assert!(!kinds.contains(&"withdrawal_in_lock".to_owned()), "{kinds:?}");
        pool.work().await;
        let now = pool.request(request).await;
        assert_eq!(now.search.as_ref().map(|search| search.round), Some(2));
        assert!(now.search.is_some_and(|search| search.after_withdrawal));
        assert_eq!(pool.sent("search_restarted"), 1, "the Kita is told");
        assert_eq!(pool.sent("assignment_given_back"), 1);
        let basir = pool.offer_to(request, pool.who.basir).await;
        assert_eq!(basir.state, OfferState::Sent, "he is asked at once");
    })
    .await;
}

#[tokio::test]
async fn after_the_start_nothing_is_given_back() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let held = assign(pool, request, pool.who.amina, None)
            .await
            .expect("she comes")
            .assignment;
        pool.app.clock.set(at(3, 16, 9, 0));
        assert!(matches!(release(pool, request, held).await, Err(GiveBackError::Over)));
        let late = assign(pool, request, pool.who.basir, Some(WHY)).await;
        assert!(late.is_err(), "{late:?}");
    })
    .await;
}
