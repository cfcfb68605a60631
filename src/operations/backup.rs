use std::path::Path;

use sqlx::Connection;

use super::{
    OperationError, connect,
    files::{beside, remove_if_there, settle},
    restore::check,
    sqlite_file,
};

/// Writes one consistent copy of the SQLite database to `file`, which must not exist. The service may run on:
/// `VACUUM INTO` reads one snapshot, and nobody who writes has to wait for it.
pub async fn backup(url: &str, file: &Path) -> Result<(), OperationError> {
    let database = sqlite_file(url, file)?;
    if !database.exists() {
        return Err(OperationError::Missing(database));
    }
    if file.exists() {
        return Err(OperationError::Exists(file.to_owned()));
    }
    let partial = beside(file, ".partial");
    remove_if_there(&partial)?;
    let at = |error| OperationError::Database(database.clone(), error);
    let mut source = connect(&database, false).await.map_err(at)?;
    let copied = sqlx::query("VACUUM INTO $1")
        .bind(partial.to_string_lossy().into_owned())
        .execute(&mut source)
        .await;
    source.close().await.map_err(at)?;
    copied.map_err(at)?;
    check(&partial).await?;
    settle(&partial, file)
}
