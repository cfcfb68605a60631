use super::{
    Kind,
    columns::{self, Mapping},
    reading::{self, ReadError, Sheet},
};
use crate::settings::Rules;

/// A file that could be read.
#[derive(Clone, Debug)]
pub struct Opened {
    pub sheets: Vec<Sheet>,
}

pub fn open(bytes: &[u8]) -> Result<Opened, ReadError> {
    Ok(Opened {
        sheets: reading::read(bytes)?,
    })
}

impl Opened {
    /// Of that sheet, else of the first.
    pub fn table(&self, kind: Kind, rules: &Rules, sheet: usize) -> Option<reading::Table<'_>> {
        let sheet = self.sheets.get(sheet).or(self.sheets.first())?;
        Some(reading::table(sheet, &|header| columns::is_known(kind, rules, header)))
    }

    /// The sheet that looks most like what is to be imported.
    pub fn likely_sheet(&self, kind: Kind, rules: &Rules) -> usize {
        let known = |sheet: usize| {
            let headers = self
                .table(kind, rules, sheet)
                .map(|table| table.headers)
                .unwrap_or_default();
            let Mapping(fields) = columns::propose(kind, rules, &headers);
            fields.iter().flatten().count()
        };
        let mut best = (0, 0);
        for sheet in 0..self.sheets.len() {
            let fields = known(sheet);
            if fields > best.1 {
                best = (sheet, fields);
            }
        }
        best.0
    }
}
