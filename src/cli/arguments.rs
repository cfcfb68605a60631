use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::people::{EmailAddress, Name};

/// Matches requests for language mediators to available volunteers.
#[derive(Debug, Parser)]
#[command(name = "sprachpool", version, arg_required_else_help = true)]
pub struct Arguments {
    /// The configuration file [default: $SPRACHPOOL_CONFIG, else ./sprachpool.toml if there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages and send the mails, until asked to stop (SIGTERM, Ctrl-C)
    Serve,
    /// A believable pool to look at, on a clock that can be moved; nothing is kept or sent
    Demo {
        /// Where to serve it; only this machine by default
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
        listen: std::net::SocketAddr,
    },
    /// Bring the database to this program's schema
    Migrate,
    /// Say what is wrong with the configuration, and where; else print it without its secrets
    CheckConfig,
    /// Write a configuration to start from and a new server key; overwrites nothing
    Init {
        /// Where to write them
        #[arg(long, value_name = "DIR", default_value = ".")]
        dir: PathBuf,
    },
    /// The people who run the pool
    #[command(subcommand)]
    User(UserCommand),
    /// The rules of the pool: languages, districts, deadlines, …
    #[command(subcommand)]
    Pool(PoolCommand),
    /// Bring in a table of volunteers, institutions or past appointments; nobody gets a mail
    Import(Import),
    /// Take out everything as CSV or XLSX
    Export(Export),
    /// Try ways of asking on years of invented people, through the service's own code; needs no database
    Simulate(Simulate),
    /// Take one message from standard input: a bounce or a reply, from a mail server's pipe
    ReceiveMail,
    /// Copy the SQLite database while the service runs
    Backup {
        /// The copy; must not exist yet
        file: PathBuf,
    },
    /// Put a backup in the place of the SQLite database; the service must be stopped
    Restore {
        /// A copy made by `backup`
        file: PathBuf,
        /// Replace the database there; the old one is kept beside it
        #[arg(long)]
        force: bool,
    },
}

#[derive(Args, Debug)]
pub struct Import {
    /// What is in the table
    #[arg(value_name = "KIND", value_parser = ["volunteers", "institutions", "appointments"])]
    pub kind: String,
    /// CSV or XLSX, 10 MB at most
    pub file: PathBuf,
    /// Lines like `"Heading" = "field"`, where the proposed columns are not right
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Which sheet, counted from 1 [default: the one that looks most like it]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub sheet: Option<u16>,
    /// People whom the pool knows: leave them as they are, add what is not known about them, or take what the table
    /// says
    #[arg(long, default_value = "keep", value_parser = ["keep", "fill", "overwrite"])]
    pub known: String,
    /// Say what is in doubt, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Take every proposal, leave out rows without one, and ask nothing
    #[arg(long)]
    pub yes: bool,
}

#[derive(Args, Debug)]
pub struct Export {
    #[arg(value_name = "WHAT", value_parser = ["volunteers", "institutions", "requests", "appointments", "all"])]
    pub what: String,
    #[arg(long, default_value = "xlsx", value_parser = ["csv", "xlsx"])]
    pub format: String,
    /// Where to write it; overwrites nothing [default: here, named after its content]
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of headings and words
    #[arg(long, default_value = "de", value_parser = ["de", "en"])]
    pub language: String,
}

#[derive(Args, Debug)]
pub struct Simulate {
    /// World files, .json or .json.gz
    #[arg(value_name = "WORLD")]
    pub worlds: Vec<PathBuf>,
    /// Make worlds instead of reading them
    #[arg(long, value_name = "KIND", conflicts_with = "worlds", value_parser = ["base", "scarce", "rich"])]
    pub generate: Option<String>,
    /// The first seed of the worlds that are made
    #[arg(long, value_name = "N", default_value_t = 1, requires = "generate")]
    pub seed: u64,
    /// So many worlds are made, from as many seeds
    #[arg(long, value_name = "N", default_value_t = 1, requires = "generate",
          value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub seeds: u64,
    /// Alternative dates for each request of the worlds that are made
    #[arg(long, value_name = "N", default_value_t = 0, requires = "generate",
          value_parser = clap::value_parser!(u8).range(0..=2))]
    pub alternatives: u8,
    /// Let mails wear nobody off in the worlds that are made
    #[arg(long, requires = "generate")]
    pub no_fatigue: bool,
    /// Write the world that is made into this file as well
    #[arg(long, value_name = "FILE", requires = "generate")]
    pub write: Option<PathBuf>,
    /// Which ways of asking: broadcast, one_by_one:HOURS, rolling:COUNT, or default for what the pool does
    #[arg(long, value_name = "NAME", value_delimiter = ',',
          default_values_t = ["broadcast", "one_by_one:4", "rolling:3", "default"].map(String::from))]
    pub policy: Vec<String>,
    /// At most so many offers to one volunteer in any 7 days, for every way of asking; 0 is no limit [default: the
    /// pool's for `default`, none for the others]
    #[arg(long, value_name = "N")]
    pub cap: Option<u32>,
    /// The rules of another pool for `default` [default: config/pools/muenster.toml, as it was shipped]
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Write every measure of every run into this file
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make somebody a coordinator
    Add(NewUser),
    /// Lost phone and no recovery codes: a coordinator sets up the second factor anew
    ResetSecondFactor(KnownUser),
}

#[derive(Args, Debug)]
pub struct KnownUser {
    /// Where their sign-in codes go
    #[arg(long, value_name = "ADDRESS")]
    pub email: EmailAddress,
    /// Needed when several coordinators share the address
    #[arg(long)]
    pub name: Option<Name>,
}

#[derive(Args, Debug)]
pub struct NewUser {
    #[arg(long)]
    pub name: Name,
    /// Sign-in codes go there
    #[arg(long, value_name = "ADDRESS")]
    pub email: EmailAddress,
    /// The language of the mails to this person
    #[arg(long, default_value = "de", value_parser = ["de", "en"])]
    pub language: String,
}

#[derive(Debug, Subcommand)]
pub enum PoolCommand {
    /// Record what a file says differently from the rules in force
    Import {
        /// Such as config/pools/muenster.toml
        file: PathBuf,
    },
}
