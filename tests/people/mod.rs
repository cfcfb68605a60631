mod names;
mod pages;
mod roles;
mod sign_in;
mod world;
