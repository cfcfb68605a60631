//! Twenty-four languages: how many volunteers speak one first, how many requests ask for it, and what its speakers
//! speak besides. Supply does not follow demand; that is what makes a pool hard to run.

/// Code, weight among first languages, weight among requests, what else its speakers may speak.
type Language = (&'static str, f64, f64, &'static [(&'static str, f64)]);

pub const LANGUAGES: &[Language] = &[
    ("ar", 14.6, 19.1, &[("kmr", 1.2), ("fr", 1.0), ("ckb", 1.0)]),
    ("uk", 13.2, 12.6, &[("pl", 1.0), ("ru", 1.0)]),
    ("tr", 11.7, 11.0, &[("bg", 1.0), ("kmr", 1.0)]),
    ("prs", 10.5, 10.6, &[("ur", 1.6), ("tr", 1.0), ("ps", 1.0)]),
    ("ru", 8.7, 5.6, &[("ka", 1.4), ("uk", 1.0)]),
    ("kmr", 5.3, 7.0, &[("tr", 1.5), ("ar", 1.2), ("ckb", 1.0)]),
    ("ro", 4.8, 4.8, &[("es", 1.2), ("ru", 1.0)]),
    ("pl", 4.1, 1.8, &[("ru", 1.0)]),
    ("sq", 3.6, 3.6, &[("bs", 1.0)]),
    ("bs", 3.5, 1.8, &[("sq", 1.0)]),
    ("bg", 3.3, 4.2, &[("ru", 1.6), ("tr", 1.0)]),
    ("ti", 2.9, 4.0, &[("ar", 1.0), ("am", 1.0)]),
    ("ckb", 2.5, 2.6, &[("ar", 1.6), ("prs", 1.1), ("kmr", 1.0)]),
    ("ur", 2.0, 1.0, &[("ps", 1.0)]),
    ("ps", 1.5, 2.2, &[("prs", 1.0), ("ur", 1.0)]),
    ("ka", 1.5, 0.7, &[("ru", 1.0)]),
    ("so", 1.4, 3.0, &[("ar", 1.0)]),
    ("bn", 1.2, 0.4, &[]),
    ("fr", 1.1, 0.9, &[("mnk", 1.0)]),
    ("am", 0.9, 0.6, &[("ti", 1.0)]),
    ("es", 0.7, 0.7, &[]),
    ("vi", 0.7, 0.8, &[]),
    ("mnk", 0.5, 0.5, &[("fr", 1.0)]),
    ("ta", 0.4, 0.4, &[]),
];

pub fn spoken_first() -> Vec<(usize, f64)> {
    LANGUAGES.iter().enumerate().map(|(at, one)| (at, one.1)).collect()
}

pub fn asked_for() -> Vec<(&'static str, f64)> {
    LANGUAGES.iter().map(|one| (one.0, one.2)).collect()
}

/// How many languages somebody speaks who could speak several.
pub const HOW_MANY: &[(usize, f64)] = &[(1, 0.48), (2, 0.37), (3, 0.15)];
