# Regeln: Seiten für die Regeln des Pools.
nav-rules = Regeln
rules-title = Regeln
rules-lead = So arbeitet Ihr Pool. Jede Änderung gilt ab einem Tag, und Sie können sie zurücknehmen.
rules-coming = Was sich bald ändert
rules-last = Zuletzt geändert
rules-last-none = Bisher hat niemand hier etwas geändert. Wählen Sie oben eine Regel.
rules-none = Hier steht noch nichts. Legen Sie die erste Regel an.
rules-kind-state = { $count ->
    [0] Noch keine Regel
    [one] 1 Regel, zuletzt geändert { $changed }
   *[other] { $count } Regeln, zuletzt geändert { $changed }
}
rules-by = am { $date } von { $name }
rules-by-command = am { $date } bei der Einrichtung des Pools
rules-by-somebody = einer Person, die nicht mehr im Team ist
rules-ended-some = { $count ->
    [one] Eine Regel gilt nicht mehr
   *[other] { $count } Regeln gelten nicht mehr
}
rules-ended = Gilt nicht mehr
rules-soon-begins = ab { $date }
rules-soon-ends = endet am { $date }
rules-soon-changes = ändert sich am { $date }
rules-detail = { $label }: { $value }
rules-yes = ja
rules-no = nein
rules-nothing = nichts
rules-becomes = wird zu
rules-in-language = { $field } ({ $language })
rules-title-neighbour = { $from } → { $to }
rules-title-travel_pair = { $from } – { $to }
rules-title-wrong = Bitte prüfen: { $rule }

rules-from-day = Gilt ab
rules-from-day-hint = Leer: sofort. Oder ein späterer Tag, zum Beispiel 31.12.2027.
rules-from-now = sofort
rules-from-label = Gilt ab
rules-change = Änderung
rules-save = Speichern
rules-add = Anlegen
rules-saved = Gespeichert. Gilt ab: { $from }.
rules-saved-from = Gespeichert. Ab { $from } gilt: { $what }.
rules-taken-back = Zurückgenommen.
rules-taken-back-to = Zurückgenommen. Es gilt weiter: { $what }.
rules-same = So galt es schon. Es wurde nichts geändert.
rules-undo = Zurücknehmen
rules-end = Regel beenden
rules-end-text = Die Regel gilt dann nicht mehr. Ihre Geschichte bleibt stehen, und Sie können das zurücknehmen.
rules-stale-title = Da war jemand schneller
rules-stale = Diese Regel wurde inzwischen geändert, { $by }. Rechts sehen Sie, was jetzt gilt. Möchten Sie Ihre Angaben trotzdem speichern? Dann senden Sie sie noch einmal.
rules-history = Geschichte
rules-history-from = Gilt ab { $date }.
rules-history-began = Neu angelegt.
rules-history-ended = Beendet.
rules-history-undone = Zurückgenommen.

rules-preview-title = Wirklich ändern? { $rule }
rules-preview-lead = Noch ist nichts gespeichert. Bitte sehen Sie zuerst, wen das trifft.
rules-preview-forbidden = Das geht noch nicht: Dieser Bereich wird gebraucht. Ordnen Sie die Einrichtungen zuerst neu zu.
rules-preview-harm = Das würde geschehen
rules-preview-confirm = Trotzdem speichern
rules-preview-cancel = Nicht ändern

