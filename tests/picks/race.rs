//! Many at once.

use std::sync::Arc;

use sprachpool::{
    act::Actor,
    q,
    requests::{
        OfferId, RequestId,
        picks::{self, ChooseError},
    },
};

use super::{coming, kinds_of_tasks, says_yes_to, to_pick};
use crate::support::pool::{Options, Pool, each_pool};

async fn choose_all(pool: &Pool, request: RequestId, offers: Vec<OfferId>) -> Vec<Result<bool, ChooseError>> {
    let cora = pool.who.cora;
    let tasks: Vec<_> = offers
        .into_iter()
        .map(|offer| {
            let app = Arc::clone(&pool.app);
            tokio::spawn(async move {
                let mut tx = app.db.begin().await?;
                let rules = app.rules(&mut tx).await.expect("the rules are whole");
                let act = app.act(Actor::Person(cora));
                let chosen = picks::choose(&mut tx, &act, &rules, &app.keys, request, offer).await?;
                app.commit(tx).await?;
                Ok(chosen.already)
            })
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.expect("it answers"));
    }
    answers
}

fn many() -> Options {
    Options {
        more_speakers: 18,
        ..Options::default()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_choices_at_once_book_one() {
    each_pool(many, async |pool| {
        let request = to_pick(pool, 20).await;
        let offers: Vec<_> = pool.offers(request).await.iter().map(|offer| offer.id).collect();
        assert_eq!(offers.len(), 20);
        for offer in &offers {
            says_yes_to(pool, *offer, None).await.expect("it is open");
        }
        let answers = choose_all(pool, request, offers).await;
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Ok(false))).count(), 1);
        let taken = |answer: &&Result<_, _>| matches!(answer, Err(ChooseError::Taken));
        assert_eq!(answers.iter().filter(taken).count(), 19);
        assert_eq!(coming(pool, request).await.len(), 1);
        pool.work().await;
        assert_eq!((pool.sent("assignment_confirmed"), pool.sent("hold_ended")), (1, 19));
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_choice_twenty_times_is_one() {
    each_pool(Options::default, async |pool| {
        let request = to_pick(pool, 3).await;
        let offer = super::says_yes(pool, request, pool.who.amina).await;
        let answers = choose_all(pool, request, vec![offer; 20]).await;
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Ok(false))).count(), 1);
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Ok(true))).count(), 19);
        assert_eq!(pool.count(q!("SELECT COUNT(*) FROM assignment")).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_yes_for_two_requests_at_the_same_time_holds_one() {
    each_pool(Options::default, async |pool| {
        let (one, two) = (to_pick(pool, 3).await, to_pick(pool, 3).await);
        let mut tasks = Vec::new();
        for request in [one, two] {
            let offer = super::newest_offer(pool, request, pool.who.amina).await;
            let app = Arc::clone(&pool.app);
            tasks.push(tokio::spawn(async move {
                let mut tx = app.db.begin().await.expect("it begins");
                let rules = app.rules(&mut tx).await.expect("the rules are whole");
                let act = app.act(Actor::Service);
                let yes = sprachpool::requests::offers::accept(&mut tx, &act, &rules, &app.keys, offer, None).await;
                if yes.is_ok() {
                    app.commit(tx).await.expect("it commits");
                }
                yes.is_ok()
            }));
        }
        let mut held = 0;
        for task in tasks {
            held += usize::from(task.await.expect("it answers"));
        }
        assert_eq!(held, 1);
    })
    .await;
}
