# Rules: pages for the rules of the pool.
nav-rules = Rules
rules-title = Rules
rules-lead = This is how your pool works. Each change counts from a day on, and you can take it back.
rules-coming = What changes soon
rules-last = Changed last
rules-last-none = Nobody has changed anything here yet. Choose a rule above.
rules-none = Nothing stands here yet. Add the first rule.
rules-kind-state = { $count ->
    [0] No rule yet
    [one] 1 rule, last changed { $changed }
   *[other] { $count } rules, last changed { $changed }
}
rules-by = on { $date } by { $name }
rules-by-command = on { $date }, when the pool was set up
rules-by-somebody = somebody who has left the team
rules-ended-some = { $count ->
    [one] One rule counts no more
   *[other] { $count } rules count no more
}
rules-ended = Counts no more
rules-soon-begins = from { $date }
rules-soon-ends = ends on { $date }
rules-soon-changes = changes on { $date }
rules-detail = { $label }: { $value }
rules-yes = yes
rules-no = no
rules-nothing = nothing
rules-becomes = becomes
rules-in-language = { $field } ({ $language })
rules-title-neighbour = { $from } → { $to }
rules-title-travel_pair = { $from } – { $to }
rules-title-wrong = Please check: { $rule }

rules-from-day = Counts from
rules-from-day-hint = Empty: at once. Or a later day, for example 31/12/2027.
rules-from-now = at once
rules-from-label = Counts from
rules-change = Change
rules-save = Save
rules-add = Add
rules-saved = Saved. Counts from: { $from }.
rules-saved-from = Saved. From { $from } this counts: { $what }.
rules-taken-back = Taken back.
rules-taken-back-to = Taken back. This still counts: { $what }.
rules-same = It was so already. Nothing was changed.
rules-undo = Take back
rules-end = End this rule
rules-end-text = The rule will count no more. Its history stays, and you can take this back.
rules-stale-title = Somebody was quicker
rules-stale = This rule has been changed meanwhile, { $by }. On the right you see what counts now. Do you still want to save what you entered? Then send it once more.
rules-history = History
rules-history-from = Counts from { $date }.
rules-history-began = Added.
rules-history-ended = Ended.
rules-history-undone = Taken back.

rules-preview-title = Really change it? { $rule }
rules-preview-lead = Nothing has been saved yet. Please see first whom it touches.
rules-preview-forbidden = Not possible yet: this sector is in use. Give the institutions another one first.
rules-preview-harm = This would happen
rules-preview-confirm = Save all the same
rules-preview-cancel = Do not change it

