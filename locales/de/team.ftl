# Das Team: Koordinator*innen
team-lead = Diese Personen sehen alles und dürfen alles, was der Sprachpool kann.
team-invite = Person einladen
team-name = Name
team-email = E-Mail-Adresse
team-email-hint = An diese Adresse gehen die Einladung und die Codes zum Anmelden.
team-since = Dabei seit
team-app = Anmelde-App
team-app-yes = Fertig
team-app-no = Fehlt noch
team-trail = Protokoll zu dieser Person
team-last-sign-in = Letzte Anmeldung
team-no-sign-in = Keine in letzter Zeit

team-new-title = Person ins Team einladen
team-new-lead = Die Person bekommt eine Mail. Beim ersten Anmelden richtet sie ihre Anmelde-App ein.
team-new-send = Einladung schicken
team-language = Sprache der Mails
team-language-empty = Bitte wählen Sie eine Sprache.
team-name-empty = Bitte geben Sie den Namen ein.
team-name-too-long = Der Name ist zu lang. Erlaubt sind 200 Zeichen.
team-name-not-allowed = Der Name enthält unerlaubte Zeichen. Bitte tippen Sie ihn neu ein.
team-email-empty = Bitte geben Sie die E-Mail-Adresse ein.
team-already-there = Diese Person ist schon im Team.

team-reset-title = Anmelde-App zurücksetzen
team-reset-text = Für ein verlorenes oder neues Telefon: App und Notfall-Codes gelten dann nicht mehr. Die Person wird überall abgemeldet. Danach richtet sie die App neu ein.
team-reset-check = Sprechen Sie vorher mit der Person. Eine Mail allein genügt nicht: Jemand kann sie gefälscht haben.
team-reset-own = Das sind Sie selbst. Sie werden gleich abgemeldet.
team-reset-button = App zurücksetzen
team-retire-title = Aus dem Team nehmen
team-retire-text = Die Person wird überall abgemeldet. Sie sieht nichts mehr vom Team. Was sie getan hat, bleibt im Protokoll.
team-retire-button = Aus dem Team nehmen
team-last-one = Das ist die letzte Person im Team. Laden Sie zuerst eine andere ein.
team-last-one-text = Das geht gerade nicht: Eine Person muss im Team bleiben.
