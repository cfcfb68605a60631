//! A way of asking for one request only, and a coordinator who picks among those who say yes.

mod ending;
mod holding;
mod pages;
mod picking;
mod race;
mod way;

use sprachpool::{
    act::Actor,
    dispatch::Policy,
    matching::Reason,
    requests::{
        self, Asking, Change, OfferId, RequestId, SlotId, assignments,
        offers::{self, AcceptError, Accepted, Yes},
        picks::{self, ChooseError},
    },
    volunteers::VolunteerId,
};

use crate::support::pool::{Options, Pool};

pub const WHY: &str = "Die Familie vertraut nur wenigen.";

pub fn more(speakers: usize) -> impl Fn() -> Options {
    move || Options {
        more_speakers: speakers,
        ..Options::default()
    }
}

pub fn own(policy: Policy) -> Change {
    Change {
        asking: Asking::Own {
            policy,
            why: WHY.to_owned(),
        },
        ..Change::default()
    }
}

pub async fn change(pool: &Pool, request: RequestId, change: &Change) -> Result<(), requests::ChangeError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    requests::change_search(&mut tx, &act, &rules, request, change).await?;
    pool.app.commit(tx).await?;
    Ok(())
}

/// The usual request, for which a coordinator picks among `k`: filed, and the first ones asked.
pub async fn to_pick(pool: &Pool, k: u32) -> RequestId {
    let request = pool.file(&pool.wanted()).await.id;
    change(pool, request, &own(Policy::Pick { k }))
        .await
        .expect("it is open");
    pool.work().await;
    request
}

pub async fn says_yes_to(pool: &Pool, offer: OfferId, slot: Option<SlotId>) -> Result<Yes, AcceptError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Service);
    let yes = offers::accept(&mut tx, &act, &rules, &pool.app.keys, offer, slot).await?;
    pool.app.commit(tx).await?;
    Ok(yes)
}

/// By the link of the newest offer.
pub async fn says_yes(pool: &Pool, request: RequestId, volunteer: VolunteerId) -> OfferId {
    let offer = newest_offer(pool, request, volunteer).await;
    let yes = says_yes_to(pool, offer, None).await.expect("it is open");
    assert_eq!(yes, Yes::Held);
    offer
}

pub async fn newest_offer(pool: &Pool, request: RequestId, volunteer: VolunteerId) -> OfferId {
    let offers = pool.offers(request).await;
    let mut theirs = offers.iter().rev().filter(|offer| offer.volunteer == volunteer);
    theirs.next().expect("an offer").id
}

pub async fn choose(pool: &Pool, request: RequestId, offer: OfferId) -> Result<Accepted, ChooseError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    let chosen = picks::choose(&mut tx, &act, &rules, &pool.app.keys, request, offer).await?;
    pool.app.commit(tx).await?;
    Ok(chosen)
}

/// Who comes.
pub async fn coming(pool: &Pool, request: RequestId) -> Vec<VolunteerId> {
    let request = pool.request(request).await;
    request.assignments.iter().map(|held| held.volunteer).collect()
}

/// Who has said yes and waits.
pub async fn willing(pool: &Pool, request: RequestId) -> Vec<VolunteerId> {
    let offers = pool.offers(request).await;
    offers
        .iter()
        .filter(|offer| offer.is_willing())
        .map(|offer| offer.volunteer)
        .collect()
}

pub async fn kinds_of_tasks(pool: &Pool) -> Vec<String> {
    pool.tasks().await.into_iter().map(|task| task.kind).collect()
}

/// What speaks against a volunteer for a request, if somebody wanted to assign them.
pub async fn against(pool: &Pool, request: RequestId, volunteer: VolunteerId) -> Vec<Reason> {
    let mut tx = pool.app.db.read().await.expect("it reads");
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let request = requests::store::get(&mut tx, request)
        .await
        .expect("it reads")
        .expect("it is there");
    let slot = request.slots[0].id;
    requests::candidates::against(&mut tx, &rules, &request, volunteer, slot, pool.app.clock.now())
        .await
        .expect("it reads")
        .expect("it can take place")
}

pub async fn assign(pool: &Pool, request: RequestId, volunteer: VolunteerId) {
    let slot = pool.request(request).await.slots[0].id;
    let wish = assignments::ByHand {
        request,
        volunteer,
        slot,
        why: None,
    };
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    assignments::assign(&mut tx, &act, &rules, &pool.app.keys, &wish)
        .await
        .expect("nothing is against it");
    pool.app.commit(tx).await.expect("it commits");
}