# What a change touches
rules-harm-speakers = { $count ->
    [one] 1 person speaks this language. There will be no new requests for it.
   *[other] { $count } people speak this language. There will be no new requests for it.
}
rules-harm-searching = { $count ->
    [one] Somebody is still looked for, for 1 open request. The search goes on.
   *[other] Somebody is still looked for, for { $count } open requests. The search goes on.
}
rules-harm-accepted = { $count ->
    [one] 1 accepted appointment has to do with it. It stays.
   *[other] { $count } accepted appointments have to do with it. They stay.
}
rules-harm-fewer_neighbours = { $count ->
    [one] 1 open request will find fewer people.
   *[other] { $count } open requests will find fewer people.
}
rules-harm-living = { $count ->
    [one] 1 person lives there. Their way will count as far.
   *[other] { $count } people live there. Their way will count as far.
}
rules-harm-choosing_district = { $count ->
    [one] 1 person comes to certain districts only, this one among them.
   *[other] { $count } people come to certain districts only, this one among them.
}
rules-harm-sites = { $count ->
    [one] 1 site of an institution lies there.
   *[other] { $count } sites of institutions lie there.
}
rules-harm-institutions = { $count ->
    [one] 1 institution belongs to this sector. The pool will not ask for qualifications there any more.
   *[other] { $count } institutions belong to this sector. The pool will not ask for qualifications there any more.
}
rules-harm-choosing_sector = { $count ->
    [one] 1 person comes to certain sectors only, this one among them.
   *[other] { $count } people come to certain sectors only, this one among them.
}
rules-harm-not_qualified = { $count ->
    [one] 1 person may not mediate in at least one sector any more. They lack the qualification.
   *[other] { $count } people may not mediate in at least one sector any more. They lack the qualification.
}
rules-harm-flagged = { $count ->
    [one] 1 accepted appointment becomes a task: the person lacks a qualification.
   *[other] { $count } accepted appointments become tasks: the people lack a qualification.
}
rules-harm-holding = { $count ->
    [one] 1 person has shown this qualification. It will not be displayed any more.
   *[other] { $count } people have shown this qualification. It will not be displayed any more.
}
rules-harm-of_kind = { $count ->
    [one] 1 institution is of this kind.
   *[other] { $count } institutions are of this kind.
}
rules-harm-topic_refused = { $count ->
    [one] 1 open request has this topic. It goes on; new ones are refused.
   *[other] { $count } open requests have this topic. They go on; new ones are refused.
}
rules-harm-topic_doubtful = { $count ->
    [one] 1 open request has this topic. It goes on; new ones you check first.
   *[other] { $count } open requests have this topic. They go on; new ones you check first.
}
rules-harm-closed_appointments = { $count ->
    [one] 1 accepted appointment lies in these days. It stays, but the team is not there.
   *[other] { $count } accepted appointments lie in these days. They stay, but the team is not there.
}
rules-harm-closed_searching = { $count ->
    [one] 1 open request wants a date in these days. Nobody will be asked for it any more.
   *[other] { $count } open requests want a date in these days. Nobody will be asked for it any more.
}
rules-harm-too_tight = { $count ->
    [one] Once two accepted appointments then lie too close. They stay, but the way gets tight.
   *[other] { $count } times two accepted appointments then lie too close. They stay, but the way gets tight.
}
rules-harm-further = { $count ->
    [one] 1 open request is then too far for some. Fewer people come into question.
   *[other] { $count } open requests are then too far for some. Fewer people come into question.
}
rules-harm-late_refused = { $count ->
    [one] In the last 90 days 1 more request would have been refused.
   *[other] In the last 90 days { $count } more requests would have been refused.
}
rules-harm-late_filed = { $count ->
    [one] In the last 90 days 1 more request would have been late.
   *[other] In the last 90 days { $count } more requests would have been late.
}
rules-harm-not_free = { $count ->
    [one] 1 accepted appointment can then no longer be cancelled freely.
   *[other] { $count } accepted appointments can then no longer be cancelled freely.
}
rules-harm-short_day = { $count ->
    [one] Only 1 minute a day is left in which offers go out.
   *[other] Only { $count } minutes a day are left in which offers go out.
}
rules-harm-capped = { $count ->
    [one] 1 person has had so many offers in seven days already. They are asked again later only.
   *[other] { $count } people have had so many offers in seven days already. They are asked again later only.
}
rules-harm-cap_zero = { $count ->
   *[other] Then nobody is asked any more.
}
rules-harm-shorter_ways = { $count ->
    [one] 1 person has named no limit. Requests that are farther away will not reach them any more.
   *[other] { $count } people have named no limit. Requests that are farther away will not reach them any more.
}
rules-harm-broadcast = { $count ->
   *[other] Asking everybody at once fills fewer requests. In trial years it was 69 of 100 instead of 75. Two and a half times as many mails went out.
}

# What is wrong with an entry
rules-wrong-elsewhere = { $rule }: { $problem }
rules-wrong-long = This is too long. { $most } characters are allowed.
rules-wrong-characters = There are characters in it that are not allowed. Please type it again.
rules-wrong-many = These are too many. { $most } are allowed.
rules-wrong-number = Please enter a whole number.
rules-wrong-number-or-none = Please enter a whole number, or leave the field empty.
rules-wrong-choose = Please choose something.
rules-wrong-day = Please enter a day, for example 31.12.2027.
rules-wrong-time = Please enter a time, for example 21:00.
rules-wrong-policy-count = Please enter a number from 1 to 100.
rules-wrong-past = This day is over. Choose today or a later day.
rules-wrong-far = This is too far away. Ten years ahead are possible.
rules-wrong-key-code = Small letters without accents, digits and dashes are allowed, at most 60.
rules-wrong-key-language = This is no language code. Dari, for example, is prs.
rules-wrong-key-name = Please enter the name, at most 60 characters.
rules-wrong-key-day = Please enter a day, for example 31.12.2027.
rules-fault-unknown = It says “{ $what }”, and that will not be there.
rules-fault-not_known = The program does not know “{ $what }”.
rules-fault-twice = “{ $what }” is there already.
rules-fault-out_of_range = Possible is { $least } to { $most }.
rules-fault-german_missing = Please enter the German name.
rules-fault-empty = Please fill in this field.
rules-fault-zone = “{ $what }” is no time zone. Europe/Berlin, for example, is one.
rules-fault-prefix = Please take at most ten capital letters from A to Z.
rules-fault-mail_address = This is no mail address.
rules-fault-reminders = First comes the first reminder, then the second, then the task. Please change the numbers in this order.
rules-fault-too_few_to_ask = Please choose at least two languages.
rules-fault-clash = “{ $what }” is used by another language: { $other }.
rules-fault-clash-name = “{ $what }” is another language already.
rules-fault-own_neighbour = A language is not its own neighbour.
rules-fault-last_before_first = The last day lies before the first.
rules-fault-referral_missing = Who is refused must read why, and where there is help. Please write the sentence in German.
rules-fault-never_awake = At least { $minutes } minutes a day must be left.
rules-fault-unreadable = This does not fit the other rules. Please check what you entered.

