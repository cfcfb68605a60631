//! From a proved address to a session, by way of the choice where several people share the address.

use axum::{http::HeaderMap, response::Response};

use super::{carry, link};
use crate::{
    act::Actor,
    database::Tx,
    people::{
        PersonId,
        session::{self, SignedIn},
        sign_in::{self, Finished, Proof},
    },
    web::{Ctx, WebError, see_other},
};

/// One person: signed in at once. Several: they are asked. Commits.
pub async fn with_proof(ctx: &Ctx, headers: &HeaderMap, mut tx: Tx, proof: &Proof) -> Result<Response, WebError> {
    let act = ctx.act_as(Actor::Service);
    let people = sign_in::people_of(&mut tx, &act, &ctx.app.keys, proof)
        .await?
        .unwrap_or_default();
    if let [only] = people.as_slice() {
        return as_person(ctx, headers, tx, proof, only.id).await;
    }
    ctx.app.commit(tx).await?;
    let mut response = see_other("/sign-in/who");
    carry::set_proof(ctx, &mut response, proof);
    Ok(response)
}

/// Ends the session there was, starts theirs and goes where they wanted to go. Commits.
pub async fn as_person(
    ctx: &Ctx,
    headers: &HeaderMap,
    mut tx: Tx,
    proof: &Proof,
    person: PersonId,
) -> Result<Response, WebError> {
    let act = ctx.act_as(Actor::Service);
    let finished = sign_in::finish(&mut tx, &act, &ctx.app.keys, proof, person, &ctx.network).await?;
    let Finished::SignedIn { token, .. } = finished else {
        return Ok(link::expired(ctx));
    };
    if let Some(before) = &ctx.session {
        session::end(&mut tx, &act, before.session).await?;
    }
    let signed_in = session::find(&mut tx, &token, ctx.now).await?;
    ctx.app.commit(tx).await?;
    let home = signed_in.as_ref().map_or("/", home);
    let mut response = see_other(&carry::next(headers).unwrap_or_else(|| home.to_owned()));
    carry::set_session(ctx, &mut response, &token);
    Ok(response)
}

/// Where somebody's work is.
pub fn home(signed_in: &SignedIn) -> &'static str {
    if signed_in.coordinator || signed_in.second_factor_missing {
        "/desk"
    } else if !signed_in.contact_of.is_empty() {
        "/requests"
    } else if signed_in.volunteer.is_some() {
        "/me"
    } else {
        "/"
    }
}
