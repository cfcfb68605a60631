//! A pool in which every kind of mail is owed, made by the verbs.

use chrono::{Duration, NaiveDate};
use sprachpool::{
    database::Tx,
    dispatch::Policy,
    institutions::{NewContact, NewInstitution, Registration, State, add_contact, approve, invite, refuse, register},
    matching::Mode,
    people::{
        self,
        second_factor::{self, Confirmed, Shown, Standing},
        session, sign_in,
    },
    proofs::{self, Report, Said, Side},
    qualifications::{NewQualification, record},
    requests::{
        Asking, AssignmentId, Change, CloseReason, Details, NewSlot, assignments, cancel, change_details,
        change_search, check, close, hand_over, joining,
        offers::{self, Yes},
        picks::choose,
    },
    volunteers::{self, Refused, pause_by_link},
};

use super::world::World;
use crate::support::{
    people::{amina, volunteer},
    second_factor::app_code,
};
/// A day in the life of the pool in which every kind of mail is owed at least once.
pub async fn a_full_day(world: &World) {
    let people = world.people;
    // Found, given back, found again, cancelled.
    let first = world.request().await;
    world.work().await;
    let assignment = world.accept(world.offer_to(first, people.amina).await).await;
    world.work().await;
    let mut tx = world.begin().await;
    assignments::give_back(&mut tx, &world.act(), &world.rules, assignment)
        .await
        .expect("early enough");
    tx.commit().await.expect("it commits");
    world.work().await;
    world.accept(world.offer_to(first, people.basir).await).await;
    world.work().await;
    cancelled(world, first).await;
    // Asked, one declines, cancelled.
    let second = world.request_of(people.kita, "2027-03-17", "09:00", "10:00").await;
    world.work().await;
    let mut tx = world.begin().await;
    let offer = world.offer_to(second, people.amina).await;
    offers::decline(&mut tx, &world.act(), offer).await.expect("it is open");
    tx.commit().await.expect("it commits");
    world.work().await;
    cancelled(world, second).await;
    picked(world).await;
    checked(world).await;
    handed_over(world).await;
    in_doubt(world).await;
    // Nobody has said how to join the video.
    let video = world
        .request_by_video(people.klinik, "2027-03-05", "12:00", "13:00")
        .await;
    world.work().await;
    world.accept(world.offer_to(video, people.basir).await).await;
    let mut tx = world.begin().await;
    joining::remind(&mut tx, &world.act(), video).await.expect("it stands");
    tx.commit().await.expect("it commits");
    world.work().await;
    // Two appointments take place.
    let third = world.request_of(people.kita, "2027-03-03", "09:00", "10:00").await;
    world.work().await;
    world.accept(world.offer_to(third, people.amina).await).await;
    let fourth = world.request_of(people.kita, "2027-03-04", "09:00", "10:00").await;
    world.work().await;
    let held = world.accept(world.offer_to(fourth, people.basir).await).await;
    // Both are asked for this one, and say nothing.
    world.request_of(people.kita, "2027-03-23", "09:00", "10:00").await;
    // Nobody can on a Sunday.
    world.request_of(people.kita, "2027-03-21", "09:00", "10:00").await;
    world.work().await;
    world.wait(Duration::days(5));
    world.work().await;
    changed_and_closed(world).await;
    // A pause, a sign-in, an institution.
    let mut tx = world.begin().await;
    let act = world.act();
    let invited = volunteers::invite(&mut tx, &act, &world.app.keys, people.basir).await;
    assert!(invited.expect("Basir is there"));
    pause_by_link(&mut tx, &act, people.amina, act.now + Duration::days(30))
        .await
        .expect("Amina is there");
    let changed = volunteers::set_offer_cap(&mut tx, &act, people.basir, Some(2)).await;
    assert!(changed.expect("Basir is there"));
    let not_the_kita = Refused::Institution(people.kita.institution);
    for refused in [not_the_kita, Refused::Occasion("parent_talk".into())] {
        let refused = volunteers::refuse(&mut tx, &act, people.basir, &refused).await;
        assert!(refused.expect("Basir is there"));
    }
    volunteers::confirm_wishes(&mut tx, &act, &world.app.keys, people.basir)
        .await
        .expect("Basir is there");
    let email = "amina.rahimi@post.example".parse().expect("an address");
    sign_in::request(&mut tx, &act, &world.app.keys, &email, "192.0.2.1")
        .await
        .expect("few tries");
    let new = NewInstitution {
        name: "Hafenschule".parse().expect("a name"),
        kind: None,
        sector: "school".into(),
        state: State::Pending,
        sites: vec![],
    };
    let contact = NewContact {
        name: "Lena Ost".parse().expect("a name"),
        email: "ost@hafenschule.example".parse().expect("an address"),
        phone: None,
        locale: people_locale(world).await,
    };
    let registered = async |tx: &mut Tx| {
        let form = Registration {
            institution: new.clone(),
            contact: contact.clone(),
            form_key: act.uuid(),
        };
        register(tx, &act, &world.rules, &world.app.keys, &form, "192.0.2.1")
            .await
            .expect("few tries")
    };
    let welcome = registered(&mut tx).await;
    let unwelcome = registered(&mut tx).await;
    tx.commit().await.expect("it commits");
    world.work().await;
    let mut tx = world.begin().await;
    approve(&mut tx, &act, welcome).await.expect("it waited");
    let contact = add_contact(&mut tx, &act, welcome, &contact).await.expect("a contact");
    assert!(invite(&mut tx, &act, welcome, contact).await.expect("approved"));
    refuse(&mut tx, &act, unwelcome, "Das ist ein Test.")
        .await
        .expect("it waited");
    // A course of last March: its year ends soon.
    let course = NewQualification {
        kind: "yearly_course".into(),
        seen_on: NaiveDate::from_ymd_opt(2026, 3, 15).expect("a day"),
        issued_on: None,
        valid_until: None,
        seen_by: None,
    };
    let mut newcomer = amina();
    newcomer.name = "Nilofar Azizi".parse().expect("a name");
    newcomer.email = "nilofar.azizi@post.example".parse().expect("an address");
    newcomer.locale = people_locale(world).await;
    newcomer.qualifications = vec![];
    let newcomer = volunteer(&mut tx, &act, &newcomer).await;
    record(&mut tx, &act, &world.rules, newcomer, &course)
        .await
        .expect("it can be right");
    tx.commit().await.expect("it commits");
    world.work().await;
    a_new_coordinator(world).await;
    afterwards(world, held).await;
    let mut tx = world.begin().await;
    let left = volunteers::leave(&mut tx, &world.act(), &world.rules, newcomer).await;
    assert!(left.expect("nothing begins soon"));
    tx.commit().await.expect("it commits");
    world.work().await;
}

