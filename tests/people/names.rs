//! The bad input of scenarios.md, as far as it is about names and addresses.

use sprachpool::people::{EmailAddress, Name, TextError, create_person, store};

use crate::support::{databases::each_engine, people};
use sprachpool::ids::Ids;

fn name(text: &str) -> Result<String, TextError> {
    text.parse::<Name>().map(|name| name.as_str().to_owned())
}

#[tokio::test]
async fn names_of_all_kinds_are_stored_literally() {
    each_engine(async |db| {
        let ids = Ids::random();
        let act = people::act(&ids, people::monday());
        for text in [
            "Nguyễn",
            "O'Brien-Łukaszewicz",
            "Ø",
            "Sukarno",
            "عائشة الزهراء",
            "'); DROP TABLE person",
            "<svg onload=x>",
        ] {
            let mut tx = db.begin().await.expect("it begins");
            let id = create_person(&mut tx, &act, &text.parse().expect(text), "de")
                .await
                .expect(text);
            let found = store::get(&mut tx, id).await.expect(text).expect("it is there");
            assert_eq!(found.name, text);
            tx.commit().await.expect("it commits");
        }
    })
    .await;
}

#[test]
fn names_are_trimmed_and_composed() {
    assert_eq!(name("  Nguye\u{302}\u{303}n \u{a0}"), Ok("Nguyễn".to_owned()));
    assert_eq!(name(&"ä".repeat(200)), Ok("ä".repeat(200)));
}

#[test]
fn misleading_and_empty_names_are_refused() {
    assert_eq!(name("   "), Err(TextError::Empty));
    assert_eq!(name("\u{200d}"), Err(TextError::Empty));
    assert_eq!(name(&"a".repeat(201)), Err(TextError::TooLong));
    for text in [
        "Amina\u{202E}",
        "A\0mina",
        "A\u{7}mina",
        "Amina\r\nBcc: x",
        "\u{2066}Amina",
        "A\u{2028}B",
    ] {
        assert_eq!(name(text), Err(TextError::NotAllowed), "{text:?}");
    }
}

#[test]
fn names_sort_without_marks() {
    let key = |text: &str| text.parse::<Name>().expect(text).sort_key();
    assert_eq!(key("Ärztehaus Großer Weg"), "arztehaus grosser weg");
    assert_eq!(key("Nguyễn"), "nguyen");
}

#[test]
fn addresses_differ_by_neither_case_nor_spaces() {
    let address: EmailAddress = " Amina.Rahimi@Post.Example ".parse().expect("an address");
    assert_eq!(address.as_str(), "Amina.Rahimi@Post.Example");
    assert_eq!(address.key(), "amina.rahimi@post.example");
    assert_eq!(format!("{address:?}"), "EmailAddress(…)");
}

#[test]
fn what_is_no_address_is_refused() {
    let problem = |text: &str| text.parse::<EmailAddress>().expect_err(text);
    assert_eq!(problem(" "), TextError::Empty);
    assert_eq!(problem("a@b.example\r\nBcc: x@y.example"), TextError::NotAllowed);
    assert_eq!(problem(&format!("{}@b.example", "a".repeat(200))), TextError::TooLong);
    for text in [
        "amina",
        "amina@",
        "@post.example",
        "a@b",
        "a b@post.example",
        "a@b@post.example",
        "a@post..example",
        "\"a b\"@post.example",
        "Amina <a@post.example>",
        "a@post.example,b@post.example",
        "a@post example.org",
    ] {
        assert_eq!(problem(text), TextError::NotAnAddress, "{text}");
    }
}
