//! Sign-in by mailed code or link.

use chrono::Duration;
use sprachpool::people::{
    add_address, create_coordinator, session,
    sign_in::{ByCode, ByLink, Finished, LinkState, Proof, RequestError, link_state},
};

use super::world::{CORA, World, proved};
use crate::support::{
    databases::{Fresh, each_engine},
    people::{amina, characters, volunteer},
};

#[tokio::test]
async fn a_code_signs_in_and_sign_out_ends_it() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let sign_in = world.request("CORA.brandt@sprachpool.EXAMPLE").await;
        assert_eq!(world.count("outbox").await, 1);
        let code = world.code(sign_in);
        let proof = proved(world.try_code(sign_in, &code).await);
        assert_eq!(world.people(&proof).await, Some(vec!["Cora Brandt".to_owned()]));
        let cora = world.person("Cora Brandt").await;
        let Finished::SignedIn { token, person } = world.finish(&proof, cora).await else {
            panic!("no session")
        };
        assert!(person.coordinator);

        let mut tx = world.db.begin().await.expect("it begins");
        let seen = session::find(&mut tx, &token, world.now)
            .await
            .expect("it reads")
            .expect("signed in");
        assert_eq!((seen.person, seen.second_factor_missing), (cora, true));
        let late = session::find(&mut tx, &token, world.now + session::LASTS)
            .await
            .expect("it reads");
        assert!(late.is_none(), "a session does not last for ever");
        session::end(&mut tx, &world.act(), seen.session)
            .await
            .expect("it ends");
        assert!(
            session::find(&mut tx, &token, world.now)
                .await
                .expect("it reads")
                .is_none()
        );
        tx.commit().await.expect("it commits");

        assert_eq!(
            world.finish(&proof, cora).await,
            Finished::Over,
            "a proof gives one session"
        );
        assert_eq!(world.try_code(sign_in, &code).await, ByCode::Over, "a code proves once");
    })
    .await;
}

#[tokio::test]
async fn a_link_signs_in_once_and_looking_changes_nothing() {
    each_engine(async |db| {
        let mut world = World::new(db).await;
        let sign_in = world.request(CORA).await;
        let token = world.token(sign_in).await;
        for _ in 0..3 {
            let mut tx = world.db.read().await.expect("it begins");
            let state = link_state(&mut tx, &token, world.now).await.expect("it reads");
            assert_eq!(state, Some(LinkState::Fresh));
        }
        assert!(matches!(world.press(&token).await, ByLink::Proved(_)));
        assert_eq!(world.press(&token).await, ByLink::NotNow(LinkState::Used));

        let other = world.token(world.request(CORA).await).await;
        let wrong = format!("{}{}", if token.starts_with('A') { "B" } else { "A" }, &token[1..]);
        assert_eq!(world.press(&wrong).await, ByLink::Unknown);
        world.now += Duration::minutes(10);
        assert_eq!(world.press(&other).await, ByLink::NotNow(LinkState::Expired));
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_end_a_sign_in() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let sign_in = world.request(CORA).await;
        let right = world.code(sign_in);
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for tries_left in [4, 3, 2, 1] {
            assert_eq!(world.try_code(sign_in, wrong).await, ByCode::Wrong { tries_left });
        }
        assert_eq!(world.try_code(sign_in, wrong).await, ByCode::Over);
        assert_eq!(
            world.try_code(sign_in, &right).await,
            ByCode::Over,
            "the right one comes too late"
        );
    })
    .await;
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes() {
    each_engine(async |db| {
        let mut world = World::new(db).await;
        let sign_in = world.request(CORA).await;
        world.now += Duration::minutes(10) - Duration::seconds(1);
        let second = world.request(CORA).await;
        proved(world.try_code(sign_in, &world.code(sign_in)).await);
        world.now += Duration::minutes(10);
        assert_eq!(world.try_code(second, &world.code(second)).await, ByCode::Over);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_behaves_like_a_known_one_but_gets_no_mail() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let sign_in = world.request("niemand@post.example").await;
        assert_eq!(world.count("outbox").await, 0);
        // Even its own code, which no mail ever says, opens nothing.
        let code = world.code(sign_in);
        for tries_left in [4, 3, 2, 1] {
            assert_eq!(world.try_code(sign_in, &code).await, ByCode::Wrong { tries_left });
        }
        assert_eq!(world.try_code(sign_in, &code).await, ByCode::Over);
    })
    .await;
}

#[tokio::test]
async fn somebody_without_a_role_gets_no_mail() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let mut tx = world.db.begin().await.expect("it begins");
        let id = volunteer(&mut tx, &world.act(), &amina()).await;
        sprachpool::volunteers::retire(&mut tx, &world.act(), id)
            .await
            .expect("she leaves");
        tx.commit().await.expect("it commits");
        world.request(amina().email.as_str()).await;
        assert_eq!(world.count("outbox").await, 0);
    })
    .await;
}

#[tokio::test]
async fn sign_in_mails_are_limited_by_address_and_by_ip() {
    each_engine(async |db| {
        let mut world = World::new(db).await;
        for _ in 0..5 {
            world.request(CORA).await;
        }
        let sixth = world.request_from("Cora.Brandt@sprachpool.example", "192.0.2.9").await;
        assert!(matches!(sixth, Err(RequestError::TooMany)));
        for other in 5..30 {
            world.request(&format!("wer{other}@post.example")).await;
        }
        let from_here = world.request_from("noch@post.example", "192.0.2.1").await;
        assert!(matches!(from_here, Err(RequestError::TooMany)));
        world
            .request_from("noch@post.example", "192.0.2.2")
            .await
            .expect("another place may ask");
        world.now += Duration::minutes(15);
        world.request(CORA).await;
    })
    .await;
}