# Was eine Änderung trifft
rules-harm-speakers = { $count ->
    [one] 1 Person spricht diese Sprache. Neue Anfragen dafür gibt es dann nicht mehr.
   *[other] { $count } Personen sprechen diese Sprache. Neue Anfragen dafür gibt es dann nicht mehr.
}
rules-harm-searching = { $count ->
    [one] Für 1 offene Anfrage wird noch jemand gesucht. Die Suche läuft weiter.
   *[other] Für { $count } offene Anfragen wird noch jemand gesucht. Die Suche läuft weiter.
}
rules-harm-accepted = { $count ->
    [one] 1 zugesagter Termin hat damit zu tun. Er bleibt bestehen.
   *[other] { $count } zugesagte Termine haben damit zu tun. Sie bleiben bestehen.
}
rules-harm-fewer_neighbours = { $count ->
    [one] 1 offene Anfrage findet danach weniger Personen.
   *[other] { $count } offene Anfragen finden danach weniger Personen.
}
rules-harm-living = { $count ->
    [one] 1 Person wohnt dort. Ihr Weg wird danach als weit gerechnet.
   *[other] { $count } Personen wohnen dort. Ihr Weg wird danach als weit gerechnet.
}
rules-harm-choosing_district = { $count ->
    [one] 1 Person kommt nur in bestimmte Stadtteile, auch in diesen.
   *[other] { $count } Personen kommen nur in bestimmte Stadtteile, auch in diesen.
}
rules-harm-sites = { $count ->
    [one] 1 Standort einer Einrichtung liegt dort.
   *[other] { $count } Standorte von Einrichtungen liegen dort.
}
rules-harm-institutions = { $count ->
    [one] 1 Einrichtung gehört zu diesem Bereich. Für sie verlangt der Pool dann keine Nachweise mehr.
   *[other] { $count } Einrichtungen gehören zu diesem Bereich. Für sie verlangt der Pool dann keine Nachweise mehr.
}
rules-harm-choosing_sector = { $count ->
    [one] 1 Person kommt nur in bestimmte Bereiche, auch in diesen.
   *[other] { $count } Personen kommen nur in bestimmte Bereiche, auch in diesen.
}
rules-harm-not_qualified = { $count ->
    [one] 1 Person darf danach in mindestens einem Bereich nicht mehr mitteln. Ihr fehlt der Nachweis.
   *[other] { $count } Personen dürfen danach in mindestens einem Bereich nicht mehr mitteln. Ihnen fehlt der Nachweis.
}
rules-harm-flagged = { $count ->
    [one] 1 zugesagter Termin wird danach zur Aufgabe: Der Person fehlt ein Nachweis.
   *[other] { $count } zugesagte Termine werden danach zur Aufgabe: Den Personen fehlt ein Nachweis.
}
rules-harm-holding = { $count ->
    [one] 1 Person hat diesen Nachweis gezeigt. Er wird danach nicht mehr angezeigt.
   *[other] { $count } Personen haben diesen Nachweis gezeigt. Er wird danach nicht mehr angezeigt.
}
rules-harm-of_kind = { $count ->
    [one] 1 Einrichtung hat diese Trägerart.
   *[other] { $count } Einrichtungen haben diese Trägerart.
}
rules-harm-topic_refused = { $count ->
    [one] 1 offene Anfrage hat dieses Thema. Sie läuft weiter; neue werden abgelehnt.
   *[other] { $count } offene Anfragen haben dieses Thema. Sie laufen weiter; neue werden abgelehnt.
}
rules-harm-topic_doubtful = { $count ->
    [one] 1 offene Anfrage hat dieses Thema. Sie läuft weiter; neue prüfen Sie zuerst.
   *[other] { $count } offene Anfragen haben dieses Thema. Sie laufen weiter; neue prüfen Sie zuerst.
}
rules-harm-closed_appointments = { $count ->
    [one] 1 zugesagter Termin liegt in dieser Zeit. Er bleibt bestehen, aber das Team ist nicht da.
   *[other] { $count } zugesagte Termine liegen in dieser Zeit. Sie bleiben bestehen, aber das Team ist nicht da.
}
rules-harm-closed_searching = { $count ->
    [one] 1 offene Anfrage möchte einen Termin in dieser Zeit. Dafür wird niemand mehr gefragt.
   *[other] { $count } offene Anfragen möchten einen Termin in dieser Zeit. Dafür wird niemand mehr gefragt.
}
rules-harm-too_tight = { $count ->
    [one] 1-mal liegen zwei zugesagte Einsätze dann zu dicht. Sie bleiben, aber der Weg wird knapp.
   *[other] { $count }-mal liegen zwei zugesagte Einsätze dann zu dicht. Sie bleiben, aber der Weg wird knapp.
}
rules-harm-further = { $count ->
    [one] 1 offene Anfrage ist dann für einige zu weit. Es kommen weniger Personen infrage.
   *[other] { $count } offene Anfragen sind dann für einige zu weit. Es kommen weniger Personen infrage.
}
rules-harm-late_refused = { $count ->
    [one] In den letzten 90 Tagen wäre 1 Anfrage mehr abgelehnt worden.
   *[other] In den letzten 90 Tagen wären { $count } Anfragen mehr abgelehnt worden.
}
rules-harm-late_filed = { $count ->
    [one] In den letzten 90 Tagen wäre 1 Anfrage mehr zu spät gewesen.
   *[other] In den letzten 90 Tagen wären { $count } Anfragen mehr zu spät gewesen.
}
rules-harm-not_free = { $count ->
    [one] 1 zugesagter Termin kann dann nicht mehr frei abgesagt werden.
   *[other] { $count } zugesagte Termine können dann nicht mehr frei abgesagt werden.
}
rules-harm-short_day = { $count ->
    [one] Es bleibt nur 1 Minute am Tag, in der Angebote hinausgehen.
   *[other] Es bleiben nur { $count } Minuten am Tag, in denen Angebote hinausgehen.
}
rules-harm-capped = { $count ->
    [one] 1 Person hat in sieben Tagen schon so viele Angebote bekommen. Sie wird erst später wieder gefragt.
   *[other] { $count } Personen haben in sieben Tagen schon so viele Angebote bekommen. Sie werden erst später wieder gefragt.
}
rules-harm-cap_zero = { $count ->
   *[other] Dann wird niemand mehr gefragt.
}
rules-harm-shorter_ways = { $count ->
    [one] 1 Person hat keine eigene Grenze genannt. Weiter entfernte Anfragen bekommt sie nicht mehr.
   *[other] { $count } Personen haben keine eigene Grenze genannt. Weiter entfernte Anfragen bekommen sie nicht mehr.
}
rules-harm-broadcast = { $count ->
   *[other] Alle auf einmal zu fragen füllt weniger Anfragen. In Probejahren waren es 69 statt 75 von 100. Dabei gingen zweieinhalbmal so viele Mails hinaus.
}

