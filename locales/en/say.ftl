# Volunteers say what they want to be asked, and read why they were (not) asked.
desk-reason-refused_institution = Does not want to be asked by this institution.
desk-reason-refused_occasion = Does not want to be asked for this kind of appointment.
desk-reason-short-refused_institution = did not want this institution
desk-reason-short-refused_occasion = did not want this kind of appointment

# On the offer's page
offer-known = No, I know the family
offer-known-hint = This stays between us. We do not ask you again for this request.
wishes-link-title = Do the requests suit you?
wishes-link = Fewer mails or other requests
why-title = Why am I asked?
why-fits = Language, time and place fit what you told us.
why-same = You have been there before. The same person is wished for again.
why-gender = A wish about gender fits you.
why-language = You speak exactly the language that is needed.
why-neighbour = You speak a language that is close to the one needed.
why-no-assignments = You had no assignment in the last 8 weeks.
why-assignments = { $count ->
    [one] You had one assignment in the last 8 weeks.
   *[other] You had { $count } assignments in the last 8 weeks.
}
why-no-offers = We have not asked you in the last 7 days.
why-offers = { $count ->
    [one] We asked you once in the last 7 days.
   *[other] We asked you { $count } times in the last 7 days.
}
why-same-district = The appointment is in your district.
why-travel = Your way takes about { $count } minutes.

# What they want to be asked
wishes-title = What may we ask you for?
wishes-lead = Choose what we should change for you. You need not give a reason.
wishes-now = How it is now
wishes-now-most = { $count ->
    [one] You get at most 1 offer in 7 days.
   *[other] You get at most { $count } offers in 7 days.
}
wishes-now-pool = You get at most { $count } offers in 7 days. We send nobody more.
wishes-not = We do not ask you any more: { $what }
wishes-some-institution = an institution ({ $kind }), since { $date }
wishes-institution = the institution { $name }
wishes-occasion = “{ $name }”
wishes-how-often = How often may we ask you?
wishes-at-most = { $count ->
    [one] At most 1 offer in 7 days
   *[other] At most { $count } offers in 7 days
}
wishes-as-pool = More again: up to { $count } offers in 7 days
wishes-what-not = What should we no longer ask you for?
wishes-refuse-institution = Nothing more from this institution ({ $kind })
wishes-refuse-institution-hint = This means the institution that asks for this appointment.
wishes-refuse-occasion = Nothing more for this kind of appointment: { $occasion }
wishes-again = What may we ask you for again?
wishes-take-back = Ask again: { $what }
wishes-save = Save choice
wishes-choose = Please choose what we should change.
wishes-next-title = Good to know
wishes-next-private = The institutions do not learn of it. Only the coordination sees it.
wishes-next-offers = You can still accept offers that you already have.
wishes-next-undo = You can take back each choice.
wishes-back-offer = Back to the offer
wishes-back-pause = To the pause
me-asked-title = What we ask you for
me-wishes-link = Fewer mails or other requests

