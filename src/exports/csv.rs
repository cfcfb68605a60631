//! CSV as German office programs open it with a double click.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::{ExportError, Table, Value};
use crate::l10n::Locale;

/// Office programs take a file without this mark for an old Windows one.
const BYTE_ORDER_MARK: &str = "\u{feff}";

pub fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec())
}

pub fn bytes(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, csv::Error> {
    let done = writer.into_inner();
    done.map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
pub fn text_cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

pub(super) fn write(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut sheet = writer();
    sheet.write_record(table.heads.iter().map(|head| text_cell(head)))?;
    for row in &table.rows {
        let cell = |value: &Value| match value {
            Value::Text(text) => text_cell(text),
            other => other.text(),
        };
        sheet.write_record(row.iter().map(cell))?;
    }
    bytes(sheet)
}

/// Several tables are several files.
pub(super) fn archive(tables: &[Table], l: &Locale) -> Result<Vec<u8>, ExportError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for table in tables {
        let name = l.t(&format!("exports-file-{}", table.code));
        archive.start_file(format!("{name}.csv"), SimpleFileOptions::default())?;
        archive.write_all(&write(table)?).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}
