# The coordinator's pages about volunteers, and the week and absences that volunteers change themselves.

# List
volunteer-list-title = Sprachmittler*innen
volunteer-list-new = Neue Person eintragen
volunteer-list-filter = Personen suchen
volunteer-list-name = Name
volunteer-list-language = Sprache
volunteer-list-state = Status
volunteer-list-all-languages = Alle
volunteer-list-all-states = Alle, die dabei sind
volunteer-list-state-active = Aktiv
volunteer-list-state-paused = In Pause
volunteer-list-state-retired = Hat aufgehört
volunteer-list-apply = Anzeigen
volunteer-list-reset = Filter aufheben
volunteer-list-none = Zu dieser Suche gibt es niemanden.
volunteer-list-empty = Noch ist niemand eingetragen
volunteer-list-empty-text = Tragen Sie die erste Person ein. Sie brauchen Name und E-Mail-Adresse. Danach folgen Sprachen und Zeiten.
volunteer-list-column-name = Name
volunteer-list-column-languages = Sprachen
volunteer-list-column-district = Stadtteil
volunteer-list-column-state = Status

volunteer-state-active = aktiv
volunteer-state-paused = pausiert bis { $date }
volunteer-state-paused-open = pausiert bis auf Weiteres
volunteer-state-retired = hat aufgehört

# New, and person and contact data
volunteer-new-title = Neue Person eintragen
volunteer-new-lead = Zuerst die Person. Sprachen, Zeiten und Bereiche tragen Sie danach ein.
volunteer-new-save = Person eintragen
volunteer-known = Zur Seite dieser Person
volunteer-person-title = Person und Kontakt ändern
volunteer-save = Speichern
person-name = Name
person-name-hint = So, wie die Person sich nennt. Ein Wort reicht auch.
person-email = E-Mail-Adresse
person-email-hint = Hierhin gehen Angebote und die Mails zum Anmelden. Mehrere Personen dürfen eine Adresse teilen.
person-phone = Telefon (freiwillig)
person-phone-consent = Die Nummer darf an die Ansprechperson gehen
person-phone-consent-hint = Erst nach einer Zusage. Familien bekommen sie nie.
person-locale = Sprache der Mails und Seiten
person-gender = Geschlecht
person-birth-year = Geburtsjahr
person-birth-year-hint = Vier Ziffern. Nur Erwachsene können mitmachen.
person-home = Stadtteil der Wohnung (freiwillig)
person-home-hint = Damit rechnen wir den Weg aus.
person-home-none = Keine Angabe
person-german = Wie gut ist das Deutsch?
person-problem-name = Bitte nennen Sie den Namen.
person-problem-known = Diese Person ist mit dieser Adresse schon eingetragen.
person-problem-email = Bitte nennen Sie eine E-Mail-Adresse, zum Beispiel name@post.example
person-problem-phone = Bitte schreiben Sie die Nummer in Ziffern, zum Beispiel 0251 555 0123
person-problem-phone-missing = Zur Erlaubnis fehlt die Nummer. Bitte nennen Sie sie.
person-problem-gender = Bitte wählen Sie das Geschlecht.
person-problem-year = Bitte schreiben Sie das Jahr mit vier Ziffern.
person-problem-too-young = Wer mitmacht, muss mindestens 18 Jahre alt sein.
person-problem-german = Bitte wählen Sie ein Deutsch-Niveau.

# Languages
volunteer-languages-title = Sprachen ändern
languages-none = Noch ist keine Sprache eingetragen.
languages-level = Niveau
languages-remove = Entfernen
languages-new = Sprache hinzufügen
languages-language = Sprache oder Dialekt (freiwillig)
languages-language-hint = Zum Beispiel: Kurmancî oder Arabisch (Levantinisch)
languages-which = Welche Sprache ist gemeint?
languages-problem-level = Bitte wählen Sie, wie gut die Person diese Sprache spricht.

