//! All appointments of a week, each with its state as a word and a shape.

use chrono::Duration;
use sprachpool::database::Db;

use super::{main_of, page};
use crate::{
    institution::text,
    support::{
        databases::each_engine,
        scene::{AMINA, BASIR, CORA, accepts, ask, call_off, offer_link, slot},
        site::Site,
    },
};

/// In the week of the 15th: one confirmed, one nobody wants, one called off, one that is looked for.
async fn week(db: Db) -> Site {
    let site = Site::new(db).await;
    ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
    accepts(&site, AMINA).await;
    ask(&site, vec![slot("2027-03-17", "11:00", "12:00")]).await;
    for email in [AMINA, BASIR] {
        let link = offer_link(&site, email).await;
        site.browser().post(&link, &[("answer", "no")]).await;
    }
    site.work().await;
    let off = ask(&site, vec![slot("2027-03-18", "14:00", "15:00")]).await;
    call_off(&site, off).await;
    ask(
        &site,
        vec![
            slot("2027-03-19", "08:00", "09:00"),
            slot("2027-03-22", "08:00", "09:00"),
        ],
    )
    .await;
    site
}

#[tokio::test]
async fn the_week_shows_every_appointment_once_with_its_state() {
    each_engine(async |db| {
        let site = week(db).await;
        let cora = site.signed_in(CORA).await;
        let board = page(&cora, "/desk/week?from=2027-03-17").await;
        let board = main_of(&board);
        for words in [
            "Woche vom 15.03.2027 bis 21.03.2027",
            "3 Termine in dieser Woche. Einer davon braucht Sie.",
            "<span class=\"tag done\">Besetzt</span>",
            "<span class=\"tag bad\">Braucht Sie</span>",
            "<span class=\"tag gone\">Abgesagt</span>",
            "<span class=\"tag runs\">Suche läuft</span>",
            "<bdi>Amina Rahimi</bdi>",
        ] {
            assert!(board.contains(words), "{words}: {board}");
        }
        let times: Vec<&str> = ["9:00", "11:00", "14:00", "8:00"].to_vec();
        let at: Vec<usize> = times
            .iter()
            .map(|time| {
                board
                    .find(&format!("<b>{time}</b>"))
                    .unwrap_or_else(|| panic!("{time}: {board}"))
            })
            .collect();
        assert!(at.is_sorted(), "by day and time: {at:?}");
        // The second date that was wished for is no appointment yet.
        let next = page(&cora, "/desk/week?from=2027-03-22").await;
        assert!(next.contains("In dieser Woche gibt es keinen Termin."), "{next}");
        // Without a date it is the present week.
        assert!(
            page(&cora, "/desk/week").await.contains("Woche vom 01.03.2027"),
            "today is 1 March"
        );
    })
    .await;
}

