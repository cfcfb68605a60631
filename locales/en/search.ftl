# How a search goes: the promise to the institution, what was tried, what is next

mail-still-subject = We are still searching: { $date }, { $time } ({ $language })
mail-still-title = We are still searching
mail-still-lead = we have not found anybody for your appointment yet. The search goes on.
mail-still-some-come = { $coming } of { $places } places are filled. We keep searching for the rest.
mail-still-asked = So far we have asked at least { $count } people. A yes may still come.
mail-still-asked-some = So far we have asked some people. A yes may still come.
mail-still-asked-nobody = So far we could not ask anybody.
mail-still-by = We search until { $when }. Then you hear from us again.
mail-still-phone = Phone
mail-still-help = You can help. Would another time or another day do? Would a video call do?
mail-still-call = Would another language do as well? Then please call us.
mail-still-end = If nobody says yes by then, { $desk } takes over.

task-search_slow = A search takes long: { $about }
task-search_slow-text = The promised time is over. Nobody has said yes yet. The institution knows.
task-search_slow-text-near = The appointment is near, and nobody has said yes yet. The institution knows.
task-search_slow-text-nobody_left = Everybody who can was asked. Nobody has said yes yet. The institution knows.
task-search_slow-text-nobody_fits = Nobody fits, so nobody was asked. The institution knows.
task-search_slow-text-gave_back = { $volunteer } cannot come. Nobody else fits. The institution knows.
task-search_slow-action = See the ways out

desk-history-search_goes_on = The institution hears: we are still searching
trail-search_goes_on = The institution hears that the search goes on

# The desk: what was tried, what is next
desk-next = Next step:
desk-next-now = right now
desk-next-today = today, { $time }
desk-next-asks = { $count ->
    [one] { $when }. Then we ask one more person.
   *[other] { $when }. Then we ask { $count } more people.
}
desk-next-asks-first = { $count ->
    [one] { $when }. Then we ask the first person.
   *[other] { $when }. Then we ask the first { $count } people.
}
desk-next-ends = If nobody says yes, the search ends: { $when }.
desk-next-ends-now = The search ends in a moment.
desk-next-night = Nobody is asked at night.
desk-next-everybody = Everybody who can was asked.
desk-next-nobody = Nobody fits at the moment.
desk-next-capped = { $count ->
    [one] One more person had enough requests this week.
   *[other] { $count } more people had enough requests this week.
}
desk-next-free = The first is free again: { $when }.
desk-tried = So far:
desk-tried-asked = { $count ->
    [one] 1 person asked
   *[other] { $count } people asked
}
desk-tried-round = Round { $round }: { $what }
desk-tried-whole = { $asked }: { $answers }.
desk-tried-accepted = { $count } said yes
desk-tried-given-back = { $count } gave back
desk-tried-declined = { $count } declined
desk-tried-silent = { $count } silent
desk-tried-waiting = { $count } still have time
desk-tried-queued = { $count } not sent yet
desk-tried-bounced = { $count } not reached
desk-tried-closed = { $count } ended
desk-tried-nobody = Nobody was asked yet.
desk-tried-places = { $coming } of { $places } places filled.

# The institution's status page
path-target = You hear from us
path-target-text = Nobody found yet? Then we keep searching.
path-target-past = We wrote to you
path-target-past-text = Nobody has said yes yet. We keep searching.
path-end = The search ends
path-end-text = Nobody has time? Then { $person } calls you.

# Before it is filed: how good the chances are
prospects-many = Good chances
prospects-many-text = Several people could do this appointment. Whether one says yes we only know later.
prospects-few = It will be close
prospects-few-text = Only few people could do this appointment. You can send the request all the same.
prospects-nobody = Nobody fits at the moment
prospects-nobody-text = We find nobody for this appointment right now. You can send the request all the same.
prospects-wished-can = We ask { $names } first
prospects-wished-can-text = That is possible. Whether there will be a yes, we only know later.
prospects-wished-some = For this time we cannot ask all those you wish for
prospects-wished-some-text = Whom we can ask, we ask first.
prospects-wished-cannot = We cannot ask { $names } for this time
prospects-wished-cannot-text = We then ask others at once. You can also choose another time.
prospects-others-many = With the others, the prospects are good.
prospects-others-few = Only a few of the others come into question.
prospects-others-nobody = None of the others fits at the moment.
prospects-ways = This helps:
prospects-time = At { $time }
prospects-video = By video
prospects-phone = By phone
prospects-language = In { $language }, if the person understands it well
prospects-date = On { $date }, at the same time
prospects-then-few = Then few people fit.
prospects-then-many = Then the chances are good.
prospects-nothing-sent = Nothing is sent by this. You see the change in the form first.
prospects-filled-in = Our suggestion is filled in already. Does it suit you? Then continue.

# Who was asked, and who would be
desk-request-asked-why = Why asked?
desk-rank-fairness-others-none = { $own }, the others none so far
desk-rank-fairness-others-hardly = { $own }, the others hardly any
desk-rank-fairness-others = { $own }, the others { $whole }.{ $tenth } on average

desk-request-fact-notice = Notice
desk-request-short-notice = Filed at short notice
