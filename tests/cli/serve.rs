use std::{fs, time::Duration};

use super::{fails, sprachpool, succeeds};
use crate::{config::folder, support::service::Service};

#[test]
fn serve_migrates_answers_and_stops_when_asked() {
    let folder = folder("serve");
    let variables = [
        ("SPRACHPOOL_MAIL_TRANSPORT", "file"),
        ("SPRACHPOOL_MAIL_FOLDER", "mails"),
    ];
    succeeds(&sprachpool(
        &folder,
        &[("DATABASE_URL", "pool.sqlite")],
        &[
            "pool",
            "import",
            concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml"),
        ],
    ));
    let service = Service::start(&folder, "pool.sqlite", &variables);
    let mut visitor = service.visitor();
    visitor.get("/healthz").expect(200, "");
    visitor.get("/sign-in").expect(200, "Anmelden");
    visitor
        .get("/o/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
        .expect(404, "");
    let log = service.log();
    assert!(!log.contains("AAAAAAAA"), "a path stands in the log:\n{log}");
    assert!(
        service.stop(Duration::from_secs(25)),
        "SIGTERM ends it, and it says that all was well"
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn serve_does_not_start_with_a_mistake_in_its_configuration() {
    let folder = folder("serve-mistake");
    let said = fails(&sprachpool(&folder, &[("SPRACHPOOL_LISTEN", "nowhere")], &["serve"]));
    assert!(
        said.contains("SPRACHPOOL_LISTEN") && said.contains("base_url"),
        "{said}"
    );
    fs::remove_dir_all(folder).unwrap();
}
