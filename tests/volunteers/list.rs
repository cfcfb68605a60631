//! Everybody, found by name, language and state; and who may not look.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use sprachpool::volunteers::create_volunteer;

use super::{ZAHRA, enter, with};
use crate::support::{
    databases::each_engine,
    locales, people,
    scene::{self, AMINA, CORA, KITA},
    site::Site,
};

#[tokio::test]
async fn people_are_found_by_name_language_and_state() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let turkish = enter(
            &cora,
            &with(ZAHRA, &[("name", "Özgür Yıldız"), ("email", "oezguer@post.example")]),
        )
        .await;
        cora.post(
            &format!("{turkish}/languages"),
            &[("language", "Türkisch"), ("new_level", "native")],
        )
        .await
        .expect(StatusCode::SEE_OTHER);
        cora.post(&format!("{turkish}/pause"), &[("choice", "open")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let all = ["Amina Rahimi", "Basir Noori", "Özgür Yıldız"];
        for (query, found) in [
            ("", vec![0, 1, 2]),
            ("?name=ozgur", vec![2]),
            ("?name=%20YILDIZ", vec![2]),
            ("?name=%C3%96zg%C3%BCr", vec![2]),
            ("?name=a", vec![0]),
            ("?name=noo+bas", vec![1]),
            ("?name=%25", vec![]),
            ("?name=_", vec![]),
            ("?language=tr", vec![2]),
            ("?language=prs&name=noori", vec![1]),
            ("?state=paused", vec![2]),
            ("?state=active", vec![0, 1]),
            ("?state=retired", vec![]),
            ("?state=nonsense&language=xx-ZZ&after=nonsense", vec![0, 1, 2]),
            ("?name=%E2%80%AE", vec![0, 1, 2]),
        ] {
            let body = cora
                .get(&format!("/desk/volunteers{query}"))
                .await
                .expect(StatusCode::OK)
                .body;
            let shown: Vec<usize> = (0..3)
                .filter(|number| body.contains(&format!("<bdi>{}</bdi></a>", all[*number])))
                .collect();
            assert_eq!(shown, found, "{query}: {body}");
        }
        let body = cora.get("/desk/volunteers?state=paused").await.body;
        assert!(
            body.contains("pausiert bis auf Weiteres") && body.contains("Türkisch"),
            "{body}"
        );
    })
    .await;
}

#[tokio::test]
async fn fifty_a_page_and_none_twice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        for number in 0..53 {
            let mut new = people::amina();
            // Two of each name: only their ids tell them apart.
            new.name = format!("Nilofar {:02}", number / 2).parse().expect("a name");
            new.email = format!("n{number}@post.example").parse().expect("an address");
            create_volunteer(&mut tx, &scene::service(&site), &new)
                .await
                .expect("a volunteer");
        }
        tx.commit().await.expect("it commits");
        let cora = site.signed_in(CORA).await;
        let links = |page: &str| -> BTreeSet<String> {
            let hrefs = page.split("href=\"").filter_map(|rest| rest.split('"').next());
            hrefs
                .filter(|href| href.starts_with("/desk/volunteers/") && !href.ends_with("/new"))
                .map(str::to_owned)
                .collect()
        };
        let first = cora
            .get("/desk/volunteers?name=nilofar")
            .await
            .expect(StatusCode::OK)
            .body;
        assert_eq!(links(&first).len(), 50);
        let next = first
            .split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|href| href.contains("after="))
            .expect("a next page")
            .replace("&#38;", "&")
            .replace("&amp;", "&");
        let second = cora.get(&next).await.expect(StatusCode::OK).body;
        assert_eq!(links(&second).len(), 3);
        assert!(links(&first).is_disjoint(&links(&second)));
    })
    .await;
}

#[tokio::test]
async fn the_pages_are_for_coordinators_and_unknown_ids_are_plain_404s() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let of = |id: &str| -> Vec<String> {
            [
                "",
                "/person",
                "/languages",
                "/areas",
                "/limits",
                "/times",
                "/absences",
                "/pause",
                "/retirement",
            ]
            .iter()
            .map(|part| format!("/desk/volunteers/{id}{part}"))
            .collect()
        };
        let amina = site.who.amina.to_string();
        let mut pages = of(&amina);
        pages.extend(["/desk/volunteers".to_owned(), "/desk/volunteers/new".to_owned()]);
        let posts = [
            "person",
            "languages",
            "areas",
            "limits",
            "times",
            "absences",
            "pause",
            "pause/end",
            "retirement",
            "invitation",
            "absences/018f0000-0000-7000-8000-000000000000/removal",
        ]
        .map(|part| format!("/desk/volunteers/{amina}/{part}"));
        let nobody = site.browser();
        for page in &pages {
            let answer = nobody.get(page).await.expect(StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("/sign-in?next="), "{page}");
        }
        for email in [KITA, AMINA] {
            let browser = site.signed_in(email).await;
            for page in &pages {
                browser.get(page).await.expect(StatusCode::NOT_FOUND);
            }
            for post in &posts {
                browser
                    .post(post, &[("choice", "retire")])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
            browser
                .post("/desk/volunteers", ZAHRA)
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        let cora = site.signed_in(CORA).await;
        for page in &pages {
            cora.get(page).await.expect(StatusCode::OK);
        }
        for id in ["018f0000-0000-7000-8000-000000000000", "nonsense"] {
            for page in of(id) {
                cora.get(&page).await.expect(StatusCode::NOT_FOUND);
            }
            for part in ["person", "times", "pause/end", "retirement", "invitation"] {
                let path = format!("/desk/volunteers/{id}/{part}");
                cora.post(&path, &[("choice", "retire")])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
        }
        // Somebody else's absence is no absence of Amina's.
        let removal = posts.last().expect("the last one");
        cora.post(removal, &[]).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn every_page_holds_in_every_locale() {
    each_engine(async |db| {
        let site = Site::speaking(db, locales::with_invented_ones()).await;
        let cora = site.signed_in(CORA).await;
        let amina = site.signed_in(AMINA).await;
        amina
            .post("/me/absences", &[("from", "15.3.2027")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = format!("/desk/volunteers/{}", site.who.amina);
        let parts = [
            "person",
            "languages",
            "areas",
            "limits",
            "times",
            "absences",
            "pause",
            "retirement",
        ];
        let mut paths: Vec<String> = parts.iter().map(|part| format!("{page}/{part}")).collect();
        paths.extend([page, "/desk/volunteers".to_owned(), "/desk/volunteers/new".to_owned()]);
        let own = ["/me", "/me/times", "/me/absences"].map(str::to_owned);
        for (browser, paths) in [(&cora, &paths[..]), (&amina, &own[..])] {
            for path in paths {
                for (code, direction) in locales::ALL {
                    // Each answer is looked through for texts that are missing.
                    let body = browser
                        .get(&format!("{path}?lang={code}"))
                        .await
                        .expect(StatusCode::OK)
                        .body;
                    assert!(
                        body.contains(&format!("<html lang=\"{code}\" dir=\"{direction}\">")),
                        "{path}"
                    );
                    assert!(!body.contains(" style=") && body.matches("<h1").count() == 1, "{path}");
                }
            }
        }
    })
    .await;
}
