# The institution's desk: list, form, state of a request.
title-with-error = Fehler: { $title }
slot = { $date }, { $time }

# Names of things that a request says
label-state = Stand
label-or = Oder
label-language = Sprache
label-occasion = Anlass
label-topic = Thema
label-wishes = Wünsche
label-alternative = Zweiter Termin
label-mode = Art
label-site = Ort
label-meeting-point = Treffpunkt
label-openings = Personen
label-urgent = Eilig
label-remarks = Hinweis
language-also = Auch möglich: { $languages }
wish-preferred-female = Gerne eine Frau
wish-preferred-male = Gerne ein Mann
wish-preferred-diverse = Gerne eine diverse Person
wish-required-female = Nur eine Frau
wish-required-male = Nur ein Mann
wish-required-diverse = Nur eine diverse Person
wish-same-volunteer = Gerne dieselbe Person wie beim letzten Mal

# States, as tags
state-searching = Suche läuft
state-confirmed = Zugesagt
state-unfilled = Niemand gefunden
state-cancelled = Abgesagt
state-confirm = Bitte bestätigen
state-held = Vorbei
state-not-held = Vorbei, ohne Zusage

# List
list-title = Ihre Anfragen
list-empty = Sie haben noch keine Anfrage gestellt.
list-empty-what = Drücken Sie auf „Neue Anfrage“. Sie brauchen etwa drei Minuten. Danach suchen wir eine Person, die Ihre Sprache spricht.
list-begun = Angefangen und nicht gesendet
list-begun-unnamed = Anfrage ohne Sprache
list-begun-changed = Zuletzt geändert: { $when }
list-begun-no-day = noch ohne Tag
list-begun-remove = Entwurf verwerfen
list-upcoming = Nächste Termine
list-past = Vorbei oder abgesagt

# Form: all steps
form-choose = Bitte wählen
form-day = Tag
form-month = Monat
form-year = Jahr
form-example = Zum Beispiel: { $example }

# Form: step 1
conversation-title = Um welches Gespräch geht es?
conversation-step = Anfrage: Schritt 1 von 4
conversation-language = Welche Sprache brauchen Sie?
conversation-language-hint = Zum Beispiel: Dari oder Arabisch
conversation-which-language = Welche Sprache meinen Sie?
conversation-occasion = Was ist der Anlass?
conversation-topic = Geht es auch um eines dieser Themen?
conversation-topic-hint = Bei manchen Themen dürfen wir nicht helfen. Dann sagen wir Ihnen, wer hilft.
conversation-topic-none = Nein, um keines davon
conversation-gender-wish = Soll eine Frau oder ein Mann kommen?
conversation-gender-none = Das ist egal
conversation-gender-preferred = Ich habe einen Wunsch
conversation-gender-preferred-hint = Wir suchen zuerst so. Findet sich niemand, fragen wir auch andere.
conversation-gender-required = Es muss so sein
conversation-gender-required-hint = Wir fragen niemand anderen. Die Suche dauert dann oft länger.
conversation-gender = Wer soll kommen?
conversation-same-volunteer = Gerne dieselbe Person wie beim letzten Mal
conversation-same-volunteer-hint = Wir fragen sie zuerst. Hat sie keine Zeit, suchen wir weiter.
conversation-side-names = Bitte keine Namen
conversation-side-names-text = Schreiben Sie nichts, woran man die Familie erkennt. Kein Name, kein Geburtstag, kein Aktenzeichen.

# Form: step 2
when-title = Wann ist der Termin?
when-step = Anfrage: Schritt 2 von 4
when-day = Welcher Tag?
when-start = Wann beginnt das Gespräch?
when-start-hint = Zum Beispiel: 9:00
when-end = Wann endet es?
when-end-hint = Höchstens { $hours } Stunden später
when-mode = Wie findet das Gespräch statt?
when-mode-hint-on_site = Die Person kommt zu Ihnen.
when-mode-hint-phone = Die Person ist am Telefon dabei.
when-mode-hint-video = Sie schicken den Link zum Video nach der Zusage.
when-alternative = Zweiten möglichen Termin nennen (freiwillig)
when-alternative-hint = Mit zwei Terminen finden wir leichter jemanden. Nur einer davon findet statt.
when-alt-day = Welcher andere Tag?
when-alt-start = Wann beginnt es an diesem Tag?
when-alt-end = Wann endet es an diesem Tag?
when-side-early = Wie früh soll ich fragen?
when-side-early-text = Am besten { $notice }. Feiertage sind keine Arbeitstage.
when-side-late-text = Es ist eilig? Fragen Sie trotzdem. Wir versuchen es.

