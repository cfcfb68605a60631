//! The characters, a mail server and the workers, on a clock that stands until it is moved.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use sprachpool::{
    act::{Act, Actor},
    app::{App, Parts, Shared},
    clock::Clock,
    database::{Db, Tx},
    ids::Ids,
    l10n::L10n,
    mail::{MailSettings, Transport, smtp::Smtp},
    matching::{GenderWish, Mode},
    people::PersonId,
    q,
    requests::{AssignmentId, NewRequest, NewSlot, OfferId, RequestId, offers, submit},
    settings::{Rules, import, pool_file::parse},
    volunteers::VolunteerId,
    workers::Workers,
};
use uuid::Uuid;

use crate::support::{
    people::{Asker, Characters, characters, keys, monday},
    smtp_sink::{Received, Sink},
};

pub const MUENSTER: &str = include_str!("../../config/pools/muenster.toml");
pub const BASE_URL: &str = "https://pool.example";
pub const MEETING_POINT: &str = "Am Eingang links";
pub const REMARKS: &str = "Bitte das blaue Tor nehmen";

pub struct World {
    pub app: Shared,
    pub workers: Workers,
    pub sink: Sink,
    pub people: Characters,
    pub rules: Rules,
}

pub fn settings() -> MailSettings {
    MailSettings {
        from_name: "Sprachpool Münster".into(),
        from_address: "sprachpool@pool.example".into(),
        bounce_domain: "bounces.pool.example".into(),
        reply_to: "desk@pool.example".into(),
        base_url: format!("{BASE_URL}/"),
    }
}

pub fn app(db: &Db, sink: &Sink, ids: Ids, clock: Clock) -> Shared {
    App::new(Parts {
        db: db.clone(),
        clock,
        ids,
        keys: keys(),
        l10n: L10n::embedded().expect("the locales are well formed"),
        transport: Transport::Smtp(Smtp::new(&sink.config()).expect("no TLS to set up").into()),
        mail: settings(),
        base_url: BASE_URL.into(),
        trusted_proxies: Vec::new(),
        demo: None,
    })
}

