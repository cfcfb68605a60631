//! Headings and words of our own tables are recognised, in every language they are written in.

use sprachpool::{
    imports::{Kind, columns, words},
    l10n::L10n,
};

use super::rules;

#[test]
fn our_own_headings_are_recognised() {
    let rules = rules();
    let l10n = L10n::embedded().expect("the locales are right");
    for l in l10n.all() {
        for kind in Kind::ALL {
            for field in columns::fields(kind, &rules) {
                let heading = match field.strip_prefix(columns::QUALIFICATION) {
                    Some(code) => rules
                        .qualification(code)
                        .expect("it is one")
                        .name
                        .or_code(l.code(), code)
                        .to_owned(),
                    None => l.t(&format!("imports-field-{field}")),
                };
                let found = columns::propose(kind, &rules, std::slice::from_ref(&heading))
                    .0
                    .remove(0);
                assert_eq!(
                    found.as_deref(),
                    Some(field.as_str()),
                    "{} {kind:?}: {heading}",
                    l.code()
                );
            }
        }
    }
}

#[test]
fn our_own_words_are_recognised() {
    let l10n = L10n::embedded().expect("the locales are right");
    let families: [(&str, &str, &[&str]); 7] = [
        ("yes", "yes", &["yes", "no"]),
        ("gender", "gender", &["female", "male", "diverse"]),
        ("mode", "mode", &["on_site", "phone", "video"]),
        ("volunteer-state", "volunteer_state", &["active", "paused"]),
        ("institution-state", "institution_state", &["approved", "paused"]),
        (
            "outcome",
            "outcome",
            &["held", "client_absent", "not_held", "cancelled", "unfilled"],
        ),
        ("weekday", "weekday", &["1", "2", "3", "4", "5", "6", "7"]),
    ];
    for l in l10n.all() {
        for (family, known, codes) in families {
            for code in codes {
                let word = l.t(&format!("exports-{family}-{code}"));
                assert_eq!(words::code(known, &word), Some(*code), "{} {word}", l.code());
            }
        }
        assert_eq!(words::code("level", &l.t("exports-native")), Some("native"));
    }
}
