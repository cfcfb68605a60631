start-title = We find people for conversations in many languages
start-lead = Volunteer language mediators help with conversations in { $city }. Institutions such as day-care centres and schools ask here.
start-enter = Sign in
start-enter-requests = To your requests
start-enter-volunteer = To your page
start-enter-desk = To the tasks
start-how = How it works
start-how-1 = You file a request
start-how-1-text = You name language, day and place. It takes about three minutes.
start-how-2 = We ask people who fit
start-how-2-text = Whoever accepts first comes. You can always see how the search goes.
start-how-3 = Both sides get a confirmation
start-how-3-text = It comes by mail, with an entry for your calendar.
start-who = Who may ask?
start-who-text = Day-care centres, schools, advice centres, authorities and health services. Private persons please ask an advice centre.
start-mediate = You speak two languages?
start-mediate-text = Become a language mediator. Give us a call and we tell you how.

help-title = Help
help-lead = The most important questions and answers. Yours is missing? Give us a call: { $phone }
help-ask = How do I file a request?
help-ask-text =
    Sign in with your mail address. You get a code. You need no password.
    Press “New request”. You answer questions about the conversation, the day and the place.
    At best ask { $notice }. Is it urgent? Call us.
help-next = What happens next?
help-next-text =
    We ask mediators who fit by mail. Whoever accepts first takes the appointment.
    The page of your request always says what happens next and by when.
    If nobody is found, { $person } calls you.
help-rules = Which rules are there?
help-rules-text =
    A member of your staff is present at the conversation.
    Do not write names or birthdays of the family in the request.
    Mediators translate what is said. They do not advise and do not decide.
    All mediators have declared that they keep what they hear to themselves.
    We do not help with courts, police, asylum hearings, reports and treatment. For these there are sworn interpreters.
help-cancel = Can I cancel?
help-cancel-text =
    Yes, at any time on the page of your request. Everybody involved gets a message at once.
    A cancellation is free of charge { $cancellation }. After that it counts as late.
help-cost = What does it cost?
help-cost-text = For your institution the appointment is usually free. The mediators get an allowance.
help-mediate = I am a mediator. What should I know?
help-mediate-text =
    You get offers by mail. Open the link and choose: accept or decline.
    You may decline every offer. You need not give a reason.
    We first ask people who will probably say yes. So everybody gets fewer mails.
    Every mail has a link to take a break.

accessibility-title = Accessibility
accessibility-lead = Everybody should be able to use { $pool } well.
accessibility-state = How far are we?
accessibility-state-text =
    The pages follow WCAG 2.2, level AA. Programs check them with every change.
    A test by people with disabilities has still to be done.
accessibility-how = What we have done
accessibility-how-text =
    All pages work with the keyboard only, with screen readers and without JavaScript.
    They fit small screens and can be enlarged. There is a dark view too.
    The texts are in plain language.
accessibility-report = Something does not work?
accessibility-report-text = Write to { $mail } or call { $phone }. We answer within two weeks.
accessibility-arbitration = We do not help enough?
accessibility-arbitration-text = Then the ombuds office for accessible information technology of North Rhine-Westphalia helps, free of charge.

privacy-title = Privacy
privacy-lead = We keep as little as possible and no longer than needed.
privacy-who = Who is responsible?
privacy-who-text = { $operator }. Questions about privacy: { $mail }
privacy-what = What do we keep?
privacy-what-text =
    Of contacts: name, mail address, phone, institution and the requests.
    Of mediators: name, mail address, phone, district, year of birth, languages, times and the dates of certificates. We do not keep the certificates themselves.
    Of families: nothing. That is why we ask you to write no names.
privacy-seen = Who sees what?
privacy-seen-text =
    Only the person who accepted sees street, contact and notes.
    The institution sees the mediator’s phone only with their consent.
    The subject of a mail holds nothing confidential.
privacy-long = How long?
privacy-long-text = The deadlines stand in our register of data. Every night we delete what is past its deadline. Whoever leaves is counted without a name from then on.
privacy-cookies = Cookies
privacy-cookies-text = We set two cookies only: for signing in and for the language of the page. Nobody evaluates your visits.
privacy-rights = Your rights
privacy-rights-text = You may see, change and delete your data. Whoever is signed in finds it at the foot of every page. You may complain to the data protection officer of the Land.

imprint-title = Imprint
imprint-lead = Who is behind { $pool }.
imprint-operator = Provider
imprint-operator-text = { $operator }
imprint-contact = Contact
imprint-contact-text =
    Contact: { $person }
    Phone: { $phone }
    Mail: { $mail }
imprint-content = Responsible for the content
imprint-content-text = { $person }, { $operator }
imprint-software = Software
imprint-software-text = These pages run on Sprachpool, free software under the licence EUPL-1.2.
