# Zweiter Schritt beim Anmelden: nur für Koordinator*innen
second-factor-title = Zweiter Schritt
second-factor-lead = Sie arbeiten mit den Daten vieler Menschen. Darum brauchen Sie noch einen zweiten Code.
second-factor-code = Code aus der App
second-factor-code-hint = Öffnen Sie Ihre Anmelde-App. Der Code hat 6 Ziffern. Er wechselt alle 30 Sekunden.
second-factor-used = Dieser Code wurde schon benutzt. Bitte warten Sie auf den nächsten Code.
second-factor-no-phone-title = Kein Telefon da?
second-factor-no-phone-text = Dann nehmen Sie einen Ihrer Notfall-Codes. Jeder Notfall-Code geht nur einmal.
second-factor-recovery = Notfall-Code
second-factor-recovery-hint = Er hat 16 Zeichen. Große und kleine Buchstaben sind gleich.
second-factor-recovery-send = Mit Notfall-Code anmelden
second-factor-recovery-incomplete = Ein Notfall-Code hat 16 Zeichen. Bitte prüfen Sie Ihre Eingabe.
second-factor-no-codes = Keine Codes mehr? Bitten Sie eine andere Person im Team. Sie kann Ihre Anmelde-App zurücksetzen.
second-factor-locked-title = Das waren viele falsche Codes
second-factor-locked-text = Bitte warten Sie { $minutes } Minuten. Versuchen Sie es dann noch einmal.
second-factor-locked-again = Noch einmal versuchen

second-factor-start-title = Ihre Anmelde-App
second-factor-start-lead = Sie arbeiten mit den Daten vieler Menschen. Eine Mail allein schützt diese Daten nicht genug.
second-factor-start-app = Sie brauchen eine App, die Codes zum Anmelden macht. Solche Apps gibt es kostenlos für jedes Telefon. Viele Passwort-Programme können es auch.
second-factor-start-later = Das Einrichten dauert etwa zwei Minuten. Danach tippen Sie bei jeder Anmeldung einen Code aus der App ein.
second-factor-start-button = App einrichten

second-factor-setup-title = App einrichten
second-factor-setup-scan = 1. Bild mit der App aufnehmen
second-factor-setup-scan-text = Fügen Sie in der App ein neues Konto hinzu. Nehmen Sie dann dieses Bild auf.
second-factor-setup-qr = QR-Code für Ihre Anmelde-App. Derselbe Schlüssel steht darunter als Text.
second-factor-setup-type = Geht das nicht? Dann tippen Sie diesen Schlüssel in die App:
second-factor-setup-code = 2. Code aus der App eingeben

second-factor-codes-title = Ihre Notfall-Codes
second-factor-codes-lead = Ihre Anmelde-App ist eingerichtet.
second-factor-codes-text = Mit diesen Codes kommen Sie ohne Ihr Telefon herein. Jeder Code geht einmal. Drucken Sie diese Seite aus, oder schreiben Sie die Codes ab.
second-factor-codes-once = Wir zeigen die Codes nur dieses eine Mal.
second-factor-codes-done = Ich habe die Codes, weiter

mail-recovery-code-used-subject = Jemand hat einen Ihrer Notfall-Codes benutzt
mail-recovery-code-used-title = Notfall-Code benutzt
mail-recovery-code-used-lead = am { $moment } hat sich jemand mit einem Ihrer Notfall-Codes angemeldet.
mail-recovery-code-used-left = { $left ->
    [0] Sie haben jetzt keinen Notfall-Code mehr.
    [one] Sie haben noch einen Notfall-Code.
   *[other] Sie haben noch { $left } Notfall-Codes.
}
mail-second-factor-not-you = Waren Sie das nicht? Dann rufen Sie uns bitte gleich an.
mail-second-factor-reset-subject = Ihre Anmelde-App wurde zurückgesetzt
mail-second-factor-reset-title = Anmelde-App zurückgesetzt
mail-second-factor-reset-lead = Ihre Anmelde-App und Ihre Notfall-Codes gelten nicht mehr. Bei der nächsten Anmeldung richten Sie die App neu ein.
mail-second-factor-reset-button = Zum Anmelden
mail-second-factor-reset-not-you = Haben Sie nicht darum gebeten? Dann rufen Sie uns bitte gleich an.

mail-coordinator-invited-subject = Willkommen im Team des Sprachpools
mail-coordinator-invited-title = Willkommen im Team
mail-coordinator-invited-lead = Sie koordinieren jetzt mit: { $pool }.
mail-coordinator-invited-address = Melden Sie sich mit dieser Adresse an: { $address }. Sie brauchen kein Passwort.
mail-coordinator-invited-app = Beim ersten Mal richten Sie eine Anmelde-App auf Ihrem Telefon ein. Wir führen Sie hindurch.
mail-coordinator-invited-button = Zum Anmelden
