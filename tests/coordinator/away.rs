//! Somebody is away on the day of an appointment that they accepted: it stands, and somebody decides.

use axum::http::StatusCode;

use crate::{
    institution::{says, text},
    support::{
        databases::each_engine,
        scene::{AMINA, CORA, accepts, ask, tuesday},
        site::Site,
    },
};

#[tokio::test]
async fn an_absence_asks_what_becomes_of_the_assignment() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let cora = site.signed_in(CORA).await;
        let page = format!("/desk/volunteers/{}", site.who.amina);
        let away = [("from", "15.3.2027"), ("until", "19.3.2027")];
        let saved = cora.post(&format!("{page}/absences"), &away).await;
        let saved = saved.expect(StatusCode::SEE_OTHER);
        let shown = cora.get(saved.location()).await.expect(StatusCode::OK).body;
        says(&shown, "Für diese Tage ist schon zugesagt.");
        says(&shown, "Diesen Einsatz zurückgeben");
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        says(&desk, "Einsatz trotz Abwesenheit: Amina Rahimi.");
        // On her page her next appointment comes before what she speaks.
        let hers = text(&cora.get(&page).await.expect(StatusCode::OK).body);
        let at = |words: &str| hers.find(words).unwrap_or_else(|| panic!("{words}: {hers}"));
        assert!(at("Kita Sonnenblume, Dari") < at("Sprachen ändern"), "{hers}");

        let release = shown.split("action=\"").filter_map(|rest| rest.split('"').next());
        let release = release.into_iter().find(|action| action.ends_with("/release"));
        let release = release.expect("a button").to_owned();
        let released = cora.post(&release, &[]).await.expect(StatusCode::SEE_OTHER);
        assert!(released.location().starts_with(&format!("/desk/requests/{request}")));
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(!text(&desk).contains("Einsatz trotz Abwesenheit"), "{desk}");
    })
    .await;
}

#[tokio::test]
async fn an_absence_that_is_removed_asks_nothing_more() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let cora = site.signed_in(CORA).await;
        let page = format!("/desk/volunteers/{}/absences", site.who.amina);
        let away = [("from", "16.3.2027")];
        cora.post(&page, &away).await.expect(StatusCode::SEE_OTHER);
        let shown = cora.get(&page).await.expect(StatusCode::OK).body;
        let removal = shown.split("action=\"").filter_map(|rest| rest.split('"').next());
        let removal = removal.into_iter().find(|action| action.ends_with("/removal"));
        let removal = removal.expect("a button").to_owned();
        cora.post(&removal, &[]).await.expect(StatusCode::SEE_OTHER);
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(!text(&desk).contains("Einsatz trotz Abwesenheit"), "{desk}");
    })
    .await;
}
