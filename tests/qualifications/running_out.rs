//! S36: a clearance valid to 31 March.

use chrono::{Duration, NaiveTime};
use sprachpool::{
    q,
    settings::{self, pool_file},
    tasks::Kind,
    volunteers,
};

use super::world::*;
use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, accepts},
    site::Site,
};

const MAIL: &str = "qualification_runs_out";

/// Amina's clearance ends on 31 March, instead of never.
async fn until_31_march(site: &Site) {
    revoke_kind(site, site.who.amina, "clearance").await;
    let clearance = shown("clearance", "2027-02-15", Some("2027-02-01"), Some("2027-03-31"));
    record(site, site.who.amina, &clearance).await.expect("it can be right");
}

/// Monday, 29 March 2027 is Easter Monday; the pool works all the same.
async fn renewed(site: &Site) {
    let clearance = shown("clearance", "2027-03-01", Some("2027-02-25"), None);
    record(site, site.who.amina, &clearance).await.expect("it can be right");
}

fn mails(site: &Site) -> usize {
    site.mailbox.to(AMINA).iter().filter(|mail| mail.kind == MAIL).count()
}

#[tokio::test]
async fn s36_eligible_for_31_march_but_not_for_1_april() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        until_31_march(&site).await;
        let march = kita_asks(&site, "2027-03-31").await;
        let april = kita_asks(&site, "2027-04-01").await;
        assert_eq!(lacks(&site, march, site.who.amina).await, [""; 0]);
        assert_eq!(lacks(&site, april, site.who.amina).await, ["clearance"]);
        // Asked for March only.
        let offers = q!("SELECT COUNT(*) FROM offer WHERE volunteer_id = $1", site.who.amina);
        assert_eq!(count(&site, offers).await, 1);
        renewed(&site).await;
        assert_eq!(lacks(&site, april, site.who.amina).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn s36_accepted_april_jobs_are_flagged_and_settled_by_a_renewal() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let march = kita_asks(&site, "2027-03-31").await;
        accepts(&site, AMINA).await;
        let april = kita_asks(&site, "2027-04-01").await;
        accepts(&site, AMINA).await;
        assert!(open(&site, Kind::AssignmentUnqualified).await.is_empty());
        until_31_march(&site).await;
        let flags = open(&site, Kind::AssignmentUnqualified).await;
        assert_eq!(flags.len(), 1, "{flags:?}");
        assert_eq!(flags[0].request_id, Some(april));
        assert_ne!(flags[0].request_id, Some(march));
        assert_eq!(flags[0].volunteer_id, Some(site.who.amina));
        assert!(flags[0].assignment_id.is_some());
        assert!(flags[0].due_at < day("2027-04-01").and_time(NaiveTime::MIN).and_utc());
        // The desk says it, on the list and on the request's page.
        let cora = site.signed_in(CORA).await;
        for page in ["/desk".to_owned(), format!("/desk/requests/{april}")] {
            let body = cora.get(&page).await.body;
            assert!(
                body.contains("Nachweis fehlt am Tag selbst: Amina Rahimi"),
                "{page}: {body}"
            );
        }
        renewed(&site).await;
        assert!(open(&site, Kind::AssignmentUnqualified).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_given_back_is_flagged_no_more() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let april = kita_asks(&site, "2027-04-01").await;
        accepts(&site, AMINA).await;
        until_31_march(&site).await;
        assert_eq!(open(&site, Kind::AssignmentUnqualified).await.len(), 1);
        crate::support::scene::call_off(&site, april).await;
        assert!(open(&site, Kind::AssignmentUnqualified).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn four_weeks_before_there_is_a_task_and_one_mail() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        until_31_march(&site).await;
        site.work().await;
        assert!(open(&site, Kind::QualificationRunsOut).await.is_empty());
        // 31 March is four weeks after 3 March, at 8:00 in Münster.
        site.app
            .clock
            .set(day("2027-03-03").and_hms_opt(6, 59, 59).expect("a time").and_utc());
        site.work().await;
        assert!(open(&site, Kind::QualificationRunsOut).await.is_empty());
        assert_eq!(mails(&site), 0);
        site.app.clock.advance(Duration::seconds(1));
        site.work().await;
        let tasks = open(&site, Kind::QualificationRunsOut).await;
        assert_eq!(tasks.len(), 1);
        assert_eq!(tasks[0].volunteer_id, Some(site.who.amina));
        assert_eq!(mails(&site), 1);
        let mail = site
            .mailbox
            .to(AMINA)
            .into_iter()
            .find(|mail| mail.kind == MAIL)
            .expect("it came");
        for words in [
            "Erweitertes Führungszeugnis",
            "31. März 2027",
            "höchstens 3 Monate alt",
            "0251 555 0110",
        ] {
            assert!(mail.text.contains(words), "{words} is missing: {}", mail.text);
        }
        let link = format!("/desk/volunteers/{}/qualifications", site.who.amina);
        let cora = site.signed_in(CORA).await;
        assert!(cora.get("/desk").await.body.contains(&link));

        // Nothing more comes, whatever time passes; the day after is one line in the trail.
        for _ in 0..6 {
            site.app.clock.advance(Duration::days(7));
            site.work().await;
        }
        assert_eq!(mails(&site), 1);
        assert_eq!(open(&site, Kind::QualificationRunsOut).await.len(), 1);
        let ended = q!("SELECT COUNT(*) FROM audit WHERE action = 'qualification_ran_out'");
        assert_eq!(count(&site, ended).await, 1);
        let timers = q!("SELECT COUNT(*) FROM timer WHERE kind = 'qualification_runs_out'");
        assert_eq!(count(&site, timers).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_renewal_settles_the_task_and_nobody_is_told_twice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        until_31_march(&site).await;
        site.app
            .clock
            .set(day("2027-03-05").and_hms_opt(9, 0, 0).expect("a time").and_utc());
        site.work().await;
        assert_eq!(open(&site, Kind::QualificationRunsOut).await.len(), 1);
        renewed(&site).await;
        assert!(open(&site, Kind::QualificationRunsOut).await.is_empty());
        site.app.clock.advance(Duration::days(40));
        site.work().await;
        assert!(open(&site, Kind::QualificationRunsOut).await.is_empty());
        assert_eq!(mails(&site), 1);
        let ended = q!("SELECT COUNT(*) FROM audit WHERE action = 'qualification_ran_out'");
        assert_eq!(count(&site, ended).await, 0);
    })
    .await;
}

#[tokio::test]
async fn of_two_that_end_the_second_takes_the_task_over() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let id = newcomer(&site, "Laila Azizi", |new| new.qualifications = vec![]).await;
        let clearance = shown("clearance", "2027-02-15", Some("2027-02-01"), Some("2027-03-10"));
        let course = shown("yearly_course", "2026-03-20", None, None);
        record(&site, id, &clearance).await.expect("it can be right");
        record(&site, id, &course).await.expect("it can be right");
        site.work().await;
        assert_eq!(open(&site, Kind::QualificationRunsOut).await.len(), 1);
        let newer = shown("clearance", "2027-03-01", Some("2027-02-25"), None);
        record(&site, id, &newer).await.expect("it can be right");
        let tasks = open(&site, Kind::QualificationRunsOut).await;
        assert_eq!(tasks.len(), 1);
        assert!(tasks[0].params.contains("yearly_course"), "{tasks:?}");
        let newer = shown("yearly_course", "2027-03-01", None, None);
        record(&site, id, &newer).await.expect("it can be right");
        assert!(open(&site, Kind::QualificationRunsOut).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_has_left_or_shown_something_newer_hears_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        until_31_march(&site).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        volunteers::retire(&mut tx, &cora(&site), site.who.amina)
            .await
            .expect("she leaves");
        site.app.commit(tx).await.expect("it commits");
        // Basir's old course ends, and a newer one goes on.
        let old = shown("yearly_course", "2026-03-10", None, None);
        record(&site, site.who.basir, &old).await.expect("it can be right");
        site.app.clock.advance(Duration::days(20));
        site.work().await;
        assert!(open(&site, Kind::QualificationRunsOut).await.is_empty());
        assert!(!site.mailbox.all().iter().any(|mail| mail.kind == MAIL));
    })
    .await;
}