#[tokio::test]
async fn a_shared_address_asks_who() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let who = characters(&world.db, &world.ids, world.now).await;
        let mut tx = world.db.begin().await.expect("it begins");
        let basir = sprachpool::volunteers::store::get(&mut tx, who.basir)
            .await
            .expect("it reads")
            .expect("Basir");
        let shared = CORA.parse().expect("an address");
        add_address(&mut tx, &world.act(), basir.person_id, &shared)
            .await
            .expect("it is shared");
        tx.commit().await.expect("it commits");

        let sign_in = world.request(CORA).await;
        let proof = proved(world.try_code(sign_in, &world.code(sign_in)).await);
        assert_eq!(
            world.people(&proof).await,
            Some(vec!["Basir Noori".to_owned(), "Cora Brandt".to_owned()])
        );
        let amina = world.person("Amina Rahimi").await;
        assert_eq!(world.finish(&proof, amina).await, Finished::NobodyOfThem);
        let Finished::SignedIn { person, .. } = world.finish(&proof, basir.person_id).await else {
            panic!("no")
        };
        assert_eq!(
            (person.name.as_str(), person.volunteer, person.coordinator),
            ("Basir Noori", true, false)
        );
        assert_eq!(
            world.finish(&proof, world.person("Cora Brandt").await).await,
            Finished::Over
        );
    })
    .await;
}

/// Who asked for the mail knows the sign-in's id. The owner of the address pressing the button must not help them.
#[tokio::test]
async fn a_proof_counts_only_where_it_was_given() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let sign_in = world.request(CORA).await;
        let proof = proved(world.try_code(sign_in, &world.code(sign_in)).await);
        let forged = Proof::from_cookie(&format!("{}.{}", sign_in.0.simple(), "A".repeat(43))).expect("well formed");
        assert_eq!(world.people(&forged).await, None);
        let cora = world.person("Cora Brandt").await;
        assert_eq!(world.finish(&forged, cora).await, Finished::Over);
        let carried = Proof::from_cookie(&proof.to_cookie()).expect("as it was");
        assert!(matches!(world.finish(&carried, cora).await, Finished::SignedIn { .. }));
    })
    .await;
}

#[tokio::test]
async fn twenty_parallel_proofs_of_one_code_give_one_session() {
    each_engine(async |db| {
        let world = std::sync::Arc::new(World::new(db).await);
        let sign_in = world.request(CORA).await;
        let cora = world.person("Cora Brandt").await;
        let code = world.code(sign_in);
        let tries: Vec<_> = (0..20)
            .map(|_| {
                let (world, code) = (world.clone(), code.clone());
                tokio::spawn(async move {
                    match world.try_code(sign_in, &code).await {
                        ByCode::Proved(proof) => matches!(world.finish(&proof, cora).await, Finished::SignedIn { .. }),
                        _ => false,
                    }
                })
            })
            .collect();
        let mut sessions = 0;
        for one in tries {
            sessions += usize::from(one.await.expect("no panic"));
        }
        assert_eq!((sessions, world.count("session").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a5_neither_tokens_nor_codes_nor_places_stand_in_the_database() {
    let fresh = [
        Fresh::new(sprachpool::database::Engine::Sqlite).await,
        Fresh::new(sprachpool::database::Engine::Postgres).await,
    ];
    for fresh in fresh {
        let world = World::new(fresh.db.clone()).await;
        let sign_in = world.request_from(CORA, "192.0.2.77").await.expect("a sign-in");
        world
            .request_from("niemand@post.example", "192.0.2.77")
            .await
            .expect("a sign-in");
        let (link, code) = (world.token(sign_in).await, world.code(sign_in));
        let proof = proved(world.try_code(sign_in, &code).await);
        let cora = world.person("Cora Brandt").await;
        let Finished::SignedIn { token, .. } = world.finish(&proof, cora).await else {
            panic!("no session")
        };
        let secret = proof.to_cookie().split_once('.').expect("two parts").1.to_owned();
        let dump = fresh.texts().await;
        assert!(dump.iter().any(|text| text == "Cora Brandt"), "the dump is not empty");
        for secret in [
            link,
            code,
            token,
            secret,
            "192.0.2.77".to_owned(),
            "niemand@post.example".to_owned(),
        ] {
            let found = dump.iter().find(|text| text.contains(&secret));
            assert!(found.is_none(), "{secret} stands in {found:?}");
        }
    }
}

#[tokio::test]
async fn several_coordinators_may_share_one_address() {
    each_engine(async |db| {
        let world = World::new(db).await;
        let mut tx = world.db.begin().await.expect("it begins");
        let (name, email) = ("Wer Anders".parse().expect("a name"), CORA.parse().expect("an address"));
        create_coordinator(&mut tx, &world.act(), &name, &email, "en")
            .await
            .expect("a second person");
        tx.commit().await.expect("it commits");
        let sign_in = world.request(CORA).await;
        let proof = proved(world.try_code(sign_in, &world.code(sign_in)).await);
        assert_eq!(world.people(&proof).await.map(|people| people.len()), Some(2));
    })
    .await;
}
