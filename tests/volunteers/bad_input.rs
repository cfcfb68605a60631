//! The bad inputs of the scenarios, for these forms: nothing is written, and the form comes back filled in.

use axum::http::StatusCode;

use super::{ZAHRA, enter, with};
use crate::support::{
    databases::each_engine,
    scene::{CORA, dump},
    site::Site,
};

#[tokio::test]
async fn names_are_taken_as_people_write_them() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        for (number, (typed, shown)) in [
            ("Nguye\u{302}\u{303}n", "Nguyễn"),
            ("O'Brien-Łukaszewicz", "O&#39;Brien-Łukaszewicz"),
            ("Ø", "Ø"),
            ("Madonna", "Madonna"),
            ("فاطمة الزهراء", "فاطمة الزهراء"),
            ("Robert'); DROP TABLE volunteer;--", "DROP TABLE volunteer"),
            ("<svg onload=alert(1)>", "&#60;svg onload=alert(1)&#62;"),
        ]
        .into_iter()
        .enumerate()
        {
            let email = format!("p{number}@post.example");
            let page = enter(&cora, &with(ZAHRA, &[("name", typed), ("email", &email)])).await;
            let body = cora.get(&page).await.expect(StatusCode::OK).body;
            assert!(body.contains(shown), "{shown} is missing: {body}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_at_its_field_and_nothing_is_written() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let before = dump(&site.app.db).await;
        let long = "a".repeat(201);
        for (field, value, words) in [
            ("name", "", "Bitte nennen Sie den Namen"),
            ("name", " \u{200d} ", "Bitte nennen Sie den Namen"),
            ("name", "Zah\u{202e}ra", "Hier stehen Zeichen"),
            ("name", "Zah\u{0}ra", "Hier stehen Zeichen"),
            ("name", "Zah\nra", "Hier stehen Zeichen"),
            ("name", long.as_str(), "201 Zeichen"),
            ("email", "zahra", "Bitte nennen Sie eine E-Mail-Adresse"),
            ("email", "z@post.example\r\nBcc: x@y.example", "Hier stehen Zeichen"),
            ("phone", "keine", "Bitte schreiben Sie die Nummer in Ziffern"),
            ("phone", "", "Zur Erlaubnis fehlt die Nummer"),
            ("phone", "0251\u{202e}5550188", "Hier stehen Zeichen"),
            ("locale", "tlh", "Bitte wählen Sie etwas aus der Liste"),
            ("gender", "", "Bitte wählen Sie das Geschlecht"),
            ("gender", "unknown", "Bitte wählen Sie das Geschlecht"),
            ("birth_year", "2010", "mindestens 18 Jahre"),
            ("birth_year", "2027", "mindestens 18 Jahre"),
            ("birth_year", "", "mit vier Ziffern"),
            ("birth_year", "1800", "mit vier Ziffern"),
            ("birth_year", "-990", "mit vier Ziffern"),
            ("birth_year", "٢٠٠٠", "mit vier Ziffern"),
            ("home_district", "99", "Bitte wählen Sie etwas aus der Liste"),
            ("german", "", "Bitte wählen Sie ein Deutsch-Niveau"),
        ] {
            for path in ["/desk/volunteers".to_owned(), format!("{page}/person")] {
                let fields = with(&with(ZAHRA, &[("email", "other@post.example")]), &[(field, value)]);
                let answer = cora.post(&path, &fields).await;
                let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
                assert!(body.contains(words), "{field} {value:?}: {words} is missing: {body}");
                assert!(body.contains(&format!("href=\"#{field}\"")), "{body}");
                assert!(body.contains(&format!("id=\"{field}\"")), "{body}");
                assert!(body.contains("<title>Fehler: "), "{body}");
                if field != "name" {
                    assert!(body.contains("value=\"Zahra Karimi\""), "{body}");
                }
            }
        }
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}

#[tokio::test]
async fn languages_areas_limits_and_days_are_checked() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let before = dump(&site.app.db).await;
        let long = "a".repeat(81);
        for (part, fields, words) in [
            (
                "languages",
                vec![("language", "xx-ZZ"), ("new_level", "C1")],
                "Diese Sprache kennen wir nicht",
            ),
            (
                "languages",
                vec![("language", long.as_str()), ("new_level", "C1")],
                "Hier stehen Zeichen",
            ),
            (
                "languages",
                vec![("language", "Da\u{202e}ri"), ("new_level", "C1")],
                "Hier stehen Zeichen",
            ),
            (
                "languages",
                vec![("language", "Dari"), ("new_level", "")],
                "wie gut die Person",
            ),
            (
                "languages",
                vec![("language", "Dari"), ("new_level", "D7")],
                "wie gut die Person",
            ),
            (
                "languages",
                vec![("spoken", "xx-ZZ"), ("level", "C1")],
                "etwas aus der Liste",
            ),
            (
                "languages",
                vec![("spoken", "prs"), ("level", "D7")],
                "etwas aus der Liste",
            ),
            ("areas", vec![], "mindestens eine Art"),
            ("areas", vec![("mode", "pigeon")], "etwas aus der Liste"),
            (
                "areas",
                vec![("mode", "phone"), ("district", "99")],
                "etwas aus der Liste",
            ),
            (
                "areas",
                vec![("mode", "phone"), ("sector", "circus")],
                "etwas aus der Liste",
            ),
            ("limits", vec![("travel", "-5")], "eine Zahl von 5 bis 240"),
            (
                "limits",
                vec![("travel", "99999999999999999999")],
                "eine Zahl von 5 bis 240",
            ),
            ("limits", vec![("cap", "0")], "eine Zahl von 1 bis 30"),
            ("absences", vec![], "Bitte nennen Sie den ersten Tag"),
            ("absences", vec![("from", "2027-02-29")], "Diesen Tag gibt es nicht"),
            (
                "absences",
                vec![("from", "29.2.2027"), ("until", "31.4.2027")],
                "Diesen Tag gibt es nicht",
            ),
            (
                "absences",
                vec![("from", "20.3.2027"), ("until", "19.3.2027")],
                "liegt vor dem ersten",
            ),
            (
                "absences",
                vec![("from", "1.2.2027"), ("until", "28.2.2027")],
                "schon vorbei",
            ),
            ("absences", vec![("from", "1.4.2027"), ("until", "1.4.2037")], "zu lang"),
            ("absences", vec![("from", "1.4.9999")], "zu lang"),
            ("pause", vec![], "wie lange die Pause dauert"),
            ("pause", vec![("choice", "until")], "den letzten Tag der Pause"),
            (
                "pause",
                vec![("choice", "until"), ("until", "2027-02-29")],
                "Diesen Tag gibt es nicht",
            ),
            (
                "pause",
                vec![("choice", "until"), ("until", "28.2.2027")],
                "in der Zukunft",
            ),
            (
                "pause",
                vec![("choice", "until"), ("until", "1.1.2037")],
                "höchstens zwei Jahre",
            ),
            ("retirement", vec![], "Bitte bestätigen Sie"),
        ] {
            let answer = cora.post(&format!("{page}/{part}"), &fields).await;
            let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(body.contains(words), "{part} {fields:?}: {words} is missing: {body}");
            let target = body
                .split("<li><a href=\"#")
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            let target = target.expect("the summary leads to a field");
            assert!(
                body.contains(&format!("id=\"{target}\"")),
                "{part}: nothing is #{target}: {body}"
            );
        }
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}
