//! What happened at an appointment: both sides' words, until they agree or a coordinator decides.

mod chasing;
mod doors;
mod input;
mod pure;
mod sides;
mod together;
mod unlikely;

use axum::http::StatusCode;
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use sprachpool::{
    proofs::{State, store, store::Proof},
    q,
    requests::{AssignmentId, RequestId},
};

use crate::support::{
    scene::{AMINA, accepts, ask, tuesday},
    site::{Answer, Browser, Site},
};

/// An appointment that is over; Amina was there and has been asked how it was.
pub struct Over {
    pub request: RequestId,
    pub assignment: AssignmentId,
    /// Amina's link.
    pub link: String,
}

/// A minute of 16 March 2027, the day of the appointment, on the wall.
pub fn on_the_day(hour: u32, minute: u32) -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2027, 3, 16).expect("a day");
    let wall = day.and_hms_opt(hour, minute, 0).expect("a time");
    Berlin.from_local_datetime(&wall).single().expect("it exists").to_utc()
}

/// The appointment was 9:00 to 10:00; now it is 11:00.
pub async fn over(site: &Site) -> Over {
    let request = ask(site, vec![tuesday()]).await;
    accepts(site, AMINA).await;
    site.app.clock.advance(on_the_day(11, 0) - site.app.clock.now());
    site.work().await;
    Over {
        request,
        assignment: assignment_of(site, request).await,
        link: site.link_for(AMINA, "proof_asked", "/n/").await,
    }
}

pub async fn assignment_of(site: &Site, request: RequestId) -> AssignmentId {
    let mut tx = site.app.db.read().await.expect("it reads");
    let (id,) = q!("SELECT id FROM assignment WHERE request_id = $1", request)
        .one::<(AssignmentId,)>(&mut tx)
        .await
        .expect("somebody accepted");
    id
}

impl Over {
    pub fn institution_page(&self) -> String {
        format!("/requests/{}/assignments/{}/proof", self.request, self.assignment)
    }

    pub fn desk_page(&self) -> String {
        format!("/desk/requests/{}/assignments/{}/proof", self.request, self.assignment)
    }

    /// Amina says so by her link.
    pub async fn amina_says(&self, site: &Site, fields: &[(&str, &str)]) {
        site.browser()
            .post(&self.link, fields)
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
    }

    /// The contact answers as the page's form does: with the word that was on it.
    pub async fn kita_says(&self, site: &Site, kita: &Browser, fields: &[(&str, &str)]) -> Answer {
        let page = kita.get(&self.institution_page()).await.expect(StatusCode::OK).body;
        let seen = seen(&page);
        let mut all = vec![("seen", seen.as_str())];
        all.extend_from_slice(fields);
        let answer = kita.post(&self.institution_page(), &all).await;
        site.work().await;
        answer
    }

    pub async fn proof(&self, site: &Site) -> Proof {
        let mut tx = site.app.db.read().await.expect("it reads");
        let found = store::get(&mut tx, self.assignment).await.expect("it reads");
        found.expect("it was asked about")
    }

    pub async fn state(&self, site: &Site) -> State {
        self.proof(site).await.state
    }
}

/// The hidden field of the page's form.
pub fn seen(page: &str) -> String {
    let after = page.split_once("name=\"seen\" value=\"").expect("the form").1;
    after.split_once('"').expect("the value").0.to_owned()
}

pub fn held<'a>(start: &'a str, end: &'a str) -> [(&'a str, &'a str); 3] {
    [("outcome", "held"), ("start", start), ("end", end)]
}

/// Kinds of the tasks that are open.
pub async fn open_tasks(site: &Site) -> Vec<String> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let tasks = sprachpool::tasks::open(&mut tx).await.expect("it reads");
    tasks.into_iter().map(|task| task.kind).collect()
}

/// How many mails of that kind went to that address.
pub fn mails(site: &Site, email: &str, kind: &str) -> usize {
    site.mailbox.to(email).iter().filter(|mail| mail.kind == kind).count()
}

/// Time passes hour by hour, and all that falls due in between is done when it is.
pub async fn days_pass(site: &Site, days: i64) {
    for _ in 0..days * 24 {
        site.app.clock.advance(Duration::hours(1));
        site.work().await;
    }
}
