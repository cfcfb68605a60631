//! Each deadline on the day before and the day after, on both engines, with the clock moved night by night.

use std::collections::BTreeSet;

use chrono::Duration;
use sprachpool::{
    act::Actor,
    database::Query,
    privacy::retention::{self, Rule},
    q, timers,
    volunteers::retire,
};
use uuid::Uuid;

use super::{lived, number, run};
use crate::support::{
    databases::each_engine,
    pool::at,
    scene::{CORA, KITA, dump},
    site::Site,
};

async fn night(site: &Site) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let act = site.app.act(Actor::Service);
    retention::run(&mut tx, &act, &rules, &site.app.l10n)
        .await
        .expect("it runs");
    site.app.commit(tx).await.expect("it commits");
}

/// Still there on that day after the beginning; gone on that one.
struct Check {
    rule: Rule,
    count: fn() -> Query,
    kept_on: i64,
    gone_on: i64,
}

/// It is 16 March; the last appointment is on 23 March, the absence on 20 April.
const CHECKS: [Check; 16] = [
    Check {
        rule: Rule::SignIns,
        count: || q!("SELECT COUNT(*) FROM sign_in"),
        kept_on: 0,
        gone_on: 2,
    },
    Check {
        rule: Rule::Counters,
        count: || q!("SELECT COUNT(*) FROM rate_limit"),
        kept_on: 0,
        gone_on: 2,
    },
    Check {
        rule: Rule::Sessions,
        count: || q!("SELECT COUNT(*) FROM session"),
        kept_on: 30,
        gone_on: 31,
    },
    Check {
        rule: Rule::SecondFactors,
        count: || q!("SELECT COUNT(*) FROM second_factor"),
        kept_on: 29,
        gone_on: 31,
    },
    Check {
        rule: Rule::Drafts,
        count: || q!("SELECT COUNT(*) FROM request_draft"),
        kept_on: 29,
        gone_on: 31,
    },
    Check {
        rule: Rule::MailsIn,
        count: || q!("SELECT COUNT(*) FROM inbound_mail WHERE body <> ''"),
        kept_on: 29,
        gone_on: 31,
    },
    Check {
        rule: Rule::MailsOut,
        count: || q!("SELECT COUNT(*) FROM outbox WHERE person_id IS NOT NULL OR address_id IS NOT NULL"),
        kept_on: 89,
        gone_on: 91,
    },
    Check {
        rule: Rule::Links,
        count: || q!("SELECT COUNT(*) FROM link"),
        kept_on: 89,
        gone_on: 91,
    },
    Check {
        rule: Rule::Notes,
        count: || q!("SELECT COUNT(*) FROM proof_version WHERE note <> ''"),
        kept_on: 91,
        gone_on: 93,
    },
    Check {
        rule: Rule::Certificates,
        count: || {
            q!(
                "SELECT COUNT(*) FROM qualification x JOIN volunteer v ON v.id = x.volunteer_id WHERE v.state = 'retired'"
            )
        },
        kept_on: 91,
        gone_on: 93,
    },
    Check {
        rule: Rule::EndOfRole,
        count: || q!("SELECT COUNT(*) FROM person WHERE name = 'Petra Lang'"),
        kept_on: 91,
        gone_on: 93,
    },
    Check {
        rule: Rule::Texts,
        count: || q!("SELECT COUNT(*) FROM request WHERE remarks <> '' OR meeting_point <> ''"),
        kept_on: 98,
        gone_on: 100,
    },
    Check {
        rule: Rule::Absences,
        count: || q!("SELECT COUNT(*) FROM absence"),
        kept_on: 126,
        gone_on: 127,
    },
    Check {
        rule: Rule::Bans,
        count: || q!("SELECT COUNT(*) FROM ban"),
        kept_on: 364,
        gone_on: 366,
    },
    Check {
        rule: Rule::Tasks,
        count: || q!("SELECT COUNT(*) FROM task"),
        kept_on: 364,
        gone_on: 366,
    },
    Check {
        rule: Rule::FileNames,
        count: || q!("SELECT COUNT(*) FROM import WHERE file_name <> ''"),
        kept_on: 364,
        gone_on: 366,
    },
];

