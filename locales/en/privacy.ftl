# Own data, erasure, reports, deadlines.

privacy-nobody = erased person
privacy-links = Privacy
privacy-data-link = All data about this person
privacy-report-link = Report about the erasure
volunteer-return = Take back in
volunteer-return-text = Offers can come again then. The person gets a mail.

data-title = My data
data-title-of = Data about { $name }
data-lead = This is all that the pool knows about you. The file has every row. Numbers and values that only the program reads stand there alone.
data-lead-of = This is all that the pool knows about this person. The file has every row. Numbers and values that only the program reads stand there alone.
data-download = Download as a file
data-left-out = What would tell about other people is not here.
data-more = { $count ->
    [one] One older row is in the file.
   *[other] { $count } older rows are in the file.
}

data-table-person = Person
data-table-address = Mail addresses
data-table-person_address = Whose addresses
data-table-coordinator = Role in the team
data-table-contact = Contact of an institution
data-table-second_factor = Second factor
data-table-sign_in = Sign-ins
data-table-session = Sessions
data-table-volunteer = Details as a volunteer
data-table-volunteer_language = Languages
data-table-language_wish = Languages wished for
data-table-volunteer_district = Districts
data-table-volunteer_sector = Fields
data-table-availability = Free times
data-table-absence = Absences
data-table-qualification = Qualifications
data-table-refusal = What you do not want
data-table-forecast_volunteer = Forecast of a yes
data-table-request_draft = Drafts
data-table-request = Requests
data-table-check_question = Questions before the search
data-table-offer = Offers
data-table-assignment = Assignments
data-table-proof = What counts of assignments
data-table-proof_version = Your reports
data-table-link = Links in mails
data-table-outbox = Mails to you
data-table-inbound_mail = Mails from you
data-table-task = Tasks for the team
data-table-audit = Trail

data-column-name = Name
data-column-name_sort = Name for sorting
data-column-locale = Language of mails
data-column-created_at = Made
data-column-ended_at = Ended
data-column-email = Mail
data-column-email_key = Mail for comparing
data-column-bounced_at = Mail came back
data-column-active = Still counts
data-column-phone = Phone
data-column-phone_consent = Pass on the number
data-column-confirmed_at = Confirmed
data-column-expires_at = Expires
data-column-proved_at = Proved
data-column-used_at = Used
data-column-revoked_at = Taken back
data-column-network = Network
data-column-second_factor_at = Second factor shown
data-column-state = State
data-column-paused_until = Paused until
data-column-gender = Gender
data-column-birth_year = Year of birth
data-column-home_district = District of the home
data-column-german_level = German
data-column-on_site = On site
data-column-by_phone = By phone
data-column-by_video = By video
data-column-max_travel_minutes = Way in minutes
data-column-weekly_cap = Assignments in a week
data-column-offer_cap = Offers in 7 days
data-column-retired_at = Stopped
data-column-language = Language
data-column-level = Level
data-column-wished_at = Wished
data-column-district = District
data-column-sector = Field
data-column-weekday = Weekday
data-column-from_time = From
data-column-until_time = Until
data-column-from_date = From
data-column-until_date = Until
data-column-kind = Kind
data-column-seen_on = Seen
data-column-issued_on = Issued
data-column-valid_until = Valid until
data-column-recorded_at = Recorded
data-column-occasion = Occasion
data-column-offers = Offers
data-column-yes = Yes
data-column-no = No
data-column-updated_at = Changed
data-column-fields = Details
data-column-reference = Reference
data-column-filed_at = Filed
data-column-urgent_reason = Why it is urgent
data-column-meeting_point = Meeting point
data-column-remarks = Remarks
data-column-cancel_reason = Reason of the cancellation
data-column-closed_note = Note on closing
data-column-policy_reason = Reason of the other search
data-column-sent_at = Sent
data-column-answered_at = Answered
data-column-rank = Points
data-column-willing_at = Willing
data-column-known_to_me = Family known
data-column-starts_at = Begin
data-column-ends_at = End
data-column-accepted_at = Accepted
data-column-ended_how = How ended
data-column-override_reason = Why all the same
data-column-started_at = Begin
data-column-side = Side
data-column-outcome = Outcome
data-column-travel_minutes = Way in minutes
data-column-note = Note
data-column-purpose = Purpose
data-column-dropped_at = Not sent
data-column-sender = Sender
data-column-subject = Subject
data-column-body = Text
data-column-received_at = Received
data-column-done_at = Done
data-column-at = Time
data-column-actor = Who
data-column-action = What
data-column-object_kind = On what
data-column-question = Question
data-column-answer = Answer
data-column-asked_at = Asked
data-column-check_referral = Referral
data-column-params = Details
data-refusal-institution = Institution
data-refusal-occasion = Occasion
data-offer-queued = Being sent
data-offer-sent = Sent, still open
data-offer-accepted = Accepted
data-offer-declined = Declined
data-offer-expired = Ended without an answer
data-offer-closed = Ended: no longer needed
data-offer-bounced = The mail came back
data-ended-given_back = Given back
data-ended-cancelled = Cancelled
data-link-offer = See and answer an offer
data-link-assignment = See an assignment
data-link-pause = Pause and wishes
data-link-proof = Say how it was
data-link-slip = Slip for the family
data-link-sign_in = Sign in
data-link-calendar = Subscribe to the calendar
data-actor-person = Somebody who was signed in
data-actor-link = By a link in a mail
data-actor-service = The service
data-actor-command = By the command line

