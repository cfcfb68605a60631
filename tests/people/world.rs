//! A pool in which people sign in.

use chrono::{DateTime, Utc};
use sprachpool::{
    act::{Act, Actor},
    database::Db,
    ids::Ids,
    keys::Keys,
    links::{self, Purpose},
    people::{
        EmailAddress, PersonId, SignInId,
        sign_in::{ByCode, ByLink, Finished, Proof, RequestError, by_code, by_link, finish, people_of, request},
    },
    q,
};

use crate::support::people::{cora, keys, monday};

pub const CORA: &str = "cora.brandt@sprachpool.example";

/// One pool with Cora in it, a key and a clock that the test moves.
pub struct World {
    pub db: Db,
    pub ids: Ids,
    pub keys: Keys,
    pub now: DateTime<Utc>,
}

impl World {
    pub async fn new(db: Db) -> Self {
        let world = Self {
            db,
            ids: Ids::random(),
            keys: keys(),
            now: monday(),
        };
        let mut tx = world.db.begin().await.expect("it begins");
        cora(&mut tx, &world.act()).await;
        tx.commit().await.expect("it commits");
        world
    }

    pub fn act(&self) -> Act<'_> {
        Act {
            now: self.now,
            ids: &self.ids,
            actor: Actor::Service,
            session: None,
        }
    }

    pub async fn request_from(&self, email: &str, ip: &str) -> Result<SignInId, RequestError> {
        let email: EmailAddress = email.parse().expect("an address");
        let mut tx = self.db.begin().await.expect("it begins");
        let asked = request(&mut tx, &self.act(), &self.keys, &email, ip).await;
        if asked.is_ok() {
            tx.commit().await.expect("it commits");
        }
        asked
    }

    pub async fn request(&self, email: &str) -> SignInId {
        self.request_from(email, "192.0.2.1").await.expect("a sign-in")
    }

    /// The code as the mail says it.
    pub fn code(&self, sign_in: SignInId) -> String {
        self.keys.code(1, sign_in.0).expect("a code")
    }

    /// The token of the link in the mail.
    pub async fn token(&self, sign_in: SignInId) -> String {
        let mut tx = self.db.read().await.expect("it begins");
        let link = links::of_subject(&mut tx, Purpose::SignIn, sign_in.0)
            .await
            .expect("it reads")
            .expect("a link");
        let path = link.path(&self.keys, Purpose::SignIn).expect("a path");
        path.strip_prefix("/sign-in/")
            .expect("the path of a sign-in")
            .to_owned()
    }

    pub async fn try_code(&self, sign_in: SignInId, code: &str) -> ByCode {
        let mut tx = self.db.begin().await.expect("it begins");
        let tried = by_code(&mut tx, &self.act(), &self.keys, sign_in, code)
            .await
            .expect("it answers");
        tx.commit().await.expect("it commits");
        tried
    }

    pub async fn press(&self, token: &str) -> ByLink {
        let mut tx = self.db.begin().await.expect("it begins");
        let pressed = by_link(&mut tx, &self.act(), &self.keys, token)
            .await
            .expect("it answers");
        tx.commit().await.expect("it commits");
        pressed
    }

    pub async fn finish(&self, proof: &Proof, person: PersonId) -> Finished {
        let mut tx = self.db.begin().await.expect("it begins");
        let finished = finish(&mut tx, &self.act(), &self.keys, proof, person, "192.0.2.0/24")
            .await
            .expect("it answers");
        tx.commit().await.expect("it commits");
        finished
    }

    pub async fn people(&self, proof: &Proof) -> Option<Vec<String>> {
        let mut tx = self.db.read().await.expect("it begins");
        let people = people_of(&mut tx, &self.act(), &self.keys, proof)
            .await
            .expect("it reads");
        people.map(|people| people.into_iter().map(|person| person.name).collect())
    }

    pub async fn person(&self, name: &str) -> PersonId {
        let mut tx = self.db.read().await.expect("it begins");
        q!("SELECT id FROM person WHERE name = $1", name)
            .one::<(PersonId,)>(&mut tx)
            .await
            .expect("it reads")
            .0
    }

    pub async fn count(&self, table: &'static str) -> i64 {
        let mut tx = self.db.read().await.expect("it begins");
        let query = match table {
            "outbox" => q!("SELECT COUNT(*) FROM outbox"),
            "session" => q!("SELECT COUNT(*) FROM session"),
            _ => unreachable!("{table} is not counted here"),
        };
        query.one::<(i64,)>(&mut tx).await.expect("it counts").0
    }
}

pub fn proved(answer: ByCode) -> Proof {
    match answer {
        ByCode::Proved(proof) => proof,
        other => panic!("not proved: {other:?}"),
    }
}
