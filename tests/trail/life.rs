//! A request's life: each step is one line, with who, when and from where.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    act::{Act, Actor},
    q, requests,
};
use uuid::Uuid;

use super::pages::{Line, lines};
use crate::{
    statistics::world::{person_of, wish},
    support::{
        databases::each_engine,
        scene::{AMINA, BASIR, CORA, KITA, accepts, offer_link, tuesday},
        site::Site,
    },
};

const SERVICE: &str = "der Dienst";
const AMINA_BY_LINK: &str = "Amina Rahimi, Sprachmittler*in über den Link aus der Mail";
const BASIR_BY_LINK: &str = "Basir Noori, Sprachmittler*in über den Link aus der Mail";
const JANA: &str = "Jana Vogt, Ansprechperson von Kita Sonnenblume aus dem Netz 0.0.0.0/24";

#[tokio::test]
async fn every_step_of_a_request_is_one_line() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = file(&site).await;
        site.work().await;
        minute(&site);
        let held = accepts(&site, AMINA).await;
        minute(&site);
        let browser = site.browser();
        let back = browser.post(&format!("{held}/withdrawal"), &[("choice", "back")]).await;
        back.expect(StatusCode::SEE_OTHER);
        site.work().await;
        minute(&site);
        let offer = offer_link(&site, BASIR).await;
        let no = site.browser().post(&offer, &[("answer", "no")]).await;
        no.expect(StatusCode::SEE_OTHER);
        minute(&site);
        let cancellation = format!("/requests/{request}/cancellation");
        let cancelled = kita.post(&cancellation, &[("reason", "not_needed")]).await;
        cancelled.expect(StatusCode::SEE_OTHER);

        let cora = site.signed_in(CORA).await;
        let page = cora.get(&format!("/desk/trail/request/{request}")).await;
        let page = page.expect(StatusCode::OK).body;
        assert!(page.contains("<h1>Protokoll: SP-2027-0001</h1>"), "{page}");
        let mut found = lines(&page);
        found.reverse();
        let expected = [
            ("10:00", JANA, "Anfrage gestellt"),
            ("10:00", JANA, "Suche begonnen"),
            ("10:00", SERVICE, "Angebot vorbereitet für Amina Rahimi"),
            ("10:00", SERVICE, "Angebot vorbereitet für Basir Noori"),
            ("10:00", SERVICE, "Angebot verschickt an Amina Rahimi"),
            ("10:00", SERVICE, "Angebot verschickt an Basir Noori"),
            ("10:01", AMINA_BY_LINK, "Suche beendet: alle Plätze besetzt"),
            ("10:01", AMINA_BY_LINK, "Zusage von Amina Rahimi"),
            ("10:02", AMINA_BY_LINK, "Einsatz zurückgegeben von Amina Rahimi"),
            ("10:02", AMINA_BY_LINK, "Suche begonnen"),
            ("10:02", SERVICE, "Angebot vorbereitet für Basir Noori"),
            ("10:02", SERVICE, "Angebot verschickt an Basir Noori"),
            ("10:03", BASIR_BY_LINK, "Absage von Basir Noori"),
            ("10:04", JANA, "Anfrage abgesagt"),
            ("10:04", JANA, "Suche beendet: abgebrochen"),
        ];
        let mut expected: Vec<Line> = expected
            .into_iter()
            .map(|(time, who, what)| Line {
                when: format!("01.03.2027, {time} Uhr"),
                who: who.to_owned(),
                what: format!("{what} Anfrage: SP-2027-0001"),
            })
            .collect();
        // Within a minute the order is the program's own affair.
        let key = |line: &Line| (line.when.clone(), line.who.clone(), line.what.clone());
        expected.sort_by_key(key);
        found.sort_by_key(key);
        assert_eq!(found, expected);
        // The newest stands first.
        assert!(page.find("10:04").expect("the end") < page.find("10:01").expect("the beginning"));
    })
    .await;
}

fn minute(site: &Site) {
    site.app.clock.advance(Duration::minutes(1));
}

/// As its contact does who is signed in.
async fn file(site: &Site) -> requests::RequestId {
    let person = person_of(site, site.who.kita).await;
    let mut tx = site.app.db.begin().await.expect("it begins");
    let session = q!("SELECT id FROM session WHERE person_id = $1", person);
    let (session,) = session.one::<(Uuid,)>(&mut tx).await.expect("she is signed in");
    let act = Act {
        session: Some(session),
        ..site.app.act(Actor::Person(person))
    };
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let new = wish(site.who.kita, person, vec![tuesday()]);
    let filed = requests::submit(&mut tx, &act, &rules, &new)
        .await
        .expect("it is taken");
    site.app.commit(tx).await.expect("it commits");
    filed.id
}