# Was an einer Angabe falsch ist
rules-wrong-elsewhere = { $rule }: { $problem }
rules-wrong-long = Das ist zu lang. Erlaubt sind { $most } Zeichen.
rules-wrong-characters = Darin stehen unerlaubte Zeichen. Bitte tippen Sie es neu ein.
rules-wrong-many = Das sind zu viele. Erlaubt sind { $most }.
rules-wrong-number = Bitte geben Sie eine ganze Zahl ein.
rules-wrong-number-or-none = Bitte geben Sie eine ganze Zahl ein, oder lassen Sie das Feld leer.
rules-wrong-choose = Bitte wählen Sie etwas aus.
rules-wrong-day = Bitte geben Sie einen Tag ein, zum Beispiel 31.12.2027.
rules-wrong-time = Bitte geben Sie eine Uhrzeit ein, zum Beispiel 21:00.
rules-wrong-policy-count = Bitte geben Sie eine Zahl von 1 bis 100 ein.
rules-wrong-past = Dieser Tag ist vorbei. Wählen Sie heute oder einen späteren Tag.
rules-wrong-far = Das ist zu weit weg. Möglich sind zehn Jahre im Voraus.
rules-wrong-key-code = Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern und Striche, höchstens 60.
rules-wrong-key-language = Das ist kein Sprachcode. Dari zum Beispiel heißt prs.
rules-wrong-key-name = Bitte geben Sie den Namen ein, höchstens 60 Zeichen.
rules-wrong-key-day = Bitte geben Sie einen Tag ein, zum Beispiel 31.12.2027.
rules-fault-unknown = Hier steht „{ $what }“, und das gibt es dann nicht.
rules-fault-not_known = „{ $what }“ kennt das Programm nicht.
rules-fault-twice = „{ $what }“ gibt es schon.
rules-fault-out_of_range = Möglich ist { $least } bis { $most }.
rules-fault-german_missing = Bitte geben Sie den deutschen Namen ein.
rules-fault-empty = Bitte füllen Sie dieses Feld aus.
rules-fault-zone = „{ $what }“ ist keine Zeitzone. Möglich ist zum Beispiel Europe/Berlin.
rules-fault-prefix = Bitte nehmen Sie höchstens zehn große Buchstaben von A bis Z.
rules-fault-mail_address = Das ist keine Mailadresse.
rules-fault-reminders = Zuerst kommt die erste Erinnerung, dann die zweite, dann die Aufgabe. Bitte ändern Sie die Zahlen in dieser Reihe.
rules-fault-too_few_to_ask = Bitte wählen Sie mindestens zwei Sprachen.
rules-fault-clash = „{ $what }“ steht schon bei einer anderen Sprache: { $other }.
rules-fault-clash-name = „{ $what }“ ist schon eine andere Sprache.
rules-fault-own_neighbour = Eine Sprache ist nicht ihre eigene Nachbarin.
rules-fault-last_before_first = Der letzte Tag liegt vor dem ersten.
rules-fault-referral_missing = Wer abgelehnt wird, muss lesen, warum und wo es Hilfe gibt. Bitte schreiben Sie den Satz auf Deutsch.
rules-fault-never_awake = Es müssen mindestens { $minutes } Minuten am Tag bleiben.
rules-fault-unreadable = Das passt nicht zu den anderen Regeln. Bitte prüfen Sie Ihre Angaben.

