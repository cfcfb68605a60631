use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    time::{Duration, Instant},
};

use chrono::{Days, Timelike};
use chrono_tz::Europe::Berlin;
use sprachpool::{
    app::{App, Parts, Shared},
    clock::Clock,
    database::Engine,
    ids::Ids,
    keys::Keys,
    l10n::L10n,
    mail::{Transport, memory::Memory},
    matching::Window,
    q,
    requests::{self, AssignmentId, NewRequest, NewSlot, OfferId, RequestId, offers::AcceptError},
    volunteers::VolunteerId,
};
use uuid::Uuid;

use crate::support::{
    databases::Fresh,
    invariants,
    people::{self, Asker},
    pool::{self, mail_settings},
    service::Service,
    smtp_sink::Sink,
};

const SPEAKERS: usize = 24;

/// A database with a pool in it, a mail server, and this process's own way in.
pub struct World {
    pub app: Shared,
    pub sink: Sink,
    pub kita: Asker,
    pub filed: usize,
    /// Whatever was answered "accepted".
    pub accepted: Vec<AssignmentId>,
    folder: PathBuf,
    fresh: Fresh,
}

impl World {
    pub async fn new(engine: Engine) -> Self {
        let fresh = Fresh::new(engine).await;
        let ids = Ids::random();
        let clock = Clock::system();
        let folder = std::env::temp_dir().join(format!("sprachpool-faults-{}", ids.uuid(clock.now()).simple()));
        std::fs::create_dir(&folder).expect("a folder for the logs");
        let app = App::new(Parts {
            db: fresh.db.clone(),
            clock,
            ids,
            // The key that `Service` starts the program with.
            keys: Keys::new(1, vec![0x5a; 32], None),
            l10n: L10n::embedded().expect("the locales are whole"),
            // This process has no workers.
            transport: Transport::Memory(Memory::keeping(1)),
            mail: mail_settings(),
            base_url: "https://sprachpool.example".to_owned(),
            trusted_proxies: Vec::new(),
            demo: None,
        });
        // The machine's clock may show any hour, also a quiet one.
        let numbers = [
            ("weekly_offer_cap", "100000".to_owned()),
            ("from", "\"00:00\"".to_owned()),
            ("until", "\"00:00\"".to_owned()),
        ];
        pool::fill(&app, &numbers).await;
        let mut tx = app.db.begin().await.expect("it begins");
        let act = people::act(&app.ids, app.clock.now());
        let kita = (
            "Kita Sonnenblume",
            "kita",
            "Jana Vogt",
            "kita@sonnenblume.example",
            "51",
        );
        let kita = people::asker(&mut tx, &act, kita).await;
        for number in 0..SPEAKERS {
            let mut new = people::amina();
            new.name = format!("Nilofar Azizi {number}").parse().expect("a name");
            new.email = format!("azizi{number}@post.example").parse().expect("an address");
            let (from, until) = ("00:00".parse().expect("a time"), "24:00".parse().expect("a time"));
            new.availability = (1..=7).map(|weekday| Window { weekday, from, until }).collect();
            people::volunteer(&mut tx, &act, &new).await;
        }
        app.commit(tx).await.expect("it commits");
        Self {
            app,
            sink: Sink::start().await,
            kita,
            filed: 0,
            accepted: Vec::new(),
            folder,
            fresh,
        }
    }

    /// Starts the program and waits until it is ready.
    pub fn serve(&self) -> Service {
        let smtp = self.sink.config();
        let smtp = format!("smtp+plain://{}:{}", smtp.host, smtp.port);
        tokio::task::block_in_place(|| {
            Service::start(&self.folder, &self.fresh.url, &[("SPRACHPOOL_SMTP_URL", smtp.as_str())])
        })
    }

    /// One more request, at a time of its own: ten days ahead and later.
    pub async fn file(&mut self) -> RequestId {
        let number = self.filed;
        self.filed += 1;
        let today = self.app.clock.now().with_timezone(&Berlin).date_naive();
        let day = today.checked_add_days(Days::new(10 + number as u64 / 8));
        let hour = 8 + u32::try_from(number % 8).expect("small");
        let time = |hour| chrono::NaiveTime::MIN.with_hour(hour).expect("an hour");
        let new = NewRequest {
            slots: vec![NewSlot {
                date: day.expect("a day"),
                start: time(hour),
                end: time(hour + 1),
            }],
            ..pool::wanted(&self.app, self.kita, (1, "08:00", "09:00"))
        };
        pool::submit(&self.app, &new).await.expect("the request is taken").id
    }

