//! The built program at work: `sprachpool serve` as a process of its own.

use std::{
    fs::File,
    io::Read,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::visitor::Visitor;

/// A serving process; killed on drop.
pub struct Service {
    child: Child,
    pub address: String,
    log: PathBuf,
}

impl Service {
    /// Serves `database` with those variables besides the usual ones; `folder` takes its log.
    pub fn start(folder: &Path, database: &str, variables: &[(&str, &str)]) -> Self {
        let address = free_address();
        let log = folder.join(format!("serve-{}.log", address.replace(':', "-")));
        let output = File::create(&log).expect("the log is written");
        let child = Command::new(env!("CARGO_BIN_EXE_sprachpool"))
            .arg("serve")
            .current_dir(folder)
            .env_clear()
            .env("DATABASE_URL", database)
            .env("SPRACHPOOL_LISTEN", &address)
            .env("SPRACHPOOL_BASE_URL", format!("http://{address}"))
            .env("SPRACHPOOL_SECRET_KEY", format!("1:{}", "5a".repeat(32)))
            .env("SPRACHPOOL_MAIL_FROM", "sprachpool@pool.example")
            .env("SPRACHPOOL_MAIL_REPLY_TO", "desk@pool.example")
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(output)
            .spawn()
            .expect("the program starts");
        let mut service = Self { child, address, log };
        service.wait_until_ready(Duration::from_secs(30));
        service
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::to(&self.address)
    }

    pub fn log(&self) -> String {
        let mut text = String::new();
        File::open(&self.log)
            .and_then(|mut file| file.read_to_string(&mut text))
            .expect("the log is read");
        text
    }

    /// SIGKILL, as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }

    /// `STOP`, `CONT`: what `kill` knows.
    pub fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &pid]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// SIGTERM, as systemd does; whether it ended well in time.
    pub fn stop(mut self, patience: Duration) -> bool {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs");
        let until = Instant::now() + patience;
        while Instant::now() < until {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.success();
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    fn wait_until_ready(&mut self, patience: Duration) {
        let until = Instant::now() + patience;
        while Instant::now() < until {
            if let Ok(Some(status)) = self.child.try_wait() {
                panic!("the service ended ({status}):\n{}", self.log());
            }
            if self.visitor().try_get("/readyz").is_ok_and(|page| page.status == 200) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("the service is not ready after {patience:?}:\n{}", self.log());
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("{}", self.log());
        }
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").to_string()
}
