//! What an import would change about people whom the pool knows, and then what it has changed.

use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value, cells},
    imports::{
        ImportId,
        plan::{Change, Whom},
    },
    institutions::ContactId,
    people::PersonId,
    q, row,
    volunteers::VolunteerId,
};

/// So many are written by one statement.
const PART: usize = 1000;

row! {
    #[derive(Clone, Debug)]
    pub struct StoredChange {
        pub object_kind: String,
        pub object_id: Uuid,
        pub field: String,
        pub row_number: i64,
        pub old_value: Option<String>,
        pub new_value: String,
    }
}

row! {
    /// As people read it.
    #[derive(Clone, Debug)]
    pub struct NamedChange {
        pub object_id: Uuid,
        pub name: String,
        /// Of a contact.
        pub institution_id: Option<Uuid>,
        pub field: String,
        pub row_number: i64,
        pub old_value: Option<String>,
        pub new_value: String,
    }
}

impl Whom {
    fn code(self) -> &'static str {
        match self {
            Self::Volunteer(_) => "volunteer",
            Self::Contact(_) => "contact",
        }
    }

    fn id(self) -> Uuid {
        match self {
            Self::Volunteer(id) => id.0,
            Self::Contact(id) => id.0,
        }
    }
}

impl StoredChange {
    pub(in crate::imports) fn change(self) -> Change {
        Change {
            row: u32::try_from(self.row_number).unwrap_or(0),
            whom: match self.object_kind.as_str() {
                "contact" => Whom::Contact(ContactId(self.object_id)),
                _ => Whom::Volunteer(VolunteerId(self.object_id)),
            },
            field: self.field,
            old: self.old_value,
            new: self.new_value,
        }
    }
}

/// These and no others.
pub(in crate::imports) async fn set_changes<'a>(
    tx: &mut Tx,
    import: ImportId,
    changes: impl IntoIterator<Item = &'a Change>,
) -> Result<(), DbError> {
    clear_changes(tx, import).await?;
    let changes: Vec<&Change> = changes.into_iter().collect();
    for part in changes.chunks(PART) {
        let rows = part.iter().map(|one| {
            cells([
                one.whom.code().into(),
                one.whom.id().into(),
                (&one.field).into(),
                i64::from(one.row).into(),
                one.old.clone().into(),
                (&one.new).into(),
            ])
        });
        q!(
            "INSERT INTO import_change (import_id, object_kind, object_id, field, row_number, old_value, new_value)
             SELECT $2, r.value ->> 0, ID_OF(r.value ->> 1), r.value ->> 2, CAST(r.value ->> 3 AS BIGINT),
                    r.value ->> 4, r.value ->> 5
             FROM ROWS($1) AS r",
            Value::rows(rows.collect()),
            import
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

pub(in crate::imports) async fn clear_changes(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    q!("DELETE FROM import_change WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

pub(in crate::imports) async fn changes(tx: &mut Tx, import: ImportId) -> Result<Vec<Change>, DbError> {
    let rows = q!(
        "SELECT object_kind, object_id, field, row_number, old_value, new_value FROM import_change
         WHERE import_id = $1 ORDER BY row_number, object_id, field",
        import
    )
    .all::<StoredChange>(tx)
    .await?;
    Ok(rows.into_iter().map(StoredChange::change).collect())
}

/// How many people, and how many of their values.
pub async fn count_changes(tx: &mut Tx, import: ImportId) -> Result<(i64, i64), DbError> {
    q!(
        "SELECT COUNT(DISTINCT object_id) AS people, COUNT(*) AS fields FROM import_change WHERE import_id = $1",
        import
    )
    .one::<(i64, i64)>(tx)
    .await
}

/// Those of the rows after one, in their order: `most` values, and one more where there are more.
pub async fn changes_after(tx: &mut Tx, import: ImportId, row: i64, most: i64) -> Result<Vec<NamedChange>, DbError> {
    q!(
        "SELECT x.object_id, p.name, c.institution_id, x.field, x.row_number, x.old_value, x.new_value
         FROM import_change x
         LEFT JOIN volunteer v ON v.id = x.object_id
         LEFT JOIN contact c ON c.id = x.object_id
         JOIN person p ON p.id = COALESCE(v.person_id, c.person_id)
         WHERE x.import_id = $1 AND x.row_number > $2
         ORDER BY x.row_number, x.object_id, x.field LIMIT $3",
        import,
        row,
        most + 1
    )
    .all(tx)
    .await
}

/// Somebody is erased: what was known about them before goes, too.
pub async fn forget_changes_of(tx: &mut Tx, person: PersonId) -> Result<u64, DbError> {
    q!(
        "DELETE FROM import_change WHERE object_id IN (SELECT id FROM volunteer WHERE person_id = $1
           UNION ALL SELECT id FROM contact WHERE person_id = $1)",
        person
    )
    .execute(tx)
    .await
}
