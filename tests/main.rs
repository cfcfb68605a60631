//! The one integration binary: a folder per domain, as in src/.

mod cli;
mod config;
mod coordinator;
mod database;
mod dispatch;
mod faults;
mod house;
mod ids;
mod inbox;
mod institution;
mod institutions;
mod links;
mod locales;
mod mail;
mod matching;
mod operations;
mod people;
mod requests;
mod settings;
mod smtp;
mod statistics;
mod support;
mod trail;
mod volunteer;
mod volunteers;
mod web;
