//! A change counts from its day on, has a history and can be taken back.

use axum::http::StatusCode;
use sprachpool::requests::{SlotProblem, check_slot};

use super::world::*;
use crate::support::{
    databases::each_engine,
    scene::{CORA, slot},
};

const MAX: &str = "/desk/rules/number/max_hours";

#[tokio::test]
async fn from_a_later_day_it_does_nothing_today_and_counts_then() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let four_hours = slot("2027-04-20", "09:00", "13:00");
        let form = desk.form(MAX).await.with("value", "4").with("from_day", "2027-04-01");
        let page = desk.saved(&form).await;
        assert_says(&page, "Gespeichert. Ab 01.04.2027 gilt: 4 Stunden.");
        assert_says(&page, "Was sich bald ändert");
        assert_says(&page, "Längster Termin 3 Stunden wird zu → 4 Stunden");
        let now = desk.site.app.clock.now();
        let too_long = check_slot(&desk.rules().await, &four_hours, now);
        assert!(matches!(too_long, Err(SlotProblem::TooLong)), "{too_long:?}");
        let list = desk.get("/desk/rules/number").await;
        assert_says(&list, "ändert sich am 01.04.2027");
        assert_says(&desk.get("/desk/rules").await, "Was sich bald ändert Längster Termin");

        desk.until("2027-04-01");
        assert_eq!(desk.rules().await.numbers().max_hours, 4);
        let now = desk.site.app.clock.now();
        assert!(check_slot(&desk.rules().await, &four_hours, now).is_ok());
        let again = desk.site.signed_in(CORA).await;
        let list = again.get("/desk/rules/number").await.expect(StatusCode::OK).body;
        assert!(!text(&list).contains("ändert sich am"), "{}", text(&list));
    })
    .await;
}

#[tokio::test]
async fn the_history_says_who_what_and_from_when() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        desk.saved(&desk.form(MAX).await.with("value", "4")).await;
        desk.saved(&desk.form(MAX).await.with("value", "5")).await;
        let page = desk.get(MAX).await;
        assert_says(
            &page,
            "Längster Termin 4 Stunden wird zu → 5 Stunden am 01.03.2027 von Cora Brandt",
        );
        assert_says(&page, "Längster Termin 3 Stunden wird zu → 4 Stunden");
        assert_says(&page, "am 01.03.2027 bei der Einrichtung des Pools");
        assert_says(&desk.get("/desk/rules").await, "Zuletzt geändert Längster Termin");
        assert_says(
            &desk.get("/desk/trail?kind=pool").await,
            "Regel geändert: Zahlen und Grenzen: Längster Termin",
        );
        // What the program needs was there from the beginning: it cannot be taken away.
        assert!(!desk.get("/desk/rules/hours/quiet").await.contains("/undo\""));
        assert!(!page.contains("/end\""));
        desk.cora
            .post(&format!("{MAX}/end"), &[])
            .await
            .expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn undoing_appends_what_counted_before() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let page = desk.saved(&desk.form(MAX).await.with("value", "4")).await;
        let undo = form_of(&page, &format!("{MAX}/undo"));
        let before = desk.lines().await;
        desk.saved(&undo).await;
        assert_eq!(desk.lines().await, before + 1);
        assert_eq!(desk.rules().await.numbers().max_hours, 3);
        // The same button pressed twice: that line is not the newest any more.
        desk.send(&undo).await.expect(StatusCode::CONFLICT);
        assert_eq!(desk.lines().await, before + 1);

        // A change that is yet to come is taken back for its own day.
        let later = async || desk.form(MAX).await.with("value", "6").with("from_day", "2027-04-01");
        let page = desk.saved(&later().await).await;
        assert_says(&desk.get("/desk/rules").await, "Was sich bald ändert");
        let page = desk.saved(&form_of(&page, &format!("{MAX}/undo"))).await;
        assert_says(&page, "Zurückgenommen. Es gilt weiter: 3 Stunden.");
        for path in [MAX, "/desk/rules"] {
            let page = desk.get(path).await;
            assert!(!text(&page).contains("Was sich bald ändert"), "{path}: {}", text(&page));
        }
        let list = desk.get("/desk/rules/number").await;
        assert!(!text(&list).contains("ändert sich am"), "{}", text(&list));
        // Saying it again is a change again.
        let page = desk.saved(&later().await).await;
        assert_says(&page, "Gespeichert. Ab 01.04.2027 gilt: 6 Stunden.");
        let page = desk.saved(&form_of(&page, &format!("{MAX}/undo"))).await;
        assert_says(&page, "Zurückgenommen. Es gilt weiter: 3 Stunden.");
        desk.until("2027-04-02");
        assert_eq!(desk.rules().await.numbers().max_hours, 3);
    })
    .await;
}

#[tokio::test]
async fn only_who_takes_back_takes_back() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        desk.saved(&desk.form(MAX).await.with("value", "4")).await;
        // Typing what was there before is a change like others.
        let page = desk.saved(&desk.form(MAX).await.with("value", "3")).await;
        assert_says(&page, "Gespeichert.");
        assert!(!text(&page).contains("Zurückgenommen"), "{}", text(&page));
        let page = desk.saved(&form_of(&page, &format!("{MAX}/undo"))).await;
        assert_says(&page, "Zurückgenommen. Es gilt weiter: 4 Stunden.");
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_is_told() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let (one, other) = (desk.form(MAX).await, desk.form(MAX).await);
        desk.saved(&one.with("value", "4")).await;
        let before = desk.lines().await;
        let answer = desk.send(&other.with("value", "5")).await.expect(StatusCode::CONFLICT);
        assert_says(
            &answer.body,
            "Diese Regel wurde inzwischen geändert, am 01.03.2027 von Cora Brandt.",
        );
        assert_eq!(desk.lines().await, before);
        // What was typed is still there, and can be sent again.
        let again = form_of(&answer.body, MAX);
        assert!(again.encoded().contains("value=5"), "{}", again.encoded());
        desk.saved(&again).await;
        assert_eq!(desk.rules().await.numbers().max_hours, 5);
    })
    .await;
}
