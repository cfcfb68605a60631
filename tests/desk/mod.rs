//! The desk as a place to work at all day: search, week, undoing, long lists.

mod back;
mod lists;
mod menu;
mod pure;
mod receipts;
mod search;
mod undo;
mod week;
mod worklist;

use axum::http::StatusCode;

use crate::support::site::Browser;

/// The page, which is there.
async fn page(browser: &Browser, path: &str) -> String {
    browser.get(path).await.expect(StatusCode::OK).body
}

/// The part of a page between its header and its footer.
fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a page has a main part");
    let end = page.find("</main>").expect("it ends");
    &page[start..end]
}
