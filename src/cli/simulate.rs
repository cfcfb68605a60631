//! `sprachpool simulate`: worlds, policies, a table.

use std::{
    fs,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, arguments::Simulate};
use crate::{
    settings::{Rules, pool_file},
    simulation::{
        Outcome, Plan, Run,
        generate::{self, Recipe},
        measure, read, table,
        world::World,
    },
};

const SHIPPED: &str = include_str!("../../config/pools/muenster.toml");

struct Named<T> {
    name: String,
    it: T,
}

pub fn simulate(wish: &Simulate) -> Result<(), Failure> {
    let plans = plans(wish)?;
    let worlds = worlds(wish)?;
    let optimum = optimum(&worlds)?;
    let outcomes = run_all(&worlds, &plans, &optimum);
    println!("{}", table::table(&outcomes));
    if let Some(file) = &wish.json {
        let json = serde_json::to_string_pretty(&outcomes)?;
        fs::write(file, json).map_err(|error| Failure::new(format!("cannot write {}: {error}", file.display())))?;
    }
    Ok(())
}

fn plans(wish: &Simulate) -> Result<Vec<Named<Plan>>, Failure> {
    let rules = rules(wish.rules.as_deref())?;
    let plan = |name: &String| {
        let mut it = match name.as_str() {
            "default" => Plan::of_the_pool(&rules),
            other => Plan::bare(other.parse()?, &rules),
        };
        if let Some(cap) = wish.cap {
            it.cap = Some(cap).filter(|cap| *cap > 0);
        }
        let name = name.clone();
        Ok(Named { name, it })
    };
    wish.policy.iter().map(plan).collect()
}

fn rules(file: Option<&Path>) -> Result<Rules, Failure> {
    let Some(file) = file else {
        return Ok(Rules::from_rows(&pool_file::parse(SHIPPED)?)?);
    };
    let wrong = |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| wrong(&error))?;
    let rows = pool_file::parse(&text).map_err(|error| wrong(&error))?;
    Ok(Rules::from_rows(&rows)?)
}

fn worlds(wish: &Simulate) -> Result<Vec<Named<World>>, Failure> {
    if let Some(kind) = &wish.generate {
        return made(wish, kind.parse()?);
    }
    if wish.worlds.is_empty() {
        return Err(Failure::new(
            "name a world file, or make worlds with --generate base --seeds 10",
        ));
    }
    let read = |file: &std::path::PathBuf| {
        let it = read::read(file)?;
        let name = file.display().to_string();
        Ok(Named { name, it })
    };
    wish.worlds.iter().map(read).collect()
}

fn made(wish: &Simulate, kind: generate::Kind) -> Result<Vec<Named<World>>, Failure> {
    if wish.write.is_some() && wish.seeds > 1 {
        return Err(Failure::new("--write takes one world: leave out --seeds"));
    }
    let make = |seed: u64| {
        let recipe = Recipe {
            alternatives: wish.alternatives.into(),
            fatigue: !wish.no_fatigue,
            ..Recipe::year(kind, seed)
        };
        Named {
            name: recipe.to_string(),
            it: generate::generate(&recipe),
        }
    };
    let seeds = (0..wish.seeds).map(|more| wish.seed.saturating_add(more));
    let worlds: Vec<Named<World>> = seeds.map(make).collect();
    if let (Some(file), Some(world)) = (&wish.write, worlds.first()) {
        read::write(&world.it, file)?;
    }
    Ok(worlds)
}

#[cfg(feature = "optimum")]
fn optimum(worlds: &[Named<World>]) -> Result<Vec<Option<usize>>, Failure> {
    let most = |world: &Named<World>| Ok(Some(crate::simulation::optimum::optimum(&world.it)?));
    worlds.iter().map(most).collect()
}

/// Needs a solver, which the service itself does not carry.
#[cfg(not(feature = "optimum"))]
fn optimum(worlds: &[Named<World>]) -> Result<Vec<Option<usize>>, Failure> {
    Ok(vec![None; worlds.len()])
}

/// Every policy on every world, as many at a time as there are processors.
fn run_all(worlds: &[Named<World>], plans: &[Named<Plan>], optimum: &[Option<usize>]) -> Vec<Outcome> {
    let requests: usize = worlds.iter().map(|world| world.it.requests.len()).sum();
    let bar = ProgressBar::new((requests * plans.len()) as u64).with_style(
        ProgressStyle::with_template("{bar:40} {percent:>3} %  {pos} of {len} requests, {eta} left")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let next = AtomicUsize::new(0);
    let count = worlds.len() * plans.len();
    let done = Mutex::new(Vec::with_capacity(count));
    let work = || {
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            if job >= count {
                return;
            }
            let (at, plan) = (job / plans.len(), &plans[job % plans.len()]);
            let world = &worlds[at];
            let log = Run::new(&world.it, &plan.it).year(|| bar.inc(1));
            let mut measures = measure(&world.it, &log);
            measures.percent_of_optimum = optimum[at]
                .filter(|most| *most > 0)
                .map(|most| 100.0 * measures.filled as f64 / most as f64);
            let outcome = Outcome {
                policy: plan.name.clone(),
                world: world.name.clone(),
                cap: plan.it.cap,
                measures,
            };
            done.lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner())
                .push((job, outcome));
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(count);
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    bar.finish_and_clear();
    let mut done = done.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    done.sort_by_key(|(job, _)| *job);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}
