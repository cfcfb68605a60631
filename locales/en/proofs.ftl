# After an appointment: what happened, said by both sides.

# One outcome in words
proof-said-held = Took place: { $time } ({ $length })
proof-said-client_absent = The family did not come
proof-said-not_held = Did not take place

# The form
proof-outcome = What happened?
proof-outcome-held = The appointment took place
proof-outcome-client_absent = The family did not come
proof-outcome-not_held = The appointment did not take place
proof-times = From when to when?
proof-times-hint = Only if the appointment took place. Planned was: { $time }
proof-start = Start
proof-end = End
proof-travel = Travel in minutes, both ways together
proof-travel-hint = Optional. For example: 40
proof-note = Note
proof-note-hint = Optional. Please no names. At most 300 characters.
proof-send = Send
proof-correct = Change what you said
proof-the-words = What was said
proof-by-volunteer = Language mediator
proof-by-institution = Institution
proof-by-coordinator = Decision
proof-word-when = Said on { $when }
proof-word-travel = Travel: { $length }
proof-counts = This counts
proof-next-title = What happens next

# What is wrong
proof-problem-outcome = Please choose what happened.
proof-problem-start = Please enter the start.
proof-problem-end = Please enter the end.
proof-problem-no-time = Please write the time like this: 9:00
proof-problem-typed = “{ $typed }” is not a time. Please write the time like this: 9:00
proof-problem-slip = “{ $typed }” is not a time. Do you mean { $meant }?
proof-problem-unlikely = Planned: { $planned }. You say: { $said }. Is that right?
proof-sure = Yes, that is right: { $said }
proof-problem-order = The end must come after the start.
proof-problem-other-day = The start must be on the day of the appointment.
proof-problem-too-long = More than 24 hours cannot be right.
proof-problem-future = This time is still to come.
proof-problem-skipped = This time does not exist on that day: the clocks go forward. Do you mean { $suggest }?
proof-problem-travel = Please enter the minutes as a number from 0 to 600.
proof-problem-note-long = This is too long: { $used } characters. At most { $max } fit.
proof-problem-note-characters = There are characters here that we do not accept. Please type the text again.
proof-problem-changed = What was said has just been changed. Please read it again.
proof-problem-word = Nothing has been said about that yet. Please choose something else.

# The volunteer's page behind the mailed link
report-title = How was your assignment?
report-lead = Your assignment is over. Thank you! Please tell us briefly what happened.
report-next-institution = The institution receives what you say and confirms it.
report-next-correct = Until then you can change everything with this link.
report-next-silence = What you heard stays with you.
reported-title = Thank you, we have your answer
reported-lead = Now it is the institution's turn. There is nothing more for you to do.
report-disputed-title = There are two different answers
report-disputed-lead = The institution says something else than you. { $person } will look into it and contact you.
report-done-title = The assignment is settled
report-done-lead = There is nothing more for you to do. Thank you!
report-done-wrong = Is something wrong? Then please call us.

# On the volunteer's own page
me-reports = Please tell us what happened
me-report = Tell us

# The institution's page
confirm-title = How was the appointment?
confirm-lead = Please check what { $volunteer } says.
confirm-lead-first = { $volunteer } has not said anything yet. You can answer already.
confirm-agree = That is right
confirm-agree-hint = Then everything is done.
confirm-held = The appointment took place, but at other times
confirm-next-agree = You say the same: the assignment is settled.
confirm-next-differ = You say something else: we keep both. { $person } will look into it.
confirmed-first-title = Thank you, we have your answer
confirmed-first-lead = Now only the answer of { $volunteer } is missing. There is nothing more for you to do.
confirm-disputed-title = There are two different answers
confirm-disputed-lead = What you and { $volunteer } say does not fit together. { $person } will look into it and contact you.
confirm-done-title = The appointment is confirmed
confirm-done-lead = There is nothing more for you to do. Thank you!
confirm-done-wrong = Is something wrong? Then please call us.

# On the request's page
status-proof-waiting = We are asking how it was
status-proof-confirm = Please confirm
status-proof-first = We have your answer
status-proof-disputed = Two different answers
status-proof-done = Confirmed
status-proofs = After the appointment
status-proof-action-confirm = Check and confirm
status-proof-action-say = Report yourself how it went
status-proof-action-see = See what was said
path-proof-waiting = The appointment is over
path-proof-waiting-text = We are asking how it was.
path-proof-confirm = Please confirm the appointment
path-proof-confirm-text = Only your answer is missing.
path-proof-first = The appointment is over
path-proof-first-text = We have your answer. The other one is still missing.
path-proof-disputed = There are two different answers
path-proof-disputed-text = { $person } will look into it and contact you.
path-proof-done = The appointment is confirmed
path-proof-done-text = There is nothing left to do.

