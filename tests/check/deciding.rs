//! The queue itself: approve, refuse, ask back, and what happens when nobody does.

use chrono::Duration;
use sprachpool::{
    act::Actor,
    q,
    requests::{
        self, CloseReason, OpeningState, Status,
        assignments::{AssignError, ByHand, assign},
        check::{self, CheckError},
    },
    timers,
};

use super::{answer, approve, ask, doubtful, refuse, status};
use crate::support::pool::{Options, Pool, at, each_pool};

async fn has_task(pool: &Pool) -> bool {
    pool.tasks().await.iter().any(|task| task.kind == "request_check")
}

#[tokio::test]
async fn what_is_doubtful_waits_and_nobody_is_asked() {
    each_pool(Options::default, async |pool| {
        let id = doubtful(pool).await;
        let request = pool.request(id).await;
        let Status::Checking { heard_by, asked: false } = status(pool, &request) else {
            panic!("{:?}", status(pool, &request));
        };
        // Filed on Monday at 9:12: one working day.
        assert_eq!(heard_by, at(3, 9, 9, 0));
        assert!(request.search.is_none() && pool.offers(id).await.is_empty());
        let tasks = pool.tasks().await;
        assert_eq!(tasks.len(), 1);
        assert_eq!((tasks[0].kind.as_str(), tasks[0].due_at), ("request_check", heard_by));
        let receipt = &pool.mails.all()[0];
        assert_eq!(receipt.kind, "request_received");
        let words: Vec<_> = receipt.text.split_whitespace().collect();
        assert!(
            words.join(" ").contains("Wir prüfen zuerst, ob wir"),
            "{}",
            receipt.text
        );
        assert!(receipt.text.contains("Dienstag, 9. März, 9:00 Uhr"), "{}", receipt.text);
        // Not by hand either, and no other way around it.
        let (slot, amina) = (request.slots[0].id, pool.who.amina);
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
        let act = pool.app.act(Actor::Person(pool.who.cora));
        let wish = ByHand {
            request: id,
            volunteer: amina,
            slot,
            why: None,
        };
        let assigned = assign(&mut tx, &act, &rules, &pool.app.keys, &wish).await;
        assert!(matches!(assigned, Err(AssignError::Over)), "{assigned:?}");
        let closed = requests::close(&mut tx, &act, id, CloseReason::NobodyCan, "").await;
        assert!(closed.is_err());
        let changed = requests::change_search(&mut tx, &act, &rules, id, &requests::Change::default()).await;
        assert!(changed.is_err());
    })
    .await;
}

#[tokio::test]
async fn approved_it_is_searched_for_as_if_filed_now() {
    each_pool(Options::default, async |pool| {
        let id = doubtful(pool).await;
        pool.later(Duration::hours(5)).await;
        approve(pool, id).await.expect("it waits");
        pool.work().await;
        let request = pool.request(id).await;
        assert!(matches!(status(pool, &request), Status::Searching { .. }));
        let search = request.search.expect("it runs");
        assert_eq!(search.started_at, pool.app.clock.now());
        assert!(search.deadline < request.slots[0].starts_at);
        assert_eq!(pool.offers(id).await.len(), 2);
        assert_eq!(pool.sent("check_approved"), 1);
        assert!(!has_task(pool).await);
        // A colleague presses the same button, or another one.
        assert!(matches!(approve(pool, id).await, Err(CheckError::NotOpen)));
        assert!(matches!(refuse(pool, id, "Nein").await, Err(CheckError::NotOpen)));
    })
    .await;
}

#[tokio::test]
async fn refused_it_is_neither_unfilled_nor_cancelled() {
    each_pool(Options::default, async |pool| {
        let id = doubtful(pool).await;
        refuse(
            pool,
            id,
            "Es geht um das Sorgerecht.\nBitte fragen Sie vereidigte Dolmetscher*innen.",
        )
        .await
        .expect("it waits");
        pool.work().await;
        let request = pool.request(id).await;
        assert_eq!(status(pool, &request), Status::Refused);
        assert!(
            request
                .openings
                .iter()
                .all(|opening| opening.state == OpeningState::Cancelled)
        );
        let mail = pool
            .mails
            .all()
            .into_iter()
            .find(|mail| mail.kind == "check_refused")
            .expect("it is mailed");
        assert!(mail.text.contains("Es geht um das Sorgerecht."), "{}", mail.text);
        assert!(!has_task(pool).await);
        let mut tx = pool.app.db.read().await.expect("it reads");
        let period = sprachpool::statistics::extent(&mut tx)
            .await
            .expect("it reads")
            .expect("a request");
        let filter = sprachpool::statistics::Filter {
            period,
            language: None,
            sector: None,
            district: None,
            institution: None,
        };
        let outcomes = sprachpool::statistics::read(&mut tx, &filter).await.expect("it reads");
        let figures = outcomes[0].figures();
        assert_eq!(
            (figures.refused, figures.unfilled, figures.cancelled_by_pool),
            (1, 0, 0)
        );
        let open = requests::open_of_institution(&mut tx, pool.who.kita.institution, pool.app.clock.now()).await;
        assert_eq!(open.expect("it reads"), 0, "it keeps nobody from retiring");
        drop(tx);
        assert!(matches!(pool.cancel(id).await, Err(requests::CancelError::Over)));
    })
    .await;
}

