volunteer-list-title = Volunteers
volunteer-list-new = Add a person
volunteer-list-filter = Search for people
volunteer-list-name = Name
volunteer-list-language = Language
volunteer-list-state = State
volunteer-list-all-languages = All
volunteer-list-all-states = Everybody who is with us
volunteer-list-state-active = Active
volunteer-list-state-paused = On a break
volunteer-list-state-retired = Has left
volunteer-list-apply = Show
volunteer-list-reset = Clear the filter
volunteer-list-none = Nobody fits this search.
volunteer-list-empty = Nobody has been added yet
volunteer-list-empty-text = Add the first person. You need a name and an e-mail address. Languages and times come after that.
volunteer-list-column-name = Name
volunteer-list-column-languages = Languages
volunteer-list-column-district = District
volunteer-list-column-state = State

volunteer-state-active = active
volunteer-state-paused = on a break until { $date }
volunteer-state-paused-open = on a break until further notice
volunteer-state-retired = has left

volunteer-new-title = Add a person
volunteer-new-lead = First the person. You enter languages, times and fields afterwards.
volunteer-new-save = Add the person
volunteer-known = To this person's page
volunteer-person-title = Change person and contact
volunteer-save = Save
person-name = Name
person-name-hint = As the person calls themselves. One word will do.
person-email = E-mail address
person-email-hint = Offers and sign-in mails go here. Several people may share an address.
person-phone = Phone (optional)
person-phone-consent = The number may be passed on to the contact person
person-phone-consent-hint = Only after a yes. Families never get it.
person-locale = Language of mails and pages
person-gender = Gender
person-birth-year = Year of birth
person-birth-year-hint = Four digits. Only adults can take part.
person-home = Home district (optional)
person-home-hint = We work out the way from here.
person-home-none = Not said
person-german = How good is their German?
person-problem-name = Please enter the name.
person-problem-known = This person is already entered with this address.
person-problem-email = Please enter an e-mail address, for example name@post.example
person-problem-phone = Please write the number in digits, for example 0251 555 0123
person-problem-phone-missing = The permission needs a number. Please enter it.
person-problem-gender = Please choose the gender.
person-problem-year = Please write the year in four digits.
person-problem-too-young = Whoever takes part must be at least 18 years old.
person-problem-german = Please choose a level of German.

volunteer-languages-title = Change languages
languages-none = No language has been entered yet.
languages-level = Level
languages-remove = Remove
languages-new = Add a language
languages-language = Language or dialect (optional)
languages-language-hint = For example: Kurmanji or Arabic (Levantine)
languages-which = Which language is meant?
languages-problem-level = Please choose how well the person speaks this language.

volunteer-areas-title = Change the kind of work
areas-modes = How can the person help?
areas-problem-mode = Please choose at least one way.
areas-sectors = In which fields?
areas-sectors-hint = Nothing chosen means: in every field.
areas-districts = In which districts?
areas-districts-hint = Nothing chosen means: everywhere.

volunteer-limits-title = Change limits
limits-travel = Longest way in minutes (optional)
limits-travel-hint = One way from home. If nothing is said, it is { $minutes } minutes.
limits-cap = At most so many assignments in a week (optional)
limits-cap-hint = If nothing is said, there is no limit.
limits-problem = Please write a number from { $least } to { $most }.

volunteer-part-person = Person and contact
volunteer-part-person-none = Nothing entered yet.
volunteer-part-person-change = Change the person
volunteer-part-languages = Languages
volunteer-part-languages-none = No language yet. No offer will come.
volunteer-part-languages-change = Change languages
volunteer-part-times = Free times
volunteer-part-times-none = No times yet. No offer will come.
volunteer-part-times-change = Change times
volunteer-part-absences = Absences
volunteer-part-absences-none = None entered.
volunteer-part-absences-change = Change absences
volunteer-part-areas = Kind of work
volunteer-part-areas-none = Not said yet whether on site, by phone or by video. No offer will come.
volunteer-part-areas-change = Change the kind of work
volunteer-part-limits = Limits
volunteer-part-limits-none = No limits.
volunteer-part-limits-change = Change limits
volunteer-about-email = E-mail
volunteer-about-phone = Phone
volunteer-about-locale = Language of mails
volunteer-about-gender = Gender
volunteer-about-birth-year = Year of birth
volunteer-about-home = District
volunteer-about-german = German
volunteer-about-modes = How
volunteer-about-districts = Districts
volunteer-about-sectors = Fields
volunteer-about-travel = Way
volunteer-about-cap = In a week
volunteer-phone-yes = { $phone } (may be passed on to the contact person)
volunteer-phone-no = { $phone } (only for you)
volunteer-everywhere = everywhere
volunteer-every-sector = all
volunteer-travel = { $minutes } minutes at most
volunteer-travel-usual = { $minutes } minutes at most, as usual in the pool
volunteer-cap = { $count ->
    [one] one assignment at most
   *[other] { $count } assignments at most
}
volunteer-cap-none = no limit
volunteer-absent = Not there
volunteer-missing = Still missing
volunteer-missing-text = Until then we do not ask the person.
volunteer-missing-languages = Enter languages
volunteer-missing-areas = Enter the kind of work
volunteer-missing-times = Enter free times
volunteer-bounced = Mails to this address came back.
volunteer-bounced-change = Change the address
volunteer-qualifications = Qualifications
volunteer-qualifications-change = See and record qualifications
volunteer-appointment = { $institution }, { $language }
volunteer-ahead = Next assignments
volunteer-ahead-none = No assignment lies ahead.
volunteer-past = Last assignments
volunteer-past-none = No assignment yet.
volunteer-asked = Asked so often
volunteer-asked-week = { $count ->
    [0] No offer in 7 days, { $most } at most.
    [one] One offer in 7 days, { $most } at most.
   *[other] { $count } offers in 7 days, { $most } at most.
} Yes: { $yes }, no: { $no }, no answer: { $none }.
volunteer-asked-month = { $count ->
    [0] No offer in 30 days.
    [one] One offer in 30 days.
   *[other] { $count } offers in 30 days.
} Yes: { $yes }, no: { $no }, no answer: { $none }.
volunteer-invite = Welcome
volunteer-invite-text = The mail says what happens now, and how to sign in.
volunteer-invite-send = Send the welcome
volunteer-invite-again = Send again
volunteer-invited = Sent: { $when }
volunteer-pause = Break and end
volunteer-pause-begin = Enter a break
volunteer-pause-end = End the break
volunteer-pause-title = Enter a break
volunteer-pause-lead = During the break no new offers come. What was accepted stays.
volunteer-pause-until = Until a day
volunteer-pause-open = Until further notice
volunteer-pause-start = Start the break
volunteer-pause-far = A break can last two years at most. Otherwise choose “Until further notice”.
volunteer-retire = Leaves
volunteer-retired = Has left
volunteer-retired-text = The person gets no offers and cannot sign in any more.

