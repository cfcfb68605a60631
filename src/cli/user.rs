use super::{
    Failure,
    arguments::{KnownUser, NewUser},
};
use crate::{
    act::{Act, Actor},
    clock::Clock,
    database::Db,
    ids::Ids,
    people::{self, second_factor},
};

/// Makes somebody a coordinator, who then signs in with a code by mail and sets up the second factor. Doing it twice
/// changes nothing.
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

/// Back to the beginning: out of every session, and the next sign-in sets up the app again.
pub async fn reset_second_factor(db: &Db, user: &KnownUser) -> Result<(), Failure> {
    let ids = Ids::random();
    let act = Act {
        now: Clock::system().now(),
        ids: &ids,
        actor: Actor::Command,
        session: None,
    };
    let mut tx = db.begin().await?;
    let mut found = people::coordinators_at(&mut tx, &user.email).await?;
    if let Some(name) = &user.name {
        found.retain(|(_, known)| known == name.as_str());
    }
    let (person, name) = match found.as_slice() {
        [one] => one,
        [] => return Err(Failure::new("no coordinator has this address (and name)")),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, name)| name.as_str()).collect();
            let names = names.join(", ");
            return Err(Failure::new(format!(
                "several coordinators have this address; say which one with --name: {names}"
            )));
        }
    };
    second_factor::reset(&mut tx, &act, *person).await?;
    tx.commit().await?;
    println!("{name} is signed out everywhere and sets up the second factor at the next sign-in.");
    Ok(())
}
