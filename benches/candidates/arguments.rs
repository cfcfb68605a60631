use sprachpool::database::Engine;

pub const HELP: &str = "\
cargo bench --bench candidates -- [--sizes 150,10000,100000] [--engine sqlite|postgres] [--requests 50]
    [--rounds 8] [--kind] [--keep] [--chart docs/pictures/candidates.svg]

--kind    leave the unkind case out: one city, where everybody goes everywhere
--keep    leave the databases there, to look at";

pub struct Arguments {
    pub sizes: Vec<usize>,
    pub engine: Option<Engine>,
    /// So many different ones of each kind.
    pub requests: usize,
    /// So often each is measured.
    pub rounds: usize,
    pub unkind: bool,
    pub keep: bool,
    pub chart: Option<String>,
}

impl Arguments {
    /// `None`: only help is wanted, or something is not understood.
    pub fn read(mut given: impl Iterator<Item = String>) -> Option<Self> {
        let mut read = Self {
            sizes: vec![150, 10_000, 100_000],
            engine: None,
            requests: 50,
            rounds: 8,
            unkind: true,
            keep: false,
            chart: None,
        };
        while let Some(argument) = given.next() {
            match argument.as_str() {
                // Cargo says so.
                "--bench" => {}
                "--sizes" => {
                    read.sizes = given
                        .next()?
                        .split(',')
                        .map(|size| size.parse().ok())
                        .collect::<Option<_>>()?
                }
                "--engine" => {
                    read.engine = Some(match given.next()?.as_str() {
                        "sqlite" => Engine::Sqlite,
                        "postgres" => Engine::Postgres,
                        _ => return None,
                    });
                }
                "--requests" => read.requests = given.next()?.parse().ok()?,
                "--rounds" => read.rounds = given.next()?.parse().ok()?,
                "--kind" => read.unkind = false,
                "--keep" => read.keep = true,
                "--chart" => read.chart = Some(given.next()?),
                _ => return None,
            }
        }
        Some(read)
    }
}
