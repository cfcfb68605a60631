//! HTTP without any domain: errors, extractors, forms, the frame of every page.

pub mod assets;
pub mod client;
pub mod cookies;
pub mod error;
pub mod extract;
pub mod forms;
pub mod guard;
pub mod render;
pub mod router;

pub use error::WebError;
pub use extract::Ctx;
pub use forms::{Fields, Problems};
pub use render::{Page, done, html, see_other, unprocessable};
