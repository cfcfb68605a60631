# Own data, erasure, reports, deadlines.

privacy-nobody = gelöschte Person
privacy-links = Datenschutz
privacy-data-link = Alle Daten dieser Person
privacy-report-link = Bericht über die Löschung
volunteer-return = Wieder aufnehmen
volunteer-return-text = Die Person kann dann wieder Angebote bekommen. Sie bekommt eine Mail.

data-title = Meine Daten
data-title-of = Daten von { $name }
data-lead = Das alles weiß der Pool über Sie. Die Datei enthält jede Zeile. Nummern und Rechenwerte des Programms stehen nur dort.
data-lead-of = Das alles weiß der Pool über diese Person. Die Datei enthält jede Zeile. Nummern und Rechenwerte des Programms stehen nur dort.
data-download = Als Datei herunterladen
data-left-out = Was andere Personen verraten würde, steht nicht hier.
data-more = { $count ->
    [one] Eine ältere Zeile steht in der Datei.
   *[other] { $count } ältere Zeilen stehen in der Datei.
}

data-table-person = Person
data-table-address = E-Mail-Adressen
data-table-person_address = Zuordnung der Adressen
data-table-coordinator = Rolle im Team
data-table-contact = Ansprechperson einer Einrichtung
data-table-second_factor = Zweiter Faktor
data-table-sign_in = Anmeldungen
data-table-session = Sitzungen
data-table-volunteer = Angaben als Sprachmittler*in
data-table-volunteer_language = Sprachen
data-table-language_wish = Gewünschte Sprachen
data-table-volunteer_district = Stadtteile
data-table-volunteer_sector = Bereiche
data-table-availability = Freie Zeiten
data-table-absence = Abwesenheiten
data-table-qualification = Nachweise
data-table-refusal = Was Sie nicht möchten
data-table-forecast_volunteer = Vorhersage der Zusage
data-table-request_draft = Entwürfe
data-table-request = Anfragen
data-table-check_question = Rückfragen vor der Suche
data-table-offer = Angebote
data-table-assignment = Einsätze
data-table-proof = Was bei Einsätzen gilt
data-table-proof_version = Ihre Rückmeldungen
data-table-link = Links in Mails
data-table-outbox = Mails an Sie
data-table-inbound_mail = Mails von Ihnen
data-table-task = Aufgaben für das Team
data-table-audit = Protokoll

data-column-name = Name
data-column-name_sort = Name zum Sortieren
data-column-locale = Sprache der Mails
data-column-created_at = Angelegt
data-column-ended_at = Beendet
data-column-email = E-Mail
data-column-email_key = E-Mail zum Vergleichen
data-column-bounced_at = Mail kam zurück
data-column-active = Gilt noch
data-column-phone = Telefon
data-column-phone_consent = Nummer weitergeben
data-column-confirmed_at = Bestätigt
data-column-expires_at = Läuft ab
data-column-proved_at = Bewiesen
data-column-used_at = Benutzt
data-column-revoked_at = Zurückgenommen
data-column-network = Netz
data-column-second_factor_at = Zweiter Faktor gezeigt
data-column-state = Stand
data-column-paused_until = Pause bis
data-column-gender = Geschlecht
data-column-birth_year = Geburtsjahr
data-column-home_district = Stadtteil der Wohnung
data-column-german_level = Deutsch
data-column-on_site = Vor Ort
data-column-by_phone = Am Telefon
data-column-by_video = Per Video
data-column-max_travel_minutes = Weg in Minuten
data-column-weekly_cap = Einsätze in der Woche
data-column-offer_cap = Angebote in 7 Tagen
data-column-retired_at = Aufgehört
data-column-language = Sprache
data-column-level = Niveau
data-column-wished_at = Gewünscht
data-column-district = Stadtteil
data-column-sector = Bereich
data-column-weekday = Wochentag
data-column-from_time = Von
data-column-until_time = Bis
data-column-from_date = Von
data-column-until_date = Bis
data-column-kind = Art
data-column-seen_on = Gesehen
data-column-issued_on = Ausgestellt
data-column-valid_until = Gilt bis
data-column-recorded_at = Eingetragen
data-column-occasion = Anlass
data-column-offers = Angebote
data-column-yes = Ja
data-column-no = Nein
data-column-updated_at = Geändert
data-column-fields = Angaben
data-column-reference = Kennzeichen
data-column-filed_at = Gestellt
data-column-urgent_reason = Warum es eilt
data-column-meeting_point = Treffpunkt
data-column-remarks = Hinweise
data-column-cancel_reason = Grund der Absage
data-column-closed_note = Notiz zum Abschluss
data-column-policy_reason = Grund der anderen Suche
data-column-sent_at = Gesendet
data-column-answered_at = Beantwortet
data-column-rank = Punkte
data-column-willing_at = Bereit
data-column-known_to_me = Familie bekannt
data-column-starts_at = Beginn
data-column-ends_at = Ende
data-column-accepted_at = Zugesagt
data-column-ended_how = Wie beendet
data-column-override_reason = Warum trotzdem
data-column-started_at = Beginn
data-column-side = Seite
data-column-outcome = Ergebnis
data-column-travel_minutes = Weg in Minuten
data-column-note = Notiz
data-column-purpose = Zweck
data-column-dropped_at = Nicht gesendet
data-column-sender = Absender
data-column-subject = Betreff
data-column-body = Text
data-column-received_at = Eingegangen
data-column-done_at = Erledigt
data-column-at = Zeit
data-column-actor = Wer
data-column-action = Was
data-column-object_kind = Woran
data-column-question = Frage
data-column-answer = Antwort
data-column-asked_at = Gefragt
data-column-check_referral = Verweis an andere
data-column-params = Einzelheiten
data-refusal-institution = Einrichtung
data-refusal-occasion = Anlass
data-offer-queued = Wird gerade gesendet
data-offer-sent = Gesendet, noch offen
data-offer-accepted = Zugesagt
data-offer-declined = Abgesagt
data-offer-expired = Ohne Antwort beendet
data-offer-closed = Beendet: nicht mehr nötig
data-offer-bounced = Mail kam zurück
data-ended-given_back = Zurückgegeben
data-ended-cancelled = Abgesagt
data-link-offer = Angebot ansehen und antworten
data-link-assignment = Einsatz ansehen
data-link-pause = Pause und Wünsche
data-link-proof = Melden, wie es war
data-link-slip = Zettel für die Familie
data-link-sign_in = Anmelden
data-link-calendar = Kalender abonnieren
data-actor-person = Eine angemeldete Person
data-actor-link = Über einen Link aus einer Mail
data-actor-service = Der Dienst
data-actor-command = Über die Befehlszeile

