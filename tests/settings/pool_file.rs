//! What is wrong with a pool's file is said, and where it stands.

use sprachpool::settings::pool_file::{PoolFileError, parse};

use super::MUENSTER;

/// The model city's file with one thing changed.
fn error_of(from: &str, to: &str) -> String {
    assert!(MUENSTER.contains(from), "{from:?} is not in the file any more");
    match parse(&MUENSTER.replacen(from, to, 1)) {
        Ok(_) => panic!("{to:?} passed"),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn assert_says(error: &str, parts: &[&str]) {
    for part in parts {
        assert!(error.contains(part), "{part:?} is missing in: {error}");
    }
}

#[test]
fn an_unknown_key_is_an_error() {
    assert_says(&error_of("city = ", "town = "), &["line", "town"]);
    assert_says(&error_of("borough = \"mitte\"", "burough = \"mitte\""), &["burough"]);
    assert_says(&error_of("max_hours", "max_ours"), &["max_ours"]);
}

#[test]
fn a_code_stands_there_once() {
    assert_says(&error_of("sq = {", "am = {"), &["line", "duplicate key"]);
    assert_says(
        &error_of("code = \"school\"", "code = \"kita\""),
        &["sectors", "\"kita\"", "twice"],
    );
    assert_says(
        &error_of("code = \"church\"", "code = \"municipal\""),
        &["institution_kinds", "\"municipal\"", "twice"],
    );
}

#[test]
fn a_pair_of_districts_stands_there_once_in_either_direction() {
    let error = error_of("{ from = \"81\", to = \"82\"", "{ from = \"63\", to = \"62\"");
    assert_says(&error, &["travel.pairs", "\"62-63\"", "twice"]);
}

#[test]
fn what_is_named_must_exist() {
    let cases = [
        ("to = \"63\"", "to = \"99\"", "travel.pairs[0]", "\"99\""),
        (
            "borough = \"ost\"",
            "borough = \"east\"",
            "districts.71.borough",
            "\"east\"",
        ),
        (
            "\"clearance\", \"measles\"",
            "\"clearence\", \"measles\"",
            "sectors.kita.needs",
            "\"clearence\"",
        ),
        (
            "topic = \"medical_talk\"",
            "topic = \"doctors\"",
            "occasions.doctor_talk",
            "\"doctors\"",
        ),
        (
            "ask = [\"ti\", \"tig\"]",
            "ask = [\"ti\", \"tgr\"]",
            "ambiguous.Eritreisch",
            "\"tgr\"",
        ),
        ("from = \"ro-MD\"", "from = \"mo\"", "neighbours.list", "\"mo\""),
    ];
    for (from, to, place, what) in cases {
        assert_says(&error_of(from, to), &[place, what]);
    }
}

#[test]
fn bad_values_are_refused() {
    assert_says(&error_of("\"21:00\"", "\"9 pm\""), &["line", "9 pm", "time of day"]);
    assert_says(&error_of("\"21:00\"", "\"24:30\""), &["line", "24:30"]);
    assert_says(&error_of("2027-03-26", "2027-02-29"), &["line"]);
    assert_says(&error_of("Europe/Berlin", "Mars/Base"), &["pool.zone", "Mars/Base"]);
    assert_says(
        &error_of("verdict = \"refuse\"", "verdict = \"perhaps\""),
        &["line", "perhaps"],
    );
    assert_says(
        &error_of("strength = 90", "strength = 190"),
        &["neighbours.list[0]", "100"],
    );
    assert_says(
        &error_of("last = \"2026-08-14\"", "last = \"2026-08-01\""),
        &["closures[0]", "before"],
    );
    assert_says(&error_of("most_waves = 10", "most_waves = 0"), &["dispatch.most_waves"]);
    assert_says(
        &error_of("policy = \"waves\"", "policy = \"lottery\""),
        &["line", "lottery", "rolling:3"],
    );
    assert_says(
        &error_of("certainty_percent = 90", "certainty_percent = 100"),
        &["dispatch.certainty_percent"],
    );
    assert_says(
        &error_of("registration_working_days = 1", "registration_working_days = 0"),
        &["numbers.registration_working_days"],
    );
    assert_says(&error_of("code = \"video\"", "code = \"fax\""), &["modes.fax"]);
}

#[test]
fn one_spelling_means_one_thing() {
    let error = error_of("also = [\"Zentralkurdisch\"]", "also = [\"KURDISCH\"]");
    assert_says(&error, &["kurdisch", "ckb"]);
}

#[test]
fn a_missing_number_and_a_missing_german_name_are_named() {
    assert_says(&error_of("max_hours = 3", ""), &["max_hours"]);
    assert_says(&error_of("name.de = \"Dari\", ", ""), &["languages.prs", "name.de"]);
}

#[test]
fn all_problems_are_said_at_once() {
    let text = MUENSTER
        .replacen("Europe/Berlin", "Mars/Base", 1)
        .replacen("to = \"63\"", "to = \"99\"", 1);
    match parse(&text) {
        Err(PoolFileError::Problems(problems)) => assert!(problems.len() >= 2, "{problems:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_value_is_an_object() {
    for row in super::rows() {
        assert!(row.value.is_object(), "{}/{}", row.kind, row.key);
    }
}

/// S41: nobody is refused without a word why.
#[test]
fn s41_a_refusal_needs_its_referral() {
    let error = error_of("verdict = \"allow\"", "verdict = \"refuse\"");
    assert_says(&error, &["topics.education", "referral.de"]);
}
