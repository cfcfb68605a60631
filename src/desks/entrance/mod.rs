//! Signing in and out. No password: a mailed link or code proves the address, then the person says who they are.
//! Coordinators show a second factor besides.

mod carry;
mod code;
mod enter;
mod link;
mod request;
mod second_factor;
mod second_factor_qr;
mod second_factor_setup;
mod sign_out;
mod who;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/sign-in", get(request::page).post(request::send))
        .route("/sign-in/code", get(code::page).post(code::check))
        .route("/sign-in/who", get(who::page).post(who::choose))
        .route(
            "/sign-in/second-factor",
            get(second_factor::page).post(second_factor::prove),
        )
        .route("/sign-in/second-factor/recovery", post(second_factor::recover))
        .route("/sign-in/second-factor/start", post(second_factor_setup::start))
        .route(
            "/sign-in/second-factor/setup",
            get(second_factor_setup::page).post(second_factor_setup::confirm),
        )
        .route("/sign-in/{token}", get(link::page).post(link::press))
        .route("/sign-out", post(sign_out::sign_out))
}
