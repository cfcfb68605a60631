//! Each total beside last year's.

use axum::http::StatusCode;
use chrono::Duration;

use super::world::{file, local, person_of, wish};
use crate::support::{
    databases::each_engine,
    scene::{CORA, slot},
    site::Site,
};

#[tokio::test]
async fn last_years_value_stands_beside_each_total_with_percent_from_ten() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.who.kita;
        let by = person_of(&site, kita).await;
        let cora = site.signed_in(CORA).await;
        for _ in 0..12 {
            file(&site, &wish(kita, by, vec![slot("2027-03-16", "09:00", "10:00")])).await;
        }
        let page = cora.get("/desk/figures").await.expect(StatusCode::OK).body;
        assert!(page.contains("Darum gibt es noch keinen Vergleich."), "{page}");

        site.app.clock.set(local(2028, 3, 1, 10));
        let jobcenter = site.who.jobcenter;
        let petra = person_of(&site, jobcenter).await;
        for number in 0..15 {
            let day = slot("2028-03-16", "09:00", "10:00");
            // Three of them for the Jobcenter, which asked for nothing in 2027.
            let new = match number {
                0..3 => wish(jobcenter, petra, vec![day]),
                _ => wish(kita, by, vec![day]),
            };
            file(&site, &new).await;
        }
        site.app.clock.advance(Duration::minutes(1));
        let cora = site.signed_in(CORA).await;
        let page = cora
            .get("/desk/figures?from=2028-03&to=2028-03")
            .await
            .expect(StatusCode::OK)
            .body;
        let row = |name: &str| {
            let after = page.split(&format!("<th scope=\"row\">{name}</th>")).nth(1);
            after
                .unwrap_or_else(|| panic!("no {name}: {page}"))
                .split("</tr>")
                .next()
                .expect("a row")
                .to_owned()
        };
        assert!(row("Anfragen").contains(">15<"), "{}", row("Anfragen"));
        assert!(
            row("Anfragen").contains(">12<") && row("Anfragen").contains("+3 (+25 %)"),
            "{}",
            row("Anfragen")
        );
        // Nothing was filled in either year: no percentage of nothing.
        assert!(
            row("Besetzt").contains(">0</td>") && !row("Besetzt").contains('%'),
            "{}",
            row("Besetzt")
        );
        assert!(page.contains("Das Jahr davor: März 2027. Prozente"), "{page}");
        let longer = "/desk/figures?from=2028-01&to=2028-03";
        let longer = cora.get(longer).await.expect(StatusCode::OK).body;
        assert!(longer.contains("Für einen Vergleich fehlen noch Zahlen."), "{longer}");
        let longer = "/desk/figures?from=2028-01&to=2028-05";
        let longer = cora.get(longer).await.expect(StatusCode::OK).body;
        assert!(longer.contains("Die ersten Termine waren im März 2027."), "{longer}");
        // The same filter holds for both years.
        let query = format!(
            "/desk/figures?from=2028-03&to=2028-03&institution={}",
            jobcenter.institution
        );
        let page = cora.get(&query).await.expect(StatusCode::OK).body;
        assert!(page.contains("Darum gibt es noch keinen Vergleich."), "{page}");
        // Fewer than before: a minus.
        let query = "/desk/figures?from=2028-03&to=2028-03&sector=kita";
        let page = cora.get(query).await.expect(StatusCode::OK).body;
        assert!(page.contains("Das Jahr davor: März 2027."), "{page}");
    })
    .await;
}
