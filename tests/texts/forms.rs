//! A text that depends on a number is written in a field for each form.

use axum::http::StatusCode;
use sprachpool::l10n::{
    L10n,
    forms::{Form, apart},
    texts::check,
};

use crate::{
    institution::{says, text},
    support::{databases::each_engine, scene::CORA, site::Site},
};

const TITLE: &str = "/desk/texts/de/mail-handed-over-title";
const CODES: &str = "/desk/texts/de/mail-recovery-code-used-left";

#[test]
fn every_choice_by_a_number_comes_apart_and_together_again() {
    let l10n = L10n::embedded().expect("the locales are whole");
    let mut read = 0;
    for message in l10n.all().flat_map(|locale| locale.originals()) {
        let Some(forms) = apart(&message.text) else { continue };
        read += 1;
        let together = forms.together();
        assert_eq!(apart(&together).as_ref(), Some(&forms), "{}", message.key);
        assert!(
            forms.forms.iter().all(|form| !form.text.contains("->")),
            "{}",
            message.key
        );
        assert!(check(&message, &together).is_ok(), "{}", message.key);
    }
    assert!(read > 100, "{read}");
}

#[test]
fn what_is_more_than_one_choice_stays_as_it_is() {
    for text in [
        "Hallo { $name }",
        "{ $count }",
        "Es sind { $count ->\n    [one] eine\n   *[other] viele\n}.",
        "{ $kind ->\n    [held] so\n   *[other] anders\n}",
        "{ $a ->\n    [one] { $b ->\n        [one] x\n       *[other] y\n    }\n   *[other] z\n}",
        "{ $count -> ",
        "",
    ] {
        assert_eq!(apart(text), None, "{text}");
    }
    let mut odd = apart("{ $count ->\n    [0] nichts\n   *[other] { $count }\n}").expect("one choice");
    for begins in ["*Stern", "[Klammer]", ".Punkt", "{ $count } Dinge"] {
        odd.forms[0] = Form {
            code: "0".into(),
            text: begins.into(),
        };
        assert_eq!(apart(&odd.together()).as_ref(), Some(&odd), "{begins}");
    }
}

#[tokio::test]
async fn nobody_sees_the_notation() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = cora.get(TITLE).await.expect(StatusCode::OK).body;
        assert!(
            !text(&page).contains("->") && !page.contains("[one]") && !page.contains("*[other]"),
            "{page}"
        );
        for words in [
            "Bei 1",
            "Bei jeder anderen Zahl",
            "Sie haben eine Anfrage übernommen",
            "{ $count }",
        ] {
            says(&page, words);
        }
        says(&cora.get(CODES).await.expect(StatusCode::OK).body, "Bei 0");
        for list in ["/desk/texts?search=handed-over", "/desk/texts?search=%5Bother%5D"] {
            let list = cora.get(list).await.expect(StatusCode::OK).body;
            assert!(!list.contains("*[other]"), "{list}");
        }
        // Unchanged it is the program's own text.
        let own = [
            ("form-one", "Sie haben eine Anfrage übernommen"),
            ("form-other", "Sie haben { $count } Anfragen übernommen"),
        ];
        cora.post(TITLE, &own).await.expect(StatusCode::SEE_OTHER);
        assert!(!cora.get(TITLE).await.body.contains("/undo"));

        let new = [
            ("form-one", "Eine Anfrage gehört jetzt Ihnen"),
            ("form-other", "{ $count } Anfragen gehören jetzt Ihnen"),
        ];
        let looked = cora
            .post(&format!("{TITLE}/preview"), &new)
            .await
            .expect(StatusCode::OK);
        says(&looked.body, "gehör");
        cora.post(TITLE, &new).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(TITLE).await.expect(StatusCode::OK).body;
        says(&page, "Eine Anfrage gehört jetzt Ihnen");
        assert!(
            !page.contains("[one]") && !page.contains("*[other]"),
            "nor in its history: {page}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_form() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let long = "x".repeat(10_000);
        for (one, other, field) in [
            ("", "{ $count } Anfragen", "form-one"),
            ("Eine", "{ $count", "form-other"),
            ("{ $count -> [one] x *[other] y }", "{ $count }", "form-one"),
            ("Eine", "zwei\nZeilen", "form-other"),
            ("Eine { $unknown }", "{ $count }", "form-one"),
            ("Eine", "\u{202E}verkehrt", "form-other"),
            (long.as_str(), "{ $count }", "form-other"),
        ] {
            let sent = [("form-one", one), ("form-other", other)];
            let again = cora
                .post(TITLE, &sent)
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY)
                .body;
            assert!(
                again.contains(&format!("id=\"{field}-error\"")),
                "{one:?} {other:?}: {again}"
            );
        }
        assert!(!cora.get(TITLE).await.body.contains("/undo"));
    })
    .await;
}
