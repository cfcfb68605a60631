//! Imports point downwards only. The table below is the house; a new room gets its floor here.

use crate::support::sources::{self, Source};

/// From the cellar up: a module may use those of lower floors.
const FLOORS: &[&[&str]] = &[
    &["clock", "database", "days", "ids", "keys", "l10n", "phone", "wall"],
    &["act"],
    &["links", "timers", "matching", "dispatch", "forecast", "operations"],
    &["settings", "pool"],
    &["tasks"],
    &["config", "simulation"],
    &["mail"],
    &DOMAINS,
    &["privacy"],
    &["app"],
    &["web"],
    &["desks"],
    &["web::router", "workers"],
    &["serve"],
    &["demo"],
    &["cli"],
];

/// On one floor: they may call each other's verbs, but no domain touches another's store.
const DOMAINS: [&str; 12] = [
    "people",
    "institutions",
    "volunteers",
    "qualifications",
    "requests",
    "proofs",
    "inbox",
    "search",
    "slips",
    "statistics",
    "imports",
    "exports",
];

/// Pure: no database, no clock, nothing but the time of day.
const PURE: [&str; 3] = ["matching", "dispatch", "forecast"];

/// What may point upwards, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    // The composed application holds the demo's state, if this is the demo.
    ("app", "demo::Demo"),
    // The demo's pages are part of the site, and its clock is moved by the workers that serve it.
    ("web::router", "demo"),
];

/// Of the domains, the web's frame knows only who is signed in.
const FRAME_MAY_USE: [&str; 2] = ["people::session", "app::Shared"];

#[test]
fn imports_point_downwards() {
    let wrong: Vec<String> = sources::all().iter().flat_map(violations).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_floor() {
    for source in sources::all() {
        let module = module_of(&source.path);
        assert!(
            matches!(module.as_str(), "lib" | "main") || floor(&module).is_some(),
            "{} stands on no floor of {}",
            source.path,
            file!()
        );
    }
}

#[test]
fn what_points_upwards_is_found() {
    let found = |path: &str, text: &str| {
        !violations(&Source {
            path: path.into(),
            text: text.into(),
        })
        .is_empty()
    };
    assert!(found("src/database/mod.rs", "use crate::{act::Act, q};"));
    assert!(found("src/matching/rank.rs", "use crate::database::Tx;"));
    assert!(found(
        "src/requests/accept.rs",
        "let x = crate::volunteers::store::get(tx).await;"
    ));
    assert!(found(
        "src/web/extract.rs",
        "use crate::{app::Shared, requests::{self, RequestId}};"
    ));
    assert!(found(
        "src/people/mod.rs",
        "use crate::{\n    mail::Mail,\n    desks::{entrance, volunteer::{a, b}},\n};"
    ));
    assert!(!found(
        "src/people/mod.rs",
        "use crate::{mail::{Mail, outbox::{self, Recipient}}, volunteers::VolunteerId};"
    ));
    assert!(!found("src/web/router.rs", "use crate::{app::Shared, demo, desks};"));
}

fn violations(source: &Source) -> Vec<String> {
    let from = module_of(&source.path);
    let used = uses(&source.text);
    used.into_iter()
        .filter(|path| !allowed(&from, path))
        .map(|path| format!("{}: {path}", source.path))
        .collect()
}

fn allowed(from: &str, path: &str) -> bool {
    let parts: Vec<&str> = path.split("::").collect();
    let to = match parts[..] {
        ["web", "router", ..] => "web::router",
        ["q" | "row" | "id_type", ..] => "database",
        _ => parts[0],
    };
    // Ids only name things.
    let names_only = parts.last().is_some_and(|last| last.ends_with("Id"));
    let own = Some(to) == from.split("::").next();
    if from == "lib" || from == "main" || own || names_only || EXCEPTIONS.contains(&(from, path)) {
        return true;
    }
    if PURE.contains(&from) {
        return to == "wall";
    }
    if from == "web" && (DOMAINS.contains(&to) || to == "app") {
        return FRAME_MAY_USE.iter().any(|allowed| path.starts_with(allowed));
    }
    if DOMAINS.contains(&from) && DOMAINS.contains(&to) {
        return parts.get(1) != Some(&"store");
    }
    match (floor(from), floor(to)) {
        (Some(from), Some(to)) => to < from,
        _ => false,
    }
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// `src/web/router.rs` is its own module, all else counts by its first folder or file.
fn module_of(path: &str) -> String {
    if path == "src/web/router.rs" {
        return "web::router".to_owned();
    }
    let inside = path.strip_prefix("src/").expect("sources lie in src");
    inside
        .split('/')
        .next()
        .and_then(|first| first.strip_suffix(".rs").or(Some(first)))
        .unwrap_or(inside)
        .to_owned()
}

/// Every path after `crate::`, groups taken apart: `people::session::SignedIn`.
fn uses(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or(line))
        .collect();
    let code = code.join("\n");
    let mut paths = Vec::new();
    for (at, begin) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '$') {
            expand("", &code[at + begin.len()..], &mut paths);
        }
    }
    paths
}

/// Takes one tree of paths from the start of `code`; gives back what follows it.
fn expand<'a>(prefix: &str, code: &'a str, paths: &mut Vec<String>) -> &'a str {
    let code = code.trim_start();
    if let Some(mut inside) = code.strip_prefix('{') {
        loop {
            inside = inside.trim_start().trim_start_matches(',').trim_start();
            if let Some(after) = inside.strip_prefix('}') {
                return after;
            }
            let rest = expand(prefix, inside, paths);
            if rest.len() == inside.len() {
                return rest;
            }
            inside = rest;
        }
    }
    let end = code
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    let path = if prefix.is_empty() {
        name.to_owned()
    } else {
        format!("{prefix}::{name}")
    };
    match rest.strip_prefix("::") {
        Some(deeper) if deeper.starts_with(|c: char| c.is_alphabetic() || c == '{') => expand(&path, deeper, paths),
        _ if name.is_empty() => rest,
        _ => {
            paths.push(path.trim_end_matches("::self").to_owned());
            rest.strip_prefix(" as ").map_or(rest, |alias| {
                alias.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
            })
        }
    }
}
