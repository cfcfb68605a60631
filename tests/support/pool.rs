//! A whole pool for a test: application, rules of the model city, the scenarios' people, a clock that the test
//! moves. After each test the invariants must hold.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use sprachpool::{
    act::Actor,
    app::{App, Parts, Shared},
    clock::Clock,
    database::{DbError, Query, Tx},
    ids::Ids,
    l10n::L10n,
    mail::{MailSettings, Transport, memory::Memory},
    matching::{Gender, GenderWish, Mode},
    people::PersonId,
    q,
    requests::{
        self, AssignmentId, NewRequest, NewSlot, OfferId, Request, RequestId, SlotId, Submitted,
        offers::{AcceptError, Accepted, DeclineError, Yes},
        store::{self, Offer},
    },
    settings::{self, pool_file},
    tasks::{self, Task},
    volunteers::VolunteerId,
    workers::Workers,
};
use uuid::Uuid;

use super::{
    databases::{ENGINES, Fresh},
    invariants,
    people::{self, Asker, Characters, keys},
    words::Mailbox,
};

/// Local wall time in Münster, 2027.
pub fn at(month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    let local = Berlin.with_ymd_and_hms(2027, month, day, hour, minute, 0);
    local.single().expect("it exists once").to_utc()
}

#[derive(Default)]
pub struct Options {
    pub transport: Option<Transport>,
    /// Who speaks Dari besides Amina and Basir.
    pub more_speakers: usize,
    /// So many are asked at a time; 0: three. The tests of verbs want to know whom they see.
    pub in_parallel: u32,
    /// Another way of asking.
    pub policy: Option<&'static str>,
    /// Numbers of the pool's rules that differ from the model city's.
    pub numbers: &'static [(&'static str, i64)],
}

pub struct Pool {
    pub app: Shared,
    pub workers: Workers,
    /// Empty when the test brings a transport of its own.
    pub mails: Mailbox,
    pub who: Characters,
    /// Amina, Basir and the others.
    pub speakers: Vec<VolunteerId>,
    pub fresh: Fresh,
}

/// Runs `test` on a pool on each engine, and checks the invariants at its end.
pub async fn each_pool(options: impl Fn() -> Options, test: impl AsyncFn(&Pool)) {
    for engine in ENGINES {
        let pool = Pool::new(Fresh::new(engine).await, options()).await;
        test(&pool).await;
        invariants::hold(&pool.app.db, pool.app.clock.now()).await;
    }
}

impl Pool {
    pub async fn new(fresh: Fresh, options: Options) -> Self {
        let mails = Memory::keeping(10_000);
        let app = App::new(Parts {
            db: fresh.db.clone(),
            clock: Clock::manual(at(3, 8, 9, 12)),
            ids: Ids::seeded(2027),
            keys: keys(),
            l10n: L10n::embedded().expect("the locales are whole"),
            transport: options.transport.unwrap_or(Transport::Memory(mails.clone())),
            mail: mail_settings(),
            base_url: "https://sprachpool.example".to_owned(),
            trusted_proxies: Vec::new(),
            demo: None,
        });
        let mut numbers: Vec<_> = options
            .numbers
            .iter()
            .map(|(key, number)| (*key, number.to_string()))
            .collect();
        let in_parallel = if options.in_parallel == 0 {
            3
        } else {
            options.in_parallel
        };
        let policy = options.policy.map(str::to_owned);
        let policy = policy.unwrap_or_else(|| format!("rolling:{in_parallel}"));
        numbers.push(("policy", format!("\"{policy}\"")));
        fill(&app, &numbers).await;
        let who = people::characters(&app.db, &app.ids, app.clock.now()).await;
        let mut speakers = vec![who.amina, who.basir];
        speakers.extend(more_speakers(&app, options.more_speakers).await);
        Self {
            workers: Workers::new(&app),
            app,
            mails: Mailbox(mails),
            who,
            speakers,
            fresh,
        }
    }

    /// The Kita wants Dari on Tuesday 16 March, 9:00 to 10:00.
    pub fn wanted(&self) -> NewRequest {
        wanted(&self.app, self.who.kita, (16, "09:00", "10:00"))
    }

    pub async fn file(&self, new: &NewRequest) -> Submitted {
        submit(&self.app, new).await.expect("the request is taken")
    }

    /// Files the usual request and lets the workers ask and send.
    pub async fn asked(&self) -> RequestId {
        let filed = self.file(&self.wanted()).await;
        self.work().await;
        filed.id
    }

