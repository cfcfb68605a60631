# Tables of office programs: bringing data in.
imports-title = Bring data in
imports-link = Bring in data from a table
imports-lead = Bring your tables along. We check each row first. Nothing is written before you agree. Nobody gets a mail.
imports-kind = What is in the table?
imports-kind-volunteers = Volunteers
imports-kind-institutions = Institutions
imports-kind-appointments = Past appointments
imports-kind-hint-volunteers = With languages, times and qualifications.
imports-kind-hint-institutions = With sites and contacts.
imports-kind-hint-appointments = For your figures. Bring in people and institutions first.
imports-file = File
imports-file-hint = CSV or Excel (XLSX), 10 MB at most. Unless you confirm it, we delete it after 7 days.
imports-upload = Check the file
imports-before = Earlier imports
imports-none = None yet. Choose your first file above.
imports-when = Uploaded
imports-state = State
imports-state-uploaded = Choose columns
imports-state-checking = Being checked
imports-state-checked = Not brought in yet
imports-state-running = Being written
imports-state-done = Brought in
imports-state-undoing = Being undone
imports-state-undone = Undone
imports-state-failed = Failed
imports-state-ended = Thrown away

# What is wrong with a file
imports-problem-kind = Please choose what is in the table.
imports-problem-file = Please choose a file.
imports-problem-empty = The file is empty.
imports-problem-too_large = The file is larger than 10 MB. Please divide the table.
imports-problem-not_a_spreadsheet = This is no table. Please save it as CSV or XLSX.
imports-problem-other_format = We do not read this format. Please save the table as XLSX or CSV.
imports-problem-encrypted = The file has a password. Please save it without one.
imports-problem-broken = The file is damaged. Please save it once more.
imports-problem-too_much = The file is small when packed, but far too large when unpacked.
imports-problem-too_many_cells = The table has more than 100,000 rows or 200 columns. Please divide it.
imports-problem-gave_up = It did not work several times. Please upload the file again.
imports-problem-columns-missing = These are still missing: { $fields }.
imports-problem-columns-twice = Only one column can be this: { $fields }.
imports-problem-answer = This answer does not fit the question.
imports-problem-open = Some questions are still open.
imports-problem-in-use = This is no longer possible: some of it is in use.
imports-problem-undo-gave-up = This did not work several times. Please try again later.

# Columns
imports-columns-title = Columns: { $kind }
imports-columns-lead = Say what is in each column. We remember it for the next table.
imports-row-count = { $count ->
    [one] one row
   *[other] { $count } rows
}
imports-sheet = Sheet
imports-sheet-show = Change the sheet
imports-column-without = Column { $number } without a heading
imports-column-empty = This column is empty.
imports-column-left-out = Do not bring in
imports-check = Check the rows
imports-throw-away = Throw away

# One import
imports-one-title = Import: { $kind }
imports-checking = The rows are being checked
imports-running = The rows are being written
imports-undoing = The import is being undone
imports-progress = { $percent } percent
imports-progress-waiting = It begins in a moment.
imports-progress-text = You can close this page. The work goes on.
imports-progress-again = Load the state again
imports-open = { $count ->
    [one] One question is open
   *[other] { $count } questions are open
}
imports-open-text = You answer equal questions only once. Then you can agree.
imports-answer = Answer the questions
imports-proposals = Take all proposals
imports-field = Field
imports-doubt = Question
imports-how-many = How often
imports-omission = Faster
imports-sort-count = { $doubts ->
    [one] one question
   *[other] { $doubts } questions
} in { $rows ->
    [one] one row
   *[other] { $rows } rows
}
imports-leave-out-all = Leave these rows out
imports-all-answered = This will be brought in
imports-ready = { $count ->
    [one] One row has been read.
   *[other] { $count } rows have been read.
}
imports-no-mails = Nobody gets a mail by this.
imports-will-new-volunteers = { $count ->
    [0] Nobody is new.
    [one] One volunteer is new.
   *[other] { $count } volunteers are new.
}
imports-will-new-institutions = { $count ->
    [0] No institution is new.
    [one] One institution is new
   *[other] { $count } institutions are new
}{ $count ->
    [0] {""}
   *[other] , with { $sites ->
        [one] one site
       *[other] { $sites } sites
    } and { $contacts ->
        [0] no contact
        [one] one contact
       *[other] { $contacts } contacts
    }.
}
imports-will-new-appointments = { $count ->
    [0] No appointment is new.
    [one] One past appointment is new.
   *[other] { $count } past appointments are new.
}
imports-will-known-volunteers = { $count ->
    [one] One person is in the pool already and stays as they are.
   *[other] { $count } are in the pool already and stay as they are.
}
imports-will-known-institutions = { $count ->
    [one] One institution is in the pool already.
   *[other] { $count } institutions are in the pool already.
}
imports-will-known-appointments = { $count ->
    [one] One appointment is in the pool already and stays as it is.
   *[other] { $count } appointments are in the pool already and stay as they are.
}
imports-will-twice = { $count ->
    [one] One row stands in the table twice and counts once.
   *[other] { $count } rows stand in the table twice and count once.
}
imports-will-leave = { $count ->
    [one] One row is left out.
   *[other] { $count } rows are left out.
}
imports-confirm = Bring in now
imports-see-answers = See all answers
imports-change-columns = Change the columns
imports-done-title = This was brought in
imports-done-at = Brought in
imports-undone-at = Undone
imports-count-rows = Rows read
imports-count-volunteers = Volunteers
imports-count-institutions = Institutions
imports-count-sites = Sites
imports-count-contacts = Contacts
imports-count-appointments = Past appointments
imports-count-known = In the pool already
imports-count-twice = Rows that stand twice
imports-count-left_out = Rows left out
imports-undo-title = Undo
imports-undo-text = Everything from this file goes again. Then you can begin anew.
imports-undo = Undo the import
imports-undo-blocked = This is no longer possible. This stands in the way:
imports-blocked-volunteers = { $count ->
    [one] One person has offers, appointments or mails by now.
   *[other] { $count } people have offers, appointments or mails by now.
}
imports-blocked-institutions = { $count ->
    [one] One institution or contact is in use by now.
   *[other] { $count } institutions or contacts are in use by now.
}
imports-blocked-requests = { $count ->
    [one] Something hangs on one appointment by now.
   *[other] Something hangs on { $count } appointments by now.
}
imports-failed-title = This did not work
imports-undone-text = This import was undone.
imports-ended-text = This import was thrown away. The file is deleted.