# Areas and kinds
rules-area-languages = Languages
rules-area-work = What is mediated
rules-area-places = Places and ways
rules-area-days = Times and days
rules-area-asking = Deadlines, and who is asked
rules-area-pool = The pool

rules-kind-language = Languages
rules-about-language = An institution can choose these languages.
rules-new-language = New language
rules-kind-neighbour = Neighbouring languages
rules-about-neighbour = Who needs the first language is helped by the second, too. It counts in this direction only.
rules-new-neighbour = New neighbouring language
rules-kind-ambiguous = Ambiguous names
rules-about-ambiguous = These names mean several languages. The form asks which.
rules-new-ambiguous = New ambiguous name
rules-kind-sector = Sectors
rules-about-sector = Mediators work in these sectors. Each can ask for qualifications.
rules-new-sector = New sector
rules-kind-qualification = Kinds of qualifications
rules-about-qualification = Volunteers can show you these. Only that you have seen it is stored.
rules-new-qualification = New kind of qualification
rules-kind-topic = Topics
rules-about-topic = Here you say what you mediate, what you check and what you refuse.
rules-new-topic = New topic
rules-kind-occasion = Occasions
rules-about-occasion = An institution chooses among these. Each belongs to a topic.
rules-new-occasion = New occasion
rules-kind-mode = Ways to mediate
rules-about-mode = A conversation can take place like this: in person, by phone, by video.
rules-new-mode = New way to mediate
rules-kind-institution_kind = Kinds of institutions
rules-about-institution_kind = Who runs an institution. Nobody has to say it.
rules-new-institution_kind = New kind of institution
rules-kind-district = Districts
rules-about-district = The pool works out ways from these districts.
rules-new-district = New district
rules-kind-borough = Boroughs
rules-about-borough = Districts of one borough are near each other.
rules-new-borough = New borough
rules-kind-travel = Ways by borough
rules-about-travel = A way takes so many minutes, if nothing else is said for two districts.
rules-kind-travel_pair = Ways between two districts
rules-about-travel_pair = These two districts have a time of their own, in both directions.
rules-new-travel_pair = New way
rules-kind-closure = Closed days
rules-about-closure = The team is not there on these days. Nobody is asked, and they are no working days.
rules-new-closure = New closed days
rules-kind-holiday = Public holidays
rules-about-holiday = Mediators work on public holidays, but they are no working days.
rules-new-holiday = New public holiday
rules-kind-hours = Quiet hours
rules-about-hours = No offers and reminders go out in the quiet hours.
rules-kind-number = Numbers and limits
rules-about-number = Each number has a unit and one sentence on what it does.
rules-kind-dispatch = How people are asked
rules-about-dispatch = The pool asks so many people, and waits so long.
rules-kind-weights = Who is asked first
rules-about-weights = Points put all who can in order. Who has more is asked earlier.
rules-kind-pool = About the pool
rules-about-pool = Name and contact stand on every page and in every mail.

# What a rule is called
rules-key-code = Code
rules-key-hint-code = Short, small letters, no accents. It stays for ever, the name can change.
rules-key-language = Language code
rules-key-hint-language = The international code of the language. For example: ha for Hausa, so for Somali, prs for Dari.
rules-key-name = Name that people say
rules-key-hint-name = For example: Kurdisch.
rules-key-day = Day
rules-key-hint-day = The holiday in one year.