# Form: step 3
where-title = Wo ist der Termin?
where-step = Anfrage: Schritt 3 von 4
where-site = An welchem Ort?
where-title-afar = Von wo aus sprechen Sie?
where-site-hint = Der Ort, an dem Sie beim Gespräch sind.
where-how-phone = Wie läuft der Anruf ab? (freiwillig)
where-how-phone-hint = Zum Beispiel: Wir rufen an, die Familie sitzt bei uns
where-how-video = Womit sprechen Sie? (freiwillig)
where-how-video-hint = Zum Beispiel: Zoom oder BigBlueButton
where-meeting-point = Wo genau treffen Sie sich?
where-meeting-point-hint = Zum Beispiel: Haupteingang, bitte klingeln
where-openings = Wie viele Sprachmittler*innen brauchen Sie?
where-openings-hint = Meistens reicht eine Person.
where-urgent = Es ist eilig
where-urgent-hint = Wir ziehen eilige Anfragen vor.
where-urgent-reason = Warum ist es eilig?
where-remarks = Hinweis für die Person (freiwillig)
where-remarks-hint = Höchstens 300 Zeichen. Bitte keine Namen.
where-side-address = Wer sieht die Adresse?
where-side-address-text = Die Adresse bekommt nur die Person, die zusagt. Vorher zeigen wir nur den Stadtteil.

# Check your answers
check-title = Stimmt alles?
check-step = Anfrage: Schritt 4 von 4
check-appointment = Der Termin
check-change-date = Termin ändern
check-nothing = keine Angabe
check-not-urgent = Nein
check-no-alternative = Keiner
check-group-conversation = Gespräch
check-group-when = Zeit und Art
check-group-where = Ort und Hinweise
check-short-notice = Das ist kurzfristig
check-short-notice-text = Wir versuchen es gerne. Vielleicht finden wir so schnell niemanden.
check-care = Wir prüfen Ihre Anfrage zuerst
check-rules = Regeln
check-rules-accept = Ich kenne die Regeln des Sprachpools
check-rules-known = Die Ansprechperson kennt die Regeln des Sprachpools
check-rules-hint = Eine Fachkraft ist beim Gespräch dabei. Wir nennen keine Namen der Familie.
check-rules-read = Regeln lesen
check-send = Anfrage senden
check-receipt = Sie bekommen sofort eine Bestätigung per Mail.
check-side-next = Was danach passiert
check-side-next-text = Wir fragen passende Sprachmittler*innen. Sie hören von uns bis { $when }.
check-side-cancel = Wenn sich etwas ändert
check-side-cancel-late = Sie können jederzeit absagen. Für diesen Termin gilt jede Absage als spät.
check-side-cancel-text = Sie können jederzeit absagen. Frei ist die Absage bis { $when }. Danach gilt sie als spät.

# Not our topic
referral-title = Bei diesem Thema helfen wir nicht
referral-why = Unsere Sprachmittler*innen arbeiten freiwillig. Sie sind keine vereidigten Dolmetscher*innen. Darum haben wir diese Grenze.
referral-change = Thema ändern
referral-unsure = Sie sind nicht sicher?
referral-unsure-text = Rufen Sie uns an. Wir schauen zusammen, was möglich ist.

