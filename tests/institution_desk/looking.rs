use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::q;

use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{AMINA, KITA, accepts, ask, ask_for, call_off, dump, slot},
        site::Site,
    },
};

#[tokio::test]
async fn the_list_is_narrowed_by_its_address() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        let open = ask(&site, vec![slot("2027-03-17", "11:00", "12:00")]).await;
        let off = ask(&site, vec![slot("2027-03-18", "13:00", "14:00")]).await;
        call_off(&site, off).await;
        ask_for(&site, site.who.klinik, vec![slot("2027-03-19", "15:00", "16:00")]).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        q!("UPDATE request SET language = 'uk' WHERE id = $1", open)
            .execute(&mut tx)
            .await
            .expect("it changes");
        site.app.commit(tx).await.expect("it commits");
        let kita = site.signed_in(KITA).await;
        let (all, coming, waiting, past) = (
            "/requests",
            "/requests?when=coming",
            "/requests?when=waiting",
            "/requests?when=past",
        );
        let site_of = format!("/requests?site={}", site.who.kita.site);
        let mine = format!("/requests?contact={}&when=waiting", site.who.kita.contact);
        let strange = format!("/requests?contact={}", site.who.klinik.contact);
        for (path, shown) in [
            (all, [true, true, true]),
            (coming, [true, false, false]),
            (waiting, [false, true, false]),
            (past, [false, false, true]),
            ("/requests?language=uk", [false, true, false]),
            ("/requests?language=prs&when=coming", [true, false, false]),
            (&site_of, [true, true, true]),
            (&mine, [false, true, false]),
            // What cannot be chosen narrows nothing.
            (&strange, [true, true, true]),
            ("/requests?when=soon&site=x&language=%27&after=y_z", [true, true, true]),
            (
                "/requests?when=coming&after=99999999999999999999_x",
                [true, false, false],
            ),
            (
                "/requests?when=coming&after=-9223372036854775808_00000000-0000-0000-0000-000000000000",
                [true, false, false],
            ),
        ] {
            let page = kita.get(path).await.expect(StatusCode::OK).body;
            for (time, shown) in ["9:00 bis 10:00", "11:00 bis 12:00", "13:00 bis 14:00"]
                .iter()
                .zip(shown)
            {
                assert_eq!(page.contains(time), shown, "{path}: {time}");
            }
            assert!(!page.contains("15:00 bis 16:00"), "the Klinik's");
        }
        says(
            &kita.get("/requests?when=past&language=uk").await.body,
            "Hier steht keine Anfrage.",
        );
    })
    .await;
}

#[tokio::test]
async fn a_long_list_goes_on_where_the_page_before_ended() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        for minute in 0..27 {
            let (start, end) = (format!("09:{minute:02}"), format!("10:{minute:02}"));
            // Two at the same moment: the id decides.
            ask(&site, vec![slot("2027-03-20", &start, &end)]).await;
        }
        let first = kita.get("/requests?when=waiting").await.expect(StatusCode::OK).body;
        assert_eq!(first.matches("datetime=").count(), 25);
        let (_, after) = first.split_once("after=").expect("it goes on");
        let after = after.split('"').next().expect("a place");
        let second = kita.get(&format!("/requests?when=waiting&after={after}")).await.body;
        assert_eq!(second.matches("datetime=").count(), 2);
        says(&second, "9:25 bis 10:25 Uhr");
        assert!(!second.contains("Nächste Seite"), "that is the end");
        // The way back from there leads to that page.
        let (_, request) = second.split_once("<h3><a href=\"").expect("a request");
        let request = request.split('"').next().expect("its address").replace("&#38;", "&");
        let request = kita.get(&request).await.expect(StatusCode::OK).body;
        let back = format!("class=\"back\" href=\"/requests?when=waiting&#38;after={after}\"");
        assert!(request.contains(&back), "{request}");
        site.app.clock.advance(Duration::days(40));
        let kita = site.signed_in(KITA).await;
        let past = kita.get("/requests").await.expect(StatusCode::OK).body;
        assert_eq!(past.matches("datetime=").count(), 10, "the latest ten");
        says(&past, "Alle zeigen, die vorbei sind");
        says(&past, "9:26 bis 10:26 Uhr");
    })
    .await;
}

#[tokio::test]
async fn the_calendar_shows_a_month_without_what_was_called_off() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-31", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        let off = ask(&site, vec![slot("2027-03-18", "13:00", "14:00")]).await;
        call_off(&site, off).await;
        ask(&site, vec![slot("2027-04-01", "11:00", "12:00")]).await;
        let kita = site.signed_in(KITA).await;
        let before = dump(&site.app.db).await;
        let march = kita.get("/requests/calendar").await.expect(StatusCode::OK).body;
        says(&march, "Kalender: März 2027");
        says(&march, "Mittwoch, 31. März");
        let opened = format!("/requests/{request}?month=2027-03");
        assert!(march.contains(&format!("href=\"{opened}\"")), "{march}");
        let opened = kita.get(&opened).await.expect(StatusCode::OK).body;
        let back = "class=\"back\" href=\"/requests/calendar?month=2027-03\"";
        assert!(opened.contains(back), "{opened}");
        // Nothing leads away from here.
        let strange = format!("/requests/{request}?when=%22%3E%2F%2Fevil.example&next=%2F%2Fevil.example");
        let opened = kita.get(&strange).await.expect(StatusCode::OK).body;
        let back = "class=\"back\" href=\"/requests?when=%22%3E%2F%2Fevil.example\"";
        assert!(opened.contains(back), "{opened}");
        says(&march, "9:00–10:00 Dari Zugesagt");
        assert!(!march.contains("13:00") && !march.contains("11:00–12:00"), "{march}");
        let april = kita
            .get("/requests/calendar?month=2027-04")
            .await
            .expect(StatusCode::OK)
            .body;
        says(&april, "11:00–12:00 Dari Noch offen");
        assert!(!april.contains("9:00–10:00"));
        let empty = kita
            .get("/requests/calendar?month=2028-02")
            .await
            .expect(StatusCode::OK)
            .body;
        says(&empty, "In diesem Monat haben Sie keinen Termin.");
        for strange in ["2027-13", "99999-01", "-1-1", "x", "2027-00", "0000-01"] {
            let page = kita
                .get(&format!("/requests/calendar?month={strange}"))
                .await
                .expect(StatusCode::OK)
                .body;
            says(&page, "Kalender: März 2027");
        }
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}
