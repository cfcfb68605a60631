//! Chased twice, then a task; never at night.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::{Duration, Timelike};
use chrono_tz::Europe::Berlin;
use sprachpool::{mail::memory::KeptMail, proofs::State, q, requests::assignments};

use super::{days_pass, held, mails, on_the_day, open_tasks, over};
use crate::support::{
    databases::each_engine,
    invariants,
    scene::{AMINA, KITA, accepts, ask, call_off, service, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn a_silent_volunteer_is_reminded_twice_and_then_it_is_a_task() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        days_pass(&site, 1).await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 0);
        days_pass(&site, 1).await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 1);
        days_pass(&site, 3).await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 2);
        assert!(open_tasks(&site).await.is_empty());
        days_pass(&site, 4).await;
        assert_eq!(open_tasks(&site).await, ["proof_missing"]);
        days_pass(&site, 20).await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 2);
        assert_eq!(open_tasks(&site).await, ["proof_missing"]);
        invariants::hold(&site.app.db, site.app.clock.now()).await;

        // She answers after all: the task is settled, and now it is the Kita's turn.
        over.amina_says(&site, &held("9:00", "10:00")).await;
        assert!(open_tasks(&site).await.is_empty());
        days_pass(&site, 10).await;
        assert_eq!(mails(&site, KITA, "proof_confirm_reminder"), 2);
        assert_eq!(open_tasks(&site).await, ["proof_missing"]);
        let kita = site.signed_in(KITA).await;
        over.kita_says(&site, &kita, &[("outcome", "agree")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(open_tasks(&site).await.is_empty());
        assert_eq!(over.state(&site).await, State::Done);
    })
    .await;
}

/// Of the kinds that wait until the morning.
fn woken(site: &Site) -> Vec<Arc<KeptMail>> {
    let waiting = [
        "proof_asked",
        "proof_reminder",
        "proof_to_confirm",
        "proof_confirm_reminder",
    ];
    let mut all = site.mailbox.to(AMINA);
    all.extend(site.mailbox.to(KITA));
    all.retain(|mail| waiting.contains(&mail.kind));
    all
}

#[tokio::test]
async fn nobody_is_asked_or_reminded_at_night() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        // Said shortly before midnight: the Kita hears of it in the morning, and is reminded by day.
        site.app.clock.advance(on_the_day(23, 30) - site.app.clock.now());
        over.amina_says(&site, &held("9:00", "10:00")).await;
        assert_eq!(mails(&site, KITA, "proof_to_confirm"), 0);
        days_pass(&site, 10).await;
        assert_eq!(mails(&site, KITA, "proof_to_confirm"), 1);
        assert_eq!(mails(&site, KITA, "proof_confirm_reminder"), 2);
        let mails = woken(&site);
        assert_eq!(mails.len(), 4);
        for mail in mails {
            let hour = mail.at.with_timezone(&Berlin).hour();
            assert!((7..21).contains(&hour), "{} at {}", mail.kind, mail.at);
        }
    })
    .await;
}

#[tokio::test]
async fn however_late_the_service_is_two_reminders_never_come_at_once() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        over(&site).await;
        site.app.clock.advance(Duration::days(8));
        site.work().await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 1);
        days_pass(&site, 2).await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 1);
        days_pass(&site, 1).await;
        assert_eq!(mails(&site, AMINA, "proof_reminder"), 2);
        assert!(open_tasks(&site).await.is_empty());
        days_pass(&site, 4).await;
        assert_eq!(open_tasks(&site).await, ["proof_missing"]);
    })
    .await;
}

#[tokio::test]
async fn what_was_called_off_or_given_back_is_never_asked_about() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cancelled = ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        call_off(&site, cancelled).await;
        let given_back = ask(&site, vec![slot("2027-03-17", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        let assignment = super::assignment_of(&site, given_back).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        assignments::give_back(&mut tx, &service(&site), &rules, assignment)
            .await
            .expect("early enough");
        site.app.commit(tx).await.expect("it commits");
        let mut tx = site.app.db.read().await.expect("it reads");
        let timers = q!("SELECT COUNT(*) FROM timer WHERE kind = 'proof'")
            .one::<(i64,)>(&mut tx)
            .await;
        assert_eq!(timers.expect("it counts").0, 0);
        tx.commit().await.expect("it ends");
        site.app.clock.advance(Duration::days(20));
        site.work().await;
        assert_eq!(mails(&site, AMINA, "proof_asked"), 0);
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}
