use std::{
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use super::Failure;
use crate::{
    config::{DEFAULT_FILE, new_key_line},
    ids::Ids,
};

const KEY_FILE: &str = "sprachpool.key";

/// A configuration to fill in and a key. Nothing that exists is touched: a new key would kill every link.
pub fn init(dir: &Path) -> Result<(), Failure> {
    fs::create_dir_all(dir).map_err(|error| Failure::new(format!("cannot make {}: {error}", dir.display())))?;
    let dir = dir.canonicalize()?;
    let (config, key) = (dir.join(DEFAULT_FILE), dir.join(KEY_FILE));
    for path in [&config, &key] {
        if path.exists() {
            return Err(Failure::new(format!(
                "{} exists already; nothing was written",
                path.display()
            )));
        }
    }
    write_new(&key, &format!("{}\n", new_key_line(1, &Ids::random().bytes())))?;
    write_new(&config, &starting_file(&dir))?;
    println!("Wrote {} and {}.", config.display(), key.display());
    println!(
        "Next: fill in what stands in <angle brackets>, then run: sprachpool --config {} check-config",
        config.display()
    );
    Ok(())
}

fn starting_file(dir: &Path) -> String {
    let text = |path: std::path::PathBuf| toml::Value::String(path.display().to_string()).to_string();
    format!(
        r#"# Every key: config/default.toml and docs/operating.md.
listen = "127.0.0.1:8080"
base_url = "<https://sprachpool.example>"
key_file = {key}

[database]
url = {database}

[mail]
from = "<sprachpool@pool.example>"
from_name = "Sprachmittlungspool"
reply_to = "<desk@pool.example>"

[smtp]
host = "<mail.pool.example>"
tls = "starttls"
# user = "sprachpool"
# The password: in the environment variable SPRACHPOOL_SMTP_PASSWORD, or here.
"#,
        key = text(dir.join(KEY_FILE)),
        database = text(dir.join("sprachpool.sqlite")),
    )
}

/// Readable by its owner only: a password may be added to the configuration later.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let written = open.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    written.map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}
