//! The words: complete in both languages, in plain German, and every key that the program asks for is there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::support::sources;

/// A message's texts: one, or one for each variant of a selector and the selector itself.
type Messages = BTreeMap<String, Vec<String>>;

/// Keys made from a part and a code: what the part may be. A new family of keys gets its line here.
const FAMILIES: &[(&str, &[&str])] = &[
    ("weekday-", &["1", "2", "3", "4", "5", "6", "7"]),
    (
        "month-",
        &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    ),
    ("mode-", &["on_site", "phone", "video"]),
    (
        "week-state-",
        &[
            "problem",
            "open",
            "refused",
            "searching",
            "confirmed",
            "done",
            "nobody",
            "cancelled",
        ],
    ),
    (
        "trail-",
        &[
            "task_reopened",
            "qualification_restored",
            "institution_reinstated",
            "contact_restored",
            "site_reopened",
        ],
    ),
    ("when-mode-hint-", &["on_site", "phone", "video"]),
    ("callers-state-", &["paused", "pending"]),
    ("inbox-kind-", &["bounce", "reply"]),
    ("trail-", &["address_bounced", "address_restored", "mail_received"]),
    ("gender-", &["female", "male", "diverse"]),
    ("wish-preferred-", &["female", "male", "diverse"]),
    ("wish-required-", &["female", "male", "diverse"]),
    (
        "task-",
        &[
            "nobody_found",
            "search_slow",
            "request_check",
            "choose",
            "withdrawal_in_lock",
            "mail_bounced",
            "mail_stuck",
            "mail_reply",
            "institution_waits",
            "contact_left",
            "qualification_runs_out",
            "assignment_unqualified",
            "assignment_banned",
            "proof_missing",
            "proof_disputed",
        ],
    ),
    (
        "institution-state-",
        &["pending", "approved", "paused", "retired", "refused"],
    ),
    (
        "institution-missing-",
        &[
            "name",
            "sector",
            "site-name",
            "street",
            "postcode",
            "city",
            "district",
            "contact-name",
            "email",
            "phone",
            "locale",
        ],
    ),
    (
        "trail-",
        &[
            "institution_refused",
            "institution_paused",
            "institution_resumed",
            "institution_retired",
            "institution_changed",
            "site_added",
            "site_changed",
            "site_closed",
            "contact_changed",
            "contact_ended",
            "contact_invited",
        ],
    ),
    (
        "prospects-",
        &["many", "many-text", "few", "few-text", "nobody", "nobody-text"],
    ),
    ("prospects-then-", &["few", "many"]),
    ("task-request_check-text-", &["late", "no_answer", "lapsed"]),
    (
        "desk-request-state-",
        &[
            "checking",
            "searching",
            "confirmed",
            "unfilled",
            "refused",
            "cancelled",
            "past",
        ],
    ),
    ("check-side-", &["next-text", "checked-text"]),
    (
        "text-area-",
        &[
            "mail-request",
            "mail-offer",
            "mail-proof",
            "mail-people",
            "mail-sign-in",
            "mail-frame",
            "form",
            "request",
            "start",
            "help",
            "privacy",
            "imprint",
            "accessibility",
        ],
    ),
    ("texts-version-", &["now", "past", "next", "own"]),
    ("mail-check-approved-", &["subject", "title"]),
    ("mail-check-refused-", &["subject", "title"]),
    ("mail-check-question-", &["subject", "title"]),
    ("task-search_slow-text-", &["near", "nobody_left"]),
    (
        "task-nobody_found-text-",
        &["nobody_left", "deadline_passed", "too_late_for_mail"],
    ),
    ("volunteer-state-", &["active", "paused", "paused-open", "retired"]),
    ("volunteer-list-state-", &["active", "paused", "retired"]),
    ("volunteer-missing-", &["languages", "areas", "times"]),
    ("volunteer-phone-", &["yes", "no"]),
    (
        "volunteer-part-",
        &["person", "languages", "times", "absences", "areas", "limits"],
    ),
    (
        "volunteer-about-",
        &[
            "email",
            "phone",
            "locale",
            "gender",
            "birth-year",
            "home",
            "german",
            "modes",
            "districts",
            "sectors",
            "travel",
            "cap",
        ],
    ),
    ("week-title-", &["desk", "own"]),
    ("week-lead-", &["desk", "own"]),
    ("week-outside-text-", &["desk", "own"]),
    ("absence-title-", &["desk", "own"]),
    ("absence-lead-", &["desk", "own"]),
    ("absence-none-", &["desk", "own"]),
    ("absence-during-text-", &["desk", "own"]),
    // What volunteers' verbs write into the audit trail.
    (
        "trail-",
        &[
            "volunteer_created",
            "volunteer_changed",
            "volunteer_languages_changed",
            "volunteer_availability_changed",
            "volunteer_areas_changed",
            "volunteer_limits_changed",
            "volunteer_paused",
            "volunteer_resumed",
            "volunteer_retired",
            "volunteer_invited",
            "absence_added",
            "absence_removed",
            "person_address_changed",
        ],
    ),
    ("proof-said-", &["held", "client_absent", "not_held"]),
    ("proof-outcome-", &["held", "client_absent", "not_held"]),
    ("status-proof-", &["waiting", "confirm", "first", "disputed", "done"]),
    ("path-proof-", &["waiting", "confirm", "first", "disputed", "done"]),
    ("desk-proof-state-", &["open", "reported", "disputed", "done"]),
    (
        "desk-proof-choice-",
        &[
            "volunteer",
            "institution",
            "own",
            "phone_volunteer",
            "phone_institution",
        ],
    ),
    (
        "desk-history-proof_",
        &["asked", "reported", "confirmed", "disputed", "decided", "reminded"],
    ),
    (
        "trail-proof_",
        &["asked", "reported", "confirmed", "disputed", "decided", "reminded"],
    ),
    ("quals-why-", &["mistake", "no_longer_valid"]),
    ("offer-taken-back-", &["title", "lead", "more", "tag"]),
    (
        "trail-",
        &[
            "qualification_recorded",
            "qualification_revoked",
            "qualification_ran_out",
            "volunteer_banned",
            "ban_lifted",
            "offer_closed",
        ],
    ),
    (
        "figures-by-",
        &["month", "language", "sector", "district", "institution"],
    ),
    ("figures-all-", &["language", "sector", "district", "institution"]),
    (
        "slips-says-",
        &[
            "title",
            "date",
            "time",
            "place",
            "meeting",
            "phone",
            "video",
            "mediator",
            "other",
            "free",
            "secret",
            "call",
            "changed",
            "open",
            "cancelled",
            "over",
            "ended",
        ],
    ),
    (
        "trail-",
        &[
            "request_handed_over",
            "slip_sent",
            "slip_revoked",
            "slip_text_corrected",
            "slip_text_restored",
            "slip_text_checked",
        ],
    ),
    ("figures-table-", &["outcome", "effort"]),
    ("figures-column-", FIGURES),
    ("figures-means-", FIGURES),
    (
        "path-",
        &["changed", "closed", "closed-now", "closed-now-text", "cancelled-pool"],
    ),
    ("mail-changed-", &["subject", "title"]),
    ("mail-willing-", &["subject", "title"]),
    ("orphans-lead", &["", "-active"]),
    ("again-gone-", &["language", "occasion", "topic", "site"]),
    ("list-view-", &["all", "coming", "waiting", "past", "calendar"]),
    ("mail-contact-changed-", &["subject", "title"]),
    ("mail-freed-", &["subject", "title"]),
    ("mail-freed-lead-", &["filled", "changed", "ended"]),
    (
        "trail-",
        &[
            "asking_set",
            "asking_reset",
            "offer_willing",
            "offer_freed",
            "offer_chosen",
            "offer_chosen_late",
        ],
    ),
    ("desk-history-", &["asking_set", "asking_reset", "changed-policy"]),
    ("mail-closed-", &["subject", "title"]),
    ("mail-request-cancelled-lead", &["", "-pool"]),
    ("mail-assignment-cancelled-lead", &["", "-pool"]),
    ("mail-offer-cancelled-lead", &["", "-pool"]),
    (
        "desk-tried-",
        &[
            "accepted",
            "willing",
            "given-back",
            "declined",
            "silent",
            "waiting",
            "queued",
            "bounced",
            "closed",
        ],
    ),
    (
        "close-reason-",
        &["nobody_can", "other_help", "referred", "unreachable", "other"],
    ),
    ("desk-cancel-who-", &["coordinator", "pool"]),
    (
        "desk-cancel-reason-",
        &["not_needed", "other_day", "family_cannot", "pool_cannot", "other"],
    ),
    (
        "desk-history-",
        &[
            "request_filed",
            "search_started",
            "search_goes_on",
            "search_ended",
            "search_ended-filled",
            "search_ended-nobody",
            "search_ended-cancelled",
            "offer_made",
            "offer_sent",
            "offer_bounced",
            "offer_accepted",
            "offer_declined",
            "assignment_given_back",
            "assignment_made",
            "search_changed",
            "request_closed",
            "request_cancelled",
            "request_cancelled-coordinator",
            "request_cancelled-pool",
            "changed-mode",
            "changed-gender",
            "changed-language",
            "changed-dates",
            "other",
        ],
    ),
    // Those that may be overridden, and stand on an assignment.
    (
        "desk-reason-short-",
        &[
            "language_level",
            "german_level",
            "mode",
            "district",
            "travel",
            "sector",
            "availability",
            "absence",
            "buffer",
            "refused_institution",
            "refused_occasion",
            "paused",
            "weekly_cap",
            "offer_cap",
            "asked",
            "declined",
            "withdrew",
        ],
    ),
    // What a volunteer is told of themselves; a free time is said date by date.
    (
        "why-not-",
        &[
            "language",
            "language_level",
            "german_level",
            "gender",
            "mode",
            "district",
            "travel",
            "sector",
            "absence",
            "closed",
            "busy",
            "buffer",
            "qualification-missing",
            "qualification-expired",
            "refused_institution",
            "refused_occasion",
            "paused",
            "paused-open",
            "weekly_cap",
            "offer_cap",
        ],
    ),
    (
        "data-table-",
        &[
            "check_question",
            "person",
            "address",
            "person_address",
            "coordinator",
            "contact",
            "second_factor",
            "sign_in",
            "session",
            "volunteer",
            "volunteer_language",
            "language_wish",
            "volunteer_district",
            "volunteer_sector",
            "availability",
            "absence",
            "qualification",
            "refusal",
            "forecast_volunteer",
            "request_draft",
            "request",
            "offer",
            "assignment",
            "proof",
            "proof_version",
            "link",
            "outbox",
            "inbound_mail",
            "task",
            "audit",
        ],
    ),
    (
        "data-column-",
        &[
            "question",
            "answer",
            "asked_at",
            "check_referral",
            "name",
            "name_sort",
            "locale",
            "created_at",
            "ended_at",
            "email",
            "email_key",
            "bounced_at",
            "active",
            "phone",
            "phone_consent",
            "confirmed_at",
            "expires_at",
            "proved_at",
            "used_at",
            "revoked_at",
            "network",
            "second_factor_at",
            "state",
            "paused_until",
            "gender",
            "birth_year",
            "home_district",
            "german_level",
            "on_site",
            "by_phone",
            "by_video",
            "max_travel_minutes",
            "weekly_cap",
            "offer_cap",
            "retired_at",
            "language",
            "level",
            "wished_at",
            "district",
            "sector",
            "weekday",
            "from_time",
            "until_time",
            "from_date",
            "until_date",
            "kind",
            "seen_on",
            "issued_on",
            "valid_until",
            "recorded_at",
            "occasion",
            "offers",
            "yes",
            "no",
            "updated_at",
            "fields",
            "reference",
            "filed_at",
            "urgent_reason",
            "meeting_point",
            "remarks",
            "cancel_reason",
            "closed_note",
            "policy_reason",
            "sent_at",
            "answered_at",
            "rank",
            "willing_at",
            "known_to_me",
            "starts_at",
            "ends_at",
            "accepted_at",
            "ended_how",
            "override_reason",
            "started_at",
            "side",
            "outcome",
            "travel_minutes",
            "note",
            "purpose",
            "dropped_at",
            "sender",
            "subject",
            "body",
            "received_at",
            "done_at",
            "at",
            "actor",
            "action",
            "object_kind",
            "params",
        ],
    ),
    (
        "erasure-blocker-",
        &[
            "coordinator",
            "contact",
            "volunteer",
            "assignment",
            "proof",
            "request",
            "task",
        ],
    ),
    (
        "erased-",
        &[
            "name",
            "addresses",
            "sign_ins",
            "sessions",
            "second_factors",
            "phone",
            "languages",
            "areas",
            "times",
            "wishes",
            "links",
            "qualifications",
            "texts",
            "drafts",
            "mails_in",
            "mails_out",
            "tasks",
        ],
    ),
    (
        "kept-",
        &[
            "gender",
            "gender-why",
            "offers",
            "offers-why",
            "assignments",
            "assignments-why",
            "proofs",
            "proofs-why",
            "requests",
            "requests-why",
            "rules",
            "rules-why",
            "audit",
            "audit-why",
            "backups",
            "backups-why",
        ],
    ),
    ("task-", &["language_wish", "erasure_asked"]),
    (
        "settings-",
        &[
            "modes",
            "districts",
            "travel",
            "sectors",
            "cap",
            "phone",
            "consent",
            "mails",
            "modes-title",
            "districts-title",
            "travel-title",
            "sectors-title",
            "cap-title",
            "phone-title",
            "consent-title",
            "mails-title",
            "modes-hint",
            "districts-hint",
            "travel-hint",
            "sectors-hint",
            "cap-hint",
            "phone-hint",
            "consent-hint",
            "mails-hint",
            "yes",
            "no",
        ],
    ),
    ("left-", &["title", "lead", "kept", "erased"]),
    (
        "trail-",
        &[
            "person_erased",
            "retention_ran",
            "language_wished",
            "language_confirmed",
            "language_declined",
            "feed_made",
            "feed_ended",
            "volunteer_returned",
        ],
    ),
    (
        "error-title-",
        &[
            "400", "403", "404", "405", "409", "410", "413", "415", "429", "500", "503",
        ],
    ),
    // Bringing tables in, and taking them out.
    ("imports-kind-", &["volunteers", "institutions", "appointments"]),
    ("imports-kind-hint-", &["volunteers", "institutions", "appointments"]),
    (
        "imports-state-",
        &[
            "uploaded", "checking", "checked", "running", "done", "undoing", "undone", "failed", "ended",
        ],
    ),
    (
        "imports-problem-",
        &[
            "empty",
            "too_large",
            "not_a_spreadsheet",
            "other_format",
            "encrypted",
            "broken",
            "too_much",
            "too_many_cells",
            "gave_up",
            "in-use",
            "undo-gave-up",
        ],
    ),
    (
        "imports-count-",
        &[
            "rows",
            "volunteers",
            "institutions",
            "sites",
            "contacts",
            "appointments",
            "left_out",
        ],
    ),
    ("imports-blocked-", &["volunteers", "institutions", "requests"]),
    (
        "imports-doubt-",
        &[
            "missing",
            "unknown",
            "ambiguous",
            "lost_zero",
            "serial",
            "day_or_month",
            "out_of_range",
            "error_cell",
            "formula",
            "too_long",
            "misleading",
            "same_in_file",
            "same_in_pool",
            "shared_address",
            "overlap",
            "not_past",
            "no_contact",
        ],
    ),
    (
        "imports-field-",
        &[
            "name",
            "first_name",
            "last_name",
            "email",
            "phone",
            "phone_consent",
            "locale",
            "gender",
            "birth_year",
            "languages",
            "language_level",
            "german",
            "home_district",
            "districts",
            "sectors",
            "modes",
            "travel_minutes",
            "weekly_cap",
            "offer_cap",
            "availability",
            "absences",
            "state",
            "institution",
            "institution_kind",
            "sector",
            "institution_state",
            "site",
            "address",
            "street",
            "postcode",
            "city",
            "district",
            "contact",
            "reference",
            "date",
            "start",
            "end",
            "minutes",
            "language",
            "occasion",
            "mode",
            "volunteer",
            "volunteer_email",
            "outcome",
            "real_start",
            "real_end",
            "filed_on",
            "row",
            "places",
            "filled",
            "cancelled",
        ],
    ),
    ("imports-answer-", &["same", "different"]),
    (
        "exports-what-",
        &["volunteers", "institutions", "requests", "appointments", "all"],
    ),
    (
        "exports-what-hint-",
        &["volunteers", "institutions", "requests", "appointments", "all"],
    ),
    ("exports-format-", &["csv", "xlsx"]),
    ("exports-format-hint-", &["csv", "xlsx"]),
    ("exports-yes-", &["yes", "no"]),
    ("exports-gender-", &["female", "male", "diverse"]),
    ("exports-mode-", &["on_site", "phone", "video"]),
    ("exports-volunteer-state-", &["active", "paused", "retired"]),
    (
        "exports-institution-state-",
        &["pending", "approved", "paused", "retired"],
    ),
    ("exports-locale-", &["de", "en"]),
    (
        "exports-outcome-",
        &["held", "client_absent", "not_held", "cancelled", "unfilled"],
    ),
    ("exports-weekday-", &["1", "2", "3", "4", "5", "6", "7"]),
    ("exports-shown-", &["seen", "issued", "until", "unlimited"]),
    (
        "error-text-",
        &[
            "400", "403", "404", "405", "409", "410", "413", "415", "429", "500", "503",
        ],
    ),
];

const FIGURES: &[&str] = &[
    "requests",
    "requests_filled",
    "places",
    "filled",
    "unfilled",
    "cancelled_by_institution",
    "cancelled_by_pool",
    "refused",
    "open",
    "planned_hours",
    "real_hours",
    "hours_to_fill",
    "mails",
    "refilled",
    "not_refilled",
];

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
    for (family, parts) in FAMILIES {
        for part in *parts {
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
