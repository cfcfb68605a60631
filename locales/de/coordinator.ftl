# The coordinator's desk.
desk-tasks = { $count ->
    [0] Keine Aufgabe wartet auf Sie.
    [one] Eine Aufgabe braucht Sie.
   *[other] { $count } Aufgaben brauchen Sie.
}
desk-running = { $count ->
    [0] Keine Suche läuft.
    [one] Eine Suche läuft von selbst.
   *[other] { $count } Suchen laufen von selbst.
}
desk-time = { $time } Uhr
desk-week = Diese Woche
desk-day = { $weekday } { $day }.
desk-day-today = { $weekday } { $day }., heute
desk-weekday-1 = Mo
desk-weekday-2 = Di
desk-weekday-3 = Mi
desk-weekday-4 = Do
desk-weekday-5 = Fr
desk-weekday-6 = Sa
desk-weekday-7 = So
desk-day-free = frei
desk-day-taken = { $count ->
    [one] 1 Termin
   *[other] { $count } Termine
}
desk-day-all-filled = alle besetzt
desk-day-open = { $count } offen
desk-day-unfilled = { $count } unbesetzt
desk-group-now = Jetzt
desk-group-today = Heute
desk-group-week = Diese Woche
desk-group-later = Später
desk-by-time = bis { $time } Uhr
desk-by-day = bis { $weekday }
desk-overdue = seit { $length } fällig
desk-left = noch { $length }
desk-end = Das war alles.
desk-end-more = Was von selbst läuft, steht unter
desk-empty-text = Neue Aufgaben erscheinen hier von selbst.

# Tasks, by kind
task-about = { $institution }, { $when }, { $language }
task-nobody_found = Niemand gefunden: { $about }
task-nobody_found-text = Die Suche ist zu Ende. Die Einrichtung weiß es.
task-nobody_found-text-nobody_left = Alle passenden Personen sind gefragt. Niemand hat zugesagt. Die Einrichtung weiß es.
task-nobody_found-text-nobody_fits = Niemand passt, darum wurde niemand gefragt. Die Einrichtung weiß es.
task-nobody_found-text-gave_back = { $volunteer } fällt aus. Sonst passt niemand. Die Einrichtung weiß es.
task-nobody_found-text-deadline_passed = Die Frist ist vorbei. Niemand hat zugesagt. Die Einrichtung weiß es.
task-nobody_found-text-too_late_for_mail = Für Mails ist es zu spät. Bitte rufen Sie jemanden an. Die Einrichtung weiß es.
task-nobody_found-action = Auswege ansehen
task-withdrawal_in_lock = Eilig: { $volunteer } kann nicht kommen. { $about }
task-withdrawal_in_lock-text = Der Termin ist sehr bald. Bitte rufen Sie { $volunteer } an.
task-withdrawal_in_lock-action = Ersatz suchen
task-mail_bounced = Mail kam zurück: { $volunteer }
task-mail_bounced-text = Eine Mail kam nicht an. Bitte rufen Sie an und fragen Sie nach der Adresse.
task-mail_bounced-action = Adresse ändern
task-mail_stuck = Eine Mail geht nicht hinaus
task-mail_stuck-text = Der Mail-Server nimmt sie seit Tagen nicht an. Bitte rufen Sie die Person an.
task-mail_stuck-action = Anfrage ansehen
task-mail_reply = Jemand hat geschrieben: { $volunteer }
task-mail_reply-text = Die Antwort liegt im Postfach des Pools. Bitte lesen Sie sie.
task-mail_reply-action = Mail lesen
task-institution_waits = Neue Einrichtung: { $institution }
task-institution_waits-text = Sie hat sich selbst angemeldet. Bitte prüfen Sie, ob sie anfragen darf.
task-institution_waits-action = Einrichtung prüfen
task-qualification_runs_out = Nachweis läuft ab: { $volunteer }
task-qualification_runs_out-text = Er gilt noch höchstens vier Wochen. Danach kommen keine Angebote mehr, die ihn brauchen.
task-qualification_runs_out-action = Nachweise ansehen
task-assignment_unqualified = Nachweis fehlt am Tag selbst: { $volunteer }. { $about }
task-assignment_unqualified-text = { $volunteer } hat zugesagt. An dem Tag gilt ein nötiger Nachweis nicht mehr.
task-assignment_unqualified-action = Einsatz ansehen
task-assignment_banned = Einsatz trotz Sperre: { $volunteer }. { $about }
task-assignment_banned-text = { $volunteer } hat vor der Sperre zugesagt. Bitte entscheiden Sie, ob es dabei bleibt.
task-assignment_banned-action = Einsatz ansehen
task-proof_missing = Nachweis des Einsatzes fehlt: { $about }
task-proof_missing-text = Wir haben zweimal erinnert. Bitte rufen Sie an und tragen Sie die Zeiten ein.
task-proof_missing-action = Einsatz ansehen
task-proof_disputed = Zwei Angaben zum selben Einsatz: { $about }
task-proof_disputed-text = { $volunteer } und die Einrichtung sagen Verschiedenes. Bitte entscheiden Sie.
task-proof_disputed-action = Angaben vergleichen
task-somebody = Eine Person
task-done = Erledigt
task-done-what = Erledigt: { $what }

