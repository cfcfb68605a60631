# What counts as late
notice-hours = { $count ->
    [one] 1 hour before
   *[other] { $count } hours before
}
notice-working-days = { $count ->
    [one] 1 working day before
   *[other] { $count } working days before
}
notice-day-before = on the day before until { $time }
notice-end-of-day = { $date }, end of the day
problem-late = This is too short notice. We need requests { $notice }. The limit was: { $until }. Please call us: { $phone }
when-side-refused-text = We take later requests by phone only.
cancel-free = A cancellation is free of charge until { $when }.
status-free-over = For this appointment every cancellation counts as late.
status-free-until = A cancellation is free of charge until { $when }.

# The page of the rule
late-title = Notice for requests and cancellations
late-lead = What is too late, and what follows from it?
late-request = How early should a request be there?
late-cancellation = Until when is an institution’s cancellation free of charge?
late-kind-hours = Hours before the start
late-kind-working_days = Working days before, without holidays and closures
late-kind-day_before = On the day before, until a time of day
late-number = How many?
late-number-hint = A number of hours or working days
late-time = Until what time?
late-time-hint = Only for “On the day before”, for example: 13:00
late-later = What happens to later requests?
late-later-try = We try: the institution reads “short notice”
late-later-refuse = We refuse: the institution reads the limit and your phone number
late-from = From when does this count?
late-from-hint = Empty: from now on. Else a day, for example: 1.4.2027
late-save = Save the notice
late-now = In force today: requests { $request }. Cancellations are free of charge { $cancellation }.
late-example = Appointment on { $start }: today the limit is { $until }.
late-side = What changes
late-side-text = The new notice counts for new requests, and for cancellations from that day on.
late-missing-number = Please name a number.
late-missing-time = Please name a time of day.
late-missing-kind = Please choose a kind.
late-missing-later = Please choose what happens.
late-bad-date = Please write the day like this: 1.4.2027
late-past-date = That day is over. Please choose today or later.
late-history = History, and undo
late-history-title = History of the notice
late-change = Change the notice

# The same rule in the pages of all rules
rules-kind-late = Notice for requests and cancellations
rules-about-late = How early a request should be there, and until when a cancellation is free of charge.
rules-field-late-request = Requests until
rules-field-late-later_requests = Later requests
rules-field-late-cancellation = Free cancellation until
rules-choice-later_requests-try = We try
rules-choice-later_requests-refuse = We refuse
rules-number-check_working_days = Check before the search
rules-number-about-check_working_days = So soon the institution hears whether the pool helps in a borderline case.
