//! The one integration binary: a folder per domain, as in src/.

mod database;
mod support;
