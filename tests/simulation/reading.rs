//! World files: what is wrong is said with file and field.

use std::{fs, path::PathBuf};

use sprachpool::simulation::{
    generate::{Kind, Recipe, generate},
    read,
};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("sprachpool-worlds-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn wrong(name: &str, change: fn(&str) -> String) -> String {
    let file = folder(name).join("wrong.json");
    fs::write(&file, change(include_str!("tiny.json"))).expect("a file");
    let problem = read::read(&file).expect_err("a wrong world").to_string();
    assert!(problem.contains("wrong.json"), "{problem}");
    problem
}

#[test]
fn what_was_written_is_read_again_with_and_without_gzip() {
    let world = generate(&Recipe {
        volunteers: 20,
        requests: 50,
        alternatives: 1,
        ..Recipe::year(Kind::Rich, 3)
    });
    for name in ["world.json", "world.json.gz"] {
        let file = folder("written").join(name);
        read::write(&world, &file).expect("written");
        let again = read::read(&file).expect("read again");
        assert_eq!(format!("{world:?}"), format!("{again:?}"));
    }
}

#[test]
fn a_missing_field_is_named_with_its_place() {
    let problem = wrong("missing", |text| text.replacen("\"willingness\"", "\"will\"", 1));
    assert!(
        problem.contains("volunteers[0]") && problem.contains("willingness"),
        "{problem}"
    );
}

#[test]
fn a_wrong_value_is_named_with_its_place() {
    let problem = wrong("zone", |text| text.replace("Europe/Berlin", "Europe/Entenhausen"));
    assert!(problem.contains("timezone"), "{problem}");
    let problem = wrong("time", |text| text.replacen("\"08:00\"", "\"8 o'clock\"", 1));
    assert!(problem.contains("volunteers[0].availability[0].from"), "{problem}");
    let problem = wrong("stranger", |text| {
        text.replacen("\"volunteer\":\"v1\"", "\"volunteer\":\"v99\"", 1)
    });
    assert!(
        problem.contains("answers[") && problem.contains("no such volunteer"),
        "{problem}"
    );
}

#[test]
fn neither_a_missing_file_nor_broken_gzip_is_a_world() {
    let missing = read::read(&folder("none").join("none.json"))
        .expect_err("no file")
        .to_string();
    assert!(missing.contains("none.json"), "{missing}");
    let file = folder("broken").join("broken.json.gz");
    fs::write(&file, b"not gzip at all").expect("a file");
    let broken = read::read(&file).expect_err("no gzip").to_string();
    assert!(broken.contains("broken.json.gz"), "{broken}");
}
