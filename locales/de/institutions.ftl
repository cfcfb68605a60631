# Institutions: the coordinator's pages, registration, invitations.
institution-state-pending = Wartet auf Prüfung
institution-state-approved = Darf anfragen
institution-state-paused = Pausiert
institution-state-retired = Beendet
institution-state-refused = Abgelehnt

# List
institutions-title = Einrichtungen
institutions-new = Einrichtung anlegen
institutions-waiting = { $count ->
    [one] Eine Einrichtung wartet auf Ihre Prüfung.
   *[other] { $count } Einrichtungen warten auf Ihre Prüfung.
}
institutions-waiting-show = Zeigen
institutions-filter = Einrichtungen filtern
institutions-filter-name = Name
institutions-filter-state = Status
institutions-filter-sector = Bereich
institutions-filter-all = Alle
institutions-filter-apply = Anzeigen
institutions-filter-reset = Filter aufheben
institutions-none-found = Zu diesem Filter gibt es keine Einrichtung. Heben Sie den Filter auf. Oder legen Sie eine neue Einrichtung an.
institutions-none = Noch gibt es keine Einrichtung. Legen Sie die erste an. Ihre Ansprechperson bekommt dann eine Einladung.
institutions-column-name = Name
institutions-column-sector = Bereich
institutions-column-state = Status

# Fields
institution-group-institution = Die Einrichtung
institution-group-site = Der Standort
institution-group-contact = Die Ansprechperson
institution-field-name = Name der Einrichtung
institution-field-kind = Trägerart (freiwillig)
institution-kind-none = Keine Angabe
institution-field-sector = Bereich
institution-field-sector-hint = Er bestimmt, welche Nachweise Sprachmittler*innen brauchen.
institution-field-choose = Bitte wählen
institution-field-site-name = Name des Standorts
institution-field-site-name-hint = Zum Beispiel: Haupthaus
institution-field-street = Straße und Hausnummer
institution-field-postcode = Postleitzahl
institution-field-city = Ort
institution-field-district = Stadtteil
institution-field-contact-name = Vorname und Nachname
institution-field-email = E-Mail-Adresse
institution-field-email-hint = Dorthin gehen alle Mails. Damit meldet sich die Person an.
institution-field-phone = Telefon
institution-field-phone-hint = Sprachmittler*innen sehen die Nummer erst nach einer Zusage.
institution-field-locale = Sprache der Mails
institution-missing-name = Bitte nennen Sie den Namen der Einrichtung.
institution-missing-sector = Bitte wählen Sie den Bereich.
institution-missing-site-name = Bitte nennen Sie den Namen des Standorts.
institution-missing-street = Bitte nennen Sie Straße und Hausnummer.
institution-missing-postcode = Bitte nennen Sie die Postleitzahl.
institution-missing-city = Bitte nennen Sie den Ort.
institution-missing-district = Bitte wählen Sie den Stadtteil.
institution-missing-contact-name = Bitte nennen Sie Vorname und Nachname.
institution-missing-email = Bitte nennen Sie die E-Mail-Adresse.
institution-missing-phone = Bitte nennen Sie eine Telefonnummer.
institution-missing-locale = Bitte wählen Sie die Sprache der Mails.
institution-missing-reason = Bitte schreiben Sie, warum.
institution-wrong-postcode = Das ist keine Postleitzahl. So sieht eine aus: 48149
institution-wrong-phone = Das ist keine Telefonnummer. So sieht eine aus: 0251 555 0142
institution-address-of-coordinator = Diese Person gehört zum Team. Ihre Adresse ändern Sie hier nicht.

