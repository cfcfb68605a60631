//! A coordinator changes the search, gives it up, or cancels for somebody.

use chrono::Duration;
use sprachpool::{
    act::Actor,
    matching::{Gender, GenderWish, Mode},
    q,
    requests::{
        self, CancelError, Canceller, Change, ChangeError, CloseError, CloseReason, OpeningState, RequestId, Status,
        store::OfferState,
    },
    volunteers::VolunteerId,
};

use crate::support::{
    people,
    pool::{Options, Pool, at, each_pool, slot},
};

async fn change(pool: &Pool, request: RequestId, change: Change) -> Result<(), ChangeError> {
    // A minute after what was said before.
    pool.later(Duration::minutes(1)).await;
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    requests::change_search(&mut tx, &act, &rules, request, &change).await?;
    pool.app.commit(tx).await?;
    pool.work().await;
    Ok(())
}

async fn close(pool: &Pool, request: RequestId) -> Result<(), CloseError> {
    let mut tx = pool.app.db.begin().await?;
    let act = pool.app.act(Actor::Person(pool.who.cora));
    requests::close(&mut tx, &act, request, CloseReason::Referred, "Frau Held hilft.").await?;
    pool.app.commit(tx).await?;
    pool.work().await;
    Ok(())
}

/// Who has an unanswered offer of the newest round.
async fn asked_now(pool: &Pool, request: RequestId) -> Vec<VolunteerId> {
    let search = pool.request(request).await.search.map(|search| search.id);
    let offers = pool.offers(request).await.into_iter();
    let mut asked: Vec<_> = offers
        .filter(|offer| Some(offer.search) == search && offer.state == OfferState::Sent)
        .map(|offer| offer.volunteer)
        .collect();
    asked.sort();
    asked
}

async fn farsi_speaker(pool: &Pool) -> VolunteerId {
    let mut new = people::amina();
    (new.name, new.email) = (
        "Shirin Tehrani".parse().expect("a name"),
        "shirin@post.example".parse().expect("an address"),
    );
    new.languages[0].language = "fa".into();
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let made = people::volunteer(&mut tx, &pool.app.act(Actor::Command), &new).await;
    tx.commit().await.expect("it commits");
    made
}

async fn both_say_no(pool: &Pool, request: RequestId) {
    pool.work().await;
    for volunteer in [pool.who.amina, pool.who.basir] {
        pool.decline(pool.offer_to(request, volunteer).await.id)
            .await
            .expect("a no");
    }
    pool.work().await;
    assert_eq!(pool.tasks().await[0].kind, "nobody_found");
}

#[tokio::test]
async fn a_near_language_for_this_request_only_asks_its_speakers_and_not_those_who_said_no() {
    each_pool(Options::default, async |pool| {
        let shirin = farsi_speaker(pool).await;
        let request = pool.asked().await;
        both_say_no(pool, request).await;
        let wish = Change {
            also_accept: vec!["fa".into()],
            ..Change::default()
        };
        change(pool, request, wish).await.expect("Farsi is near");
        assert_eq!(asked_now(pool, request).await, [shirin]);
        assert!(pool.tasks().await.is_empty());
        assert_eq!(pool.sent("search_changed"), 1, "the Kita is told");
        let now = pool.request(request).await;
        assert!(matches!(now.status(pool.app.clock.now()), Status::Searching { .. }));
        assert!(!now.search.expect("it runs").after_withdrawal);
        let other = pool.asked().await;
        assert!(!asked_now(pool, other).await.contains(&shirin), "for this request only");
        pool.accept(pool.offer_to(request, shirin).await.id)
            .await
            .expect("she comes");
    })
    .await;
}

#[tokio::test]
async fn a_looser_gender_wish_asks_more_people() {
    each_pool(Options::default, async |pool| {
        let mut new = pool.wanted();
        new.gender = GenderWish::Required(Gender::Female);
        let request = pool.file(&new).await.id;
        pool.work().await;
        assert_eq!(asked_now(pool, request).await, [pool.who.amina]);
        for (wish, wrong) in [
            (GenderWish::Preferred(Gender::Male), true),
            (GenderWish::Preferred(Gender::Female), false),
            (GenderWish::None, false),
            (GenderWish::Required(Gender::Female), true),
        ] {
            let wish = Change {
                gender: Some(wish),
                ..Change::default()
            };
            let done = change(pool, request, wish).await;
            assert_eq!(matches!(done, Err(ChangeError::NotAChoice)), wrong, "{done:?}");
        }
        // The running search was ended; Amina has not said no and is asked again with Basir.
        let mut both = vec![pool.who.amina, pool.who.basir];
        both.sort();
        assert_eq!(asked_now(pool, request).await, both);
        assert_eq!(pool.sent("offer_cancelled"), 0, "nothing was cancelled");
    })
    .await;
}

