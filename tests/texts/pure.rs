//! What a text may be, without a database.

use sprachpool::l10n::{
    L10n,
    texts::{Message, Text, Wrong, check, tidy},
};

fn original(key: &str) -> Message {
    let l10n = L10n::embedded().expect("the locales are whole");
    l10n.locale("de").original(key).expect("it is there")
}

fn with(locale: &str, key: &str, text: &str) -> L10n {
    let text = Text {
        locale: locale.into(),
        key: key.into(),
        text: text.into(),
    };
    L10n::embedded().expect("the locales are whole").with_texts(&[text])
}

#[test]
fn every_text_of_the_program_may_stand_for_itself() {
    let l10n = L10n::embedded().expect("the locales are whole");
    let mut read = 0;
    for locale in l10n.all() {
        for message in locale.originals() {
            let own = check(&message, &message.text);
            let long_subject = matches!(own, Err(Wrong::TooLong { .. }));
            assert!(
                own.is_ok() && !long_subject,
                "{} {}: {own:?}: {}",
                locale.code(),
                message.key,
                message.text
            );
            read += 1;
        }
    }
    assert!(read > 1000, "only {read} texts were read");
}

#[test]
fn an_unchanged_text_is_read_as_before() {
    let plain = L10n::embedded().expect("the locales are whole");
    for locale in plain.all() {
        let all = locale.originals();
        let texts: Vec<_> = all
            .iter()
            .map(|message| Text {
                locale: locale.code().to_owned(),
                key: message.key.clone(),
                text: message.text.clone(),
            })
            .collect();
        let same = plain.with_texts(&texts);
        for message in all {
            let args: Vec<_> = message.values.iter().map(|value| (value.as_str(), 2.into())).collect();
            let (before, after) = (
                locale.with(&message.key, &args),
                same.locale(locale.code()).with(&message.key, &args),
            );
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(&before), words(&after), "{}", message.key);
        }
    }
}

#[test]
fn values_are_known_and_those_that_readers_need_stay() {
    let lead = original("mail-received-lead");
    assert_eq!(lead.values, ["reference"]);
    assert_eq!(check(&lead, "danke. Nummer: {$reference}"), Ok(()));
    assert_eq!(check(&lead, "danke."), Err(Wrong::MissingValue("reference".into())));
    assert_eq!(
        check(&lead, "{ $reference } am { $when }"),
        Err(Wrong::UnknownValue("when".into()))
    );
    // Whoever greets nobody by name greets all the same.
    assert_eq!(check(&original("mail-greeting"), "Hallo,"), Ok(()));
}

#[test]
fn what_fluent_cannot_read_is_refused() {
    let lead = original("mail-received-lead");
    for braces in [
        "danke { $reference",
        "danke } { $reference }",
        "{ reference }",
        "{ $reference } { -term }",
        "{ $reference } { NUMBER($reference) }",
        "{ $reference } { mail-greeting }",
        "{ $reference } { $reference.attribute }",
        "{ $reference -> [one] x }",
        "{ }{ $reference }",
    ] {
        assert_eq!(check(&lead, braces), Err(Wrong::Braces), "{braces}");
    }
    assert_eq!(check(&lead, ""), Err(Wrong::Empty));
    assert_eq!(check(&lead, "  \n "), Err(Wrong::Empty));
    assert_eq!(check(&lead, "a\n{ $reference }"), Err(Wrong::SeveralLines));
    for hidden in [
        "\u{202E}{ $reference }",
        "\u{0}{ $reference }",
        "\u{1b}[31m{ $reference }",
        "\t{ $reference }",
    ] {
        assert_eq!(check(&lead, hidden), Err(Wrong::Characters), "{hidden:?}");
    }
    let long = format!("{}{{ $reference }}", "x".repeat(400));
    assert!(matches!(check(&lead, &long), Err(Wrong::TooLong { .. })));
    let subject = original("mail-sign-in-subject");
    assert!(matches!(
        check(&subject, &"x".repeat(151)),
        Err(Wrong::TooLong { max: 150, .. })
    ));
}

#[test]
fn signs_that_fluent_would_read_as_its_own_stay_signs() {
    for text in [
        "[Neu] danke",
        "*danke*",
        ".danke",
        "# danke",
        "-danke",
        "a = b",
        "danke -> dort",
        "<b>&amp;\"'</b>",
    ] {
        let lead = original("mail-check-refused-lead");
        assert_eq!(check(&lead, text), Ok(()), "{text}");
        let read = with("de", "mail-check-refused-lead", text)
            .locale("de")
            .t("mail-check-refused-lead");
        assert_eq!(read, text);
    }
    let help = original("help-cost-text");
    assert!(!help.has_several_lines());
    assert_eq!(tidy("  a  \r\n b \r\n\r\n"), "a\n b");
}

#[test]
fn one_locale_changes_and_what_no_longer_fits_is_left_out() {
    let changed = with("de", "mail-regards", "Bis bald");
    assert_eq!(changed.locale("de").t("mail-regards"), "Bis bald");
    assert_ne!(changed.locale("en").t("mail-regards"), "Bis bald");
    // A key of an older version, and a value that the text had once.
    assert!(!with("de", "mail-gone", "Weg").locale("de").has("mail-gone"));
    let broken = with("de", "mail-regards", "Bis { $when }")
        .locale("de")
        .t("mail-regards");
    assert_eq!(broken, "Herzliche Grüße");
    // German stands in for what another locale lacks, with its changes.
    let extra = std::collections::BTreeMap::from([("qps".to_owned(), "locale-name = [qps]\n".to_owned())]);
    let sparse = L10n::with_extra(&extra).expect("it can be read");
    let text = Text {
        locale: "de".into(),
        key: "mail-regards".into(),
        text: "Bis bald".into(),
    };
    assert_eq!(sparse.with_texts(&[text]).locale("qps").t("mail-regards"), "Bis bald");
}
