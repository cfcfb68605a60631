sign-in-title = Sign in
sign-in-lead = For institutions, language mediators and the team.
sign-in-email = E-mail address
sign-in-email-hint = You need no password. We send you a mail with a link and a code.
sign-in-send = Get the mail
sign-in-email-empty = Please enter your e-mail address.
sign-in-email-wrong = This is not an e-mail address. One looks like this: name@kita.example
sign-in-email-too-long = The e-mail address is too long. 200 characters are allowed.
sign-in-email-not-allowed = The e-mail address holds characters that are not allowed. Please type it again.
sign-in-new-title = New here yourself?
sign-in-new-text = Your institution knows us? Or would you like to mediate? Please give us a call. We set up your access.

sign-in-code-title = Look into your mailbox
sign-in-code-lead = We have sent you a mail.
sign-in-code-text = Open the link in the mail. Or enter the code from the mail here.
sign-in-code = Code
sign-in-code-hint = The code has 6 digits. It is valid for { $minutes } minutes.
sign-in-code-incomplete = Please enter all 6 digits.
sign-in-code-wrong = { $tries ->
    [one] The code is wrong. You have one try left.
   *[other] The code is wrong. You have { $tries } tries left.
}
sign-in-over-title = This code is no longer valid
sign-in-over-text = It has expired, was used before, or was wrong too often. You can get a new mail.
sign-in-no-mail-title = No mail?
sign-in-no-mail-text = We only send mails to addresses that we know. Please check the address. Look into your junk folder, too.
sign-in-again = Get a new mail

sign-in-link-title = Sign in
sign-in-link-lead = You opened the link in our mail. Would you like to sign in now?
sign-in-link-confirm = Yes, I would like to sign in on this device.
sign-in-link-unconfirmed = Please tick that you would like to sign in.
sign-in-link-not-you = Did you not ask for a mail? Then close this page. Nothing will happen.
sign-in-used-title = This link has been used
sign-in-used-text = Somebody has signed in with this link already. Each link works only once.
sign-in-expired-title = This sign-in is no longer valid
sign-in-expired-text = The time is up. You can get a new mail.

sign-in-who-title = Who are you?
sign-in-who-lead = Several people use this e-mail address.
sign-in-who-legend = Your name
sign-in-who-empty = Please choose your name.
sign-in-role-coordinator = Coordination
sign-in-role-contact = Contact person
sign-in-role-volunteer = Language mediator
