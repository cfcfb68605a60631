//! From the bytes of a file to tables of cells. Pure.

mod cell;
mod header;
mod text;
mod xlsx;

pub use cell::{Cell, from_serial, plain, time_of_day};
pub use header::{Table, headers, table};

/// No file may be larger.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 200;
/// All cells of a file together.
const MOST_TEXT: usize = 64 * 1024 * 1024;
/// Nothing that a field takes is longer; the rest would only fill the memory.
const LONGEST_CELL: usize = 2_000;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than 10 MB")]
    TooLarge,
    #[error("this is neither CSV nor XLSX")]
    NotASpreadsheet,
    #[error("this is an old Excel file (.xls) or an OpenDocument file: save it as .xlsx")]
    OtherFormat,
    #[error("the file is protected by a password")]
    Encrypted,
    #[error("the file is damaged")]
    Broken,
    #[error("the file unpacks to more than this program reads")]
    TooMuch,
    #[error("the file has more than 100,000 rows or 200 columns")]
    TooManyCells,
}

impl ReadError {
    /// Stable: the pages' words are looked up by it, and it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::NotASpreadsheet => "not_a_spreadsheet",
            Self::OtherFormat => "other_format",
            Self::Encrypted => "encrypted",
            Self::Broken => "broken",
            Self::TooMuch => "too_much",
            Self::TooManyCells => "too_many_cells",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Empty for a text file.
    pub name: String,
    /// Those that hold something.
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As the office program counts: the first is 1.
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// The sheets that somebody sees when they open the file, those without a cell left out.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let sheets = match bytes {
        [b'P', b'K', 3 | 5, ..] => xlsx::read(bytes)?,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(old_or_encrypted(bytes)),
        _ => vec![text::read(bytes)?],
    };
    let sheets: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    if sheets.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(sheets)
}

/// Both are the same kind of container: an encrypted workbook holds a stream of that name.
fn old_or_encrypted(bytes: &[u8]) -> ReadError {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        ReadError::Encrypted
    } else {
        ReadError::OtherFormat
    }
}

/// Takes rows until there are too many.
#[derive(Default)]
struct Collector {
    rows: Vec<Row>,
    text: usize,
}

impl Collector {
    fn put(&mut self, number: u32, column: usize, mut cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(ReadError::TooManyCells);
        }
        if let Cell::Text(text) = &mut cell
            && let Some((end, _)) = text.char_indices().nth(LONGEST_CELL)
        {
            text.truncate(end);
        }
        self.text += cell.byte_len() + size_of::<Cell>();
        if self.text > MOST_TEXT * 2 {
            return Err(ReadError::TooMuch);
        }
        if self.rows.last().is_none_or(|row| row.number != number) {
            if self.rows.len() >= MOST_ROWS {
                return Err(ReadError::TooManyCells);
            }
            self.rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(row) = self.rows.last_mut() {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            row.cells[column] = cell;
        }
        Ok(())
    }
}
