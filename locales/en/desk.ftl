# The desk as a whole: menu, search, week, undoing.
more-title = More
more-day = Every day
more-look = Look things up
more-pool = The pool
more-main = From the menu
more-callers = Somebody calls and needs an appointment.
more-mails = What came to the pool's address.
more-qualifications = Who has shown what, and what ends soon.
more-find = Find names, numbers and languages.
more-figures = Requests and places of a period, counted.
more-trail = Who did what, and when.
more-rules = Languages, deadlines, qualifications and all that this pool decides itself.
more-team = Who coordinates this pool.
more-volunteers = Everybody, by name.
more-institutions = Who may ask, by name.

find-title = Search
find-title-for = Search: { $typed }
find-label = Search: name, request or language
find-placeholder = Name, request, language
find-go = Search
find-hint = Type a name, a number, a language or a day above. The beginning is enough.
find-hint-more = Umlauts and accents make no difference. “Ozgur” also finds “Özgür”, “42” finds request 42.
find-none = We found nothing for “{ $typed }”.
find-none-hint = Try fewer words, or only the beginning. Or look in a list.
find-more = There is more. Please add a word.
find-languages = Languages
find-people = People
find-volunteer = Language mediator: { $languages }
find-volunteer-left = Not with us any more: { $languages }
find-contact = Contact: { $institution }
find-contact-left = Former contact: { $institution }
find-coordinator = Coordinator

week-board-title = Week from { $from } to { $until }
week-board-lead = { $count ->
    [0] No appointment this week.
    [one] One appointment this week.
   *[other] { $count } appointments this week.
} { $problems ->
    [0] None of them needs you.
    [one] One of them needs you.
   *[other] { $problems } of them need you.
}
week-board-other = Other weeks
week-board-before = Week before
week-board-present = This week
week-board-after = Week after
week-board-filter = Filter appointments
week-board-from = Week with this day
week-board-wrong-day = We do not know this day. You see the present week. Please write it like this: { $example }
week-board-count = { $state }: { $count }
week-board-partly = Searching, { $here } of { $places } places filled
week-board-none = There is no appointment this week. Look at another week, or take down a request.
week-board-none-filtered = No appointment of this week fits the filter.
week-board-left-out = { $count } more appointments are not shown. Please filter by state or language.
week-state-problem = Needs you
week-state-open = Open
week-state-searching = Searching
week-state-confirmed = Filled
week-state-done = Over
week-state-nobody = Without a mediator
week-state-refused = Refused
week-state-cancelled = Cancelled

undo-saved = Saved.
undo-do = Undo
undo-done = Undone. It is as it was before.
undo-too-late = This cannot be taken back any more. Something has changed since.
undo-not-mailed = This cannot be undone. The mails go out at once.
undo-not = This cannot be undone.

trail-task_reopened = A task is open again
trail-qualification_restored = Qualification counts again
trail-institution_reinstated = Institution is back
trail-contact_restored = Contact is back
trail-site_reopened = Site is open again

pages-title = Pages
pages-first = First page
pages-previous = Previous page
pages-next = Next page
desk-list-order = Order
desk-list-newest-first = Newest first
desk-list-oldest-first = Oldest first
quals-lead-large = The pool is large. Please look for names, or filter.

desk-same-kind = { $count ->
    [one] One more task of this kind
   *[other] { $count } more tasks of this kind
}
desk-same-kind-left = { $count ->
    [one] And one more. It moves up.
   *[other] And { $count } more. They move up.
}
desk-running-proofs = { $count ->
    [one] One report on an assignment has been asked for.
   *[other] { $count } reports on assignments have been asked for.
}
desk-whole-week = See the whole week

task-fact-until = { $kind }: valid until { $date }.
task-fact-kinds = Missing: { $kinds }.

# What was just done, on top of the next page.
receipt-saved = Saved.
receipt-answered = Recorded. It counts like an answer by the link.
receipt-approved = Approved. The search begins.
receipt-asked = The question is sent. The request waits for the answer.
receipt-asked_again = Saved. Open offers that did not arrive now go to this person once more.
receipt-assigned = Assigned. Both sides get a mail.
receipt-cancelled = Called off. Everybody concerned gets a mail.
receipt-closed = Closed. The institution gets a mail.
receipt-institution_approved = Approved. The institution gets a mail.
receipt-institution_refused = Refused. The institution gets a mail.
receipt-invited = The invitation goes out by mail.
receipt-picked = Chosen. Everybody concerned gets a mail.
receipt-refused = Refused. The institution gets a mail.
receipt-released = This person is free. We search anew.
receipt-search_changed = Changed. The search goes on with the new details.
