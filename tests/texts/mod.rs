//! Texts of mails and pages that a coordinator changes.

mod bad_input;
mod forms;
mod pages;
mod pure;
mod store;

use axum::http::StatusCode;

use crate::support::site::{Answer, Browser};

const LEAD: &str = "/desk/texts/de/mail-received-lead";
const NEW: &str = "herzlichen Dank! Wir haben Ihre Anfrage { $reference }.";

async fn save(cora: &Browser, path: &str, text: &str) -> Answer {
    cora.post(path, &[("text", text)]).await.expect(StatusCode::SEE_OTHER)
}
