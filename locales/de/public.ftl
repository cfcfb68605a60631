# Pages for everybody
start-title = Wir finden Menschen für Gespräche in vielen Sprachen
start-lead = Freiwillige Sprachmittler*innen helfen bei Gesprächen in { $city }. Einrichtungen wie Kitas und Schulen fragen hier an.
start-enter = Anmelden
start-enter-requests = Zu Ihren Anfragen
start-enter-volunteer = Zu Ihrer Seite
start-enter-desk = Zu den Aufgaben
start-how = So geht es
start-how-1 = Sie stellen eine Anfrage
start-how-1-text = Sie nennen Sprache, Tag und Ort. Das dauert etwa drei Minuten.
start-how-2 = Wir fragen passende Personen
start-how-2-text = Wer zuerst zusagt, kommt. Sie sehen jederzeit, wie die Suche läuft.
start-how-3 = Beide Seiten bekommen eine Bestätigung
start-how-3-text = Sie kommt per Mail und hat einen Eintrag für Ihren Kalender.
start-who = Wer kann anfragen?
start-who-text = Kitas, Schulen, Beratungsstellen, Ämter und Gesundheitsdienste. Private Personen fragen bitte eine Beratungsstelle.
start-mediate = Sie sprechen zwei Sprachen?
start-mediate-text = Werden Sie Sprachmittler*in. Rufen Sie uns an. Wir erzählen Ihnen, wie es geht.

help-title = Hilfe
help-lead = Die wichtigsten Fragen und Antworten. Ihre Frage fehlt? Rufen Sie uns an: { $phone }
help-ask = Wie stelle ich eine Anfrage?
help-ask-text =
    Melden Sie sich mit Ihrer Mail-Adresse an. Sie bekommen einen Code. Ein Passwort brauchen Sie nicht.
    Drücken Sie auf „Neue Anfrage“. Sie beantworten Fragen zu Gespräch, Tag und Ort.
    Fragen Sie am besten { $notice }. Es ist eilig? Rufen Sie uns an.
help-next = Was passiert danach?
help-next-text =
    Wir fragen passende Sprachmittler*innen per Mail. Wer zuerst zusagt, übernimmt den Termin.
    Auf der Seite Ihrer Anfrage steht immer, was als Nächstes passiert und bis wann.
    Findet sich niemand, ruft { $person } Sie an.
help-rules = Welche Regeln gelten?
help-rules-text =
    Eine Fachkraft Ihrer Einrichtung ist beim Gespräch dabei.
    Nennen Sie in der Anfrage keine Namen und keine Geburtsdaten der Familie.
    Sprachmittler*innen übersetzen, was gesagt wird. Sie beraten nicht und entscheiden nicht.
    Alle Sprachmittler*innen haben erklärt, dass sie nichts weitererzählen.
    Bei Gericht, Polizei, Asylanhörung, Gutachten und Behandlung helfen wir nicht. Dafür gibt es vereidigte Dolmetscher*innen.
help-cancel = Kann ich absagen?
help-cancel-text =
    Ja, jederzeit auf der Seite Ihrer Anfrage. Alle Beteiligten bekommen sofort eine Nachricht.
    Frei ist eine Absage { $cancellation }. Danach gilt die Absage als spät.
help-cost = Was kostet das?
help-cost-text = Für Ihre Einrichtung ist der Termin meistens kostenlos. Die Sprachmittler*innen bekommen eine Aufwandsentschädigung.
help-mediate = Ich bin Sprachmittler*in. Was muss ich wissen?
help-mediate-text =
    Sie bekommen Angebote per Mail. Öffnen Sie den Link und wählen Sie: zusagen oder absagen.
    Sie dürfen jedes Angebot ablehnen. Einen Grund müssen Sie nicht nennen.
    Wir fragen zuerst Menschen, bei denen ein Ja wahrscheinlich ist. So bekommen alle weniger Mails.
    Jede Mail hat einen Link für eine Pause.

accessibility-title = Barrierefreiheit
accessibility-lead = Alle sollen { $pool } gut benutzen können.
accessibility-state = Wie weit sind wir?
accessibility-state-text =
    Die Seiten folgen den Regeln der WCAG 2.2, Stufe AA. Wir prüfen sie mit Programmen bei jeder Änderung.
    Eine Prüfung durch Menschen mit Behinderungen steht noch aus.
accessibility-how = Das haben wir getan
accessibility-how-text =
    Alle Seiten gehen nur mit der Tastatur, mit Vorlese-Programmen und ohne JavaScript.
    Sie passen auf kleine Bildschirme und lassen sich vergrößern. Eine dunkle Ansicht gibt es auch.
    Die Texte sind in einfacher Sprache.
accessibility-report = Etwas geht nicht?
accessibility-report-text = Schreiben Sie an { $mail } oder rufen Sie an: { $phone }. Wir antworten innerhalb von zwei Wochen.
accessibility-arbitration = Wir helfen nicht genug?
accessibility-arbitration-text = Dann hilft die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen. Das kostet nichts.

privacy-title = Datenschutz
privacy-lead = Wir speichern so wenig wie möglich und nicht länger als nötig.
privacy-who = Wer ist verantwortlich?
privacy-who-text = { $operator }. Fragen zum Datenschutz: { $mail }
privacy-what = Was speichern wir?
privacy-what-text =
    Von Ansprechpersonen: Name, Mail-Adresse, Telefon, Einrichtung und die Anfragen.
    Von Sprachmittler*innen: Name, Mail-Adresse, Telefon, Stadtteil, Geburtsjahr, Sprachen, Zeiten und das Datum von Nachweisen. Die Nachweise selbst speichern wir nicht.
    Von Familien: nichts. Darum bitten wir, keine Namen zu schreiben.
privacy-seen = Wer sieht was?
privacy-seen-text =
    Straße, Ansprechperson und Hinweise sieht nur, wer zugesagt hat.
    Das Telefon der Sprachmittler*in sieht die Einrichtung nur mit deren Zustimmung.
    In Mails steht nichts Vertrauliches im Betreff.
privacy-long = Wie lange?
privacy-long-text = Die Fristen stehen in unserem Verzeichnis der Daten. Jede Nacht löschen wir, was seine Frist überschritten hat. Wer aufhört, wird danach ohne Namen gezählt.
privacy-cookies = Cookies
privacy-cookies-text = Wir setzen nur zwei Cookies: für die Anmeldung und für die Sprache der Seite. Niemand wertet Ihre Besuche aus.
privacy-rights = Ihre Rechte
privacy-rights-text = Sie dürfen Ihre Daten sehen, ändern und löschen lassen. Wer angemeldet ist, findet sie unten auf jeder Seite. Sie dürfen sich bei der Landesbeauftragten für Datenschutz beschweren.

imprint-title = Impressum
imprint-lead = Wer hinter { $pool } steht.
imprint-operator = Anbieter
imprint-operator-text = { $operator }
imprint-contact = Kontakt
imprint-contact-text =
    Ansprechperson: { $person }
    Telefon: { $phone }
    Mail: { $mail }
imprint-content = Verantwortlich für den Inhalt
imprint-content-text = { $person }, { $operator }
imprint-software = Programm
imprint-software-text = Diese Seiten laufen mit Sprachpool, freier Software unter der Lizenz EUPL-1.2.
