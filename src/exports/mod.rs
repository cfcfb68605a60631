//! Everything as tables for office programs, in the columns that [`imports`](crate::imports) reads again. Reads only,
//! but for one line of the audit trail: who has taken what out.

mod appointments;
pub mod csv;
mod institutions;
mod requests;
mod table;
mod volunteers;
mod words;
mod xlsx;

use serde_json::json;

pub use table::{Table, Value};
pub use xlsx::XlsxError;

use crate::{
    act::Act,
    database::{DbError, Tx},
    l10n::Locale,
    settings::Rules,
};

/// What can be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Volunteers,
    Institutions,
    Requests,
    Appointments,
    All,
}

impl What {
    pub const TABLES: [Self; 4] = [Self::Volunteers, Self::Institutions, Self::Requests, Self::Appointments];
    pub const ALL: [Self; 5] = [
        Self::Volunteers,
        Self::Institutions,
        Self::Requests,
        Self::Appointments,
        Self::All,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Volunteers => "volunteers",
            Self::Institutions => "institutions",
            Self::Requests => "requests",
            Self::Appointments => "appointments",
            Self::All => "all",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }
}

/// A file to hand over, named in the words of whoever takes it.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Reads what is asked for and writes down who has taken it.
pub async fn export(
    tx: &mut Tx,
    act: &Act<'_>,
    (rules, l): (&Rules, &Locale),
    (what, format): (What, Format),
) -> Result<File, ExportError> {
    let mut tables = Vec::new();
    for one in What::TABLES {
        if what == one || what == What::All {
            tables.push(table(tx, act, (rules, l), one).await?);
        }
    }
    let params = json!({ "what": what.code(), "format": format.code() });
    act.audit(tx, "export_made", ("export", act.uuid()), params).await?;
    let day = rules.local(act.now).date();
    let name = |end: &str| format!("{}-{day}.{end}", l.t(&format!("exports-file-{}", what.code())));
    Ok(match format {
        Format::Xlsx => File {
            name: name("xlsx"),
            media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes: xlsx::write(&tables)?,
        },
        Format::Csv if what == What::All => File {
            name: name("zip"),
            media_type: "application/zip",
            bytes: csv::archive(&tables, l)?,
        },
        Format::Csv => File {
            name: name("csv"),
            media_type: "text/csv; charset=utf-8",
            bytes: csv::write(&tables[0])?,
        },
    })
}

/// One table, as it stands in every format.
pub async fn table(tx: &mut Tx, act: &Act<'_>, (rules, l): (&Rules, &Locale), what: What) -> Result<Table, DbError> {
    let words = words::Words { rules, l };
    match what {
        What::Volunteers | What::All => volunteers::table(tx, &words).await,
        What::Institutions => institutions::table(tx, &words).await,
        What::Requests => requests::table(tx, &words).await,
        What::Appointments => appointments::table(tx, &words, act.now).await,
    }
}
