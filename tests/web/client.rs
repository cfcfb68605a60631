//! Who asks: nobody can name another address than their own, unless a trusted proxy says so.

use std::net::IpAddr;

use sprachpool::{
    config::Network,
    web::client::{behind, network},
};

fn client(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
    let trusted: Vec<Network> = trusted.iter().map(|network| network.parse().unwrap()).collect();
    behind(peer.parse::<IpAddr>().unwrap(), forwarded, &trusted).to_string()
}

#[test]
fn without_a_trusted_proxy_the_connection_counts() {
    assert_eq!(client("203.0.113.9", &["198.51.100.1"], &[]), "203.0.113.9");
    assert_eq!(
        client("203.0.113.9", &["198.51.100.1"], &["127.0.0.1"]),
        "203.0.113.9",
        "a stranger is no proxy"
    );
}

#[test]
fn behind_a_trusted_proxy_the_last_stranger_counts() {
    assert_eq!(client("127.0.0.1", &["198.51.100.1"], &["127.0.0.1"]), "198.51.100.1");
    assert_eq!(
        client("127.0.0.1", &["1.2.3.4", " 198.51.100.1 "], &["127.0.0.1"]),
        "198.51.100.1",
        "what the client wrote itself does not count"
    );
    assert_eq!(
        client("10.0.0.2", &["198.51.100.1", "10.0.0.7"], &["10.0.0.0/8"]),
        "198.51.100.1",
        "through two proxies"
    );
    assert_eq!(
        client("::ffff:127.0.0.1", &["2001:db8::7"], &["127.0.0.1"]),
        "2001:db8::7"
    );
    assert_eq!(client("127.0.0.1", &["unknown"], &["127.0.0.1"]), "127.0.0.1");
    assert_eq!(client("127.0.0.1", &[], &["127.0.0.1"]), "127.0.0.1");
}

#[test]
fn a_network_is_an_address_without_its_last_part() {
    let of = |address: &str| network(address.parse::<IpAddr>().unwrap());
    assert_eq!(of("203.0.113.9"), "203.0.113.0/24");
    assert_eq!(of("::ffff:203.0.113.9"), "203.0.113.0/24");
    assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
}
