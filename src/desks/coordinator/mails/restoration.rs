//! `POST /desk/mails/{id}/restoration`: the addresses are right after all; mails go there again.

use axum::{extract::Path, response::Response};

use super::mail;
use crate::{
    people,
    requests::offers,
    web::{Ctx, Done, Fields, WebError, done, see_other},
};

pub async fn restore(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.begin().await?;
    let mail = mail::find(&mut tx, &id).await?;
    let mut said = Done::Saved;
    if let Some(person) = mail.person_id {
        let act = ctx.act()?;
        // Read first: it holds requests.
        let lost = match people::roles_of(&mut tx, person).await? {
            (Some(volunteer), _) => offers::not_arrived(&mut tx, volunteer).await?,
            (None, _) => Vec::new(),
        };
        let mut restored = false;
        for (address, _) in people::bounced_addresses(&mut tx, person).await? {
            restored |= people::works_again(&mut tx, &act, address).await?;
        }
        if restored && offers::send_again(&mut tx, &act, &ctx.rules, &lost).await? > 0 {
            said = Done::AskedAgain;
        }
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&format!("/desk/mails/{}", mail.id), said)))
}
