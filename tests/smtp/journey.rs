use std::{fs, time::Duration};

use chrono::{Datelike, Days, Weekday};
use sprachpool::{clock::Clock, database::Engine, ids::Ids};

use super::server;
use crate::{
    cli::{sprachpool, succeeds},
    config::folder,
    support::{
        databases::Fresh,
        mails::{Mail, Mails},
        people::characters,
        service::Service,
        visitor::{Page, Visitor},
    },
};

const KITA: &str = "kita@sonnenblume.example";
const AMINA: &str = "amina.rahimi@post.example";
const BASIR: &str = "basir.noori@post.example";

#[tokio::test(flavor = "multi_thread")]
async fn from_the_request_to_the_cancellation() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine).await;
        let now = Clock::system().now();
        characters(&fresh.db, &Ids::random(), now).await;
        fresh.db.close().await;
        tokio::task::block_in_place(|| journey(&fresh.url));
    }
}

fn journey(database: &str) {
    let folder = folder("smtp");
    let [url, authority, mails] = server();
    let mails = Mails::new(mails);
    // At any hour of the day: the quiet hours would hold the offers until the morning.
    let rules = fs::read_to_string("config/pools/muenster.toml").unwrap();
    let awake = rules.replace(
        "from = \"21:00\"\nuntil = \"07:00\"",
        "from = \"00:00\"\nuntil = \"00:00\"",
    );
    assert_ne!(awake, rules);
    // Both are asked at once: a wave would ask one of them first.
    let both = awake.replace("policy = \"waves\"", "policy = \"rolling:3\"");
    assert_ne!(both, awake);
    fs::write(folder.join("pool.toml"), both).unwrap();
    succeeds(&sprachpool(
        &folder,
        &[("DATABASE_URL", database)],
        &["pool", "import", "pool.toml"],
    ));

    let service = Service::start(
        &folder,
        database,
        &[("SPRACHPOOL_SMTP_URL", &url), ("SPRACHPOOL_SMTP_CA_FILE", &authority)],
    );
    let base = format!("http://{}", service.address);

    let mut kita = service.visitor();
    sign_in(&mut kita, &mails);
    let status = file_request(&mut kita);
    let reference = reference(&status);
    let receipt = mails.wait_for(KITA, &reference);
    assert_eq!(receipt.header("X-Signed-In-As"), Some("pool"));
    assert!(
        receipt.header("X-Tls").is_some_and(|tls| tls.starts_with("TLS")),
        "{}",
        receipt.raw
    );

    let amina = mails.wait_for(AMINA, &format!("{base}/o/"));
    let basir = mails.wait_for(BASIR, &format!("{base}/o/"));
    for offer in [&amina, &basir] {
        assert!(
            !offer.raw.contains("Parkweg") && !offer.text.contains("Haupteingang"),
            "{}",
            offer.text
        );
        assert!(
            offer
                .header("X-Envelope-From")
                .is_some_and(|from| from.contains("bounce+"))
        );
    }
    assert_ne!(amina.header("X-Envelope-From"), basir.header("X-Envelope-From"));

    // Basir is first, Amina reads that it is taken.
    let mut volunteer = service.visitor();
    answer(&mut volunteer, &basir.link(&base, "/o/"), "Danke");
    volunteer.get(&amina.link(&base, "/o/")).expect(200, "schon vergeben");
    let confirmed = mails.wait_for(BASIR, "Parkweg");
    let uid = invitation(&confirmed, "REQUEST");
    let told = mails.wait_for(KITA, "Basir Noori");
    assert_eq!(invitation(&told, "REQUEST"), uid);

    // Basir gives it back: Amina is asked anew, under the same reference.
    let assignment = confirmed.link(&base, "/a/");
    let page = volunteer.get(&format!("{assignment}/withdrawal"));
    volunteer
        .send(&page.form("/withdrawal").choosing("choice", "back"))
        .expect(200, "zurückgegeben");
    assert_eq!(invitation(&wait_for_calendar(&mails, BASIR, "CANCEL"), "CANCEL"), uid);
    let again = wait_for_other(&mails, AMINA, &base, &amina);
    answer(&mut volunteer, &again.link(&base, "/o/"), "Danke");
    mails.wait_for(KITA, "Amina Rahimi");
    kita.get(&status.path)
        .expect(200, "Amina Rahimi")
        .expect(200, &reference);

    // The institution cancels: Amina is told, her link is dead.
    let page = kita.get(&format!("{}/cancellation", status.path));
    let form = page.form("/cancellation");
    let form = if form.has("reason") {
        form.choosing("reason", "")
    } else {
        form
    };
    kita.send(&form).expect(200, "abgesagt");
    invitation(&wait_for_calendar(&mails, AMINA, "CANCEL"), "CANCEL");
    let closed = volunteer.get(&again.link(&base, "/o/"));
    assert!(closed.text().contains("abgesagt"), "{}", closed.text());

    // No token stands in the log, and the process ends in peace.
    let token = again.link(&base, "/o/").trim_start_matches("/o/").to_owned();
    let log = service.log();
    for secret in [token.as_str(), AMINA, KITA, "Parkweg", "only for tests"] {
        assert!(!log.contains(secret), "{secret} stands in the log:\n{log}");
    }
    assert!(service.stop(Duration::from_secs(25)), "SIGTERM ends the service");
    fs::remove_dir_all(folder).unwrap();
    // The next engine's journey reads its own mails only.
    for mail in fs::read_dir(&server()[2]).unwrap() {
        fs::remove_file(mail.unwrap().path()).unwrap();
    }
}