#[tokio::test]
async fn the_filter_stands_in_the_address_and_in_every_link() {
    each_engine(async |db| {
        let site = week(db).await;
        let cora = site.signed_in(CORA).await;
        for (query, shown) in [
            ("state=confirmed", "<b>9:00</b>"),
            ("state=problem", "<b>11:00</b>"),
            ("state=cancelled", "<b>14:00</b>"),
            ("state=searching&language=prs", "<b>8:00</b>"),
        ] {
            let board = page(&cora, &format!("/desk/week?from=2027-03-15&{query}")).await;
            let entries = main_of(&board).matches("href=\"/desk/requests/").count();
            assert!(entries == 1 && board.contains(shown), "{query}: {board}");
            let next = format!("/desk/week?from=2027-03-22&{query}").replace('&', "&#38;");
            assert!(board.contains(&next), "{next}: {board}");
        }
        let none = page(&cora, "/desk/week?from=2027-03-15&language=ar").await;
        assert!(none.contains("Kein Termin dieser Woche passt zum Filter."), "{none}");
        for nonsense in [
            "from=2027-02-30",
            "from=99999-01-01",
            "from=0001-01-01",
            "state=x&language=y&from=",
        ] {
            let board = page(&cora, &format!("/desk/week?{nonsense}")).await;
            assert!(board.contains("Woche vom 01.03.2027"), "{nonsense}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_over_was() {
    each_engine(async |db| {
        let site = week(db).await;
        site.app.clock.advance(Duration::days(25));
        let cora = site.signed_in(CORA).await;
        let board = page(&cora, "/desk/week?from=2027-03-15").await;
        let board = main_of(&board);
        assert!(board.contains("<span class=\"tag done\">Vorbei</span>"), "{board}");
        assert!(board.contains("Ohne Sprachmittler*in"), "{board}");
        assert!(!board.contains("Suche läuft</span></li>"), "{board}");
    })
    .await;
}

#[tokio::test]
async fn two_hundred_appointments_weigh_less_than_a_hundred_kilobytes() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for number in 0..200 {
            let day = format!("2027-03-{}", 15 + number % 5);
            ask(&site, vec![slot(&day, "09:00", "10:00")]).await;
        }
        let cora = site.signed_in(CORA).await;
        let board = page(&cora, "/desk/week?from=2027-03-15").await;
        assert!(board.contains("200 Termine in dieser Woche."), "{board}");
        assert_eq!(main_of(&board).matches("href=\"/desk/requests/").count(), 200);
        assert!(board.len() < 100_000, "{} bytes", board.len());
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_none_is_said_at_its_field() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        for (path, told) in [
            (
                "/desk/week?from=31.02.2027",
                "Diesen Tag kennen wir nicht. Sie sehen die Woche von heute.",
            ),
            (
                "/desk/week?from=17.03.2150",
                "Diesen Tag kennen wir nicht. Sie sehen die Woche von heute.",
            ),
            (
                "/desk/trail?day=gestern",
                "Diesen Tag kennen wir nicht. Sie sehen alle Tage.",
            ),
            (
                "/desk/requests?day=32.01.2027",
                "Diesen Tag kennen wir nicht. Die Liste zeigt alle Tage.",
            ),
        ] {
            let body = page(&cora, path).await;
            let typed = path.rsplit('=').next().unwrap_or_default();
            assert!(
                body.contains(told) && body.contains(&format!("value=\"{typed}\"")),
                "{path}: {body}"
            );
            assert!(body.contains("aria-invalid=\"true\""), "{path}");
        }
        for path in [
            "/desk/week?from=17.03.2027",
            "/desk/week",
            "/desk/trail?day=",
            "/desk/trail?day=1.3.2027",
        ] {
            assert!(
                !page(&cora, path).await.contains("Diesen Tag kennen wir nicht"),
                "{path}"
            );
        }
    })
    .await;
}

/// Of an appointment that was called off neither page says that it takes place.
#[tokio::test]
async fn today_and_the_week_count_alike() {
    each_engine(async |db| {
        let site = week(db).await;
        site.app.clock.advance(Duration::days(14));
        let cora = site.signed_in(CORA).await;
        let (strip, board) = (page(&cora, "/desk").await, page(&cora, "/desk/week").await);
        for day in ["2027-03-15", "2027-03-16", "2027-03-17", "2027-03-18", "2027-03-19"] {
            let of_day = board.split(&format!("id=\"d-{day}\"")).nth(1).expect("the day");
            let counted = text(of_day.split("</p>").next().expect("its head"));
            let shown = strip.split(&format!("day={day}\"")).nth(1).expect("the day");
            let shown = text(shown.split("</li>").next().expect("its end"));
            let words = ["frei", "1 Termin", "2 Termine", "3 Termine"];
            let said = |text: &str| {
                words
                    .into_iter()
                    .filter(|word| text.contains(word))
                    .max_by_key(|word| word.len())
            };
            assert_eq!(said(&counted), said(&shown), "{day}: {counted} / {shown}");
        }
    })
    .await;
}
