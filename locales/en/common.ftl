locale-name = English
locale-direction = ltr

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-long = { $weekday }, { $day } { $month } { $year }
date-short = { $weekday }, { $day } { $month }
date-day-month = { $day } { $month }
date-numeric = { $day2 }/{ $month2 }/{ $year }
date-and-time = { $date }, { $time }
time-range = { $from } to { $until }
# No line ends between a number and one of these words, or the name of a month.
held-together = minute minutes hour hours km % €
length = { $hours ->
    [0] { $minutes } minutes
    [one] { $minutes ->
        [0] 1 hour
       *[other] 1 hour { $minutes } minutes
    }
   *[other] { $minutes ->
        [0] { $hours } hours
       *[other] { $hours } hours { $minutes } minutes
    }
}

mode-on_site = In person
mode-phone = By phone
mode-video = By video
gender-female = woman
gender-male = man
gender-diverse = non-binary

frame-skip = Skip to content
frame-main-menu = Main menu
frame-legal-menu = Legal
frame-language-menu = Language of this page
frame-good-to-know = Good to know
frame-back = Back
frame-help = Help
frame-accessibility = Accessibility
frame-privacy = Privacy
frame-imprint = Imprint
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-call = Questions? Give us a call.
frame-desk-role = Coordinator of the pool
frame-error = Error:
frame-continue = Continue
frame-change = Change
frame-to-start = To the start page
nav-requests = Requests
nav-new-request = New request
nav-my-page = My page
nav-today = Today
nav-week = Week
nav-more = More
nav-volunteers = Mediators
nav-institutions = Institutions
nav-qualifications = Qualifications
nav-figures = Figures
nav-team = Team
nav-mailbox = Demo mailbox

error-title-404 = This page does not exist
error-text-404 = The link may be incomplete. Please check the address.
error-title-403 = This form is no longer valid
error-text-403 = Please go back, reload the page and send the form again.
error-title-400 = We did not understand that
error-text-400 = Your browser sent something broken. Please go back and try again.
error-title-405 = This page cannot be opened like that
error-text-405 = Please open the page by a link or a button.
error-title-409 = Somebody was faster
error-text-409 = The details have changed. Please reload the page.
error-title-410 = This link is no longer valid
error-text-410 = The link has expired. Please give us a call.
error-title-413 = That is too much text
error-text-413 = Please shorten your text and send the form again.
error-title-415 = We do not know this format
error-text-415 = Please use the form on the page.
error-title-429 = Too many tries
error-text-429 = Please wait 15 minutes and try again.
error-title-500 = Something went wrong
error-text-500 = This is our fault. Nothing you entered is lost. Please try again in a few minutes.
error-title-503 = We will be back soon
error-text-503 = The service cannot be reached right now. Please try again in a few minutes.
error-summary = { $count ->
    [one] Please check one entry
   *[other] Please check { $count } entries
}