/// Everything ends today that a deadline counts from.
async fn ended(site: &Site) {
    lived(site).await;
    site.signed_in(CORA).await;
    let kita = site.signed_in(KITA).await;
    assert_eq!(kita.post("/requests/drafts", &[]).await.status, 303);
    let now = site.app.clock.now();
    let act = site.app.act(Actor::Service);
    let mut tx = site.app.db.begin().await.expect("it begins");
    retire(&mut tx, &act, site.who.basir).await.expect("he leaves");
    site.app.commit(tx).await.expect("it commits");
    let who = site.who;
    for query in [
        // Basir goes on as a contact: his certificates go all the same.
        q!(
            "INSERT INTO contact (id, person_id, institution_id, active, created_at)
             SELECT $1, v.person_id, $2, $3, $4 FROM volunteer v WHERE v.id = $5",
            act.uuid(),
            who.kita.institution,
            true,
            now,
            who.basir
        ),
        q!(
            "INSERT INTO ban (id, institution_id, volunteer_id, note, created_at, lifted_at)
             VALUES ($1, $2, $3, 'Streit', $4, $4)",
            act.uuid(),
            who.kita.institution,
            who.amina,
            now
        ),
        q!(
            "INSERT INTO inbound_mail (id, digest, kind, sender, subject, body, received_at)
             VALUES ($1, 'x', 'reply', 'fremd@post.example', 'Frage', 'Text', $2)",
            act.uuid(),
            now
        ),
        q!(
            "UPDATE contact SET active = $1, ended_at = $2 WHERE id = $3",
            false,
            now,
            who.jobcenter.contact
        ),
        q!(
            "INSERT INTO import (id, kind, state, file_name, sheet, row_count, created_at, changed_at)
             VALUES ($1, 'volunteers', 'done', 'Liste von Frau Kern.csv', 0, 3, $2, $2)",
            act.uuid(),
            now
        ),
        q!("UPDATE second_factor SET ended_at = $1", now),
        q!("UPDATE link SET expires_at = $1", now),
        q!("UPDATE task SET done_at = $1", now),
    ] {
        run(site, query).await;
    }
}

#[tokio::test]
async fn each_deadline_is_kept_to_the_day() {
    let tested: BTreeSet<_> = CHECKS.iter().map(|check| check.rule.code()).collect();
    let all: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    assert_eq!(tested, all, "a deadline without a test");
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        ended(&site).await;
        let begin = site.app.clock.now();
        let days: BTreeSet<i64> = CHECKS.iter().flat_map(|check| [check.kept_on, check.gone_on]).collect();
        for day in days {
            site.app
                .clock
                .advance(begin + Duration::days(day) - site.app.clock.now());
            night(&site).await;
            for check in &CHECKS {
                let count = number(&site, (check.count)()).await;
                let code = check.rule.code();
                assert!(day > check.kept_on || count > 0, "{code}: gone on day {day}");
                assert!(
                    day < check.gone_on || count == 0,
                    "{code}: {count} still there on day {day}"
                );
            }
        }
        // Once more, nothing happens any more.
        let without_timer =
            |rows: Vec<String>| -> Vec<String> { rows.into_iter().filter(|row| !row.starts_with("timer")).collect() };
        let before = without_timer(dump(&db).await);
        night(&site).await;
        assert_eq!(without_timer(dump(&db).await), before);
    })
    .await;
}

#[tokio::test]
async fn the_timer_comes_every_night_and_the_trail_counts_only() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        ended(&site).await;
        site.app.clock.advance(Duration::days(40));
        let mut tx = db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Service);
        retention::begin(&mut tx, &act).await.expect("it begins");
        retention::begin(&mut tx, &act).await.expect("once is enough");
        tx.commit().await.expect("it commits");
        site.work().await;
        let mut tx = db.read().await.expect("it reads");
        let due = timers::due_of(&mut tx, timers::Kind::Retention, Uuid::nil())
            .await
            .expect("a timer");
        assert_eq!(due, Some(at(4, 26, 3, 20)));
        let lines = q!("SELECT params FROM audit WHERE action = 'retention_ran'");
        let lines: Vec<(String,)> = lines.all(&mut tx).await.expect("lines");
        assert_eq!(lines.len(), 1, "{lines:?}");
        let counts: serde_json::Value = serde_json::from_str(&lines[0].0).expect("JSON");
        let counts = counts.as_object().expect("an object");
        assert!(counts["sessions"].as_i64().is_some_and(|count| count > 2), "{counts:?}");
        let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        let plain = counts
            .iter()
            .all(|(code, count)| codes.contains(&code.as_str()) && count.is_i64());
        assert!(plain, "{counts:?}");
    })
    .await;
}

#[tokio::test]
async fn more_than_a_batch_goes_in_one_night() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let act = site.app.act(Actor::Service);
        let mut tx = db.begin().await.expect("it begins");
        for _ in 0..1234 {
            q!(
                "INSERT INTO sign_in (id, key_number, tries, created_at, expires_at) VALUES ($1, 1, 0, $2, $2)",
                act.uuid(),
                act.now
            )
            .execute(&mut tx)
            .await
            .expect("a row");
        }
        tx.commit().await.expect("it commits");
        site.app.clock.advance(Duration::days(3));
        let mut tx = db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Service);
        retention::begin(&mut tx, &act).await.expect("it begins");
        tx.commit().await.expect("it commits");
        site.work().await;
        assert_eq!(number(&site, q!("SELECT COUNT(*) FROM sign_in")).await, 0);
    })
    .await;
}
