//! HTTP without any domain: errors, extractors, forms, the frame of every page.

pub mod address;
pub mod assets;
pub mod client;
pub mod cookies;
pub mod error;
pub mod extract;
pub mod forms;
pub mod frame;
pub mod guard;
mod menu;
pub mod receipts;
pub mod render;
pub mod router;

pub use error::WebError;
pub use extract::Ctx;
pub use forms::{Fields, Problems};
pub use frame::Page;
pub use receipts::{Done, done};
pub use render::{html, see_other, unprocessable};
