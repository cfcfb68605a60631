//! XLSX with real dates, times and numbers.

use chrono::{NaiveDate, NaiveTime, Timelike};
use rust_xlsxwriter::{Format, Workbook};

pub use rust_xlsxwriter::XlsxError;

use super::{Table, Value};

pub(super) fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("hh:mm");
    for table in tables {
        let sheet = book.add_worksheet();
        // No sheet's name may hold these.
        sheet.set_name(table.name.replace(['*', '?', ':', '/', '\\', '[', ']'], "·"))?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, name) in (0_u16..).zip(&table.heads) {
            sheet.set_column_width(column, 18)?;
            sheet.write_string_with_format(0, column, name, &head)?;
        }
        for (number, row) in (1_u32..).zip(&table.rows) {
            for (column, value) in (0_u16..).zip(row) {
                match value {
                    Value::Nothing => {}
                    // Never a formula, whatever it begins with.
                    Value::Text(text) => drop(sheet.write_string(number, column, text)?),
                    Value::Number(count) => drop(sheet.write_number(number, column, *count as f64)?),
                    Value::Day(date) => drop(sheet.write_number_with_format(number, column, days(*date), &day)?),
                    Value::Time(at) => drop(sheet.write_number_with_format(number, column, part_of_day(*at), &time)?),
                }
            }
        }
    }
    book.save_to_buffer()
}

/// As Excel counts days.
fn days(date: NaiveDate) -> f64 {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    (date - first).num_days() as f64
}

fn part_of_day(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 86_400.0
}
