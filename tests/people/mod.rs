mod names;
mod roles;
mod sign_in;