/// Of the two appointments that took place, one is never spoken of; about the other one nobody agrees.
async fn afterwards(world: &World, held: AssignmentId) {
    let report = |said| Report {
        said,
        travel_minutes: None,
        note: String::new(),
    };
    let mut tx = world.begin().await;
    let absent = report(Said::ClientAbsent);
    proofs::report(&mut tx, &world.act(), &world.rules, held, Side::Volunteer, &absent)
        .await
        .expect("it is over");
    tx.commit().await.expect("it commits");
    world.work().await;
    world.wait(Duration::days(2));
    world.work().await;
    let mut tx = world.begin().await;
    let not_held = report(Said::NotHeld);
    proofs::report(&mut tx, &world.act(), &world.rules, held, Side::Institution, &not_held)
        .await
        .expect("it is not settled");
    tx.commit().await.expect("it commits");
    world.work().await;
    let mut tx = world.begin().await;
    proofs::decide(&mut tx, &world.act(), held, &absent)
        .await
        .expect("it is disputed");
    tx.commit().await.expect("it commits");
    world.work().await;
}

/// Invited, in by a recovery code, back to the beginning.
async fn a_new_coordinator(world: &World) {
    let (act, keys) = (world.act(), &world.app.keys);
    let locale = people_locale(world).await;
    let mut tx = world.begin().await;
    let (name, email) = ("Dana Weiss".parse(), "dana.weiss@sprachpool.example".parse());
    let (name, email) = (name.expect("a name"), email.expect("an address"));
    let dana = people::invite(&mut tx, &act, &name, &email, &locale)
        .await
        .expect("new");
    second_factor::enrol(&mut tx, &act, keys, dana)
        .await
        .expect("it begins");
    let Standing::Begun(secret) = second_factor::standing(&mut tx, keys, dana).await.expect("it reads") else {
        panic!("it has begun");
    };
    let token = session::start(&mut tx, &act, dana, "192.0.2.0/24")
        .await
        .expect("a session");
    let who = session::find(&mut tx, &token, act.now)
        .await
        .expect("it reads")
        .expect("Dana");
    let code = app_code(&secret.groups().concat(), act.now.timestamp());
    let Confirmed::Codes(codes) = second_factor::confirm(&mut tx, &act, keys, &who, &code)
        .await
        .expect("it answers")
    else {
        panic!("the code is right");
    };
    let token = session::start(&mut tx, &act, dana, "192.0.2.0/24")
        .await
        .expect("a session");
    let who = session::find(&mut tx, &token, act.now)
        .await
        .expect("it reads")
        .expect("Dana");
    let code = second_factor::recovery_code(&codes[0]).expect("a code");
    let used = second_factor::use_recovery_code(&mut tx, &act, keys, &who, &code).await;
    assert_eq!(used.expect("it answers"), Shown::Yes);
    tx.commit().await.expect("it commits");
    world.work().await;
    let mut tx = world.begin().await;
    assert!(second_factor::reset(&mut tx, &act, dana).await.expect("it resets"));
    tx.commit().await.expect("it commits");
    world.work().await;
}

