# Institutions: the coordinator's pages, registration, invitations.
institution-state-pending = Waits for a check
institution-state-approved = May ask
institution-state-paused = Paused
institution-state-retired = Ended
institution-state-refused = Refused

# List
institutions-title = Institutions
institutions-new = Add an institution
institutions-waiting = { $count ->
    [one] One institution waits for your check.
   *[other] { $count } institutions wait for your check.
}
institutions-waiting-show = Show
institutions-filter = Filter institutions
institutions-filter-name = Name
institutions-filter-state = State
institutions-filter-sector = Sector
institutions-filter-all = All
institutions-filter-apply = Show
institutions-filter-reset = Remove the filter
institutions-none-found = No institution fits this filter. Remove the filter. Or add a new institution.
institutions-none = There is no institution yet. Add the first one. Its contact then gets an invitation.
institutions-column-name = Name
institutions-column-sector = Sector
institutions-column-state = State

# Fields
institution-group-institution = The institution
institution-group-site = The site
institution-group-contact = The contact
institution-field-name = Name of the institution
institution-field-kind = Run by (optional)
institution-kind-none = Not said
institution-field-sector = Sector
institution-field-sector-hint = It decides which qualifications mediators need.
institution-field-choose = Please choose
institution-field-site-name = Name of the site
institution-field-site-name-hint = For example: main building
institution-field-street = Street and number
institution-field-postcode = Postcode
institution-field-city = City
institution-field-district = District
institution-field-contact-name = First and last name
institution-field-email = E-mail address
institution-field-email-hint = All mails go there. The person signs in with it.
institution-field-phone = Phone
institution-field-phone-hint = Mediators see the number only after they accepted.
institution-field-locale = Language of mails
institution-missing-name = Please give the name of the institution.
institution-missing-sector = Please choose the sector.
institution-missing-site-name = Please give the name of the site.
institution-missing-street = Please give street and number.
institution-missing-postcode = Please give the postcode.
institution-missing-city = Please give the city.
institution-missing-district = Please choose the district.
institution-missing-contact-name = Please give first and last name.
institution-missing-email = Please give the e-mail address.
institution-missing-phone = Please give a phone number.
institution-missing-locale = Please choose the language of mails.
institution-missing-reason = Please write why.
institution-wrong-postcode = This is no postcode. One looks like this: 48149
institution-wrong-phone = This is no phone number. One looks like this: 0251 555 0142
institution-address-of-coordinator = This person is part of the team. Their address is not changed here.

# Create and change
institution-create-title = Add an institution
institution-create-send = Add and invite
institution-create-hint = The contact gets a mail. After that they can ask at once.
institution-edit-title = Change details
institution-edit-hint = Requests that are filed keep their sector.
institution-save = Save
site-add-title = Add a site
site-edit-title = Change the site
site-edit-in-use = { $count ->
    [one] One open request is at this site. The new address counts for it. Please tell those involved.
   *[other] { $count } open requests are at this site. The new address counts for them. Please tell those involved.
}
contact-add-title = Add a contact
contact-add-send = Add and invite
contact-add-pending = The invitation comes only when you approve the institution.
contact-add-invited = The person gets a mail. It says how to ask.
contact-edit-title = Change the contact
contact-edit-hint = Name, address and language count for the person, elsewhere too. A new address ends signing in with the old one.

# One institution
institution-step = Institution, { $sector }
institution-facts = The institution
institution-fact-state = State
institution-fact-since = Since
institution-fact-sector = Sector
institution-fact-kind = Run by
institution-fact-kind-none = Not said
institution-fact-created = Added
institution-fact-refused = Reason
institution-waits-title = May this institution ask?
institution-waits-text = It registered itself. Check what it says. When in doubt, call.
institution-approve = Approve
institution-refuse = Refuse
institution-tasks = This needs you
institution-sites = Sites
institution-site-former = Closed sites: { $names }
institution-site-change = Change
institution-site-close = Close
institution-site-close-hint = Nobody chooses a closed site any more. Appointments there stay.
institution-site-only-one = This is the only site. Please add a new one first.
institution-site-add = Add a site
institution-contacts = Contacts
institution-contacts-none = Nobody can ask for this institution. Please add a contact.
institution-contacts-former = Former contacts: { $names }
institution-contact-change = Change
institution-contact-end = End access
institution-contact-invite = Invite again
institution-contact-request = Request for a caller
institution-contact-add = Add a contact
institution-contact-no-address = No address takes mail
institution-requests = Latest requests
institution-requests-none = This institution has not asked for anything yet.
institution-requests-all = All requests of this institution
institution-bans = Do not send again
institution-bans-none = There is no ban.
institution-ban-since = Since { $date }
institution-change = Change details
institution-actions = Change the state
institution-pause = Pause
institution-pause-hint = During a pause contacts see everything, but file no new request.
institution-resume = End the pause
institution-retire = End the cooperation