# Bereiche und Arten
rules-area-languages = Sprachen
rules-area-work = Was vermittelt wird
rules-area-places = Orte und Wege
rules-area-days = Zeiten und Tage
rules-area-asking = Fristen, und wer gefragt wird
rules-area-pool = Der Pool

rules-kind-language = Sprachen
rules-about-language = Diese Sprachen kann eine Einrichtung wählen.
rules-new-language = Neue Sprache
rules-kind-neighbour = Nachbarsprachen
rules-about-neighbour = Wer die erste Sprache braucht, dem hilft auch die zweite. Es gilt nur in dieser Richtung.
rules-new-neighbour = Neue Nachbarsprache
rules-kind-ambiguous = Mehrdeutige Namen
rules-about-ambiguous = Diese Namen meinen mehrere Sprachen. Das Formular fragt dann nach.
rules-new-ambiguous = Neuer mehrdeutiger Name
rules-kind-sector = Bereiche
rules-about-sector = In diesen Bereichen wird gemittelt. Jeder Bereich kann Nachweise verlangen.
rules-new-sector = Neuer Bereich
rules-kind-qualification = Arten von Nachweisen
rules-about-qualification = Das können Sprachmittler*innen Ihnen zeigen. Gespeichert wird nur, dass Sie es gesehen haben.
rules-new-qualification = Neue Art von Nachweis
rules-kind-topic = Themen
rules-about-topic = Hier steht, was Sie vermitteln, was Sie prüfen und was Sie ablehnen.
rules-new-topic = Neues Thema
rules-kind-occasion = Anlässe
rules-about-occasion = Aus diesen Anlässen wählt eine Einrichtung. Jeder gehört zu einem Thema.
rules-new-occasion = Neuer Anlass
rules-kind-mode = Wege der Vermittlung
rules-about-mode = So kann ein Gespräch stattfinden: vor Ort, am Telefon, per Video.
rules-new-mode = Neuer Weg der Vermittlung
rules-kind-institution_kind = Trägerarten
rules-about-institution_kind = Wer eine Einrichtung betreibt. Die Angabe ist freiwillig.
rules-new-institution_kind = Neue Trägerart
rules-kind-district = Stadtteile
rules-about-district = Aus diesen Stadtteilen errechnet der Pool die Wege.
rules-new-district = Neuer Stadtteil
rules-kind-borough = Stadtbezirke
rules-about-borough = Stadtteile eines Bezirks liegen nah beieinander.
rules-new-borough = Neuer Stadtbezirk
rules-kind-travel = Wege nach Bezirken
rules-about-travel = So viele Minuten dauert ein Weg, wenn für zwei Stadtteile nichts anderes gilt.
rules-kind-travel_pair = Wege zwischen zwei Stadtteilen
rules-about-travel_pair = Für diese zwei Stadtteile gilt eine eigene Zeit, in beide Richtungen.
rules-new-travel_pair = Neuer Weg
rules-kind-closure = Schließzeiten
rules-about-closure = An diesen Tagen ist das Team nicht da. Niemand wird gefragt, und es sind keine Arbeitstage.
rules-new-closure = Neue Schließzeit
rules-kind-holiday = Feiertage
rules-about-holiday = An Feiertagen wird gemittelt, aber sie zählen nicht als Arbeitstage.
rules-new-holiday = Neuer Feiertag
rules-kind-hours = Ruhezeit
rules-about-hours = In der Ruhezeit gehen keine Angebote und Erinnerungen hinaus.
rules-kind-number = Zahlen und Grenzen
rules-about-number = Jede Zahl hat eine Einheit und einen Satz, was sie bewirkt.
rules-kind-dispatch = Wie gefragt wird
rules-about-dispatch = So viele Personen fragt der Pool, und so lange wartet er.
rules-kind-weights = Wer zuerst gefragt wird
rules-about-weights = Punkte ordnen alle, die können. Wer mehr hat, wird früher gefragt.
rules-kind-pool = Angaben zum Pool
rules-about-pool = Name und Kontakt stehen auf jeder Seite und in jeder Mail.

