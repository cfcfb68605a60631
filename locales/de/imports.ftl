# Tables of office programs: bringing data in.
imports-title = Daten übernehmen
imports-link = Daten aus einer Tabelle übernehmen
imports-lead = Bringen Sie Ihre Tabellen mit. Wir prüfen zuerst jede Zeile. Geschrieben wird erst, wenn Sie zustimmen. Niemand bekommt dabei eine Mail.
imports-kind = Was steht in der Tabelle?
imports-kind-volunteers = Sprachmittler*innen
imports-kind-institutions = Einrichtungen
imports-kind-appointments = Vergangene Termine
imports-kind-hint-volunteers = Mit Sprachen, Zeiten und Nachweisen.
imports-kind-hint-institutions = Mit Standorten und Ansprechpersonen.
imports-kind-hint-appointments = Für Ihre Zahlen. Übernehmen Sie zuerst Personen und Einrichtungen.
imports-file = Datei
imports-file-hint = CSV oder Excel (XLSX), höchstens 10 MB. Ohne Bestätigung löschen wir sie nach 7 Tagen.
imports-upload = Datei prüfen
imports-before = Frühere Übernahmen
imports-none = Noch keine. Wählen Sie oben Ihre erste Datei.
imports-when = Hochgeladen
imports-state = Stand
imports-state-uploaded = Spalten wählen
imports-state-checking = Wird geprüft
imports-state-checked = Noch nicht übernommen
imports-state-running = Wird geschrieben
imports-state-done = Übernommen
imports-state-undoing = Wird rückgängig gemacht
imports-state-undone = Rückgängig gemacht
imports-state-failed = Fehlgeschlagen
imports-state-ended = Verworfen

# What is wrong with a file
imports-problem-kind = Bitte wählen Sie, was in der Tabelle steht.
imports-problem-file = Bitte wählen Sie eine Datei.
imports-problem-empty = Die Datei ist leer.
imports-problem-too_large = Die Datei ist größer als 10 MB. Bitte teilen Sie die Tabelle auf.
imports-problem-not_a_spreadsheet = Das ist keine Tabelle. Bitte speichern Sie sie als CSV oder XLSX.
imports-problem-other_format = Dieses Format lesen wir nicht. Bitte speichern Sie die Tabelle als XLSX oder CSV.
imports-problem-encrypted = Die Datei hat ein Passwort. Bitte speichern Sie sie ohne Passwort.
imports-problem-broken = Die Datei ist beschädigt. Bitte speichern Sie sie noch einmal.
imports-problem-too_much = Die Datei ist gepackt klein, aber ausgepackt viel zu groß.
imports-problem-too_many_cells = Die Tabelle hat mehr als 100 000 Zeilen oder 200 Spalten. Bitte teilen Sie sie auf.
imports-problem-gave_up = Es hat mehrmals nicht geklappt. Bitte laden Sie die Datei noch einmal hoch.
imports-problem-columns-missing = Diese Angaben fehlen noch: { $fields }.
imports-problem-columns-twice = Nur eine Spalte kann das sein: { $fields }.
imports-problem-answer = Diese Antwort passt nicht zur Frage.
imports-problem-open = Es sind noch Fragen offen.
imports-problem-in-use = Das geht nicht mehr: Manches wird schon benutzt.
imports-problem-undo-gave-up = Das hat mehrmals nicht geklappt. Bitte versuchen Sie es später noch einmal.

# Columns
imports-columns-title = Spalten: { $kind }
imports-columns-lead = Sagen Sie, was in jeder Spalte steht. Wir merken uns das für die nächste Tabelle.
imports-row-count = { $count ->
    [one] eine Zeile
   *[other] { $count } Zeilen
}
imports-sheet = Blatt
imports-sheet-show = Blatt wechseln
imports-column-without = Spalte { $number } ohne Überschrift
imports-column-empty = Diese Spalte ist leer.
imports-column-left-out = Nicht übernehmen
imports-check = Zeilen prüfen
imports-throw-away = Verwerfen