# Why (not) me?
asked-title = Why was I (not) asked?
asked-lead = These are the requests of the last 30 days for your languages.
asked-by-now = This rests on what you have told us until today. It may have been different then.
asked-yes = Asked
asked-no = Not asked
asked-older = Show older ones
asked-newer = Show newer ones
asked-dates = { $count ->
    [one] { $first }, or another date
   *[other] { $first }, or { $count } other dates
}
asked-none = There was no request for your languages in the last 30 days.
asked-accepted = You said yes.
asked-given-back = You had said yes. The assignment is not yours any more.
asked-declined = You said no.
asked-known-to-me = You know the family. Only you see this.
asked-willing = You said yes. The coordination is still choosing.
asked-open = Your answer is still missing.
asked-closed = The offer was over before you answered.
asked-bounced = Our mail came back. Please call us.
asked-runs = The search goes on. Others came first.
asked-filled = Others came first. Somebody was found already.
asked-cancelled = Others came first. The appointment was cancelled.
asked-unfilled = Others came first. Then the search was over.
asked-change-absences = Change my absences
asked-load = { $count ->
    [one] Today we count one assignment of yours in 8 weeks. Those who had fewer are asked earlier.
   *[other] Today we count { $count } assignments of yours in 8 weeks. Those who had fewer are asked earlier.
}
later-offers = { $count ->
    [one] We had asked you once in the 7 days before.
   *[other] We had asked you { $count } times in the 7 days before.
}
later-rare-language = You also speak a language that few speak. We keep you free for it.
later-neighbour = A similar language was needed.
later-travel = Your way takes about { $count } minutes.
why-not-language = This language is not in your details.
why-not-language_level = The language is needed at level { $needed }.
why-not-german_level = German is needed at level { $needed }.
why-not-gender = Another gender was expressly wished for.
why-not-mode = This form is not in your details: { $mode }.
why-not-district = This district is not in your details.
why-not-travel = Your way takes { $minutes } minutes. You want at most { $most }.
why-not-sector = This field is not in your details.
why-not-availability = On { $weekday }, { $time }, you are not free in your weekly plan.
why-not-availability-several = On these days you are not free, your weekly plan says.
why-not-absence = You are entered as absent from { $from } to { $until }.
why-not-closed = The pool is closed from { $from } to { $until }.
why-not-busy = You already have another assignment then.
why-not-buffer = You have another assignment shortly before or after.
why-not-qualification-missing = A proof is missing for this: { $kind }.
why-not-qualification-expired = A proof has run out by then: { $kind }.
why-not-refused_institution = You do not want to be asked by this institution.
why-not-refused_occasion = You do not want to be asked for this kind of appointment.
why-not-paused = You have a pause until { $date }.
why-not-paused-open = You have a pause at the moment.
why-not-weekly_cap = You already had { $cap } assignments in this week. You do not want more.
why-not-offer_cap = { $cap ->
    [one] You had already had one offer in 7 days.
   *[other] You had already had { $cap } offers in 7 days.
}

# The forecast
forecast-title = What we estimate from your answers
forecast-title-desk = What we estimate from the answers
forecast-known = Of { $offers } offers: { $yes } accepted, { $no } declined, { $silent } without an answer.
forecast-use = From this we estimate how likely a yes is.
forecast-never = A no is always fine. We first ask people who will probably say yes. So everybody gets fewer mails. Nobody is forgotten.
forecast-none = We estimate nothing from your answers yet.
forecast-none-desk = We estimate nothing from the answers yet. The pool's average counts then.
forecast-forget = Please forget this
forecast-forget-desk = Delete estimate

# On the desk
desk-wishes-title = Wishes about requests
desk-wishes-most = { $count ->
    [one] Wants at most 1 offer in 7 days.
   *[other] Wants at most { $count } offers in 7 days.
}
desk-wishes-none = There is nothing that this person does not want to be asked for.
desk-wishes-since = Not asked since { $date }
desk-wishes-end = Ask again
desk-wishes-private = The institutions do not learn of it.

# Mails
mail-offer-wishes = Fewer mails or other requests
mail-wishes-changed-subject = What we ask you for in the Sprachpool
mail-wishes-changed-title = Your choice is saved
mail-wishes-changed-lead = we have changed what we ask you.
mail-wishes-changed-most = { $count ->
    [one] You get at most 1 offer in 7 days.
   *[other] You get at most { $count } offers in 7 days.
}
mail-wishes-changed-institutions = { $count ->
    [one] You get no offers from 1 institution.
   *[other] You get no offers from { $count } institutions.
}
mail-wishes-changed-occasions = { $count ->
    [one] You get no offers for 1 kind of appointment.
   *[other] You get no offers for { $count } kinds of appointments.
}
mail-wishes-changed-button = See or take back the choice
mail-wishes-changed-after = Was this a mistake? Then simply take the choice back. Assignments that you accepted still stand.

# The audit trail
trail-volunteer_offer_cap_changed = Changed: how many offers in 7 days are wanted
trail-refusal_made = { $code ->
    [institution] Does not want to be asked by { $institution }
   *[other] Does not want to be asked for a kind of appointment
}
trail-refusal_taken_back = { $code ->
    [institution] May be asked again by { $institution }
   *[other] May be asked again for a kind of appointment
}
trail-forecast_forgotten = Estimate from the answers deleted