# The state of a request
status-step = Anfrage { $reference }
status-searching = { $count ->
    [one] Wir suchen eine Person für { $language }
   *[other] Wir suchen { $count } Personen für { $language }
}
status-searching-again = Wir suchen noch einmal für { $language }
status-searching-more = { $people ->
    [one] { $names } hat zugesagt. Wir suchen weiter
   *[other] { $names } haben zugesagt. Wir suchen weiter
}
status-confirmed = { $people ->
    [one] { $names } hat zugesagt
   *[other] { $names } haben zugesagt
}
status-unfilled = { $people ->
    [0] Wir haben leider niemanden gefunden
   *[other] { $names } kommt. Ein Platz ist noch frei
}
status-cancelled = Die Anfrage ist abgesagt
status-held = Der Termin ist vorbei
status-not-held = Der Termin ist vorbei. Niemand hatte Zeit
status-searching-lead = Sie hören von uns bis { $when }. Sie müssen nichts tun.
status-confirmed-lead = Der Termin beginnt am { $when }. Sie müssen nichts mehr tun.
status-unfilled-lead = { $person } ruft Sie bis { $when } an. Sie sprechen über einen anderen Tag oder ein Telefonat.
status-unfilled-lead-soon = { $person } meldet sich bei Ihnen. Es ist eilig? Rufen Sie uns an.{ $when }
status-cancelled-lead = Abgesagt am { $when }. Alle Beteiligten bekommen eine Nachricht. Sie müssen nichts tun.
status-held-lead = Der Termin war am { $when }. Danke, dass Sie uns gefragt haben.
status-not-held-lead = Der Termin war am { $when }. Das tut uns leid. Fragen Sie gerne neu.
status-people = Wer kommt
status-people-past = Wer zugesagt hatte
status-phone = Telefon, nur für Sie:
status-no-phone = Bei Fragen erreichen Sie die Person über uns.
status-yours = Ihre Hinweise
status-appointment = Ihr Termin
status-changed = Etwas hat sich geändert?
status-cancel = Anfrage absagen

# Its path: past, now, next
path-title = Der Weg Ihrer Anfrage
path-title-search = So läuft die Suche
path-now = Jetzt
path-filed = Ihre Anfrage ist da
path-filed-text = Die Bestätigung kommt per Mail.
path-filed-text-sent = Die Bestätigung ging per Mail an Sie.
path-asked-you = Wir hatten eine Frage an Sie
path-answered = Ihre Antwort
path-asked = Wir haben einige Personen gefragt
path-asked-more = Wir haben weitere Personen gefragt
path-asked-again = Wir haben noch einmal Personen gefragt
path-accepted = { $name } hat zugesagt
path-restarted = Die Person musste absagen
path-restarted-text = Die Suche läuft weiter, mit derselben Nummer.
path-nobody = Die Suche ist zu Ende
path-cancelled = Sie haben abgesagt
path-searching-now = Wir suchen passende Personen
path-searching-now-text = Meldet sich eine Person, bekommen Sie sofort eine Mail.
path-waiting-now = Wir warten auf Antworten
path-waiting-now-text = Meldet sich eine Person, bekommen Sie sofort eine Mail.
path-asks-next = Dann fragen wir wieder
path-more-next = Noch keine Zusage? Dann fragen wir weiter
path-deadline = Sie haben eine Antwort
path-deadline-text = Hat niemand Zeit? Dann ruft { $person } Sie an.
path-confirmed-now = Ihr Termin steht
path-confirmed-now-text = Die Bestätigung mit Kalender-Eintrag kommt per Mail.
path-confirmed-now-text-sent = Die Bestätigung mit Kalender-Eintrag ging per Mail an Sie.
path-appointment = Der Termin beginnt
path-unfilled-now = { $person } kümmert sich
path-unfilled-now-text = Sie sprechen über einen anderen Tag, ein Telefonat oder eine andere Hilfe.
path-cancelled-now = Es ist nichts mehr zu tun
path-cancelled-now-text = Sie brauchen doch jemanden? Stellen Sie eine neue Anfrage.
path-held-now = Der Termin ist vorbei
path-held-now-text = Sie haben eine Frage zum Termin? Rufen Sie uns an.
path-not-held-now = Wir konnten nicht helfen
path-not-held-now-text = Ein anderer Tag hilft oft. Rufen Sie uns an oder fragen Sie neu.

