# Volunteers say what they want to be asked, and read why they were (not) asked.
desk-reason-refused_institution = Möchte von dieser Einrichtung nicht gefragt werden.
desk-reason-refused_occasion = Möchte für diese Art von Termin nicht gefragt werden.
desk-reason-short-refused_institution = wollte diese Einrichtung nicht
desk-reason-short-refused_occasion = wollte diese Art von Termin nicht

# On the offer's page
offer-known = Nein, ich kenne die Familie
offer-known-hint = Das bleibt unter uns. Für diese Anfrage fragen wir Sie dann nicht wieder.
wishes-link-title = Passen die Anfragen zu Ihnen?
wishes-link = Weniger Mails oder andere Anfragen
why-title = Warum werde ich gefragt?
why-fits = Sprache, Zeit und Ort passen zu Ihren Angaben.
why-same = Sie waren schon einmal dort. Gewünscht ist wieder dieselbe Person.
why-gender = Ein Wunsch zum Geschlecht passt zu Ihnen.
why-language = Sie sprechen genau die gesuchte Sprache.
why-neighbour = Sie sprechen eine Sprache, die der gesuchten nahe ist.
why-no-assignments = Sie hatten in den letzten 8 Wochen keinen Einsatz.
why-assignments = { $count ->
    [one] Sie hatten in den letzten 8 Wochen einen Einsatz.
   *[other] Sie hatten in den letzten 8 Wochen { $count } Einsätze.
}
why-no-offers = In den letzten 7 Tagen haben wir Sie noch nicht gefragt.
why-offers = { $count ->
    [one] In den letzten 7 Tagen haben wir Sie einmal gefragt.
   *[other] In den letzten 7 Tagen haben wir Sie { $count }-mal gefragt.
}
why-same-district = Der Termin ist in Ihrem Stadtteil.
why-travel = Ihr Weg dauert etwa { $count } Minuten.

# What they want to be asked
wishes-title = Wofür dürfen wir Sie fragen?
wishes-lead = Wählen Sie aus, was wir für Sie ändern sollen. Sie müssen keinen Grund nennen.
wishes-now = So ist es jetzt
wishes-now-most = { $count ->
    [one] Sie bekommen höchstens 1 Angebot in 7 Tagen.
   *[other] Sie bekommen höchstens { $count } Angebote in 7 Tagen.
}
wishes-now-pool = Sie bekommen höchstens { $count } Angebote in 7 Tagen. Mehr schicken wir niemandem.
wishes-not = Wir fragen Sie nicht mehr: { $what }
wishes-some-institution = eine Einrichtung ({ $kind }), seit { $date }
wishes-institution = die Einrichtung { $name }
wishes-occasion = „{ $name }“
wishes-how-often = Wie oft dürfen wir Sie fragen?
wishes-at-most = { $count ->
    [one] Höchstens 1 Angebot in 7 Tagen
   *[other] Höchstens { $count } Angebote in 7 Tagen
}
wishes-as-pool = Wieder mehr: bis zu { $count } Angebote in 7 Tagen
wishes-what-not = Wofür sollen wir Sie nicht mehr fragen?
wishes-refuse-institution = Nichts mehr von dieser Einrichtung ({ $kind })
wishes-refuse-institution-hint = Gemeint ist die Einrichtung, die für diesen Termin anfragt.
wishes-refuse-occasion = Nichts mehr für diese Art von Termin: { $occasion }
wishes-again = Wofür dürfen wir Sie wieder fragen?
wishes-take-back = Wieder fragen: { $what }
wishes-save = Auswahl speichern
wishes-choose = Bitte wählen Sie aus, was wir ändern sollen.
wishes-next-title = Gut zu wissen
wishes-next-private = Die Einrichtungen erfahren nichts davon. Nur die Koordination sieht es.
wishes-next-offers = Angebote, die Sie schon haben, können Sie weiter annehmen.
wishes-next-undo = Sie können jede Auswahl wieder zurücknehmen.
wishes-back-offer = Zurück zum Angebot
wishes-back-pause = Zur Pause
me-asked-title = Wofür wir Sie fragen
me-wishes-link = Weniger Mails oder andere Anfragen