retire-title = { $name } leaves
retire-lead = This happens when you confirm:
retire-offers = { $count ->
    [0] No offer is open.
    [one] One open offer is closed. We ask the next person.
   *[other] { $count } open offers are closed. We ask the next people.
}
retire-sign-in = Signing in ends. Links in old mails say that the person has left.
retire-kept = Earlier assignments stay in the statistics.
retire-given-back = These assignments are given back
retire-given-back-text = The search begins again at once. The institutions get a mail.
retire-soon = These assignments begin soon
retire-soon-text = They begin in less than { $hours } hours. A new search by mail would be too late. Please find a replacement first.
retire-sure = Are you sure?
retire-yes = Yes, the person leaves
retire-save = Confirm
retire-choose = Please confirm that the person leaves.
retire-problem-soon = An assignment begins very soon. Please find a replacement first.

week-title-own = My free times
week-title-desk = Free times
week-heading = Free times: { $name }
week-lead-own = We ask you for these times only. You can change them at any time.
week-lead-desk = We ask the person for these times only.
week-hint = Tick what is free in every week.
week-hint-exact = A time does not fit the boxes? Then write it beside them, for example from 9:30 to 11:15. Midnight at the end of the day is 24:00. For one more time on the same day: save first.
week-caption = Free times in the week
week-day = Day
week-exact = Exact times
week-o-clock = o'clock
week-from = from
week-until = to
week-save = Save the times
week-none-hint = Nothing ticked at all? Then no offers will come.
week-problem-order = { $day }: the end must come after the start. Midnight is 24:00.
week-problem-half = { $day }: please enter start and end.
week-problem-time = { $day }: please write the times like this: 9:30
week-outside = Accepted, but outside these times
week-outside-text-own = These assignments stand. You cannot come? Then please give the assignment back.
week-outside-text-desk = These assignments stand. The person cannot come? Then they have to give the assignment back.

absence-title-own = My absences
absence-title-desk = Absences
absence-heading = Absences: { $name }
absence-lead-own = We do not ask you on these days.
absence-lead-desk = We do not ask the person on these days.
absence-none-own = You have entered no absence.
absence-none-desk = No absence has been entered.
absence-days = { $from } to { $until }
absence-during = Something has been accepted for these days already.
absence-during-text-own = The assignment stands. You cannot come? Then please give it back.
absence-during-text-desk = The assignment stands. The person cannot come? Then give it back here.
absence-remove = Remove
absence-new = Enter an absence
absence-from = First day
absence-hint = For example { $example }
absence-until = Last day
absence-until-hint = Leave it empty if it is only one day.
absence-stays = An assignment that was accepted is not cancelled by this.
absence-add = Enter
absence-problem-missing = Please name the first day, for example { $example }
absence-problem-date = This day does not exist. Please write it like this: { $example }
absence-problem-unread = Please write the day like this: { $example }
absence-problem-order = The last day comes before the first one. Please check both days.
absence-problem-past = These days are over already.
absence-problem-long = This is too long or too far away. One year at most is possible. For longer there is the break.

me-schedule-title = My times
me-schedule-text = We only ask you when you are free.
me-change-times = Change my times
me-add-absence = Enter an absence

mail-volunteer-invited-subject = Welcome to { $pool }
mail-volunteer-invited-title = Welcome to Sprachpool
mail-volunteer-invited-lead = it is good to have you with us! You are now entered as a language mediator.
mail-volunteer-invited-offers = If an appointment fits you, you get a mail. It tells the day, the time, the language and the district.
mail-volunteer-invited-answer = You answer by the link in the mail. You have about { $hours } hours for that.
mail-volunteer-invited-free = You may always say no. You need not give a reason.
mail-volunteer-invited-button = Sign in
mail-volunteer-invited-after = You need no password. We send you a mail to sign in.
mail-volunteer-invited-times = Once signed in you see your assignments. There you can change your times, too.

trail-volunteer_changed = Person or contact changed
trail-volunteer_languages_changed = Languages changed
trail-volunteer_availability_changed = Free times changed
trail-volunteer_areas_changed = Kind of work changed
trail-volunteer_limits_changed = Limits changed
trail-volunteer_invited = Welcome sent
trail-absence_added = Absence entered
trail-absence_removed = Absence removed
trail-person_address_changed = E-mail address changed