erasure-link = Erase this person
erasure-title = Erase { $name }
erasure-lead = The person becomes nameless everywhere. This cannot be taken back.
erasure-first = This has to end first
erasure-blocker-coordinator = The person still belongs to the team.
erasure-blocker-contact = The person still files requests for an institution.
erasure-blocker-volunteer = The person is still a volunteer.
erasure-blocker-assignment = An assignment is still to come.
erasure-blocker-proof = Of an assignment it is still open what happened.
erasure-blocker-request = A request is still running.
erasure-blocker-task = A task about this person is still open.
erasure-blocked = Meanwhile something is open. Please end it first.
erasure-goes = What is erased
erasure-goes-person = Name, addresses, phone, languages, times, wishes and qualifications.
erasure-goes-texts = Texts that the person wrote, and notes about them.
erasure-goes-mails = Mails, links, sign-ins and sessions.
erasure-stays = What stays
erasure-stays-counts = Assignments and requests still count, without a name.
erasure-stays-trail = The trail stays. It names numbers only, and they lead to nobody.
erasure-stays-backups = Backups hold the person for 30 days at most.
erasure-data-first = First look at all data
erasure-sure = Are you sure?
erasure-yes = Yes, erase this person
erasure-button = Erase for good
erasure-choose = Please confirm that the person is erased.

erasures-title = Reports about erasures
erasures-lead = Each erasure has a report. It names nobody.
erasures-none = Nobody has been erased yet.
erasure-by-service = Erased since the deadline was over.
erasure-by-desk = Erased by the team.
erasure-report-title = Erasure of { $when }
erasure-report-nobody = This report names nobody. It says what went and what stayed.
erasure-report-erased = Erased
erasure-report-what = What
erasure-report-count = Number
erasure-report-kept = Kept
erasure-report-made = As of:
erasure-report-again = After a backup was restored
erasure-report-again-text = If the backup is older, the person is there again. Erase them once more then. This number leads to them:

erased-name = Name
erased-addresses = Mail addresses
erased-sign_ins = Sign-ins
erased-sessions = Sessions
erased-second_factors = Second factors
erased-phone = Phone number
erased-languages = Languages
erased-areas = Districts and fields
erased-times = Times and absences
erased-wishes = Wishes and bans
erased-links = Links in mails
erased-qualifications = Qualifications
erased-texts = Free texts
erased-drafts = Drafts
erased-mails_in = Mails that came in
erased-mails_out = Mails sent
erased-tasks = Tasks

kept-gender = Gender
kept-gender-why = Without a name, so that the counts are right.
kept-offers = { $count ->
    [one] One offer
   *[other] { $count } offers
}
kept-offers-why = Without a name, for the statistics.
kept-assignments = { $count ->
    [one] One assignment
   *[other] { $count } assignments
}
kept-assignments-why = Without a name, for statistics and the institution's records.
kept-proofs = { $count ->
    [one] One report
   *[other] { $count } reports
}
kept-proofs-why = Times without a note. The hours come from them.
kept-requests = { $count ->
    [one] One request
   *[other] { $count } requests
}
kept-requests-why = Without free text. They belong to the institution.
kept-rules = { $count ->
    [one] One rule
   *[other] { $count } rules
}
kept-rules-why = The history of the rules cannot be changed.
kept-audit = { $count ->
    [one] One line of the trail
   *[other] { $count } lines of the trail
}
kept-audit-why = Numbers and codes only. They lead to nobody any more.
kept-backups = Backups
kept-backups-why = They are not changed, but deleted after their time.
kept-until = Until { $date }.
kept-for-good = For good.

language-wishes-title = Languages wished for
language-wishes-lead = The person has named these languages. Please check them.
language-wishes-none = There is nothing to check.
language-wishes-new = Not entered so far.
language-wishes-now = Entered so far: { $level }
language-wishes-confirm = Enter it
language-wishes-decline = Do not enter it
language-wishes-choose = Please choose: enter it or not.

task-language_wish = { $volunteer } names a new language
task-language_wish-text = Please talk to the person. Then confirm the language.
task-language_wish-action = Check the language
task-erasure_asked = { $volunteer } wants to be erased
task-erasure_asked-text = The person has stopped. Please erase their data on their page.
task-erasure_asked-action = Look at the person

trail-person_erased = Person erased
trail-retention_ran = Deadlines carried out
trail-language_wished = New language wished for
trail-language_confirmed = Language wished for was entered
trail-language_declined = Language wished for was not entered
trail-feed_made = Private calendar made
trail-feed_ended = Private calendar ended
trail-volunteer_returned = Taken back in

# The deadlines among the rules of the pool.
rules-number-keep_person_months = Keeping names after the end
rules-number-about-keep_person_months = So long after the last role the pool still knows a person.
rules-number-keep_text_months = Keeping free text
rules-number-about-keep_text_months = So long after the appointment remarks and notes stay.
rules-number-keep_absence_months = Keeping absences
rules-number-about-keep_absence_months = Counted from the last day.
rules-number-keep_draft_days = Keeping drafts
rules-number-about-keep_draft_days = Counted from the last change.
rules-number-keep_mail_days = Keeping who got a mail
rules-number-about-keep_mail_days = After that nobody knows to whom a mail went. Old links go then, too.
rules-number-keep_inbound_days = Keeping mails that came in
rules-number-about-keep_inbound_days = Counted from the day on which their task was done.
rules-number-keep_session_days = Keeping sessions
rules-number-about-keep_session_days = So long misuse can still be cleared up.
rules-number-keep_done_days = Keeping what is done
rules-number-about-keep_done_days = This goes for tasks and for bans that were lifted.
