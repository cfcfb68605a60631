//! What a browser carries through the sign-in, in cookies of a few minutes.

use axum::{
    http::{HeaderMap, header},
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{
    people::{
        SignInId, session,
        sign_in::{self, Proof},
    },
    web::{Ctx, cookies},
};

/// Which mail this browser asked for; with its code it can prove the address.
const SIGN_IN: &str = "sprachpool_sign_in";
/// That this browser proved the address.
const PROOF: &str = "sprachpool_proof";
/// Where it wanted to go.
const NEXT: &str = "sprachpool_next";

pub fn sign_in(headers: &HeaderMap) -> Option<SignInId> {
    cookies::get(headers, SIGN_IN)?.parse().ok()
}

pub fn proof(headers: &HeaderMap) -> Option<Proof> {
    Proof::from_cookie(cookies::get(headers, PROOF)?)
}

pub fn next(headers: &HeaderMap) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(cookies::get(headers, NEXT)?).ok()?;
    local_path(&String::from_utf8(bytes).ok()?)
}

pub fn set_sign_in(ctx: &Ctx, response: &mut Response, sign_in: SignInId, next: Option<&str>) {
    let minutes = sign_in::LASTS.num_seconds();
    set(ctx, response, SIGN_IN, &sign_in.0.simple().to_string(), minutes);
    match next {
        Some(next) => set(ctx, response, NEXT, &URL_SAFE_NO_PAD.encode(next), 2 * minutes),
        None => set(ctx, response, NEXT, "", 0),
    }
}

pub fn set_proof(ctx: &Ctx, response: &mut Response, proof: &Proof) {
    set(ctx, response, PROOF, &proof.to_cookie(), sign_in::LASTS.num_seconds());
}

/// The session begins; what led to it is done with.
pub fn set_session(ctx: &Ctx, response: &mut Response, token: &str) {
    set(ctx, response, cookies::SESSION, token, session::LASTS.num_seconds());
    for done in [SIGN_IN, PROOF, NEXT] {
        set(ctx, response, done, "", 0);
    }
}

/// What is wished for on the way to the second factor.
pub fn set_next(ctx: &Ctx, response: &mut Response, next: &str) {
    let seconds = 2 * sign_in::LASTS.num_seconds();
    set(ctx, response, NEXT, &URL_SAFE_NO_PAD.encode(next), seconds);
}

pub fn forget_next(ctx: &Ctx, response: &mut Response) {
    set(ctx, response, NEXT, "", 0);
}

pub fn end_session(ctx: &Ctx, response: &mut Response) {
    set(ctx, response, cookies::SESSION, "", 0);
}

fn set(ctx: &Ctx, response: &mut Response, name: &str, value: &str, seconds: i64) {
    let cookie = cookies::set(name, value, seconds, ctx.app.is_https());
    response.headers_mut().append(header::SET_COOKIE, cookie);
}

/// A path of this site to go on to: never another site, never the entrance itself.
pub fn local_path(text: &str) -> Option<String> {
    let plain = text.len() <= 500 && text.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    let local = text.starts_with('/') && !text.starts_with("//");
    let entrance = text.starts_with("/sign-");
    (plain && local && !entrance).then(|| text.to_owned())
}
