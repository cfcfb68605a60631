//! How good the chances are before a request is filed, and what would help.

mod page;
mod properties;
