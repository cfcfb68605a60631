desk-tasks = { $count ->
    [0] No task is waiting for you.
    [one] One task needs you.
   *[other] { $count } tasks need you.
}
desk-running = { $count ->
    [0] No search is running.
    [one] One search runs by itself.
   *[other] { $count } searches run by themselves.
}
desk-time = { $time }
desk-week = This week
desk-day = { $weekday } { $day }
desk-day-today = { $weekday } { $day }, today
desk-weekday-1 = Mon
desk-weekday-2 = Tue
desk-weekday-3 = Wed
desk-weekday-4 = Thu
desk-weekday-5 = Fri
desk-weekday-6 = Sat
desk-weekday-7 = Sun
desk-day-free = free
desk-day-taken = { $count ->
    [one] 1 appointment
   *[other] { $count } appointments
}
desk-day-all-filled = all filled
desk-day-open = { $count } open
desk-day-unfilled = { $count } unfilled
desk-group-now = Now
desk-group-today = Today
desk-group-week = This week
desk-group-later = Later
desk-by-time = by { $time }
desk-by-day = by { $weekday }
desk-overdue = due for { $length }
desk-left = { $length } left
desk-end = That is all.
desk-end-more = What runs by itself is under
desk-empty-text = New tasks appear here by themselves.

task-about = { $institution }, { $when }, { $language }
task-nobody_found = Nobody found: { $about }
task-nobody_found-text = The search is over. The institution has been told.
task-nobody_found-text-nobody_left = Everybody who fits has been asked. Nobody said yes. The institution has been told.
task-nobody_found-text-nobody_fits = Nobody fits, so nobody was asked. The institution knows.
task-nobody_found-text-gave_back = { $volunteer } cannot come. Nobody else fits. The institution knows.
task-nobody_found-text-deadline_passed = The deadline is over. Nobody said yes. The institution has been told.
task-nobody_found-text-too_late_for_mail = It is too late for mails. Please call somebody. The institution has been told.
task-nobody_found-action = See the ways out
task-withdrawal_in_lock = Urgent: { $volunteer } cannot come. { $about }
task-withdrawal_in_lock-text = The appointment is very soon. Please call { $volunteer }.
task-withdrawal_in_lock-action = Find a substitute
task-mail_bounced = A mail came back: { $volunteer }
task-mail_bounced-text = A mail did not arrive. Please call and ask for the address.
task-mail_bounced-action = Change the address
task-mail_stuck = A mail cannot be sent
task-mail_stuck-text = The mail server has refused it for days. Please call the person.
task-mail_stuck-action = See the request
task-mail_reply = Somebody wrote: { $volunteer }
task-mail_reply-text = The answer is in the pool’s mailbox. Please read it.
task-mail_reply-action = Read the mail
task-institution_waits = New institution: { $institution }
task-institution_waits-text = It registered itself. Please check whether it may ask.
task-institution_waits-action = Check the institution
task-qualification_runs_out = A qualification runs out: { $volunteer }
task-qualification_runs_out-text = It counts for four more weeks at most. After that no offers come that need it.
task-qualification_runs_out-action = See the qualifications
task-assignment_unqualified = A qualification is missing on the day: { $volunteer }. { $about }
task-assignment_unqualified-text = { $volunteer } said yes. On that day a needed qualification does not count any more.
task-assignment_unqualified-action = See the assignment
task-assignment_banned = Assignment in spite of a ban: { $volunteer }. { $about }
task-assignment_banned-text = { $volunteer } said yes before the ban. Please decide whether it stays so.
task-assignment_banned-action = See the assignment
task-proof_missing = The proof of an assignment is missing: { $about }
task-proof_missing-text = We reminded twice. Please call and enter the times.
task-proof_missing-action = See the assignment
task-proof_disputed = Two accounts of one assignment: { $about }
task-proof_disputed-text = { $volunteer } and the institution say different things. Please decide.
task-proof_disputed-action = Compare the accounts
task-somebody = Somebody
task-done = Done
task-done-what = Done: { $what }

desk-list-title = All requests
desk-list-filter = Filter the requests
desk-list-state = State
desk-list-language = Language
desk-list-day = Day
desk-list-wrong-day = We do not know this day. The list shows all days. Please write it like this: { $example }
desk-list-all-states = All
desk-list-all-languages = All
desk-list-apply = Show
desk-list-reset = Remove the filter
desk-list-on-day = Only appointments on { $date }.
desk-list-of-institution = Only requests of { $institution }.
desk-list-none = No request fits this filter.
desk-list-column-number = Number
desk-list-column-date = Appointment
desk-list-column-institution = Institution
desk-list-column-language = Language
desk-list-column-state = State
desk-list-when = { $date }, { $time }

desk-request-state-searching = Searching
desk-request-state-confirmed = Filled
desk-request-state-unfilled = Nobody found
desk-request-state-cancelled = Cancelled
desk-request-state-past = Over