erasure-link = Diese Person löschen
erasure-title = { $name } löschen
erasure-lead = Die Person wird überall namenlos. Das lässt sich nicht zurücknehmen.
erasure-first = Das muss vorher enden
erasure-blocker-coordinator = Die Person gehört noch zum Team.
erasure-blocker-contact = Die Person stellt noch Anfragen für eine Einrichtung.
erasure-blocker-volunteer = Die Person ist noch Sprachmittler*in.
erasure-blocker-assignment = Ein Einsatz steht noch an.
erasure-blocker-proof = Bei einem Einsatz ist noch offen, was war.
erasure-blocker-request = Eine Anfrage läuft noch.
erasure-blocker-task = Eine Aufgabe zu dieser Person ist noch offen.
erasure-blocked = Inzwischen ist etwas offen. Bitte beenden Sie es zuerst.
erasure-goes = Was gelöscht wird
erasure-goes-person = Name, Adressen, Telefon, Sprachen, Zeiten, Wünsche und Nachweise.
erasure-goes-texts = Texte, die die Person geschrieben hat, und Notizen über sie.
erasure-goes-mails = Mails, Links, Anmeldungen und Sitzungen.
erasure-stays = Was bleibt
erasure-stays-counts = Einsätze und Anfragen zählen weiter, ohne Namen.
erasure-stays-trail = Das Protokoll bleibt. Es nennt nur Nummern, und die führen zu niemandem.
erasure-stays-backups = In Sicherungen steht die Person noch höchstens 30 Tage.
erasure-data-first = Vorher alle Daten ansehen
erasure-sure = Sind Sie sicher?
erasure-yes = Ja, diese Person löschen
erasure-button = Endgültig löschen
erasure-choose = Bitte bestätigen Sie, dass die Person gelöscht wird.

erasures-title = Berichte über Löschungen
erasures-lead = Jede Löschung hat einen Bericht. Er nennt keine Person.
erasures-none = Noch wurde niemand gelöscht.
erasure-by-service = Gelöscht, weil die Frist um war.
erasure-by-desk = Gelöscht vom Team.
erasure-report-title = Löschung vom { $when }
erasure-report-nobody = Dieser Bericht nennt keine Person. Er sagt, was ging und was blieb.
erasure-report-erased = Gelöscht
erasure-report-what = Was
erasure-report-count = Anzahl
erasure-report-kept = Geblieben
erasure-report-made = Stand:
erasure-report-again = Nach dem Einspielen einer Sicherung
erasure-report-again-text = Ist die Sicherung älter, ist die Person wieder da. Löschen Sie sie dann noch einmal. Diese Nummer führt zu ihr:

