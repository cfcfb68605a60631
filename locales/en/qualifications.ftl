# Who has shown what
quals-title = Qualifications
quals-back = To the person
quals-training-link = Record a training day
quals-counts = Who may work where today?
quals-count = { $count ->
    [one] { $sector }: one person may work there.
   *[other] { $sector }: { $count } people may work there.
}
quals-table = Who lacks what?
quals-filter = Filter qualifications
quals-filter-sector = Field
quals-filter-whom = Who
quals-filter-all = All
quals-filter-everybody = Everybody
quals-filter-attention = Only where something is to do
quals-filter-name = Mediator
quals-lead = { $count ->
    [0] Nobody matches this filter.
    [one] One person is in the list.
   *[other] { $count } people are in the list.
}
quals-lead-sector = { $sector }: { $may ->
    [0] Nobody may work there today.
    [one] One person may work there today.
   *[other] { $may } people may work there today.
} { $lack ->
    [0] Nobody lacks anything.
    [one] One person still lacks something.
   *[other] { $lack } people still lack something.
}

# How it stands with one kind
quals-held = there
quals-held-until = there, valid until { $date }
quals-runs-out = holds only until { $date }
quals-expired = expired since { $date }
quals-missing = missing
quals-not-needed = not needed

# One volunteer
quals-of = Qualifications of { $name }
quals-may = May work today in:
quals-may-not = May not work today in:
quals-shown = Shown
quals-shown-none = This person has not shown anything yet.
quals-until = Valid until { $date }.
quals-until-open = Does not run out.
quals-seen = Seen on { $date }.
quals-seen-by = Seen on { $date } by { $name }.
quals-issued = Issued on { $date }.
quals-revoke = Take back
quals-revoke-what = Take back: { $kind }
quals-revoke-why = Why does it no longer count?
quals-why-mistake = It was recorded by mistake.
quals-why-no_longer_valid = It is no longer valid.
quals-revoked-title = Taken back
quals-revoked = { $kind }, seen on { $seen }. Taken back on { $date } by { $name }.
quals-record = Record a qualification
quals-record-hint = Record dates only. Keep no copy and no number.
quals-record-send = Record qualification
quals-kind = Qualification
quals-seen-on = Seen on
quals-day-form = For example 31/12/2027.
quals-seen-on-hint = The day on which you saw the paper.
quals-issued-on = Issued on
quals-issued-on-hint = The date on the paper. A certificate of good conduct needs it.
quals-valid-until = Valid until
quals-valid-until-hint = Leave this empty, and we work it out. An earlier day is possible.
quals-how-long = How long does what count?
quals-hint = { $kind }: valid for { $months } months.
quals-hint-fresh = { $kind }: valid for { $months } months. When shown, it is at most { $age } months old.
quals-hint-others = All others do not run out.

# What is wrong with the form
quals-problem-kind-missing = Please choose a qualification.
quals-problem-kind = We do not know this qualification. Please choose from the list.
quals-problem-day = There is no such day in the calendar. For example: { $example }
quals-problem-seen-missing = Please enter the day.
quals-problem-future = This day is still to come.
quals-problem-issued-later = The paper had not been issued on that day.
quals-problem-issued-missing = Please enter the date on the paper. We need to know how old it is.
quals-problem-too-old = The paper is too old. When shown, it must be at most { $months } months old.
quals-problem-until-issued = This is before the date on the paper.
quals-problem-until-seen = It had already run out when you saw it.
quals-problem-until-late = It is not valid for so long. { $date } is the latest possible day.
quals-problem-why = Please choose a reason.
quals-problem-nobody = Please choose at least one person.
quals-problem-somebody-else = One person is no longer in the list. Please check your choice.
quals-problem-one-by-one = This paper has a date of its own. Please record it for each person.

# A training day
quals-training-title = Record a training day for several people
quals-training-lead = One day, one qualification, many people.
quals-training-day = Day of the training
quals-training-day-hint = The qualification counts from this day.
quals-training-who = Who was there?
quals-training-send = Record for all
quals-training-done = { $count ->
    [one] Recorded for one person.
   *[other] Recorded for { $count } people.
}

# Whom an institution does not want
bans-title = Bans
bans-change = Record a ban
bans-of = Bans of { $name }
bans-lead = Only coordinators see this. Neither the person nor the institution is told.
bans-none = No institution has banned this person.
bans-since = Since { $date }.
bans-from-until = From { $from } to { $until }.
bans-end = Lift
bans-end-what = Lift the ban: { $institution }
bans-lifted = Lifted bans
bans-add = Record a ban
bans-institution = Institution
bans-note = Reason
bans-note-hint = Please without names of families. The reason stays, also after the ban is lifted.
bans-send = Record ban
bans-problem-institution = Please choose an institution.
bans-problem-note = Please write the reason.
bans-problem-stands = This ban is already there.

# Mail, four weeks before something ends
mail-runs-out-subject = One of your qualifications runs out soon
mail-runs-out-title = Please bring us a new one
mail-runs-out-lead = thank you for your help! One of your qualifications runs out soon.
mail-runs-out-kind = Qualification
mail-runs-out-until = Valid until
mail-runs-out-after = Please show us a new one before then. Just call us. We are happy to help.
mail-runs-out-fresh = The new paper may be at most { $months } months old.
mail-runs-out-keep = Without it we cannot ask you for some assignments any more.

# The audit trail
trail-qualification_recorded = Qualification recorded
trail-qualification_revoked = Qualification taken back
trail-qualification_ran_out = Qualification ran out
trail-offer_closed = Offer to { $volunteer } closed
desk-history-offer_closed = Offer to { $volunteer } closed
