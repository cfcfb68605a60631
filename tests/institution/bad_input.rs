use axum::http::{Method, StatusCode};

use super::{CONVERSATION, KITA, WHEN, but, draft, filed, filled, place, says};
use crate::support::{
    databases::each_engine,
    site::{Browser, Site},
};

/// The page comes back with 422, these words, and a summary that links to the field.
async fn refused(browser: &Browser, step: &str, fields: &[(&str, &str)], field: &str, words: &str) -> String {
    let answer = browser
        .post(step, fields)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    says(&answer.body, words);
    assert!(
        answer.body.contains(&format!("href=\"#{field}\"")),
        "no link to {field}: {}",
        answer.body
    );
    assert!(answer.body.contains(&format!("id=\"{field}\"")), "no field {field}");
    assert!(
        answer.body.contains("<title>Fehler: "),
        "the title says that something is wrong"
    );
    answer.body
}

#[tokio::test]
async fn dates_that_cannot_be() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let step = format!("{}/when", draft(&kita).await);
        let skipped = [("day", "28"), ("start", "02:30"), ("end", "04:30")];
        let same = [
            ("alt_day", "16"),
            ("alt_month", "3"),
            ("alt_year", "2027"),
            ("alt_start", "9"),
            ("alt_end", "10:00"),
        ];
        for (typed, field, words) in [
            (&skipped[..], "start", "Meinen Sie 3:30 Uhr?"),
            (
                &[("day", "29"), ("month", "2")],
                "day",
                "Der 29. Februar steht nicht im Kalender.",
            ),
            (&[("end", "8:30")], "end", "Die Uhrzeit muss nach 9:00 Uhr liegen."),
            (
                &[("day", "26"), ("month", "2")],
                "day",
                "Dieser Zeitpunkt ist schon vorbei.",
            ),
            (&[("year", "2037")], "year", "höchstens ein Jahr im Voraus"),
            (&[("end", "19:00")], "end", "höchstens 3 Stunden"),
            (
                &[("month", "13")],
                "month",
                "Bitte schreiben Sie den Monat als Zahl von 1 bis 12.",
            ),
            (
                &[("day", "Dienstag")],
                "day",
                "Bitte schreiben Sie den Tag als Zahl von 1 bis 31.",
            ),
            (
                &[("year", "99999999999999")],
                "year",
                "Bitte schreiben Sie das Jahr mit vier Ziffern.",
            ),
            (&[("start", "25:00")], "start", "Bitte schreiben Sie die Uhrzeit so"),
            (&[("start", "   ")], "start", "Bitte nennen Sie den Beginn."),
            (
                &[("mode", "telepathy")],
                "mode",
                "Bitte wählen Sie etwas aus der Liste.",
            ),
            (&[("alt_day", "18")], "alt_month", "Bitte nennen Sie den Monat."),
            (&same[..], "alt_day", "Das ist derselbe Termin noch einmal."),
        ] {
            let body = refused(&kita, &step, &but(WHEN, typed), field, words).await;
            // Filled in, as it was typed.
            for (_, value) in typed
                .iter()
                .filter(|(name, value)| *name != "mode" && !value.trim().is_empty())
            {
                assert!(body.contains(&format!("value=\"{value}\"")), "{value} is lost");
            }
        }
        // Nothing is lost, even for who leaves and comes back.
        refused(&kita, &step, &but(WHEN, &[("end", "8:30")]), "end", "9:00").await;
        assert!(kita.get(&step).await.body.contains("value=\"8:30\""));
    })
    .await;
}

/// Where the summary leads, in its order.
fn named(body: &str) -> Vec<&str> {
    let summary = body.split("role=\"alert\"").nth(1).expect("a summary");
    let list = summary.split("</ul>").next().expect("a list");
    let links = list.split("href=\"#").skip(1);
    links.filter_map(|link| link.split('"').next()).collect()
}