# Wie eine Regel heißt
rules-key-code = Kürzel
rules-key-hint-code = Kurz, klein, ohne Umlaute. Es bleibt für immer, der Name kann sich ändern.
rules-key-language = Sprachcode
rules-key-hint-language = Das internationale Kürzel der Sprache. Zum Beispiel: ha für Hausa, so für Somali, prs für Dari.
rules-key-name = Name, den Menschen sagen
rules-key-hint-name = Zum Beispiel: Kurdisch.
rules-key-day = Tag
rules-key-hint-day = Der Feiertag in einem bestimmten Jahr.

# Angaben
rules-field-position = Platz in der Liste
rules-hint-position = Kleine Zahlen stehen oben.
rules-field-language-name = Name
rules-field-language-also = Andere Schreibweisen
rules-hint-language-also = Eine pro Zeile. Sie meinen genau diese Sprache.
rules-field-language-signed = Gebärdensprache
rules-hint-language-signed = Sie lässt sich nicht am Telefon mitteln.
rules-field-neighbour-from = Wer diese Sprache braucht
rules-field-neighbour-to = dem hilft auch diese
rules-field-neighbour-strength = Wie gut man sich versteht
rules-hint-neighbour-strength = 100 heißt: genauso gut wie die eigene Sprache.
rules-field-neighbour-used = Wird benutzt
rules-hint-neighbour-used = Ohne Haken steht die Zeile nur bereit.
rules-field-ambiguous-ask = Fragt nach
rules-hint-ambiguous-ask = Mindestens zwei Sprachen.
rules-field-ambiguous-also = Andere Schreibweisen
rules-hint-ambiguous-also = Eine pro Zeile.
rules-field-sector-name = Name
rules-field-sector-needs = Verlangt diese Nachweise
rules-hint-sector-needs = Wer einen davon nicht hat, wird dort nicht gefragt.
rules-field-qualification-name = Name
rules-field-qualification-valid_months = Gilt so lange
rules-hint-qualification-valid_months = Leer: für immer. Was schon eingetragen ist, ändert sich nicht.
rules-field-qualification-max_age_months = Darf beim Zeigen so alt sein
rules-hint-qualification-max_age_months = Leer: beliebig alt.
rules-field-qualification-only_born_after = Nur für Personen, die nach diesem Jahr geboren sind
rules-hint-qualification-only_born_after = Leer: für alle. Beim Masernschutz ist es 1970.
rules-field-topic-name = Name
rules-field-topic-verdict = Was mit einer Anfrage geschieht
rules-choice-verdict-allow = Wir vermitteln
rules-choice-verdict-doubtful = Wir prüfen zuerst
rules-choice-verdict-refuse = Wir lehnen ab
rules-field-topic-referral = Satz für die Einrichtung
rules-hint-topic-referral = Diesen Satz liest die Einrichtung: warum es nicht geht, und wo es Hilfe gibt.
rules-field-occasion-name = Name
rules-field-occasion-usual_minutes = Übliche Dauer
rules-field-occasion-topic = Thema
rules-hint-occasion-topic = Das Thema entscheidet, ob Sie vermitteln.
rules-field-occasion-sectors = Nur in diesen Bereichen
rules-hint-occasion-sectors = Kein Haken: in allen Bereichen.
rules-field-mode-name = Name
rules-field-institution_kind-name = Name
rules-field-district-name = Name
rules-field-district-borough = Stadtbezirk
rules-field-borough-name = Name
rules-field-borough-neighbours = Grenzt an
rules-field-travel-same_district = Im selben Stadtteil
rules-field-travel-same_borough = Im selben Bezirk
rules-field-travel-neighbouring_borough = In den Nachbarbezirk
rules-field-travel-across = Quer durch die Stadt
rules-field-travel_pair-from = Von
rules-field-travel_pair-to = Nach
rules-field-travel_pair-minutes = Dauer
rules-field-closure-first = Erster Tag
rules-field-closure-last = Letzter Tag
rules-field-closure-name = Name
rules-field-holiday-name = Name
rules-field-hours-from = Beginnt um
rules-field-hours-until = Endet um
rules-hint-hours-until = Zweimal dieselbe Uhrzeit heißt: Es gibt keine Ruhezeit.
rules-field-dispatch-policy = Art zu fragen
rules-hint-dispatch-policy = In Probejahren füllten Wellen 75 von 100 Anfragen, alle auf einmal 69.
rules-field-dispatch-wave_minutes = Abstand zwischen zwei Wellen
rules-hint-dispatch-wave_minutes = Gezählt wird nur außerhalb der Ruhezeit.
rules-field-dispatch-certainty_percent = Sicherheit
rules-hint-dispatch-certainty_percent = So sicher soll eine Zusage sein, bis die Einrichtung von Ihnen hört.
rules-field-dispatch-short_notice_certainty_percent = Sicherheit bei nahen Terminen
rules-hint-dispatch-short_notice_certainty_percent = Mehr Sicherheit heißt: mehr Mails auf einmal. Mit 90 statt 99 sank kaum etwas.
rules-field-dispatch-short_notice_hours = Nah ist ein Termin in weniger als
rules-field-dispatch-most_waves = Höchstens so viele Wellen
rules-policy-waves = In Wellen, so wenige wie nötig
rules-policy-rolling = Immer gleich viele auf einmal
rules-policy-one_by_one = Eine nach der anderen
rules-policy-pick = Mehrere Zusagen sammeln, Sie wählen
rules-policy-broadcast = Alle auf einmal
rules-policy-count = Zahl dazu
rules-policy-count-hint = Wie viele auf einmal oder wie viele Zusagen. Bei „Eine nach der anderen“ sind es die Stunden. Sonst leer.
rules-field-weights-forecast = Wer wahrscheinlich zusagt
rules-hint-weights-forecast = Mit 0 verteilte sich die Arbeit gleichmäßiger, für 8 Prozent mehr Mails.
rules-field-weights-recent_assignment = Abzug für jeden Einsatz in 8 Wochen
rules-hint-weights-recent_assignment = Mehr verteilt die Arbeit besser. Mit 0 blieb sie bei wenigen, mit einem Zehntel weniger Mails.
rules-field-weights-recent_offer = Abzug für jedes Angebot in 7 Tagen
rules-hint-weights-recent_offer = Damit niemand zu viele Mails bekommt. Die Wirkung war klein.
rules-field-weights-rare_language = Schonung bei seltenen Sprachen
rules-hint-weights-rare_language = Mit 0 waren sie etwas seltener frei: 84 statt 87 von 100 Mal.
rules-field-weights-same_volunteer = Dieselbe Person wie beim letzten Mal
rules-hint-weights-same_volunteer = Nur, wenn die Einrichtung das wünscht.
rules-field-weights-preferred_gender = Gewünschtes Geschlecht
rules-field-weights-neighbour_percent = Abzug bei Nachbarsprachen
rules-hint-weights-neighbour_percent = Für jedes Prozent, das zur eigenen Sprache fehlt.
rules-field-weights-level_step = Sprachniveau
rules-hint-weights-level_step = Für jede Stufe über A1.
rules-field-weights-travel_minute = Abzug für jede Minute Weg
rules-field-pool-name = Name des Pools
rules-field-pool-city = Stadt
rules-field-pool-operator = Wer den Pool betreibt
rules-field-pool-desk_person = Ansprechperson
rules-field-pool-desk_phone = Telefon
rules-field-pool-desk_phone_hours = Telefonzeiten
rules-field-pool-desk_mail = Mailadresse
rules-field-pool-reference_prefix = Anfang der Nummern
rules-hint-pool-reference_prefix = Aus SP wird SP-2027-0042. Frühere Nummern bleiben.
rules-field-pool-zone = Zeitzone
rules-hint-pool-zone = Zum Beispiel Europe/Berlin.