# Doubts
imports-doubts-title = Questions about the table
imports-doubts-none = Nothing is open here any more.
imports-go-on = Go on to the import
imports-rows = { $count ->
    [one] Row { $rows }
   *[other] Rows { $rows }
}
imports-rows-more = Rows { $rows } and { $more } more
imports-proposal = Proposal:
imports-answer-empty = Bring in without this
imports-answer-leave_out = Leave the row out
imports-answer-typed = Or write it right
imports-answer-empty-language = Bring in without this language
imports-answer-listed = Or choose from the list
imports-answer-choose = Please choose
imports-answer-same-volunteers = Yes, the same person. Do not enter them anew.
imports-answer-same-institutions = Yes. Add sites and people that are missing.
imports-answer-same-appointments = Yes, the same appointment. Leave the row out.
imports-answer-different-volunteers = No, another person. Enter them.
imports-answer-different-institutions = No, another institution. Enter it.
imports-answer-different-appointments = No, another appointment. Enter it.
imports-cell-earlier = { $text } (also in row { $row })
imports-answers-save = Save the answers
imports-doubts-next = Next questions
imports-doubt-missing = Something is missing here.
imports-doubt-unknown = We do not know this.
imports-doubt-ambiguous = This can mean several things. Which one?
imports-doubt-lost_zero = The zero in front seems to be missing.
imports-doubt-serial = This is a number. Is this day or time meant?
imports-doubt-day_or_month = Which is the day, which the month?
imports-doubt-out_of_range = This cannot be right.
imports-doubt-error_cell = There is an error in this cell.
imports-doubt-formula = There is a formula as text here.
imports-doubt-too_long = This is too long.
imports-doubt-misleading = There are invisible characters here.
imports-doubt-same_in_file = This stands further up in the table. Is it the same?
imports-doubt-same_in_pool = The pool has this already. Is it the same?
imports-doubt-shared_address = Somebody else has this address. Is it the same person?
imports-doubt-overlap = This person has another appointment at that time.
imports-doubt-not_past = The appointment is not over yet.
imports-doubt-no_contact = This institution has no contact or no site yet.

# What a cell or an answer should have been
imports-wrong-name = This is not a name.
imports-wrong-email = This is not an email address.
imports-wrong-phone = This is not a phone number.
imports-wrong-day = There is no such day.
imports-wrong-year = This is not a year of birth.
imports-wrong-time = This is not a time of day.
imports-wrong-postcode = This is not a postcode.
imports-wrong-number = This is not a number.
imports-wrong-week = We cannot read these times. An example: Mo-Fr 9-12.
imports-wrong-days = We cannot read these days. An example: 1.8.2027-14.8.2027.
imports-wrong-language = We do not know this language.
imports-wrong-district = We do not know this district.
imports-wrong-institution = This institution is not in the pool.
imports-wrong-volunteer = This person is not in the pool.
imports-wrong-shown = We need a day here. An example: 1.3.2027.