/// A doubtful topic: approved, refused, asked back about.
async fn checked(world: &World) {
    for (day, way) in [
        ("2027-03-25", "approve"),
        ("2027-03-26", "refuse"),
        ("2027-03-29", "ask"),
    ] {
        let request = world.request_about("medical_talk", day).await;
        world.work().await;
        let mut tx = world.begin().await;
        let act = world.act();
        let done = match way {
            "approve" => check::approve(&mut tx, &act, &world.rules, request).await,
            "refuse" => check::refuse(&mut tx, &act, request, "Das ist ein Test.").await,
            _ => check::ask(&mut tx, &act, &world.rules, request, "Ist das ein Test?").await,
        };
        done.expect("it waits");
        tx.commit().await.expect("it commits");
        world.work().await;
        if way != "refuse" {
            cancelled(world, request).await;
        }
    }
}

/// Basir writes in the last hours that he cannot come, and comes after all.
async fn in_doubt(world: &World) {
    let request = world
        .request_of(world.people.klinik, "2027-03-01", "13:00", "14:00")
        .await;
    world.work().await;
    let assignment = world.accept(world.offer_to(request, world.people.basir).await).await;
    let mut tx = world.begin().await;
    assignments::give_back(&mut tx, &world.act(), &world.rules, assignment)
        .await
        .expect("it stands");
    tx.commit().await.expect("it commits");
    world.work().await;
    let mut tx = world.begin().await;
    assignments::comes_after_all(&mut tx, &world.act(), request, assignment)
        .await
        .expect("it stands");
    tx.commit().await.expect("it commits");
    world.work().await;
    cancelled(world, request).await;
}

