# Anmelden: Adresse, Code, Link, Auswahl
sign-in-title = Anmelden
sign-in-lead = Für Einrichtungen, Sprachmittler*innen und das Team.
sign-in-email = E-Mail-Adresse
sign-in-email-hint = Sie brauchen kein Passwort. Wir schicken Ihnen eine Mail mit einem Link und einem Code.
sign-in-send = Mail bekommen
sign-in-email-empty = Bitte geben Sie Ihre E-Mail-Adresse ein.
sign-in-email-wrong = Das ist keine E-Mail-Adresse. So sieht eine aus: name@kita.example
sign-in-email-too-long = Die E-Mail-Adresse ist zu lang. Erlaubt sind 200 Zeichen.
sign-in-email-not-allowed = Die E-Mail-Adresse enthält unerlaubte Zeichen. Bitte tippen Sie sie neu ein.
sign-in-new-title = Sind Sie selbst neu?
sign-in-new-text = Ihre Einrichtung kennt uns schon? Oder möchten Sie Sprachmittler*in werden? Rufen Sie uns bitte an. Wir richten Ihren Zugang ein.

sign-in-code-title = Schauen Sie in Ihr Postfach
sign-in-code-lead = Wir haben Ihnen eine Mail geschickt.
sign-in-code-text = Öffnen Sie den Link in der Mail. Oder geben Sie hier den Code aus der Mail ein.
sign-in-code = Code
sign-in-code-hint = Der Code hat 6 Ziffern. Er gilt { $minutes } Minuten.
sign-in-code-incomplete = Bitte geben Sie alle 6 Ziffern ein.
sign-in-code-wrong = { $tries ->
    [one] Der Code stimmt nicht. Sie haben noch einen Versuch.
   *[other] Der Code stimmt nicht. Sie haben noch { $tries } Versuche.
}
sign-in-over-title = Dieser Code gilt nicht mehr
sign-in-over-text = Er ist abgelaufen, schon benutzt oder war zu oft falsch. Sie können eine neue Mail bekommen.
sign-in-no-mail-title = Keine Mail bekommen?
sign-in-no-mail-text = Wir schicken nur Mails an Adressen, die wir kennen. Prüfen Sie bitte die Adresse. Schauen Sie auch in den Ordner für Werbung.
sign-in-again = Neue Mail bekommen

sign-in-link-title = Anmelden
sign-in-link-lead = Sie haben den Link aus unserer Mail geöffnet. Möchten Sie sich jetzt anmelden?
sign-in-link-confirm = Ja, ich möchte mich an diesem Gerät anmelden.
sign-in-link-unconfirmed = Bitte kreuzen Sie an, dass Sie sich anmelden möchten.
sign-in-link-not-you = Haben Sie keine Mail bestellt? Dann schließen Sie diese Seite. Es passiert nichts.
sign-in-used-title = Dieser Link wurde schon benutzt
sign-in-used-text = Mit diesem Link hat sich schon jemand angemeldet. Jeder Link geht nur einmal.
sign-in-expired-title = Diese Anmeldung gilt nicht mehr
sign-in-expired-text = Die Zeit ist abgelaufen. Sie können eine neue Mail bekommen.

sign-in-who-title = Wer sind Sie?
sign-in-who-lead = Mehrere Personen benutzen diese E-Mail-Adresse.
sign-in-who-legend = Ihr Name
sign-in-who-empty = Bitte wählen Sie Ihren Namen.
sign-in-role-coordinator = Koordination
sign-in-role-contact = Ansprechperson
sign-in-role-volunteer = Sprachmittler*in
