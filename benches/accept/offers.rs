//! Many offers that are out: each to a volunteer of its own, for a request of its own.

use chrono::Duration;
use sprachpool::{
    act::Actor,
    app::{App, Parts, Shared},
    clock::Clock,
    database::Db,
    ids::Ids as Random,
    keys::Keys,
    l10n::L10n,
    links::{self, Purpose},
    mail::{MailSettings, Transport, memory::Memory},
    people::PersonId,
    q,
    requests::{OfferId, SlotId},
    settings::{self, pool_file},
};

use crate::world::{
    Ids,
    bulk::Bulk,
    chance::Chance,
    history::{Asker, Files, Wish, askers},
    land::{Kind, Land},
    now,
};

#[derive(Clone)]
pub struct Service {
    pub app: Shared,
    pub offers: Vec<Offered>,
}

#[derive(Clone)]
pub struct Offered {
    pub id: OfferId,
    pub slot: SlotId,
    pub person: PersonId,
    /// The link in the mail.
    pub path: String,
}

impl Service {
    pub async fn new(db: Db, count: usize) -> Self {
        let app = app(db);
        let land = Land::new(Kind::City, (3, 2), 45);
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml"));
        let rows = pool_file::parse(&text.expect("the model city's rules")).expect("they are whole");
        let mut tx = app.db.begin().await.expect("it begins");
        let act = app.act(Actor::Command);
        settings::import(&mut tx, &act, &rows, act.now)
            .await
            .expect("they are imported");
        let (mut ids, mut chance) = (Ids::default(), Chance::seeded(2027));
        let mut askers = askers(&mut tx, &mut ids, &mut chance, &land, 40).await;
        for asker in &mut askers {
            asker.sector = "social";
        }
        let mut tables = Tables::new();
        let mut offers = Vec::with_capacity(count);
        for number in 0..count {
            let asker = &askers[number % askers.len()];
            let (offer, slot, person) = tables.offer(&mut tx, &mut ids, asker, number).await;
            let over = now() + Duration::days(30);
            let link = links::create(&mut tx, &act, &app.keys, Purpose::Offer, offer.0, over).await;
            let link = link.expect("it is written");
            let token = app.keys.token(app.keys.current_number(), Purpose::Offer.code(), link.0);
            offers.push(Offered {
                id: offer,
                slot,
                person,
                path: format!("{}/{}", Purpose::Offer.path(), token.expect("the key is there")),
            });
        }
        tables.flush(&mut tx).await;
        tx.commit().await.expect("it commits");
        Self { app, offers }
    }

    /// Whatever was measured, it was a yes.
    pub async fn check(&self) {
        let mut tx = self.app.db.read().await.expect("it reads");
        let (count,) = q!("SELECT COUNT(*) FROM assignment WHERE ended_at IS NULL")
            .one::<(i64,)>(&mut tx)
            .await
            .expect("it counts");
        assert_eq!(
            count,
            i64::try_from(self.offers.len()).expect("few"),
            "every offer was accepted"
        );
    }
}

fn app(db: Db) -> Shared {
    App::new(Parts {
        db,
        clock: Clock::manual(now()),
        ids: Random::seeded(2027),
        keys: Keys::new(1, vec![7; 32], None),
        l10n: L10n::embedded().expect("the locales are whole"),
        transport: Transport::Memory(Memory::keeping(10)),
        mail: MailSettings {
            from_name: "Sprachpool".to_owned(),
            from_address: "sprachpool@pool.example".to_owned(),
            bounce_domain: "pool.example".to_owned(),
            reply_to: "desk@pool.example".to_owned(),
            base_url: "https://pool.example".to_owned(),
        },
        base_url: "https://pool.example".to_owned(),
        trusted_proxies: Vec::new(),
        demo: None,
    })
}

struct Tables {
    person: Bulk,
    volunteer: Bulk,
    language: Bulk,
    availability: Bulk,
    qualification: Bulk,
    files: Files,
}

impl Tables {
    fn new() -> Self {
        let volunteer = &[
            "id",
            "person_id",
            "state",
            "gender",
            "birth_year",
            "phone_consent",
            "home_district",
            "german_level",
            "on_site",
            "by_phone",
            "by_video",
            "version",
            "created_at",
        ];
        Self {
            person: Bulk::new("person", &["id", "name", "name_sort", "locale", "created_at"]),
            volunteer: Bulk::new("volunteer", volunteer),
            language: Bulk::new("volunteer_language", &["volunteer_id", "language", "level"]),
            availability: Bulk::new(
                "availability",
                &["id", "volunteer_id", "weekday", "from_time", "until_time"],
            ),
            qualification: Bulk::new("qualification", &["id", "volunteer_id", "kind", "seen_on"]),
            files: Files::new(),
        }
    }

    async fn flush(&mut self, tx: &mut sprachpool::database::Tx) {
        for table in [
            &mut self.person,
            &mut self.volunteer,
            &mut self.language,
            &mut self.availability,
            &mut self.qualification,
        ] {
            table.flush(tx).await;
        }
        self.files.flush(tx).await;
    }

    async fn offer(
        &mut self,
        tx: &mut sprachpool::database::Tx,
        ids: &mut Ids,
        asker: &Asker,
        number: usize,
    ) -> (OfferId, SlotId, PersonId) {
        let (person, id) = (ids.next(), ids.next());
        let name = format!("Nilofar Azizi {number}");
        let row = [
            person.into(),
            name.as_str().into(),
            name.to_lowercase().into(),
            "de".into(),
            now().into(),
        ];
        self.person.add(tx, row).await;
        let row = [
            id.into(),
            person.into(),
            "active".into(),
            "female".into(),
            1985_i64.into(),
            true.into(),
            "51".into(),
            "C1".into(),
            true.into(),
            true.into(),
            true.into(),
            0_i64.into(),
            now().into(),
        ];
        self.volunteer.add(tx, row).await;
        self.language.add(tx, [id.into(), "prs".into(), "native".into()]).await;
        for weekday in 1..=5_i64 {
            let row = [
                ids.next().into(),
                id.into(),
                weekday.into(),
                "08:00".into(),
                "18:00".into(),
            ];
            self.availability.add(tx, row).await;
        }
        for kind in ["basic_training", "confidentiality"] {
            let row = [ids.next().into(), id.into(), kind.into(), "2026-01-15".into()];
            self.qualification.add(tx, row).await;
        }
        let wish = Wish {
            asker,
            language: "prs",
            mode: "phone",
            gender: None,
            filed_at: now() - Duration::hours(3),
            starts_at: now() + Duration::days(7) + Duration::minutes(10 * (number % 30) as i64),
        };
        let filed = self.files.file(tx, ids, &wish, None).await;
        let offer = ids.next();
        let sent = now() - Duration::hours(2);
        let row = [
            offer.into(),
            filed.search.into(),
            filed.request.into(),
            id.into(),
            "sent".into(),
            sent.into(),
            sent.into(),
            (now() + Duration::hours(6)).into(),
            sprachpool::database::Value::Time(None),
        ];
        self.files.offer.add(tx, row).await;
        if number % 200 == 199 {
            self.flush(tx).await;
        }
        (OfferId(offer), SlotId(filed.slot), PersonId(person))
    }
}
