//! `/desk/week`: all appointments of a week, day by day, with the state of each. The filter stands in the address.

mod filter;
mod page;
mod read;
mod state;

pub use page::show;
pub(super) use {
    filter::Filter,
    read::{Row, week},
};
