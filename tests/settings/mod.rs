mod calendar;
mod desk_hours;
mod muenster;
mod notice;
mod pool_file;
mod store;

use sprachpool::settings::{RuleRow, Rules, pool_file::parse};

const MUENSTER: &str = include_str!("../../config/pools/muenster.toml");

fn rows() -> Vec<RuleRow> {
    parse(MUENSTER).unwrap_or_else(|error| panic!("{error}"))
}

fn rules() -> Rules {
    Rules::from_rows(&rows()).expect("the model city's rules fit together")
}
