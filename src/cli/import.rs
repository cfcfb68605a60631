//! `sprachpool import`: the same as the pages do, in one go.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, BufRead, Write},
    path::Path,
};

use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, arguments::Import};
use crate::{
    act::{Act, Actor},
    clock::Clock,
    database::Db,
    ids::Ids,
    imports::{
        self, Kind, Policy,
        answers::{Answer, Answers, Group},
        columns::{self, Mapping, Problem},
        fields::Context,
        plan::{self, Change, Known, Plan},
    },
    settings::{self, Rules},
};

/// An answer can raise another question; more rounds than these never come to an end.
const MOST_ROUNDS: usize = 5;

pub async fn import(db: &Db, wish: &Import) -> Result<(), Failure> {
    let kind: Kind = wish.kind.parse()?;
    let policy: Policy = wish.known.parse()?;
    let wrong = |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", wish.file.display()));
    let bytes = fs::read(&wish.file).map_err(|error| wrong(&error))?;
    let opened = imports::open(&bytes).map_err(|error| wrong(&error))?;
    let ids = Ids::random();
    let act = Act {
        now: Clock::system().now(),
        ids: &ids,
        actor: Actor::Command,
        session: None,
    };
    let mut tx = db.read().await?;
    let rules = settings::load(&mut tx, act.now).await?;
    let known = Known::read(&mut tx, kind, policy).await?;
    tx.commit().await?;
    let sheet = match wish.sheet {
        // Who names one does not mean another.
        Some(number) => usize::from(number)
            .checked_sub(1)
            .filter(|index| *index < opened.sheets.len())
            .ok_or_else(|| wrong(&"there is no such sheet"))?,
        None => opened.likely_sheet(kind, &rules),
    };
    let table = opened
        .table(kind, &rules, sheet)
        .ok_or_else(|| wrong(&"there is no such sheet"))?;
    let mapping = mapping(kind, &rules, &table.headers, wish.mapping.as_deref())?;
    for (header, field) in table.headers.iter().zip(&mapping.0) {
        println!("{header:30} {}", field.as_deref().unwrap_or("(left out)"));
    }
    let context = Context {
        rules: &rules,
        today: rules.local(act.now).date(),
    };
    let mut answers = Answers::new();
    let mut plan = made(kind, table.rows, &mapping, (context, &known, &answers));
    for _ in 0..MOST_ROUNDS {
        for doubt in &plan.doubts {
            println!("{}", said(doubt));
            let proposal = doubt.doubt.proposal.clone().map(Answer::Value);
            let before = answers.contains_key(&doubt.key);
            let answer = proposal.filter(|_| !before).unwrap_or(Answer::LeaveOut);
            answers.insert(doubt.key.clone(), answer);
        }
        if plan.doubts.is_empty() {
            break;
        }
        plan = made(kind, table.rows, &mapping, (context, &known, &answers));
    }
    println!("{} rows, {} of them left out.", plan.rows, plan.left_out);
    for change in &plan.changes {
        println!("{}", changed(change));
    }
    let would = imports::Counts::planned(&plan);
    if policy != Policy::Keep {
        println!(
            "{} people who are known would change, in {} values.",
            would.changed, would.values
        );
    }
    if wish.dry_run {
        return Ok(());
    }
    if !plan.doubts.is_empty() {
        return Err(Failure::new("some doubts need a person: use the pages"));
    }
    if !wish.yes && !agrees()? {
        println!("Nothing was written.");
        return Ok(());
    }
    let name = wish
        .file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut numbers = imports::take_numbers(db, &rules, &plan).await?;
    let mut tx = db.begin().await?;
    let id = imports::upload_confirmed(&mut tx, &act, &rules, (kind, &name, &bytes), &opened, policy).await?;
    let bar = bar(plan.rows - plan.left_out.min(plan.rows));
    let mut step = |rows| bar.inc(rows as u64);
    let counts = imports::write(&mut tx, &act, &rules, id, (&plan, &mut numbers), &mut step).await?;
    tx.commit().await?;
    bar.finish_and_clear();
    if policy != Policy::Keep {
        println!("Changed: {} people, in {} values.", counts.changed, counts.values);
    }
    println!(
        "Written: {} volunteers, {} institutions, {} sites, {} contacts, {} appointments.",
        counts.volunteers, counts.institutions, counts.sites, counts.contacts, counts.appointments
    );
    Ok(())
}

fn made(kind: Kind, rows: &[imports::reading::Row], mapping: &Mapping, known: (Context<'_>, &Known, &Answers)) -> Plan {
    let bar = bar(rows.len());
    let plan = plan::plan(kind, rows, mapping, known, &mut || bar.inc(1));
    bar.finish_and_clear();
    plan
}

fn bar(rows: usize) -> ProgressBar {
    ProgressBar::new(rows as u64).with_style(
        ProgressStyle::with_template("{bar:40} {percent:>3} %  {pos} of {len} rows, {eta} left")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    )
}

/// As proposed, but for what the file says.
fn mapping(kind: Kind, rules: &Rules, headers: &[String], file: Option<&Path>) -> Result<Mapping, Failure> {
    let mut mapping = columns::propose(kind, rules, headers);
    if let Some(file) = file {
        let wrong = |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", file.display()));
        let text = fs::read_to_string(file).map_err(|error| wrong(&error))?;
        let own: BTreeMap<String, String> = toml::from_str(&text).map_err(|error| wrong(&error))?;
        let fields = columns::fields(kind, rules);
        for (header, field) in own {
            let at = headers.iter().position(|known| *known == header);
            let at = at.ok_or_else(|| wrong(&format!("no column is called {header:?}")))?;
            if !field.is_empty() && !fields.contains(&field) {
                return Err(wrong(&format!(
                    "{field:?} is no field; there are: {}",
                    fields.join(", ")
                )));
            }
            mapping.0[at] = Some(field).filter(|field| !field.is_empty());
        }
    }
    let problems = columns::problems(kind, &mapping);
    if problems.is_empty() {
        return Ok(mapping);
    }
    let line = |problem: &Problem| match problem {
        Problem::Missing(field) => format!("no column is the field {field}: say which with --mapping"),
        Problem::Twice(field) => format!("two columns are the field {field}: say which with --mapping"),
    };
    Err(Failure(problems.iter().map(line).collect()))
}

fn said(group: &Group) -> String {
    let rows: Vec<String> = group.rows.iter().take(8).map(u32::to_string).collect();
    let more = if group.rows.len() > 8 { ", …" } else { "" };
    let doubt = &group.doubt;
    let then = match &doubt.proposal {
        Some(proposal) => format!("taken as {proposal:?}"),
        None => "left out".to_owned(),
    };
    format!(
        "row {}{more}: {} {:?}: {}; {then}",
        rows.join(", "),
        group.field,
        doubt.cell,
        doubt.code.code()
    )
}

fn changed(change: &Change) -> String {
    let old = change.old.as_deref().unwrap_or("(nothing)");
    format!("row {}: {}: {old} -> {}", change.row, change.field, change.new)
}

fn agrees() -> Result<bool, Failure> {
    print!("Write this? [y/N] ");
    io::stdout().flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes" | "j" | "ja"))
}
