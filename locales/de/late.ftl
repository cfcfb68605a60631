# What counts as late
notice-hours = { $count ->
    [one] 1 Stunde vorher
   *[other] { $count } Stunden vorher
}
notice-working-days = { $count ->
    [one] 1 Arbeitstag vorher
   *[other] { $count } Arbeitstage vorher
}
notice-day-before = am Tag davor bis { $time } Uhr
notice-end-of-day = { $date }, Ende des Tages
problem-late = Das ist zu kurzfristig. Anfragen brauchen wir { $notice }. Die Frist war: { $until }. Rufen Sie uns an: { $phone }
when-side-refused-text = Spätere Anfragen nehmen wir nur am Telefon an.
cancel-free = Frei ist die Absage bis { $when }.
status-free-over = Für diesen Termin gilt jede Absage als spät.
status-free-until = Eine Absage ist frei bis { $when }.

# The page of the rule
late-title = Fristen für Anfragen und Absagen
late-lead = Was ist zu spät, und was folgt daraus?
late-request = Wie früh soll eine Anfrage da sein?
late-cancellation = Bis wann ist eine Absage der Einrichtung frei?
late-kind-hours = Stunden vor Beginn
late-kind-working_days = Arbeitstage vorher, ohne Feiertage und Schließzeiten
late-kind-day_before = Am Tag davor, bis zu einer Uhrzeit
late-number = Wie viele?
late-number-hint = Eine Zahl für Stunden oder Arbeitstage
late-time = Bis wie viel Uhr?
late-time-hint = Nur bei „Am Tag davor“, zum Beispiel: 13:00
late-later = Was passiert mit späteren Anfragen?
late-later-try = Wir versuchen es: Die Einrichtung liest „kurzfristig“
late-later-refuse = Wir lehnen ab: Die Einrichtung liest die Frist und Ihre Telefonnummer
late-from = Ab wann gilt das?
late-from-hint = Leer: ab sofort. Sonst ein Tag, zum Beispiel: 1.4.2027
late-save = Fristen speichern
late-now = Heute gilt: Anfragen { $request }. Absagen sind frei { $cancellation }.
late-example = Termin am { $start }: heute gilt { $until }.
late-side = Was sich ändert
late-side-text = Die neue Frist gilt für neue Anfragen und für Absagen ab diesem Tag.
late-missing-number = Bitte nennen Sie eine Zahl.
late-missing-time = Bitte nennen Sie eine Uhrzeit.
late-missing-kind = Bitte wählen Sie eine Art.
late-missing-later = Bitte wählen Sie, was passiert.
late-bad-date = Bitte schreiben Sie den Tag so: 1.4.2027
late-past-date = Dieser Tag ist vorbei. Bitte wählen Sie heute oder später.
late-history = Verlauf, und zurücknehmen
late-history-title = Verlauf der Fristen
late-change = Fristen ändern

# The same rule in the pages of all rules
rules-kind-late = Fristen für Anfragen und Absagen
rules-about-late = Wie früh eine Anfrage da sein soll, und bis wann eine Absage frei ist.
rules-field-late-request = Anfragen bis
rules-field-late-later_requests = Spätere Anfragen
rules-field-late-cancellation = Freie Absage bis
rules-choice-later_requests-try = Wir versuchen es
rules-choice-later_requests-refuse = Wir lehnen ab
rules-number-check_working_days = Prüfung vor der Suche
rules-number-about-check_working_days = So schnell hört die Einrichtung, ob der Pool bei einem Grenzfall hilft.
