//! The command line. Its words are for operators and in English; people's words are in locales/.

mod arguments;
mod commands;
mod export;
mod import;
mod init;
pub mod logs;
mod pool;
mod receive_mail;
mod simulate;
pub mod stop;
mod user;

use std::process::ExitCode;

use clap::Parser;

pub use arguments::{Arguments, Command, PoolCommand, UserCommand};

/// Why a command failed, ready to be printed: one line a problem.
#[derive(Debug)]
pub struct Failure(Vec<String>);

impl Failure {
    pub fn new(message: impl Into<String>) -> Self {
        Self(vec![message.into()])
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            let cause_text = cause.to_string();
            // Many errors repeat their cause in their own text already.
            if !message.contains(&cause_text) {
                message = format!("{message}: {cause_text}");
            }
            source = cause.source();
        }
        Self::new(message)
    }
}

pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("sprachpool: {error}");
            return ExitCode::FAILURE;
        }
    };
    if let Command::ReceiveMail = arguments.command {
        let file = arguments.config.as_deref();
        return runtime.block_on(receive_mail::receive_mail(file, commands::environment()));
    }
    match runtime.block_on(commands::run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(lines)) => {
            for line in lines {
                eprintln!("sprachpool: {line}");
            }
            ExitCode::FAILURE
        }
    }
}
