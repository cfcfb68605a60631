title-with-error = Error: { $title }
slot = { $date }, { $time }

label-state = State
label-or = Or
label-language = Language
label-occasion = Occasion
label-topic = Topic
label-wishes = Wishes
label-alternative = Second date
label-mode = How
label-site = Place
label-meeting-point = Meeting point
label-openings = People
label-urgent = Urgent
label-remarks = Note
language-also = Also possible: { $languages }
wish-preferred-female = Preferably a woman
wish-preferred-male = Preferably a man
wish-preferred-diverse = Preferably a non-binary person
wish-required-female = Only a woman
wish-required-male = Only a man
wish-required-diverse = Only a non-binary person
wish-same-volunteer = Preferably the same person as last time

state-searching = Searching
state-confirmed = Accepted
state-unfilled = Nobody found
state-cancelled = Cancelled
state-confirm = Please confirm
state-held = Over
state-not-held = Over, nobody found

list-title = Your requests
list-empty = You have not filed a request yet.
list-empty-what = Press “New request”. It takes about three minutes. Then we look for a person who speaks the language you need.
list-begun = Begun and not sent
list-begun-unnamed = Request without a language
list-begun-changed = Last changed: { $when }
list-begun-no-day = no day yet
list-begun-remove = Discard draft
list-upcoming = Next appointments
list-past = Over or cancelled

form-choose = Please choose
form-day = Day
form-month = Month
form-year = Year
form-example = For example: { $example }

conversation-title = What is the conversation about?
conversation-step = Request: step 1 of 4
conversation-language = Which language do you need?
conversation-language-hint = For example: Dari or Arabic
conversation-which-language = Which language do you mean?
conversation-occasion = What is the occasion?
conversation-topic = Is it also about one of these topics?
conversation-topic-hint = With some topics we may not help. Then we tell you who does.
conversation-topic-none = No, none of them
conversation-gender-wish = Should a woman or a man come?
conversation-gender-none = It does not matter
conversation-gender-preferred = I have a preference
conversation-gender-preferred-hint = We ask them first. If nobody has time, we ask others too.
conversation-gender-required = It has to be so
conversation-gender-required-hint = We ask nobody else. The search often takes longer then.
conversation-gender = Who should come?
conversation-same-volunteer = Preferably the same person as last time
conversation-same-volunteer-hint = We ask them first. If they have no time, we look further.
conversation-side-names = No names, please
conversation-side-names-text = Write nothing by which somebody could recognise the family. No name, no birthday, no case number.

when-title = When is the appointment?
when-step = Request: step 2 of 4
when-day = Which day?
when-start = When does the conversation begin?
when-start-hint = For example: 9:00
when-end = When does it end?
when-end-hint = At most { $hours } hours later
when-mode = How does the conversation take place?
when-mode-hint-on_site = The person comes to you.
when-mode-hint-phone = The person joins on the phone.
when-mode-hint-video = You send the link to the video call once somebody has accepted.
when-alternative = Name a second possible date (optional)
when-alternative-hint = With two dates we find somebody more easily. Only one of them takes place.
when-alt-day = Which other day?
when-alt-start = When does it begin on that day?
when-alt-end = When does it end on that day?
when-side-early = How early should I ask?
when-side-early-text = At best { $notice }. Public holidays are no working days.
when-side-late-text = It is urgent? Ask anyway. We will try.

where-title = Where is the appointment?
where-step = Request: step 3 of 4
where-site = At which place?
where-site-hint = By phone or video: the place you call from.
where-meeting-point = Where exactly do you meet?
where-meeting-point-hint = For example: main entrance, please ring
where-openings = How many mediators do you need?
where-openings-hint = One person is usually enough.
where-urgent = It is urgent
where-urgent-hint = We deal with urgent requests first.
where-urgent-reason = Why is it urgent?
where-remarks = Note for the person (optional)
where-remarks-hint = At most 300 characters. No names, please.
where-side-address = Who sees the address?
where-side-address-text = Only the person who accepts gets the address. Before that we show the district only.

check-title = Is everything right?
check-step = Request: step 4 of 4
check-appointment = The appointment
check-change-date = Change the date
check-nothing = not given
check-not-urgent = No
check-no-alternative = None
check-group-conversation = Conversation
check-group-when = Time and manner
check-group-where = Place and notes
check-short-notice = This is short notice
check-short-notice-text = We will gladly try. We may not find anybody that fast.
check-care = We check your request first
check-rules = Rules
check-rules-accept = I know the rules of the pool
check-rules-hint = A member of staff is present. We name nobody of the family.
check-rules-read = Read the rules
check-send = Send request
check-receipt = You get a confirmation by mail at once.
check-side-next = What happens next
check-side-next-text = We ask mediators who fit. You hear from us by { $when }.
check-side-cancel = If something changes
check-side-cancel-text = You can cancel at any time. A cancellation is free of charge until { $when }. After that it counts as late.

referral-title = We do not help with this topic
referral-why = Our mediators are volunteers. They are not sworn interpreters. That is why we have this limit.
referral-change = Change the topic
referral-unsure = Not sure?
referral-unsure-text = Give us a call. We look together at what is possible.

