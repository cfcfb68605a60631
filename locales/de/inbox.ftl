# Mails, die an den Pool kamen.
inbox-title = Eingegangene Mails
inbox-empty = Es ist noch keine Mail gekommen.
inbox-newest = Die neuesten zuerst
inbox-no-subject = Mail ohne Betreff
inbox-kind-reply = Antwort
inbox-kind-bounce = Zurückgekommen
inbox-sender = Von
inbox-when = Wann
inbox-text = Text der Mail
inbox-diagnostic = Was der Mailserver sagt
inbox-no-text = Die Mail enthält keinen Text.
inbox-about = Worum es geht
inbox-about-nothing = Das sagt die Mail nicht.
inbox-answer = Im eigenen Mailprogramm antworten
inbox-done = Erledigt
inbox-dead = Diese Adresse nimmt keine Mails an
inbox-dead-text = Wir schreiben nicht mehr dorthin. Rufen Sie an und fragen Sie nach der Adresse.
inbox-restore = Die Adresse stimmt: wieder schreiben

# Der Verlauf.
trail-address_bounced = Mail-Adresse nimmt keine Mails an
trail-address_restored = Mail-Adresse funktioniert wieder
trail-mail_received = { $code ->
    [bounce] Mail kam zurück
   *[other] Mail empfangen
}
