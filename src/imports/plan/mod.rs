//! From rows to what would be written, and to what has to be asked first. Pure, but for reading what the pool knows.

mod appointments;
mod changes;
mod institutions;
mod known;
mod row;
mod volunteers;

use super::{
    Kind,
    answers::{Answers, Doubts, Group},
    columns::Mapping,
    fields::Context,
    reading::{Cell, Row},
};
pub use appointments::Appointment;
pub use changes::{Change, Whom};
pub use institutions::{Institution, Target};
pub use known::Known;
use row::{Again, Reader};
pub use volunteers::Volunteer;

/// What would be written.
#[derive(Clone, Debug)]
pub enum Planned {
    Volunteers(Vec<Volunteer>),
    Institutions(Vec<Institution>),
    Appointments(Vec<Appointment>),
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub planned: Planned,
    /// What becomes different about people whom the pool knows.
    pub changes: Vec<Change>,
    pub doubts: Vec<Group>,
    /// Those that hold something.
    pub rows: usize,
    /// Rows that a person does not want, or that say what is known.
    pub left_out: usize,
    /// Of these: the pool has it already …
    pub known: usize,
    /// … or an earlier row says it.
    pub twice: usize,
}

/// `step` hears of each row.
pub fn plan(
    kind: Kind,
    rows: &[Row],
    mapping: &Mapping,
    (context, known, answers): (Context<'_>, &Known, &Answers),
    step: &mut dyn FnMut(),
) -> Plan {
    let mut doubts = Doubts::default();
    let mut left_out = 0;
    let (mut counted, mut known_rows, mut twice) = (0, 0, 0);
    let mut volunteers = volunteers::Volunteers::new(known);
    let mut institutions = institutions::Institutions::new(known);
    let mut appointments = appointments::Appointments::new(known);
    for row in rows {
        step();
        let filled = |column: usize| row.cells.get(column).is_some_and(|cell| !matches!(cell, Cell::Empty));
        // Sums and notes below the table stand in columns that nobody asked for.
        if !(0..mapping.0.len()).any(|column| mapping.0[column].is_some() && filled(column)) {
            continue;
        }
        counted += 1;
        let mut reader = Reader {
            kind,
            row,
            mapping,
            context,
            answers,
            asked: Vec::new(),
            left_out: false,
            again: None,
            open: false,
        };
        match kind {
            Kind::Volunteers => volunteers.take(&mut reader),
            Kind::Institutions => institutions.take(&mut reader),
            Kind::Appointments => appointments.take(&mut reader),
        }
        match reader.again {
            Some(Again::InPool) => known_rows += 1,
            Some(Again::InFile) => twice += 1,
            None => {}
        }
        // Of those whom the pool knows nobody new is made, whatever changes.
        let again = reader.again.is_some();
        left_out += usize::from(reader.end(&mut doubts) || again);
    }
    let (planned, changes) = match kind {
        Kind::Volunteers => (Planned::Volunteers(volunteers.planned), volunteers.changes),
        Kind::Institutions => {
            let (planned, changes) = institutions.planned();
            (Planned::Institutions(planned), changes)
        }
        Kind::Appointments => (Planned::Appointments(appointments.planned), Vec::new()),
    };
    Plan {
        planned,
        changes,
        doubts: doubts.joined(),
        rows: counted,
        left_out,
        known: known_rows,
        twice,
    }
}
