//! `sprachpool simulate`, as somebody runs it who has neither a database nor a configuration.

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::cli::{fails, sprachpool, succeeds};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("sprachpool-simulate-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("tiny.json"), include_str!("tiny.json")).expect("a world");
    folder
}

#[test]
fn it_prints_a_table_and_writes_every_measure() {
    let folder = folder("table");
    let arguments = ["simulate", "tiny.json", "--json", "out.json"];
    let table = succeeds(&sprachpool(&folder, &[], &arguments));
    for words in [
        "fill %",
        "mails per fill",
        "Gini",
        "broadcast",
        "one_by_one:4",
        "rolling:3",
        "default",
        "Differences",
    ] {
        assert!(table.contains(words), "{table}");
    }
    let json: Value = serde_json::from_slice(&fs::read(folder.join("out.json")).expect("the file")).expect("JSON");
    let rows = json.as_array().expect("a list");
    assert_eq!(rows.len(), 4);
    assert_eq!(
        (&rows[0]["policy"], &rows[0]["world"]),
        (&"broadcast".into(), &"tiny.json".into())
    );
    assert_eq!(
        (&rows[0]["fill"], &rows[0]["mails_per_fill"]),
        (&50.0.into(), &4.25.into())
    );
    assert_eq!((&rows[3]["policy"], &rows[3]["cap"]), (&"default".into(), &5.into()));
    fs::remove_dir_all(folder).expect("gone");
}

#[test]
fn policies_and_a_cap_can_be_chosen() {
    let folder = folder("cap");
    let arguments = [
        "simulate",
        "tiny.json",
        "--policy",
        "broadcast,rolling:2",
        "--cap",
        "2",
        "--json",
        "out.json",
    ];
    succeeds(&sprachpool(&folder, &[], &arguments));
    let json: Value = serde_json::from_slice(&fs::read(folder.join("out.json")).expect("the file")).expect("JSON");
    let most = |at: usize| json[at]["most_mails_in_7_days"].as_u64().expect("a number");
    assert!(most(0) <= 2 && most(1) <= 2, "{json}");
    fs::remove_dir_all(folder).expect("gone");
}

#[test]
fn wrong_input_is_refused_with_what_to_do() {
    let folder = folder("wrong");
    fs::write(folder.join("half.json"), "{\"timezone\": \"Europe/Berlin\"").expect("a file");
    for (arguments, words) in [
        (&["simulate"][..], "--generate"),
        (&["simulate", "none.json"], "none.json"),
        (&["simulate", "half.json"], "half.json"),
        (&["simulate", "tiny.json", "--policy", "everybody"], "way of asking"),
        (&["simulate", "tiny.json", "--rules", "tiny.json"], "tiny.json"),
        (
            &["simulate", "--generate", "base", "--seeds", "2", "--write", "w.json"],
            "--seeds",
        ),
        (
            &["simulate", "tiny.json", "--json", "no/such/folder.json"],
            "folder.json",
        ),
    ] {
        let problem = fails(&sprachpool(&folder, &[], arguments));
        assert!(problem.contains(words), "{arguments:?}: {problem}");
    }
    fs::remove_dir_all(folder).expect("gone");
}
