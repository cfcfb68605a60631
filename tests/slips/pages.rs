use axum::http::{Method, StatusCode};
use sprachpool::q;

use super::{NAMES, appointment, kita, link};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{ask, dump, tuesday},
        site::Site,
    },
};
use sprachpool::slips::texts;

#[tokio::test]
async fn every_language_has_its_slip_in_its_direction_and_without_a_name() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        let family = site.browser();
        for text in texts::all() {
            let link = link(&site, &kita, request, &text.code).await;
            let page = family.get(&link).await.expect(StatusCode::OK).body;
            let frame = format!(r#"<html lang="{}" dir="{}">"#, text.lang, text.direction.as_str());
            assert!(page.contains(&frame), "{}: {page}", text.code);
            assert!(
                page.contains(&text.weekdays[1]) && page.contains(&text.months[2]),
                "{}",
                text.code
            );
            says(&page, "Dienstag, 16. März 2027");
            says(&page, "Das kostet Sie nichts.");
            assert!(
                page.contains(r#"<a href="tel:+492515550142"><bdi dir="ltr"><b>0251 555 0142</b></bdi></a>"#),
                "{page}"
            );
            assert!(
                page.contains(r#"<bdi lang="de">Kita Sonnenblume, Parkweg 4, 48149 Münster</bdi>"#),
                "{page}"
            );
            for name in NAMES {
                assert!(!page.contains(name), "{}: {name}", text.code);
            }
            assert!(
                !page.contains("<form") && !page.contains("<script"),
                "there is nothing to do but to read"
            );
            kita.post(&revocation(&kita, request, &link).await, &[])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
    })
    .await;
}

/// Where the link is ended.
async fn revocation(
    kita: &crate::support::site::Browser,
    request: sprachpool::requests::RequestId,
    link: &str,
) -> String {
    let page = kita.get(&format!("/requests/{request}/slip")).await.body;
    let (_, after) = page.split_once(link).expect("the link stands there");
    let (_, after) = after.split_once("action=\"").expect("its form");
    after.split('"').next().expect("an address").to_owned()
}

#[tokio::test]
async fn the_sheet_to_print_says_the_same_and_names_nobody() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        says(
            &kita.get(&format!("/requests/{request}")).await.body,
            "Zettel für die Familie",
        );
        let page = kita
            .get(&format!("/requests/{request}/slip"))
            .await
            .expect(StatusCode::OK)
            .body;
        let (_, sheet) = page
            .split_once(r#"<article class="slip" lang="prs" dir="rtl""#)
            .expect("Dari");
        let (sheet, _) = sheet.split_once("</article>").expect("its end");
        says(sheet, "ساعت 9:00");
        says(sheet, "Eine Person spricht Dari mit Ihnen.");
        says(sheet, "Eingang Süd");
        for name in NAMES {
            assert!(!sheet.contains(name), "{name}");
        }
        says(&page, "noch niemand mit dieser Erstsprache geprüft");
        let other = kita
            .get(&format!("/requests/{request}/slip?text=uk&anyway=yes"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&other, "вівторок, 16 березня 2027 року");
        says(&other, "Gebucht ist Dari. Das steht auch auf diesem Zettel.");
        let (_, sheet) = other.split_once("<article class=\"slip\"").expect("the slip");
        says(sheet, "яка говорить цією мовою:");
        says(sheet, "Eine Person spricht");
        assert!(sheet.contains("Dari") && !sheet.contains("українською"), "{sheet}");
        // It asks before it shows another language than the booked one.
        let asked = kita
            .get(&format!("/requests/{request}/slip?text=uk"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&asked, "Gebucht ist Dari. Trotzdem auf Ukrainisch?");
        assert!(!asked.contains("<article class=\"slip\""), "{asked}");
        for strange in ["xx", "../de", "", "%00", "de%2F"] {
            let page = kita.get(&format!("/requests/{request}/slip?text={strange}")).await;
            says(&page.expect(StatusCode::OK).body, "ساعت 9:00");
        }
    })
    .await;
}

#[tokio::test]
async fn who_has_no_text_gets_one_they_may_read_and_is_told() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        for (language, text, family, institution) in [
            (
                "apc",
                "ar",
                "هذه الورقة مكتوبة بالعربية الفصحى",
                "Der Zettel ist auf Arabisch.",
            ),
            (
                "ff",
                "en",
                "We do not have this text in your language yet.",
                "Der Zettel ist auf Englisch.",
            ),
        ] {
            let mut tx = site.app.db.begin().await.expect("it begins");
            let changed = q!("UPDATE request SET language = $1 WHERE id = $2", language, request);
            changed.execute(&mut tx).await.expect("it changes");
            site.app.commit(tx).await.expect("it commits");
            let page = kita
                .get(&format!("/requests/{request}/slip"))
                .await
                .expect(StatusCode::OK)
                .body;
            says(&page, institution);
            let link = link(&site, &kita, request, text).await;
            let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
            says(&page, family);
            says(&page, "Eine Person spricht");
        }
    })
    .await;
}