# Create and change
institution-create-title = Einrichtung anlegen
institution-create-send = Anlegen und einladen
institution-create-hint = Die Ansprechperson bekommt eine Mail. Danach kann sie gleich anfragen.
institution-edit-title = Angaben ändern
institution-edit-hint = Gestellte Anfragen behalten ihren Bereich.
institution-save = Speichern
site-add-title = Standort hinzufügen
site-edit-title = Standort ändern
site-edit-in-use = { $count ->
    [one] Eine offene Anfrage ist an diesem Standort. Für sie gilt die neue Adresse. Bitte sagen Sie es den Beteiligten.
   *[other] { $count } offene Anfragen sind an diesem Standort. Für sie gilt die neue Adresse. Bitte sagen Sie es den Beteiligten.
}
contact-add-title = Ansprechperson hinzufügen
contact-add-send = Hinzufügen und einladen
contact-add-pending = Die Einladung kommt erst, wenn Sie die Einrichtung freischalten.
contact-add-invited = Die Person bekommt eine Mail. Darin steht, wie sie anfragt.
contact-edit-title = Ansprechperson ändern
contact-edit-hint = Name, Adresse und Sprache gelten für die Person, auch an anderer Stelle. Mit einer neuen Adresse endet die Anmeldung über die alte.

# One institution
institution-step = Einrichtung, { $sector }
institution-facts = Die Einrichtung
institution-fact-state = Status
institution-fact-since = Seit
institution-fact-sector = Bereich
institution-fact-kind = Trägerart
institution-fact-kind-none = Nicht angegeben
institution-fact-created = Angelegt
institution-fact-refused = Grund
institution-waits-title = Darf diese Einrichtung anfragen?
institution-waits-text = Sie hat sich selbst angemeldet. Prüfen Sie die Angaben. Rufen Sie im Zweifel an.
institution-approve = Freischalten
institution-refuse = Ablehnen
institution-tasks = Das braucht Sie
institution-sites = Standorte
institution-site-former = Geschlossene Standorte: { $names }
institution-site-change = Ändern
institution-site-close = Schließen
institution-site-close-hint = Einen geschlossenen Standort wählt niemand mehr. Termine dort bleiben bestehen.
institution-site-only-one = Das ist der einzige Standort. Bitte fügen Sie zuerst einen neuen hinzu.
institution-site-add = Standort hinzufügen
institution-contacts = Ansprechpersonen
institution-contacts-none = Niemand kann für diese Einrichtung anfragen. Bitte fügen Sie eine Ansprechperson hinzu.
institution-contacts-former = Frühere Ansprechpersonen: { $names }
institution-contact-change = Ändern
institution-contact-end = Zugang beenden
institution-contact-invite = Noch einmal einladen
institution-contact-request = Anfrage für Anrufer*in
institution-contact-add = Ansprechperson hinzufügen
institution-contact-no-address = Keine Adresse nimmt Mails an
institution-requests = Neueste Anfragen
institution-requests-none = Diese Einrichtung hat noch nichts angefragt.
institution-requests-all = Alle Anfragen dieser Einrichtung
institution-bans = Nicht wieder einsetzen
institution-bans-none = Es gibt keine Sperre.
institution-ban-since = Seit { $date }
institution-change = Angaben ändern
institution-actions = Status ändern
institution-pause = Pausieren
institution-pause-hint = In der Pause sehen die Ansprechpersonen alles, stellen aber keine neue Anfrage.
institution-resume = Pause beenden
institution-retire = Zusammenarbeit beenden

# Refusal and retirement
institution-refusal-title = Anmeldung ablehnen
institution-refusal-text = Die Ansprechperson liest den Grund in einer Mail.
institution-refusal-reason = Warum lehnen Sie ab?
institution-refusal-reason-hint = Höchstens 300 Zeichen. Schreiben Sie auch, wer stattdessen hilft.
institution-refusal-send = Ablehnen und Mail schicken
institution-retirement-title = Zusammenarbeit beenden?
institution-retirement-text = Danach meldet sich niemand mehr für diese Einrichtung an. Was war, bleibt lesbar.
institution-retirement-final = Das lässt sich nicht zurücknehmen.
institution-retirement-confirm = Ja, die Zusammenarbeit ist zu Ende.
institution-retirement-unconfirmed = Bitte kreuzen Sie an, dass die Zusammenarbeit zu Ende ist.
institution-retirement-send = Beenden
institution-retirement-open = { $count ->
    [one] Eine Anfrage ist noch offen. Bitte sagen Sie sie zuerst ab.
   *[other] { $count } Anfragen sind noch offen. Bitte sagen Sie sie zuerst ab.
}
institution-retirement-open-show = Anfragen ansehen
institution-retirement-open-why = Jede Absage betrifft eine Familie und vielleicht eine Sprachmittler*in. Darum entscheiden Sie über jede einzeln.