# One import
imports-one-title = Übernahme: { $kind }
imports-checking = Die Zeilen werden geprüft
imports-running = Die Zeilen werden geschrieben
imports-undoing = Die Übernahme wird rückgängig gemacht
imports-progress = { $percent } Prozent
imports-progress-waiting = Es geht gleich los.
imports-progress-text = Sie können die Seite schließen. Die Arbeit geht weiter.
imports-progress-again = Stand neu laden
imports-open = { $count ->
    [one] Eine Frage ist offen
   *[other] { $count } Fragen sind offen
}
imports-open-text = Gleiche Fragen beantworten Sie nur einmal. Danach können Sie zustimmen.
imports-answer = Fragen beantworten
imports-proposals = Alle Vorschläge annehmen
imports-field = Angabe
imports-doubt = Frage
imports-how-many = Wie oft
imports-omission = Schneller
imports-sort-count = { $doubts ->
    [one] eine Frage
   *[other] { $doubts } Fragen
} in { $rows ->
    [one] einer Zeile
   *[other] { $rows } Zeilen
}
imports-leave-out-all = Diese Zeilen weglassen
imports-all-answered = Das wird übernommen
imports-ready = { $count ->
    [one] Eine Zeile ist gelesen.
   *[other] { $count } Zeilen sind gelesen.
}
imports-no-mails = Beim Übernehmen bekommt niemand eine Mail.
imports-will-new-volunteers = { $count ->
    [0] Niemand kommt neu dazu.
    [one] Eine Sprachmittler*in kommt neu dazu.
   *[other] { $count } Sprachmittler*innen kommen neu dazu.
}
imports-will-new-institutions = { $count ->
    [0] Keine Einrichtung kommt neu dazu.
    [one] Eine Einrichtung kommt neu dazu
   *[other] { $count } Einrichtungen kommen neu dazu
}{ $count ->
    [0] {""}
   *[other] , mit { $sites ->
        [one] einem Standort
       *[other] { $sites } Standorten
    } und { $contacts ->
        [0] ohne Ansprechperson
        [one] einer Ansprechperson
       *[other] { $contacts } Ansprechpersonen
    }.
}
imports-will-new-appointments = { $count ->
    [0] Kein Termin kommt neu dazu.
    [one] Ein vergangener Termin kommt neu dazu.
   *[other] { $count } vergangene Termine kommen neu dazu.
}
imports-will-known-volunteers = { $count ->
    [one] Eine Person ist schon im Pool und bleibt, wie sie ist.
   *[other] { $count } sind schon im Pool und bleiben, wie sie sind.
}
imports-will-known-institutions = { $count ->
    [one] Eine Einrichtung ist schon im Pool.
   *[other] { $count } Einrichtungen sind schon im Pool.
}
imports-will-known-appointments = { $count ->
    [one] Ein Termin ist schon im Pool und bleibt, wie er ist.
   *[other] { $count } Termine sind schon im Pool und bleiben, wie sie sind.
}
imports-will-twice = { $count ->
    [one] Eine Zeile steht doppelt in der Tabelle und zählt nur einmal.
   *[other] { $count } Zeilen stehen doppelt in der Tabelle und zählen nur einmal.
}
imports-will-leave = { $count ->
    [one] Eine Zeile wird weggelassen.
   *[other] { $count } Zeilen werden weggelassen.
}
imports-confirm = Jetzt übernehmen
imports-see-answers = Alle Antworten ansehen
imports-change-columns = Spalten ändern
imports-done-title = Das wurde übernommen
imports-done-at = Übernommen
imports-undone-at = Rückgängig gemacht
imports-count-rows = Gelesene Zeilen
imports-count-volunteers = Sprachmittler*innen
imports-count-institutions = Einrichtungen
imports-count-sites = Standorte
imports-count-contacts = Ansprechpersonen
imports-count-appointments = Vergangene Termine
imports-count-known = Schon im Pool
imports-count-twice = Doppelte Zeilen
imports-count-left_out = Weggelassene Zeilen
imports-undo-title = Rückgängig machen
imports-undo-text = Alles aus dieser Datei verschwindet wieder. Danach können Sie neu beginnen.
imports-undo = Übernahme rückgängig machen
imports-undo-blocked = Das geht nicht mehr. Dies steht im Weg:
imports-blocked-volunteers = { $count ->
    [one] Eine Person hat schon Angebote, Termine oder Mails.
   *[other] { $count } Personen haben schon Angebote, Termine oder Mails.
}
imports-blocked-institutions = { $count ->
    [one] Eine Einrichtung oder Ansprechperson wird schon benutzt.
   *[other] { $count } Einrichtungen oder Ansprechpersonen werden schon benutzt.
}
imports-blocked-requests = { $count ->
    [one] An einem Termin hängt inzwischen etwas.
   *[other] An { $count } Terminen hängt inzwischen etwas.
}
imports-failed-title = Das hat nicht geklappt
imports-undone-text = Diese Übernahme wurde rückgängig gemacht.
imports-ended-text = Diese Übernahme wurde verworfen. Die Datei ist gelöscht.

