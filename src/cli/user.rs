use super::{Failure, arguments::NewUser};
use crate::{
    act::{Act, Actor},
    clock::Clock,
    database::Db,
    ids::Ids,
    people,
};

/// Makes somebody a coordinator, who then signs in with a code by mail. Doing it twice changes nothing.
pub async fn add(db: &Db, user: &NewUser) -> Result<(), Failure> {
    let ids = Ids::random();
    let act = Act {
        now: Clock::system().now(),
        ids: &ids,
        actor: Actor::Command,
        session: None,
    };
    let mut tx = db.begin().await?;
    people::create_coordinator(&mut tx, &act, &user.name, &user.email, &user.language).await?;
    tx.commit().await?;
    println!(
        "{} is a coordinator and can sign in as {}.",
        user.name.as_str(),
        user.email.as_str()
    );
    Ok(())
}