# Zahlen
rules-number-filing_notice_minutes = Letzter Moment für eine Anfrage
rules-number-about-filing_notice_minutes = So lange vor dem Termin nimmt der Pool eine Anfrage noch an.
rules-number-max_hours = Längster Termin
rules-number-about-max_hours = Längere Termine nimmt das Formular nicht an.
rules-number-buffer_margin_minutes = Puffer zwischen zwei Terminen
rules-number-about-buffer_margin_minutes = Er kommt zur Zeit für den Weg dazu.
rules-number-travel_max_minutes = Weitester Weg
rules-number-about-travel_max_minutes = Er gilt für alle, die selbst keine Grenze nennen.
rules-number-weekly_offer_cap = Angebote pro Person in sieben Tagen
rules-number-about-weekly_offer_cap = Mehr bekommt niemand: Das ist ein Versprechen. Ohne die Grenze bekam in Probejahren eine Person bis zu 19 Angebote, und kaum mehr Anfragen wurden gefüllt.
rules-number-offer_answer_hours = Zeit für eine Antwort
rules-number-about-offer_answer_hours = So lange wartet ein Angebot. Die Ruhezeit zählt nicht.
rules-number-search_deadline_hours = Ende der Suche vor dem Termin
rules-number-about-search_deadline_hours = So lange vorher übernimmt ein Mensch. Die Ruhezeit zählt nicht.
rules-number-service_target_hours = Versprechen an die Einrichtung
rules-number-about-service_target_hours = Bis dahin hört sie, ob jemand kommt. Mit 48 statt 96 ging es in Probejahren schneller, für 9 Prozent mehr Mails.
rules-number-volunteer_lock_hours = Abgeben nur am Telefon
rules-number-about-volunteer_lock_hours = In den letzten Stunden gibt man einen Einsatz nur am Telefon ab.
rules-number-mail_pause_days = Pause mit einem Klick
rules-number-about-mail_pause_days = So lange dauert die Pause, die man in einer Mail wählt.
rules-number-registration_working_days = Antwort auf eine Anmeldung
rules-number-about-registration_working_days = So schnell hört eine neue Einrichtung von Ihnen.
rules-number-proof_reminder_days = Erste Erinnerung nach einem Termin
rules-number-about-proof_reminder_days = Nach so vielen Tagen ohne Antwort fragt der Pool noch einmal.
rules-number-proof_second_reminder_days = Zweite Erinnerung
rules-number-about-proof_second_reminder_days = Gezählt ab dem Termin.
rules-number-proof_task_days = Anruf nach einem Termin
rules-number-about-proof_task_days = Dann wird es eine Aufgabe für Sie. Gezählt ab dem Termin.