#[tokio::test]
async fn by_phone_whoever_does_not_travel_is_asked() {
    each_pool(Options::default, async |pool| {
        let mut new = people::amina();
        (new.name, new.email) = (
            "Laila Azizi".parse().expect("a name"),
            "laila@post.example".parse().expect("an address"),
        );
        new.modes = vec![Mode::Phone];
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let laila = people::volunteer(&mut tx, &pool.app.act(Actor::Command), &new).await;
        tx.commit().await.expect("it commits");
        let request = pool.asked().await;
        both_say_no(pool, request).await;
        let mode = |mode| Change {
            mode: Some(mode),
            ..Change::default()
        };
        change(pool, request, mode(Mode::Phone)).await.expect("by phone");
        assert_eq!(asked_now(pool, request).await, [laila]);
        assert_eq!(pool.request(request).await.mode, Mode::Phone);
        let back = change(pool, request, mode(Mode::OnSite)).await;
        assert!(matches!(back, Err(ChangeError::NotAChoice)), "{back:?}");
    })
    .await;
}

#[tokio::test]
async fn a_no_was_said_to_the_old_dates_only() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        both_say_no(pool, request).await;
        // The same again, without new dates: both have said no.
        change(pool, request, Change::default()).await.expect("another round");
        assert!(asked_now(pool, request).await.is_empty());
        assert_eq!(pool.tasks().await[0].kind, "nobody_found");
        let dates = |dates| Change {
            dates,
            ..Change::default()
        };
        let known = change(pool, request, dates(vec![slot(16, "09:00", "10:00")])).await;
        assert!(matches!(known, Err(ChangeError::KnownDate(0))), "{known:?}");
        let past = change(pool, request, dates(vec![slot(1, "09:00", "10:00")])).await;
        assert!(matches!(past, Err(ChangeError::Date(0, _))), "{past:?}");
        let three = vec![
            slot(17, "09:00", "10:00"),
            slot(18, "9:00", "10:00"),
            slot(19, "9:00", "10:00"),
        ];
        let many = change(pool, request, dates(three)).await;
        assert!(matches!(many, Err(ChangeError::TooManyDates)), "{many:?}");
        change(pool, request, dates(vec![slot(17, "14:00", "15:00")]))
            .await
            .expect("another day");
        let mut both = vec![pool.who.amina, pool.who.basir];
        both.sort();
        assert_eq!(asked_now(pool, request).await, both, "they are asked about the new day");
        // Who says no now said it to these dates.
        pool.decline(pool.offer_to(request, pool.who.amina).await.id)
            .await
            .expect("a no");
        change(pool, request, Change::default()).await.expect("another round");
        assert_eq!(asked_now(pool, request).await, [pool.who.basir]);
        let new = pool.request(request).await.slots[1].id;
        let offer = pool.offer_to(request, pool.who.basir).await.id;
        crate::support::pool::accept(&pool.app, offer, Some(new))
            .await
            .expect("the new day");
        let over = change(pool, request, Change::default()).await;
        assert!(
            matches!(over, Err(ChangeError::Over)),
            "every place is filled: {over:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_date_that_is_over_by_now_is_not_offered_any_more() {
    each_pool(Options::default, async |pool| {
        let mut new = pool.wanted();
        new.slots = vec![slot(8, "12:00", "13:00"), slot(17, "14:00", "15:00")];
        let request = pool.file(&new).await.id;
        both_say_no(pool, request).await;
        pool.app.clock.set(at(3, 8, 12, 30));
        change(
            pool,
            request,
            Change {
                dates: vec![slot(18, "9:00", "10:00")],
                ..Change::default()
            },
        )
        .await
        .expect("a third day");
        assert_eq!(asked_now(pool, request).await.len(), 2, "there is time until the 17th");
        let mail = pool
            .mails
            .all()
            .into_iter()
            .find(|mail| mail.kind == "offer")
            .expect("sent");
        assert!(
            mail.text.contains("17. MÄRZ") && mail.text.contains("18. März"),
            "{}",
            mail.text
        );
        assert!(
            !mail.text.contains(" 8. MÄRZ") && !mail.subject.contains(" 8. März"),
            "{}",
            mail.subject
        );
        let told = pool
            .mails
            .all()
            .into_iter()
            .find(|mail| mail.kind == "search_changed")
            .expect("sent");
        assert!(!told.subject.contains(" 8. März"), "{}", told.subject);
        let offer = pool.offer_to(request, pool.who.basir).await;
        assert!(
            offer.answer_by > Some(at(3, 8, 15, 0)),
            "not half an hour: {:?}",
            offer.answer_by
        );
    })
    .await;
}

