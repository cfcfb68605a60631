# Words that every page and mail may use.
locale-name = Deutsch
locale-direction = ltr

weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-long = { $weekday }, { $day }. { $month } { $year }
date-short = { $weekday }, { $day }. { $month }
date-day-month = { $day }. { $month }
date-numeric = { $day2 }.{ $month2 }.{ $year }
date-and-time = { $date }, { $time } Uhr
time-range = { $from } bis { $until } Uhr
# No line ends between a number and one of these words, or the name of a month.
held-together = Uhr Minute Minuten Stunde Stunden km % €
length = { $hours ->
    [0] { $minutes } Minuten
    [one] { $minutes ->
        [0] 1 Stunde
       *[other] 1 Stunde { $minutes } Minuten
    }
   *[other] { $minutes ->
        [0] { $hours } Stunden
       *[other] { $hours } Stunden { $minutes } Minuten
    }
}

mode-on_site = Vor Ort
mode-phone = Per Telefon
mode-video = Per Video
gender-female = Frau
gender-male = Mann
gender-diverse = divers

# The frame of every page
frame-skip = Zum Inhalt
frame-main-menu = Hauptmenü
frame-legal-menu = Rechtliches
frame-language-menu = Sprache der Seite
frame-good-to-know = Gut zu wissen
frame-back = Zurück
frame-help = Hilfe
frame-accessibility = Barrierefreiheit
frame-privacy = Datenschutz
frame-imprint = Impressum
frame-sign-in = Anmelden
frame-sign-out = Abmelden
frame-call = Fragen? Rufen Sie an.
frame-desk-role = Koordinatorin im Sprachpool
frame-error = Fehler:
frame-continue = Weiter
frame-change = Ändern
frame-to-start = Zur Startseite
nav-requests = Anfragen
nav-new-request = Neue Anfrage
nav-my-page = Meine Seite
nav-today = Heute
nav-week = Woche
nav-more = Mehr
nav-volunteers = Sprachmittler*innen
nav-institutions = Einrichtungen
nav-qualifications = Nachweise
nav-figures = Zahlen
nav-team = Team
nav-mailbox = Postfach der Demo

# Pages for what went wrong
error-title-404 = Diese Seite gibt es nicht
error-text-404 = Vielleicht ist der Link unvollständig. Bitte prüfen Sie die Adresse.
error-title-403 = Das Formular ist nicht mehr gültig
error-text-403 = Bitte gehen Sie zurück. Laden Sie die Seite neu. Senden Sie das Formular dann noch einmal.
error-title-400 = Das haben wir nicht verstanden
error-text-400 = Die Anfrage Ihres Programms war fehlerhaft. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
error-title-405 = So lässt sich diese Seite nicht aufrufen
error-text-405 = Bitte öffnen Sie die Seite über einen Link oder einen Knopf.
error-title-409 = Da war jemand schneller
error-text-409 = Die Angaben haben sich geändert. Bitte laden Sie die Seite neu.
error-title-410 = Dieser Link gilt nicht mehr
error-text-410 = Der Link ist abgelaufen. Bitte rufen Sie uns an.
error-title-413 = Das ist zu viel Text
error-text-413 = Bitte kürzen Sie Ihre Angaben. Senden Sie das Formular dann noch einmal.
error-title-415 = Dieses Format kennen wir nicht
error-text-415 = Bitte benutzen Sie das Formular auf der Seite.
error-title-429 = Das waren viele Versuche
error-text-429 = Bitte warten Sie 15 Minuten. Versuchen Sie es dann noch einmal.
error-title-500 = Etwas ist schiefgegangen
error-text-500 = Das liegt an uns. Ihre Angaben sind nicht verloren. Bitte versuchen Sie es in einigen Minuten noch einmal.
error-title-503 = Wir sind gleich wieder da
error-text-503 = Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es in einigen Minuten noch einmal.
error-summary = { $count ->
    [one] Bitte prüfen Sie eine Angabe
   *[other] Bitte prüfen Sie { $count } Angaben
}
