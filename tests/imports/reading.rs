//! Encodings, delimiters, titles above the header.

mod text {
    use sprachpool::imports::reading::{Cell, Row, read};

    fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let mut sheets = read(bytes).expect("it is a table");
        let shown = |row: Row| (row.number, row.cells.iter().map(Cell::shown).collect());
        sheets.remove(0).rows.into_iter().map(shown).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_cells() {
        let text = "Name;Sprache\r\nÖzgür;Türkisch\r\n";
        let expected = vec![
            (1, vec!["Name".to_owned(), "Sprache".to_owned()]),
            (2, vec!["Özgür".to_owned(), "Türkisch".to_owned()]),
        ];
        let utf16 = |bom: bool, little: bool| {
            let mut bytes: Vec<u8> = Vec::new();
            let units = bom.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
            for unit in units {
                bytes.extend(if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
            }
            bytes
        };
        let latin: Vec<u8> = text.chars().map(|c| u32::from(c) as u8).collect();
        let with_mark = format!("\u{feff}{text}").into_bytes();
        let all = [
            text.as_bytes().to_vec(),
            with_mark,
            latin,
            utf16(true, true),
            utf16(true, false),
            utf16(false, true),
        ];
        for bytes in all {
            assert_eq!(cells(&bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn the_delimiter_is_found_and_rows_keep_their_numbers() {
        for delimiter in [";", ",", "\t"] {
            let text = format!("Titel\n\nName{delimiter}Ort\n\"A\nB\"{delimiter}\"x,y;z\"\nC{delimiter}D\n");
            let found = cells(text.as_bytes());
            let numbers: Vec<u32> = found.iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers, [1, 3, 4, 5], "{delimiter:?}: {found:?}");
            assert_eq!(found[2].1[1], "x,y;z");
        }
        assert_eq!(cells(b"sep=|\na|b\n")[0], (2, vec!["a".to_owned(), "b".to_owned()]));
    }
}

mod header {
    use sprachpool::imports::reading::{Cell, Row, Sheet, table};

    fn sheet(lines: &[&[&str]]) -> Sheet {
        let row = |(at, cells): (usize, &&[&str])| Row {
            number: at as u32 + 1,
            cells: cells.iter().map(|text| Cell::text(text)).collect(),
        };
        Sheet {
            name: String::new(),
            rows: lines.iter().enumerate().map(row).collect(),
        }
    }

    #[test]
    fn titles_are_no_header_and_alike_ones_are_told_apart() {
        let sheet = sheet(&[
            &["Sprachpool, Stand März", "", ""],
            &["", "vertraulich"],
            &["Name", "Telefon", "Telefon", ""],
            &["Amina", "1", "2", "3"],
        ]);
        let table = table(&sheet, &|text| ["Name", "Telefon"].contains(&text));
        assert_eq!(table.headers, ["Name", "Telefon", "Telefon (2)", ""]);
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.rows[0].number, 4);
    }

    #[test]
    fn without_a_known_word_the_fullest_row_of_texts_counts() {
        let sheet = sheet(&[&["Liste"], &["Wer", "Was", "Wo"], &["x", "y", "z"]]);
        assert_eq!(table(&sheet, &|_| false).headers, ["Wer", "Was", "Wo"]);
    }
}

mod words {
    use sprachpool::imports::{
        Kind,
        words::{code, field},
    };

    #[test]
    fn words_are_recognised_however_they_are_written() {
        assert_eq!(code("gender", " WEIBLICH "), Some("female"));
        assert_eq!(code("gender", "maennlich"), Some("male"));
        assert_eq!(code("level", "fliessend"), Some("C1"));
        assert_eq!(code("level", "etwas"), None);
        assert_eq!(field(Kind::Volunteers, "E-MAIL"), Some("email"));
        assert_eq!(field(Kind::Volunteers, "Telefon (privat)"), Some("phone"));
        assert_eq!(field(Kind::Institutions, "Strasse"), Some("street"));
        assert_eq!(field(Kind::Volunteers, "Lieblingsfarbe"), None);
    }
}
