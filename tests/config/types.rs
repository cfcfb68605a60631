//! The small types of the configuration.

use std::net::IpAddr;

use sprachpool::config::{BaseUrl, Network};

#[test]
fn a_base_url_is_scheme_and_host() {
    let url: BaseUrl = "HTTPS://Sprachpool.example/".parse().unwrap();
    assert_eq!(url.as_str(), "https://sprachpool.example");
    assert!(url.is_https());
    let local: BaseUrl = "http://127.0.0.1:8080".parse().unwrap();
    assert_eq!(local.join("/o/abc"), "http://127.0.0.1:8080/o/abc");
    assert!(!local.is_https());
}

#[test]
fn a_network_contains_its_addresses() {
    let contains = |network: &str, address: &str| {
        network
            .parse::<Network>()
            .unwrap()
            .contains(address.parse::<IpAddr>().unwrap())
    };
    assert!(contains("10.0.0.0/8", "10.200.3.4"));
    assert!(!contains("10.0.0.0/8", "11.0.0.1"));
    assert!(contains("127.0.0.1", "127.0.0.1"));
    assert!(!contains("127.0.0.1", "127.0.0.2"));
    assert!(contains("0.0.0.0/0", "203.0.113.9"));
    assert!(!contains("0.0.0.0/0", "2001:db8::1"));
    assert!(contains("2001:db8::/32", "2001:db8:1::9"));
    assert!(!contains("2001:db8::/32", "2001:db9::9"));
    assert!(
        contains("10.0.0.0/8", "::ffff:10.1.1.1"),
        "a mapped address is its IPv4 address"
    );
}
