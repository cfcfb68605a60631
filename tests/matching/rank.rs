use sprachpool::matching::*;

use super::examples::*;

/// The order in which these would be asked.
fn order(wanted: &Wanted, candidates: &[Candidate]) -> Vec<u128> {
    let assessments: Vec<_> = candidates
        .iter()
        .map(|candidate| assess(wanted, candidate, &limits()))
        .collect();
    ranked(&assessments).iter().map(|one| one.volunteer.as_u128()).collect()
}

/// Amina without a mark against her is number 1, the one with a difference number 2.
fn other(change: impl FnOnce(&mut Candidate)) -> Candidate {
    let mut candidate = Candidate { id: id(2), ..amina() };
    change(&mut candidate);
    candidate
}

#[test]
fn each_part_moves_a_volunteer_back_alone() {
    let neighbours = vec![Neighbour {
        language: "tg".into(),
        strength: 70,
    }];
    let wanted = Wanted {
        neighbours,
        gender: GenderWish::Preferred(Gender::Female),
        ..wanted()
    };
    let worse = [
        other(|c| c.chance_milli = 349),
        other(|c| c.recent_assignments = 1),
        other(|c| c.languages.push(speaks("rom", Level::C1))),
        other(|c| c.offers_last_7_days = 1),
        other(|c| c.gender = Gender::Male),
        other(|c| c.home_district = Some("95".into())),
        other(|c| c.languages = vec![speaks("prs", Level::B2)]),
        other(|c| c.languages = vec![speaks("tg", Level::Native)]),
        other(|c| c.last_offer_at = Some(at("2027-01-02 09:00"))),
    ];
    for candidate in worse {
        // Were the order decided by id, number 0 would come first.
        let candidate = Candidate { id: id(0), ..candidate };
        assert_eq!(order(&wanted, &[candidate.clone(), amina()]), [1, 0], "{candidate:?}");
    }
}

#[test]
fn the_same_person_as_last_time_outweighs_fairness() {
    let wanted = Wanted {
        same_volunteer: vec![id(2)],
        ..wanted()
    };
    assert_eq!(order(&wanted, &[amina(), other(|c| c.recent_assignments = 9)]), [2, 1]);
}

#[test]
fn equals_take_turns_then_go_by_id_and_never_by_the_order_given() {
    let never = Candidate { id: id(9), ..amina() };
    let long_ago = Candidate {
        id: id(8),
        last_offer_at: Some(at("2026-11-02 09:00")),
        ..amina()
    };
    let lately = Candidate {
        id: id(7),
        last_offer_at: Some(at("2027-01-02 09:00")),
        ..amina()
    };
    assert_eq!(
        order(&wanted(), &[lately.clone(), long_ago.clone(), never.clone()]),
        [9, 8, 7]
    );
    assert_eq!(
        order(&wanted(), &[other(|_| ()), amina()]),
        order(&wanted(), &[amina(), other(|_| ())])
    );
}

#[test]
fn who_cannot_is_not_ranked() {
    assert_eq!(order(&wanted(), &[other(|c| c.banned = true), amina()]), [1]);
}

#[test]
fn the_parts_explain_the_points() {
    let candidate = Candidate {
        recent_assignments: 2,
        home_district: Some("95".into()),
        ..amina()
    };
    let assessment = assess(&wanted(), &candidate, &limits());
    let Verdict::Eligible { rank, .. } = assessment.verdict else {
        panic!("can")
    };
    let parts: Vec<_> = rank
        .parts
        .iter()
        .map(|part| (part.kind.code(), part.measured, part.points))
        .collect();
    assert_eq!(
        parts,
        [
            ("forecast", 350, 350),
            ("fairness", 2, -200),
            ("recent_offers", 0, 0),
            ("closeness", 100, 0),
            ("language_level", 6, 60),
            ("travel", 30, -30),
        ]
    );
    assert_eq!(rank.points(), 180);
    assert_eq!(rank.chance_milli(), 350);
}
