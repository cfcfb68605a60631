# The institution's desk: list and calendar, again, handing over.
list-views = Views
list-view-all = All
list-view-coming = Somebody comes
list-view-waiting = Still open
list-view-past = Over
list-view-calendar = Calendar
list-filter = Narrow the requests
list-filter-all = All
list-filter-institution = Institution
list-filter-contact = Contact
list-filter-show = Show
list-filter-reset = Show all again
list-none-found = There is no request here. Choose another view, or make a new request.
list-next-page = Next page
list-all-past = Show all that are over
list-all-coming = Show all that somebody comes to
list-for = For which institution?
calendar-title = Calendar: { $month }
calendar-month = { $month } { $year }
calendar-before = Month before
calendar-now = This month
calendar-after = Month after
calendar-empty = You have no appointment in this month.
calendar-waiting = Still open
date-one-of = { $count ->
    [2] One of two dates
    [3] One of three dates
   *[other] One of { $count } dates
}
list-other-dates = { $one }. Also possible: { $dates }.
list-dates-left = Still possible: { $dates }.
again-title = One more appointment?
again-text = We fill in the request for you. You only name the new day.
again-ask = Ask once more
again-ask-same = Once more, with the same person if possible
again-same-hint = We ask the same person first. Whether they have time we cannot promise.
again-note = This is request { $reference } once more. Please name the new day and check everything.
status-other-day = Another day or time
again-same = You would like the same person. If possible, we ask them first. We cannot promise it.
again-gone-language = The language of then is not here any more ({ $name }). Please choose another one.
again-gone-occasion = This occasion is not here any more: { $name }. Please choose another one.
again-gone-topic = This topic is not here any more: { $name }. Please check whether another one fits.
again-gone-site = This place is not here any more: { $name }. Please choose another one.
status-contact = Contact
handover-link = Hand over to another person
handover-title = Who takes over the request?
handover-now = Until now { $name } looks after it.
handover-nobody = Nobody else is registered for your institution yet. Invite somebody first.
handover-what = The new person gets a mail. Whoever comes to the appointment learns whom to call.
handover-who = To whom?
handover-all = Hand over all open requests of { $name } ({ $count })
handover-send = Hand over
handover-problem = Please choose a person from the list.
trail-request_handed_over = Request handed over to another contact
task-contact_left = A contact has left: { $institution }
task-contact_left-text = Open requests still name this person. Please hand them over to somebody else.
task-contact_left-action = Look at the institution
orphans-text = { $name } has left. { $count ->
    [one] One open request needs
   *[other] { $count } open requests need
} a new contact.
orphans-action = Hand over the requests
orphans-title = Who takes over the requests?
orphans-lead = { $name } has left. { $count ->
    [one] One request is still open.
   *[other] { $count } requests are still open.
}
orphans-lead-active = { $name } has { $count ->
    [0] no open request.
    [one] one open request.
   *[other] { $count } open requests.
}
orphans-nobody = There is no other contact. Please add one first.
mail-contact-changed-subject = New contact: { $date }, { $time } ({ $language })
mail-contact-changed-title = You have a new contact
mail-contact-changed-lead = somebody else looks after your assignment now. Day, time and place stay the same.
mail-contact-changed-after = Please ask for this person at the appointment.
mail-handed-over-subject = { $count ->
    [one] A request is yours now
   *[other] { $count } requests are yours now
}
mail-handed-over-title = { $count ->
    [one] You have taken over a request
   *[other] You have taken over { $count } requests
}
mail-handed-over-lead = { $count ->
    [one] a request of { $institution } is yours now. You are the person we call.
   *[other] { $count } requests of { $institution } are yours now. You are the person we call.
}
mail-handed-over-row = { $when }, { $language }
mail-handed-over-button = Look at the requests
mail-handed-over-more = And { $count } more. They are on the page.
mail-handed-over-coming = Whoever comes to an appointment has got your name.
mail-handed-over-after = Is something not right? Call us.
