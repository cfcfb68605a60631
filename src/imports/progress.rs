//! How far this instance is with an import. Kept in memory only: the transaction that writes shows nothing before it
//! ends, and after a restart the work begins anew.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::ImportId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub of: usize,
}

static RUNNING: Mutex<BTreeMap<ImportId, Progress>> = Mutex::new(BTreeMap::new());

pub fn progress(import: ImportId) -> Option<Progress> {
    RUNNING
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&import)
        .copied()
}

/// Counts while it lives.
pub(super) struct Counter {
    import: ImportId,
    now: Progress,
}

impl Counter {
    pub fn new(import: ImportId, done: usize, of: usize) -> Self {
        Self {
            import,
            now: Progress { done, of },
        }
    }

    pub fn step(&mut self, rows: usize) {
        self.now.done += rows;
        // A lock for each row would be many.
        if rows > 1 || self.now.done % 100 == 1 {
            RUNNING
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(self.import, self.now);
        }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        RUNNING
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.import);
    }
}
