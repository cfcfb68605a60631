use sprachpool::dispatch::*;

#[test]
fn a_policy_is_kept_as_text() {
    let rolling = Policy::RollingK { k: 3 };
    assert_eq!(rolling.to_string(), "rolling:3");
    assert_eq!("rolling:3".parse(), Ok(rolling));
    for bad in ["", "rolling", "rolling:0", "rolling:-1", "rolling:three", "lottery:3"] {
        assert!(bad.parse::<Policy>().is_err(), "{bad}");
    }
}
