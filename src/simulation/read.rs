//! World files, plain or with gzip.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};

use super::{check, world::World};

#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    #[error("cannot open the world {}: {error}", file.display())]
    Open { file: PathBuf, error: std::io::Error },
    #[error("{}: {error}", file.display())]
    Unreadable { file: PathBuf, error: std::io::Error },
    /// The field comes first, the place in the text last.
    #[error("{}: {field}: {error}", file.display())]
    Format {
        file: PathBuf,
        field: String,
        error: serde_json::Error,
    },
    #[error("{}: {problem}", file.display())]
    Wrong { file: PathBuf, problem: check::Problem },
    #[error("cannot write {}: {error}", file.display())]
    Write { file: PathBuf, error: std::io::Error },
}

/// Reads and checks a world.
pub fn read(file: &Path) -> Result<World, WorldError> {
    let opened = File::open(file).map_err(|error| WorldError::Open {
        file: file.to_owned(),
        error,
    })?;
    let mut text = Vec::new();
    let read = if is_compressed(file) {
        GzDecoder::new(BufReader::new(opened)).read_to_end(&mut text)
    } else {
        BufReader::new(opened).read_to_end(&mut text)
    };
    read.map_err(|error| WorldError::Unreadable {
        file: file.to_owned(),
        error,
    })?;
    let mut json = serde_json::Deserializer::from_slice(&text);
    let world: World = serde_path_to_error::deserialize(&mut json).map_err(|error| WorldError::Format {
        file: file.to_owned(),
        field: error.path().to_string(),
        error: error.into_inner(),
    })?;
    check::check(&world).map_err(|problem| WorldError::Wrong {
        file: file.to_owned(),
        problem,
    })?;
    Ok(world)
}

pub fn write(world: &World, file: &Path) -> Result<(), WorldError> {
    let wrong = |error| WorldError::Write {
        file: file.to_owned(),
        error,
    };
    let opened = BufWriter::new(File::create(file).map_err(wrong)?);
    let written = if is_compressed(file) {
        let mut packed = GzEncoder::new(opened, Compression::default());
        serde_json::to_writer(&mut packed, world)
            .map_err(Into::into)
            .and_then(|()| packed.finish()?.flush())
    } else {
        let mut plain = opened;
        serde_json::to_writer(&mut plain, world)
            .map_err(Into::into)
            .and_then(|()| plain.flush())
    };
    written.map_err(wrong)
}

fn is_compressed(file: &Path) -> bool {
    file.extension().is_some_and(|end| end.eq_ignore_ascii_case("gz"))
}