    /// Somebody who was asked says yes; when it is answered "accepted", it must stay so.
    pub async fn accept(&mut self, offer: OfferId) {
        match pool::accept(&self.app, offer, None).await {
            Ok(accepted) => self.accepted.push(accepted.assignment),
            Err(AcceptError::Taken | AcceptError::Closed(_) | AcceptError::NoLongerPossible(_)) => {}
            Err(error) => panic!("a yes met an error: {error}"),
        }
    }

    pub async fn decline(&self, offer: OfferId) {
        let mut tx = self.app.db.begin().await.expect("it begins");
        let act = people::act(&self.app.ids, self.app.clock.now());
        requests::offers::decline(&mut tx, &act, offer).await.ok();
        self.app.commit(tx).await.expect("it commits");
    }

    pub async fn give_back(&self, assignment: AssignmentId) {
        let mut tx = self.app.db.begin().await.expect("it begins");
        let rules = self.app.rules(&mut tx).await.expect("the rules are whole");
        let act = people::act(&self.app.ids, self.app.clock.now());
        requests::assignments::give_back(&mut tx, &act, &rules, assignment)
            .await
            .ok();
        self.app.commit(tx).await.expect("it commits");
    }

    /// Offers that are in somebody's hands and unanswered.
    pub async fn open_offers(&self) -> Vec<OfferId> {
        let mut tx = self.app.db.read().await.expect("it reads");
        let rows = q!("SELECT id FROM offer WHERE state = 'sent' ORDER BY id").all::<(OfferId,)>(&mut tx);
        rows.await.expect("it reads").into_iter().map(|(id,)| id).collect()
    }

    /// How many offers of a request were handed over.
    pub async fn asked(&self, request: RequestId) -> usize {
        let mut tx = self.app.db.read().await.expect("it reads");
        let offers = requests::store::offers_of(&mut tx, request).await.expect("it reads");
        offers.iter().filter(|offer| offer.sent_at.is_some()).count()
    }

    /// Mails that wait, and timers that are due.
    pub async fn undone(&self) -> i64 {
        let mut tx = self.app.db.read().await.expect("it reads");
        let now = self.app.clock.now();
        let (undone,) = q!(
            "SELECT (SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dropped_at IS NULL)
                  + (SELECT COUNT(*) FROM timer WHERE due_at <= $1) AS undone",
            now
        )
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
        undone
    }

    /// Waits until nothing is left to do; how long that took.
    pub async fn settle(&self, patience: Duration) -> Duration {
        let start = Instant::now();
        while self.undone().await > 0 {
            assert!(
                start.elapsed() < patience,
                "{} things are still undone after {patience:?}",
                self.undone().await
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        start.elapsed()
    }

    /// How many mails arrived more often than once, counted by each time too many.
    pub fn duplicates(&self) -> usize {
        let mut seen = BTreeMap::<String, usize>::new();
        for mail in self.sink.mails() {
            *seen.entry(mail.id()).or_default() += 1;
        }
        seen.values().map(|times| times - 1).sum()
    }

    /// Nothing is lost: every "accepted" stands or was given back, every mail that counts as sent has arrived.
    pub async fn check(&self) {
        invariants::hold(&self.app.db, self.app.clock.now()).await;
        let arrived: BTreeSet<Uuid> = self
            .sink
            .mails()
            .iter()
            .filter_map(|mail| mail.id().parse().ok())
            .collect();
        let mut tx = self.app.db.read().await.expect("it reads");
        let sent = q!("SELECT id FROM outbox WHERE sent_at IS NOT NULL").all::<(Uuid,)>(&mut tx);
        for (id,) in sent.await.expect("it reads") {
            assert!(arrived.contains(&id), "mail {id} counts as sent and never arrived");
        }
        let known = q!("SELECT id, volunteer_id FROM assignment").all::<(AssignmentId, VolunteerId)>(&mut tx);
        let known: BTreeMap<_, _> = known.await.expect("it reads").into_iter().collect();
        for assignment in &self.accepted {
            assert!(
                known.contains_key(assignment),
                "{assignment} was answered and is not stored"
            );
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            std::fs::remove_dir_all(&self.folder).ok();
        }
    }
}