#[tokio::test]
async fn before_somebody_has_said_yes_there_is_none_and_the_page_says_when() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let kita = kita(&site).await;
        let page = kita
            .get(&format!("/requests/{request}/slip"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(
            &page,
            "Den Zettel gibt es, sobald jemand zugesagt hat. Sie hören von uns bis",
        );
        assert!(!page.contains("<article"), "nothing to print yet");
        let made = kita
            .post(&format!("/requests/{request}/slip/links"), &[("text", "prs")])
            .await;
        let page = kita.get(made.expect(StatusCode::SEE_OTHER).location()).await.body;
        assert!(!page.contains("/s/"), "nothing to send either");
    })
    .await;
}

#[tokio::test]
async fn a_name_in_the_meeting_point_stays_off_the_slip() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        let link = link(&site, &kita, request, "prs").await;
        for (meeting, named) in [
            ("Bitte bei Frau VOGT klingeln", true),
            ("Amina wartet am Tor", true),
            ("Am Vogteiplatz, zweite Tür", false),
            ("<svg onload=alert(1)>", false),
        ] {
            let mut tx = site.app.db.begin().await.expect("it begins");
            let changed = q!("UPDATE request SET meeting_point = $1 WHERE id = $2", meeting, request);
            changed.execute(&mut tx).await.expect("it changes");
            site.app.commit(tx).await.expect("it commits");
            let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
            assert!(!page.contains("<svg onload"), "it is shown literally");
            let words: String = meeting.chars().take_while(|c| *c != '<').collect();
            assert_eq!(
                page.contains(&words) && !words.is_empty(),
                !named && !words.is_empty(),
                "{meeting}"
            );
            let own = kita.get(&format!("/requests/{request}/slip")).await.body;
            assert_eq!(own.contains("Ihr Treffpunkt nennt einen Namen."), named, "{meeting}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_is_forged_by_nobody_and_looking_changes_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        let link = link(&site, &kita, request, "prs").await;
        // Asked for again, it is the same one.
        assert_eq!(super::link(&site, &kita, request, "prs").await, link);
        let before = dump(&site.app.db).await;
        let family = site.browser();
        family.get(&link).await.expect(StatusCode::OK);
        let head = family.send(Method::HEAD, &link, None, &[]).await;
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
        let post = family.send(Method::POST, &link, Some(String::new()), &[]).await;
        assert_eq!(post.status, StatusCode::METHOD_NOT_ALLOWED);
        let other = if link.ends_with('A') { 'B' } else { 'A' };
        let forged = format!("{}{other}", &link[..link.len() - 1]);
        for wrong in [
            forged.as_str(),
            "/s/x",
            "/s/%00",
            &link.replace("/s/", "/o/"),
            &link.replace("/s/", "/a/"),
        ] {
            family.get(wrong).await.expect(StatusCode::NOT_FOUND);
        }
        assert_eq!(dump(&site.app.db).await, before);
        let klinik = site.signed_in("held@klinik-am-park.example").await;
        klinik
            .get(&format!("/requests/{request}/slip"))
            .await
            .expect(StatusCode::NOT_FOUND);
        let made = klinik
            .post(&format!("/requests/{request}/slip/links"), &[("text", "prs")])
            .await;
        made.expect(StatusCode::NOT_FOUND);
        let wrong = kita
            .post(&format!("/requests/{request}/slip/links"), &[("text", "xx-ZZ")])
            .await;
        wrong.expect(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
