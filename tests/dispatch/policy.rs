use sprachpool::dispatch::*;

#[test]
fn a_policy_is_kept_as_text() {
    for (text, policy) in [
        ("waves", Policy::Waves),
        ("broadcast", Policy::Broadcast),
        ("rolling:3", Policy::RollingK { k: 3 }),
        ("one_by_one:4", Policy::OneByOne { hours: 4 }),
        ("pick:3", Policy::Pick { k: 3 }),
    ] {
        assert_eq!(policy.to_string(), text);
        assert_eq!(text.parse(), Ok(policy));
    }
    for bad in [
        "",
        "rolling",
        "rolling:0",
        "rolling:-1",
        "rolling:three",
        "pick",
        "pick:0",
        "lottery:3",
        "waves:2",
    ] {
        assert!(bad.parse::<Policy>().is_err(), "{bad}");
    }
}
