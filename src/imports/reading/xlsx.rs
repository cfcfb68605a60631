//! XLSX, cell by cell: neither a bomb in the archive nor a single cell at its far corner fills the memory.

use std::io::{Cursor, Read};

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::{ZipArchive, result::ZipError};

use super::{Cell, Collector, ReadError, Sheet, from_serial, time_of_day};

/// What all parts of the archive may come to, unpacked.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// The texts of all cells are read at once.
const MOST_STRINGS: u64 = 64 * 1024 * 1024;

pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    look_into(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(error)?;
    let from_1904 = book.has_1904_epoch();
    let visible = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let mut found = Collector::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(error)?;
        while let Some(one) = cells.next_cell().map_err(error)? {
            let (row, column) = one.get_position();
            let cell = cell(one.get_value(), from_1904);
            found.put(row.saturating_add(1), column as usize, cell)?;
        }
        sheets.push(Sheet { name, rows: found.rows });
    }
    Ok(sheets)
}

/// Unpacks everything once into nothing and counts: what an archive says about its own sizes is not to be believed.
fn look_into(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
        ZipError::Io(_) | ZipError::InvalidArchive(_) => ReadError::Broken,
        _ => ReadError::NotASpreadsheet,
    })?;
    if archive.index_for_name("xl/workbook.xml").is_none() {
        let open_document = archive.index_for_name("mimetype").is_some();
        let other = if open_document {
            ReadError::OtherFormat
        } else {
            ReadError::NotASpreadsheet
        };
        return Err(other);
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| ReadError::Broken)?;
        let strings = part.name().is_ok_and(|name| name.ends_with("sharedStrings.xml"));
        let most = if strings { MOST_STRINGS } else { MOST_UNPACKED };
        let mut limited = part.take(most + 1);
        let size = std::io::copy(&mut limited, &mut std::io::sink()).map_err(|_| ReadError::Broken)?;
        total += size;
        if size > most || total > MOST_UNPACKED {
            return Err(ReadError::TooMuch);
        }
    }
    Ok(())
}

fn error(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        _ => ReadError::Broken,
    }
}

fn cell(value: &DataRef<'_>, from_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(yes) => Cell::Text(yes.to_string()),
        DataRef::DateTime(at) => {
            let serial = at.as_f64();
            let moment = || from_serial(serial, from_1904).map(Cell::Moment);
            let time = time_of_day(serial).map(Cell::Time);
            time.or_else(moment).unwrap_or(Cell::Number(serial))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Error(error) => Cell::Error(shown(error).to_owned()),
    }
}

/// As a German Excel shows it.
fn shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#NV",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#ZAHL!",
        CellErrorType::Ref => "#BEZUG!",
        CellErrorType::Value => "#WERT!",
        _ => "#?",
    }
}
