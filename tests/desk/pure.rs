//! Pages and what was typed, without a database.

use sprachpool::{
    database::paging::{Position, cut, followed},
    search::{Reference, Wish},
};

#[test]
fn pages_of_a_whole_list_meet_without_a_gap() {
    let page = |at: Position<u8>| cut((1..=7).collect(), &at, 3, |row| *row, |a, b| a < b);
    let first = page(Position::Start);
    assert_eq!((first.rows, first.next, first.previous), (vec![1, 2, 3], Some(3), None));
    let second = page(Position::After(3));
    assert_eq!(
        (second.rows, second.next, second.previous),
        (vec![4, 5, 6], Some(6), Some(4))
    );
    let last = page(Position::After(6));
    assert_eq!((last.rows, last.next, last.previous), (vec![7], None, Some(7)));
    let back = page(Position::Before(7));
    assert_eq!((back.rows, back.next, back.previous), (vec![4, 5, 6], Some(6), Some(4)));
    // Near the beginning the page is filled up.
    assert_eq!(page(Position::Before(2)).rows, [1, 2, 3]);
}

#[test]
fn rows_read_backwards_stand_in_their_order() {
    let back = followed(vec![6, 5, 4, 3], &Position::Before(7), 3, |row| *row, None);
    assert_eq!((back.rows, back.next, back.previous), (vec![4, 5, 6], Some(6), Some(4)));
    let first = followed(vec![2, 1], &Position::Before(3), 3, |row| *row, None);
    assert_eq!((first.rows, first.previous), (vec![1, 2], None));
    let tired = followed(vec![4], &Position::Start, 3, |row| *row, Some(90));
    assert_eq!((tired.rows, tired.next), (vec![4], Some(90)));
}

#[test]
fn references_are_known_with_and_without_their_beginning() {
    let read = |typed: &str| Wish::read(typed).reference;
    let number = |text: &str| Some(Reference::Number(text.to_owned()));
    let beginning = |text: &str| Some(Reference::Beginning(text.to_owned()));
    assert_eq!(read("42"), number("42"));
    assert_eq!(read(" 0042 "), number("42"));
    assert_eq!(read("2027-0042"), beginning("2027-0042"));
    assert_eq!(read("SP-2027-0042"), beginning("sp-2027-0042"));
    assert_eq!(read("sp 2027 0042"), beginning("sp-2027-0042"));
    assert_eq!(read("Parkweg 4"), beginning("parkweg-4"));
    assert_eq!(read("Amina"), None);
    assert_eq!(read("000"), None);
}

#[test]
fn nothing_typed_is_nothing_wished() {
    for typed in ["", "  ", "-", "'", "\u{0}"] {
        assert!(Wish::read(typed).is_empty(), "{typed:?}");
    }
}