#[tokio::test]
async fn everything_wrong_with_the_dates_is_said_at_once() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let step = format!("{}/when", draft(&kita).await);
        let past = [("day", "26"), ("month", "2")];
        let alternative = [
            ("alt_day", "32"),
            ("alt_month", "x"),
            ("alt_year", "2037"),
            ("alt_start", "25"),
            ("alt_end", ""),
        ];
        for (typed, fields) in [
            (
                vec![("day", ""), ("month", ""), ("year", "")],
                vec!["day", "month", "year"],
            ),
            (
                vec![
                    ("day", "40"),
                    ("month", "13"),
                    ("year", "20271"),
                    ("start", "99"),
                    ("end", "x"),
                ],
                vec!["day", "month", "year", "start", "end"],
            ),
            // An end before its beginning is wrong on every day, and a day that is over at every hour.
            ([&past[..], &[("end", "8:30")]].concat(), vec!["day", "end"]),
            ([&past[..], &[("start", "")]].concat(), vec!["day", "start"]),
            ([&past[..], &[("end", "")]].concat(), vec!["day", "end"]),
            (vec![("month", "abc"), ("end", "18:00")], vec!["month", "end"]),
            (vec![("year", "2037"), ("end", "")], vec!["year", "end"]),
            // Today is not over as long as no hour was named.
            (vec![("day", "1"), ("start", "")], vec!["start"]),
            (
                [&past[..], &[("mode", "x")], &alternative].concat(),
                vec!["day", "mode", "alt_day", "alt_month", "alt_start", "alt_end"],
            ),
        ] {
            let body = refused(&kita, &step, &but(WHEN, &typed), fields[0], "").await;
            assert_eq!(named(&body), fields, "{typed:?}");
            for field in fields {
                let message = format!("id=\"{field}-error\"");
                assert_eq!(body.matches(&message).count(), 1, "no message at {field}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn characters_that_mislead_are_refused_and_never_stored() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = draft(&kita).await;
        let (conversation, where_) = (format!("{draft}/conversation"), format!("{draft}/where"));
        for bad in ["Da\u{0}ri", "Da\u{202E}ri", "Da\u{7}ri"] {
            let fields = but(CONVERSATION, &[("language", bad)]);
            refused(
                &kita,
                &conversation,
                &fields,
                "language",
                "Zeichen, die wir nicht annehmen",
            )
            .await;
            let page = kita.get(&conversation).await;
            assert!(!page.body.contains(bad), "{bad:?} was kept");
        }
        let id = site.who.kita.site.to_string();
        let place = place(&id);
        let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let long = "x".repeat(201);
        let fields = but(&place, &[("meeting_point", &long)]);
        refused(
            &kita,
            &where_,
            &fields,
            "meeting_point",
            "Das ist zu lang: 201 Zeichen. Höchstens 200 passen.",
        )
        .await;
        let just = "ü".repeat(200);
        kita.post(&where_, &but(&place, &[("meeting_point", &just)]))
            .await
            .expect(StatusCode::SEE_OTHER);
        let remarks = "y".repeat(301);
        refused(
            &kita,
            &where_,
            &but(&place, &[("remarks", &remarks)]),
            "remarks",
            "Höchstens 300",
        )
        .await;
        refused(
            &kita,
            &where_,
            &but(&place, &[("remarks", "Kind geb. am 12.3.2020, Az. 12 F 34/26")]),
            "remarks",
            "Das sieht nach einem Geburtstag oder einem Aktenzeichen aus.",
        )
        .await;
        refused(
            &kita,
            &where_,
            &but(&place, &[("urgent", "yes")]),
            "urgent_reason",
            "warum es eilig ist",
        )
        .await;
        refused(
            &kita,
            &where_,
            &but(&place, &[("openings", "500")]),
            "openings",
            "eine Zahl aus der Liste",
        )
        .await;
        let klinik = site.who.klinik.site.to_string();
        refused(
            &kita,
            &where_,
            &but(&place, &[("site", &klinik)]),
            "site",
            "etwas aus der Liste",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn spaces_are_nothing_and_a_place_is_needed_on_site() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled(&site, &kita).await;
        let id = site.who.kita.site.to_string();
        let place = [("site", id.as_str()), ("meeting_point", "   \u{a0} ")];
        refused(
            &kita,
            &format!("{draft}/where"),
            &place,
            "meeting_point",
            "Bitte nennen Sie den Treffpunkt.",
        )
        .await;
        let spaces = but(CONVERSATION, &[("language", "   ")]);
        refused(
            &kita,
            &format!("{draft}/conversation"),
            &spaces,
            "language",
            "Bitte nennen Sie eine Sprache.",
        )
        .await;
        let wish = but(CONVERSATION, &[("gender_wish", "required")]);
        refused(
            &kita,
            &format!("{draft}/conversation"),
            &wish,
            "gender",
            "wer kommen soll",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn the_rules_must_be_accepted() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let check = format!("{}/check", filled(&site, &kita).await);
        refused(&kita, &check, &[], "rules", "dass Sie die Regeln kennen").await;
    })
    .await;
}

#[tokio::test]
async fn an_unfinished_draft_leads_to_what_is_missing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = draft(&kita).await;
        for sent in [
            kita.get(&format!("{draft}/check")).await,
            kita.post(&format!("{draft}/check"), &[]).await,
        ] {
            assert_eq!(
                sent.expect(StatusCode::SEE_OTHER).location(),
                format!("{draft}/conversation")
            );
        }
    })
    .await;
}

#[tokio::test]
async fn names_and_markup_are_shown_literally() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled(&site, &kita).await;
        let id = site.who.kita.site.to_string();
        let remarks = "<svg onload=alert(1)> '); DROP TABLE request; -- Nguye\u{302}\u{303}n";
        let place = [("site", id.as_str()), ("meeting_point", "Ø"), ("remarks", remarks)];
        kita.post(&format!("{draft}/where"), &place)
            .await
            .expect(StatusCode::SEE_OTHER);
        let sent = kita
            .post(&format!("{draft}/check"), &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = kita.get(sent.location()).await.expect(StatusCode::OK).body;
        assert!(!page.contains("<svg onload"), "markup stays text");
        says(&page, "DROP TABLE request; -- Nguyễn");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_form_is_refused_plainly() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let step = format!("{}/when", draft(&kita).await);
        let without_token = kita.send(Method::POST, &step, Some("day=1".into()), &[]).await;
        without_token.expect(StatusCode::FORBIDDEN);
        let huge = kita.send(Method::POST, &step, Some("x".repeat(10_000_000)), &[]).await;
        huge.expect(StatusCode::PAYLOAD_TOO_LARGE);
        let broken = kita.send(Method::POST, &step, Some("day=%ff".into()), &[]).await;
        broken.expect(StatusCode::BAD_REQUEST);
        kita.send(Method::DELETE, &step, None, &[])
            .await
            .expect(StatusCode::METHOD_NOT_ALLOWED);
        let json = [("content-type", "application/json")];
        kita.send(Method::POST, &step, None, &json)
            .await
            .expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    })
    .await;
}

#[tokio::test]
async fn a_cancellation_needs_a_choice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = filed(&site, &kita).await;
        let cancellation = format!("{request}/cancellation");
        refused(&kita, &cancellation, &[], "reason", "Bitte wählen Sie einen Grund.").await;
        says(&kita.get(&request).await.body, "Wir suchen eine Person für Dari");
    })
    .await;
}
