//! The table that searches look into first is a true copy, whatever happens to a volunteer.

use sprachpool::{database::Tx, q, row, volunteers::VolunteerId};

use crate::support::pool::{Options, each_pool};

/// Rows that stand on one side only.
async fn differences(tx: &mut Tx) -> i64 {
    let (count,) = q!(
        "WITH truth (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, minutes, paused, until,
                     yes, exposure) AS (
           SELECT l.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
                  COALESCE(v.max_travel_minutes, -1), v.state = 'paused', v.paused_until, COALESCE(f.yes, 0),
                  COALESCE(f.exposure_milli, 0)
           FROM volunteer_language l JOIN volunteer v ON v.id = l.volunteer_id
           LEFT JOIN forecast_volunteer f ON f.volunteer_id = v.id WHERE v.state <> 'retired'),
         copy (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, minutes, paused, until,
               yes, exposure) AS (
           SELECT language, home_district, volunteer_id, gender, on_site, by_phone, by_video,
                  COALESCE(max_travel_minutes, -1), paused, paused_until, yes, exposure_milli FROM speaker)
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

row! {
    #[derive(Debug, PartialEq, Eq)]
    struct Terms {
        languages: String,
        week: String,
        districts: String,
        sectors: String,
        yes: i64,
    }
}

async fn terms(tx: &mut Tx, who: VolunteerId) -> Terms {
    q!(
        "SELECT DISTINCT languages, week, districts, sectors, yes FROM speaker WHERE volunteer_id = $1",
        who
    )
    .one::<Terms>(tx)
    .await
    .expect("it reads")
}

/// "09:00-12:00" on Mondays, nothing on the other days.
fn week(monday: &str) -> String {
    let rest = ["99:99-00:00"; 6].concat();
    format!("{monday}{rest}")
}

#[tokio::test]
async fn what_somebody_is_ready_for_stands_in_one_row() {
    each_pool(Options::default, async |pool| {
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let amina = pool.who.amina;
        for table in ["availability", "volunteer_district", "volunteer_sector"] {
            let clear = match table {
                "availability" => q!("DELETE FROM availability WHERE volunteer_id = $1", amina),
                "volunteer_district" => q!("DELETE FROM volunteer_district WHERE volunteer_id = $1", amina),
                _ => q!("DELETE FROM volunteer_sector WHERE volunteer_id = $1", amina),
            };
            clear.execute(&mut tx).await.expect("it is written");
        }
        let empty = terms(&mut tx, amina).await;
        assert_eq!(empty.week, week("99:99-00:00"));
        assert_eq!((empty.districts.as_str(), empty.sectors.as_str()), ("", ""));
        for (from, until) in [("14:00", "24:00"), ("09:00", "12:00")] {
            q!(
                "INSERT INTO availability (id, volunteer_id, weekday, from_time, until_time) VALUES ($1, $2, 1, $3, $4)",
                pool.app.ids.uuid(pool.app.clock.now()),
                amina,
                from,
                until
            )
            .execute(&mut tx)
            .await
            .expect("it is written");
        }
        q!("INSERT INTO volunteer_district (volunteer_id, district) VALUES ($1, '11')", amina)
            .execute(&mut tx)
            .await
            .expect("it is written");
        q!("INSERT INTO volunteer_sector (volunteer_id, sector) VALUES ($1, 'kita')", amina)
            .execute(&mut tx)
            .await
            .expect("it is written");
        q!(
            "INSERT INTO forecast_volunteer (volunteer_id, offers, yes, no, exposure_milli, updated_at)
             VALUES ($1, 3, 2, 1, 2500, $2)",
            amina,
            pool.app.clock.now()
        )
        .execute(&mut tx)
        .await
        .expect("it is written");
        let full = terms(&mut tx, amina).await;
        assert_eq!(full.week, week("09:00-24:00"), "from the first window to the end of the last");
        assert_eq!((full.districts.as_str(), full.sectors.as_str(), full.yes), (" 11 ", " kita ", 2));
        q!(
            "UPDATE availability SET from_time = '10:00', until_time = '11:00' WHERE volunteer_id = $1 AND from_time = '14:00'",
            amina
        )
        .execute(&mut tx)
        .await
        .expect("it is written");
        q!("UPDATE volunteer_sector SET sector = 'school' WHERE volunteer_id = $1", amina)
            .execute(&mut tx)
            .await
            .expect("it is written");
        q!("DELETE FROM forecast_volunteer WHERE volunteer_id = $1", amina)
            .execute(&mut tx)
            .await
            .expect("it is written");
        let changed = terms(&mut tx, amina).await;
        assert_eq!(changed.week, week("09:00-12:00"));
        assert_eq!((changed.sectors.as_str(), changed.yes), (" school ", 0));
        tx.rollback().await.expect("it ends");
    })
    .await;
}
