//! Files that are none, or mean harm: a clear message and nothing else.

use std::io::{Cursor, Write};

use axum::http::StatusCode;
use sprachpool::imports::{self, reading::ReadError};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::bytes;
use crate::support::{
    databases::{ENGINES, Fresh},
    scene::CORA,
    site::Site,
};

const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";

/// Some ten thousandfold of its size when unpacked.
fn bomb() -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    archive.start_file("xl/workbook.xml", options).expect("it begins");
    archive.write_all(BOOK.as_bytes()).expect("it is written");
    archive.start_file("xl/sharedStrings.xml", options).expect("it begins");
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..70 {
        archive.write_all(&zeros).expect("it is written");
    }
    archive.finish().expect("it ends").into_inner()
}

fn archive(name: &str, text: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file(name, SimpleFileOptions::default())
        .expect("it begins");
    archive.write_all(text.as_bytes()).expect("it is written");
    archive.finish().expect("it ends").into_inner()
}

fn files() -> Vec<(&'static str, Vec<u8>, ReadError, &'static str)> {
    let mut cut = bytes("volunteers_twice.xlsx");
    cut.truncate(cut.len() / 2);
    let wide = format!("{}\n", "a;".repeat(300));
    let long = "a;b\n".repeat(100_002);
    vec![
        ("empty", Vec::new(), ReadError::Empty, "Die Datei ist leer."),
        ("blank", b" \n\r\n ".to_vec(), ReadError::Empty, "Die Datei ist leer."),
        (
            "picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".to_vec(),
            ReadError::NotASpreadsheet,
            "keine Tabelle",
        ),
        (
            "page",
            b"<html><table><tr><td>Name</table>".to_vec(),
            ReadError::NotASpreadsheet,
            "keine Tabelle",
        ),
        (
            "pdf",
            b"%PDF-1.7\n1 0 obj".to_vec(),
            ReadError::NotASpreadsheet,
            "keine Tabelle",
        ),
        (
            "zip",
            archive("readme.txt", "hello"),
            ReadError::NotASpreadsheet,
            "keine Tabelle",
        ),
        ("cut", cut, ReadError::Broken, "beschädigt"),
        (
            "no book",
            archive("xl/workbook.xml", "<broken"),
            ReadError::Broken,
            "beschädigt",
        ),
        ("bomb", bomb(), ReadError::TooMuch, "viel zu groß"),
        ("wide", wide.into_bytes(), ReadError::TooManyCells, "200 Spalten"),
        ("long", long.into_bytes(), ReadError::TooManyCells, "200 Spalten"),
        ("locked", bytes("encrypted.xlsx"), ReadError::Encrypted, "Passwort"),
        ("old", bytes("old.xls"), ReadError::OtherFormat, "Dieses Format"),
        (
            "ods",
            bytes("open_document.ods"),
            ReadError::OtherFormat,
            "Dieses Format",
        ),
    ]
}

#[test]
fn each_has_its_own_error() {
    for (name, bytes, expected, _) in files() {
        assert!(bytes.len() < 2_000_000, "{name}: small in itself");
        assert_eq!(imports::open(&bytes).map(|_| ()), Err(expected), "{name}");
    }
}

#[tokio::test]
async fn each_is_said_on_the_page() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let post = "/desk/imports/files";
        for (name, bytes, _, said) in files() {
            let answer = cora.upload(post, &[("kind", "volunteers")], name, &bytes).await;
            let answer = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(said), "{name}: {}", answer.body);
        }
        let large = vec![b'a'; 11 * 1024 * 1024];
        let answer = cora.upload(post, &[("kind", "volunteers")], "large.csv", &large).await;
        let answer = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("größer als 10 MB"), "{}", answer.body);
        let nothing = cora
            .upload(post, &[], "", b"")
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            nothing.body.contains("Bitte wählen Sie eine Datei."),
            "{}",
            nothing.body
        );
        assert!(nothing.body.contains("Bitte wählen Sie, was in der Tabelle steht."));
        // No other route takes more than a form may have.
        let elsewhere = cora.post("/desk/team", &[("name", &"a".repeat(100_000))]).await;
        elsewhere.expect(StatusCode::PAYLOAD_TOO_LARGE);
        let wrong = cora.post(post, &[("kind", "volunteers")]).await;
        wrong.expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let none = cora.get("/desk/imports").await.expect(StatusCode::OK);
        assert!(none.body.contains("Noch keine."), "nothing was kept");
    }
}

#[tokio::test]
async fn a_single_cell_at_the_far_corner_costs_nothing() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Name").expect("it is written");
    sheet.write_string(1_048_575, 10, "far").expect("it is written");
    let bytes = book.save_to_buffer().expect("it is written");
    let opened = imports::open(&bytes).expect("two rows");
    assert_eq!(opened.sheets[0].rows.len(), 2);
    assert_eq!(opened.sheets[0].rows[1].number, 1_048_576);
}
