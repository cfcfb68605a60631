use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    q,
    requests::{self, store},
};

use super::{KERN, colleague};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        people::Asker,
        scene::{AMINA, BASIR, CORA, KITA, accepts, ask, ask_for, call_off, dump, slot},
        site::Site,
    },
};

#[tokio::test]
async fn a_colleague_takes_over_and_everybody_concerned_is_told() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let eva = colleague(&site, site.who.kita.institution, "Eva Kern", KERN)
            .await
            .to_string();
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let link = accepts(&site, AMINA).await;
        let kita = site.signed_in(KITA).await;
        let path = format!("/requests/{request}/handover");
        says(
            &kita.get(&path).await.expect(StatusCode::OK).body,
            "Bis jetzt kümmert sich Jana Vogt.",
        );
        kita.post(&path, &[("contact", &eva)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let told = site
            .mailbox
            .to(KERN)
            .into_iter()
            .find(|mail| mail.kind == "handed_over");
        let told = told.expect("Eva is told");
        assert!(
            told.text.contains("SP-2027-0001") && told.calendar.is_some(),
            "{}",
            told.text
        );
        assert!(told.text.contains("hat Ihren Namen bekommen"), "{}", told.text);
        let told = site
            .mailbox
            .to(AMINA)
            .into_iter()
            .find(|mail| mail.kind == "contact_changed");
        assert!(told.expect("Amina is told").text.contains("Eva Kern"));
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        says(&page, "Eva Kern");
        says(&page, "0251 555 0199");
        assert!(!page.contains("Jana Vogt"));
        let page = kita.get(&format!("/requests/{request}")).await.body;
        says(&page, "Eva Kern");
        says(&page, "Am Telefon aufgenommen von Cora Brandt.");
        // Had Jana sent it herself, nobody would have called.
        let mut tx = site.app.db.begin().await.expect("it begins");
        q!(
            "UPDATE request SET filed_by = (SELECT person_id FROM contact WHERE id = $1) WHERE id = $2",
            site.who.kita.contact,
            request
        )
        .execute(&mut tx)
        .await
        .expect("it is changed");
        tx.commit().await.expect("it commits");
        let page = kita.get(&format!("/requests/{request}")).await.body;
        says(&page, "Gesendet von Jana Vogt.");
        assert!(!page.contains("Am Telefon aufgenommen"), "nobody called");
        // Once more changes nothing and tells nobody.
        let before = site.mailbox.all().len();
        kita.post(&path, &[("contact", &eva)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(site.mailbox.all().len(), before);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_open_goes_at_once_in_one_mail() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let eva = colleague(&site, site.who.kita.institution, "Eva Kern", KERN).await;
        let over = ask(&site, vec![slot("2027-03-02", "09:00", "10:00")]).await;
        site.app.clock.advance(Duration::days(2));
        site.work().await;
        let one = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let two = ask(&site, vec![slot("2027-03-17", "09:00", "10:00")]).await;
        let off = ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        call_off(&site, off).await;
        let kita = site.signed_in(KITA).await;
        let fields = [("contact", eva.to_string()), ("all", "yes".to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = kita.post(&format!("/requests/{one}/handover"), &fields).await;
        done.expect(StatusCode::SEE_OTHER);
        site.work().await;
        let mut tx = site.app.db.read().await.expect("it reads");
        for (request, hers) in [(one, true), (two, true), (over, false), (off, false)] {
            let found = store::get(&mut tx, request)
                .await
                .expect("it reads")
                .expect("it is there");
            assert_eq!(found.contact == eva, hers, "{}", found.reference);
        }
        tx.commit().await.expect("it ends");
        let mails = site
            .mailbox
            .to(KERN)
            .into_iter()
            .filter(|mail| mail.kind == "handed_over");
        assert_eq!(mails.count(), 1, "all in one");
    })
    .await;
}

#[tokio::test]
async fn nobody_outside_takes_over_and_nobody_outside_gives() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let kita = site.signed_in(KITA).await;
        let path = format!("/requests/{request}/handover");
        says(&kita.get(&path).await.body, "Laden Sie zuerst jemanden ein.");
        let before = dump(&site.app.db).await;
        let strangers = site.who.klinik.contact.to_string();
        for to in [strangers.as_str(), "", "x", "00000000-0000-7000-8000-000000000000"] {
            let answer = kita
                .post(&path, &[("contact", to)])
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
            says(&answer.body, "Bitte wählen Sie eine Person aus der Liste.");
            let all = kita.post(&path, &[("contact", to), ("all", "yes")]).await;
            all.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(dump(&site.app.db).await, before);
        let klinik = site.signed_in("held@klinik-am-park.example").await;
        klinik.get(&path).await.expect(StatusCode::NOT_FOUND);
        klinik
            .post(&path, &[("contact", &strangers)])
            .await
            .expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn when_a_contact_leaves_the_desk_hands_over_what_is_open() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let who = site.who.kita;
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let institution = format!("/desk/institutions/{}", who.institution);
        let orphans = format!("{institution}/contacts/{}/handover", who.contact);
        let ended = cora
            .post(&format!("{institution}/contacts/{}/end", who.contact), &[])
            .await;
        // The notice of what was done, with the way back, comes along.
        let there = ended.expect(StatusCode::SEE_OTHER).location().to_owned();
        assert!(there.starts_with(&orphans), "{there}");
        let page = cora.get(&orphans).await.expect(StatusCode::OK).body;
        says(&page, "Jana Vogt ist nicht mehr dabei. Eine Anfrage ist noch offen.");
        says(&page, "Fügen Sie zuerst eine hinzu.");
        says(
            &cora.get("/desk").await.body,
            "Ansprechperson ist weg: Kita Sonnenblume",
        );
        says(&cora.get(&institution).await.body, "Anfragen übergeben");
        let eva = colleague(&site, who.institution, "Eva Kern", KERN).await.to_string();
        let wrong = cora.post(&orphans, &[("contact", &who.contact.to_string())]).await;
        wrong.expect(StatusCode::UNPROCESSABLE_ENTITY);
        cora.post(&orphans, &[("contact", &eva)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert!(site.mailbox.to(KERN).iter().any(|mail| mail.kind == "handed_over"));
        assert!(
            !cora.get("/desk").await.body.contains("Ansprechperson ist weg"),
            "the task is done"
        );
        let kern = site.signed_in(KERN).await;
        says(
            &kern
                .get(&format!("/requests/{request}"))
                .await
                .expect(StatusCode::OK)
                .body,
            "Eva Kern",
        );

        // Nothing open: back to the institution.
        ask_for(&site, site.who.klinik, vec![slot("2027-03-17", "09:00", "10:00")]).await;
        let jobcenter = site.who.jobcenter;
        let path = format!("/desk/institutions/{}", jobcenter.institution);
        let ended = cora
            .post(&format!("{path}/contacts/{}/end", jobcenter.contact), &[])
            .await;
        let there = ended.expect(StatusCode::SEE_OTHER).location().to_owned();
        assert!(there.starts_with(&path) && there.ends_with("#contacts"), "{there}");
    })
    .await;
}

/// If they asked for the same person again: who that is. `like`: what they ask for; nobody was asked for this one yet.
async fn wished(site: &Site, like: &requests::Request, asker: Asker) -> Vec<String> {
    let asked = requests::Request {
        id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse().expect("an id"),
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        same_volunteer: true,
        search: None,
        ..like.clone()
    };
    let mut tx = site.app.db.read().await.expect("it reads");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let best = requests::best(&mut tx, &rules, &asked, site.app.clock.now(), |_| false)
        .await
        .expect("it reads");
    tx.commit().await.expect("it ends");
    let same = |one: &&requests::candidates::Assessed| {
        let rank = one.assessment.rank().expect("a rank");
        let mut parts = rank.parts.iter();
        parts.any(|part| part.kind.code() == "same_volunteer" && part.points > 0)
    };
    best.people.iter().filter(same).map(|one| one.name.clone()).collect()
}

#[tokio::test]
async fn who_came_before_is_wished_for_by_a_colleague_too() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let jana = site.who.kita;
        let eva = Asker {
            contact: colleague(&site, jana.institution, "Eva Kern", KERN).await,
            ..jana
        };
        let like = ask(&site, vec![slot("2027-04-06", "09:00", "10:00")]).await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let like = store::get(&mut tx, like).await.expect("it reads").expect("it is there");
        tx.commit().await.expect("it ends");
        assert_eq!(wished(&site, &like, eva).await, Vec::<String>::new());
        ask_for(&site, jana, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        assert_eq!(wished(&site, &like, eva).await, ["Amina Rahimi"]);
        let klinik = site.who.klinik;
        assert_eq!(wished(&site, &like, klinik).await, Vec::<String>::new());

        // Each one's own history counts first.
        ask_for(&site, eva, vec![slot("2027-03-23", "09:00", "10:00")]).await;
        accepts(&site, BASIR).await;
        assert_eq!(wished(&site, &like, eva).await, ["Basir Noori"]);
        assert_eq!(wished(&site, &like, jana).await, ["Amina Rahimi"]);
    })
    .await;
}
