//! The simulator tells the truth about dispatch: a year that was worked out by hand, promises in random years.

mod command;
mod generated;
mod promises;
mod reading;
mod tiny;

use sprachpool::{
    settings::{Rules, pool_file},
    simulation::{Log, Plan, Run, world::World},
};

fn rules() -> Rules {
    let rows = pool_file::parse(include_str!("../../config/pools/muenster.toml")).expect("the shipped rules");
    Rules::from_rows(&rows).expect("the shipped rules")
}

/// By its name: "default" is what the pool does.
fn plan(name: &str) -> Plan {
    match name {
        "default" => Plan::of_the_pool(&rules()),
        other => Plan::bare(other.parse().expect("a policy"), &rules()),
    }
}

fn year(world: &World, plan: &Plan) -> Log {
    Run::new(world, plan).year(|| ())
}
