# A pool brings its table again: people whom it knows.
imports-known = People you know
imports-known-hint = We recognise them by name and email. Both always stay. An empty cell deletes nothing.
imports-known-keep = Leave them as they are
imports-known-fill = Add what is not known
imports-known-overwrite = Take what the table says
imports-known-hint-keep-volunteers = Only new people are added.
imports-known-hint-fill-volunteers = A phone that is missing, for example, or a new language.
imports-known-hint-overwrite-volunteers = Phone, languages, home, year of birth and limits. You decide on another level one by one. Times and evidence stay.
imports-known-hint-keep-institutions = Only new contacts and sites are added.
imports-known-hint-fill-institutions = Contacts without a phone get one.
imports-known-hint-overwrite-institutions = Contacts get the phone from the table.
imports-will-change = { $count ->
    [one] One known person gets { $values ->
        [one] one new value
       *[other] { $values } new values
    }.
   *[other] { $count } known people get { $values } new values together.
}
imports-will-add = Institutions you know get: { $sites ->
    [one] one site
   *[other] { $sites } sites
}, { $contacts ->
    [one] one contact
   *[other] { $contacts } contacts
}.
imports-count-changed = People changed
imports-count-values = Values changed
imports-changes-title = Changes to people you know
imports-changes-link = See the changes
imports-changes-planned = This is not written yet. It would look like this after bringing it in.
imports-changes-done = Bringing the table in has changed this.
imports-changes-stay = Somebody has changed these values since. That is why we have not put them back.
imports-changes-stay-title = This stays as it is
imports-changes-none = Nothing changes here.
imports-changes-who = Person
imports-changes-old = Until now
imports-changes-new = From the table
imports-changes-nothing = (nothing)
imports-changes-next = More changes
imports-undo-changes = Values that were changed become what they were. What somebody has changed since stays.
imports-doubt-other_level = The table says another level. What is right?
imports-answer-level-old = The level in the pool stays
imports-answer-level-new = The level from the table is right
imports-field-known_level = Another level

# A table that somebody has begun and left.
imports-left = Not brought in yet: { $kind }, uploaded { $when }. Without you we delete the file { $until }.
imports-left-go-on = Go on