# Modes, sectors, districts
volunteer-areas-title = Einsatzbereich ändern
areas-modes = Wie kann die Person helfen?
areas-problem-mode = Bitte wählen Sie mindestens eine Art.
areas-sectors = In welchen Bereichen?
areas-sectors-hint = Nichts gewählt heißt: in allen Bereichen.
areas-districts = In welchen Stadtteilen?
areas-districts-hint = Nichts gewählt heißt: überall.

# Limits
volunteer-limits-title = Grenzen ändern
limits-travel = Längster Weg in Minuten (freiwillig)
limits-travel-hint = Einfacher Weg von der Wohnung. Ohne Angabe gelten { $minutes } Minuten.
limits-cap = Höchstens so viele Einsätze in einer Woche (freiwillig)
limits-cap-hint = Ohne Angabe gibt es keine Grenze.
limits-problem = Bitte schreiben Sie eine Zahl von { $least } bis { $most }.

# One volunteer
volunteer-part-person = Person und Kontakt
volunteer-part-person-none = Noch nichts eingetragen.
volunteer-part-person-change = Person ändern
volunteer-part-languages = Sprachen
volunteer-part-languages-none = Noch keine Sprache. So kommt kein Angebot.
volunteer-part-languages-change = Sprachen ändern
volunteer-part-times = Freie Zeiten
volunteer-part-times-none = Noch keine Zeiten. So kommt kein Angebot.
volunteer-part-times-change = Zeiten ändern
volunteer-part-absences = Abwesenheiten
volunteer-part-absences-none = Keine eingetragen.
volunteer-part-absences-change = Abwesenheiten ändern
volunteer-part-areas = Einsatzbereich
volunteer-part-areas-none = Noch offen, ob vor Ort, am Telefon oder per Video. So kommt kein Angebot.
volunteer-part-areas-change = Einsatzbereich ändern
volunteer-part-limits = Grenzen
volunteer-part-limits-none = Keine Grenzen.
volunteer-part-limits-change = Grenzen ändern
volunteer-about-email = E-Mail
volunteer-about-phone = Telefon
volunteer-about-locale = Sprache der Mails
volunteer-about-gender = Geschlecht
volunteer-about-birth-year = Geburtsjahr
volunteer-about-home = Stadtteil
volunteer-about-german = Deutsch
volunteer-about-modes = Art
volunteer-about-districts = Stadtteile
volunteer-about-sectors = Bereiche
volunteer-about-travel = Weg
volunteer-about-cap = In der Woche
volunteer-phone-yes = { $phone } (darf an die Ansprechperson gehen)
volunteer-phone-no = { $phone } (nur für Sie)
volunteer-everywhere = überall
volunteer-every-sector = alle
volunteer-travel = höchstens { $minutes } Minuten
volunteer-travel-usual = höchstens { $minutes } Minuten, wie im Pool üblich
volunteer-cap = { $count ->
    [one] höchstens ein Einsatz
   *[other] höchstens { $count } Einsätze
}
volunteer-cap-none = keine Grenze
volunteer-absent = Nicht da
volunteer-missing = Das fehlt noch
volunteer-missing-text = Vorher fragen wir die Person nicht.
volunteer-missing-languages = Sprachen eintragen
volunteer-missing-areas = Einsatzbereich eintragen
volunteer-missing-times = Freie Zeiten eintragen
volunteer-bounced = Mails an diese Adresse kamen zurück.
volunteer-bounced-change = Adresse ändern
volunteer-qualifications = Nachweise
volunteer-qualifications-change = Nachweise ansehen und eintragen
volunteer-appointment = { $institution }, { $language }
volunteer-ahead = Nächste Einsätze
volunteer-ahead-none = Kein Einsatz steht an.
volunteer-past = Letzte Einsätze
volunteer-past-none = Noch kein Einsatz.
volunteer-asked = So oft gefragt
volunteer-asked-week = { $count ->
    [0] Kein Angebot in 7 Tagen, höchstens { $most }.
    [one] Ein Angebot in 7 Tagen, höchstens { $most }.
   *[other] { $count } Angebote in 7 Tagen, höchstens { $most }.
} Ja: { $yes }, nein: { $no }, ohne Antwort: { $none }.
volunteer-asked-month = { $count ->
    [0] Kein Angebot in 30 Tagen.
    [one] Ein Angebot in 30 Tagen.
   *[other] { $count } Angebote in 30 Tagen.
} Ja: { $yes }, nein: { $no }, ohne Antwort: { $none }.
volunteer-invite = Begrüßung
volunteer-invite-text = Die Mail sagt, was jetzt passiert, und wie man sich anmeldet.
volunteer-invite-send = Begrüßung senden
volunteer-invite-again = Noch einmal senden
volunteer-invited = Gesendet: { $when }
volunteer-pause = Pause und Ende
volunteer-pause-begin = Pause eintragen
volunteer-pause-end = Pause beenden
volunteer-pause-title = Pause eintragen
volunteer-pause-lead = In der Pause kommen keine neuen Angebote. Was zugesagt ist, bleibt.
volunteer-pause-until = Bis zu einem Tag
volunteer-pause-open = Bis auf Weiteres
volunteer-pause-start = Pause beginnen
volunteer-pause-far = Eine Pause kann höchstens zwei Jahre dauern. Wählen Sie sonst „Bis auf Weiteres“.
volunteer-retire = Hört auf
volunteer-retired = Hat aufgehört
volunteer-retired-text = Die Person bekommt keine Angebote und kann sich nicht mehr anmelden.