# Why (not) me?
asked-title = Warum wurde ich (nicht) gefragt?
asked-lead = Hier stehen die Anfragen der letzten 30 Tage für Ihre Sprachen.
asked-by-now = Grundlage ist, was Sie uns bis heute gesagt haben. Damals kann es anders gewesen sein.
asked-yes = Gefragt
asked-no = Nicht gefragt
asked-older = Ältere zeigen
asked-newer = Neuere zeigen
asked-dates = { $count ->
    [one] { $first }, oder ein anderer Termin
   *[other] { $first }, oder { $count } andere Termine
}
asked-none = In den letzten 30 Tagen gab es keine Anfrage für Ihre Sprachen.
asked-accepted = Sie haben zugesagt.
asked-given-back = Sie hatten zugesagt. Der Einsatz gehört Ihnen nicht mehr.
asked-declined = Sie haben abgesagt.
asked-known-to-me = Sie kennen die Familie. Das sehen nur Sie.
asked-willing = Sie haben zugesagt. Die Koordination wählt noch aus.
asked-open = Ihre Antwort fehlt noch.
asked-closed = Das Angebot war vorbei, bevor Sie geantwortet haben.
asked-bounced = Unsere Mail kam zurück. Bitte rufen Sie uns an.
asked-runs = Die Suche läuft noch. Andere waren früher an der Reihe.
asked-filled = Andere waren früher an der Reihe. Es war schon jemand gefunden.
asked-cancelled = Andere waren früher an der Reihe. Der Termin wurde abgesagt.
asked-unfilled = Andere waren früher an der Reihe. Dann war die Suche zu Ende.
asked-change-absences = Meine Abwesenheiten ändern
asked-load = { $count ->
    [one] Heute zählen wir für Sie einen Einsatz in 8 Wochen. Wer weniger hatte, kommt früher an die Reihe.
   *[other] Heute zählen wir für Sie { $count } Einsätze in 8 Wochen. Wer weniger hatte, kommt früher an die Reihe.
}
later-offers = { $count ->
    [one] Wir hatten Sie in den 7 Tagen davor schon einmal gefragt.
   *[other] Wir hatten Sie in den 7 Tagen davor schon { $count }-mal gefragt.
}
later-rare-language = Sie sprechen auch eine Sprache, die wenige sprechen. Dafür halten wir Sie frei.
later-neighbour = Gesucht war eine ähnliche Sprache.
later-travel = Ihr Weg dauert etwa { $count } Minuten.
why-not-language = Diese Sprache steht nicht in Ihren Angaben.
why-not-language_level = Gebraucht wird die Sprache mit Niveau { $needed }.
why-not-german_level = Gebraucht wird Deutsch mit Niveau { $needed }.
why-not-gender = Gewünscht war ausdrücklich ein anderes Geschlecht.
why-not-mode = Diese Form steht nicht in Ihren Angaben: { $mode }.
why-not-district = Dieser Stadtteil steht nicht in Ihren Angaben.
why-not-travel = Ihr Weg dauert { $minutes } Minuten. Sie möchten höchstens { $most }.
why-not-sector = Dieser Bereich steht nicht in Ihren Angaben.
why-not-availability = Am { $weekday }, { $time }, sind Sie laut Ihrem Wochenplan nicht frei.
why-not-availability-several = An diesen Tagen sind Sie laut Ihrem Wochenplan nicht frei.
why-not-absence = Sie sind vom { $from } bis { $until } als abwesend eingetragen.
why-not-closed = Der Sprachpool ist vom { $from } bis { $until } geschlossen.
why-not-busy = Sie haben dann schon einen anderen Einsatz.
why-not-buffer = Sie haben kurz davor oder danach einen anderen Einsatz.
why-not-qualification-missing = Dafür fehlt ein Nachweis: { $kind }.
why-not-qualification-expired = Ein Nachweis ist dann abgelaufen: { $kind }.
why-not-refused_institution = Sie möchten von dieser Einrichtung nicht gefragt werden.
why-not-refused_occasion = Sie möchten für diese Art von Termin nicht gefragt werden.
why-not-paused = Sie machen eine Pause bis { $date }.
why-not-paused-open = Sie machen gerade eine Pause.
why-not-weekly_cap = Sie hatten in dieser Woche schon { $cap } Einsätze. Mehr möchten Sie nicht.
why-not-offer_cap = { $cap ->
    [one] Sie hatten in 7 Tagen schon ein Angebot bekommen.
   *[other] Sie hatten in 7 Tagen schon { $cap } Angebote bekommen.
}

