use sprachpool::matching::*;

use super::examples::*;

fn at_quarter_to_eleven() -> Wanted {
    Wanted {
        slots: vec![slot("2027-03-02 10:45", "2027-03-02 11:45")],
        ..wanted()
    }
}

fn busy_until_half_past_ten() -> Candidate {
    Candidate {
        assignments: vec![held("2027-03-02 09:30", "2027-03-02 10:30")],
        ..amina()
    }
}

#[test]
fn s3_a_job_across_town_a_quarter_of_an_hour_later_is_too_close() {
    let assessment = assess(&at_quarter_to_eleven(), &busy_until_half_past_ten(), &limits());
    let buffer = Reason::Buffer {
        starts_at: at("2027-03-02 09:30"),
        ends_at: at("2027-03-02 10:30"),
        gap_minutes: 15,
        needed_minutes: 30,
    };
    assert_eq!(assessment.reasons(), [buffer]);
}

#[test]
fn s3_the_buffer_counts_before_the_next_assignment_too() {
    let candidate = Candidate {
        assignments: vec![held("2027-03-02 12:00", "2027-03-02 13:00")],
        ..amina()
    };
    assert_eq!(codes(&at_quarter_to_eleven(), &candidate), ["buffer"]);
}

#[test]
fn s4_at_the_same_site_no_buffer_is_needed() {
    let mut candidate = busy_until_half_past_ten();
    candidate.assignments[0].site = Some(id(SITE));
    assert_eq!(codes(&at_quarter_to_eleven(), &candidate), [""; 0]);
}

#[test]
fn s4_by_phone_or_video_on_either_side_no_buffer_is_needed() {
    for mode in [Mode::Phone, Mode::Video] {
        let by_phone = Wanted {
            mode,
            ..at_quarter_to_eleven()
        };
        assert_eq!(codes(&by_phone, &busy_until_half_past_ten()), [""; 0]);
        let mut candidate = busy_until_half_past_ten();
        candidate.assignments[0].mode = mode;
        assert_eq!(codes(&at_quarter_to_eleven(), &candidate), [""; 0]);
    }
}

#[test]
fn two_unknown_sites_are_not_the_same_site() {
    let mut candidate = busy_until_half_past_ten();
    candidate.assignments[0].site = None;
    assert_eq!(
        codes(
            &Wanted {
                site: None,
                ..at_quarter_to_eleven()
            },
            &candidate
        ),
        ["buffer"]
    );
}

#[test]
fn the_margin_is_added_to_the_travel_and_a_gap_of_just_that_will_do() {
    let wanted = Wanted {
        slots: vec![slot("2027-03-02 11:15", "2027-03-02 12:00")],
        ..wanted()
    };
    let with_margin = |buffer_margin_minutes| Limits {
        buffer_margin_minutes,
        ..limits()
    };
    assert!(assess(&wanted, &busy_until_half_past_ten(), &with_margin(15)).is_eligible());
    assert!(!assess(&wanted, &busy_until_half_past_ten(), &with_margin(16)).is_eligible());
}

#[test]
fn s6_busy_at_that_time_and_the_reason_names_the_clash() {
    let candidate = Candidate {
        assignments: vec![held("2027-03-02 09:30", "2027-03-02 10:15")],
        ..amina()
    };
    let busy = Reason::Busy {
        starts_at: at("2027-03-02 09:30"),
        ends_at: at("2027-03-02 10:15"),
    };
    assert_eq!(assess(&wanted(), &candidate, &limits()).reasons(), [busy]);
}

#[test]
fn busy_by_phone_is_busy_too() {
    let mut candidate = Candidate {
        assignments: vec![held("2027-03-02 10:15", "2027-03-02 10:45")],
        ..amina()
    };
    candidate.assignments[0].mode = Mode::Phone;
    assert_eq!(codes(&wanted(), &candidate), ["busy"]);
}
