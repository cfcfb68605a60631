//! Who asks, for the rate limits: the address of the connection, or what a trusted proxy says about it;
//! and from which network somebody signs in.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::{extract::ConnectInfo, http::request::Parts};

use crate::config::Network;

/// The client's address. `X-Forwarded-For` counts only from a proxy that the operator trusts.
pub fn address(parts: &Parts, trusted: &[Network]) -> IpAddr {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    let lists = parts
        .headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let forwarded: Vec<&str> = lists.flat_map(|list| list.split(',')).collect();
    behind(peer, &forwarded, trusted)
}

/// Each proxy appends whom it heard from: read from the end, past those who are trusted. What stands before the
/// first stranger was written by that stranger.
pub fn behind(peer: IpAddr, forwarded: &[&str], trusted: &[Network]) -> IpAddr {
    let mut client = peer.to_canonical();
    for hop in forwarded.iter().rev() {
        if !trusted.iter().any(|network| network.contains(client)) {
            break;
        }
        match hop.trim().parse::<IpAddr>() {
            Ok(address) => client = address.to_canonical(),
            Err(_) => break,
        }
    }
    client
}

/// The address without its last part: enough to see that somebody came from elsewhere, too little to find them.
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{}/24", Ipv4Addr::new(a, b, c, 0))
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
        }
    }
}
