# The volunteer's own page: settings, languages, calendar, leaving.

me-past = Ihre letzten Einsätze
me-past-all = Alle zeigen
me-parts = Auf dieser Seite
me-no-past = Noch war kein Einsatz.
me-about-title = Über Sie
me-settings-link = Meine Angaben ändern
me-calendar-link = Meine Einsätze im Kalender
me-leaving-link = Ich möchte aufhören

settings-title = Meine Angaben
settings-lead = Danach richten sich Ihre Angebote. Jede Änderung gilt sofort. Nur eine neue Sprache prüfen wir zuerst.
settings-change = Ändern
settings-save = Speichern
settings-saved = Gespeichert: { $what }. Sie können es hier wieder ändern.
settings-rest = Name, Adresse oder Deutsch ändern? Rufen Sie uns bitte an.
settings-none = keine Angabe
settings-yes = ja
settings-no = nein
settings-language = { $language } ({ $level })
settings-languages = Sprachen
settings-problem-choose = Bitte wählen Sie eine Antwort.
areas-problem-own-mode = Bitte wählen Sie mindestens eine Art. Möchten Sie gerade gar nicht helfen? Dann machen Sie eine Pause.

settings-modes = Art der Einsätze
settings-modes-title = Wie möchten Sie helfen?
settings-modes-hint = Sie können mehreres wählen.
settings-districts = Stadtteile
settings-districts-title = In welchen Stadtteilen?
settings-districts-hint = Nichts gewählt heißt: überall.
settings-whole-borough = Ganz { $name }
settings-travel = Längster Weg
settings-travel-title = Wie viele Minuten darf der Weg dauern?
settings-travel-hint = Ein Weg, von zu Hause aus. Ohne Angabe gelten { $minutes } Minuten.
settings-sectors = Bereiche
settings-sectors-title = In welchen Bereichen?
settings-sectors-hint = Nichts gewählt heißt: in allen Bereichen.
settings-cap = Einsätze in der Woche
settings-cap-title = Wie viele Einsätze höchstens in einer Woche?
settings-cap-hint = Ohne Angabe gibt es keine Grenze.
settings-phone = Telefon
settings-phone-title = Wie lautet Ihre Telefonnummer?
settings-phone-hint = Freiwillig. Wir rufen nur an, wenn es eilt.
settings-consent = Nummer weitergeben
settings-consent-title = Darf die Ansprechperson Ihre Nummer bekommen?
settings-consent-hint = Erst nach einer Zusage. Familien bekommen sie nie.
settings-mails = Sprache der Mails
settings-mails-title = In welcher Sprache schreiben wir Ihnen?
settings-mails-hint = Das gilt für Mails und für diese Seiten.

my-languages-title = Meine Sprachen
my-languages-none = Noch ist keine Sprache eingetragen. So kommt kein Angebot.
my-languages-remove = Entfernen
my-languages-take-back = Zurücknehmen
my-languages-wished = Das prüfen wir noch
my-languages-wished-text = Wir melden uns bei Ihnen. Bis dahin bleibt alles, wie es ist.
my-languages-new = Neue Sprache oder anderes Niveau
my-languages-new-text = Eine Person aus dem Team sieht es sich an und ruft Sie vielleicht an. Ein niedrigeres Niveau gilt sofort.
my-languages-lower-title = { $language }: Niveau ändern
my-languages-lower-now = { $language } steht bei Ihnen so: { $before }.
my-languages-lower-question = Möchten Sie das wirklich ändern? Neu ist dann: { $level }.
my-languages-lower-back = Das gilt sofort. Zurück geht es nur nach einer Prüfung.
my-languages-lower-yes = Ja, Niveau ändern
my-languages-lower-no = Nein, alles bleibt so
my-languages-language = Sprache
my-languages-level = Wie gut sprechen Sie sie?
my-languages-save = Absenden
my-languages-problem-language = Bitte wählen Sie eine Sprache.
my-languages-problem-level = Bitte wählen Sie, wie gut Sie sie sprechen.
my-languages-remove-title = { $language } entfernen
my-languages-remove-lead = Sie bekommen dann keine Angebote mehr für diese Sprache. Das gilt sofort.
my-languages-remove-appointments = { $count ->
    [one] Ein Einsatz in dieser Sprache ist zugesagt. Er bleibt. Geben Sie ihn bitte zurück, wenn Sie nicht kommen.
   *[other] { $count } Einsätze in dieser Sprache sind zugesagt. Sie bleiben. Geben Sie sie bitte zurück, wenn Sie nicht kommen.
}
my-languages-remove-offers = { $count ->
    [one] Ein Angebot in dieser Sprache ist offen. Sie können dann nicht mehr zusagen.
   *[other] { $count } Angebote in dieser Sprache sind offen. Sie können dann nicht mehr zusagen.
}
my-languages-remove-sure = Sind Sie sicher?
my-languages-remove-yes = Ja, diese Sprache entfernen
my-languages-remove-button = Entfernen
my-languages-remove-choose = Bitte bestätigen Sie, dass die Sprache entfernt wird.