impl World {
    pub async fn new(db: &Db) -> Self {
        let ids = Ids::seeded(7);
        let sink = Sink::start().await;
        let people = characters(db, &ids, monday()).await;
        let act = Act {
            now: monday(),
            ids: &ids,
            actor: Actor::Command,
            session: None,
        };
        // Every kind of mail needs many requests, more than the pool would offer two people in a week.
        let rules = MUENSTER
            .replace("weekly_offer_cap = 5", "weekly_offer_cap = 50")
            .replace("policy = \"waves\"", "policy = \"rolling:3\"");
        let rows = parse(&rules).expect("the file is well formed");
        let rules = Rules::from_rows(&rows).expect("the rules fit together");
        let mut tx = db.begin().await.expect("the database is there");
        import(&mut tx, &act, &rows, monday())
            .await
            .expect("the rules are stored");
        tx.commit().await.expect("it commits");
        let app = app(db, &sink, ids, Clock::manual(monday()));
        Self {
            workers: Workers::new(&app),
            app,
            sink,
            people,
            rules,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    pub fn wait(&self, time: Duration) {
        self.app.clock.advance(time);
    }

    pub fn act(&self) -> Act<'_> {
        self.app.act(Actor::Service)
    }

    pub async fn begin(&self) -> Tx {
        self.app.db.begin().await.expect("the database is there")
    }

    pub async fn read(&self) -> Tx {
        self.app.db.read().await.expect("the database is there")
    }

    /// Whatever is due, done.
    pub async fn work(&self) {
        self.workers.catch_up().await.expect("the workers work");
    }

    pub async fn everybody_reads(&self, locale: &'static str) {
        let mut tx = self.begin().await;
        q!("UPDATE person SET locale = $1", locale)
            .execute(&mut tx)
            .await
            .expect("people");
        tx.commit().await.expect("it commits");
    }

    /// Dari at the Kita on Tuesday, 16 March 2027, 9:00 to 10:00.
    pub async fn request(&self) -> RequestId {
        self.request_of(self.people.kita, "2027-03-16", "09:00", "10:00").await
    }

    /// The same about another topic, on another day.
    pub async fn request_about(&self, topic: &str, date: &str) -> RequestId {
        self.file(self.people.kita, topic, Mode::OnSite, (date, "09:00", "10:00"))
            .await
    }

    pub async fn request_of(&self, asker: Asker, date: &str, start: &str, end: &str) -> RequestId {
        self.file(asker, "family", Mode::OnSite, (date, start, end)).await
    }

    /// The same over video.
    pub async fn request_by_video(&self, asker: Asker, date: &str, start: &str, end: &str) -> RequestId {
        self.file(asker, "family", Mode::Video, (date, start, end)).await
    }

    async fn file(&self, asker: Asker, topic: &str, mode: Mode, (date, start, end): (&str, &str, &str)) -> RequestId {
        let mut tx = self.begin().await;
        let (filed_by,) = q!("SELECT person_id FROM contact WHERE id = $1", asker.contact)
            .one::<(PersonId,)>(&mut tx)
            .await
            .expect("a contact");
        let new = NewRequest {
            form_key: self.app.ids.uuid(self.now()),
            institution: asker.institution,
            site: asker.site,
            contact: asker.contact,
            filed_by,
            language: "prs".into(),
            mode,
            occasion: "parent_talk".into(),
            topic: topic.into(),
            gender: GenderWish::None,
            same_volunteer: false,
            openings: 1,
            urgent_reason: None,
            meeting_point: MEETING_POINT.into(),
            remarks: REMARKS.into(),
            slots: vec![NewSlot {
                date: date.parse::<NaiveDate>().expect("a date"),
                start: start.parse::<NaiveTime>().expect("a time"),
                end: end.parse::<NaiveTime>().expect("a time"),
            }],
        };
        let made = submit(&mut tx, &self.act(), &self.rules, &new)
            .await
            .expect("it is taken");
        tx.commit().await.expect("it commits");
        made.id
    }

    pub async fn offer_to(&self, request: RequestId, volunteer: VolunteerId) -> OfferId {
        let mut tx = self.read().await;
        let (offer,) = q!(
            "SELECT o.id FROM offer o JOIN search s ON s.id = o.search_id
             WHERE o.request_id = $1 AND o.volunteer_id = $2 ORDER BY s.round DESC LIMIT 1",
            request,
            volunteer
        )
        .one::<(OfferId,)>(&mut tx)
        .await
        .expect("an offer");
        offer
    }

    pub async fn accept(&self, offer: OfferId) -> AssignmentId {
        let mut tx = self.begin().await;
        let accepted = offers::accept(&mut tx, &self.act(), &self.rules, &self.app.keys, offer, None)
            .await
            .expect("it is free");
        tx.commit().await.expect("it commits");
        accepted.assignment().expect("the first yes wins")
    }

    /// What the wire brought of one kind, oldest first.
    pub async fn mails(&self, kind: &str) -> Vec<Received> {
        let mut tx = self.read().await;
        let rows = q!("SELECT id FROM outbox WHERE kind = $1", kind)
            .all::<(Uuid,)>(&mut tx)
            .await
            .expect("the outbox");
        let ids: Vec<String> = rows.iter().map(|(id,)| id.simple().to_string()).collect();
        self.sink
            .mails()
            .into_iter()
            .filter(|mail| ids.contains(&mail.id()))
            .collect()
    }

    pub async fn mail(&self, kind: &str) -> Received {
        let mut mails = self.mails(kind).await;
        assert_eq!(mails.len(), 1, "mails of the kind {kind}");
        mails.remove(0)
    }

    /// Waiting, sent and dropped mails of one kind.
    pub async fn outbox(&self, kind: &str) -> (i64, i64, i64) {
        let mut tx = self.read().await;
        q!(
            "SELECT CAST(COALESCE(SUM(CASE WHEN sent_at IS NULL AND dropped_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                    CAST(COALESCE(SUM(CASE WHEN sent_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                    CAST(COALESCE(SUM(CASE WHEN dropped_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT)
             FROM outbox WHERE kind = $1",
            kind
        )
        .one(&mut tx)
        .await
        .expect("the outbox")
    }
}
