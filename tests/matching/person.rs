use sprachpool::matching::*;

use super::examples::*;

#[test]
fn amina_can() {
    let assessment = assess(&wanted(), &amina(), &limits());
    assert!(assessment.is_eligible());
    assert_eq!(assessment.fitting_slots(), [wanted().slots[0].id]);
}

#[test]
fn a_required_gender_excludes_and_a_preferred_one_does_not() {
    let required = Wanted {
        gender: GenderWish::Required(Gender::Male),
        ..wanted()
    };
    assert_eq!(codes(&required, &amina()), ["gender"]);
    let preferred = Wanted {
        gender: GenderWish::Preferred(Gender::Male),
        ..wanted()
    };
    assert_eq!(codes(&preferred, &amina()), [""; 0]);
}

#[test]
fn mode_district_distance_and_sector() {
    assert_eq!(
        codes(
            &wanted(),
            &Candidate {
                modes: vec![Mode::Phone],
                ..amina()
            }
        ),
        ["mode"]
    );
    assert_eq!(
        codes(
            &wanted(),
            &Candidate {
                districts: vec!["62".into()],
                ..amina()
            }
        ),
        ["district"]
    );
    assert_eq!(
        codes(
            &wanted(),
            &Candidate {
                sectors: vec!["health".into()],
                ..amina()
            }
        ),
        ["sector"]
    );
    let far = Candidate {
        home_district: Some("95".into()),
        max_travel_minutes: Some(29),
        ..amina()
    };
    let travel = [Reason::Travel {
        minutes: 30,
        at_most: 29,
    }];
    assert_eq!(assess(&wanted(), &far, &limits()).reasons(), travel);
    assert_eq!(
        codes(
            &wanted(),
            &Candidate {
                max_travel_minutes: Some(30),
                ..far
            }
        ),
        [""; 0]
    );
}

#[test]
fn by_phone_neither_district_nor_distance_counts() {
    let wanted = Wanted {
        mode: Mode::Phone,
        ..wanted()
    };
    let candidate = Candidate {
        districts: vec!["62".into()],
        home_district: Some("95".into()),
        max_travel_minutes: Some(5),
        ..amina()
    };
    assert_eq!(codes(&wanted, &candidate), [""; 0]);
}

#[test]
fn s39_banned_paused_and_retired() {
    assert_eq!(
        codes(
            &wanted(),
            &Candidate {
                banned: true,
                ..amina()
            }
        ),
        ["banned"]
    );
    assert_eq!(
        codes(
            &wanted(),
            &Candidate {
                state: CandidateState::Retired,
                ..amina()
            }
        ),
        ["retired"]
    );
    let paused = |until| Candidate {
        state: CandidateState::Paused { until },
        ..amina()
    };
    assert_eq!(codes(&wanted(), &paused(None)), ["paused"]);
    assert_eq!(codes(&wanted(), &paused(Some(at("2027-02-22 09:01")))), ["paused"]);
    assert_eq!(
        codes(&wanted(), &paused(Some(at("2027-02-22 09:00")))),
        [""; 0],
        "the pause is over"
    );
}

#[test]
fn no_more_offers_in_a_week_than_the_pool_allows() {
    let limits = Limits {
        offers_per_week: Some(5),
        ..limits()
    };
    let offered = |offers_last_7_days| Candidate {
        offers_last_7_days,
        ..amina()
    };
    assert!(assess(&wanted(), &offered(4), &limits).is_eligible());
    assert_eq!(
        assess(&wanted(), &offered(5), &limits).reasons(),
        [Reason::OfferCap { cap: 5 }]
    );
}

#[test]
fn nor_more_than_the_volunteer_wants() {
    let limits = Limits {
        offers_per_week: Some(5),
        ..limits()
    };
    let offered = |offers_last_7_days, offer_cap| Candidate {
        offers_last_7_days,
        offer_cap,
        ..amina()
    };
    assert!(assess(&wanted(), &offered(1, Some(2)), &limits).is_eligible());
    for (own, cap) in [(2, 2), (9, 5)] {
        let reasons = [Reason::OfferCap { cap }];
        assert_eq!(assess(&wanted(), &offered(5, Some(own)), &limits).reasons(), reasons);
    }
}

#[test]
fn what_a_volunteer_does_not_want_to_be_asked() {
    let not_the_kita = Candidate {
        refused_institutions: vec![id(KITA)],
        ..amina()
    };
    assert_eq!(codes(&wanted(), &not_the_kita), ["refused_institution"]);
    let not_parents = Candidate {
        refused_occasions: vec!["parents".into()],
        ..amina()
    };
    assert_eq!(codes(&wanted(), &not_parents), ["refused_occasion"]);
    let others = Candidate {
        refused_institutions: vec![id(301)],
        refused_occasions: vec!["law".into()],
        ..amina()
    };
    assert_eq!(codes(&wanted(), &others), [""; 0]);
}

#[test]
fn that_somebody_is_known_to_them_is_a_no_for_all_others() {
    let knows = Candidate {
        history: History {
            declined: true,
            known_to_me: true,
            ..History::default()
        },
        ..amina()
    };
    let assessment = assess(&wanted(), &knows, &limits());
    assert_eq!(assessment.reasons(), [Reason::Declined, Reason::KnownToMe]);
    assert_eq!(assessment.for_others().reasons(), [Reason::Declined]);
}

#[test]
fn every_reason_is_named_not_only_the_first() {
    let candidate = Candidate {
        gender: Gender::Male,
        modes: vec![],
        banned: true,
        languages: vec![],
        availability: vec![],
        assignments: vec![held("2027-03-02 10:00", "2027-03-02 11:00")],
        history: History {
            declined: true,
            ..History::default()
        },
        ..amina()
    };
    let wanted = Wanted {
        gender: GenderWish::Required(Gender::Female),
        ..wanted()
    };
    assert_eq!(
        codes(&wanted, &candidate),
        [
            "language",
            "gender",
            "banned",
            "declined",
            "mode",
            "availability",
            "busy"
        ]
    );
}

#[test]
fn of_two_dates_one_may_fit() {
    let slots = vec![
        slot("2027-03-02 10:00", "2027-03-02 11:00"),
        slot("2027-03-03 10:00", "2027-03-03 11:00"),
    ];
    let wanted = Wanted { slots, ..wanted() };
    let candidate = Candidate {
        assignments: vec![held("2027-03-02 10:00", "2027-03-02 11:00")],
        ..amina()
    };
    let assessment = assess(&wanted, &candidate, &limits());
    assert_eq!(assessment.fitting_slots(), [wanted.slots[1].id]);
    assert_eq!(
        assessment.slots[0].reasons.iter().map(Reason::code).collect::<Vec<_>>(),
        ["busy"]
    );
}