#[tokio::test]
async fn with_somebody_coming_mode_and_dates_stay() {
    each_pool(Options::default, async |pool| {
        let mut new = pool.wanted();
        new.openings = 2;
        let request = pool.file(&new).await.id;
        pool.work().await;
        pool.accept(pool.offer_to(request, pool.who.amina).await.id)
            .await
            .expect("she comes");
        for wish in [
            Change {
                mode: Some(Mode::Video),
                ..Change::default()
            },
            Change {
                dates: vec![slot(17, "14:00", "15:00")],
                ..Change::default()
            },
        ] {
            let done = change(pool, request, wish).await;
            assert!(matches!(done, Err(ChangeError::SomebodyComes)), "{done:?}");
        }
        change(pool, request, Change::default())
            .await
            .expect("another round for the other place");
        assert_eq!(asked_now(pool, request).await, [pool.who.basir]);
    })
    .await;
}

#[tokio::test]
async fn closed_as_unfilled_everybody_knows_and_nothing_follows() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        close(pool, request).await.expect("it is given up");
        assert!(matches!(close(pool, request).await, Err(CloseError::NothingToClose)));
        let now = pool.request(request).await;
        assert_eq!(now.status(pool.app.clock.now()), Status::Unfilled);
        assert!(
            now.is_closed()
                && now
                    .openings
                    .iter()
                    .all(|opening| opening.state == OpeningState::Unfilled)
        );
        assert!(pool.tasks().await.is_empty());
        assert_eq!(pool.sent("request_closed"), 1);
        assert_eq!(pool.sent("nobody_found"), 0);
        let stored = q!(
            "SELECT COUNT(*) FROM request WHERE closed_by = $1 AND closed_reason = 'referred' AND closed_note <> ''",
            pool.who.cora
        );
        assert_eq!(pool.count(stored).await, 1);
        assert!(
            pool.accept(pool.offer_to(request, pool.who.amina).await.id)
                .await
                .is_err()
        );
        let hand = super::by_hand::assign(pool, request, pool.who.amina, None).await;
        assert!(hand.is_err(), "{hand:?}");
        assert!(matches!(
            change(pool, request, Change::default()).await,
            Err(ChangeError::Over)
        ));
        // What people answered is still to be learned from; nothing is about the request.
        let about_it = q!("SELECT COUNT(*) FROM timer WHERE kind <> 'forecast_learning'");
        assert_eq!(pool.count(about_it).await, 0);
    })
    .await;
}

#[tokio::test]
async fn closed_with_one_who_comes_and_opened_again_when_they_cannot() {
    each_pool(
        || Options {
            more_speakers: 1,
            ..Options::default()
        },
        async |pool| {
            let mut new = pool.wanted();
            new.openings = 2;
            let request = pool.file(&new).await.id;
            pool.work().await;
            let offer = pool.offer_to(request, pool.who.amina).await.id;
            let held = pool.accept(offer).await.expect("she comes").assignment;
            close(pool, request).await.expect("the other place is given up");
            assert_eq!(pool.request(request).await.assignments.len(), 1, "who comes, comes");
            pool.give_back(held).await.expect("in time");
            pool.work().await;
            let now = pool.request(request).await;
            assert!(!now.is_closed(), "it is looked for again");
            assert!(matches!(now.status(pool.app.clock.now()), Status::Searching { .. }));
        },
    )
    .await;
}

#[tokio::test]
async fn called_off_by_whom_is_kept() {
    each_pool(Options::default, async |pool| {
        for canceller in Canceller::ALL {
            let request = pool.asked().await;
            pool.accept(pool.offer_to(request, pool.who.amina).await.id)
                .await
                .expect("she comes");
            let mut tx = pool.app.db.begin().await.expect("it begins");
            let act = pool.app.act(Actor::Person(pool.who.cora));
            requests::cancel_as(&mut tx, &act, request, canceller, "other")
                .await
                .expect("it stands");
            let twice = requests::cancel_as(&mut tx, &act, request, canceller, "other").await;
            assert!(matches!(twice, Err(CancelError::AlreadyCancelled)));
            pool.app.commit(tx).await.expect("it commits");
            pool.work().await;
            assert_eq!(pool.request(request).await.cancelled_by, Some(canceller));
            let told = pool
                .mails
                .all()
                .into_iter()
                .find(|mail| mail.kind == "request_cancelled")
                .expect("sent");
            assert_eq!(
                told.text.contains("leider müssen wir"),
                canceller == Canceller::Pool,
                "{}",
                told.text
            );
        }
        let roles = q!("SELECT COUNT(DISTINCT cancelled_role) FROM request WHERE cancelled_at IS NOT NULL");
        assert_eq!(pool.count(roles).await, 3);
    })
    .await;
}