feed-title = Meine Einsätze im Kalender
feed-lead = Ihr Kalender kann Ihre zugesagten Einsätze selbst holen. Auch Absagen kommen so an.
feed-none = Noch gibt es keine Adresse für Ihren Kalender.
feed-make = Adresse erstellen
feed-subscribe = Im Kalender abonnieren
feed-address = Ihre private Adresse
feed-address-hint = Fügen Sie sie im Kalender unter „Kalender abonnieren“ ein.
feed-renew-title = Hat jemand anders die Adresse?
feed-renew-text = Dann erstellen Sie eine neue. Die alte zeigt danach nichts mehr.
feed-renew = Neue Adresse erstellen
feed-end-title = Kalender beenden
feed-end-text = Danach zeigt die Adresse nichts mehr.
feed-end = Kalender beenden
feed-private = Wer die Adresse kennt, sieht Ihre Einsätze mit Ort und Zeit. Geben Sie sie bitte niemandem.

leaving-title = Ich möchte aufhören
leaving-lead = Schade, dass Sie gehen. Das passiert, wenn Sie es bestätigen.
leaving-then = Was passiert
leaving-appointments = { $count ->
    [0] Kein Einsatz steht an.
    [one] Ein Einsatz geht zurück. Wir suchen eine andere Person.
   *[other] { $count } Einsätze gehen zurück. Wir suchen andere Personen.
}
leaving-offers = { $count ->
    [0] Kein Angebot ist offen.
    [one] Ein offenes Angebot endet.
   *[other] { $count } offene Angebote enden.
}
leaving-sign-in = Sie können sich nicht mehr anmelden.
leaving-soon-title = Rufen Sie uns zuerst an
leaving-soon = { $count ->
    [one] Ein Einsatz beginnt in weniger als { $hours } Stunden. Eine Suche per Mail wäre zu spät.
   *[other] { $count } Einsätze beginnen in weniger als { $hours } Stunden. Eine Suche per Mail wäre zu spät.
}
leaving-too-soon = Ein Einsatz beginnt sehr bald. Wir wissen jetzt davon. Rufen Sie uns bitte an.
leaving-kept-title = Was wir behalten
leaving-kept = { $months ->
    [one] Ihre Angaben behalten wir einen Monat. Danach löschen wir sie.
   *[other] Ihre Angaben behalten wir { $months } Monate. Danach löschen wir sie.
}
leaving-counts = Ihre Einsätze zählen weiter mit, aber ohne Ihren Namen.
leaving-download = Vorher meine Daten ansehen
leaving-choice = Ihre Entscheidung
leaving-leave = Ich höre auf
leaving-erase = Ich höre auf, und Sie sollen meine Daten gleich löschen
leaving-erase-hint = Eine Person aus dem Team prüft das. Danach können Sie nicht einfach zurückkommen.
leaving-send = Bestätigen
leaving-choose = Bitte wählen Sie, was Sie möchten.
leaving-pause = Brauchen Sie nur eine Weile Ruhe? Dann machen Sie lieber eine Pause.
left-title = Vielen Dank für Ihre Hilfe
left-lead = Sie bekommen keine Angebote mehr.
left-kept = Ihre Angaben löschen wir nach der Frist.
left-erased = Wir löschen Ihre Angaben, sobald nichts mehr offen ist.
left-back = Möchten Sie zurückkommen? Rufen Sie uns bitte an.
left-reports = Diese Einsätze können Sie noch melden.
own-page-link = Alle Einsätze und Ihre Zeiten

# Said once at the top, after something was saved
said-times = Ihre freien Zeiten sind gespeichert.
said-times-none = Gespeichert. Sie haben keine freie Zeit genannt. Sie bekommen jetzt keine Angebote.
said-absence = Gespeichert. Sie sind abwesend: { $days }.
said-absence-removed = Gespeichert. Die Abwesenheit ist entfernt.
said-language-waits = Gespeichert. Wir prüfen Ihre Angabe noch.
said-language-changed = Gespeichert. Das neue Niveau gilt ab sofort.
said-language-same = Das steht schon so in Ihren Angaben. Nichts hat sich geändert.
said-language-removed = Gespeichert. Der Eintrag ist entfernt.
said-calendar-made = Gespeichert. Ihr Kalender hat jetzt eine Adresse.
said-calendar-renewed = Gespeichert. Die neue Adresse steht unten. Die alte gilt nicht mehr.
said-calendar-ended = Die Adresse gilt nicht mehr.
said-wishes = Gespeichert. So fragen wir Sie ab jetzt.
said-forecast = Die Schätzung ist gelöscht.
said-resumed = Die Pause ist beendet. Sie bekommen wieder Angebote.
