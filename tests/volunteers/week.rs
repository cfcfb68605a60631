//! The week as a grid: nothing that was stored is rounded away.

use axum::http::{Method, StatusCode};
use proptest::{
    collection::vec,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use sprachpool::{
    matching::{Window, joined},
    volunteers::{set_availability, store},
};

use super::{send_as_shown, window, windows};
use crate::support::{
    databases::each_engine,
    forms::Form,
    scene::{self, AMINA, CORA, accepts, ask, tuesday},
    site::Site,
};

/// Any week: whole blocks, odd minutes, whole days, touching and overlapping ones.
fn any_week() -> impl Strategy<Value = Vec<Window>> {
    let minutes = proptest::prop_oneof![0..=1440u16, (0..=24u16).prop_map(|hour| hour * 60)];
    let one = (1..=7u8, minutes.clone(), minutes)
        .prop_filter("it has a length", |(_, from, until)| from != until)
        .prop_map(|(day, a, b)| window(day, a.min(b), a.max(b)));
    vec(one, 0..16)
}

#[test]
fn joined_windows_are_the_same_minutes_and_joining_again_changes_nothing() {
    proptest::proptest!(|(week in any_week())| {
        let once = joined(&week);
        proptest::prop_assert_eq!(joined(&once), once.clone());
        for day in 1..=7u8 {
            for minute in 0..1440u16 {
                let free = |week: &[Window]| {
                    week.iter().any(|w| w.weekday == day && w.from.minutes() <= minute && minute < w.until.minutes())
                };
                proptest::prop_assert_eq!(free(&week), free(&once));
            }
        }
    });
}

#[tokio::test]
async fn any_week_that_is_stored_shown_and_sent_back_is_the_same_week() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let amina = site.who.amina;
        let path = format!("/desk/volunteers/{amina}/times");
        let mut runner = TestRunner::deterministic();
        let mut weeks: Vec<Vec<Window>> = (0..20)
            .map(|_| any_week().new_tree(&mut runner).expect("a week").current())
            .collect();
        weeks.push((1..=7).map(|day| window(day, 0, 1440)).collect());
        weeks.push(vec![window(3, 570, 675), window(7, 1439, 1440), window(1, 0, 1)]);
        for week in weeks {
            let mut tx = site.app.db.begin().await.expect("it begins");
            set_availability(&mut tx, &scene::service(&site), amina, &week)
                .await
                .expect("it is stored");
            tx.commit().await.expect("it commits");
            let before = windows(&site, amina).await;
            let answer = send_as_shown(&cora, &path, "/times").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{week:?}: {}", answer.body);
            assert_eq!(windows(&site, amina).await, before, "{week:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn blocks_and_exact_times_join() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/times", site.who.amina);
        let week = [
            ("free", "1-8"),
            ("free", "1-10"),
            ("from_1", "11:30"),
            ("until_1", "12:30"),
            ("from_1", ""),
            ("until_1", ""),
            ("from_2", "9.30"),
            ("until_2", "11:15 Uhr"),
            ("from_7", "22"),
            ("until_7", "24:00"),
            // No block of the form.
            ("free", "8-8"),
            ("free", "1-9"),
            ("free", "nonsense"),
        ];
        cora.post(&path, &week).await.expect(StatusCode::SEE_OTHER);
        let text = |day, from: &str, until: &str| (day, from.to_owned(), until.to_owned());
        assert_eq!(
            windows(&site, site.who.amina).await,
            [
                text(1, "08:00", "12:30"),
                text(2, "09:30", "11:15"),
                text(7, "22:00", "24:00")
            ]
        );
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        for shown in [
            "value=\"09:30\"",
            "value=\"11:15\"",
            "value=\"12:30\"",
            "value=\"24:00\"",
        ] {
            assert!(page.contains(shown), "{shown} is missing: {page}");
        }
        let ticked = page.matches(" checked").count();
        assert_eq!(ticked, 2, "Monday 8 to 10 and 10 to 12");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_day_and_nothing_is_stored() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/times", site.who.amina);
        let before = windows(&site, site.who.amina).await;
        for (from, until, words) in [
            ("10:00", "9:00", "Mittwoch: Das Ende muss nach dem Anfang liegen"),
            ("10:00", "10:00", "Mittwoch: Das Ende muss nach dem Anfang liegen"),
            ("22:00", "0:00", "Mitternacht ist 24:00"),
            ("10:00", "", "Mittwoch: Bitte nennen Sie Anfang und Ende"),
            ("", "10:00", "Mittwoch: Bitte nennen Sie Anfang und Ende"),
            ("25:00", "26:00", "Mittwoch: Bitte schreiben Sie die Uhrzeiten so"),
            ("9:60", "10:00", "Mittwoch: Bitte schreiben Sie die Uhrzeiten so"),
            ("neun", "10:00", "Mittwoch: Bitte schreiben Sie die Uhrzeiten so"),
            (
                "9:00\u{202e}",
                "10:00",
                "Mittwoch: Bitte schreiben Sie die Uhrzeiten so",
            ),
            (
                "9:00",
                "99999999999999:00",
                "Mittwoch: Bitte schreiben Sie die Uhrzeiten so",
            ),
        ] {
            let fields = [("free", "5-8"), ("from_3", from), ("until_3", until)];
            let answer = cora.post(&path, &fields).await;
            let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains(words), "{words} is missing: {page}");
            assert!(
                page.contains("href=\"#day_3\"") && page.contains("id=\"day_3\""),
                "{page}"
            );
            assert!(page.contains(&format!("name=\"from_3\" value=\"{from}\"")), "{page}");
            assert!(page.contains("value=\"5-8\" checked"), "{page}");
            assert_eq!(windows(&site, site.who.amina).await, before);
        }
    })
    .await;
}

#[tokio::test]
async fn an_appointment_outside_the_new_times_stands_and_is_named() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/times", site.who.amina);
        let saved = cora.post(&path, &[("free", "1-8")]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(saved.location(), path, "what lies outside is shown at once");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(page.contains("außerhalb dieser Zeiten"), "{page}");
        assert!(page.contains("Dienstag, 16. März, 9:00 bis 10:00 Uhr"), "{page}");
        let ahead = cora
            .get(&format!("/desk/volunteers/{}", site.who.amina))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(ahead.contains("Dienstag, 16. März 2027, 9:00 bis 10:00 Uhr"), "{ahead}");
        let saved = cora.post(&path, &[("free", "2-8")]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(saved.location(), format!("/desk/volunteers/{}", site.who.amina));
    })
    .await;
}

#[tokio::test]
async fn the_grid_is_a_table_whose_boxes_name_day_and_hours() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/times", site.who.amina);
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("<th scope=\"row\" role=\"rowheader\">Montag</th>"),
            "{page}"
        );
        assert_eq!(page.matches("type=\"checkbox\"").count(), 7 * 7);
        let form = Form::find(&page, "/times", &path).expect("the form");
        assert!(form.has("from_7") && form.has("until_7"));
        // Unchanged, it is stored as it was, without a line in the trail.
        let sent = cora.send(Method::POST, &path, Some(form.encoded()), &[]).await;
        sent.expect(StatusCode::SEE_OTHER);
        let mut tx = site.app.db.read().await.expect("it reads");
        let lines = sprachpool::q!(
            "SELECT COUNT(*) FROM audit WHERE action = 'volunteer_availability_changed' AND object_id = $1",
            site.who.amina
        )
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
        assert_eq!(lines.0, 0);
        assert_eq!(
            store::windows_of(&mut tx, site.who.amina)
                .await
                .expect("it reads")
                .len(),
            5
        );
    })
    .await;
}
