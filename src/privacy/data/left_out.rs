/// Personal columns that the download leaves out, and why: `table.column`, or `table.*`.
pub const LEFT_OUT: &[(&str, &str)] = &[
    (
        "rate_limit.*",
        "a hash that cannot be traced back to anybody; gone after a day",
    ),
    (
        "speaker.*",
        "a copy of volunteer and volunteer_language, kept by triggers",
    ),
    (
        "import.*",
        "tables that the desk brought in; what came of them is told with the person",
    ),
    (
        "import_doubt.*",
        "cells of such a table, gone when it is written or thrown away",
    ),
    (
        "import_item.*",
        "which rows an import has made, so that it can be undone",
    ),
    (
        "import_change.*",
        "what such a table has changed, so that it can be undone; what counts now is told with the person",
    ),
    ("slip.created_by", "a slip is about an appointment; the request is told"),
    (
        "slip_wording.recorded_by",
        "words of the pool's slips; who wrote them is in audit",
    ),
    ("search_word.*", "a copy of names and addresses, kept by triggers"),
    (
        "institution.trusted_by",
        "about an institution; who trusted it is in audit",
    ),
    ("ban.*", "an institution's confidence: it is told to neither side"),
    ("qualification.seen_by", "which coordinator: another person"),
    ("qualification.revoked_by", "which coordinator: another person"),
    ("assignment.assigned_by", "which coordinator: another person"),
    ("task.done_by", "which coordinator: another person"),
    (
        "pool_rule.*",
        "the rules stand on the pages; who recorded one is in audit",
    ),
    (
        "erasure.*",
        "about somebody who is nobody any more; who started it is in audit",
    ),
    ("person.erased_at", "empty for everybody who can ask"),
];