# Einheiten: mit Zahl, und neben einem Feld
rules-unit-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
rules-unit-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
rules-unit-waking_hours = { $count ->
    [one] 1 Stunde ohne Ruhezeit
   *[other] { $count } Stunden ohne Ruhezeit
}
rules-unit-waking_minutes = { $count ->
    [one] 1 Minute ohne Ruhezeit
   *[other] { $count } Minuten ohne Ruhezeit
}
rules-unit-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
rules-unit-working_days = { $count ->
    [one] 1 Arbeitstag
   *[other] { $count } Arbeitstage
}
rules-unit-months = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
rules-unit-year = { $count }
rules-unit-percent = { $count } Prozent
rules-unit-points = { $count ->
    [one] 1 Punkt
   *[other] { $count } Punkte
}
rules-unit-offers = { $count ->
    [one] 1 Angebot
   *[other] { $count } Angebote
}
rules-unit-waves = { $count ->
    [one] 1 Welle
   *[other] { $count } Wellen
}
rules-unit-place = { $count }
rules-unit-other = { $count }
rules-in-minutes = Minuten
rules-in-hours = Stunden
rules-in-waking_hours = Stunden ohne Ruhezeit
rules-in-waking_minutes = Minuten ohne Ruhezeit
rules-in-days = Tage
rules-in-working_days = Arbeitstage
rules-in-months = Monate
rules-in-year = Jahr
rules-in-percent = Prozent
rules-in-points = Punkte
rules-in-offers = Angebote
rules-in-waves = Wellen
rules-in-place = von oben
rules-in-other = Zahl

trail-pool_rule_added = Regel angelegt: { $code }
trail-pool_rule_changed = Regel geändert: { $code }
trail-pool_rule_ended = Regel beendet: { $code }
