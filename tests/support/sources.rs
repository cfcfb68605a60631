//! The program's own sources, for tests that read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub struct Source {
    /// From the package's folder: `src/act.rs`.
    pub path: String,
    pub text: String,
}

/// Every Rust file under `src/`.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| Source {
            path: file
                .strip_prefix(root)
                .expect("it lies inside")
                .to_str()
                .expect("it is readable")
                .to_owned(),
            text: fs::read_to_string(&file).expect("it is readable"),
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder exists") {
        let path = entry.expect("it is readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}
