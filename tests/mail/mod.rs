mod calendar;
mod delivery;
mod every_kind;
mod full_day;
mod letters;
mod message;
mod world;
