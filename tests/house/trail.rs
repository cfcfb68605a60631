//! The audit trail can be read: each action that the program writes has its sentence in both languages.

use std::{collections::BTreeSet, path::Path};

use crate::support::sources;

/// What a sentence may be filled in with.
const VALUES: [&str; 4] = ["volunteer", "institution", "person", "code"];

#[test]
fn every_action_has_its_sentence() {
    let (mut actions, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    for source in sources::all() {
        for (action, kind) in written(&source.text) {
            actions.insert(action.replace('.', "_"));
            kinds.extend(kind.map(str::to_owned));
        }
    }
    assert!(actions.len() > 25 && kinds.len() > 5, "{actions:?} {kinds:?}");
    for code in ["de", "en"] {
        let text = texts(code);
        let mut wrong = Vec::new();
        let keys = actions.iter().map(|action| format!("trail-{action}"));
        for key in keys.chain(kinds.iter().map(|kind| format!("trail-kind-{kind}"))) {
            let message = text.iter().find(|message| message.starts_with(&format!("{key} =")));
            match message {
                None => wrong.push(format!("{key} is missing")),
                Some(message) => wrong.extend(foreign(message).map(|value| format!("{key}: nobody fills in ${value}"))),
            }
        }
        assert!(wrong.is_empty(), "locales/{code}: {}", wrong.join("\n"));
    }
}

#[test]
fn the_tests_own_reading_is_right() {
    let text = "act.audit(tx, \"a.b\", (\"request\", id)).await; act\n.audit(\n  tx,\n  \"c\",\n  (object, id));
        act.audit_many(tx, \"d\", \"person\", lines)";
    let found: Vec<_> = written(text).collect();
    assert_eq!(found, [("a.b", Some("request")), ("c", None), ("d", Some("person"))]);
    let message = "x = { $code ->\n    [a] { $volunteer }\n   *[b] {$day}\n}";
    assert_eq!(foreign(message).collect::<Vec<_>>(), ["day"]);
}

/// Actions written out in a source, with the kind of thing they are about.
fn written(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    text.split(".audit").skip(1).filter_map(|call| {
        let call = call.strip_prefix("_many").unwrap_or(call).strip_prefix('(')?;
        let (_, rest) = call.split_once(',')?;
        let (action, rest) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
        let object = rest.trim_start_matches([',', ' ', '\n']);
        let object = object.strip_prefix('(').unwrap_or(object);
        let kind = object.strip_prefix('"').and_then(|object| object.split_once('"'));
        Some((action, kind.map(|(kind, _)| kind)))
    })
}

/// The values in a message that no line of the trail has.
fn foreign(message: &str) -> impl Iterator<Item = &str> {
    message.split('$').skip(1).filter_map(|after| {
        let end = after
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(after.len());
        let value = &after[..end];
        (!VALUES.contains(&value)).then_some(value)
    })
}

/// Every message of a locale that belongs to the trail.
fn texts(code: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(code);
    let mut messages: Vec<String> = Vec::new();
    for file in std::fs::read_dir(folder).expect("the locale exists") {
        let text = std::fs::read_to_string(file.expect("it is readable").path()).expect("it is readable");
        for line in text.lines() {
            match messages.last_mut() {
                Some(message) if line.starts_with([' ', '}']) => *message = format!("{message}\n{line}"),
                _ => messages.push(line.to_owned()),
            }
        }
    }
    messages.retain(|message| message.starts_with("trail-"));
    messages
}
