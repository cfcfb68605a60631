//! What the file's grammar cannot say: that every code exists, once, and that numbers make sense.

use std::collections::BTreeSet;

use super::{PoolFile, Problem, pair_key};
use crate::settings::{Verdict, calendar, language_names::LanguageNames};

struct Problems(Vec<Problem>);

impl Problems {
    fn when(&mut self, wrong: bool, place: impl Into<String>, what: impl Into<String>) {
        if wrong {
            self.0.push(Problem {
                place: place.into(),
                what: what.into(),
            });
        }
    }

    fn known<'a>(&mut self, code: &str, mut known: impl Iterator<Item = &'a String>, place: &str, table: &str) {
        self.when(
            !known.any(|it| it == code),
            place,
            format!("{code:?} is not in {table}"),
        );
    }

    fn once<'a>(&mut self, keys: impl Iterator<Item = &'a str>, table: &str) {
        let mut seen = BTreeSet::new();
        for key in keys {
            self.when(!seen.insert(key), table, format!("{key:?} stands there twice"));
        }
    }
}

pub(super) fn problems(file: &PoolFile) -> Vec<Problem> {
    let mut found = Problems(vec![]);
    pool(file, &mut found);
    dispatch(file, &mut found);
    languages(file, &mut found);
    places(file, &mut found);
    days(file, &mut found);
    institutions(file, &mut found);
    names(file, &mut found);
    found.0
}

fn pool(file: &PoolFile, found: &mut Problems) {
    if let Err(error) = calendar::zone(&file.pool.zone) {
        found.when(true, "pool.zone", error.to_string());
    }
    let prefix = &file.pool.reference_prefix;
    let plain = !prefix.is_empty() && prefix.chars().all(|c| c.is_ascii_uppercase());
    found.when(
        !plain,
        "pool.reference_prefix",
        format!("{prefix:?} must be capital letters A to Z"),
    );
    found.when(
        !file.pool.desk_mail.contains('@'),
        "pool.desk_mail",
        "this is not a mail address",
    );
    let days = |key: &str| file.numbers.get(key).copied().unwrap_or_default();
    let (second, task) = (days("proof_second_reminder_days"), days("proof_task_days"));
    found.when(
        days("proof_reminder_days") > second || second > task,
        "numbers.proof_task_days",
        "the first reminder comes before the second one, and that before the task",
    );
    for (key, number) in &file.numbers {
        let place = format!("numbers.{key}");
        found.when(*number < 0, &place, "a number below 0 makes no sense");
        let at_least_one = matches!(
            key.as_str(),
            "max_hours" | "offer_answer_hours" | "registration_working_days"
        );
        found.when(at_least_one && *number == 0, &place, "must be at least 1");
    }
}

fn dispatch(file: &PoolFile, found: &mut Problems) {
    let it = &file.dispatch;
    for (key, percent) in [
        ("certainty_percent", it.certainty_percent),
        ("short_notice_certainty_percent", it.short_notice_certainty_percent),
    ] {
        // Nobody can be sure, and who wants no certainty asks nobody.
        let makes_sense = (1..=99).contains(&percent);
        found.when(!makes_sense, format!("dispatch.{key}"), "must lie between 1 and 99");
    }
    for (key, number) in [("wave_minutes", it.wave_minutes), ("most_waves", it.most_waves)] {
        found.when(number < 1, format!("dispatch.{key}"), "must be at least 1");
    }
    found.when(
        it.short_notice_hours < 0,
        "dispatch.short_notice_hours",
        "a number below 0 makes no sense",
    );
}

fn languages(file: &PoolFile, found: &mut Problems) {
    for (name, entry) in &file.ambiguous {
        let place = format!("ambiguous.{name}");
        found.when(
            entry.ask.len() < 2,
            &place,
            "a question needs at least two languages to choose from",
        );
        for code in &entry.ask {
            found.known(code, file.languages.keys(), &place, "[languages]");
        }
    }
    for (spelling, one, other) in LanguageNames::clashes(&file.languages, &file.ambiguous) {
        found.when(
            true,
            "languages",
            format!("{spelling:?} would mean {one:?} and {other:?}"),
        );
    }
    let keys: Vec<_> = file
        .neighbours
        .list
        .iter()
        .map(|it| format!("{}>{}", it.from, it.to))
        .collect();
    found.once(keys.iter().map(String::as_str), "neighbours.list");
    for (at, neighbour) in file.neighbours.list.iter().enumerate() {
        let place = format!("neighbours.list[{at}]");
        for code in [&neighbour.from, &neighbour.to] {
            found.known(code, file.languages.keys(), &place, "[languages]");
        }
        found.when(
            neighbour.from == neighbour.to,
            &place,
            "a language is not its own neighbour",
        );
        found.when(
            !(0..=100).contains(&neighbour.strength),
            &place,
            "strength goes from 0 to 100",
        );
    }
}

