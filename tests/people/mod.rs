mod desk_walls;
mod names;
mod pages;
mod roles;
mod second_factor;
mod sign_in;
mod team;
mod world;
