//! What the description of a kind cannot say.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::de::DeserializeOwned;

use super::{
    super::{calendar, language_names::LanguageNames},
    Check, Fault,
};

/// Less is no day: an offer could hardly go out, and nobody could answer one.
const AWAKE_MINUTES: i64 = 60;

pub(super) fn problems(check: &mut Check) {
    pool(check);
    reminders(check);
    hours(check);
    languages(check);
    days(check);
    work(check);
}

fn pool(check: &mut Check) {
    for (key, value) in check.each("pool") {
        let text = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
        let (zone, prefix) = (text("zone"), text("reference_prefix"));
        check.when(calendar::zone(&zone).is_err(), ("pool", key, "zone"), || {
            Fault::Zone(zone)
        });
        let plain = !prefix.is_empty() && prefix.len() <= 10 && prefix.chars().all(|c| c.is_ascii_uppercase());
        check.when(!plain, ("pool", key, "reference_prefix"), || Fault::Prefix(prefix));
        let mail = text("desk_mail");
        let is_address = mail.split_once('@').is_some_and(|(who, host)| {
            !who.is_empty() && !host.is_empty() && !host.contains('@') && !mail.contains(char::is_whitespace)
        });
        check.when(!is_address, ("pool", key, "desk_mail"), || Fault::MailAddress);
    }
}

fn reminders(check: &mut Check) {
    let (second, task) = (
        check.number("proof_second_reminder_days"),
        check.number("proof_task_days"),
    );
    let wrong = check.number("proof_reminder_days") > second || second > task;
    check.when(wrong, ("number", "proof_task_days", "value"), || Fault::Reminders);
}

fn hours(check: &mut Check) {
    for (key, value) in check.each("hours") {
        let time = |field: &str| NaiveTime::parse_from_str(value[field].as_str().unwrap_or_default(), "%H:%M").ok();
        if let (Some(from), Some(until)) = (time("from"), time("until")) {
            let awake = awake_minutes(from, until);
            check.when(awake < AWAKE_MINUTES, ("hours", key, "until"), || {
                Fault::NeverAwake(AWAKE_MINUTES)
            });
        }
    }
}

/// How much of a day quiet hours leave. Equal times: all of it.
pub fn awake_minutes(from: NaiveTime, until: NaiveTime) -> i64 {
    let quiet = (until - from).num_minutes().rem_euclid(1440);
    1440 - quiet
}

fn languages(check: &mut Check) {
    for (key, value) in check.each("ambiguous") {
        let few = value["ask"].as_array().is_none_or(|ask| ask.len() < 2);
        check.when(few, ("ambiguous", key, "ask"), || Fault::TooFewToAsk);
    }
    for (key, value) in check.each("neighbour") {
        let same = value["from"].is_string() && value["from"] == value["to"];
        check.when(same, ("neighbour", key, "to"), || Fault::OwnNeighbour);
    }
    let (languages, ambiguous) = (read(check, "language"), read(check, "ambiguous"));
    for clash in LanguageNames::clashes(&languages, &ambiguous) {
        let (kind, key) = clash.second;
        check.when(true, (kind, &key, "also"), || Fault::Clash {
            spelling: clash.spelling,
            meanings: clash.meanings,
        });
    }
}

/// Those that can be read; the others are said elsewhere.
fn read<T: DeserializeOwned>(check: &Check, kind: &str) -> BTreeMap<String, T> {
    let rows = check.each(kind).into_iter();
    rows.filter_map(|(key, value)| Some((key.to_owned(), serde_json::from_value(value.clone()).ok()?)))
        .collect()
}

fn days(check: &mut Check) {
    for (key, value) in check.each("closure") {
        let day = |field: &str| value[field].as_str().and_then(|day| day.parse::<NaiveDate>().ok());
        let wrong = day("last") < day("first");
        check.when(wrong, ("closure", key, "last"), || Fault::LastBeforeFirst);
    }
}

fn work(check: &mut Check) {
    for (key, value) in check.each("topic") {
        let referral = value["referral"]["de"].as_str().unwrap_or_default();
        let silent = value["verdict"] == "refuse" && referral.trim().is_empty();
        check.when(silent, ("topic", key, "referral"), || Fault::ReferralMissing);
    }
    for (key, _) in check.each("mode") {
        let known = ["on_site", "phone", "video"].contains(&key);
        check.when(!known, ("mode", key, ""), || Fault::NotKnown(key.to_owned()));
    }
}
