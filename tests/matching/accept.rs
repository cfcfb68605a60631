use sprachpool::matching::*;

use super::examples::*;

fn to_accept() -> Limits<'static> {
    Limits {
        purpose: Purpose::Accept,
        offers_per_week: Some(1),
        ..limits()
    }
}

#[test]
fn who_was_asked_may_say_yes_whatever_speaks_against_asking_again() {
    let candidate = Candidate {
        state: CandidateState::Paused { until: None },
        offers_last_7_days: 9,
        offer_cap: Some(1),
        refused_institutions: vec![id(KITA)],
        refused_occasions: vec!["parents".into()],
        history: History {
            asked: true,
            declined: true,
            known_to_me: true,
            withdrew: true,
        },
        ..amina()
    };
    assert!(assess(&wanted(), &candidate, &to_accept()).is_eligible());
    let offer = Limits {
        purpose: Purpose::Offer,
        ..to_accept()
    };
    let reasons: Vec<_> = assess(&wanted(), &candidate, &offer)
        .reasons()
        .iter()
        .map(Reason::code)
        .collect();
    assert_eq!(
        reasons,
        [
            "paused",
            "refused_institution",
            "refused_occasion",
            "offer_cap",
            "asked",
            "declined",
            "known_to_me",
            "withdrew"
        ]
    );
}

#[test]
fn what_makes_it_impossible_still_counts() {
    let clash = vec![held("2027-03-02 10:30", "2027-03-02 11:30")];
    for (candidate, code) in [
        (
            Candidate {
                assignments: clash,
                ..amina()
            },
            "busy",
        ),
        (
            Candidate {
                assignments: vec![held("2027-03-02 11:10", "2027-03-02 12:00")],
                ..amina()
            },
            "buffer",
        ),
        (
            Candidate {
                banned: true,
                ..amina()
            },
            "banned",
        ),
        (
            Candidate {
                state: CandidateState::Retired,
                ..amina()
            },
            "retired",
        ),
        (
            Candidate {
                weekly_cap: Some(0),
                ..amina()
            },
            "weekly_cap",
        ),
    ] {
        let assessment = assess(&wanted(), &candidate, &to_accept());
        assert_eq!(
            assessment.reasons().iter().map(Reason::code).collect::<Vec<_>>(),
            [code]
        );
    }
}