    /// Asks the next ones, and leaves their mails in the outbox.
    pub async fn ask_only(&self, request: RequestId) {
        let search = self.request(request).await.search.expect("it is searched for").id;
        let mut tx = self.app.db.begin().await.expect("it begins");
        let rules = self.app.rules(&mut tx).await.expect("the rules are whole");
        let act = self.app.act(Actor::Service);
        requests::search::step(&mut tx, &act, &rules, &self.app.keys, search)
            .await
            .expect("it steps");
        self.app.commit(tx).await.expect("it commits");
    }

    /// So many of the usual request, at once: filed, and the first ones asked.
    pub async fn file_and_ask(&self, count: usize) -> Vec<RequestId> {
        let mut tx = self.app.db.begin().await.expect("it begins");
        let rules = self.app.rules(&mut tx).await.expect("the rules are whole");
        let act = self.app.act(Actor::Service);
        let new = with_person(&mut tx, &self.wanted())
            .await
            .expect("the contact is there");
        let mut filed = Vec::with_capacity(count);
        for _ in 0..count {
            let new = NewRequest {
                form_key: act.uuid(),
                ..new.clone()
            };
            let id = requests::submit(&mut tx, &act, &rules, &new)
                .await
                .expect("it is taken")
                .id;
            let request = store::get(&mut tx, id).await.expect("it reads").expect("it is there");
            let search = request.search.expect("it runs").id;
            requests::search::step(&mut tx, &act, &rules, &self.app.keys, search)
                .await
                .expect("it steps");
            filed.push(id);
        }
        self.app.commit(tx).await.expect("it commits");
        filed
    }

    pub async fn work(&self) {
        self.workers.catch_up().await.expect("the workers work");
    }

    pub async fn work_at(&self, now: DateTime<Utc>) {
        self.app.clock.set(now);
        self.work().await;
    }

    /// In steps of three hours, as the workers would see it.
    pub async fn pass_until(&self, then: DateTime<Utc>) {
        while self.app.clock.now() < then {
            let next = self.app.clock.now() + Duration::hours(3);
            self.work_at(next.min(then)).await;
        }
    }

    pub async fn later(&self, by: Duration) {
        self.work_at(self.app.clock.now() + by).await;
    }

    pub async fn request(&self, id: RequestId) -> Request {
        let mut tx = self.app.db.read().await.expect("it reads");
        store::get(&mut tx, id).await.expect("it reads").expect("it is there")
    }

    pub async fn offers(&self, request: RequestId) -> Vec<Offer> {
        let mut tx = self.app.db.read().await.expect("it reads");
        store::offers_of(&mut tx, request).await.expect("it reads")
    }

    pub async fn offer_to(&self, request: RequestId, volunteer: VolunteerId) -> Offer {
        let offers = self.offers(request).await;
        let newest = offers.into_iter().rev().find(|offer| offer.volunteer == volunteer);
        newest.expect("they were asked")
    }

    pub async fn tasks(&self) -> Vec<Task> {
        let mut tx = self.app.db.read().await.expect("it reads");
        tasks::open(&mut tx).await.expect("it reads")
    }

    pub async fn accept(&self, offer: OfferId) -> Result<Accepted, AcceptError> {
        accept(&self.app, offer, None).await
    }

    pub async fn decline(&self, offer: OfferId) -> Result<(), DeclineError> {
        let mut tx = self.app.db.begin().await?;
        requests::offers::decline(&mut tx, &self.app.act(Actor::Service), offer).await?;
        Ok(self.app.commit(tx).await?)
    }

    pub async fn cancel(&self, request: RequestId) -> Result<(), requests::CancelError> {
        let mut tx = self.app.db.begin().await?;
        requests::cancel(&mut tx, &self.app.act(Actor::Service), request, "Termin fällt aus").await?;
        Ok(self.app.commit(tx).await?)
    }

    pub async fn give_back(
        &self,
        assignment: AssignmentId,
    ) -> Result<requests::assignments::GivenBack, requests::assignments::GiveBackError> {
        let mut tx = self.app.db.begin().await?;
        let rules = self.app.rules(&mut tx).await.expect("the rules are whole");
        let act = self.app.act(Actor::Service);
        let done = requests::assignments::give_back(&mut tx, &act, &rules, assignment).await?;
        self.app.commit(tx).await?;
        Ok(done)
    }

    /// How many mails of that kind were handed over to memory.
    pub fn sent(&self, kind: &str) -> usize {
        self.mails.all().iter().filter(|mail| mail.kind == kind).count()
    }

