//! CSV as office programs write it: any of four delimiters, any of the encodings there were.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Cell, Collector, ReadError, Sheet};

const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// So many lines decide which delimiter it is.
const LOOKED_AT: usize = 40;

pub fn read(bytes: &[u8]) -> Result<Sheet, ReadError> {
    let text = decode(bytes)?;
    let (named, rest) = named_delimiter(&text);
    let delimiter = named.unwrap_or_else(|| delimiter(rest));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(rest.as_bytes());
    let mut found = Collector::default();
    let mut record = csv::StringRecord::new();
    // A line break within a cell begins no row; the line that names the delimiter is one.
    let mut within = if named.is_some() { -1 } else { 0 };
    while reader
        .read_record(&mut record)
        .map_err(|_| ReadError::NotASpreadsheet)?
    {
        // Empty lines are skipped before a record: only where it ends is certain.
        let own = record.iter().map(|cell| cell.matches('\n').count() as i64).sum::<i64>();
        let line = reader.position().line() as i64 - own - 1;
        let number = u32::try_from(line - within).unwrap_or(u32::MAX);
        within += own;
        for (column, cell) in record.iter().enumerate() {
            found.put(number, column, Cell::text(cell))?;
        }
    }
    Ok(Sheet {
        name: String::new(),
        rows: found.rows,
    })
}

fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guess(bytes),
    };
    let (text, _, _) = encoding.decode(bytes);
    let binary = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{80}'..='\u{9f}');
    let odd = text.chars().take(4_000).filter(|c| binary(*c)).count();
    let start: String = text
        .trim_start()
        .chars()
        .take(20)
        .collect::<String>()
        .to_ascii_lowercase();
    let markup = ["<!doctype", "<html", "<?xml", "%pdf", "{\\rtf"];
    if odd > 2 || text.contains('\0') || markup.iter().any(|mark| start.starts_with(mark)) {
        return Err(ReadError::NotASpreadsheet);
    }
    // One way to end a line: old Macs used only the first sign of two, and the reader counts the second.
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

/// Without a mark at the beginning. What is no UTF-8 was written by an old Windows program.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let look = &bytes[..bytes.len().min(1_000) & !1];
    let zeros = |odd: usize| look.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let many = look.len() / 4;
    if many > 0 && zeros(1) > many && zeros(0) == 0 {
        UTF_16LE
    } else if many > 0 && zeros(0) > many && zeros(1) == 0 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Excel says it in a first line of its own: `sep=;`.
fn named_delimiter(text: &str) -> (Option<u8>, &str) {
    let Some((line, rest)) = text.split_once('\n') else {
        return (None, text);
    };
    match line.trim_end().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if delimiter.is_ascii() => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

/// The one that parts most lines into the same number of cells.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let counts: Vec<usize> = lines(text).map(|line| count(line, delimiter)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let alike = |cells: usize| counts.iter().filter(|count| **count == cells).count();
        (1..=most).map(|cells| alike(cells) * cells).max().unwrap_or(0)
    };
    // Of two that do as well, the one that Germans' programs write.
    let mut best = (DELIMITERS[0], 0);
    for delimiter in DELIMITERS {
        let score = score(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT)
}

/// Outside of quotes.
fn count(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut found = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == delimiter && !quoted => found += 1,
            _ => {}
        }
    }
    found
}