fn places(file: &PoolFile, found: &mut Problems) {
    for (code, borough) in &file.boroughs {
        for neighbour in &borough.neighbours {
            found.known(
                neighbour,
                file.boroughs.keys(),
                &format!("boroughs.{code}.neighbours"),
                "[boroughs]",
            );
        }
    }
    for (code, district) in &file.districts {
        found.known(
            &district.borough,
            file.boroughs.keys(),
            &format!("districts.{code}.borough"),
            "[boroughs]",
        );
    }
    let travel = &file.travel.by_borough;
    for minutes in [
        travel.same_district,
        travel.same_borough,
        travel.neighbouring_borough,
        travel.across,
    ] {
        found.when(
            !(0..=600).contains(&minutes),
            "travel",
            format!("{minutes} minutes make no sense"),
        );
    }
    let keys: Vec<_> = file.travel.pairs.iter().map(pair_key).collect();
    found.once(keys.iter().map(String::as_str), "travel.pairs");
    for (at, pair) in file.travel.pairs.iter().enumerate() {
        let place = format!("travel.pairs[{at}]");
        for code in [&pair.from, &pair.to] {
            found.known(code, file.districts.keys(), &place, "[districts]");
        }
        found.when(
            !(0..=600).contains(&pair.minutes),
            &place,
            format!("{} minutes make no sense", pair.minutes),
        );
    }
}

fn days(file: &PoolFile, found: &mut Problems) {
    let keys: Vec<_> = file.closures.iter().map(|it| it.first.to_string()).collect();
    found.once(keys.iter().map(String::as_str), "closures");
    for (at, closure) in file.closures.iter().enumerate() {
        found.when(
            closure.last < closure.first,
            format!("closures[{at}]"),
            "the last day lies before the first",
        );
    }
}

fn institutions(file: &PoolFile, found: &mut Problems) {
    let kinds: Vec<_> = file.qualifications.iter().map(|it| &it.code).collect();
    let sectors: Vec<_> = file.sectors.iter().map(|it| &it.code).collect();
    let topics: Vec<_> = file.topics.iter().map(|it| &it.code).collect();
    found.once(kinds.iter().map(|it| it.as_str()), "qualifications");
    let runners = file.institution_kinds.iter().map(|it| it.code.as_str());
    found.once(runners, "institution_kinds");
    found.once(sectors.iter().map(|it| it.as_str()), "sectors");
    found.once(topics.iter().map(|it| it.as_str()), "topics");
    found.once(file.occasions.iter().map(|it| it.code.as_str()), "occasions");
    found.once(file.modes.iter().map(|it| it.code.as_str()), "modes");
    for kind in &file.qualifications {
        for (key, months) in [
            ("valid_months", kind.valid_months),
            ("max_age_months", kind.max_age_months),
        ] {
            found.when(
                // A hundred years: beyond them lies the end of the calendar.
                months.is_some_and(|months| !(1..=1200).contains(&months)),
                format!("qualifications.{}.{key}", kind.code),
                "must be at least 1 and at most 1200",
            );
        }
    }
    for sector in &file.sectors {
        for need in &sector.needs {
            found.known(
                need,
                kinds.iter().copied(),
                &format!("sectors.{}.needs", sector.code),
                "[[qualifications]]",
            );
        }
    }
    for topic in &file.topics {
        let silent = topic.verdict == Verdict::Refuse && topic.referral.get("de").is_none();
        found.when(
            silent,
            format!("topics.{}", topic.code),
            "who is refused must read why and where to go: referral.de",
        );
    }
    for occasion in &file.occasions {
        let place = format!("occasions.{}", occasion.code);
        found.known(&occasion.topic, topics.iter().copied(), &place, "[[topics]]");
        for sector in &occasion.sectors {
            found.known(sector, sectors.iter().copied(), &place, "[[sectors]]");
        }
        found.when(
            !(5..=600).contains(&occasion.usual_minutes),
            &place,
            "usual_minutes goes from 5 to 600",
        );
    }
    for mode in &file.modes {
        let known = ["on_site", "phone", "video"].contains(&mode.code.as_str());
        found.when(
            !known,
            format!("modes.{}", mode.code),
            "the service knows on_site, phone and video",
        );
    }
}

fn names(file: &PoolFile, found: &mut Problems) {
    let all = (file
        .languages
        .iter()
        .map(|(code, it)| (format!("languages.{code}"), &it.name)))
    .chain(
        file.holidays
            .iter()
            .map(|(date, it)| (format!("holidays.{date}"), &it.name)),
    )
    .chain(
        file.closures
            .iter()
            .map(|it| (format!("closures.{}", it.first), &it.name)),
    )
    .chain(
        file.qualifications
            .iter()
            .map(|it| (format!("qualifications.{}", it.code), &it.name)),
    )
    .chain(
        file.institution_kinds
            .iter()
            .map(|it| (format!("institution_kinds.{}", it.code), &it.name)),
    )
    .chain(file.sectors.iter().map(|it| (format!("sectors.{}", it.code), &it.name)))
    .chain(file.topics.iter().map(|it| (format!("topics.{}", it.code), &it.name)))
    .chain(
        file.occasions
            .iter()
            .map(|it| (format!("occasions.{}", it.code), &it.name)),
    )
    .chain(file.modes.iter().map(|it| (format!("modes.{}", it.code), &it.name)));
    for (place, name) in all {
        found.when(
            name.get("de").is_none_or(str::is_empty),
            place,
            "a German name is missing: name.de",
        );
    }
}