# List of requests
desk-list-title = Alle Anfragen
desk-list-filter = Anfragen filtern
desk-list-state = Status
desk-list-language = Sprache
desk-list-day = Tag
desk-list-wrong-day = Diesen Tag kennen wir nicht. Die Liste zeigt alle Tage. Bitte schreiben Sie ihn so: { $example }
desk-list-all-states = Alle
desk-list-all-languages = Alle
desk-list-apply = Anzeigen
desk-list-reset = Filter aufheben
desk-list-on-day = Nur Termine am { $date }.
desk-list-of-institution = Nur Anfragen von { $institution }.
desk-list-none = Zu diesem Filter gibt es keine Anfrage.
desk-list-column-number = Nummer
desk-list-column-date = Termin
desk-list-column-institution = Einrichtung
desk-list-column-language = Sprache
desk-list-column-state = Status
desk-list-when = { $date }, { $time } Uhr

desk-request-state-searching = Suche läuft
desk-request-state-confirmed = Besetzt
desk-request-state-unfilled = Niemand gefunden
desk-request-state-cancelled = Abgesagt
desk-request-state-past = Vorbei

# One request
desk-request-heading = { $language } am { $date }
desk-request-step = Anfrage { $reference }, { $institution }
desk-request-facts = Die Anfrage
desk-request-fact-state = Status
desk-request-fact-answer-by = Suche bis
desk-request-fact-language = Sprache
desk-request-fact-place = Ort
desk-request-fact-district = Stadtteil
desk-request-fact-meeting-point = Treffpunkt
desk-request-fact-contact = Ansprechperson
desk-request-fact-occasion = Anlass
desk-request-fact-topic = Thema
desk-request-fact-how = Wie
desk-request-fact-people = Personen
desk-request-fact-wish = Wunsch
desk-request-fact-urgent = Eilig, weil
desk-request-fact-remarks = Hinweise
desk-request-fact-filed = Eingegangen
desk-request-wish-preferred = Gern: { $gender }
desk-request-wish-required = Nötig: { $gender }
desk-request-wish-same = Gleiche Person wie zuletzt
desk-request-tasks = Das braucht Sie
desk-request-task-by = bis { $when }
desk-request-asked = Wer wurde gefragt?
desk-request-asked-none = Bisher wurde niemand gefragt.
desk-request-asked-queued = Mail geht gleich hinaus
desk-request-asked-sent = Gefragt
desk-request-asked-accepted = Zugesagt
desk-request-asked-given-back = Zurückgegeben
desk-request-asked-declined = Abgelehnt
desk-request-asked-silent = Keine Antwort bis { $when }
desk-request-asked-closed = Beendet
desk-request-asked-bounced = Mail kam zurück
desk-request-asked-until = Antwort bis { $when }
desk-request-asked-at = am { $when }
desk-request-candidates = Wer passt?
desk-request-candidates-count = { $count ->
    [0] Im Moment passt niemand.
    [one] Eine Person passt.
   *[other] { $count } Personen passen.
}
desk-request-candidates-next = Die Suche fragt von selbst, von oben nach unten.
desk-request-rank = Platz
desk-request-candidate-why = Warum an dieser Stelle?
desk-request-points = { $points } Punkte
desk-request-why-not = Warum nicht …?
desk-request-why-not-search = Name der Person
desk-request-why-not-find = Suchen
desk-request-why-not-all = Alle zeigen
desk-request-why-not-count = { $count ->
    [0] Sonst spricht niemand diese Sprache.
    [one] Eine Person spricht die Sprache und passt nicht.
   *[other] { $count } Personen sprechen die Sprache und passen nicht.
}
desk-request-why-not-nobody = Zu diesem Namen gibt es niemanden.
desk-request-why-not-strangers = { $count ->
    [one] Eine weitere Person spricht diese Sprache nicht
   *[other] { $count } weitere Personen sprechen diese Sprache nicht
}
desk-request-why-not-fits = Passt. Platz { $rank }.
desk-request-why-not-comes = Kommt schon zu diesem Termin.
desk-request-history = Verlauf
desk-request-over-cancelled = Die Anfrage ist abgesagt. Darum suchen wir niemanden mehr.
desk-request-over-past = Der Termin ist vorbei. Darum suchen wir niemanden mehr.
desk-request-over-closed = Die Anfrage ist geschlossen. Darum suchen wir niemanden mehr.