# Fields: an import knows these headings again.
imports-field-name = Name
imports-field-first_name = First name
imports-field-last_name = Last name
imports-field-email = Email address
imports-field-phone = Phone
imports-field-phone_consent = Phone may be passed on
imports-field-locale = Language of mails
imports-field-gender = Gender
imports-field-birth_year = Year of birth
imports-field-languages = Languages
imports-field-language_level = Level of the languages
imports-field-german = Level of German
imports-field-home_district = Lives in
imports-field-districts = Districts
imports-field-sectors = Sectors
imports-field-modes = Modes
imports-field-travel_minutes = Travel minutes
imports-field-weekly_cap = Assignments a week
imports-field-offer_cap = Offers a week
imports-field-availability = Times
imports-field-absences = Absences
imports-field-state = State
imports-field-institution = Institution
imports-field-institution_kind = Run by
imports-field-sector = Sector
imports-field-institution_state = State
imports-field-site = Site
imports-field-address = Address
imports-field-street = Street
imports-field-postcode = Postcode
imports-field-city = City
imports-field-district = District
imports-field-contact = Contact
imports-field-reference = Reference
imports-field-date = Date
imports-field-start = From
imports-field-end = Until
imports-field-minutes = Minutes
imports-field-language = Language
imports-field-occasion = Occasion
imports-field-mode = Mode
imports-field-volunteer = Volunteer
imports-field-volunteer_email = Volunteer email
imports-field-outcome = Outcome
imports-field-real_start = Real start
imports-field-real_end = Real end
imports-field-filed_on = Filed on
imports-field-row = Known already?
imports-field-places = Places
imports-field-filled = Filled
imports-field-cancelled = Cancelled

# Tables of office programs: taking data out.
exports-title = Take data out
exports-link = Take data out as a table
exports-lead = Everything in the pool, as a table. We can read it again later.
exports-what = What do you need?
exports-what-volunteers = Volunteers
exports-what-hint-volunteers = With languages, times and qualifications.
exports-what-institutions = Institutions
exports-what-hint-institutions = With sites and contacts.
exports-what-requests = Requests
exports-what-hint-requests = What was asked for and how many places are filled.
exports-what-appointments = Appointments
exports-what-hint-appointments = Who was where and when, and what came of it.
exports-what-all = Everything
exports-what-hint-all = Four tables in one file.
exports-file-volunteers = volunteers
exports-file-institutions = institutions
exports-file-requests = requests
exports-file-appointments = appointments
exports-file-all = sprachpool
exports-format = As which file?
exports-format-csv = CSV
exports-format-hint-csv = For every spreadsheet program.
exports-format-xlsx = Excel (XLSX)
exports-format-hint-xlsx = With real days, times and numbers.
exports-problem-what = Please choose what you need.
exports-problem-format = Please choose the kind of file.
exports-written-down = We write down who has taken what and when. Please protect the file.
exports-take = Load the file

# Words in the cells: an import knows them again.
exports-yes-yes = yes
exports-yes-no = no
exports-gender-female = female
exports-gender-male = male
exports-gender-diverse = diverse
exports-mode-on_site = in person
exports-mode-phone = by phone
exports-mode-video = by video
exports-volunteer-state-active = active
exports-volunteer-state-paused = paused
exports-volunteer-state-retired = left
exports-institution-state-pending = waiting
exports-institution-state-approved = approved
exports-institution-state-paused = paused
exports-institution-state-retired = closed
exports-locale-de = German
exports-locale-en = English
exports-outcome-held = held
exports-outcome-client_absent = client absent
exports-outcome-not_held = not held
exports-outcome-cancelled = cancelled
exports-outcome-unfilled = unfilled
exports-shown-seen = seen
exports-shown-issued = issued
exports-shown-until = until
exports-shown-unlimited = unlimited
exports-weekday-1 = Mon
exports-weekday-2 = Tue
exports-weekday-3 = Wed
exports-weekday-4 = Thu
exports-weekday-5 = Fri
exports-weekday-6 = Sat
exports-weekday-7 = Sun
exports-native = native

# The audit trail
trail-kind-import = Import
trail-kind-export = Table
trail-import_uploaded = Table uploaded
trail-import_confirmed = Import confirmed
trail-import_thrown_away = Import thrown away
trail-import_written = Table brought in
trail-import_undone = Import undone
trail-import_undo_asked = Undoing confirmed
trail-request_imported = Past appointment brought in from a table
trail-export_made = Table taken out

more-imports = Bring whole tables into the pool.
more-exports = Load everything in the pool as a table.