erased-name = Name
erased-addresses = E-Mail-Adressen
erased-sign_ins = Anmeldungen
erased-sessions = Sitzungen
erased-second_factors = Zweite Faktoren
erased-phone = Telefonnummer
erased-languages = Sprachen
erased-areas = Stadtteile und Bereiche
erased-times = Zeiten und Abwesenheiten
erased-wishes = Wünsche und Sperren
erased-links = Links in Mails
erased-qualifications = Nachweise
erased-texts = Freie Texte
erased-drafts = Entwürfe
erased-mails_in = Eingegangene Mails
erased-mails_out = Gesendete Mails
erased-tasks = Aufgaben

kept-gender = Geschlecht
kept-gender-why = Ohne Namen, damit die Zahlen stimmen.
kept-offers = { $count ->
    [one] Ein Angebot
   *[other] { $count } Angebote
}
kept-offers-why = Ohne Namen, für die Statistik.
kept-assignments = { $count ->
    [one] Ein Einsatz
   *[other] { $count } Einsätze
}
kept-assignments-why = Ohne Namen, für Statistik und Nachweis der Einrichtung.
kept-proofs = { $count ->
    [one] Eine Rückmeldung
   *[other] { $count } Rückmeldungen
}
kept-proofs-why = Zeiten ohne Notiz. Daraus entstehen die Stunden.
kept-requests = { $count ->
    [one] Eine Anfrage
   *[other] { $count } Anfragen
}
kept-requests-why = Ohne Freitext. Sie gehören der Einrichtung.
kept-rules = { $count ->
    [one] Eine Regel
   *[other] { $count } Regeln
}
kept-rules-why = Die Geschichte der Regeln ist unveränderlich.
kept-audit = { $count ->
    [one] Eine Zeile im Protokoll
   *[other] { $count } Zeilen im Protokoll
}
kept-audit-why = Nur Nummern und Codes. Sie führen zu niemandem mehr.
kept-backups = Sicherungen
kept-backups-why = Sie werden nicht geändert, sondern nach der Frist gelöscht.
kept-until = Bis { $date }.
kept-for-good = Auf Dauer.

language-wishes-title = Gewünschte Sprachen
language-wishes-lead = Die Person hat diese Sprachen selbst genannt. Bitte prüfen Sie sie.
language-wishes-none = Es gibt nichts zu prüfen.
language-wishes-new = Bisher nicht eingetragen.
language-wishes-now = Bisher eingetragen: { $level }
language-wishes-confirm = Eintragen
language-wishes-decline = Nicht eintragen
language-wishes-choose = Bitte wählen Sie: eintragen oder nicht.

task-language_wish = { $volunteer } nennt eine neue Sprache
task-language_wish-text = Bitte sprechen Sie mit der Person. Dann bestätigen Sie die Sprache.
task-language_wish-action = Sprache prüfen
task-erasure_asked = { $volunteer } möchte gelöscht werden
task-erasure_asked-text = Die Person hat aufgehört. Bitte löschen Sie ihre Daten auf ihrer Seite.
task-erasure_asked-action = Person ansehen

trail-person_erased = Person gelöscht
trail-retention_ran = Fristen ausgeführt
trail-language_wished = Neue Sprache gewünscht
trail-language_confirmed = Gewünschte Sprache eingetragen
trail-language_declined = Gewünschte Sprache nicht eingetragen
trail-feed_made = Privaten Kalender erstellt
trail-feed_ended = Privaten Kalender beendet
trail-volunteer_returned = Wieder aufgenommen

# The deadlines among the rules of the pool.
rules-number-keep_person_months = Namen nach dem Ende behalten
rules-number-about-keep_person_months = So lange nach der letzten Rolle kennt der Pool eine Person noch.
rules-number-keep_text_months = Freie Texte behalten
rules-number-about-keep_text_months = So lange nach dem Termin bleiben Hinweise und Notizen.
rules-number-keep_absence_months = Abwesenheiten behalten
rules-number-about-keep_absence_months = Gezählt ab dem letzten Tag.
rules-number-keep_draft_days = Entwürfe behalten
rules-number-about-keep_draft_days = Gezählt ab der letzten Änderung.
rules-number-keep_mail_days = Empfänger von Mails behalten
rules-number-about-keep_mail_days = Danach weiß niemand mehr, an wen eine Mail ging. Auch alte Links gehen dann.
rules-number-keep_inbound_days = Eingegangene Mails behalten
rules-number-about-keep_inbound_days = Gezählt ab dem Tag, an dem ihre Aufgabe erledigt war.
rules-number-keep_session_days = Sitzungen behalten
rules-number-about-keep_session_days = So lange lässt sich ein Missbrauch noch klären.
rules-number-keep_done_days = Erledigtes behalten
rules-number-about-keep_done_days = Das gilt für Aufgaben und für aufgehobene Sperren.
