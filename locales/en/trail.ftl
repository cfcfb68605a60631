# The audit trail. A sentence for each action: trail-<action>, dots as underscores.
# It may use $volunteer, $institution and $person (names) and $code (an outcome, kind, state or reason).
trail-title = Audit trail
trail-of = Audit trail: { $name }
trail-lead = Who did what, and when? Nobody can change or delete these lines.
trail-last = What happened last
trail-everything = See everything in the audit trail
trail-team-link = Audit trail: who did what?
trail-filter = Choose lines
trail-kind = What it is about
trail-all-kinds = Everything
trail-name = Who (name)
trail-day = Day
trail-show = Show
trail-only = Only:
trail-on-day = Only { $date }
trail-reset = Clear the choice
trail-wrong = We do not understand a part of the choice. It is left out.
trail-wrong-day = We do not know this day. You see all days. Please write it like this: { $example }
trail-none = There is nothing about this in the audit trail.
trail-older = Older lines
trail-newest = To the newest line
trail-column-when = When
trail-column-who = Who
trail-column-what = What

trail-kind-request = Request
trail-kind-volunteer = Volunteer
trail-kind-institution = Institution
trail-kind-contact = Contact
trail-kind-person = Person
trail-kind-task = Task
trail-kind-mail = Mail
trail-kind-pool = Rules of the pool

trail-who-service = the service
trail-who-command = command line
trail-who-gone = a deleted person
trail-role-coordinator = coordinator
trail-role-volunteer = volunteer
trail-role-contact = contact of { $institution }
trail-role-nobody = without a role in the pool
trail-from-link = by the link in the mail
trail-from-network = from the network { $network }
trail-from-session = signed in
trail-from-old-session = signed in; the network is no longer kept
trail-from-unknown = origin unknown

trail-somebody = somebody
trail-other = Event: { $action }
trail-request_filed = { $code ->
    [phone] Request taken down on the phone, for { $person }
   *[other] Request filed
}
trail-request_cancelled = { $code ->
    [pool] Request cancelled by the pool
    [coordinator] Request cancelled for the institution
   *[other] Request cancelled
}
trail-search_started = Search started
trail-search_ended = { $code ->
    [filled] Search ended: all places filled
    [nobody] Search ended: nobody found
    [cancelled] Search ended: called off
   *[other] Search ended
}
trail-offer_made = Offer prepared for { $volunteer }
trail-offer_sent = Offer sent to { $volunteer }
trail-offer_bounced = Offer came back: { $volunteer }
trail-offer_sent_again = Offer goes out again to { $volunteer }
trail-offer_accepted = Accepted by { $volunteer }
trail-offer_declined = Declined by { $volunteer }
trail-assignment_given_back = Assignment given back by { $volunteer }
trail-volunteer_created = Volunteer created
trail-volunteer_paused = Pause begun
trail-volunteer_resumed = Pause ended
trail-volunteer_retired = Cooperation ended
trail-volunteer_banned = No longer for { $institution }
trail-ban_lifted = For { $institution } again
trail-institution_created = Institution created
trail-institution_approved = Institution approved
trail-contact_added = Contact added
trail-person_created = Person created
trail-coordinator_appointed = Made a coordinator
trail-signed_in = Signed in
trail-coordinator_retired = No longer a coordinator
trail-second_factor_enrolled = Authenticator app set up
trail-second_factor_shown = Code of the authenticator app entered
trail-second_factor_locked = Authenticator app locked: too many wrong codes
trail-second_factor_reset = Authenticator app reset
trail-recovery_code_used = Signed in with a recovery code
trail-task_created = { $code ->
    [nobody_found] Task: nobody found
    [search_slow] Task: a search takes long
    [withdrawal_in_lock] Task: cancelled shortly before
    [mail_bounced] Task: mail came back
    [mail_stuck] Task: mail does not go out
    [mail_reply] Task: reply by mail
    [institution_waits] Task: institution waits
    [qualification_runs_out] Task: qualification runs out
    [assignment_unqualified] Task: qualification missing for an assignment
    [assignment_banned] Task: assignment in spite of a ban
    [assignment_absent] Task: assignment during an absence
    [proof_missing] Task: proof of assignment missing
    [proof_disputed] Task: statements about an assignment differ
    [proof_no_show] Task: the mediator did not come
   *[other] Task created
}
trail-task_done = Task done
trail-mail_dropped = Mail no longer needed, not sent
trail-pool_imported = Rules imported

# A rule and a text as their lists call them.
trail-rule = { $kind }: { $name }
trail-text = { $name } ({ $language })
