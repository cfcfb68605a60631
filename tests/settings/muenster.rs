//! The model city's rules, as its pages and its statistics office say them.

use chrono::{Days, NaiveDate};
use sprachpool::settings::{Resolved, Verdict};

use super::rules;

fn one(code: &str) -> Resolved {
    Resolved::One(code.to_owned())
}

fn ask(codes: &[&str]) -> Resolved {
    Resolved::Ask(codes.iter().map(|code| (*code).to_owned()).collect())
}

#[test]
fn languages_are_found_by_code_and_by_either_name() {
    let rules = rules();
    for text in ["Dari", "dari", " DARI ", "prs"] {
        assert_eq!(rules.resolve_language(text), one("prs"), "{text}");
    }
    for text in [
        "Türkisch",
        "turkish",
        "TUERKISCH",
        "Turkisch",
        "tr",
        "T\u{fc}rkisch",
        "Tu\u{308}rkisch",
    ] {
        assert_eq!(rules.resolve_language(text), one("tr"), "{text}");
    }
    for text in ["Kurmancî", "kurmanci", "Kurmanji", "Nordkurdisch", "KMR"] {
        assert_eq!(rules.resolve_language(text), one("kmr"), "{text}");
    }
    assert_eq!(rules.resolve_language("arabisch (levantinisch)"), one("apc"));
    assert_eq!(rules.resolve_language("Arabisch  Levantinisch"), one("apc"));
    assert_eq!(rules.resolve_language("ro-md"), one("ro-MD"));
}

#[test]
fn a_name_of_several_languages_asks() {
    let rules = rules();
    assert_eq!(rules.resolve_language("kurdisch"), ask(&["kmr", "ckb", "zza"]));
    assert_eq!(rules.resolve_language("Afghanisch"), ask(&["prs", "ps"]));
    assert_eq!(rules.resolve_language("Pakistanisch"), ask(&["ur", "pnb"]));
    assert_eq!(rules.resolve_language("Eritreisch"), ask(&["ti", "tig"]));
    assert_eq!(rules.resolve_language("Jugoslawisch"), ask(&["bs", "hr", "sr"]));
    assert_eq!(rules.resolve_language("Persisch"), ask(&["fa", "prs"]));
}

#[test]
fn what_is_no_language_stays_unknown() {
    let rules = rules();
    for text in ["", "   ", "()", "xx-ZZ", "Klingonisch", "Dari Dari"] {
        assert_eq!(rules.resolve_language(text), Resolved::Unknown, "{text:?}");
    }
}

#[test]
fn every_language_resolves_to_itself() {
    let rules = rules();
    assert!(rules.languages().count() >= 80);
    for (code, _) in rules.languages() {
        for text in [code, rules.language_name(code, "de"), rules.language_name(code, "en")] {
            assert_eq!(rules.resolve_language(text), one(code), "{text}");
        }
    }
}

#[test]
fn names_fall_back_to_german_and_then_to_the_code() {
    let rules = rules();
    assert_eq!(rules.language_name("ar", "en"), "Arabic");
    assert_eq!(rules.language_name("ar", "en-GB"), "Arabic");
    assert_eq!(rules.language_name("ar", "uk"), "Arabisch");
    assert_eq!(rules.language_name("xx", "de"), "xx");
}

/// S37: a Sorani speaker is not sent to a Kurmancî family unless the pool's table says so.
#[test]
fn s37_a_neighbour_counts_only_where_the_pool_says_so() {
    let rules = rules();
    assert!(rules.neighbours("kmr").is_empty());
    assert!(rules.neighbours("prs").is_empty(), "written down, but not switched on");
    assert!(
        rules
            .all_neighbours()
            .iter()
            .any(|row| row.from == "prs" && row.to == "fa" && !row.used)
    );
    let accepted: Vec<_> = rules.neighbours("bs").iter().map(|row| row.to.as_str()).collect();
    assert_eq!(accepted, ["cnr", "hr", "sr"]);
}

#[test]
fn all_45_districts_have_their_borough() {
    let rules = rules();
    assert_eq!(rules.districts().count(), 45);
    assert_eq!(rules.boroughs().count(), 6);
    for (number, district) in rules.districts() {
        let borough = match &number[..1] {
            "1" | "2" | "3" | "4" => "mitte",
            "5" => "west",
            "6" => "nord",
            "7" => "ost",
            "8" => "suedost",
            _ => "hiltrup",
        };
        assert_eq!(district.borough, borough, "{number}");
    }
    assert_eq!(rules.district_name("44"), "Herz-Jesu");
    assert!(rules.district("42").is_none());
}

