# A request for somebody who calls.
callers-title = Request for a caller
callers-take = Take a call
callers-lead = You fill in the form for an institution. The institution gets the receipt.
callers-who-calls = Who is calling?
callers-search = Institution, name or phone number
callers-find = Search
callers-all = Show all
callers-nobody = Nobody of that name. Please add the institution first:
callers-begin = Begin a request
callers-more = { $count ->
    [one] There is one more person. Please search.
   *[other] There are { $count } more people. Please search.
}
callers-who = { $name }, { $institution }
callers-bar = You are writing for { $name }, { $institution }
callers-state-pending = This institution still waits for approval.
callers-state-paused = This institution is paused.
callers-not-now = { $institution } cannot ask at the moment. Open the institution and check its state.
callers-not-approved = This institution cannot ask at the moment. The draft stays here.
callers-read-aloud = Say on the phone:
callers-rules = Ask whether they know the rules.
callers-receipt = The contact gets a confirmation by mail at once.
callers-taken-by = Taken down on the phone by { $name }.
status-filed-by-colleague = Sent by { $name }.
callers-mail-lead = { $name } has asked for you. Your request has the number { $reference }.
