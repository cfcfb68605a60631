//! The figures: what was asked for, and what came of it. Reads only.
//!
//! | figure | what counts |
//! |---|---|
//! | period | the local date of the appointment: the date somebody accepted, else the first one wished for |
//! | requests | filed requests, also those that were cancelled later |
//! | places | one for each volunteer wanted; each is filled, unfilled, cancelled, refused or still open |
//! | refused | the pool did not take the request after its check: neither cancelled nor unfilled |
//! | cancelled | by the institution (its contact, or a coordinator for it), or by the pool |
//! | withdrawals | a volunteer gave a place back; refilled if somebody took that place later |
//! | planned hours | from start to end of every place that is filled |
//! | real hours | from start to end of every meeting that took place and whose proof is done |
//! | time to fill | from filing to the last "yes", of requests whose places are all filled; the median |
//! | mails | offers handed over for any request, divided by the requests whose places are all filled |

mod figures;
mod outcome;
mod period;
mod store;
mod table;

pub use figures::Figures;
pub use outcome::{Cancelled, Outcome};
pub use period::{MOST_MONTHS, Month, Period};
pub use store::{Filter, extent, institutions, read};
pub use table::{Grouping, Line, Table, table};