fn sign_in(visitor: &mut Visitor, mails: &Mails) {
    let page = visitor.get("/sign-in");
    let page = visitor.send(&page.form("/sign-in").with("email", KITA));
    let mail = mails.wait_for(KITA, "/sign-in/");
    let code = mail
        .text
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .expect("the mail holds a code")
        .to_owned();
    visitor.send(&page.form("/sign-in").with("code", &code));
    visitor.get("/requests").expect(200, "Neue Anfrage");
}

fn file_request(visitor: &mut Visitor) -> Page {
    // Three weeks from now, on a working day.
    let mut day = Clock::system().now().date_naive() + Days::new(21);
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day + Days::new(1);
    }
    let page = visitor.get("/requests");
    let page = visitor.send(&page.form("/requests/drafts"));
    let form = page.form("").with("language", "Dari").with("occasion", "parent_talk");
    let page = visitor.send(&form);
    let form = page
        .form("")
        .with("day", &day.day().to_string())
        .with("month", &day.month().to_string())
        .with("year", &day.year().to_string())
        .with("start", "9:00")
        .with("end", "10:00");
    let page = visitor.send(&form);
    let page = visitor.send(&page.form("").with("meeting_point", "Haupteingang"));
    visitor.send(&page.form("").with("rules", "yes")).expect(200, "SP-")
}

fn reference(page: &Page) -> String {
    let text = page.text();
    let at = text.find("SP-").expect("the page names the reference");
    text[at..]
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn answer(volunteer: &mut Visitor, link: &str, words: &str) {
    let page = volunteer.get(link);
    volunteer
        .send(&page.form("/o/").choosing("answer", "yes"))
        .expect(200, words);
}

/// The UID of the calendar part.
#[track_caller]
fn invitation(mail: &Mail, method: &str) -> String {
    let calendar = mail
        .calendar
        .as_deref()
        .unwrap_or_else(|| panic!("no calendar in:\n{}", mail.raw));
    assert!(calendar.contains(&format!("METHOD:{method}")), "{calendar}");
    let line = calendar
        .lines()
        .find(|line| line.starts_with("UID:"))
        .expect("it has a UID");
    line.trim().to_owned()
}

fn wait_for_calendar(mails: &Mails, to: &str, method: &str) -> Mail {
    wait(mails, &|mail| {
        mail.to == to
            && mail
                .calendar
                .as_ref()
                .is_some_and(|calendar| calendar.contains(&format!("METHOD:{method}")))
    })
}

/// An offer to this address besides the `known` one.
fn wait_for_other(mails: &Mails, to: &str, base: &str, known: &Mail) -> Mail {
    wait(mails, &|mail| {
        mail.to == to && mail.text.contains(&format!("{base}/o/")) && mail.raw != known.raw
    })
}

#[track_caller]
fn wait(mails: &Mails, wanted: &dyn Fn(&Mail) -> bool) -> Mail {
    for _ in 0..400 {
        if let Some(mail) = mails.all().into_iter().rev().find(|mail| wanted(mail)) {
            return mail;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!(
        "the mail did not come; there are {:#?}",
        mails.all().iter().map(|m| (&m.to, &m.subject)).collect::<Vec<_>>()
    );
}
