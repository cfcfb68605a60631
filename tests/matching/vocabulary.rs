use sprachpool::matching::*;

use super::examples::*;

#[test]
fn levels_rise_from_a1_to_native() {
    assert!(Level::ALL.is_sorted());
    assert_eq!("b2".parse(), Ok(Level::B2));
    assert_eq!(Level::Native.to_string(), "native");
    assert!("D1".parse::<Level>().is_err());
}

#[test]
fn wall_times_go_from_midnight_to_midnight() {
    for good in ["00:00", "09:05", "23:59", "24:00"] {
        assert_eq!(good.parse::<WallTime>().expect("a wall time").to_string(), good);
    }
    for bad in ["", "9:00", "24:01", "12:60", "+9:00", "09:00:00", "neun"] {
        assert!(bad.parse::<WallTime>().is_err(), "{bad}");
    }
}

#[test]
fn a_reason_is_stored_under_its_code() {
    let reasons = [
        Reason::Language,
        Reason::OfferCap { cap: 5 },
        Reason::Busy {
            starts_at: at("2027-03-02 10:00"),
            ends_at: at("2027-03-02 11:00"),
        },
        Reason::Qualification {
            kind: "clearance".into(),
            problem: QualificationProblem::ExpiredOn(day("2027-03-31")),
        },
        Reason::Past,
        Reason::Closed {
            from: day("2026-12-24"),
            until: day("2026-12-31"),
        },
    ];
    for reason in reasons {
        let json = serde_json::to_value(&reason).expect("serialises");
        assert_eq!(json["code"], reason.code());
        assert_eq!(serde_json::from_value::<Reason>(json).expect("reads back"), reason);
    }
}
