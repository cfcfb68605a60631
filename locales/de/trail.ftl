# The audit trail. A sentence for each action: trail-<action>, dots as underscores.
# It may use $volunteer, $institution and $person (names) and $code (an outcome, kind, state or reason).
trail-title = Protokoll
trail-of = Protokoll: { $name }
trail-lead = Wer hat wann was getan? Niemand kann diese Zeilen ändern oder löschen.
trail-last = Was zuletzt geschah
trail-everything = Alles im Protokoll ansehen
trail-team-link = Protokoll: wer hat was getan?
trail-filter = Auswahl im Protokoll
trail-kind = Worum es geht
trail-all-kinds = Alles
trail-name = Wer (Name)
trail-day = Tag
trail-show = Anzeigen
trail-only = Nur:
trail-on-day = Nur { $date }
trail-reset = Auswahl aufheben
trail-wrong = Einen Teil der Auswahl verstehen wir nicht. Er bleibt unbeachtet.
trail-wrong-day = Diesen Tag kennen wir nicht. Sie sehen alle Tage. Bitte schreiben Sie ihn so: { $example }
trail-none = Dazu steht nichts im Protokoll.
trail-older = Ältere Einträge
trail-newest = Zum neuesten Eintrag
trail-column-when = Wann
trail-column-who = Wer
trail-column-what = Was

trail-kind-request = Anfrage
trail-kind-volunteer = Sprachmittler*in
trail-kind-institution = Einrichtung
trail-kind-contact = Ansprechperson
trail-kind-person = Person
trail-kind-task = Aufgabe
trail-kind-mail = Mail
trail-kind-pool = Regeln des Pools

trail-who-service = der Dienst
trail-who-command = Befehlszeile
trail-who-gone = eine gelöschte Person
trail-role-coordinator = Koordinator*in
trail-role-volunteer = Sprachmittler*in
trail-role-contact = Ansprechperson von { $institution }
trail-role-nobody = ohne Aufgabe im Pool
trail-from-link = über den Link aus der Mail
trail-from-network = aus dem Netz { $network }
trail-from-session = angemeldet
trail-from-old-session = angemeldet; das Netz ist nicht mehr gespeichert
trail-from-unknown = Herkunft unbekannt

trail-somebody = eine Person
trail-other = Vorgang: { $action }
trail-request_filed = { $code ->
    [phone] Anfrage am Telefon aufgenommen, für { $person }
   *[other] Anfrage gestellt
}
trail-request_cancelled = { $code ->
    [pool] Anfrage vom Pool abgesagt
    [coordinator] Anfrage für die Einrichtung abgesagt
   *[other] Anfrage abgesagt
}
trail-search_started = Suche begonnen
trail-search_ended = { $code ->
    [filled] Suche beendet: alle Plätze besetzt
    [nobody] Suche beendet: niemand gefunden
    [cancelled] Suche beendet: abgebrochen
   *[other] Suche beendet
}
trail-offer_made = Angebot vorbereitet für { $volunteer }
trail-offer_sent = Angebot verschickt an { $volunteer }
trail-offer_bounced = Angebot kam zurück: { $volunteer }
trail-offer_sent_again = Angebot geht noch einmal hinaus an { $volunteer }
trail-offer_accepted = Zusage von { $volunteer }
trail-offer_declined = Absage von { $volunteer }
trail-assignment_given_back = Einsatz zurückgegeben von { $volunteer }
trail-volunteer_created = Sprachmittler*in angelegt
trail-volunteer_paused = Pause begonnen
trail-volunteer_resumed = Pause beendet
trail-volunteer_retired = Zusammenarbeit beendet
trail-volunteer_banned = Nicht mehr für { $institution }
trail-ban_lifted = Wieder für { $institution }
trail-institution_created = Einrichtung angelegt
trail-institution_approved = Einrichtung freigeschaltet
trail-contact_added = Ansprechperson hinzugefügt
trail-person_created = Person angelegt
trail-coordinator_appointed = Zugang zur Koordination gegeben
trail-signed_in = Angemeldet
trail-coordinator_retired = Zugang zur Koordination beendet
trail-second_factor_enrolled = Anmelde-App eingerichtet
trail-second_factor_shown = Code der Anmelde-App eingegeben
trail-second_factor_locked = Anmelde-App gesperrt: zu viele falsche Codes
trail-second_factor_reset = Anmelde-App zurückgesetzt
trail-recovery_code_used = Mit einem Notfall-Code angemeldet
trail-task_created = { $code ->
    [nobody_found] Aufgabe: niemand gefunden
    [search_slow] Aufgabe: Suche dauert
    [withdrawal_in_lock] Aufgabe: kurz vor dem Termin abgesagt
    [mail_bounced] Aufgabe: Mail kam zurück
    [mail_stuck] Aufgabe: Mail geht nicht hinaus
    [mail_reply] Aufgabe: Antwort per Mail
    [institution_waits] Aufgabe: Einrichtung wartet
    [qualification_runs_out] Aufgabe: Nachweis läuft ab
    [assignment_unqualified] Aufgabe: Nachweis fehlt zum Einsatz
    [assignment_banned] Aufgabe: Einsatz trotz Sperre
    [assignment_absent] Aufgabe: Einsatz trotz Abwesenheit
    [proof_missing] Aufgabe: Einsatznachweis fehlt
    [proof_disputed] Aufgabe: Angaben zum Einsatz verschieden
    [proof_no_show] Aufgabe: Sprachmittler*in kam nicht
   *[other] Aufgabe angelegt
}
trail-task_done = Aufgabe erledigt
trail-mail_dropped = Mail nicht mehr nötig, nicht verschickt
trail-pool_imported = Regeln eingespielt

# A rule and a text as their lists call them.
trail-rule = { $kind }: { $name }
trail-text = { $name } ({ $language })
