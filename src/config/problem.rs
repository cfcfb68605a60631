use std::fmt;

/// Where the operator has to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A key of the file, such as `smtp.host`.
    Key(String),
    /// A variable of the environment.
    Variable(String),
    /// A whole file.
    File(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Key(key) => write!(f, "{key}"),
            Place::Variable(name) => write!(f, "environment variable {name}"),
            Place::File(path) => write!(f, "file {path}"),
        }
    }
}

/// One thing that is wrong: where, what, and what to do. Never repeats a value, which may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub what: String,
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.what, self.fix)
    }
}
