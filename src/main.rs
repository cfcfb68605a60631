use std::process::ExitCode;

fn main() -> ExitCode {
    sprachpool::cli::run()
}
