//! Pure: a suggestion really leads to a better band, and where there are many nothing is suggested.

use chrono::NaiveDate;
use proptest::prelude::*;
use sprachpool::{
    forecast::{Pool, Seen},
    institutions::{ContactId, InstitutionId, SiteId},
    matching::{Candidate, CandidateState, Gender, GenderWish, History, Level, Mode, SpokenLanguage, WallTime, Window},
    people::PersonId,
    pool::Member,
    requests::{
        NewRequest, NewSlot, check_slot,
        prospects::{Band, Chances, Change, Scene, changes, suggest},
    },
    settings::{Rules, pool_file::parse},
};
use uuid::Uuid;

use crate::support::pool::at;

fn rules() -> Rules {
    let rows = parse(include_str!("../../config/pools/muenster.toml")).expect("the file is well formed");
    Rules::from_rows(&rows).expect("the rules fit together")
}

fn request(language: &str, mode: Mode, gender: GenderWish, (day, hour): (u32, u32)) -> NewRequest {
    let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    NewRequest {
        form_key: Uuid::nil(),
        institution: InstitutionId(Uuid::nil()),
        site: SiteId(Uuid::nil()),
        contact: ContactId(Uuid::nil()),
        filed_by: PersonId(Uuid::nil()),
        language: language.to_owned(),
        mode,
        occasion: "parent_talk".to_owned(),
        topic: "education".to_owned(),
        gender,
        same_volunteer: false,
        openings: 1,
        urgent_reason: None,
        meeting_point: String::new(),
        remarks: String::new(),
        slots: vec![NewSlot {
            date: NaiveDate::from_ymd_opt(2027, 3, day).expect("a day"),
            start: time(hour),
            end: time(hour + 1),
        }],
    }
}

fn modes() -> impl Strategy<Value = Mode> {
    prop::sample::select(Mode::ALL.to_vec())
}

fn genders() -> impl Strategy<Value = Gender> {
    prop::sample::select(Gender::ALL.to_vec())
}

prop_compose! {
    fn requests()(
        language in prop::sample::select(vec!["prs", "fa", "kmr", "ar"]),
        mode in modes(),
        wish in 0..3,
        gender in genders(),
        at in (9u32..31, 0u32..22),
    ) -> NewRequest {
        let wish = match wish {
            0 => GenderWish::None,
            1 => GenderWish::Preferred(gender),
            _ => GenderWish::Required(gender),
        };
        request(language, mode, wish, at)
    }
}

prop_compose! {
    fn members()(
        languages in prop::collection::vec(prop::sample::select(vec!["prs", "fa", "kmr", "ckb", "ar"]), 1..3),
        gender in genders(),
        modes in prop::collection::vec(modes(), 1..3),
        weekdays in prop::collection::vec(1u8..8, 1..6),
        (from, length) in (0u16..22, 1u16..8),
        yes in 0i64..6,
        offers in 0u32..7,
    ) -> Member {
        let minutes = |hour: u16| WallTime::from_minutes(hour.min(24) * 60).expect("within the day");
        Member {
            name: String::new(),
            seen: Seen { yes, exposure_milli: 3_000 },
            candidate: Candidate {
                id: Uuid::nil(),
                state: CandidateState::Active,
                gender,
                birth_year: Some(1960),
                languages: languages
                    .into_iter()
                    .map(|language| SpokenLanguage { language: language.to_owned(), level: Level::Native })
                    .collect(),
                german: Level::C1,
                modes,
                home_district: None,
                districts: Vec::new(),
                sectors: Vec::new(),
                max_travel_minutes: None,
                availability: weekdays
                    .into_iter()
                    .map(|weekday| Window { weekday, from: minutes(from), until: minutes(from + length) })
                    .collect(),
                absences: Vec::new(),
                qualifications: Vec::new(),
                assignments: Vec::new(),
                banned: false,
                refused_institutions: Default::default(),
                refused_occasions: Default::default(),
                offer_cap: None,
                weekly_cap: None,
                offers_last_7_days: offers,
                last_offer_at: None,
                recent_assignments: 0,
                chance_milli: 0,
                history: History::default(),
            },
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_suggestion_really_improves_and_many_needs_none(
        new in requests(),
        members in prop::collection::vec(members(), 0..14),
    ) {
        let (rules, now) = (rules(), at(3, 8, 9, 12));
        let scene = Scene {
            members,
            forecast: Pool::default(),
            district: "1".to_owned(),
            // One that asks for no proof.
            sector: "other".to_owned(),
            now,
        };
        let band = |new: &NewRequest| scene.chances(&rules, new).band(new.openings);
        let prospects = suggest(&rules, &new, now, band);
        prop_assert_eq!(prospects.band, band(&new));
        if prospects.band == Band::Many {
            prop_assert!(prospects.suggestions.is_empty());
        }
        for suggestion in &prospects.suggestions {
            let changed = suggestion.change.applied(&new);
            prop_assert!(changed != new);
            prop_assert!(check_slot(&rules, &changed.slots[0], now).is_ok());
            prop_assert_eq!(band(&changed), suggestion.band);
            prop_assert!(suggestion.band > prospects.band);
        }
    }

    #[test]
    fn more_people_never_make_it_worse(people in 0usize..20, milli in 0u64..9_000, more in 0usize..5, places in 1i64..4) {
        let band = Chances { people, yeses_milli: milli }.band(places);
        let better = Chances { people: people + more, yeses_milli: milli + 100 * more as u64 }.band(places);
        prop_assert!(band <= better);
        prop_assert_eq!(band == Band::Nobody, people == 0);
    }
}

#[test]
fn of_each_kind_the_smallest_change_that_helps_most() {
    let (rules, now) = (rules(), at(3, 8, 9, 12));
    let new = request("prs", Mode::OnSite, GenderWish::Required(Gender::Female), (16, 9));
    // Everything helps a little, and an hour earlier helps much.
    let prospects = suggest(&rules, &new, now, |changed| {
        let start = changed.slots[0].start.to_string();
        match (changed == &new, start.as_str()) {
            (true, _) => Band::Nobody,
            (false, "08:00:00") => Band::Many,
            (false, _) => Band::Few,
        }
    });
    let kinds: Vec<_> = prospects
        .suggestions
        .iter()
        .map(|one| (&one.change, one.band))
        .collect();
    assert!(
        matches!(
            kinds.as_slice(),
            [
                (Change::Time(earlier), Band::Many),
                (Change::Mode(Mode::Video), Band::Few),
                (Change::Preferred(Gender::Female), Band::Few),
                ..,
                (Change::Date(next), Band::Few),
            ] if earlier.start.to_string() == "08:00:00" && next.date.to_string() == "2027-03-17"
        ),
        "{kinds:?}"
    );
}

#[test]
fn a_weekend_or_a_holiday_is_suggested_to_nobody() {
    let (rules, now) = (rules(), at(3, 8, 9, 12));
    // Thursday before Easter.
    let new = request("prs", Mode::OnSite, GenderWish::None, (25, 9));
    for change in changes(&rules, &new, now).into_iter().flatten() {
        if let Change::Date(slot) = change {
            assert!(rules.is_working_day(slot.date), "{}", slot.date);
        }
    }
}