# Fields
rules-field-position = Place in the list
rules-hint-position = Small numbers stand at the top.
rules-field-language-name = Name
rules-field-language-also = Other spellings
rules-hint-language-also = One in each line. They mean exactly this language.
rules-field-language-signed = Sign language
rules-hint-language-signed = It cannot be mediated by phone.
rules-field-neighbour-from = Who needs this language
rules-field-neighbour-to = is helped by this one, too
rules-field-neighbour-strength = How well they understand each other
rules-hint-neighbour-strength = 100 means: as well as the language itself.
rules-field-neighbour-used = Is used
rules-hint-neighbour-used = Without the tick the row only waits.
rules-field-ambiguous-ask = Asks for
rules-hint-ambiguous-ask = At least two languages.
rules-field-ambiguous-also = Other spellings
rules-hint-ambiguous-also = One in each line.
rules-field-sector-name = Name
rules-field-sector-needs = Asks for these qualifications
rules-hint-sector-needs = Who lacks one of them is not asked there.
rules-field-qualification-name = Name
rules-field-qualification-valid_months = Counts so long
rules-hint-qualification-valid_months = Empty: for good. What has been noted does not change.
rules-field-qualification-max_age_months = May be so old when shown
rules-hint-qualification-max_age_months = Empty: of any age.
rules-field-qualification-only_born_after = Only for people born after this year
rules-hint-qualification-only_born_after = Empty: for all. For measles it is 1970.
rules-field-topic-name = Name
rules-field-topic-verdict = What happens to a request
rules-choice-verdict-allow = We mediate
rules-choice-verdict-doubtful = We check first
rules-choice-verdict-refuse = We refuse
rules-field-topic-referral = Sentence for the institution
rules-hint-topic-referral = The institution reads this sentence: why it cannot be done, and where there is help.
rules-field-occasion-name = Name
rules-field-occasion-usual_minutes = Usual length
rules-field-occasion-topic = Topic
rules-hint-occasion-topic = The topic decides whether you mediate.
rules-field-occasion-sectors = Only in these sectors
rules-hint-occasion-sectors = No tick: in all sectors.
rules-field-mode-name = Name
rules-field-institution_kind-name = Name
rules-field-district-name = Name
rules-field-district-borough = Borough
rules-field-borough-name = Name
rules-field-borough-neighbours = Borders on
rules-field-travel-same_district = In the same district
rules-field-travel-same_borough = In the same borough
rules-field-travel-neighbouring_borough = To the next borough
rules-field-travel-across = Across the city
rules-field-travel_pair-from = From
rules-field-travel_pair-to = To
rules-field-travel_pair-minutes = Length
rules-field-closure-first = First day
rules-field-closure-last = Last day
rules-field-closure-name = Name
rules-field-holiday-name = Name
rules-field-hours-from = Begins at
rules-field-hours-until = Ends at
rules-hint-hours-until = Twice the same time means: there are no quiet hours.
rules-field-dispatch-policy = Way of asking
rules-hint-dispatch-policy = In trial years waves filled 75 of 100 requests, everybody at once 69.
rules-field-dispatch-wave_minutes = From one wave to the next
rules-hint-dispatch-wave_minutes = Only time outside the quiet hours counts.
rules-field-dispatch-certainty_percent = Certainty
rules-hint-dispatch-certainty_percent = How sure a yes should be by the time the institution hears from you.
rules-field-dispatch-short_notice_certainty_percent = Certainty for near appointments
rules-hint-dispatch-short_notice_certainty_percent = More certainty means more mails at once. With 90 instead of 99 hardly anything fell.
rules-field-dispatch-short_notice_hours = An appointment is near in less than
rules-field-dispatch-most_waves = At most so many waves
rules-policy-waves = In waves, as few as needed
rules-policy-rolling = Always the same number at once
rules-policy-one_by_one = One after the other
rules-policy-pick = Collect several yeses, you choose
rules-policy-broadcast = Everybody at once
rules-policy-count = Its number
rules-policy-count-hint = How many at once, or how many yeses. For “One after the other” these are hours. Else empty.
rules-field-weights-forecast = Who will probably say yes
rules-hint-weights-forecast = With 0 the work was shared more evenly, for 8 percent more mails.
rules-field-weights-recent_assignment = Taken off for each assignment in 8 weeks
rules-hint-weights-recent_assignment = More shares the work better. With 0 it was left to few, with a tenth fewer mails.
rules-field-weights-recent_offer = Taken off for each offer in 7 days
rules-hint-weights-recent_offer = So that nobody gets too many mails. The effect was small.
rules-field-weights-rare_language = Sparing speakers of rare languages
rules-hint-weights-rare_language = With 0 they were free a little less often: 84 instead of 87 of 100 times.
rules-field-weights-same_volunteer = The same person as last time
rules-hint-weights-same_volunteer = Only when the institution wishes for it.
rules-field-weights-preferred_gender = Preferred gender
rules-field-weights-neighbour_percent = Taken off for neighbouring languages
rules-hint-weights-neighbour_percent = For each percent that is missing to the language itself.
rules-field-weights-level_step = Level of the language
rules-hint-weights-level_step = For each level above A1.
rules-field-weights-travel_minute = Taken off for each minute of the way
rules-field-pool-name = Name of the pool
rules-field-pool-city = City
rules-field-pool-operator = Who runs the pool
rules-field-pool-desk_person = Contact person
rules-field-pool-desk_phone = Phone
rules-field-pool-desk_phone_hours = Phone hours
rules-field-pool-desk_mail = Mail address
rules-field-pool-reference_prefix = Beginning of references
rules-hint-pool-reference_prefix = SP gives SP-2027-0042. Earlier references stay.
rules-field-pool-zone = Time zone
rules-hint-pool-zone = For example Europe/Berlin.