status-step = Request { $reference }
status-searching = { $count ->
    [one] We are looking for a person for { $language }
   *[other] We are looking for { $count } people for { $language }
}
status-searching-again = We are looking again for { $language }
status-searching-more = { $people ->
    [one] { $names } has accepted. We keep looking
   *[other] { $names } have accepted. We keep looking
}
status-confirmed = { $people ->
    [one] { $names } has accepted
   *[other] { $names } have accepted
}
status-unfilled = { $people ->
    [0] Sorry, we found nobody
   *[other] { $names } will come. A place is still free
}
status-cancelled = The request is cancelled
status-held = The appointment is over
status-not-held = The appointment is over. Nobody had time
status-searching-lead = You hear from us by { $when }. You need not do anything.
status-confirmed-lead = The appointment begins on { $when }. You need not do anything more.
status-unfilled-lead = { $person } calls you by { $when }. You talk about another day or a phone call.
status-unfilled-lead-soon = { $person } will get in touch. It is urgent? Give us a call.{ $when }
status-cancelled-lead = Cancelled on { $when }. Everybody involved gets a message. You need not do anything.
status-held-lead = The appointment was on { $when }. Thank you for asking us.
status-not-held-lead = The appointment was on { $when }. We are sorry. You are welcome to ask again.
status-people = Who comes
status-people-past = Who had accepted
status-phone = Phone, for you only:
status-no-phone = If you have questions, you reach the person through us.
status-yours = Your notes
status-appointment = Your appointment
status-changed = Has something changed?
status-cancel = Cancel the request

path-title = The way of your request
path-title-search = How the search goes
path-now = Now
path-filed = Your request has arrived
path-filed-text = The confirmation comes by mail.
path-filed-text-sent = The confirmation went to you by mail.
path-asked-you = We had a question for you
path-answered = Your answer
path-asked = We have asked some people
path-asked-more = We have asked more people
path-asked-again = We have asked people again
path-accepted = { $name } has accepted
path-restarted = The person had to drop out
path-restarted-text = The search goes on under the same number.
path-nobody = The search has ended
path-cancelled = You cancelled
path-searching-now = We are looking for people who fit
path-searching-now-text = When somebody accepts, you get a mail at once.
path-waiting-now = We are waiting for answers
path-waiting-now-text = When somebody accepts, you get a mail at once.
path-asks-next = Then we ask again
path-more-next = Nobody yet? Then we ask more people
path-deadline = You have an answer
path-deadline-text = Nobody has time? Then { $person } calls you.
path-confirmed-now = Your appointment stands
path-confirmed-now-text = The confirmation with a calendar entry comes by mail.
path-confirmed-now-text-sent = The confirmation with a calendar entry went to you by mail.
path-appointment = The appointment begins
path-unfilled-now = { $person } takes care of it
path-unfilled-now-text = You talk about another day, a phone call or other help.
path-cancelled-now = Nothing is left to do
path-cancelled-now-text = You need somebody after all? File a new request.
path-held-now = The appointment is over
path-held-now-text = You have a question about it? Give us a call.
path-not-held-now = We could not help
path-not-held-now-text = Another day often helps. Give us a call or ask again.

cancel-title = Do you want to cancel the request?
cancel-told-asked = The people we asked get a message at once. The search ends.
cancel-told-coming = The person who accepted gets a message at once.
cancel-late = A cancellation was free of charge until { $when }. This is a late cancellation.
cancel-why = Why do you cancel?
cancel-reason-not-needed = We do not need help any more
cancel-reason-family-cannot = The family cannot come
cancel-reason-other = Another reason
cancel-send = Cancel the request
cancel-keep = Do not cancel

problem-characters = This holds characters that we do not take. Please type the text again.
problem-long-text = This is too long: { $used } characters. At most { $max } fit.
problem-of-alternative = Second date: { $problem }
problem-not-a-choice = Please choose something from the list.
problem-missing-language = Please name a language.
problem-missing-occasion = Please choose an occasion.
problem-missing-gender-wish = Please choose an answer.
problem-missing-gender = Please choose who should come.
problem-missing-day = Please name the day.
problem-missing-month = Please name the month.
problem-missing-year = Please name the year.
problem-missing-start = Please name the beginning.
problem-missing-end = Please name the end.
problem-missing-mode = Please choose how the conversation takes place.
problem-missing-site = Please choose a place.
problem-missing-meeting-point = Please name the meeting point.
problem-missing-urgent-reason = Please write why it is urgent.
problem-missing-rules = Please confirm that you know the rules.
problem-missing-reason = Please choose a reason.
problem-unknown-language = We do not know this language. Please check its name.
problem-which-language = This name can mean several languages. Please choose one.
problem-signed-by-phone = Sign language does not work on the phone. Please choose in person or video.
problem-not-a-date = Please write the date in numbers.
problem-no-such-day = { $day } { $month } is not in the calendar.
problem-not-a-time = Please write the time like this: 9:00
problem-past = This moment is already over.
problem-too-soon = We need at least { $notice }. Please call us: { $phone }
problem-too-far = Please ask at most one year ahead.
problem-end-before-start = The time must be after { $start }.
problem-pool-closed = The pool is closed on this day, up to and including { $until }. Please choose another day.
problem-too-long = The conversation may last { $hours } hours at most.
problem-skipped-time = This time does not exist on that day: the clocks go forward. Do you mean { $suggest }?
problem-not-a-number = Please choose a number from the list.
problem-identifying = This looks like a day of birth or the number of a file. Please delete it.
problem-not-approved = Your institution cannot file requests right now. Please give us a call.