# Doubts
imports-doubts-title = Fragen zur Tabelle
imports-doubts-none = Hier ist nichts mehr offen.
imports-go-on = Weiter zur Übernahme
imports-rows = { $count ->
    [one] Zeile { $rows }
   *[other] Zeilen { $rows }
}
imports-rows-more = Zeilen { $rows } und { $more } weitere
imports-proposal = Vorschlag:
imports-answer-empty = Ohne diese Angabe übernehmen
imports-answer-leave_out = Zeile weglassen
imports-answer-typed = Oder richtig schreiben
imports-answer-empty-language = Ohne diese Sprache übernehmen
imports-answer-listed = Oder aus der Liste wählen
imports-answer-choose = Bitte wählen
imports-answer-same-volunteers = Ja, dieselbe Person. Nicht neu anlegen.
imports-answer-same-institutions = Ja. Fehlende Orte und Personen ergänzen.
imports-answer-same-appointments = Ja, derselbe Termin. Die Zeile weglassen.
imports-answer-different-volunteers = Nein, eine andere Person. Neu anlegen.
imports-answer-different-institutions = Nein, eine andere Einrichtung. Neu anlegen.
imports-answer-different-appointments = Nein, ein anderer Termin. Neu anlegen.
imports-cell-earlier = { $text } (auch in Zeile { $row })
imports-answers-save = Antworten speichern
imports-doubts-next = Nächste Fragen
imports-doubt-missing = Hier fehlt etwas.
imports-doubt-unknown = Das kennen wir nicht.
imports-doubt-ambiguous = Das kann mehreres heißen. Was ist gemeint?
imports-doubt-lost_zero = Hier fehlt wohl die Null am Anfang.
imports-doubt-serial = Das ist eine Zahl. Ist dieser Tag oder diese Uhrzeit gemeint?
imports-doubt-day_or_month = Was ist der Tag, was der Monat?
imports-doubt-out_of_range = Das kann so nicht stimmen.
imports-doubt-error_cell = In dieser Zelle steht ein Fehler.
imports-doubt-formula = Hier steht eine Formel als Text.
imports-doubt-too_long = Das ist zu lang.
imports-doubt-misleading = Hier stehen unsichtbare Zeichen.
imports-doubt-same_in_file = Das steht schon weiter oben in der Tabelle. Ist es dasselbe?
imports-doubt-same_in_pool = Das gibt es schon im Pool. Ist es dasselbe?
imports-doubt-shared_address = Diese Adresse hat schon jemand anderes. Ist es dieselbe Person?
imports-doubt-overlap = Diese Person hat zu dieser Zeit schon einen Termin.
imports-doubt-not_past = Der Termin ist noch nicht vorbei.
imports-doubt-no_contact = Diese Einrichtung hat noch keine Ansprechperson oder keinen Standort.

# What a cell or an answer should have been
imports-wrong-name = Das ist kein Name.
imports-wrong-email = Das ist keine E-Mail-Adresse.
imports-wrong-phone = Das ist keine Telefonnummer.
imports-wrong-day = Diesen Tag gibt es nicht.
imports-wrong-year = Das ist kein Geburtsjahr.
imports-wrong-time = Das ist keine Uhrzeit.
imports-wrong-postcode = Das ist keine Postleitzahl.
imports-wrong-number = Das ist keine Zahl.
imports-wrong-week = Diese Zeiten können wir nicht lesen. Ein Beispiel: Mo-Fr 9-12 Uhr.
imports-wrong-days = Diese Tage können wir nicht lesen. Ein Beispiel: 1.8.2027-14.8.2027.
imports-wrong-language = Diese Sprache kennen wir nicht.
imports-wrong-district = Diesen Stadtteil kennen wir nicht.
imports-wrong-institution = Diese Einrichtung ist nicht im Pool.
imports-wrong-volunteer = Diese Person ist nicht im Pool.
imports-wrong-shown = Hier brauchen wir einen Tag. Ein Beispiel: 1.3.2027.

