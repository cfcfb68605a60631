//! The words: complete in both languages, in plain German, and every key that the program asks for is there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::support::sources;

/// A message's texts: one, or one for each variant of a selector and the selector itself.
type Messages = BTreeMap<String, Vec<String>>;

/// Keys made from a part and a code: what the part may be.
fn families() -> BTreeMap<String, Vec<String>> {
    toml::from_str(include_str!("families.toml")).expect("each family has a list")
}

/// Longer than this on average, and a sentence is not plain any more.
const WORDS_IN_A_SENTENCE: usize = 15;

#[test]
fn both_languages_say_everything_with_the_same_values() {
    let (german, english) = (messages("de"), messages("en"));
    let mut wrong = Vec::new();
    for key in german.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (german.get(key), english.get(key)) {
            (Some(german), Some(english)) if values(german) == values(english) => {}
            (Some(_), Some(_)) => wrong.push(format!("{key}: other values in English than in German")),
            (None, _) => wrong.push(format!("{key}: missing in German")),
            (_, None) => wrong.push(format!("{key}: missing in English")),
        }
    }
    assert!(german.len() > 500, "only {} messages were read", german.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_key_that_is_asked_for_is_there() {
    let german = messages("de");
    let mut wrong = Vec::new();
    let mut found = 0;
    for (path, text) in asking_files() {
        for (call, key) in asked_keys(&text) {
            found += 1;
            match german.get(key) {
                None => wrong.push(format!("{path}: {key} is in no locale")),
                Some(message) if call != "with" && !values(message).is_empty() => {
                    wrong.push(format!("{path}: {key} wants values: {:?}", values(message)));
                }
                Some(_) => {}
            }
        }
    }
    for (family, parts) in families() {
        for part in parts {
            if !german.contains_key(&format!("{family}{part}")) {
                wrong.push(format!("{family}{part} is in no locale"));
            }
        }
    }
    assert!(found > 200, "only {found} keys were found in the sources");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_german_is_plain() {
    let mut wrong = Vec::new();
    let (mut words, mut sentences) = (0, 0);
    for (key, message) in messages("de") {
        let lengths: Vec<usize> = message.iter().flat_map(|line| sentence_lengths(line)).collect();
        let sum: usize = lengths.iter().sum();
        if sum > WORDS_IN_A_SENTENCE * lengths.len() {
            wrong.push(format!("{key}: sentences of {lengths:?} words"));
        }
        words += sum;
        sentences += lengths.len();
    }
    assert!(sentences > 300, "only {sentences} sentences were read");
    assert!(words <= 10 * sentences, "{words} words in {sentences} sentences");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_text_holds_the_mark_of_a_missing_one() {
    for code in ["de", "en"] {
        for (key, message) in messages(code) {
            assert!(!message.iter().any(|line| line.contains('⟦')), "{code}: {key}");
        }
    }
}

#[test]
fn the_tests_own_reading_is_right() {
    let read =
        parse("a = Eins zwei. { $n ->\n    [one] Drei\n   *[other] { $n } Vier!\n}\n# c\nb =\n    Fünf\n    sechs\n");
    assert_eq!(read["a"], ["Eins zwei.", "{ $n }", "Drei", "{ $n } Vier!"]);
    assert_eq!(read["b"], ["Fünf sechs"]);
    assert_eq!(
        values(&["{ $b } und {$a}".into()]),
        BTreeSet::from(["a".into(), "b".into()])
    );
    assert_eq!(sentence_lengths("Guten Tag. Kommen Sie am { $day }? Gern"), [2, 4]);
    let asked: Vec<_> = asked_keys("x.with(\n  \"a-one\", &[]); set(\"a-b\"); l.t(\"a-two\"); t(\"/a\")").collect();
    assert_eq!(asked, [("with", "a-one"), ("t", "a-two")]);
}

fn messages(code: &str) -> Messages {
    let mut all = Messages::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(code);
    for file in fs::read_dir(folder).expect("the locale exists") {
        let text = fs::read_to_string(file.expect("it is readable").path()).expect("it is readable");
        for (key, message) in parse(&text) {
            assert!(all.insert(key.clone(), message).is_none(), "{code}: {key} stands twice");
        }
    }
    all
}

/// What these files use of Fluent: messages, selectors, comments.
fn parse(text: &str) -> Messages {
    let mut read = Messages::new();
    let mut current: Option<String> = None;
    for line in text.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        let rest = match line.split_once('=').filter(|_| begins) {
            Some((key, rest)) => {
                current = Some(key.trim().to_owned());
                rest
            }
            None => line,
        };
        let Some(key) = current.as_ref().filter(|_| !line.starts_with('#')) else {
            continue;
        };
        // What a selector asks for is a value; each of its variants is a text without its name.
        let (rest, selector) = match rest.split_once("->").and_then(|(before, _)| before.rsplit_once('{')) {
            Some((text, selector)) => (text, Some(selector)),
            None => (rest, None),
        };
        let variant = rest.trim().trim_start_matches('*').strip_prefix('[');
        let variant = variant.and_then(|variant| variant.split_once(']'));
        let text = variant.map_or(rest, |(_, text)| text).trim();
        let message = read.entry(key.clone()).or_default();
        match message.last_mut().filter(|_| variant.is_none() && !begins) {
            Some(_) if matches!(text, "" | "}") => {}
            Some(last) => *last = format!("{last} {text}").trim().to_owned(),
            None => message.push(text.to_owned()),
        }
        if let Some(selector) = selector {
            message.push(format!("{{{selector}}}"));
        }
    }
    read
}

/// The names of the values that a message is filled in with.
fn values(message: &[String]) -> BTreeSet<String> {
    let names = message.iter().flat_map(|line| line.split('$').skip(1));
    names
        .map(|after| {
            let end = after.find(|c: char| !c.is_alphanumeric() && c != '_');
            after[..end.unwrap_or(after.len())].to_owned()
        })
        .collect()
}

/// Words in each sentence of a text; what does not end like one (a label, a heading) is none.
fn sentence_lengths(text: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut words = 0;
    let mut inside = false;
    for token in text.split_whitespace() {
        // "{ $name }" is one word.
        match token {
            "{" => inside = true,
            _ if token.starts_with('}') => inside = false,
            _ if inside => words += 1,
            _ if token.chars().any(char::is_alphanumeric) => words += 1,
            _ => {}
        }
        let end = token.trim_end_matches(['“', '"', ')']);
        if end.ends_with(['.', '!', '?']) && words > 0 {
            lengths.push(words);
            words = 0;
        }
    }
    lengths
}

/// Every source and template, without the documentation comments.
fn asking_files() -> Vec<(String, String)> {
    let code = |text: &str| -> String {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let mut files: Vec<_> = sources::all()
        .into_iter()
        .map(|source| (source.path, code(&source.text)))
        .collect();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder exists") {
            let path = entry.expect("it is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("it is readable");
                files.push((path.display().to_string(), text));
            }
        }
    }
    files
}

/// The calls that look a text up, with a key written out; what is no key (a path, say) is left out.
fn asked_keys(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices('(').filter_map(|(at, _)| {
        let call = text[..at].rsplit(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        let literal = text[at + 1..].trim_start().strip_prefix('"')?;
        let (key, _) = literal.split_once('"')?;
        let is_key = key.contains('-') && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        (matches!(call, "t" | "with" | "page") && is_key).then_some((call, key))
    })
}
