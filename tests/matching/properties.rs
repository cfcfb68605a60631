//! Whatever the pool looks like: every exclusion has its reasons, all of them, and fewer rules exclude nobody more.

use chrono::Duration;
use proptest::{collection::vec, option, prelude::*, sample::select};
use sprachpool::matching::*;

use super::examples::*;

fn languages() -> impl Strategy<Value = Vec<SpokenLanguage>> {
    vec((select(&["prs", "fa", "tg"][..]), select(Level::ALL)), 0..3).prop_map(|spoken| {
        spoken
            .into_iter()
            .map(|(language, level)| speaks(language, level))
            .collect()
    })
}

fn districts() -> impl Strategy<Value = Vec<String>> {
    vec(select(&["61", "95"][..]).prop_map(str::to_owned), 0..2)
}

fn windows() -> impl Strategy<Value = Vec<Window>> {
    let one = (1..=7u8, 0..24u16, 1..=24u16).prop_map(|(weekday, from, hours)| {
        window(
            weekday,
            &format!("{from:02}:00"),
            &format!("{:02}:00", (from + hours).min(24)),
        )
    });
    prop_oneof![2 => Just(whole_week()), 1 => vec(one, 0..20)]
}

fn held_assignments() -> impl Strategy<Value = Vec<HeldAssignment>> {
    let one = (
        0..48i64,
        1..4i64,
        select(Mode::ALL),
        0..2u128,
        select(&["61", "95"][..]),
    );
    let one = one.prop_map(|(from, hours, mode, site, district)| {
        let starts_at = at("2027-03-01 12:00") + Duration::hours(from);
        let ends_at = starts_at + Duration::hours(hours);
        HeldAssignment {
            starts_at,
            ends_at,
            site: Some(id(SITE + site)),
            mode,
            district: district.into(),
        }
    });
    vec(one, 0..4)
}

fn state() -> impl Strategy<Value = CandidateState> {
    let hours = option::of(-48..48i64);
    prop_oneof![
        4 => Just(CandidateState::Active),
        1 => Just(CandidateState::Retired),
        1 => hours.prop_map(|hours| CandidateState::Paused { until: hours.map(|h| limits().now + Duration::hours(h)) }),
    ]
}

prop_compose! {
    fn candidate()(
        (state, gender, birth_year, languages) in (state(), select(Gender::ALL), option::of(1960..2005i32), languages()),
        (german, modes, districts, availability) in
            (select(Level::ALL), vec(select(Mode::ALL), 0..4), districts(), windows()),
        sectors in vec(select(&["kita", "health"][..]).prop_map(str::to_owned), 0..2),
        (max_travel_minutes, weekly_cap) in (option::of(0..60u32), option::of(0..3u32)),
        absence in option::weighted(0.2, 0..3u64),
        clearance in option::of(option::of(-3..6i64)),
        assignments in held_assignments(),
        (banned, offers_last_7_days) in (prop::bool::weighted(0.1), 0..7u32),
        (asked, declined, withdrew) in (prop::bool::weighted(0.1), prop::bool::weighted(0.1), prop::bool::weighted(0.1)),
        (known_to_me, offer_cap) in (prop::bool::weighted(0.1), option::of(1..7u32)),
        refused in (vec(select(&[KITA, 301][..]), 0..2), vec(select(&["parents", "law"][..]), 0..2)),
    ) -> Candidate {
        let first = day("2027-03-02");
        Candidate {
            state, gender, birth_year, languages, german, modes, districts, availability, sectors,
            max_travel_minutes, weekly_cap, assignments, banned, offers_last_7_days, offer_cap,
            refused_institutions: refused.0.into_iter().map(id).collect(),
            refused_occasions: refused.1.into_iter().map(str::to_owned).collect(),
            home_district: Some("95".into()),
            absences: absence.map(|days| Absence { from: first, until: first + chrono::Days::new(days) }).into_iter().collect(),
            qualifications: clearance
                .map(|days| HeldQualification { kind: "clearance".into(), valid_until: days.map(|d| first + Duration::days(d)) })
                .into_iter()
                .collect(),
            history: History { asked, declined, known_to_me, withdrew },
            ..amina()
        }
    }
}

prop_compose! {
    fn request()(
        (minimum_level, minimum_german) in (option::of(select(Level::ALL)), option::of(select(Level::ALL))),
        (mode, gender) in (select(Mode::ALL), option::of(select(Gender::ALL))),
        neighbour in option::of(0..=100u8),
        clearance in any::<bool>(),
        starts in vec(-240..48i64, 1..4),
        hours in 1..6i64,
    ) -> Wanted {
        Wanted {
            minimum_level, minimum_german, mode,
            neighbours: neighbour.map(|strength| Neighbour { language: "fa".into(), strength }).into_iter().collect(),
            gender: gender.map_or(GenderWish::None, GenderWish::Required),
            qualifications: clearance
                .then(|| NeededQualification { kind: "clearance".into(), born_after: Some(1970) })
                .into_iter()
                .collect(),
            slots: starts
                .into_iter()
                .map(|from| at("2027-03-02 10:00") + Duration::hours(from))
                .map(|from| slot_between(from, from + Duration::hours(hours)))
                .collect(),
            ..wanted()
        }
    }
}

