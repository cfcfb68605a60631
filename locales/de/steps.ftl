# What a coordinator does by hand about one request: pages, mails, and what others read of it.

# The institution's page
status-closed = { $people ->
    [0] Wir haben leider niemanden gefunden
   *[other] { $names } kommt. Mehr Personen haben wir nicht gefunden
}
status-closed-lead = Die Suche ist zu Ende. { $person } nennt Ihnen gern andere Hilfe.{ $when }
path-changed = Wir haben neu angefangen zu suchen
path-closed = Wir haben die Suche beendet
path-closed-now = Wir konnten nicht helfen
path-closed-now-text = Rufen Sie uns an. Wir nennen Ihnen andere Hilfe.
path-cancelled-pool = Wir mussten absagen

# Mails
mail-changed-subject = Wir suchen neu: { $date }, { $time } Uhr ({ $language })
mail-changed-title = Wir suchen neu
mail-changed-lead = wir fragen jetzt noch einmal für Ihren Termin.
mail-changed-mode = Das Gespräch ist jetzt anders geplant: { $mode }.
mail-changed-dates = Wir suchen auch für einen weiteren Tag. Sie finden ihn hier unten.
mail-changed-gender = Es dürfen jetzt mehr Personen kommen: Beim Geschlecht sind wir offener.
mail-changed-language = Diese Sprache passt jetzt auch: { $languages }.
mail-changed-same = Am Termin hat sich nichts geändert. Wir fragen alle passenden Personen noch einmal.
mail-changed-after = Ihre Anfrage behält ihre Nummer. Stimmt etwas nicht? Rufen Sie uns bitte an.
mail-closed-subject = Niemand gefunden: { $date }, { $time } Uhr ({ $language })
mail-closed-title = Wir haben niemanden gefunden
mail-closed-lead = leider finden wir für diesen Termin niemanden. Darum beenden wir die Suche. Das tut uns leid.
mail-closed-some-come = Wer schon zugesagt hat, kommt.
mail-closed-phone = Andere Hilfe
mail-closed-after = Rufen Sie uns an. Wir nennen Ihnen andere Stellen, die dolmetschen.
mail-request-cancelled-lead-pool = leider müssen wir diesen Termin absagen. Wir sagen den Sprachmittler*innen Bescheid.
mail-assignment-cancelled-lead-pool = dieser Termin findet nicht statt. Bitte gehen Sie nicht hin.
mail-offer-cancelled-lead-pool = wir hatten Sie nach diesem Termin gefragt. Wir brauchen Sie dort nicht mehr. Sie müssen nichts tun.

# The desk: a request's page
desk-request-state-closed = Unbesetzt geschlossen
desk-request-also-accepts = Passt hier auch: { $languages }
steps-request = Anfrage { $reference }
steps-date = { $date }, { $time }
steps-coming = Wer kommt
steps-release = { $volunteer } kann doch nicht kommen
steps-release-text = Der Platz wird wieder frei. Die Suche beginnt neu. Die Einrichtung bekommt eine Mail.
steps-release-send = Einsatz zurückgeben
steps-answers = Antwort am Telefon eintragen
steps-answers-what = Was wurde gesagt?
steps-answers-send = Antwort speichern
steps-said-yes = { $volunteer } hat zugesagt
steps-said-yes-on = { $volunteer } hat zugesagt für { $when }
steps-said-no = { $volunteer } hat abgesagt
steps-ways = Auswege
steps-way-assign = Von Hand zuweisen
steps-way-assign-about = Rufen Sie jemanden an. Tragen Sie die Zusage dann ein.
steps-way-cancel = Anfrage absagen
steps-assign = Zuweisen
steps-assign-anyway = Trotzdem zuweisen
steps-trail = Alle Einträge im Protokoll

# Assigning by hand
steps-assign-title = { $volunteer } zuweisen
steps-assign-call = Rufen Sie zuerst an. Weisen Sie nur nach einer Zusage zu.
steps-assign-when = Termin
steps-assign-barred = Das lässt sich nicht übergehen.
steps-assign-why = Warum trotzdem?
steps-assign-why-hint = Ein Satz genügt. Er steht im Verlauf der Anfrage.
steps-assign-send = Jetzt zuweisen
steps-assign-after = Beide Seiten bekommen sofort eine Bestätigung per Mail.

