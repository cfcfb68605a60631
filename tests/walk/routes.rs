//! The routes as the router has them, and the table of what each role gets.

use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

use axum::{Router, http::Method};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: Method,
    pub pattern: String,
}

impl Ord for Route {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (&self.pattern, self.method.as_str()).cmp(&(&other.pattern, other.method.as_str()))
    }
}

impl PartialOrd for Route {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Not signed in. Links of mails carry their secret with them: whoever has one is this "nobody".
    Nobody,
    Volunteer,
    /// A contact with things of another institution.
    Stranger,
    /// A coordinator who has not shown the second factor.
    HalfSignedIn,
    /// A contact with things of their own institution.
    Contact,
    Coordinator,
}

impl Role {
    pub const ALL: [Role; 6] = [
        Role::Nobody,
        Role::Volunteer,
        Role::Stranger,
        Role::HalfSignedIn,
        Role::Contact,
        Role::Coordinator,
    ];

    fn column(self) -> usize {
        Self::ALL.iter().position(|role| *role == self).unwrap_or_default()
    }

    pub fn may_change_things(self) -> bool {
        matches!(self, Role::Contact | Role::Coordinator)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    Status(u16),
    /// Sent to sign in first.
    SignIn,
    /// Sent to show the second factor first.
    SecondFactor,
}

impl Expected {
    pub fn of(status: u16, location: &str) -> Self {
        match status {
            303 if location.starts_with("/sign-in/second-factor") => Self::SecondFactor,
            303 if location == "/sign-in" || location.starts_with("/sign-in?") => Self::SignIn,
            status => Self::Status(status),
        }
    }
}

impl FromStr for Expected {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "sign-in" => Ok(Self::SignIn),
            "factor" => Ok(Self::SecondFactor),
            status => status.parse().map(Self::Status),
        }
    }
}

pub struct Row {
    pub route: Route,
    cells: Vec<String>,
}

impl Row {
    /// What changes nothing but the person's own entries: it is walked last.
    pub fn is_for_oneself(&self) -> bool {
        let pattern = self.route.pattern.as_str();
        let own = pattern.starts_with("/me/") || ["/requests/drafts", "/sign-out"].contains(&pattern);
        own && self.route.method != Method::GET
    }

    /// None: this role has nothing to look for there.
    pub fn expected(&self, role: Role) -> Option<Expected> {
        match self.cells[role.column()].as_str() {
            "-" => None,
            cell => Some(cell.parse().unwrap_or_else(|_| panic!("{:?}: {cell}", self.route))),
        }
    }
}

pub fn table() -> Vec<Row> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/walk/routes.txt"));
    text.expect("the table is there")
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let words: Vec<_> = line.split_whitespace().collect();
            assert_eq!(words.len(), 2 + Role::ALL.len(), "{line}");
            Row {
                route: Route {
                    method: words[0].parse().expect("a method"),
                    pattern: words[1].to_owned(),
                },
                cells: words[2..].iter().map(|word| (*word).to_owned()).collect(),
            }
        })
        .collect()
}

/// Every route of the router itself. axum lists them nowhere but in its `Debug` text.
pub fn declared(router: &Router) -> BTreeSet<Route> {
    let text = format!("{router:?}");
    let (routes, _) = text.split_once("fallback_router").expect("axum says it so");
    let (methods, paths) = routes.split_once("node: Node").expect("axum says it so");
    let patterns: BTreeMap<&str, &str> = paths.split("RouteId(").skip(1).map(numbered).collect();
    let methods = methods.split("RouteId(").skip(1).map(numbered);
    methods
        .flat_map(|(number, text)| {
            let allowed = text.split_once("allow_header: Bytes(b\"").expect("axum says it so").1;
            let allowed = allowed.split('"').next().unwrap_or_default().to_owned();
            let pattern = patterns[number].split('"').nth(1).expect("a pattern").to_owned();
            let methods: Vec<Method> = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE]
                .into_iter()
                .filter(|method| allowed.split(',').any(|one| one == method.as_str()))
                .collect();
            methods.into_iter().map(move |method| Route {
                method,
                pattern: pattern.clone(),
            })
        })
        .collect()
}

fn numbered(text: &str) -> (&str, &str) {
    text.split_once("): ").expect("axum says it so")
}
