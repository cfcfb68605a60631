use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use sprachpool::{
    act::{Act, Actor},
    ids::Ids,
    q,
    settings::{Imported, LoadError, import, load, timeline::Timeline},
};

use super::rows;
use crate::support::databases::each_engine;

fn monday() -> DateTime<Utc> {
    "2027-03-08T09:00:00Z".parse().expect("an instant")
}

#[tokio::test]
async fn an_empty_database_says_what_to_do() {
    each_engine(async |db| {
        let mut tx = db.read().await.expect("it answers");
        let error = load(&mut tx, monday()).await.expect_err("no rules yet");
        assert!(matches!(error, LoadError::NoRules));
        assert!(error.to_string().contains("sprachpool pool import"));
    })
    .await;
}

#[tokio::test]
async fn an_import_appends_only_what_differs() {
    each_engine(async |db| {
        let ids = Ids::seeded(1);
        let mut tx = db.begin().await.expect("it answers");
        let act = Act {
            now: monday(),
            ids: &ids,
            actor: Actor::Command,
            session: None,
        };
        let mut rows = rows();
        let first = import(&mut tx, &act, &rows, act.now).await.expect("it is stored");
        assert_eq!(
            first,
            Imported {
                added: rows.len(),
                ..Imported::default()
            }
        );

        let act = Act {
            now: monday() + Duration::hours(1),
            ..act
        };
        let again = import(&mut tx, &act, &rows, act.now).await.expect("it is stored");
        assert_eq!(
            again,
            Imported {
                unchanged: rows.len(),
                ..Imported::default()
            }
        );

        let dari = rows
            .iter()
            .position(|row| row.kind == "language" && row.key == "prs")
            .expect("Dari is there");
        rows.remove(dari);
        let longest = rows.iter_mut().find(|row| row.key == "max_hours").expect("it is there");
        longest.value = json!({ "value": 7 });
        let april = monday() + Duration::days(24);
        let third = import(&mut tx, &act, &rows, april).await.expect("it is stored");
        assert_eq!(
            third,
            Imported {
                changed: 1,
                removed: 1,
                unchanged: rows.len() - 1,
                added: 0
            }
        );

        let march = load(&mut tx, april - Duration::seconds(1))
            .await
            .expect("they are there");
        assert_eq!(march.numbers().max_hours, 3);
        assert!(march.language("prs").is_some());
        let rules = load(&mut tx, april).await.expect("they are there");
        assert_eq!(rules.numbers().max_hours, 7);
        assert!(rules.language("prs").is_none());
        assert_eq!(rules.occasions().len(), march.occasions().len());
        let (lines,) = q!("SELECT COUNT(*) FROM audit WHERE action = $1", "pool.imported")
            .one::<(i64,)>(&mut tx)
            .await
            .expect("it answers");
        assert_eq!(lines, 3);
    })
    .await;
}

#[tokio::test]
async fn what_was_removed_can_come_back() {
    each_engine(async |db| {
        let ids = Ids::seeded(1);
        let mut tx = db.begin().await.expect("it answers");
        let all = rows();
        let without_dari: Vec<_> = all.iter().filter(|row| row.key != "prs").cloned().collect();
        for (hour, rows) in [(0, &all), (1, &without_dari), (2, &all)] {
            let act = Act {
                now: monday() + Duration::hours(hour),
                ids: &ids,
                actor: Actor::Command,
                session: None,
            };
            import(&mut tx, &act, rows, act.now).await.expect("it is stored");
        }
        let at = |hour| monday() + Duration::hours(hour);
        assert!(
            load(&mut tx, at(1))
                .await
                .expect("they are there")
                .language("prs")
                .is_none()
        );
        assert!(
            load(&mut tx, at(2))
                .await
                .expect("they are there")
                .language("prs")
                .is_some()
        );
    })
    .await;
}

/// Lines from before it was written down who takes back what.
#[tokio::test]
async fn of_old_lines_the_values_tell_what_takes_back() {
    each_engine(async |db| {
        let ids = Ids::seeded(3);
        let mut tx = db.begin().await.expect("it answers");
        for (hour, value) in [(1, "1"), (2, "2"), (3, "1"), (4, "2")] {
            let at = monday() + Duration::hours(hour);
            q!(
                "INSERT INTO pool_rule (id, kind, key, value, valid_from, recorded_at) VALUES ($1, 'number', 'x', $2, $3, $3)",
                ids.uuid(at),
                value,
                at
            )
            .execute(&mut tx)
            .await
            .expect("it is stored");
        }
        let timeline = Timeline::read(&mut tx).await.expect("it is read");
        let told: Vec<bool> = timeline.of("number", "x").iter().map(|line| timeline.takes_back(line)).collect();
        assert_eq!(told, [false, true, false, false], "the newest first");
    })
    .await;
}
