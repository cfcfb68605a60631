use super::{
    Arguments, Command, Failure, PoolCommand, UserCommand, export, import, init, logs, pool, simulate, stop, user,
};
use crate::{
    config::{self, Config, DatabaseConfig, LogConfig, LogFormat, Problem},
    database::{self, Db, Durability},
    demo, operations, serve,
};

pub async fn run(arguments: Arguments) -> Result<(), Failure> {
    let file = arguments.config.as_deref();
    match arguments.command {
        Command::Serve => {
            let config = load(file)?;
            logs::start(&config.logs);
            serve::serve(config, stop::requested()).await?;
        }
        Command::Demo { listen } => {
            logs::start(&LogConfig {
                format: LogFormat::Text,
                level: tracing::Level::WARN,
            });
            demo::run(listen, stop::requested()).await?;
        }
        Command::Migrate => {
            open(&load_database(file)?).await?.close().await;
            println!("The database has this program's schema.");
        }
        Command::CheckConfig => {
            let config = load(file)?;
            println!("{config:#?}\nThe configuration is complete.");
        }
        Command::Init { dir } => init::init(&dir)?,
        Command::User(UserCommand::Add(new)) => {
            let db = open(&load_database(file)?).await?;
            let added = user::add(&db, &new).await;
            db.close().await;
            added?;
        }
        Command::User(UserCommand::ResetSecondFactor(known)) => {
            let db = open(&load_database(file)?).await?;
            let reset = user::reset_second_factor(&db, &known).await;
            db.close().await;
            reset?;
        }
        Command::Pool(PoolCommand::Import { file: rules }) => {
            let db = open(&load_database(file)?).await?;
            let imported = pool::import(&db, &rules).await;
            db.close().await;
            imported?;
        }
        Command::Import(wish) => {
            let db = open(&load_database(file)?).await?;
            let imported = import::import(&db, &wish).await;
            db.close().await;
            imported?;
        }
        Command::Export(wish) => {
            let db = open(&load_database(file)?).await?;
            let exported = export::export(&db, &wish).await;
            db.close().await;
            exported?;
        }
        Command::Simulate(wish) => simulate::simulate(&wish)?,
        // Answers in a mail server's exit codes: see `cli::run`.
        Command::ReceiveMail => {}
        Command::Backup { file: to } => {
            operations::backup(load_database(file)?.url.expose(), &to).await?;
            println!("Wrote {}.", to.display());
        }
        Command::Restore { file: from, force } => {
            let url = load_database(file)?.url;
            let kept = operations::restore(&from, url.expose(), force).await?;
            println!("Restored {url} from {}.", from.display());
            if let Some(kept) = kept {
                println!("The database that was there is kept as {}.", kept.display());
            }
        }
    }
    Ok(())
}

pub fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().map(|(name, value)| {
        (
            name.to_string_lossy().into_owned(),
            value.to_string_lossy().into_owned(),
        )
    })
}

fn load(file: Option<&std::path::Path>) -> Result<Config, Failure> {
    config::load(file, environment()).map_err(all)
}

fn load_database(file: Option<&std::path::Path>) -> Result<DatabaseConfig, Failure> {
    config::load_database(file, environment()).map_err(all)
}

fn all(problems: Vec<Problem>) -> Failure {
    Failure(problems.iter().map(Problem::to_string).collect())
}

/// Opens the database and brings it to this program's schema.
async fn open(database: &DatabaseConfig) -> Result<Db, Failure> {
    let db = Db::open(database.url.expose(), database.max_connections, Durability::Full)
        .await
        .map_err(|error| Failure::new(format!("cannot open the database {}: {error}", database.url)))?;
    database::migrate(&db).await?;
    Ok(db)
}
