//! Who can, who cannot and why, who best. Scenario numbers as in the tests' names.

mod accept;
mod buffer;
mod examples;
mod language;
mod person;
mod properties;
mod qualification;
mod rank;
mod time;
mod vocabulary;
