//! Cora at the rules' pages, and what the tests ask again and again.

use axum::http::{Method, StatusCode};
use chrono::{Duration, NaiveDate, NaiveTime};
use sprachpool::{q, settings::Rules, wall};

use crate::support::{
    forms::Form,
    scene::CORA,
    site::{Answer, Browser, Site},
};

pub struct Desk {
    pub site: Site,
    pub cora: Browser,
}

impl Desk {
    pub async fn new(db: sprachpool::database::Db) -> Self {
        Self::at(Site::new(db).await).await
    }

    pub async fn at(site: Site) -> Self {
        let cora = site.signed_in(CORA).await;
        Self { site, cora }
    }

    pub async fn get(&self, path: &str) -> String {
        self.cora.get(path).await.expect(StatusCode::OK).body
    }

    /// The form of that rule, as its page fills it.
    pub async fn form(&self, path: &str) -> Form {
        let page = self.get(path).await;
        form_of(&page, path)
    }

    /// The form with which the rule ends.
    pub async fn end_form(&self, path: &str) -> Form {
        let page = self.get(path).await;
        form_of(&page, &format!("{path}/end"))
    }

    pub async fn new_form(&self, kind: &str) -> Form {
        let path = format!("/desk/rules/{kind}");
        let page = self.get(&format!("{path}/new")).await;
        form_of(&page, &path)
    }

    pub async fn send(&self, form: &Form) -> Answer {
        let body = Some(form.encoded());
        self.cora.send(Method::POST, &form.action, body, &[]).await
    }

    /// Sends it, and says that it was saved: its page.
    pub async fn saved(&self, form: &Form) -> String {
        let answer = self.send(form).await.expect(StatusCode::SEE_OTHER);
        assert!(answer.location().contains("?saved="), "{}", answer.location());
        self.get(answer.location()).await
    }

    /// Sends it and confirms what it hurts.
    pub async fn confirmed(&self, form: &Form) -> String {
        let preview = self.send(form).await.expect(StatusCode::OK);
        let again = form_of(&preview.body, &form.action);
        self.saved(&again).await
    }

    pub async fn rules(&self) -> Rules {
        let mut tx = self.site.app.db.read().await.expect("it begins");
        Rules::clone(&*self.site.app.rules(&mut tx).await.expect("rules"))
    }

    /// Lines of the table.
    pub async fn lines(&self) -> i64 {
        let mut tx = self.site.app.db.read().await.expect("it begins");
        let query = q!("SELECT COUNT(*) FROM pool_rule");
        query.one::<(i64,)>(&mut tx).await.expect("it counts").0
    }

    /// To the first moment of that day, and one more second.
    pub fn until(&self, day: &str) {
        let day: NaiveDate = day.parse().expect("a day");
        let to = wall::first_instant(chrono_tz::Europe::Berlin, day.and_time(NaiveTime::MIN));
        let now = self.site.app.clock.now();
        self.site.app.clock.advance(to - now + Duration::seconds(1));
    }
}

/// The form that is sent to exactly that address.
#[track_caller]
pub fn form_of(page: &str, action: &str) -> Form {
    let main = page.split_once("<main").map_or("", |(_, main)| main);
    let pieces = main.split("<form").skip(1).map(|piece| format!("<form{piece}"));
    pieces
        .filter_map(|piece| Form::find(&piece, action, ""))
        .find(|form| form.action == action)
        .unwrap_or_else(|| panic!("no form for {action}: {main}"))
}

/// What a person reads of the page itself.
pub fn text(page: &str) -> String {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    let pieces = main
        .split('<')
        .skip(1)
        .filter_map(|piece| Some(piece.split_once('>')?.1));
    let text: String = pieces.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
pub fn assert_says(page: &str, words: &str) {
    let text = text(page);
    assert!(text.contains(words), "{words:?} is missing: {text}");
}
