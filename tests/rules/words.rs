//! Every kind, field, number, unit and fault has its words in both languages.

use serde_json::Value;
use sprachpool::{
    l10n::L10n,
    settings::{
        kinds::{Area, Codes, Input, KINDS, Key, Unit},
        pool_file,
    },
};

const UNITS: [Unit; 14] = [
    Unit::Minutes,
    Unit::Hours,
    Unit::WakingHours,
    Unit::WakingMinutes,
    Unit::Days,
    Unit::WorkingDays,
    Unit::Months,
    Unit::Year,
    Unit::Percent,
    Unit::Points,
    Unit::Offers,
    Unit::Waves,
    Unit::Place,
    Unit::Other,
];

fn wanted() -> Vec<String> {
    let mut all: Vec<String> = Area::ALL
        .iter()
        .map(|area| format!("rules-area-{}", area.code()))
        .collect();
    let rows = pool_file::parse(include_str!("../../config/pools/muenster.toml")).expect("it is right");
    for kind in KINDS {
        all.push(format!("rules-kind-{}", kind.code));
        all.push(format!("rules-about-{}", kind.code));
        if kind.key != Key::Given {
            all.push(format!("rules-new-{}", kind.code));
        }
        if matches!(kind.key, Key::Pair { .. }) {
            all.push(format!("rules-title-{}", kind.code));
        }
        for field in kind.fields {
            if field.name != "position" && kind.code != "number" {
                all.push(format!("rules-field-{}-{}", kind.code, field.name));
            }
            if let Input::One(Codes::Given(codes)) | Input::Many(Codes::Given(codes)) = field.input {
                all.extend(codes.iter().map(|code| format!("rules-choice-{}-{code}", field.name)));
            }
        }
    }
    for row in rows.iter().filter(|row| row.kind == "number") {
        all.push(format!("rules-number-{}", row.key));
        all.push(format!("rules-number-about-{}", row.key));
    }
    for unit in UNITS {
        all.extend(["unit", "in"].map(|what| format!("rules-{what}-{}", unit.code())));
    }
    let policies = ["waves", "rolling", "one_by_one", "pick", "broadcast"];
    all.extend(policies.map(|policy| format!("rules-policy-{policy}")));
    for key in ["code", "language", "name", "day"] {
        all.extend([
            format!("rules-key-{key}"),
            format!("rules-key-hint-{key}"),
            format!("rules-wrong-key-{key}"),
        ]);
    }
    all
}

#[test]
fn nothing_is_without_words() {
    let l10n = L10n::embedded().expect("the locales are right");
    let (german, english) = (l10n.locale("de"), l10n.locale("en"));
    for key in wanted() {
        assert!(german.has(&key), "{key} is missing");
        assert!(english.has(&key), "{key} is missing in English");
    }
}

/// What the sources make keys of: faults and harms.
#[test]
fn every_fault_and_harm_has_its_sentence() {
    let l10n = L10n::embedded().expect("the locales are right");
    let mut keys = vec![];
    let check = include_str!("../../src/settings/check.rs");
    for line in check
        .lines()
        .filter(|line| line.contains("=> \"") && line.contains("Fault::"))
    {
        let code = line.split('"').nth(1).expect("a code");
        keys.push(format!("rules-fault-{code}"));
    }
    let harm = include_str!("../../src/desks/coordinator/rules/harm.rs");
    for call in [".count(\"", ".at(\""] {
        for piece in harm.split(call).skip(1) {
            keys.push(format!("rules-harm-{}", piece.split('"').next().expect("a code")));
        }
    }
    keys.extend(["topic_doubtful", "topic_refused"].map(|code| format!("rules-harm-{code}")));
    assert!(keys.len() > 30, "{keys:?}");
    for key in keys {
        assert!(
            l10n.locale("de").has(&key) && l10n.locale("en").has(&key),
            "{key} is missing"
        );
    }
}

/// A form asks for everything that a rule holds, and for nothing else.
#[test]
fn the_description_names_every_field() {
    let rows = pool_file::parse(include_str!("../../config/pools/muenster.toml")).expect("it is right");
    for row in rows {
        let kind = KINDS
            .iter()
            .find(|kind| kind.code == row.kind)
            .expect("it is described");
        for field in row.value.as_object().into_iter().flat_map(|fields| fields.keys()) {
            let known = kind.fields.iter().any(|known| known.name == field) || (kind.ordered && field == "code");
            assert!(known, "{}/{} holds {field}", row.kind, row.key);
        }
        assert_eq!(
            kind.canonical(&row.value).expect("it reads"),
            row.value,
            "{}/{}",
            row.kind,
            row.key
        );
        let mut more = row.value.clone();
        more["nonsense"] = Value::Bool(true);
        assert!(kind.canonical(&more).is_err(), "{}/{}", row.kind, row.key);
    }
}
