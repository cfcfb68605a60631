//! The table that searches look into first is a true copy, whatever happens to a volunteer.

use sprachpool::{database::Tx, q, volunteers::VolunteerId};

use crate::support::pool::{Options, each_pool};

/// Rows that stand on one side only.
async fn differences(tx: &mut Tx) -> i64 {
    let (count,) = q!(
        "WITH truth (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, minutes) AS (
           SELECT l.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
                  COALESCE(v.max_travel_minutes, -1)
           FROM volunteer_language l JOIN volunteer v ON v.id = l.volunteer_id WHERE v.state <> 'retired'),
         copy (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, minutes) AS (
           SELECT language, home_district, volunteer_id, gender, on_site, by_phone, by_video,
                  COALESCE(max_travel_minutes, -1) FROM speaker)
         SELECT COUNT(*) FROM (SELECT * FROM (SELECT * FROM truth EXCEPT SELECT * FROM copy) missing
                               UNION ALL SELECT * FROM (SELECT * FROM copy EXCEPT SELECT * FROM truth) extra) wrong"
    )
    .one::<(i64,)>(tx)
    .await
    .expect("it reads");
    count
}

async fn rows(tx: &mut Tx, who: VolunteerId) -> i64 {
    let (count,) = q!("SELECT COUNT(*) FROM speaker WHERE volunteer_id = $1", who)
        .one::<(i64,)>(tx)
        .await
        .expect("it reads");
    count
}

#[tokio::test]
async fn every_change_reaches_the_copy() {
    each_pool(Options::default, async |pool| {
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let (amina, basir) = (pool.who.amina, pool.who.basir);
        assert_eq!(differences(&mut tx).await, 0);
        let changes = [
            (
                q!(
                    "UPDATE volunteer SET home_district = '95', max_travel_minutes = 90 WHERE id = $1",
                    amina
                ),
                1,
            ),
            (
                q!(
                    "UPDATE volunteer SET home_district = NULL, by_video = FALSE WHERE id = $1",
                    amina
                ),
                1,
            ),
            (
                q!(
                    "INSERT INTO volunteer_language (volunteer_id, language, level) VALUES ($1, 'fa', 'C1')",
                    amina
                ),
                2,
            ),
            (
                q!(
                    "UPDATE volunteer_language SET language = 'tg' WHERE volunteer_id = $1 AND language = 'fa'",
                    amina
                ),
                2,
            ),
            (q!("UPDATE volunteer SET state = 'paused' WHERE id = $1", amina), 2),
            (q!("UPDATE volunteer SET state = 'retired' WHERE id = $1", amina), 0),
            (
                q!(
                    "UPDATE volunteer SET state = 'active', gender = 'diverse' WHERE id = $1",
                    amina
                ),
                2,
            ),
            (q!("DELETE FROM volunteer_language WHERE volunteer_id = $1", amina), 0),
        ];
        for (number, (change, left)) in changes.into_iter().enumerate() {
            change.execute(&mut tx).await.expect("it is written");
            assert_eq!(differences(&mut tx).await, 0, "after change {number}");
            assert_eq!(rows(&mut tx, amina).await, left, "after change {number}");
            assert_eq!(rows(&mut tx, basir).await, 1, "after change {number}");
        }
        tx.rollback().await.expect("it ends");
    })
    .await;
}
