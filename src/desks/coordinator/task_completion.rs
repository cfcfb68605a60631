//! `POST /desk/tasks/{id}/completion`: a person has taken care of it.

use axum::{extract::Path, response::Response};

use crate::{
    q,
    requests::RequestId,
    tasks::{self, TaskId},
    web::{Ctx, Fields, WebError, see_other},
};

pub async fn complete(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: TaskId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act()?;
    // Done before, perhaps by a colleague, is as good as done now.
    let done = tasks::complete(&mut tx, &act, id).await?
        || q!("SELECT kind FROM task WHERE id = $1", id)
            .optional::<(String,)>(&mut tx)
            .await?
            .is_some();
    if !done {
        return Err(WebError::NotFound);
    }
    ctx.app.commit(tx).await?;
    match fields.get("request").parse::<RequestId>() {
        Ok(request) => Ok(see_other(&format!("/desk/requests/{request}"))),
        Err(_) => Ok(see_other("/desk")),
    }
}