# Changing the search
steps-search-title = Suche ändern
steps-search-about = Telefon statt vor Ort, anderer Tag, offener Wunsch
steps-search-lead = Sprechen Sie das mit der Einrichtung ab. Danach beginnt eine neue Suche.
steps-search-mode = Wie findet das Gespräch statt?
steps-search-wish = Wer soll kommen?
steps-search-languages = Welche nahe Sprache passt auch, nur für diese Anfrage?
steps-search-strength = Verständnis laut Tabelle: { $strength } von 100
steps-search-date = Noch ein möglicher Tag. Der bisherige bleibt.
steps-search-date-more = Und noch ein möglicher Tag
steps-search-known = Bisher:
steps-search-send = Neu suchen
steps-search-after = Offene Angebote enden damit. Die Einrichtung bekommt eine Mail.
steps-wish-none = Egal

# Giving up, cancelling
steps-close-title = Als unbesetzt schließen
steps-close-lead = Die Suche endet. Die Einrichtung bekommt eine Mail und unsere Telefonnummer.
steps-close-some-come = Wer schon zugesagt hat, kommt.
steps-close-why = Warum?
steps-close-note = Notiz
steps-close-note-hint = Nur für das Team. Bitte keine Namen von Klient*innen.
steps-close-send = Anfrage schließen
close-reason-nobody_can = Niemand kann
close-reason-other_help = Die Einrichtung hat andere Hilfe
close-reason-referred = An vereidigte Dolmetscher*innen verwiesen
close-reason-unreachable = Die Einrichtung war nicht zu erreichen
close-reason-other = Anderer Grund
desk-cancel-who = Wer hat abgesagt?
desk-cancel-who-coordinator = Die Einrichtung, am Telefon
desk-cancel-who-pool = Der Sprachpool
desk-cancel-why = Warum?
desk-cancel-reason-not_needed = Hilfe ist nicht mehr nötig
desk-cancel-reason-other_day = Der Termin ist an einem anderen Tag
desk-cancel-reason-family_cannot = Die Familie kann nicht kommen
desk-cancel-reason-pool_cannot = Der Sprachpool darf oder kann nicht helfen
desk-cancel-reason-other = Anderer Grund

steps-problem-answer = Bitte wählen Sie, was gesagt wurde.
steps-problem-closed = Das geht nicht mehr. Der Platz ist besetzt oder die Suche ist zu Ende.
steps-problem-impossible = Das geht nicht mehr. { $why }
steps-problem-date = Bitte wählen Sie den Termin.
steps-problem-why = Bitte schreiben Sie, warum Sie trotzdem zuweisen.
steps-problem-barred = Das lässt sich nicht übergehen. Bitte wählen Sie eine andere Person.
steps-problem-known-date = Dieser Termin steht schon in der Anfrage.
steps-problem-note = Bitte schreiben Sie, warum.
steps-problem-nothing-changed = Im Moment passt niemand. Bitte ändern Sie die Art, den Tag oder den Wunsch.
steps-problem-who = Bitte wählen Sie, wer abgesagt hat.

# History
desk-history-by-phone = { $what }, am Telefon, eingetragen von { $person }
desk-history-assignment_made = { $person } hat { $volunteer } zugewiesen
desk-history-search_changed = { $person } hat die Suche geändert
desk-history-request_closed = { $person } hat die Anfrage unbesetzt geschlossen
desk-history-request_cancelled-coordinator = Einrichtung hat abgesagt, am Telefon, eingetragen von { $person }
desk-history-request_cancelled-pool = { $person } hat für den Sprachpool abgesagt
desk-history-overridden = Trotzdem: { $reasons }. Grund: { $why }
desk-history-changed-mode = andere Form
desk-history-changed-gender = offener Wunsch
desk-history-changed-language = nahe Sprache
desk-history-changed-dates = weiterer Tag

# Reasons in a few words, by code
desk-reason-short-language_level = Niveau der Sprache
desk-reason-short-german_level = Niveau in Deutsch
desk-reason-short-mode = Form des Einsatzes
desk-reason-short-district = Stadtteil
desk-reason-short-travel = weiter Weg
desk-reason-short-sector = Bereich
desk-reason-short-availability = laut Wochenplan nicht frei
desk-reason-short-closed = Pool geschlossen
desk-reason-short-absence = abwesend gemeldet
desk-reason-short-buffer = wenig Zeit zwischen zwei Einsätzen
desk-reason-short-paused = Pause
desk-reason-short-weekly_cap = Einsätze in dieser Woche
desk-reason-short-offer_cap = Angebote in 7 Tagen
desk-reason-short-asked = schon gefragt
desk-reason-short-declined = hatte abgelehnt
desk-reason-short-withdrew = hatte zurückgegeben

# The audit trail
trail-assignment_made = Von Hand zugewiesen: { $volunteer }
trail-search_changed = Suche von Hand geändert
trail-request_closed = Anfrage unbesetzt geschlossen