#[tokio::test]
async fn a_question_leaves_the_queue_and_the_answer_comes_back() {
    each_pool(Options::default, async |pool| {
        let id = doubtful(pool).await;
        ask(pool, id, "Geht es um das Sorgerecht?").await.expect("it waits");
        pool.work().await;
        assert!(!has_task(pool).await);
        let request = pool.request(id).await;
        assert!(matches!(status(pool, &request), Status::Checking { asked: true, .. }));
        let mail = pool
            .mails
            .all()
            .into_iter()
            .find(|mail| mail.kind == "check_question")
            .expect("it is mailed");
        assert!(mail.text.contains("Geht es um das Sorgerecht?"), "{}", mail.text);
        assert!(
            mail.text.contains(&format!("https://sprachpool.example/requests/{id}")),
            "{}",
            mail.text
        );
        assert!(matches!(ask(pool, id, "Und?").await, Err(CheckError::Asked)));

        pool.later(Duration::hours(3)).await;
        answer(pool, id, "Nein, um einen Kita-Platz.")
            .await
            .expect("it was asked");
        assert!(has_task(pool).await);
        let request = pool.request(id).await;
        assert!(matches!(status(pool, &request), Status::Checking { asked: false, .. }));
        assert!(matches!(answer(pool, id, "Noch etwas").await, Err(CheckError::NotOpen)));
        let mut tx = pool.app.db.read().await.expect("it reads");
        let questions = check::questions(&mut tx, id).await.expect("it reads");
        assert_eq!(questions[0].answer.as_deref(), Some("Nein, um einen Kita-Platz."));
        drop(tx);
        approve(pool, id).await.expect("it waits");
    })
    .await;
}

#[tokio::test]
async fn a_question_that_nobody_answers_becomes_a_task() {
    each_pool(Options::default, async |pool| {
        let id = doubtful(pool).await;
        ask(pool, id, "Worum geht es?").await.expect("it waits");
        pool.pass_until(at(3, 9, 12, 0)).await;
        let tasks = pool.tasks().await;
        let task = tasks
            .iter()
            .find(|task| task.kind == "request_check")
            .expect("it is back");
        assert!(task.params.contains("no_answer"), "{}", task.params);
        assert!(task.due_at <= pool.app.clock.now());
        refuse(pool, id, "Ohne Antwort können wir nicht helfen.")
            .await
            .expect("a person may still decide");
    })
    .await;
}

#[tokio::test]
async fn a_near_appointment_makes_the_task_urgent_and_then_it_is_too_late() {
    each_pool(Options::default, async |pool| {
        // Monday 9:12 for Tuesday 9:00: half of the waking hours is less than a working day.
        let mut new = pool.wanted();
        new.topic = "youth_office".to_owned();
        new.slots = vec![crate::support::pool::slot(9, "09:00", "10:00")];
        let id = pool.file(&new).await.id;
        pool.work().await;
        let request = pool.request(id).await;
        let Status::Checking { heard_by, .. } = status(pool, &request) else {
            panic!("{:?}", status(pool, &request));
        };
        assert!(heard_by < at(3, 8, 17, 0), "{heard_by}");
        pool.pass_until(at(3, 8, 20, 0)).await;
        let tasks = pool.tasks().await;
        let task = tasks
            .iter()
            .find(|task| task.kind == "request_check")
            .expect("it waits");
        assert!(
            task.due_at <= pool.app.clock.now() && task.params.contains("late"),
            "{task:?}"
        );
        // Somebody marks it as done without deciding: the check still has its timer.
        let mut tx = pool.app.db.read().await.expect("it reads");
        let due = timers::due_of(&mut tx, timers::Kind::RequestCheck, id.0)
            .await
            .expect("it reads");
        assert_eq!(due, Some(at(3, 9, 9, 0)));
        drop(tx);
        pool.pass_until(at(3, 9, 9, 30)).await;
        let request = pool.request(id).await;
        assert!(request.is_closed(), "nobody decided");
        assert_eq!(pool.sent("request_closed"), 1);
        let mail = pool
            .mails
            .all()
            .into_iter()
            .find(|mail| mail.kind == "request_closed")
            .expect("it is mailed");
        assert!(mail.text.contains("nicht rechtzeitig geprüft"), "{}", mail.text);
        assert!(has_task(pool).await, "somebody calls");
        assert!(matches!(approve(pool, id).await, Err(CheckError::NotOpen)));
    })
    .await;
}

#[tokio::test]
async fn the_institution_can_call_it_off_while_it_is_checked() {
    each_pool(Options::default, async |pool| {
        for asked in [false, true] {
            let id = doubtful(pool).await;
            if asked {
                ask(pool, id, "Worum geht es?").await.expect("it waits");
            }
            pool.cancel(id).await.expect("it stands");
            pool.work().await;
            assert!(!has_task(pool).await);
            assert_eq!(status(pool, &pool.request(id).await), Status::Cancelled);
            assert!(matches!(approve(pool, id).await, Err(CheckError::NotOpen)));
        }
        let held = pool.count(q!("SELECT COUNT(*) FROM assignment")).await;
        assert_eq!(held, 0);
    })
    .await;
}

#[tokio::test]
async fn two_coordinators_decide_at_the_same_moment_and_one_of_them_wins() {
    each_pool(Options::default, async |pool| {
        let id = doubtful(pool).await;
        let (yes, no) = tokio::join!(approve(pool, id), refuse(pool, id, "Das geht nicht."));
        assert!(yes.is_ok() != no.is_ok(), "{yes:?} {no:?}");
        pool.work().await;
        assert_eq!(pool.sent("check_approved") + pool.sent("check_refused"), 1);
    })
    .await;
}
