//! What tests share.
#![allow(dead_code, reason = "what one test needs, the next may not")]

pub mod databases;
pub mod forms;
pub mod invariants;
pub mod locales;
pub mod mails;
pub mod people;
pub mod pool;
pub mod scene;
pub mod second_factor;
pub mod service;
pub mod site;
pub mod smtp_sink;
pub mod sources;
pub mod visitor;
pub mod words;
