# The volunteer's own page: settings, languages, calendar, leaving.

me-past = Your last assignments
me-past-all = Show all
me-parts = On this page
me-no-past = There has been no assignment yet.
me-about-title = About you
me-settings-link = Change my details
me-calendar-link = My assignments in the calendar
me-leaving-link = I want to stop

settings-title = My details
settings-lead = Your offers follow from these. Each change counts at once. Only a new language is checked first.
settings-change = Change
settings-save = Save
settings-saved = Saved: { $what }. You can change it again here.
settings-rest = Another name, address or level of German? Please call us.
settings-none = not given
settings-yes = yes
settings-no = no
settings-language = { $language } ({ $level })
settings-languages = Languages
settings-problem-choose = Please choose an answer.
areas-problem-own-mode = Please choose at least one way. Do you want to help with none just now? Then take a break.

settings-modes = Kinds of assignments
settings-modes-title = How do you want to help?
settings-modes-hint = You may choose several.
settings-districts = Districts
settings-districts-title = In which districts?
settings-districts-hint = Nothing chosen means: everywhere.
settings-whole-borough = All of { $name }
settings-travel = Longest way
settings-travel-title = How many minutes may the way take?
settings-travel-hint = One way, from home. If you say nothing, it is { $minutes } minutes.
settings-sectors = Fields
settings-sectors-title = In which fields?
settings-sectors-hint = Nothing chosen means: in all fields.
settings-cap = Assignments in a week
settings-cap-title = How many assignments in a week at most?
settings-cap-hint = If you say nothing, there is no limit.
settings-phone = Phone
settings-phone-title = What is your phone number?
settings-phone-hint = If you like. We call only when it is urgent.
settings-consent = Passing on the number
settings-consent-title = May the contact person have your number?
settings-consent-hint = Only after you have accepted. Families never get it.
settings-mails = Language of mails
settings-mails-title = In which language shall we write to you?
settings-mails-hint = This goes for mails and for these pages.

my-languages-title = My languages
my-languages-none = No language is entered yet. So no offer comes.
my-languages-remove = Remove
my-languages-take-back = Take back
my-languages-wished = We still look at this
my-languages-wished-text = You hear from us. Until then everything stays as it is.
my-languages-new = New language or another level
my-languages-new-text = Somebody of the team looks at it and may call you. A lower level counts at once.
my-languages-lower-title = { $language }: change the level
my-languages-lower-now = { $language } stands in your details like this: { $before }.
my-languages-lower-question = Do you really want to change that? It will then be: { $level }.
my-languages-lower-back = That counts at once. The way back takes a check.
my-languages-lower-yes = Yes, change the level
my-languages-lower-no = No, keep it as it is
my-languages-language = Language
my-languages-level = How well do you speak it?
my-languages-save = Send
my-languages-problem-language = Please choose a language.
my-languages-problem-level = Please choose how well you speak it.
my-languages-remove-title = Remove { $language }
my-languages-remove-lead = You get no more offers for this language. This counts at once.
my-languages-remove-appointments = { $count ->
    [one] You have accepted one assignment in this language. It stays. Please give it back if you do not come.
   *[other] You have accepted { $count } assignments in this language. They stay. Please give them back if you do not come.
}
my-languages-remove-offers = { $count ->
    [one] One offer in this language is open. You cannot accept it then.
   *[other] { $count } offers in this language are open. You cannot accept them then.
}
my-languages-remove-sure = Are you sure?
my-languages-remove-yes = Yes, remove this language
my-languages-remove-button = Remove
my-languages-remove-choose = Please confirm that the language is removed.

feed-title = My assignments in the calendar
feed-lead = Your calendar can fetch your accepted assignments by itself. It also learns of cancellations.
feed-none = There is no address for your calendar yet.
feed-make = Make an address
feed-subscribe = Subscribe in the calendar
feed-address = Your private address
feed-address-hint = Paste it in your calendar under “subscribe to a calendar”.
feed-renew-title = Does somebody else have the address?
feed-renew-text = Then make a new one. The old one shows nothing any more.
feed-renew = Make a new address
feed-end-title = End the calendar
feed-end-text = The address shows nothing any more then.
feed-end = End the calendar
feed-private = Whoever knows the address sees your assignments with place and time. Please give it to nobody.

leaving-title = I want to stop
leaving-lead = We are sorry that you go. This happens when you confirm it.
leaving-then = What happens
leaving-appointments = { $count ->
    [0] No assignment is coming up.
    [one] One assignment goes back. We look for somebody else.
   *[other] { $count } assignments go back. We look for others.
}
leaving-offers = { $count ->
    [0] No offer is open.
    [one] One open offer ends.
   *[other] { $count } open offers end.
}
leaving-sign-in = You cannot sign in any more.
leaving-soon-title = Please call us first
leaving-soon = { $count ->
    [one] One assignment begins in less than { $hours } hours. A search by mail would be too late.
   *[other] { $count } assignments begin in less than { $hours } hours. A search by mail would be too late.
}
leaving-too-soon = An assignment begins very soon. We know of it now. Please call us.
leaving-kept-title = What we keep
leaving-kept = { $months ->
    [one] We keep your details for one month. Then we delete them.
   *[other] We keep your details for { $months } months. Then we delete them.
}
leaving-counts = Your assignments still count, but without your name.
leaving-download = First look at my data
leaving-choice = Your decision
leaving-leave = I stop
leaving-erase = I stop, and you shall delete my data right away
leaving-erase-hint = Somebody of the team checks that. After it you cannot simply come back.
leaving-send = Confirm
leaving-choose = Please choose what you want.
leaving-pause = Do you only need some rest? Then rather take a break.
left-title = Thank you for your help
left-lead = You get no more offers.
left-kept = We delete your details after the deadline.
left-erased = We delete your details as soon as nothing is open any more.
left-back = Do you want to come back? Please call us.
left-reports = You can still report these assignments.
own-page-link = All assignments and your times

# Said once at the top, after something was saved
said-times = Your free times are saved.
said-times-none = Saved. You have not given any free time. You do not get any offers now.
said-absence = Saved. You are away: { $days }.
said-absence-removed = Saved. The absence is removed.
said-language-waits = Saved. We still have to look at it.
said-language-changed = Saved. The new level counts from now on.
said-language-same = Your details say so already. Nothing has changed.
said-language-removed = Saved. The entry is removed.
said-calendar-made = Saved. Your calendar has an address now.
said-calendar-renewed = Saved. The new address is below. The old one no longer works.
said-calendar-ended = The address no longer works.
said-wishes = Saved. This is how we ask you from now on.
said-forecast = The estimate is deleted.
said-resumed = The break has ended. You get offers again.
