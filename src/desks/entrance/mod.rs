//! Signing in and out. No password: a mailed link or code proves the address, then the person says who they are.

mod carry;
mod code;
mod enter;
mod link;
mod request;
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
        .route("/sign-in/{token}", get(link::page).post(link::press))
        .route("/sign-out", post(sign_out::sign_out))
}
