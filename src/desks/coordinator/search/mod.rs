//! `/desk/search?q=…`: one box for everything that has a name or a number.

mod page;
mod views;

pub use page::show;
