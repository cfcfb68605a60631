//! What an operator does with the whole database: copy it away and bring it back.

mod backup;
mod files;
mod restore;

pub use backup::backup;
pub use restore::restore;

use std::path::PathBuf;

use sqlx::{
    ConnectOptions, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

use crate::database::DbError;

#[derive(Debug, thiserror::Error)]
pub enum OperationError {
    #[error(
        "the database is PostgreSQL; use its own tools: \
         pg_dump --format=custom --file={0} \"$DATABASE_URL\" (and pg_restore --clean --if-exists --dbname=\"$DATABASE_URL\" {0})"
    )]
    Postgres(PathBuf),
    #[error("{0} exists already")]
    Exists(PathBuf),
    #[error("there is no database at {0}")]
    Missing(PathBuf),
    #[error("{0} exists already; --force replaces it and keeps the old one beside it")]
    WouldReplace(PathBuf),
    #[error("{0} is in use; stop the service first")]
    InUse(PathBuf),
    #[error("{0} is damaged: {1}")]
    Damaged(PathBuf, String),
    #[error("{0} is no database of this program")]
    Foreign(PathBuf),
    #[error("{file} was written by a newer program (migration {found}; this one knows up to {known})")]
    Newer { file: PathBuf, found: i64, known: i64 },
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    #[error("{0}: {1}")]
    Database(PathBuf, DbError),
}

/// The SQLite file behind the database's URL, as [`crate::database::Db::open`] reads it.
fn sqlite_file(url: &str, other: &std::path::Path) -> Result<PathBuf, OperationError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Err(OperationError::Postgres(other.to_owned()));
    }
    Ok(PathBuf::from(url.strip_prefix("sqlite:").unwrap_or(url)))
}

async fn connect(file: &std::path::Path, read_only: bool) -> Result<SqliteConnection, DbError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(read_only);
    // A copy stays one file: reading it must not leave a journal beside it.
    let options = if read_only {
        options.immutable(true)
    } else {
        options.journal_mode(SqliteJournalMode::Wal)
    };
    options.connect().await
}
