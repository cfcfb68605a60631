//! Whoever opened a request from a narrowed list or a month comes back there, also after a form.

use axum::http::StatusCode;

use crate::{
    institution::says,
    proofs::{held, over},
    slips::appointment,
    support::{
        databases::each_engine,
        scene::{CORA, KITA},
        site::{Browser, Site},
    },
};

use super::{KERN, colleague};

/// The first address on a page that begins so.
#[track_caller]
fn address(page: &str, attribute: &str, start: &str) -> String {
    let found = page
        .split(&format!("{attribute}=\""))
        .skip(1)
        .find(|rest| rest.starts_with(start));
    let found = found.unwrap_or_else(|| panic!("no {attribute} to {start}: {page}"));
    found.split('"').next().expect("it ends").replace("&#38;", "&")
}

#[track_caller]
fn leads_back(page: &str, there: &str) {
    let back = address(page, "class=\"back\" href", "/");
    assert_eq!(back, there);
}

async fn open(browser: &Browser, path: &str) -> String {
    let page = path.split('#').next().expect("a path");
    browser.get(page).await.expect(StatusCode::OK).body
}

#[tokio::test]
async fn every_form_of_a_request_keeps_the_way_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let eva = colleague(&site, site.who.kita.institution, "Eva Kern", KERN)
            .await
            .to_string();
        let kita = site.signed_in(KITA).await;
        for list in [
            "/requests?when=coming&language=prs",
            "/requests/calendar?language=prs&month=2027-03",
        ] {
            let page = open(&kita, list).await;
            let status = address(&page, "href", &format!("/requests/{request}"));
            let page = open(&kita, &status).await;
            leads_back(&page, list);
            for (name, fields) in [
                ("details", vec![("meeting_point", "Eingang Nord"), ("remarks", "")]),
                ("handover", vec![("contact", eva.as_str())]),
            ] {
                let there = address(&page, "href", &format!("/requests/{request}/{name}"));
                let form = open(&kita, &there).await;
                leads_back(&form, &status);
                let action = address(&form, "action", &format!("/requests/{request}/{name}"));
                let sent = kita.post(&action, &fields).await.expect(StatusCode::SEE_OTHER);
                let after = sent.location().to_owned();
                leads_back(&open(&kita, &after).await, list);
            }
            let slip = address(&page, "href", &format!("/requests/{request}/slip"));
            let form = open(&kita, &slip).await;
            leads_back(&form, &status);
            assert!(
                form.contains("name=\"language\" value=\"prs\""),
                "another text keeps it: {form}"
            );
            let action = address(&form, "action", &format!("/requests/{request}/slip/links"));
            let sent = kita
                .post(&action, &[("text", "prs")])
                .await
                .expect(StatusCode::SEE_OTHER);
            assert!(sent.location().ends_with("#links"), "{}", sent.location());
            let form = open(&kita, sent.location()).await;
            leads_back(&form, &status);
            let end = form
                .split("action=\"")
                .skip(1)
                .find(|rest| rest.split('"').next().is_some_and(|it| it.contains("/revocation")));
            let end = end
                .expect("it can be ended")
                .split('"')
                .next()
                .expect("it ends")
                .replace("&#38;", "&");
            let ended = kita.post(&end, &[]).await.expect(StatusCode::SEE_OTHER);
            leads_back(&open(&kita, ended.location()).await, &status);
            // Colleagues, and a draft that is thrown away.
            let page = open(&kita, list).await;
            if list.starts_with("/requests?") {
                let people = address(&page, "href", "/requests/contacts");
                leads_back(&open(&kita, &people).await, list);
            }
        }
        let list = "/requests?when=coming&language=prs";
        let status = format!("/requests/{request}?when=coming&language=prs");
        let page = open(&kita, &status).await;
        let there = address(&page, "href", &format!("/requests/{request}/cancellation"));
        let again = kita.post(&there, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        leads_back(&again.body, &status);
        let sent = kita
            .post(&there, &[("reason", "other")])
            .await
            .expect(StatusCode::SEE_OTHER);
        leads_back(&open(&kita, sent.location()).await, list);
        // Nobody of the institution is led to the desk's pages.
        let cora = site.signed_in(CORA).await;
        cora.get(&status).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn saying_how_it_was_and_throwing_a_draft_away_lead_back_too() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        over.amina_says(&site, &held("9:00", "10:00")).await;
        let kita = site.signed_in(KITA).await;
        let list = "/requests?when=past&language=prs";
        let status = address(&open(&kita, list).await, "href", &format!("/requests/{}", over.request));
        let proof = address(&open(&kita, &status).await, "href", &over.institution_page());
        let form = open(&kita, &proof).await;
        leads_back(&form, &status);
        let action = address(&form, "action", &over.institution_page());
        let seen = crate::proofs::seen(&form);
        let sent = kita.post(&action, &[("seen", &seen), ("outcome", "agree")]).await;
        let after = open(&kita, sent.expect(StatusCode::SEE_OTHER).location()).await;
        says(&after, "Der Termin ist bestätigt");
        leads_back(&after, &status);

        let draft = crate::institution::draft(&kita).await;
        let step = format!("{draft}/conversation");
        kita.post(&step, &[("language", "Dari")])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        let removal = address(&open(&kita, list).await, "action", &format!("{draft}/removal"));
        let removed = kita.post(&removal, &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(removed.location(), list);
    })
    .await;
}
