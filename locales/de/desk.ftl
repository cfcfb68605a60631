# The desk as a whole: menu, search, week, undoing.
more-title = Mehr
more-day = Im Alltag
more-look = Nachsehen
more-pool = Der Pool
more-main = Aus dem Menü
more-callers = Jemand ruft an und braucht einen Termin.
more-mails = Was an die Adresse des Pools kam.
more-qualifications = Wer was vorgelegt hat, und was bald endet.
more-find = Namen, Nummern und Sprachen finden.
more-figures = Anfragen und Plätze eines Zeitraums, gezählt.
more-trail = Wer wann was getan hat.
more-rules = Sprachen, Fristen, Nachweise und alles, was dieser Pool selbst bestimmt.
more-team = Wer diesen Pool koordiniert.
more-volunteers = Alle Personen, nach Name.
more-institutions = Wer anfragen darf, nach Name.

find-title = Suchen
find-title-for = Suche: { $typed }
find-label = Suchen: Name, Anfrage oder Sprache
find-placeholder = Name, Anfrage, Sprache
find-go = Suchen
find-hint = Geben Sie oben einen Namen, eine Nummer, eine Sprache oder einen Tag ein. Der Anfang genügt.
find-hint-more = Umlaute und Akzente spielen keine Rolle. „Ozgur“ findet auch „Özgür“, „42“ findet die Anfrage 42.
find-none = Zu „{ $typed }“ haben wir nichts gefunden.
find-none-hint = Versuchen Sie weniger Wörter oder nur den Anfang. Oder sehen Sie in einer Liste nach.
find-more = Es gibt noch mehr. Bitte geben Sie ein Wort mehr ein.
find-languages = Sprachen
find-people = Personen
find-volunteer = Sprachmittler*in: { $languages }
find-volunteer-left = Nicht mehr dabei: { $languages }
find-contact = Ansprechperson: { $institution }
find-contact-left = Früher Ansprechperson: { $institution }
find-coordinator = Koordinator*in

week-board-title = Woche vom { $from } bis { $until }
week-board-lead = { $count ->
    [0] Kein Termin in dieser Woche.
    [one] Ein Termin in dieser Woche.
   *[other] { $count } Termine in dieser Woche.
} { $problems ->
    [0] Keiner davon braucht Sie.
    [one] Einer davon braucht Sie.
   *[other] { $problems } davon brauchen Sie.
}
week-board-other = Andere Wochen
week-board-before = Woche davor
week-board-present = Diese Woche
week-board-after = Woche danach
week-board-filter = Termine filtern
week-board-from = Woche mit diesem Tag
week-board-wrong-day = Diesen Tag kennen wir nicht. Sie sehen die Woche von heute. Bitte schreiben Sie ihn so: { $example }
week-board-count = { $state }: { $count }
week-board-partly = Suche läuft, { $here } von { $places } Plätzen besetzt
week-board-none = In dieser Woche gibt es keinen Termin. Blättern Sie weiter oder nehmen Sie eine Anfrage auf.
week-board-none-filtered = Kein Termin dieser Woche passt zum Filter.
week-board-left-out = { $count } weitere Termine stehen hier nicht. Bitte filtern Sie nach Status oder Sprache.
week-state-problem = Braucht Sie
week-state-open = Offen
week-state-searching = Suche läuft
week-state-confirmed = Besetzt
week-state-done = Vorbei
week-state-nobody = Ohne Sprachmittler*in
week-state-refused = Abgelehnt
week-state-cancelled = Abgesagt

undo-saved = Gespeichert.
undo-do = Rückgängig machen
undo-done = Rückgängig gemacht. Es ist wieder wie vorher.
undo-too-late = Das lässt sich nicht mehr zurücknehmen. Inzwischen hat sich etwas geändert.
undo-not-mailed = Das lässt sich nicht rückgängig machen. Die Mails gehen sofort hinaus.
undo-not = Das lässt sich nicht rückgängig machen.

trail-task_reopened = Eine Aufgabe ist wieder offen
trail-qualification_restored = Nachweis gilt wieder
trail-institution_reinstated = Einrichtung ist wieder dabei
trail-contact_restored = Ansprechperson ist wieder dabei
trail-site_reopened = Standort ist wieder offen

pages-title = Seiten
pages-first = Erste Seite
pages-previous = Seite davor
pages-next = Nächste Seite
desk-list-order = Reihenfolge
desk-list-newest-first = Neueste zuerst
desk-list-oldest-first = Älteste zuerst
quals-lead-large = Der Pool ist groß. Bitte suchen Sie nach Namen oder filtern Sie.

desk-same-kind = { $count ->
    [one] Eine weitere Aufgabe dieser Art
   *[other] { $count } weitere Aufgaben dieser Art
}
desk-same-kind-left = { $count ->
    [one] Und noch eine. Sie rückt nach.
   *[other] Und noch { $count }. Sie rücken nach.
}
desk-running-proofs = { $count ->
    [one] Eine Rückmeldung zu einem Einsatz ist erbeten.
   *[other] { $count } Rückmeldungen zu Einsätzen sind erbeten.
}
desk-whole-week = Die ganze Woche ansehen

task-fact-until = { $kind }: gilt bis { $date }.
task-fact-kinds = Es fehlt: { $kinds }.

# What was just done, on top of the next page.
receipt-saved = Gespeichert.
receipt-answered = Eingetragen. Das gilt wie eine Antwort über den Link.
receipt-approved = Freigegeben. Die Suche beginnt.
receipt-asked = Die Frage ist gesendet. Die Anfrage wartet auf die Antwort.
receipt-asked_again = Gespeichert. Offene Angebote, die nicht ankamen, gehen jetzt noch einmal an diese Person.
receipt-assigned = Zugewiesen. Beide Seiten bekommen eine Mail.
receipt-cancelled = Abgesagt. Alle Beteiligten bekommen eine Mail.
receipt-closed = Geschlossen. Die Einrichtung bekommt eine Mail.
receipt-institution_approved = Freigeschaltet. Die Einrichtung bekommt eine Mail.
receipt-institution_refused = Abgelehnt. Die Einrichtung bekommt eine Mail.
receipt-invited = Die Einladung geht per Mail hinaus.
receipt-picked = Gewählt. Alle Beteiligten bekommen eine Mail.
receipt-refused = Abgelehnt. Die Einrichtung bekommt eine Mail.
receipt-released = Die Person ist frei. Wir suchen neu.
receipt-search_changed = Geändert. Die Suche geht mit den neuen Angaben weiter.