# Somebody stops
retire-title = { $name } hört auf
retire-lead = Das passiert, wenn Sie es bestätigen:
retire-offers = { $count ->
    [0] Kein Angebot ist offen.
    [one] Ein offenes Angebot wird geschlossen. Wir fragen die nächste Person.
   *[other] { $count } offene Angebote werden geschlossen. Wir fragen die nächsten Personen.
}
retire-sign-in = Die Anmeldung endet. Links in alten Mails sagen, dass die Person nicht mehr dabei ist.
retire-kept = Frühere Einsätze bleiben in der Statistik.
retire-given-back = Diese Einsätze werden zurückgegeben
retire-given-back-text = Die Suche beginnt sofort neu. Die Einrichtungen bekommen eine Mail.
retire-soon = Diese Einsätze beginnen bald
retire-soon-text = Sie beginnen in weniger als { $hours } Stunden. Eine neue Suche per Mail wäre zu spät. Bitte finden Sie zuerst Ersatz.
retire-sure = Sind Sie sicher?
retire-yes = Ja, die Person hört auf
retire-save = Bestätigen
retire-choose = Bitte bestätigen Sie, dass die Person aufhört.
retire-problem-soon = Ein Einsatz beginnt sehr bald. Bitte finden Sie zuerst Ersatz.

# The week
week-title-own = Meine freien Zeiten
week-title-desk = Freie Zeiten
week-heading = Freie Zeiten: { $name }
week-lead-own = Wir fragen Sie nur für diese Zeiten. Sie können sie jederzeit ändern.
week-lead-desk = Wir fragen die Person nur für diese Zeiten.
week-hint = Kreuzen Sie an, was in jeder Woche frei ist.
week-hint-exact = Passt eine Zeit nicht in die Kästchen? Dann schreiben Sie sie dazu, zum Beispiel von 9:30 bis 11:15. Mitternacht am Ende des Tages ist 24:00. Für noch eine Zeit am selben Tag: erst speichern.
week-caption = Freie Zeiten in der Woche
week-day = Tag
week-exact = Genaue Zeiten
week-o-clock = Uhr
week-from = von
week-until = bis
week-save = Zeiten speichern
week-none-hint = Gar nichts angekreuzt? Dann kommen keine Angebote.
week-problem-order = { $day }: Das Ende muss nach dem Anfang liegen. Mitternacht ist 24:00.
week-problem-half = { $day }: Bitte nennen Sie Anfang und Ende.
week-problem-time = { $day }: Bitte schreiben Sie die Uhrzeiten so: 9:30
week-outside = Zugesagt, aber außerhalb dieser Zeiten
week-outside-text-own = Diese Einsätze gelten weiter. Sie können nicht kommen? Dann geben Sie den Einsatz bitte zurück.
week-outside-text-desk = Diese Einsätze gelten weiter. Die Person kann nicht kommen? Dann muss sie den Einsatz zurückgeben.