# Numbers
rules-number-filing_notice_minutes = Last moment for a request
rules-number-about-filing_notice_minutes = So long before the appointment the pool still takes a request.
rules-number-max_hours = Longest appointment
rules-number-about-max_hours = The form does not take longer ones.
rules-number-buffer_margin_minutes = Buffer between two appointments
rules-number-about-buffer_margin_minutes = It is added to the time for the way.
rules-number-travel_max_minutes = Longest way
rules-number-about-travel_max_minutes = It counts for all who name no limit themselves.
rules-number-weekly_offer_cap = Offers to one person in seven days
rules-number-about-weekly_offer_cap = Nobody gets more: this is a promise. Without the limit one person got up to 19 offers in trial years, and hardly more requests were filled.
rules-number-offer_answer_hours = Time to answer
rules-number-about-offer_answer_hours = An offer waits so long. Quiet hours do not count.
rules-number-search_deadline_hours = End of the search before the appointment
rules-number-about-search_deadline_hours = So long before, a person takes over. Quiet hours do not count.
rules-number-service_target_hours = Promise to the institution
rules-number-about-service_target_hours = By then it hears whether somebody comes. With 48 instead of 96 it was quicker in trial years, for 9 percent more mails.
rules-number-volunteer_lock_hours = Giving back by phone only
rules-number-about-volunteer_lock_hours = In the last hours an assignment is given back by phone only.
rules-number-mail_pause_days = Pause by one click
rules-number-about-mail_pause_days = So long is the pause that one chooses in a mail.
rules-number-registration_working_days = Answer to a registration
rules-number-about-registration_working_days = So soon a new institution hears from you.
rules-number-proof_reminder_days = First reminder after an appointment
rules-number-about-proof_reminder_days = After so many days without an answer the pool asks again.
rules-number-proof_second_reminder_days = Second reminder
rules-number-about-proof_second_reminder_days = Counted from the appointment.
rules-number-proof_task_days = Call after an appointment
rules-number-about-proof_task_days = Then it becomes a task for you. Counted from the appointment.

# Units: with a number, and beside a field
rules-unit-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
rules-unit-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
rules-unit-waking_hours = { $count ->
    [one] 1 hour without quiet hours
   *[other] { $count } hours without quiet hours
}
rules-unit-waking_minutes = { $count ->
    [one] 1 minute without quiet hours
   *[other] { $count } minutes without quiet hours
}
rules-unit-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
rules-unit-working_days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
rules-unit-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
rules-unit-year = { $count }
rules-unit-percent = { $count } percent
rules-unit-points = { $count ->
    [one] 1 point
   *[other] { $count } points
}
rules-unit-offers = { $count ->
    [one] 1 offer
   *[other] { $count } offers
}
rules-unit-waves = { $count ->
    [one] 1 wave
   *[other] { $count } waves
}
rules-unit-place = { $count }
rules-unit-other = { $count }
rules-in-minutes = minutes
rules-in-hours = hours
rules-in-waking_hours = hours without quiet hours
rules-in-waking_minutes = minutes without quiet hours
rules-in-days = days
rules-in-working_days = working days
rules-in-months = months
rules-in-year = year
rules-in-percent = percent
rules-in-points = points
rules-in-offers = offers
rules-in-waves = waves
rules-in-place = from the top
rules-in-other = number

trail-pool_rule_added = Added a rule: { $code }
trail-pool_rule_changed = Changed a rule: { $code }
trail-pool_rule_ended = Ended a rule: { $code }