# What a contact of a paused institution reads
list-paused-title = Ihre Einrichtung pausiert
list-paused-text = Sie sehen alle Termine. Neue Anfragen sind gerade nicht möglich. Fragen? Rufen Sie uns an.

# Registration, for everybody
register-title = Einrichtung anmelden
register-lead = Melden Sie Ihre Einrichtung an. Wir prüfen die Angaben. Danach können Sie anfragen.
register-link-title = Ihre Einrichtung ist neu?
register-link-text = Melden Sie sie an. Das dauert etwa drei Minuten.
register-link = Einrichtung anmelden
register-rules = Regeln
register-send = Anmelden
register-side-what = Was passiert danach?
register-side-what-text = Sie bekommen gleich eine Mail. Wir prüfen, ob wir für Sie da sein dürfen. Spätestens am { $date } hören Sie von uns.
register-side-data = Ihre Angaben
register-side-data-text = Wir brauchen sie, um Sie zu erreichen. Mehr steht im Datenschutz.
register-done-title = Ihre Anmeldung ist da
register-done-lead = Vielen Dank. Wir prüfen Ihre Angaben. Spätestens am { $date } hören Sie von uns.
register-done-mail = Wir haben eine Mail an die Ansprechperson geschickt. Kommt sie nicht an? Schauen Sie in den Ordner für Werbung.
register-done-wrong = Stimmt eine Angabe nicht? Rufen Sie uns bitte an.

# Mails
mail-registration-received-subject = Ihre Anmeldung im Sprachpool ist da
mail-registration-received-title = Wir prüfen Ihre Anmeldung
mail-registration-received-lead = vielen Dank. Ihre Einrichtung ist bei uns angemeldet.
mail-registration-received-by = Spätestens am { $date } hören Sie von uns.
mail-registration-received-late = Wir brauchen noch etwas Zeit. Sie hören bald von uns.
mail-registration-received-after = Bis dahin können Sie sich noch nicht im Sprachpool anmelden und nichts anfragen.
mail-registration-received-not-you = Sie haben nichts angemeldet? Dann antworten Sie uns kurz.
mail-registration-refused-subject = Ihre Anmeldung im Sprachpool
mail-registration-refused-title = Wir können Sie nicht aufnehmen
mail-registration-refused-lead = wir haben Ihre Anmeldung geprüft: { $institution }. Leider können wir Ihre Einrichtung nicht aufnehmen. Das ist der Grund:
mail-registration-refused-after = Haben Sie Fragen? Rufen Sie uns an oder antworten Sie auf diese Mail.
mail-invited-subject = Ihr Zugang zum Sprachpool
mail-invited-title = Willkommen im Sprachpool
mail-invited-by = { $name } hat Sie eingetragen.
mail-invited-lead = Sie können jetzt für Ihre Einrichtung anfragen: { $institution }.
mail-invited-what = Freiwillige Sprachmittler*innen helfen Ihnen bei Gesprächen in { $city }.
mail-invited-button = Anmelden
mail-invited-sign-in = Sie brauchen kein Passwort. Sie geben Ihre Mail-Adresse ein und bekommen einen Code.
mail-invited-first = Für die erste Anfrage drücken Sie auf „Neue Anfrage“. Sie nennen Sprache, Tag und Ort. Das dauert etwa drei Minuten.
mail-invited-then = Dann suchen wir eine passende Person. Sie bekommen eine Mail, sobald jemand zusagt.

# The audit trail
trail-institution_refused = Anmeldung abgelehnt
trail-institution_paused = Einrichtung pausiert
trail-institution_resumed = Pause beendet
trail-institution_retired = Zusammenarbeit beendet
trail-institution_changed = Angaben der Einrichtung geändert
trail-site_added = Standort hinzugefügt
trail-site_changed = Standort geändert
trail-site_closed = Standort geschlossen
trail-contact_changed = Ansprechperson geändert
trail-contact_ended = Zugang einer Ansprechperson beendet
trail-contact_invited = Ansprechperson eingeladen
