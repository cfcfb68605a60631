//! `/me/times` and `/me/absences`: a volunteer's own week, and nobody else's.

use axum::{extract::Path, response::Response};

use crate::{
    desks::schedule::{Whose, absences, times},
    web::{Ctx, Fields, WebError},
};

pub async fn times(ctx: Ctx) -> Result<Response, WebError> {
    times::show(&ctx, &mine(&ctx)?).await
}

pub async fn take_times(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    times::take(&ctx, &mine(&ctx)?, &fields).await
}

pub async fn absences(ctx: Ctx) -> Result<Response, WebError> {
    absences::show(&ctx, &mine(&ctx)?).await
}

pub async fn add_absence(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    absences::add(&ctx, &mine(&ctx)?, &fields).await
}

pub async fn remove_absence(ctx: Ctx, Path(absence): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    absences::remove(&ctx, &mine(&ctx)?, &absence).await
}

fn mine(ctx: &Ctx) -> Result<Whose, WebError> {
    Ok(Whose {
        volunteer: ctx.volunteer()?,
        name: None,
        base: "/me".to_owned(),
    })
}