/// A colleague at the Klinik takes over an appointment that Basir comes to.
async fn handed_over(world: &World) {
    let klinik = world.people.klinik;
    let request = world.request_of(klinik, "2027-03-25", "09:00", "10:00").await;
    world.work().await;
    world.accept(world.offer_to(request, world.people.basir).await).await;
    world.work().await;
    let colleague = NewContact {
        name: "Eva Kern".parse().expect("a name"),
        email: "kern@klinik-am-park.example".parse().expect("an address"),
        phone: Some("0251 555 0199".into()),
        locale: people_locale(world).await,
    };
    let mut tx = world.begin().await;
    let to = add_contact(&mut tx, &world.act(), klinik.institution, &colleague)
        .await
        .expect("a contact");
    hand_over(&mut tx, &world.act(), request, to).await.expect("it stands");
    let other_room = Details {
        meeting_point: "Anmeldung im zweiten Stock".to_owned(),
        remarks: String::new(),
        joining: None,
    };
    let changed = change_details(&mut tx, &world.act(), request, &other_room).await;
    assert!(changed.expect("it stands"), "it was another one");
    tx.commit().await.expect("it commits");
    world.work().await;
    let told = &world.mails("contact_changed").await[0];
    assert!(told.text().contains("Eva Kern") && told.text().contains("0251 555 0199"));
}

/// Two say yes, and a coordinator picks one of them.
async fn picked(world: &World) {
    let people = world.people;
    let request = world.request_of(people.kita, "2027-03-24", "09:00", "10:00").await;
    let mut tx = world.begin().await;
    let change = Change {
        asking: Asking::Own {
            policy: Policy::Pick { k: 2 },
            why: "Die Kita kennt die Familie gut.".to_owned(),
        },
        ..Change::default()
    };
    change_search(&mut tx, &world.act(), &world.rules, request, &change)
        .await
        .expect("nobody was asked yet");
    tx.commit().await.expect("it commits");
    world.work().await;
    for volunteer in [people.amina, people.basir] {
        let offer = world.offer_to(request, volunteer).await;
        let mut tx = world.begin().await;
        let yes = offers::accept(&mut tx, &world.act(), &world.rules, &world.app.keys, offer, None).await;
        assert_eq!(yes.expect("it is open"), Yes::Held);
        tx.commit().await.expect("it commits");
    }
    world.work().await;
    let offer = world.offer_to(request, people.amina).await;
    let mut tx = world.begin().await;
    choose(&mut tx, &world.act(), &world.rules, &world.app.keys, request, offer)
        .await
        .expect("she is willing");
    tx.commit().await.expect("it commits");
    world.work().await;
}

/// A coordinator changes a search in every way there is, and gives it up.
async fn changed_and_closed(world: &World) {
    let third = world
        .request_of(world.people.kita, "2027-03-18", "09:00", "10:00")
        .await;
    world.work().await;
    let mut tx = world.begin().await;
    let change = Change {
        mode: Some(Mode::Phone),
        also_accept: vec!["fa".into()],
        dates: vec![NewSlot {
            date: "2027-03-19".parse().expect("a date"),
            start: "09:00".parse().expect("a time"),
            end: "10:00".parse().expect("a time"),
        }],
        ..Change::default()
    };
    change_search(&mut tx, &world.act(), &world.rules, third, &change)
        .await
        .expect("nobody comes yet");
    tx.commit().await.expect("it commits");
    world.work().await;
    let mut tx = world.begin().await;
    close(&mut tx, &world.act(), third, CloseReason::NobodyCan, "")
        .await
        .expect("it is open");
    tx.commit().await.expect("it commits");
    world.work().await;
}

async fn cancelled(world: &World, request: sprachpool::requests::RequestId) {
    let mut tx = world.begin().await;
    cancel(&mut tx, &world.act(), request, "").await.expect("it stands");
    tx.commit().await.expect("it commits");
    world.work().await;
}

async fn people_locale(world: &World) -> String {
    let mails = world.mails("offer").await;
    mails[0].header("Content-Language").expect("a language")
}