# Parts of a rank: what was counted
desk-rank-same_volunteer = Bekannt
desk-rank-same_volunteer-measured = { $measured ->
    [0] War zuletzt nicht dort
   *[other] War zuletzt dort
}
desk-rank-preferred_gender = Wunsch
desk-rank-preferred_gender-measured = { $measured ->
    [0] Anderes Geschlecht als gewünscht
   *[other] Geschlecht wie gewünscht
}
desk-rank-forecast = Prognose
desk-rank-forecast-measured = Eine Zusage ist zu { $measured } % wahrscheinlich
desk-rank-rare_language = Seltene Sprache
desk-rank-rare_language-measured = { $measured ->
    [one] Spricht als Einzige*r eine andere Sprache
   *[other] Spricht auch eine Sprache, die nur { $measured } sprechen
}
desk-rank-fairness = Ausgleich
desk-rank-fairness-measured = { $measured ->
    [0] Kein Einsatz in 8 Wochen
    [one] 1 Einsatz in 8 Wochen
   *[other] { $measured } Einsätze in 8 Wochen
}
desk-rank-recent_offers = Angebote
desk-rank-recent_offers-measured = { $measured ->
    [0] Kein Angebot in 7 Tagen
    [one] 1 Angebot in 7 Tagen
   *[other] { $measured } Angebote in 7 Tagen
}
desk-rank-closeness = Sprache
desk-rank-closeness-measured = { $measured ->
    [100] Genau diese Sprache
   *[other] Nahe Sprache: { $measured } von 100
}
desk-rank-language_level = Niveau
desk-rank-language_level-measured = { $level }
desk-rank-travel = Weg
desk-rank-travel-measured = { $measured } Minuten

# Why somebody does not fit
desk-reason-language = Spricht diese Sprache nicht.
desk-reason-language_level = Spricht die Sprache mit Niveau { $has }. Gebraucht wird { $needed }.
desk-reason-german_level = Spricht Deutsch mit Niveau { $has }. Gebraucht wird { $needed }.
desk-reason-gender = Gewünscht ist ausdrücklich: { $required }.
desk-reason-mode = Macht keine Einsätze dieser Art: { $mode }.
desk-reason-district = Arbeitet nicht in diesem Stadtteil.
desk-reason-travel = Der Weg dauert { $minutes } Minuten. Gewünscht sind höchstens { $most }.
desk-reason-sector = Arbeitet nicht in diesem Bereich.
desk-reason-availability = Ist laut Wochenplan dann nicht frei.
desk-reason-absence = Ist vom { $from } bis { $until } nicht da.
desk-reason-busy = Hat am { $date }, { $range }, einen anderen Einsatz.
desk-reason-buffer = Hat am { $date }, { $range }, einen anderen Einsatz. Dazwischen liegen { $gap } Minuten, nötig sind { $needed }.
desk-reason-qualification-missing = Ein Nachweis fehlt: { $kind }.
desk-reason-qualification-expired = Ein Nachweis gilt nur bis { $date }: { $kind }.
desk-reason-banned = Die Einrichtung möchte diese Person nicht. Der Grund ist vertraulich.
desk-reason-paused = Macht eine Pause bis { $date }.
desk-reason-paused-open = Macht eine Pause ohne Ende-Datum.
desk-reason-retired = Ist nicht mehr dabei.
desk-reason-weekly_cap = Hat in der Woche { $week } schon { $cap } Einsätze. Mehr möchte die Person nicht.
desk-reason-offer_cap = Hat in 7 Tagen schon { $cap } Angebote bekommen. Mehr erlaubt die Regel nicht.
desk-reason-asked = Wurde in dieser Suche schon gefragt.
desk-reason-declined = Hat abgelehnt.
desk-reason-withdrew = Hat diesen Einsatz zurückgegeben.
desk-reason-closed = Der Pool ist vom { $from } bis { $until } geschlossen.
desk-reason-past = Der Termin hat schon begonnen oder ist vorbei.
desk-level-native = Erstsprache

# History of a request, by what was written into the audit trail
desk-history-request_filed = Anfrage eingegangen
desk-history-search_started = Suche beginnt
desk-history-search_ended = Suche beendet
desk-history-search_ended-filled = Suche beendet: alle Plätze besetzt
desk-history-search_ended-nobody = Suche beendet: niemand gefunden
desk-history-search_ended-cancelled = Suche beendet: abgebrochen
desk-history-offer_made = { $volunteer } wird gefragt
desk-history-offer_sent = Mail an { $volunteer } ist hinaus
desk-history-offer_bounced = Mail an { $volunteer } kam zurück
desk-history-offer_accepted = { $volunteer } hat zugesagt
desk-history-offer_declined = { $volunteer } hat abgelehnt
desk-history-assignment_given_back = { $volunteer } hat zurückgegeben
desk-history-request_cancelled = Einrichtung hat abgesagt
desk-history-other = Etwas wurde geändert