/// New rules ask for something that Amina has not shown.
#[tokio::test]
async fn rules_that_ask_for_more_flag_what_was_accepted() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        revoke_kind(&site, site.who.amina, "psychosocial").await;
        let request = kita_asks(&site, "2027-03-16").await;
        accepts(&site, AMINA).await;
        assert!(open(&site, Kind::AssignmentUnqualified).await.is_empty());
        let text = include_str!("../../config/pools/muenster.toml").replace(
            "needs = [\"basic_training\", \"confidentiality\", \"clearance\", \"measles\"]",
            "needs = [\"basic_training\", \"psychosocial\"]",
        );
        let rows = pool_file::parse(&text).expect("it is right");
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = cora(&site);
        settings::import(&mut tx, &act, &rows, act.now)
            .await
            .expect("it imports");
        sprachpool::qualifications::review_from(&mut tx, &act, act.now)
            .await
            .expect("it is set");
        site.app.commit(tx).await.expect("it commits");
        site.app.clock.advance(Duration::seconds(90));
        site.work().await;
        let flags = open(&site, Kind::AssignmentUnqualified).await;
        assert_eq!(flags.len(), 1);
        assert_eq!(flags[0].request_id, Some(request));
        let timers = q!("SELECT COUNT(*) FROM timer WHERE kind = 'qualifications_review'");
        assert_eq!(count(&site, timers).await, 0);
    })
    .await;
}

/// Who was assigned by hand against this very reason has been decided about.
#[tokio::test]
async fn what_a_person_overrode_is_not_asked_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        kita_asks(&site, "2027-04-01").await;
        accepts(&site, AMINA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        q!("UPDATE assignment SET overridden = '[\"qualification\"]'")
            .execute(&mut tx)
            .await
            .expect("it writes");
        tx.commit().await.expect("it commits");
        until_31_march(&site).await;
        assert!(open(&site, Kind::AssignmentUnqualified).await.is_empty());
    })
    .await;
}
