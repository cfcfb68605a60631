//! Tables that the desk was sent: two are in the pool, one waits for answers.

use super::{people::Cast, year::YearError};
use crate::{
    act::Actor,
    app::Shared,
    database::Tx,
    imports::{
        self, Kind, Policy, RunError,
        answers::Answers,
        fields::Context,
        plan::{self, Known},
        store,
    },
    requests::References,
    settings::Rules,
};

const INSTITUTIONS: &[u8] = include_bytes!("tables/institutions.csv");
const VOLUNTEERS: &[u8] = include_bytes!("tables/volunteers.csv");
const PHONES: &[u8] = include_bytes!("tables/phones.csv");

pub(super) async fn bring(app: &Shared, tx: &mut Tx, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let file = (Kind::Institutions, "einrichtungen.csv", INSTITUTIONS);
    written(app, tx, rules, cast, (file, Policy::Keep)).await?;
    // A list of people whom the pool knows: some numbers are new.
    let file = (Kind::Volunteers, "telefonliste.csv", PHONES);
    written(app, tx, rules, cast, (file, Policy::Overwrite)).await?;
    waits(app, tx, rules, cast).await
}

/// Without a doubt, so nobody has to be asked.
async fn written(
    app: &Shared,
    tx: &mut Tx,
    rules: &Rules,
    cast: &Cast,
    (file, policy): ((Kind, &str, &[u8]), Policy),
) -> Result<(), YearError> {
    let act = app.act(Actor::Person(cast.coordinator));
    let (kind, _, bytes) = file;
    let Ok(opened) = imports::open(bytes) else {
        return Ok(());
    };
    let id = imports::upload_confirmed(tx, &act, rules, file, &opened, policy).await?;
    let known = Known::read(tx, kind, policy).await?;
    if let (Some(import), Some(table)) = (store::get(tx, id).await?, opened.table(kind, rules, 0)) {
        let context = Context {
            rules,
            today: rules.local(act.now).date(),
        };
        let known = (context, &known, &Answers::new());
        let plan = plan::plan(kind, table.rows, &import.mapping(), known, &mut || {});
        let mut numbers = References::default();
        match imports::write(tx, &act, rules, id, (&plan, &mut numbers), &mut |_| {}).await {
            Ok(_) | Err(RunError::Over) => {}
            Err(RunError::Database(error)) => return Err(error.into()),
        }
    }
    Ok(())
}

async fn waits(app: &Shared, tx: &mut Tx, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let act = app.act(Actor::Person(cast.coordinator));
    let Ok(opened) = imports::open(VOLUNTEERS) else {
        return Ok(());
    };
    let file = (Kind::Volunteers, "anmeldungen-fruehlingsfest.csv", VOLUNTEERS);
    let id = imports::upload(tx, &act, rules, file, &opened).await?;
    let import = store::get(tx, id).await?;
    if let (Some(import), Some(table)) = (import, opened.table(Kind::Volunteers, rules, 0)) {
        // Its columns fit: the workers check it next.
        let chosen = imports::choose_columns(tx, &act, id, (0, &table), &import.mapping(), Policy::Keep).await;
        debug_assert!(chosen.is_ok());
    }
    Ok(())
}
