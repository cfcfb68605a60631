//! What a coordinator does by hand, over HTTP: assign, answer by phone, change the search, give up, cancel.

mod by_hand;
mod search;

use axum::http::StatusCode;
use sprachpool::requests::{Request, RequestId, Status, store};

use crate::support::{
    databases::each_engine,
    invariants,
    scene::{AMINA, BASIR, CORA, KITA, accepts, ask, ask_for, dump, offer_link, slot, tuesday},
    site::{Answer, Browser, Site},
};

async fn read(site: &Site, id: RequestId) -> Request {
    let mut tx = site.app.db.read().await.expect("it reads");
    store::get(&mut tx, id).await.expect("it reads").expect("it is there")
}

async fn says(site: &Site, email: &str, answer: &str) {
    let link = offer_link(site, email).await;
    let sent = site.browser().post(&link, &[("answer", answer)]).await;
    sent.expect(StatusCode::SEE_OTHER);
}

async fn page(cora: &Browser, request: RequestId) -> String {
    let page = cora.get(&format!("/desk/requests/{request}")).await;
    page.expect(StatusCode::OK).body
}

/// The value of the first radio button of that name that begins like this.
fn choice(page: &str, name: &str, start: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"{start}");
    let at = page.find(&mark).unwrap_or_else(|| panic!("no {mark} in {page}"));
    let value = &page[at + mark.len() - start.len()..];
    value.split('"').next().expect("a value").to_owned()
}

#[track_caller]
fn told(answer: Answer, words: &[&str]) -> String {
    let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
    for words in words {
        assert!(body.contains(words), "{words} is missing: {body}");
    }
    body
}
