use std::{
    fs::{self, File, Permissions},
    io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use super::OperationError;

/// `pool.sqlite` → `pool.sqlite<suffix>`
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Gives a finished file its name: on disk before it has it, and only its owner may read it.
pub fn settle(partial: &Path, file: &Path) -> Result<(), OperationError> {
    let settle = || -> io::Result<()> {
        fs::set_permissions(partial, Permissions::from_mode(0o600))?;
        File::open(partial)?.sync_all()?;
        fs::rename(partial, file)?;
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    };
    settle().map_err(|error| OperationError::File(file.to_owned(), error))
}

pub fn remove_if_there(path: &Path) -> Result<(), OperationError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(OperationError::File(path.to_owned(), error)),
        _ => Ok(()),
    }
}