# Absences
absence-title-own = Meine Abwesenheiten
absence-title-desk = Abwesenheiten
absence-heading = Abwesenheiten: { $name }
absence-lead-own = An diesen Tagen fragen wir Sie nicht.
absence-lead-desk = An diesen Tagen fragen wir die Person nicht.
absence-none-own = Sie haben keine Abwesenheit eingetragen.
absence-none-desk = Keine Abwesenheit ist eingetragen.
absence-days = { $from } bis { $until }
absence-during = Für diese Tage ist schon zugesagt.
absence-during-text-own = Der Einsatz gilt weiter. Sie können nicht kommen? Dann geben Sie ihn bitte zurück.
absence-during-text-desk = Der Einsatz gilt weiter. Die Person kann nicht kommen? Dann geben Sie ihn hier zurück.
absence-remove = Entfernen
absence-new = Abwesenheit eintragen
absence-from = Erster Tag
absence-hint = Zum Beispiel { $example }
absence-until = Letzter Tag
absence-until-hint = Leer lassen, wenn es nur ein Tag ist.
absence-stays = Ein zugesagter Einsatz fällt dadurch nicht aus.
absence-add = Eintragen
absence-problem-missing = Bitte nennen Sie den ersten Tag, zum Beispiel { $example }
absence-problem-date = Diesen Tag gibt es nicht. Schreiben Sie ihn so: { $example }
absence-problem-unread = Bitte schreiben Sie den Tag so: { $example }
absence-problem-order = Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide Tage.
absence-problem-past = Diese Tage sind schon vorbei.
absence-problem-long = Das ist zu lang oder zu weit weg. Höchstens ein Jahr ist möglich. Für länger gibt es die Pause.

# Links on the volunteer's own page
me-schedule-title = Meine Zeiten
me-schedule-text = Wir fragen Sie nur, wenn Sie frei sind.
me-change-times = Meine Zeiten ändern
me-add-absence = Abwesenheit eintragen

# The welcome mail
mail-volunteer-invited-subject = Willkommen im { $pool }
mail-volunteer-invited-title = Willkommen im Sprachpool
mail-volunteer-invited-lead = schön, dass Sie dabei sind! Sie sind jetzt als Sprachmittler*in eingetragen.
mail-volunteer-invited-offers = Passt ein Termin zu Ihnen, bekommen Sie eine Mail. Darin stehen Tag, Uhrzeit, Sprache und Stadtteil.
mail-volunteer-invited-answer = Sie antworten über den Link in der Mail. Dafür haben Sie etwa { $hours } Stunden Zeit.
mail-volunteer-invited-free = Sie dürfen immer Nein sagen. Sie müssen keinen Grund nennen.
mail-volunteer-invited-button = Anmelden
mail-volunteer-invited-after = Sie brauchen kein Passwort. Wir schicken Ihnen zum Anmelden eine Mail.
mail-volunteer-invited-times = Nach dem Anmelden sehen Sie Ihre Einsätze. Dort ändern Sie auch Ihre Zeiten.

# Lines of the audit trail
trail-volunteer_changed = Person oder Kontakt geändert
trail-volunteer_languages_changed = Sprachen geändert
trail-volunteer_availability_changed = Freie Zeiten geändert
trail-volunteer_areas_changed = Einsatzbereich geändert
trail-volunteer_limits_changed = Grenzen geändert
trail-volunteer_invited = Begrüßung gesendet
trail-absence_added = Abwesenheit eingetragen
trail-absence_removed = Abwesenheit entfernt
trail-person_address_changed = E-Mail-Adresse geändert