# The forecast
forecast-title = Was wir aus Ihren Antworten schätzen
forecast-title-desk = Was wir aus den Antworten schätzen
forecast-known = Von { $offers } Anfragen: { $yes } Zusagen, { $no } Absagen, { $silent } ohne Antwort.
forecast-use = Daraus schätzen wir, wie wahrscheinlich eine Zusage ist.
forecast-never = Ein Nein ist immer in Ordnung. Wir fragen zuerst Menschen, bei denen ein Ja wahrscheinlich ist. So bekommen alle weniger Mails. Vergessen wird niemand.
forecast-none = Aus Ihren Antworten schätzen wir noch nichts.
forecast-none-desk = Aus den Antworten schätzen wir noch nichts. Dann zählt der Durchschnitt im Pool.
forecast-forget = Vergessen Sie das bitte
forecast-forget-desk = Schätzung löschen

# On the desk
desk-wishes-title = Wünsche zu Anfragen
desk-wishes-most = { $count ->
    [one] Möchte höchstens 1 Angebot in 7 Tagen.
   *[other] Möchte höchstens { $count } Angebote in 7 Tagen.
}
desk-wishes-none = Es gibt nichts, wofür die Person nicht gefragt werden möchte.
desk-wishes-since = Nicht gefragt seit { $date }
desk-wishes-end = Wieder fragen
desk-wishes-private = Die Einrichtungen erfahren davon nichts.

# Mails
mail-offer-wishes = Weniger Mails oder andere Anfragen
mail-wishes-changed-subject = Wofür wir Sie im Sprachpool fragen
mail-wishes-changed-title = Ihre Auswahl ist gespeichert
mail-wishes-changed-lead = wir haben geändert, was wir Sie fragen.
mail-wishes-changed-most = { $count ->
    [one] Sie bekommen höchstens 1 Angebot in 7 Tagen.
   *[other] Sie bekommen höchstens { $count } Angebote in 7 Tagen.
}
mail-wishes-changed-institutions = { $count ->
    [one] Von 1 Einrichtung bekommen Sie keine Angebote.
   *[other] Von { $count } Einrichtungen bekommen Sie keine Angebote.
}
mail-wishes-changed-occasions = { $count ->
    [one] Für 1 Art von Termin bekommen Sie keine Angebote.
   *[other] Für { $count } Arten von Terminen bekommen Sie keine Angebote.
}
mail-wishes-changed-button = Auswahl ansehen oder zurücknehmen
mail-wishes-changed-after = War das ein Versehen? Dann nehmen Sie die Auswahl einfach zurück. Einsätze, die Sie zugesagt haben, gelten weiter.

# The audit trail
trail-volunteer_offer_cap_changed = Geändert: wie viele Angebote in 7 Tagen gewünscht sind
trail-refusal_made = { $code ->
    [institution] Möchte nicht gefragt werden von { $institution }
   *[other] Möchte für eine Art von Termin nicht gefragt werden
}
trail-refusal_taken_back = { $code ->
    [institution] Darf wieder gefragt werden von { $institution }
   *[other] Darf für eine Art von Termin wieder gefragt werden
}
trail-forecast_forgotten = Schätzung aus den Antworten gelöscht
