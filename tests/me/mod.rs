//! The volunteer's own page: settings, languages, calendar, leaving.

mod feed;
mod languages;
mod leaving;
mod said;
mod settings;