# Fields: an import knows these headings again.
imports-field-name = Name
imports-field-first_name = Vorname
imports-field-last_name = Nachname
imports-field-email = E-Mail
imports-field-phone = Telefon
imports-field-phone_consent = Telefon weitergeben
imports-field-locale = Sprache der Mails
imports-field-gender = Geschlecht
imports-field-birth_year = Geburtsjahr
imports-field-languages = Sprachen
imports-field-language_level = Niveau der Sprachen
imports-field-german = Deutschniveau
imports-field-home_district = Wohnt in
imports-field-districts = Einsatzorte
imports-field-sectors = Bereiche
imports-field-modes = Einsatzart
imports-field-travel_minutes = Fahrzeit in Minuten
imports-field-weekly_cap = Einsätze pro Woche
imports-field-offer_cap = Anfragen pro Woche
imports-field-availability = Verfügbare Zeiten
imports-field-absences = Abwesenheiten
imports-field-state = Status
imports-field-institution = Einrichtung
imports-field-institution_kind = Trägerart
imports-field-sector = Bereich
imports-field-institution_state = Status
imports-field-site = Standort
imports-field-address = Adresse
imports-field-street = Straße und Hausnummer
imports-field-postcode = Postleitzahl
imports-field-city = Ort
imports-field-district = Stadtteil
imports-field-contact = Ansprechperson
imports-field-reference = Aktenzeichen
imports-field-date = Datum
imports-field-start = Beginn
imports-field-end = Ende
imports-field-minutes = Dauer in Minuten
imports-field-language = Sprache
imports-field-occasion = Anlass
imports-field-mode = Einsatzart
imports-field-volunteer = Sprachmittler*in
imports-field-volunteer_email = E-Mail der Sprachmittler*in
imports-field-outcome = Ergebnis
imports-field-real_start = Tatsächlicher Beginn
imports-field-real_end = Tatsächliches Ende
imports-field-filed_on = Eingang
imports-field-row = Schon bekannt?
imports-field-places = Plätze
imports-field-filled = Besetzt
imports-field-cancelled = Abgesagt

# Tables of office programs: taking data out.
exports-title = Daten mitnehmen
exports-link = Daten als Tabelle mitnehmen
exports-lead = Alles, was im Pool steht, als Tabelle. Wir können sie später wieder einlesen.
exports-what = Was brauchen Sie?
exports-what-volunteers = Sprachmittler*innen
exports-what-hint-volunteers = Mit Sprachen, Zeiten und Nachweisen.
exports-what-institutions = Einrichtungen
exports-what-hint-institutions = Mit Standorten und Ansprechpersonen.
exports-what-requests = Anfragen
exports-what-hint-requests = Was gefragt wurde und wie viele Plätze besetzt sind.
exports-what-appointments = Termine
exports-what-hint-appointments = Wer wann wo war und was daraus wurde.
exports-what-all = Alles
exports-what-hint-all = Vier Tabellen in einer Datei.
exports-file-volunteers = sprachmittlerinnen
exports-file-institutions = einrichtungen
exports-file-requests = anfragen
exports-file-appointments = termine
exports-file-all = sprachpool
exports-format = Als welche Datei?
exports-format-csv = CSV
exports-format-hint-csv = Für jedes Tabellenprogramm.
exports-format-xlsx = Excel (XLSX)
exports-format-hint-xlsx = Mit echten Tagen, Zeiten und Zahlen.
exports-problem-what = Bitte wählen Sie, was Sie brauchen.
exports-problem-format = Bitte wählen Sie die Art der Datei.
exports-written-down = Wir schreiben auf, wer wann was mitgenommen hat. Bitte schützen Sie die Datei.
exports-take = Datei laden

# Words in the cells: an import knows them again.
exports-yes-yes = ja
exports-yes-no = nein
exports-gender-female = weiblich
exports-gender-male = männlich
exports-gender-diverse = divers
exports-mode-on_site = vor Ort
exports-mode-phone = am Telefon
exports-mode-video = per Video
exports-volunteer-state-active = aktiv
exports-volunteer-state-paused = pausiert
exports-volunteer-state-retired = ausgeschieden
exports-institution-state-pending = wartet
exports-institution-state-approved = freigegeben
exports-institution-state-paused = pausiert
exports-institution-state-retired = geschlossen
exports-locale-de = Deutsch
exports-locale-en = Englisch
exports-outcome-held = stattgefunden
exports-outcome-client_absent = Familie nicht gekommen
exports-outcome-not_held = nicht stattgefunden
exports-outcome-cancelled = abgesagt
exports-outcome-unfilled = unbesetzt
exports-shown-seen = gesehen
exports-shown-issued = ausgestellt
exports-shown-until = bis
exports-shown-unlimited = unbefristet
exports-weekday-1 = Mo
exports-weekday-2 = Di
exports-weekday-3 = Mi
exports-weekday-4 = Do
exports-weekday-5 = Fr
exports-weekday-6 = Sa
exports-weekday-7 = So
exports-native = Erstsprache

# The audit trail
trail-kind-import = Übernahme
trail-kind-export = Tabelle
trail-import_uploaded = Tabelle hochgeladen
trail-import_confirmed = Übernahme bestätigt
trail-import_thrown_away = Übernahme verworfen
trail-import_written = Tabelle übernommen
trail-import_undone = Übernahme rückgängig gemacht
trail-import_undo_asked = Rückgängigmachen bestätigt
trail-request_imported = Vergangener Termin aus einer Tabelle übernommen
trail-export_made = Tabelle mitgenommen

more-imports = Ganze Tabellen in den Pool bringen.
more-exports = Alles aus dem Pool als Tabelle laden.
