//! Sprachpool matches requests for language mediators to available volunteers.
//! Start reading at docs/architecture.md.

pub mod act;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod database;
pub mod demo;
pub mod desks;
pub mod dispatch;
pub mod forecast;
pub mod ids;
pub mod inbox;
pub mod institutions;
pub mod keys;
pub mod l10n;
pub mod links;
pub mod mail;
pub mod matching;
pub mod operations;
pub mod people;
pub mod pool;
pub mod proofs;
pub mod qualifications;
pub mod requests;
pub mod search;
pub mod serve;
pub mod settings;
pub mod simulation;
pub mod statistics;
pub mod tasks;
pub mod timers;
pub mod volunteers;
pub mod wall;
pub mod web;
pub mod workers;
