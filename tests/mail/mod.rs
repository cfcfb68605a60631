mod calendar;
mod delivery;
mod every_kind;
mod letters;
mod message;
mod world;