desk-request-heading = { $language } on { $date }
desk-request-step = Request { $reference }, { $institution }
desk-request-facts = The request
desk-request-fact-state = State
desk-request-fact-answer-by = Search until
desk-request-fact-language = Language
desk-request-fact-place = Place
desk-request-fact-district = District
desk-request-fact-meeting-point = Meeting point
desk-request-fact-contact = Contact
desk-request-fact-occasion = Occasion
desk-request-fact-topic = Topic
desk-request-fact-how = How
desk-request-fact-people = People
desk-request-fact-wish = Wish
desk-request-fact-urgent = Urgent because
desk-request-fact-remarks = Remarks
desk-request-fact-filed = Received
desk-request-wish-preferred = If possible: { $gender }
desk-request-wish-required = Needed: { $gender }
desk-request-wish-same = The same person as last time
desk-request-tasks = This needs you
desk-request-task-by = by { $when }
desk-request-asked = Who was asked?
desk-request-asked-none = Nobody has been asked yet.
desk-request-asked-queued = Mail is about to go out
desk-request-asked-sent = Asked
desk-request-asked-accepted = Accepted
desk-request-asked-given-back = Given back
desk-request-asked-declined = Declined
desk-request-asked-silent = No answer by { $when }
desk-request-asked-closed = Ended
desk-request-asked-bounced = Mail came back
desk-request-asked-until = Answer by { $when }
desk-request-asked-at = on { $when }
desk-request-candidates = Who fits?
desk-request-candidates-count = { $count ->
    [0] Nobody fits at the moment.
    [one] One person fits.
   *[other] { $count } people fit.
}
desk-request-candidates-next = The search asks by itself, from top to bottom.
desk-request-rank = Rank
desk-request-candidate-why = Why at this place?
desk-request-points = { $points } points
desk-request-why-not = Why not …?
desk-request-why-not-search = The person's name
desk-request-why-not-find = Search
desk-request-why-not-all = Show all
desk-request-why-not-count = { $count ->
    [0] Nobody else speaks this language.
    [one] One person speaks the language and does not fit.
   *[other] { $count } people speak the language and do not fit.
}
desk-request-why-not-nobody = There is nobody with this name.
desk-request-why-not-strangers = { $count ->
    [one] One more person does not speak this language
   *[other] { $count } more people do not speak this language
}
desk-request-why-not-fits = Fits. Rank { $rank }.
desk-request-why-not-comes = Comes to this appointment already.
desk-request-history = History
desk-request-over-cancelled = The request is called off. So we look for nobody any more.
desk-request-over-past = The appointment is over. So we look for nobody any more.
desk-request-over-closed = The request is closed. So we look for nobody any more.

desk-rank-same_volunteer = Known
desk-rank-same_volunteer-measured = { $measured ->
    [0] Was not there last time
   *[other] Was there last time
}
desk-rank-preferred_gender = Wish
desk-rank-preferred_gender-measured = { $measured ->
    [0] Another gender than wished for
   *[other] Gender as wished for
}
desk-rank-forecast = Forecast
desk-rank-forecast-measured = A yes is { $measured }% likely
desk-rank-rare_language = Rare language
desk-rank-rare_language-measured = { $measured ->
    [one] The only one to speak another language
   *[other] Also speaks a language that only { $measured } speak
}
desk-rank-fairness = Balance
desk-rank-fairness-measured = { $measured ->
    [0] No assignment in 8 weeks
    [one] 1 assignment in 8 weeks
   *[other] { $measured } assignments in 8 weeks
}
desk-rank-recent_offers = Offers
desk-rank-recent_offers-measured = { $measured ->
    [0] No offer in 7 days
    [one] 1 offer in 7 days
   *[other] { $measured } offers in 7 days
}
desk-rank-closeness = Language
desk-rank-closeness-measured = { $measured ->
    [100] Exactly this language
   *[other] Close language: { $measured } of 100
}
desk-rank-language_level = Level
desk-rank-language_level-measured = { $level }
desk-rank-travel = Way
desk-rank-travel-measured = { $measured } minutes

desk-reason-language = Does not speak this language.
desk-reason-language_level = Speaks the language at level { $has }. { $needed } is needed.
desk-reason-german_level = Speaks German at level { $has }. { $needed } is needed.
desk-reason-gender = The wish is strictly: { $required }.
desk-reason-mode = Takes no assignments of this kind: { $mode }.
desk-reason-district = Does not work in this district.
desk-reason-travel = The way takes { $minutes } minutes. At most { $most } are wished for.
desk-reason-sector = Does not work in this field.
desk-reason-availability = Is not free then by the weekly plan.
desk-reason-absence = Is away from { $from } to { $until }.
desk-reason-busy = Has another assignment on { $date }, { $range }.
desk-reason-buffer = Has another assignment on { $date }, { $range }. There are { $gap } minutes between, { $needed } are needed.
desk-reason-qualification-missing = A proof is missing: { $kind }.
desk-reason-qualification-expired = A proof is valid until { $date } only: { $kind }.
desk-reason-banned = The institution does not want this person. The reason is confidential.
desk-reason-paused = Is taking a break until { $date }.
desk-reason-paused-open = Is taking a break without an end.
desk-reason-retired = Has left.
desk-reason-weekly_cap = Has { $cap } assignments in week { $week }. The person does not wish for more.
desk-reason-offer_cap = Has had { $cap } offers in 7 days. The rule allows no more.
desk-reason-asked = Was asked in this search already.
desk-reason-declined = Has said no.
desk-reason-withdrew = Gave this assignment back.
desk-reason-closed = The pool is closed from { $from } to { $until }.
desk-reason-past = The appointment has begun or is over.
desk-level-native = first language

desk-history-request_filed = Request received
desk-history-search_started = The search begins
desk-history-search_ended = The search has ended
desk-history-search_ended-filled = The search has ended: every place is filled
desk-history-search_ended-nobody = The search has ended: nobody found
desk-history-search_ended-cancelled = The search has ended: called off
desk-history-offer_made = { $volunteer } is being asked
desk-history-offer_sent = The mail to { $volunteer } went out
desk-history-offer_bounced = The mail to { $volunteer } came back
desk-history-offer_accepted = { $volunteer } said yes
desk-history-offer_declined = { $volunteer } said no
desk-history-assignment_given_back = { $volunteer } gave it back
desk-history-request_cancelled = The institution cancelled
desk-history-other = Something was changed
