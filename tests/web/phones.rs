//! One way from a number as people write it to what a phone dials.

use sprachpool::phone::{bare, link};

#[test]
fn a_number_becomes_a_link_with_the_country_in_front() {
    for (written, dialled) in [
        ("0251 555 0142", "tel:+492515550142"),
        ("(0251) 555-0142", "tel:+492515550142"),
        ("0251/555 01 42", "tel:+492515550142"),
        ("+49 251 555 0142", "tel:+492515550142"),
        ("+49 (0)251 555 0142", "tel:+492515550142"),
        ("0049 251 555 0142", "tel:+492515550142"),
        (" +31 20 555 0142", "tel:+31205550142"),
        ("115", "tel:115"),
        ("555 0142", "tel:5550142"),
    ] {
        assert_eq!(link(written), dialled, "{written}");
    }
}

#[test]
fn one_number_is_found_however_it_is_written() {
    for written in [
        "0251 555 0142",
        "+49 (0)251 5550142",
        "0049 251/5550142",
        "251 555 0142",
    ] {
        assert_eq!(bare(written), "2515550142", "{written}");
    }
    // Two zeros in the middle are no country.
    assert_eq!(bare("0251 0049"), "2510049");
    for nothing in ["", "Kita Sonnenblume", "0", "+49"] {
        assert_eq!(bare(nothing), "", "{nothing}");
    }
}