# Cancelling
cancel-title = Möchten Sie die Anfrage absagen?
cancel-told-asked = Gefragte Personen bekommen sofort eine Nachricht. Die Suche endet.
cancel-told-coming = Die Person, die zugesagt hat, bekommt sofort eine Nachricht.
cancel-late = Frei war die Absage bis { $when }. Das ist eine späte Absage.
cancel-why = Warum sagen Sie ab?
cancel-reason-not-needed = Wir brauchen keine Hilfe mehr
cancel-reason-family-cannot = Die Familie kann nicht kommen
cancel-reason-other = Anderer Grund
cancel-send = Anfrage absagen
cancel-keep = Nicht absagen

# What is wrong with a form
problem-characters = Hier stehen Zeichen, die wir nicht annehmen. Bitte tippen Sie den Text neu.
problem-long-text = Das ist zu lang: { $used } Zeichen. Höchstens { $max } passen.
problem-of-alternative = Zweiter Termin: { $problem }
problem-not-a-choice = Bitte wählen Sie etwas aus der Liste.
problem-missing-language = Bitte nennen Sie eine Sprache.
problem-missing-occasion = Bitte wählen Sie einen Anlass.
problem-missing-gender-wish = Bitte wählen Sie eine Antwort.
problem-missing-gender = Bitte wählen Sie, wer kommen soll.
problem-missing-day = Bitte nennen Sie den Tag.
problem-missing-month = Bitte nennen Sie den Monat.
problem-missing-year = Bitte nennen Sie das Jahr.
problem-missing-start = Bitte nennen Sie den Beginn.
problem-missing-end = Bitte nennen Sie das Ende.
problem-missing-mode = Bitte wählen Sie, wie das Gespräch stattfindet.
problem-missing-site = Bitte wählen Sie einen Ort.
problem-missing-meeting-point = Bitte nennen Sie den Treffpunkt.
problem-missing-urgent-reason = Bitte schreiben Sie, warum es eilig ist.
problem-rules-known = Bitte bestätigen Sie, dass die Ansprechperson die Regeln kennt.
problem-missing-rules = Bitte bestätigen Sie, dass Sie die Regeln kennen.
problem-missing-reason = Bitte wählen Sie einen Grund.
problem-unknown-language = Diese Sprache kennen wir nicht. Bitte prüfen Sie den Namen.
problem-unknown-language-call = Diese Sprache kennen wir nicht. Bitte prüfen Sie den Namen. Oder rufen Sie uns an: { $phone }.
problem-similar-language = Diese Sprache kennen wir nicht. Meinten Sie eine von diesen?
problem-which-language = Dieser Name kann mehrere Sprachen meinen. Bitte wählen Sie eine.
problem-signed-by-phone = Gebärdensprache geht nicht am Telefon. Bitte wählen Sie vor Ort oder Video.
problem-not-a-date-day = Bitte schreiben Sie den Tag als Zahl von 1 bis 31.
problem-not-a-date-month = Bitte schreiben Sie den Monat als Zahl von 1 bis 12.
problem-not-a-date-year = Bitte schreiben Sie das Jahr mit vier Ziffern.
problem-no-such-day = Der { $day }. { $month } steht nicht im Kalender.
problem-not-a-time = Bitte schreiben Sie die Uhrzeit so: 9:00
problem-past = Dieser Zeitpunkt ist schon vorbei.
problem-too-soon = Wir brauchen mindestens { $notice } Vorlauf. Bitte rufen Sie an: { $phone }
problem-too-far = Bitte fragen Sie höchstens ein Jahr im Voraus.
problem-end-before-start = Die Uhrzeit muss nach { $start } Uhr liegen.
problem-pool-closed = An diesem Tag ist der Pool geschlossen, bis einschließlich { $until }. Bitte wählen Sie einen anderen Tag.
problem-too-long = Das Gespräch darf höchstens { $hours } Stunden dauern.
problem-skipped-time = Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt. Meinen Sie { $suggest } Uhr?
problem-not-a-number = Bitte wählen Sie eine Zahl aus der Liste.
problem-same-date = Das ist derselbe Termin noch einmal. Nennen Sie einen anderen, oder lassen Sie die Felder leer.
problem-identifying = Das sieht nach einem Geburtstag oder einem Aktenzeichen aus. Bitte löschen Sie es.
problem-not-approved = Ihre Einrichtung kann gerade keine Anfrage stellen. Bitte rufen Sie uns an.
