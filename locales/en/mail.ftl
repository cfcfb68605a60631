mail-greeting = Dear { $name },
mail-greeting-nobody = Hello,
mail-regards = Kind regards
mail-phone = Phone
mail-or-open = Or open:
mail-footer-private = This link is only for you. Please do not forward this mail.
mail-footer-pause = Would you like a break?
mail-footer-pause-link = You can set it here
mail-footer-own-page = All assignments and your times
mail-footer-automatic = This mail comes from Sprachpool. A person reads your answer.

mail-row-language = Language
mail-row-where = Where
mail-row-what = What
mail-row-how = How
mail-row-or = Or
mail-row-reference = Number
mail-row-institution = Institution
mail-row-place = Place
mail-row-address = Address
mail-row-meeting-point = Meeting point
mail-row-contact = Contact
mail-row-phone = Phone
mail-row-remarks = Note
mail-row-volunteer = Language mediator
mail-language-value = { $language } and German
mail-where-value = { $sector }, { $district } district
mail-how-value = { $mode }, about { $length }
mail-slot-value = { $date }, { $time }

mail-sign-in-subject = Your sign-in to Sprachpool
mail-sign-in-title = Your sign-in
mail-sign-in-lead = the link signs you in. Or you enter this code:
mail-sign-in-until = Link and code are valid until { $time }.
mail-sign-in-button = Sign in now
mail-sign-in-not-you = You did not want to sign in? Then there is nothing to do.

mail-received-subject = We have your request { $reference }: { $date }, { $time } ({ $language })
mail-received-title = We have your request
mail-received-lead = thank you. Your request has the number { $reference }.
mail-received-next = We are asking language mediators now.
mail-received-by = You will hear from us by { $when }.
mail-received-after = The page of your request shows how it stands. You can also cancel there.
mail-request-button = See your request

mail-offer-subject = Are you free on { $date } at { $time }? ({ $language })
mail-offer-title = Are you free on { $weekday }?
mail-offer-lead = we are looking for a language mediator for this appointment.
mail-offer-by = Please answer by { $when }.
mail-offer-button = Look and answer
mail-offer-after = You can say yes or no. You need not give a reason. Several people have been asked. The first yes counts.
mail-offer-after-alone = You can say yes or no. You need not give a reason. At the moment we ask only you. Later we may ask others, too. The first yes counts.
mail-offer-wished = The institution wishes for you again.

mail-declined-subject = Your no for { $date }, { $time } ({ $language })
mail-declined-title = Thank you for your answer
mail-declined-lead = you said no. That is fine. There is nothing more to do.
mail-declined-after = Are you free after all? You can change your answer as long as the place is open.
mail-declined-button = See your answer

mail-offer-cancelled-subject = Cancelled: { $date }, { $time } ({ $language })
mail-offer-cancelled-title = The appointment is cancelled
mail-offer-cancelled-lead = we had asked you about this appointment. The institution has cancelled it. There is nothing to do.
mail-offer-cancelled-after = Thank you for being part of Sprachpool.

mail-assigned-subject = Your yes: { $date }, { $time } ({ $language })
mail-assigned-title = Thank you! You take the assignment
mail-assigned-lead = you said yes. Here is everything for the appointment.
mail-assigned-button = See the assignment
mail-assigned-after = You cannot come after all? Then please give the assignment back early, on its page.
mail-assigned-lock = In the last { $hours } hours before it starts, please call us.
mail-assigned-nobody-there = Nobody answers our phone? Then call the contact person.
mail-assigned-secret = Please talk to nobody about what you hear there.

mail-confirmed-subject = Confirmed: { $date }, { $time } ({ $language })
mail-confirmed-title = Somebody is coming
mail-confirmed-lead = we have found somebody for your appointment.
mail-confirmed-slip = On the page of your request there is a slip for the family, in their language.
mail-confirmed-after = You no longer need the appointment? Then please cancel early.
mail-confirmed-no-phone = Something to pass on? Please call us.
mail-confirmed-private-phone = Please do not pass the phone number on to the family.

mail-given-back-subject = Given back: { $date }, { $time } ({ $language })
mail-given-back-title = You have given the assignment back
mail-given-back-lead = thank you for telling us. We are now looking for somebody else. There is nothing more to do.

mail-restarted-subject = We are searching again: { $date }, { $time } ({ $language })
mail-restarted-title = We are searching again
mail-restarted-lead = the person for your appointment cannot come after all. We are already asking other language mediators.
mail-restarted-by = You will hear from us by { $when }.
mail-restarted-after = Your request keeps its number. There is nothing to do.

mail-assignment-cancelled-subject = Cancelled: { $date }, { $time } ({ $language })
mail-assignment-cancelled-title = The assignment is cancelled
mail-assignment-cancelled-lead = the institution has cancelled this appointment. Please do not go there.
mail-assignment-cancelled-after = Any questions? Please call us.

mail-request-cancelled-subject = Your cancellation: { $date }, { $time } ({ $language })
mail-request-cancelled-title = Your request is cancelled
mail-request-cancelled-lead = we have your cancellation. We are telling the language mediators.
mail-request-cancelled-after = You need another appointment? Then please file a new request.

mail-nobody-subject = Nobody found yet: { $date }, { $time } ({ $language })
mail-nobody-title = We have not found anybody yet
mail-nobody-lead = we are sorry: we have found nobody for this appointment.
mail-nobody-next = Now a person takes over. { $desk } will contact you.
mail-nobody-after = Would another day do? Then please call us. To be safe, plan without a language mediator.

mail-paused-subject = Your break from Sprachpool
mail-paused-title = You are on a break now
mail-paused-lead = we will not ask you until { $until }. After that it goes on by itself.
mail-paused-lead-open = we will not ask you until you tell us to.
mail-paused-after = Assignments you said yes to still stand. Was this a mistake? Then simply end the break.
mail-paused-button = See or end the break

mail-approved-subject = You can file requests now
mail-approved-title = Welcome to Sprachpool
mail-approved-lead = we have approved your institution: { $institution }. You can now ask for language mediators.
mail-approved-after = You need no password. We send you a mail to sign in.
mail-approved-button = To Sprachpool

calendar-summary = Language mediation { $language }
calendar-description = Number { $reference }. Everything else is in the mail from Sprachpool.