# Refusal and retirement
institution-refusal-title = Refuse the registration
institution-refusal-text = The contact reads the reason in a mail.
institution-refusal-reason = Why do you refuse?
institution-refusal-reason-hint = At most 300 characters. Please write who helps instead, too.
institution-refusal-send = Refuse and send the mail
institution-retirement-title = End the cooperation?
institution-retirement-text = After that nobody signs in for this institution. What was stays readable.
institution-retirement-final = This cannot be taken back.
institution-retirement-confirm = Yes, the cooperation is over.
institution-retirement-unconfirmed = Please tick that the cooperation is over.
institution-retirement-send = End
institution-retirement-open = { $count ->
    [one] One request is still open. Please cancel it first.
   *[other] { $count } requests are still open. Please cancel them first.
}
institution-retirement-open-show = See the requests
institution-retirement-open-why = Each cancellation hits a family and perhaps a mediator. So you decide on each of them.

# What a contact of a paused institution reads
list-paused-title = Your institution is paused
list-paused-text = You see all appointments. New requests are not possible right now. Questions? Give us a call.

# Registration, for everybody
register-title = Register an institution
register-lead = Register your institution. We check what you say. After that you can ask.
register-link-title = Is your institution new?
register-link-text = Register it. It takes about three minutes.
register-link = Register an institution
register-rules = Rules
register-send = Register
register-side-what = What happens next?
register-side-what-text = You get a mail at once. We check whether we may help you. You hear from us by { $date }.
register-side-data = What you tell us
register-side-data-text = We need it to reach you. The privacy page says more.
register-done-title = We have your registration
register-done-lead = Thank you. We check what you wrote. You hear from us by { $date }.
register-done-mail = We have sent a mail to the contact. It does not arrive? Look into the folder for advertising.
register-done-wrong = Is something wrong? Please give us a call.

# Mails
mail-registration-received-subject = We have your registration
mail-registration-received-title = We check your registration
mail-registration-received-lead = thank you. Your institution is registered with us.
mail-registration-received-by = You hear from us by { $date }.
mail-registration-received-late = We need a little more time. You hear from us soon.
mail-registration-received-after = Until then you cannot sign in to Sprachpool and cannot ask.
mail-registration-received-not-you = You did not register anything? Then please answer us briefly.
mail-registration-refused-subject = Your registration with Sprachpool
mail-registration-refused-title = We cannot take you in
mail-registration-refused-lead = we have checked your registration: { $institution }. Unfortunately we cannot take your institution in. This is the reason:
mail-registration-refused-after = Do you have questions? Give us a call or answer this mail.
mail-invited-subject = Your access to Sprachpool
mail-invited-title = Welcome to Sprachpool
mail-invited-by = { $name } has added you.
mail-invited-lead = you can now ask for your institution: { $institution }.
mail-invited-what = Volunteer language mediators help you with conversations in { $city }.
mail-invited-button = Sign in
mail-invited-sign-in = You need no password. You enter your mail address and get a code.
mail-invited-first = For the first request press “New request”. You name language, day and place. It takes about three minutes.
mail-invited-then = Then we look for somebody who fits. You get a mail as soon as somebody accepts.

# The audit trail
trail-institution_refused = Registration refused
trail-institution_paused = Institution paused
trail-institution_resumed = Pause ended
trail-institution_retired = Cooperation ended
trail-institution_changed = Details of the institution changed
trail-site_added = Site added
trail-site_changed = Site changed
trail-site_closed = Site closed
trail-contact_changed = Contact changed
trail-contact_ended = Access of a contact ended
trail-contact_invited = Contact invited
