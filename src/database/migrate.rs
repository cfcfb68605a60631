use rust_embed::RustEmbed;
use sqlx::{
    AssertSqlSafe, SqlSafeStr,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
};

use super::{Db, DbError, Engine};

#[derive(RustEmbed)]
#[folder = "migrations"]
struct Files;

/// The migrations of one engine: `migrations/<engine>/<number>_<name>.sql`.
/// (sqlx's macro would do the same, but its feature builds both drivers a second time.)
fn migrations(engine: Engine) -> Vec<Migration> {
    let folder = match engine {
        Engine::Sqlite => "sqlite/",
        Engine::Postgres => "postgres/",
    };
    Files::iter()
        .filter_map(|path| {
            let (number, name) = path.strip_prefix(folder)?.strip_suffix(".sql")?.split_once('_')?;
            let sql = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
            Some(Migration::new(
                number.parse().ok()?,
                name.replace('_', " ").into(),
                MigrationType::Simple,
                AssertSqlSafe(sql).into_sql_str(),
                false,
            ))
        })
        .collect()
}

/// Brings the database to this program's schema. Safe to call from several instances at once.
pub async fn migrate(db: &Db) -> Result<(), MigrateError> {
    let migrator = Migrator::with_migrations(migrations(db.engine()));
    match db {
        Db::Sqlite { write, .. } => migrator.run(write).await,
        Db::Postgres(pool) => migrator.run(pool).await,
    }
}

/// The number of this program's newest migration.
pub fn newest_migration(engine: Engine) -> i64 {
    migrations(engine)
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0)
}

/// Whether the newest migration of this program has run.
pub async fn is_current(db: &Db) -> Result<bool, DbError> {
    let newest = migrations(db.engine())
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0);
    let mut tx = db.read().await?;
    let (version,) = crate::q!("SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM _sqlx_migrations")
        .one::<(i64,)>(&mut tx)
        .await?;
    Ok(version >= newest)
}