fn strict() -> Limits<'static> {
    Limits {
        offers_per_week: Some(5),
        buffer_margin_minutes: 15,
        ..limits()
    }
}

/// Takes away what a reason names; false when nothing can (a date that is over).
fn lift(code: &str, wanted: &mut Wanted, candidate: &mut Candidate) -> bool {
    match code {
        "language" => candidate.languages.push(speaks("prs", Level::Native)),
        "language_level" => wanted.minimum_level = None,
        "german_level" => wanted.minimum_german = None,
        "gender" => wanted.gender = GenderWish::None,
        "mode" => candidate.modes = Mode::ALL.to_vec(),
        "district" => candidate.districts.clear(),
        "travel" => candidate.max_travel_minutes = None,
        "sector" => candidate.sectors.clear(),
        "availability" => candidate.availability = whole_week(),
        "absence" => candidate.absences.clear(),
        "busy" | "buffer" => candidate.assignments.clear(),
        "qualification" => wanted.qualifications.clear(),
        "banned" => candidate.banned = false,
        "refused_institution" => candidate.refused_institutions.clear(),
        "refused_occasion" => candidate.refused_occasions.clear(),
        "paused" | "retired" => candidate.state = CandidateState::Active,
        "weekly_cap" => candidate.weekly_cap = None,
        "offer_cap" => candidate.offers_last_7_days = 0,
        "asked" => candidate.history.asked = false,
        "declined" => candidate.history.declined = false,
        "known_to_me" => candidate.history.known_to_me = false,
        "withdrew" => candidate.history.withdrew = false,
        "past" | "closed" => return false,
        unknown => panic!("no rule for {unknown}"),
    }
    true
}

const LIFTABLE: &[&str] = &[
    "language",
    "language_level",
    "german_level",
    "gender",
    "mode",
    "district",
    "travel",
    "sector",
    "availability",
    "absence",
    "busy",
    "qualification",
    "banned",
    "refused_institution",
    "refused_occasion",
    "paused",
    "weekly_cap",
    "offer_cap",
    "asked",
    "declined",
    "known_to_me",
    "withdrew",
];

proptest! {
    #[test]
    fn an_exclusion_has_a_reason_and_only_an_exclusion_has(wanted in request(), candidate in candidate()) {
        let assessment = assess(&wanted, &candidate, &strict());
        prop_assert_eq!(assessment.is_eligible(), assessment.reasons().is_empty());
        prop_assert_eq!(assessment.is_eligible(), !assessment.fitting_slots().is_empty());
        for slot in &assessment.slots {
            if assessment.is_eligible() {
                prop_assert_eq!(assessment.fitting_slots().contains(&slot.slot), slot.reasons.is_empty());
            }
        }
    }

    #[test]
    fn removing_a_restriction_makes_nobody_ineligible(
        wanted in request(), candidate in candidate(), code in select(LIFTABLE),
    ) {
        let before = assess(&wanted, &candidate, &strict());
        let (mut wanted, mut candidate) = (wanted, candidate);
        lift(code, &mut wanted, &mut candidate);
        let after = assess(&wanted, &candidate, &strict());
        prop_assert!(before.fitting_slots().iter().all(|slot| after.fitting_slots().contains(slot)), "{}", code);
    }

    #[test]
    fn the_reasons_are_all_there_are(wanted in request(), candidate in candidate()) {
        let before = assess(&wanted, &candidate, &strict());
        let (mut wanted, mut candidate) = (wanted, candidate);
        let mut liftable = true;
        for reason in before.reasons() {
            liftable &= lift(reason.code(), &mut wanted, &mut candidate);
        }
        let after = assess(&wanted, &candidate, &strict());
        if liftable {
            prop_assert_eq!(after.reasons(), &[]);
        } else {
            prop_assert!(after.reasons().iter().all(|reason| *reason == Reason::Past), "{:?}", after.reasons());
        }
    }

    #[test]
    fn who_may_be_asked_may_accept(wanted in request(), candidate in candidate()) {
        let accept = Limits { purpose: Purpose::Accept, ..strict() };
        if assess(&wanted, &candidate, &strict()).is_eligible() {
            prop_assert!(assess(&wanted, &candidate, &accept).is_eligible());
        }
    }
}
