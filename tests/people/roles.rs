//! Who is what: volunteers, contacts, coordinators, and how a role ends.

use chrono::Duration;
use sprachpool::{
    ids::Ids,
    institutions::{self, NewContact, State, add_contact},
    people::{self as persons, session},
    q, qualifications, volunteers,
};

use crate::support::{
    databases::each_engine,
    people::{act, amina, characters, cora, keys, monday, volunteer},
};

#[tokio::test]
async fn a_volunteer_is_stored_whole() {
    each_engine(async |db| {
        let ids = Ids::random();
        let mut tx = db.begin().await.expect("it begins");
        let id = volunteer(&mut tx, &act(&ids, monday()), &amina()).await;
        let found = volunteers::store::get(&mut tx, id)
            .await
            .expect("it reads")
            .expect("Amina");
        assert_eq!((found.name.as_str(), found.state.as_str()), ("Amina Rahimi", "active"));
        assert!(found.on_site && found.by_phone && found.by_video && found.phone_consent);
        let languages = volunteers::store::languages_of(&mut tx, id).await.expect("it reads");
        assert_eq!(
            (languages[0].language.as_str(), languages[0].level.as_str()),
            ("prs", "native")
        );
        let free = volunteers::store::availability_of(&mut tx, id).await.expect("it reads");
        assert_eq!(
            (free.len(), free[0].weekday, free[0].until_time.as_str()),
            (5, 1, "18:00")
        );
        assert_eq!(
            qualifications::store::in_force(&mut tx, id)
                .await
                .expect("it reads")
                .len(),
            7
        );
    })
    .await;
}

#[tokio::test]
async fn a_pause_ends_by_itself_and_its_receipt_is_owed_once() {
    each_engine(async |db| {
        let ids = Ids::random();
        let now = monday();
        let mut tx = db.begin().await.expect("it begins");
        let id = volunteer(&mut tx, &act(&ids, now), &amina()).await;
        let until = now + Duration::days(30);
        for _ in 0..3 {
            assert!(
                volunteers::pause_by_link(&mut tx, &act(&ids, now), id, until)
                    .await
                    .expect("it pauses")
            );
        }
        let (mails,) = q!("SELECT COUNT(*) FROM outbox WHERE kind = 'paused'")
            .one::<(i64,)>(&mut tx)
            .await
            .expect("a count");
        assert_eq!(mails, 1);
        let paused = volunteers::store::get(&mut tx, id)
            .await
            .expect("it reads")
            .expect("Amina");
        assert!(paused.is_paused(now) && !paused.is_paused(until));
        assert!(
            volunteers::unpause(&mut tx, &act(&ids, now), id)
                .await
                .expect("it resumes")
        );
        assert!(
            !volunteers::unpause(&mut tx, &act(&ids, now), id)
                .await
                .expect("it answers")
        );
    })
    .await;
}

#[tokio::test]
async fn s39_a_lifted_ban_keeps_its_note() {
    each_engine(async |db| {
        let ids = Ids::random();
        let who = characters(&db, &ids, monday()).await;
        let act = act(&ids, monday());
        let mut tx = db.begin().await.expect("it begins");
        for note in ["kam zu spät", "ein zweites Mal"] {
            volunteers::ban(&mut tx, &act, who.kita.institution, who.basir, note)
                .await
                .expect("it bans");
        }
        assert!(
            !volunteers::lift_ban(&mut tx, &act, who.klinik.institution, who.basir)
                .await
                .expect("not theirs")
        );
        assert!(
            volunteers::lift_ban(&mut tx, &act, who.kita.institution, who.basir)
                .await
                .expect("it lifts")
        );
        let notes = q!("SELECT note FROM ban WHERE lifted_at IS NOT NULL")
            .all::<(String,)>(&mut tx)
            .await
            .expect("notes");
        assert_eq!(notes, vec![("kam zu spät".to_owned(),)]);
    })
    .await;
}

#[tokio::test]
async fn who_retires_or_is_not_approved_yet_has_no_role() {
    each_engine(async |db| {
        let ids = Ids::random();
        let act = act(&ids, monday());
        let mut tx = db.begin().await.expect("it begins");
        let id = volunteer(&mut tx, &act, &amina()).await;
        let person = volunteers::store::get(&mut tx, id)
            .await
            .expect("it reads")
            .expect("Amina")
            .person_id;
        let new = institutions::NewInstitution {
            name: "Kita Neu".parse().expect("a name"),
            kind: None,
            sector: "kita".to_owned(),
            state: State::Pending,
            sites: vec![],
        };
        let (kita, _) = institutions::create_institution(&mut tx, &act, &new)
            .await
            .expect("an institution");
        let contact = NewContact {
            name: amina().name,
            email: amina().email,
            phone: None,
            locale: "de".to_owned(),
        };
        add_contact(&mut tx, &act, kita, &contact)
            .await
            .expect("the same person");
        let token = session::start(&mut tx, &act, person, "192.0.2.0/24")
            .await
            .expect("a session");
        let seen = session::find(&mut tx, &token, monday())
            .await
            .expect("it reads")
            .expect("signed in");
        assert_eq!((seen.volunteer, seen.contact_of.len()), (Some(id), 0));

        assert!(institutions::approve(&mut tx, &act, kita).await.expect("it approves"));
        assert!(!institutions::approve(&mut tx, &act, kita).await.expect("once only"));
        assert!(volunteers::retire(&mut tx, &act, id).await.expect("it retires"));
        let seen = session::find(&mut tx, &token, monday())
            .await
            .expect("it reads")
            .expect("signed in");
        assert_eq!((seen.volunteer, seen.contact_of.len()), (None, 1));
        assert!(!volunteers::pause(&mut tx, &act, id, None).await.expect("too late"));
    })
    .await;
}

#[tokio::test]
async fn the_same_coordinator_twice_is_one_person() {
    each_engine(async |db| {
        let ids = Ids::random();
        let mut tx = db.begin().await.expect("it begins");
        let first = cora(&mut tx, &act(&ids, monday())).await;
        assert_eq!(first, cora(&mut tx, &act(&ids, monday())).await);
        let address = persons::store::mail_address(&mut tx, first).await.expect("it reads");
        assert_eq!(address.as_deref(), Some("cora.brandt@sprachpool.example"));
        assert_eq!(keys().current_number(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_belongs_to_an_institution_is_not_found_through_another() {
    each_engine(async |db| {
        let ids = Ids::random();
        let who = characters(&db, &ids, monday()).await;
        let mut tx = db.read().await.expect("it begins");
        let own = institutions::store::site(&mut tx, who.kita.institution, who.kita.site)
            .await
            .expect("it reads");
        let other = institutions::store::site(&mut tx, who.klinik.institution, who.kita.site)
            .await
            .expect("it reads");
        assert!(own.is_some() && other.is_none());
        let own = institutions::store::contact(&mut tx, who.kita.institution, who.kita.contact)
            .await
            .expect("it reads");
        let other = institutions::store::contact(&mut tx, who.klinik.institution, who.kita.contact)
            .await
            .expect("it reads");
        assert!(own.is_some() && other.is_none());
    })
    .await;
}
