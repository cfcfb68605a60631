# Who has shown what
quals-title = Nachweise
quals-back = Zur Person
quals-training-link = Schulung eintragen
quals-counts = Wer darf heute wo arbeiten?
quals-count = { $count ->
    [one] { $sector }: Eine Person darf dort arbeiten.
   *[other] { $sector }: { $count } Personen dürfen dort arbeiten.
}
quals-table = Wem fehlt was?
quals-filter = Nachweise filtern
quals-filter-sector = Bereich
quals-filter-whom = Wer
quals-filter-all = Alle
quals-filter-everybody = Alle Personen
quals-filter-attention = Nur, wo etwas zu tun ist
quals-filter-name = Sprachmittler*in
quals-lead = { $count ->
    [0] Zu diesem Filter gibt es niemanden.
    [one] Eine Person steht in der Liste.
   *[other] { $count } Personen stehen in der Liste.
}
quals-lead-sector = { $sector }: { $may ->
    [0] Niemand darf heute dort arbeiten.
    [one] Eine Person darf heute dort arbeiten.
   *[other] { $may } Personen dürfen heute dort arbeiten.
} { $lack ->
    [0] Niemandem fehlt etwas.
    [one] Einer Person fehlt noch etwas.
   *[other] { $lack } Personen fehlt noch etwas.
}

# How it stands with one kind
quals-held = da
quals-held-until = da, gilt bis { $date }
quals-runs-out = gilt nur noch bis { $date }
quals-expired = abgelaufen seit { $date }
quals-missing = fehlt
quals-not-needed = nicht nötig

# One volunteer
quals-of = Nachweise von { $name }
quals-may = Darf heute arbeiten in:
quals-may-not = Darf heute nicht arbeiten in:
quals-shown = Gezeigt
quals-shown-none = Diese Person hat noch nichts gezeigt.
quals-until = Gilt bis { $date }.
quals-until-open = Läuft nicht ab.
quals-seen = Gesehen am { $date }.
quals-seen-by = Gesehen am { $date } von { $name }.
quals-issued = Ausgestellt am { $date }.
quals-revoke = Zurücknehmen
quals-revoke-what = Zurücknehmen: { $kind }
quals-revoke-why = Warum gilt das nicht mehr?
quals-why-mistake = Das war ein Versehen beim Eintragen.
quals-why-no_longer_valid = Der Nachweis gilt nicht mehr.
quals-revoked-title = Zurückgenommen
quals-revoked = { $kind }, gesehen am { $seen }. Zurückgenommen am { $date } von { $name }.
quals-record = Nachweis eintragen
quals-record-hint = Nur Daten eintragen. Behalten Sie keine Kopie und keine Nummer.
quals-record-send = Nachweis eintragen
quals-kind = Nachweis
quals-seen-on = Gesehen am
quals-day-form = Zum Beispiel 31.12.2027.
quals-seen-on-hint = An diesem Tag haben Sie das Papier gesehen.
quals-issued-on = Ausgestellt am
quals-issued-on-hint = Das Datum auf dem Papier. Beim Führungszeugnis ist es nötig.
quals-valid-until = Gilt bis
quals-valid-until-hint = Lassen Sie das Feld leer. Dann rechnen wir. Früher ist möglich.
quals-how-long = Wie lange gilt was?
quals-hint = { $kind }: gilt { $months } Monate.
quals-hint-fresh = { $kind }: gilt { $months } Monate. Beim Zeigen darf er höchstens { $age } Monate alt sein.
quals-hint-others = Alle anderen Nachweise laufen nicht ab.

# What is wrong with the form
quals-problem-kind-missing = Bitte wählen Sie einen Nachweis.
quals-problem-kind = Diesen Nachweis kennen wir nicht. Bitte wählen Sie aus der Liste.
quals-problem-day = Dieser Tag steht nicht im Kalender. Zum Beispiel: { $example }
quals-problem-seen-missing = Bitte nennen Sie den Tag.
quals-problem-future = Dieser Tag kommt erst noch.
quals-problem-issued-later = Das Papier war an dem Tag noch nicht ausgestellt.
quals-problem-issued-missing = Bitte nennen Sie das Datum auf dem Papier. Wir müssen wissen, wie alt es ist.
quals-problem-too-old = Das Papier ist zu alt. Beim Zeigen darf es höchstens { $months } Monate alt sein.
quals-problem-until-issued = Das liegt vor dem Datum auf dem Papier.
quals-problem-until-seen = Dann galt es schon nicht mehr, als Sie es gesehen haben.
quals-problem-until-late = So lange gilt es nicht. Möglich ist höchstens der { $date }.
quals-problem-why = Bitte wählen Sie einen Grund.
quals-problem-nobody = Bitte wählen Sie mindestens eine Person.
quals-problem-somebody-else = Eine Person steht nicht mehr in der Liste. Bitte prüfen Sie die Auswahl.
quals-problem-one-by-one = Dieses Papier hat ein eigenes Datum. Bitte tragen Sie es bei jeder Person ein.

# A training day
quals-training-title = Schulung für mehrere eintragen
quals-training-lead = Ein Tag, ein Nachweis, viele Personen.
quals-training-day = Tag der Schulung
quals-training-day-hint = Von diesem Tag an zählt der Nachweis.
quals-training-who = Wer war da?
quals-training-send = Für alle eintragen
quals-training-done = { $count ->
    [one] Für eine Person eingetragen.
   *[other] Für { $count } Personen eingetragen.
}

# Whom an institution does not want
bans-title = Sperren
bans-change = Sperre eintragen
bans-of = Sperren von { $name }
bans-lead = Nur Koordinator*innen sehen das. Die Person und die Einrichtung erfahren nichts davon.
bans-none = Keine Einrichtung hat diese Person gesperrt.
bans-since = Seit { $date }.
bans-from-until = Vom { $from } bis zum { $until }.
bans-end = Aufheben
bans-end-what = Sperre aufheben: { $institution }
bans-lifted = Aufgehobene Sperren
bans-add = Sperre eintragen
bans-institution = Einrichtung
bans-note = Grund
bans-note-hint = Bitte ohne Namen von Familien. Der Grund bleibt stehen, auch nach dem Aufheben.
bans-send = Sperre eintragen
bans-problem-institution = Bitte wählen Sie eine Einrichtung.
bans-problem-note = Bitte schreiben Sie den Grund.
bans-problem-stands = Diese Sperre gibt es schon.

# Mail, four weeks before something ends
mail-runs-out-subject = Ein Nachweis läuft bald ab
mail-runs-out-title = Bitte bringen Sie einen neuen Nachweis
mail-runs-out-lead = vielen Dank für Ihre Hilfe! Ein Nachweis von Ihnen läuft bald ab.
mail-runs-out-kind = Nachweis
mail-runs-out-until = Gilt bis
mail-runs-out-after = Zeigen Sie uns bitte vorher einen neuen. Rufen Sie uns dafür einfach an. Wir helfen gern.
mail-runs-out-fresh = Das neue Papier darf höchstens { $months } Monate alt sein.
mail-runs-out-keep = Ohne den Nachweis können wir Sie für manche Einsätze nicht mehr fragen.

# The audit trail
trail-qualification_recorded = Nachweis eingetragen
trail-qualification_revoked = Nachweis zurückgenommen
trail-qualification_ran_out = Nachweis abgelaufen
trail-offer_closed = Angebot an { $volunteer } geschlossen
desk-history-offer_closed = Angebot an { $volunteer } geschlossen
