# The team: coordinators
team-lead = These people see everything and may do everything that the pool can.
team-invite = Invite a person
team-name = Name
team-email = E-mail address
team-email-hint = The invitation and the codes for signing in go to this address.
team-since = In the team since
team-app = Authenticator app
team-app-yes = Ready
team-app-no = Missing
team-trail = Audit trail of this person
team-last-sign-in = Last sign-in
team-no-sign-in = None lately

team-new-title = Invite a person into the team
team-new-lead = The person gets a mail. When they first sign in, they set up their authenticator app.
team-new-send = Send the invitation
team-language = Language of the mails
team-language-empty = Please choose a language.
team-name-empty = Please enter the name.
team-name-too-long = The name is too long. 200 characters are allowed.
team-name-not-allowed = The name holds characters that are not allowed. Please type it again.
team-email-empty = Please enter the e-mail address.
team-already-there = This person is in the team already.

team-reset-title = Reset the authenticator app
team-reset-text = For a lost or new phone: app and recovery codes are no longer valid then. The person is signed out everywhere. After that they set up the app again.
team-reset-check = Talk to the person first. A mail alone is not enough: somebody may have forged it.
team-reset-own = This is you. You are signed out at once.
team-reset-button = Reset the app
team-retire-title = Remove from the team
team-retire-text = The person is signed out everywhere. They see nothing of the team any more. What they did stays in the audit trail.
team-retire-button = Remove from the team
team-last-one = This is the last person in the team. Invite somebody else first.
team-last-one-text = This is not possible now: one person must stay in the team.
