//! The last lines about one thing, for its own page: `{% include "coordinator/trail_last.html" %}` in a template
//! that has a field `trail: trail::Last`.

use uuid::Uuid;

use super::{
    line::{self, LineView},
    read, subject,
};
use crate::{
    database::{DbError, Tx},
    web::Ctx,
};

const LAST: usize = 10;

pub struct Last {
    pub lines: Vec<LineView>,
    /// The whole trail of this thing.
    pub href: String,
}

/// `kind` is one of [`subject::KINDS`].
pub async fn last(ctx: &Ctx, tx: &mut Tx, kind: &str, id: Uuid) -> Result<Last, DbError> {
    let ids = subject::ids(tx, kind, id).await?;
    let (rows, _) = read::about(tx, &ids, None, LAST).await?;
    Ok(Last {
        lines: line::views(ctx, tx, &rows).await?,
        href: format!("/desk/trail/{kind}/{id}"),
    })
}
