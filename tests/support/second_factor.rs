//! The authenticator apps of coordinators in tests.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard},
};

use axum::http::StatusCode;

use super::site::{Browser, Site};

pub const STEP: i64 = 30;

/// What an app shows at that instant for a secret typed into it.
pub fn app_code(secret: &str, timestamp: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("a secret");
    let totp = totp_rs::Builder::new()
        .with_secret(secret)
        .build()
        .expect("a usual secret");
    totp.generate(timestamp.try_into().expect("after 1970")).to_string()
}

/// The secret on the page that sets up the app.
pub fn secret_on(page: &str) -> String {
    let after = page.split_once("id=\"secret\">").expect("a secret").1;
    let groups = after.split_once('<').expect("an end").0;
    groups.split_whitespace().collect()
}

/// The recovery codes on the page that tells them.
pub fn codes_on(page: &str) -> Vec<String> {
    let items = page.split("<li><code>").skip(1);
    items
        .map(|item| item.split_once('<').expect("an end").0.to_owned())
        .collect()
}

/// One app each, by e-mail address.
#[derive(Default)]
pub struct Apps(Mutex<BTreeMap<String, Phone>>);

/// What a coordinator has at hand.
#[derive(Clone)]
pub struct Phone {
    pub secret: String,
    pub recovery_codes: Vec<String>,
    /// Codes up to this step have been used.
    last_step: i64,
}

impl Apps {
    /// Goes through the pages as far as this person needs them; nothing happens for others than coordinators.
    pub async fn show_second_factor(&self, site: &Site, browser: &Browser, email: &str) {
        let page = browser.get("/sign-in/second-factor").await;
        if page.status == StatusCode::NOT_FOUND {
            return;
        }
        let step = site.app.clock.now().timestamp() / STEP;
        let known = self.phones().get(email).cloned();
        let Some(mut phone) = known else {
            let phone = enrol(browser, step - 1).await;
            self.phones().insert(email.to_owned(), phone);
            return;
        };
        // The clock of a test stands still: codes of three steps count at one instant, then recovery codes help.
        let next = (phone.last_step + 1).max(step - 1);
        let shown = if next <= step + 1 {
            phone.last_step = next;
            let code = app_code(&phone.secret, next * STEP);
            browser.post("/sign-in/second-factor", &[("code", &code)]).await
        } else {
            let code = phone.recovery_codes.pop().expect("a recovery code");
            let form = [("recovery_code", code.as_str())];
            browser.post("/sign-in/second-factor/recovery", &form).await
        };
        shown.expect(StatusCode::SEE_OTHER);
        self.phones().insert(email.to_owned(), phone);
    }

    fn phones(&self) -> MutexGuard<'_, BTreeMap<String, Phone>> {
        self.0.lock().expect("nobody panicked")
    }
}

/// Sets up an app with the code of that step.
pub async fn enrol(browser: &Browser, step: i64) -> Phone {
    browser
        .post("/sign-in/second-factor/start", &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    let setup = browser.get("/sign-in/second-factor/setup").await.expect(StatusCode::OK);
    let secret = secret_on(&setup.body);
    let code = app_code(&secret, step * STEP);
    let told = browser
        .post("/sign-in/second-factor/setup", &[("code", &code)])
        .await
        .expect(StatusCode::OK);
    Phone {
        secret,
        recovery_codes: codes_on(&told.body),
        last_step: step,
    }
}