# The coordinator's desk
desk-proof = After the appointment
desk-proof-state-open = Nothing said yet
desk-proof-state-reported = One side has answered
desk-proof-state-disputed = Two different answers
desk-proof-state-done = Settled
desk-proof-none = Nothing yet
desk-proof-by-phone = Said on the phone, written down by { $name }
desk-proof-decided-by = Decided by { $name }
desk-proof-earlier = Earlier answers
desk-proof-reminded = Reminded: language mediator { $volunteer } times, institution { $institution } times
desk-proof-action = Decide or write something down
desk-proof-action-done = Change the decision
desk-proof-title = After the appointment: { $volunteer }
desk-proof-choice = What would you like to do?
desk-proof-choice-volunteer = What { $volunteer } says counts
desk-proof-choice-institution = What the institution says counts
desk-proof-choice-own = What I enter below counts
desk-proof-choice-phone_volunteer = { $volunteer } told me on the phone
desk-proof-choice-phone_institution = The institution told me on the phone
desk-proof-choice-phone-hint = I enter it below. The other side answers for itself.
desk-proof-problem-choice = Please choose what you would like to do.
desk-proof-values = What happened?
desk-proof-save = Save
desk-proof-next-decide = A decision settles the assignment. Both sides get a mail.
desk-proof-next-kept = Everything that was said is kept.

# The request's history, and the audit trail
desk-history-proof_asked = { $volunteer } is asked how it was
desk-history-proof_reported = { $side ->
    [institution] The institution says what happened
   *[volunteer] { $volunteer } says what happened
}
desk-history-proof_confirmed = Assignment confirmed: { $volunteer } and the institution say the same
desk-history-proof_disputed = Two answers: { $volunteer } and the institution say different things
desk-history-proof_decided = Decided what counts for { $volunteer }
desk-history-proof_reminded = { $side ->
    [institution] The institution is reminded
   *[volunteer] { $volunteer } is reminded
}
trail-proof_asked = Asked about the assignment
trail-proof_reported = Answer about the assignment
trail-proof_confirmed = Assignment confirmed
trail-proof_disputed = Two different answers about the assignment
trail-proof_decided = Decided what counts for the assignment
trail-proof_reminded = Reminded about the assignment

# Mails
mail-row-proof-said = Answer
mail-row-proof-counts = This counts
mail-proof-report-button = Answer briefly
mail-proof-report-after = It works on your phone and takes a minute. You need not sign in.
mail-proof-confirm-button = Check the answer
mail-proof-confirm-after = Was it different? Then please tell us how it was.
mail-proof-see-button = See what was said
mail-proof-asked-subject = How was it on { $date }, { $time }? ({ $language })
mail-proof-asked-title = How was your assignment on { $weekday }?
mail-proof-asked-lead = Your assignment is over. Thank you very much! Please tell us briefly what happened.
mail-proof-reminder-subject = Your answer is missing: { $date }, { $time } ({ $language })
mail-proof-reminder-title = Your answer is missing
mail-proof-reminder-lead = You had an assignment. Please tell us briefly what happened.
mail-proof-confirm-subject = Please confirm: { $date }, { $time } ({ $language })
mail-proof-confirm-title = Please confirm the appointment
mail-proof-confirm-lead = Your appointment with a language mediator is over. We have an answer about it. Is it right?
mail-proof-confirm-reminder-subject = Your answer is missing: { $date }, { $time } ({ $language })
mail-proof-confirm-reminder-title = Your answer is missing
mail-proof-confirm-reminder-lead = please confirm the appointment. Or tell us what was different.
mail-proof-disputed-subject = Two different answers: { $date }, { $time } ({ $language })
mail-proof-disputed-title = There are two different answers
mail-proof-disputed-lead = we have two different answers about this appointment. We keep both.
mail-proof-disputed-after = { $desk } will look into it and contact you. Was it a mistake? Then simply change your answer.
mail-proof-decided-subject = Decided: { $date }, { $time } ({ $language })
mail-proof-decided-title = The assignment is settled
mail-proof-decided-lead = { $desk } has decided what counts for this appointment.
mail-proof-decided-after = Is something wrong? Then please call us.
proof-your-word = What you say
