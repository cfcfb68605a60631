# What a coordinator does by hand about one request: pages, mails, and what others read of it.

# The institution's page
status-closed = { $people ->
    [0] Sorry, we found nobody
   *[other] { $names } will come. We found no more people
}
status-closed-lead = The search has ended. { $person } is happy to name other help.{ $when }
path-changed = We have begun to search anew
path-closed = We have ended the search
path-closed-now = We could not help
path-closed-now-text = Give us a call. We name other help.
path-cancelled-pool = We had to cancel

# Mails
mail-changed-subject = We search anew: { $date }, { $time } ({ $language })
mail-changed-title = We search anew
mail-changed-lead = we are now asking once more for your appointment.
mail-changed-mode = The conversation is planned differently now: { $mode }.
mail-changed-dates = We also search for another day. You find it below.
mail-changed-gender = More people may come now: we are more open about gender.
mail-changed-language = This language will do as well now: { $languages }.
mail-changed-same = Nothing about the appointment has changed. We ask everybody who fits once more.
mail-changed-after = Your request keeps its number. Is something wrong? Please give us a call.
mail-closed-subject = Nobody found: { $date }, { $time } ({ $language })
mail-closed-title = We have found nobody
mail-closed-lead = sorry, we find nobody for this appointment. So we end the search.
mail-closed-some-come = Whoever has said yes already will come.
mail-closed-phone = Other help
mail-closed-after = Give us a call. We name other places that interpret.
mail-request-cancelled-lead-pool = sorry, we have to cancel this appointment. We tell the language mediators.
mail-assignment-cancelled-lead-pool = this appointment does not take place. Please do not go there.
mail-offer-cancelled-lead-pool = we had asked you about this appointment. You are not needed there any more. You need not do anything.

# The desk: a request's page
desk-request-state-closed = Closed as unfilled
desk-request-also-accepts = Will do here as well: { $languages }
steps-request = Request { $reference }
steps-date = { $date }, { $time }
steps-coming = Who comes
steps-release = { $volunteer } cannot come after all
steps-release-text = The place is free again. The search begins anew. The institution gets a mail.
steps-release-send = Give the assignment back
steps-answers = Record an answer by phone
steps-answers-what = What was said?
steps-answers-send = Save the answer
steps-said-yes = { $volunteer } said yes
steps-said-yes-on = { $volunteer } said yes to { $when }
steps-said-no = { $volunteer } said no
steps-ways = Ways out
steps-way-assign = Assign by hand
steps-way-assign-about = Call somebody. Then record the yes.
steps-way-cancel = Cancel the request
steps-assign = Assign
steps-assign-anyway = Assign all the same
steps-trail = Every entry of the audit trail

# Assigning by hand
steps-assign-title = Assign { $volunteer }
steps-assign-call = Call first. Assign only after a yes.
steps-assign-when = Appointment
steps-assign-barred = This cannot be overridden.
steps-assign-why = Why all the same?
steps-assign-why-hint = One sentence will do. It stands in the history of the request.
steps-assign-send = Assign now
steps-assign-after = Both sides get a confirmation by mail at once.

# Changing the search
steps-search-title = Change the search
steps-search-about = Phone instead of in person, another day, a looser wish
steps-search-lead = Agree on this with the institution. Then a new search begins.
steps-search-mode = How does the conversation take place?
steps-search-wish = Who should come?
steps-search-languages = Which near language will do as well, for this request only?
steps-search-strength = Understood, by the table: { $strength } of 100
steps-search-date = One more possible day. The day so far stays.
steps-search-date-more = And one more possible day
steps-search-known = So far:
steps-search-send = Search anew
steps-search-after = Open offers end with it. The institution gets a mail.
steps-wish-none = No matter

# Giving up, cancelling
steps-close-title = Close as unfilled
steps-close-lead = The search ends. The institution gets a mail and our phone number.
steps-close-some-come = Whoever has said yes already will come.
steps-close-why = Why?
steps-close-note = Note
steps-close-note-hint = For the team only. Please no names of clients.
steps-close-send = Close the request
close-reason-nobody_can = Nobody can
close-reason-other_help = The institution has other help
close-reason-referred = Referred to sworn interpreters
close-reason-unreachable = The institution could not be reached
close-reason-other = Another reason
desk-cancel-who = Who cancelled?
desk-cancel-who-coordinator = The institution, by phone
desk-cancel-who-pool = The pool
desk-cancel-why = Why?
desk-cancel-reason-not_needed = Help is not needed any more
desk-cancel-reason-other_day = The appointment is on another day
desk-cancel-reason-family_cannot = The family cannot come
desk-cancel-reason-pool_cannot = The pool may not or cannot help
desk-cancel-reason-other = Another reason

steps-problem-answer = Please choose what was said.
steps-problem-closed = This is not possible any more. The place is taken or the search has ended.
steps-problem-impossible = This is not possible any more. { $why }
steps-problem-date = Please choose the appointment.
steps-problem-why = Please write why you assign all the same.
steps-problem-barred = This cannot be overridden. Please choose somebody else.
steps-problem-known-date = This date stands in the request already.
steps-problem-note = Please write why.
steps-problem-nothing-changed = Nobody fits at the moment. Please change the mode, the day or the wish.
steps-problem-who = Please choose who cancelled.

# History
desk-history-by-phone = { $what }, by phone, recorded by { $person }
desk-history-assignment_made = { $person } assigned { $volunteer }
desk-history-search_changed = { $person } changed the search
desk-history-request_closed = { $person } closed the request as unfilled
desk-history-request_cancelled-coordinator = The institution cancelled, by phone, recorded by { $person }
desk-history-request_cancelled-pool = { $person } cancelled for the pool
desk-history-overridden = All the same: { $reasons }. Reason: { $why }
desk-history-changed-mode = another way
desk-history-changed-gender = a looser wish
desk-history-changed-language = a near language
desk-history-changed-dates = another day

# Reasons in a few words, by code
desk-reason-short-language_level = level of the language
desk-reason-short-german_level = level of German
desk-reason-short-mode = way of working
desk-reason-short-district = district
desk-reason-short-travel = long way
desk-reason-short-sector = area of work
desk-reason-short-availability = not free by the weekly plan
desk-reason-short-closed = pool closed
desk-reason-short-absence = absent
desk-reason-short-buffer = little time between two assignments
desk-reason-short-paused = pause
desk-reason-short-weekly_cap = assignments in this week
desk-reason-short-offer_cap = offers in 7 days
desk-reason-short-asked = asked already
desk-reason-short-declined = had said no
desk-reason-short-withdrew = had given it back

# The audit trail
trail-assignment_made = Assigned by hand: { $volunteer }
trail-search_changed = Search changed by hand
trail-request_closed = Request closed as unfilled
