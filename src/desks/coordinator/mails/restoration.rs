//! `POST /desk/mails/{id}/restoration`: the addresses are right after all; mails go there again.

use axum::{extract::Path, response::Response};

use super::mail;
use crate::{
    people,
    web::{Ctx, Fields, WebError, done, see_other},
};

pub async fn restore(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.begin().await?;
    let mail = mail::find(&mut tx, &id).await?;
    if let Some(person) = mail.person_id {
        for (address, _) in people::bounced_addresses(&mut tx, person).await? {
            people::works_again(&mut tx, &ctx.act()?, address).await?;
        }
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&format!("/desk/mails/{}", mail.id), "saved")))
}