    pub async fn count(&self, count: Query) -> i64 {
        let mut tx = self.app.db.read().await.expect("it reads");
        count.one::<(i64,)>(&mut tx).await.expect("it counts").0
    }
}

pub fn mail_settings() -> MailSettings {
    MailSettings {
        from_name: "Sprachpool Münster".to_owned(),
        from_address: "sprachpool@pool.example".to_owned(),
        bounce_domain: "pool.example".to_owned(),
        reply_to: "desk@pool.example".to_owned(),
        base_url: "https://sprachpool.example".to_owned(),
    }
}

/// A request for Dari on a day in March, for the form it stands in.
pub fn wanted(app: &App, asker: Asker, (day, start, end): (u32, &str, &str)) -> NewRequest {
    NewRequest {
        form_key: app.ids.uuid(app.clock.now()),
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        // Filled in by `submit`, which looks the contact's person up.
        filed_by: PersonId(Uuid::nil()),
        language: "prs".to_owned(),
        mode: Mode::OnSite,
        occasion: "parent_talk".to_owned(),
        topic: "education".to_owned(),
        gender: GenderWish::None,
        same_volunteer: false,
        openings: 1,
        urgent_reason: None,
        meeting_point: "Eingang im Hof".to_owned(),
        remarks: String::new(),
        slots: vec![slot(day, start, end)],
    }
}

pub fn slot(day: u32, start: &str, end: &str) -> NewSlot {
    NewSlot {
        date: NaiveDate::from_ymd_opt(2027, 3, day).expect("a day in March"),
        start: start.parse().expect("a time"),
        end: end.parse().expect("a time"),
    }
}

pub async fn submit(app: &App, new: &NewRequest) -> Result<Submitted, requests::SubmitError> {
    let mut tx = app.db.begin().await?;
    let rules = app.rules(&mut tx).await.expect("the rules are whole");
    let new = with_person(&mut tx, new).await?;
    let filed = requests::submit(&mut tx, &app.act(Actor::Person(new.filed_by)), &rules, &new).await?;
    app.commit(tx).await?;
    Ok(filed)
}

async fn with_person(tx: &mut Tx, new: &NewRequest) -> Result<NewRequest, DbError> {
    let (filed_by,) = q!("SELECT person_id FROM contact WHERE id = $1", new.contact)
        .one::<(PersonId,)>(tx)
        .await?;
    Ok(NewRequest {
        filed_by,
        ..new.clone()
    })
}

pub async fn accept(app: &App, offer: OfferId, slot: Option<SlotId>) -> Result<Accepted, AcceptError> {
    let mut tx = app.db.begin().await?;
    let rules = app.rules(&mut tx).await.expect("the rules are whole");
    let act = app.act(Actor::Service);
    let accepted = requests::offers::accept(&mut tx, &act, &rules, &app.keys, offer, slot).await?;
    app.commit(tx).await?;
    match accepted {
        Yes::Booked(accepted) => Ok(accepted),
        Yes::Held => panic!("a coordinator picks here"),
    }
}

/// The model city's rules with other numbers; three are asked at a time, unless those say otherwise.
pub async fn fill(app: &App, numbers: &[(&str, String)]) {
    let mut numbers = numbers.to_vec();
    numbers.push(("policy", "\"rolling:3\"".to_owned()));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml");
    let text = std::fs::read_to_string(file).expect("the rules are there");
    let line = |line: &str| match numbers.iter().find(|(key, _)| line.starts_with(&format!("{key} = "))) {
        Some((key, number)) => format!("{key} = {number}\n"),
        None => format!("{line}\n"),
    };
    let text: String = text.lines().map(line).collect();
    let rows = pool_file::parse(&text).expect("the rules are whole");
    let mut tx = app.db.begin().await.expect("it begins");
    let act = app.act(Actor::Command);
    settings::import(&mut tx, &act, &rows, act.now)
        .await
        .expect("they are imported");
    tx.commit().await.expect("it commits");
}

async fn more_speakers(app: &App, count: usize) -> Vec<VolunteerId> {
    let mut tx = app.db.begin().await.expect("it begins");
    let act = app.act(Actor::Command);
    let mut made = Vec::with_capacity(count);
    for number in 1..=count {
        let mut new = people::amina();
        new.name = format!("Nilofar Azizi {number}").parse().expect("a name");
        new.email = format!("azizi{number}@post.example").parse().expect("an address");
        if number % 2 == 0 {
            new.gender = Gender::Male;
        }
        made.push(people::volunteer(&mut tx, &act, &new).await);
    }
    tx.commit().await.expect("it commits");
    made
}
