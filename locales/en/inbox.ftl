# Mails that came to the pool.
inbox-title = Mails received
inbox-empty = No mail has come yet.
inbox-newest = The newest first
inbox-no-subject = Mail without a subject
inbox-kind-reply = Reply
inbox-kind-bounce = Returned
inbox-sender = From
inbox-when = When
inbox-text = Text of the mail
inbox-diagnostic = What the mail server says
inbox-no-text = The mail has no text.
inbox-about = What it is about
inbox-about-nothing = The mail does not say.
inbox-answer = Answer in your own mail program
inbox-done = Done
inbox-dead = This address takes no mails
inbox-dead-text = We do not write there any more. Please call and ask for the address.
inbox-restore = The address is right: write there again

# The history.
trail-address_bounced = Mail address takes no mails
trail-address_restored = Mail address works again
trail-mail_received = { $code ->
    [bounce] Mail came back
   *[other] Mail received
}