#[test]
fn travel_goes_by_borough_unless_a_pair_says_otherwise() {
    let rules = rules();
    assert_eq!(rules.travel_minutes("44", "44"), 10);
    assert_eq!(rules.travel_minutes("44", "11"), 15);
    assert_eq!(rules.travel_minutes("44", "96"), 25);
    assert_eq!(rules.travel_minutes("57", "77"), 35);
    assert_eq!(rules.travel_minutes("63", "62"), 10, "a pair");
    assert_eq!(rules.travel_minutes("56", "87"), 45, "a pair, the other way round");
    assert_eq!(rules.travel_minutes("44", "99"), 35, "unknown is far");
    for (from, _) in rules.districts() {
        for (to, _) in rules.districts() {
            assert_eq!(
                rules.travel_minutes(from, to),
                rules.travel_minutes(to, from),
                "{from} {to}"
            );
        }
    }
}

/// Every borough that calls another its neighbour is called so by it.
#[test]
fn boroughs_are_neighbours_both_ways() {
    let rules = rules();
    for (code, borough) in rules.boroughs() {
        for other in &borough.neighbours {
            assert!(
                rules
                    .borough(other)
                    .is_some_and(|it| it.neighbours.iter().any(|n| n == code)),
                "{code} {other}"
            );
        }
    }
}

#[test]
fn holidays_are_those_of_north_rhine_westphalia() {
    let rules = rules();
    for (year, easter) in [(2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16")] {
        let easter: NaiveDate = easter.parse().expect("a date");
        let mut expected: Vec<NaiveDate> = [(1, 1), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26)]
            .iter()
            .map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day).expect("a date"))
            .collect();
        expected.push(easter - Days::new(2));
        expected.extend([1, 39, 50, 60].map(|days| easter + Days::new(days)));
        expected.sort();
        let found = NaiveDate::from_ymd_opt(year, 1, 1)
            .expect("a date")
            .iter_days()
            .take(365);
        assert_eq!(
            found.filter(|day| rules.holiday(*day).is_some()).collect::<Vec<_>>(),
            expected,
            "{year}"
        );
    }
}

#[test]
fn sectors_with_children_ask_for_measles_protection() {
    let rules = rules();
    let asks = |sector: &str| rules.needed_qualifications(sector).iter().any(|code| code == "measles");
    assert!(asks("kita") && asks("school") && asks("health"));
    assert!(!asks("advice") && !asks("nowhere"));
    assert_eq!(
        rules.qualification("measles").and_then(|kind| kind.only_born_after),
        Some(1970)
    );
    assert_eq!(
        rules.qualification("clearance").and_then(|kind| kind.valid_months),
        Some(60)
    );
}

/// S41: who is refused reads why and where to go, in both languages.
#[test]
fn s41_refused_topics_have_a_referral() {
    let rules = rules();
    let legal = rules.topic("legal").expect("courts and police are a topic");
    assert_eq!(legal.verdict, Verdict::Refuse);
    for topic in rules.topics().iter().filter(|topic| topic.verdict == Verdict::Refuse) {
        for locale in ["de", "en"] {
            assert!(
                topic.referral.iter().any(|(it, text)| it == locale && !text.is_empty()),
                "{}",
                topic.code
            );
        }
    }
}

#[test]
fn every_name_is_there_in_both_locales() {
    let rules = rules();
    let names = (rules.sectors().iter().map(|it| &it.name))
        .chain(rules.institution_kinds().iter().map(|it| &it.name))
        .chain(rules.occasions().iter().map(|it| &it.name))
        .chain(rules.topics().iter().map(|it| &it.name))
        .chain(rules.modes().iter().map(|it| &it.name))
        .chain(rules.qualifications().iter().map(|it| &it.name))
        .chain(rules.languages().map(|(_, it)| &it.name));
    for name in names {
        assert_eq!(
            name.iter().map(|(locale, _)| locale).collect::<Vec<_>>(),
            ["de", "en"],
            "{name:?}"
        );
    }
}

#[test]
fn lists_keep_the_order_of_the_file() {
    let rules = rules();
    let sectors: Vec<_> = rules.sectors().iter().map(|sector| sector.code.as_str()).collect();
    assert_eq!(
        sectors,
        [
            "fruehe_hilfen",
            "kita",
            "school",
            "health",
            "social",
            "authority",
            "advice"
        ]
    );
    let kinds: Vec<_> = rules
        .institution_kinds()
        .iter()
        .map(|kind| kind.code.as_str())
        .collect();
    assert_eq!(kinds, ["municipal", "church", "independent", "private", "state"]);
    let church = rules.institution_kind("church").expect("churches run day care centres");
    assert_eq!(church.name.get("de"), Some("Kirchlich"));
    assert!(rules.institution_kind("castle").is_none());
    assert!(
        rules
            .occasions_of("kita")
            .any(|occasion| occasion.code == "settling_in")
    );
    assert!(
        !rules
            .occasions_of("advice")
            .any(|occasion| occasion.code == "settling_in")
    );
}
