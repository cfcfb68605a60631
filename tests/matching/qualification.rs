use sprachpool::matching::*;

use super::examples::*;

fn needing(kind: &str, on: &str) -> Wanted {
    let (from, until) = (format!("{on} 10:00"), format!("{on} 11:00"));
    Wanted {
        qualifications: vec![NeededQualification {
            kind: kind.into(),
            born_after: None,
        }],
        slots: vec![slot(&from, &until)],
        ..wanted()
    }
}

fn holding(valid_until: &[Option<&str>]) -> Candidate {
    let held = |until: &Option<&str>| HeldQualification {
        kind: "clearance".into(),
        valid_until: until.map(day),
    };
    Candidate {
        qualifications: valid_until.iter().map(held).collect(),
        ..amina()
    }
}

#[test]
fn s36_a_clearance_valid_to_31_march_does_not_serve_on_1_april() {
    let candidate = holding(&[Some("2027-03-31")]);
    assert_eq!(codes(&needing("clearance", "2027-03-31"), &candidate), [""; 0]);
    let expired = Reason::Qualification {
        kind: "clearance".into(),
        problem: QualificationProblem::ExpiredOn(day("2027-03-31")),
    };
    assert_eq!(
        assess(&needing("clearance", "2027-04-01"), &candidate, &limits()).reasons(),
        [expired]
    );
}

#[test]
fn missing_is_another_problem_than_expired() {
    let missing = Reason::Qualification {
        kind: "clearance".into(),
        problem: QualificationProblem::Missing,
    };
    assert_eq!(
        assess(&needing("clearance", "2027-03-02"), &amina(), &limits()).reasons(),
        [missing]
    );
}

#[test]
fn the_longest_of_a_kind_counts_and_no_date_means_for_good() {
    let wanted = needing("clearance", "2027-03-02");
    assert_eq!(
        codes(&wanted, &holding(&[Some("2026-01-01"), Some("2027-03-02")])),
        [""; 0]
    );
    assert_eq!(codes(&wanted, &holding(&[Some("2026-01-01"), None])), [""; 0]);
}

#[test]
fn over_midnight_it_must_hold_on_both_days() {
    let mut wanted = needing("clearance", "2027-03-31");
    wanted.slots = vec![slot("2027-03-31 23:00", "2027-04-01 00:30")];
    assert_eq!(codes(&wanted, &holding(&[Some("2027-03-31")])), ["qualification"]);
    wanted.slots = vec![slot("2027-03-31 23:00", "2027-04-01 00:00")];
    assert_eq!(codes(&wanted, &holding(&[Some("2027-03-31")])), [""; 0]);
}

#[test]
fn measles_proof_is_asked_of_those_born_after_1970() {
    let mut wanted = needing("measles", "2027-03-02");
    wanted.qualifications[0].born_after = Some(1970);
    let born = |birth_year| Candidate { birth_year, ..amina() };
    assert_eq!(codes(&wanted, &born(Some(1970))), [""; 0]);
    assert_eq!(codes(&wanted, &born(Some(1971))), ["qualification"]);
    assert_eq!(codes(&wanted, &born(None)), ["qualification"]);
}
