# The institution's desk: list and calendar, again, handing over.
list-views = Ansichten
list-view-all = Alle
list-view-coming = Zugesagt
list-view-waiting = Noch offen
list-view-past = Vorbei
list-view-calendar = Kalender
list-filter = Anfragen eingrenzen
list-filter-all = Alle
list-filter-institution = Einrichtung
list-filter-contact = Ansprechperson
list-filter-show = Anzeigen
list-filter-reset = Wieder alle zeigen
list-none-found = Hier steht keine Anfrage. Wählen Sie eine andere Ansicht, oder stellen Sie eine neue Anfrage.
list-next-page = Nächste Seite
list-all-past = Alle zeigen, die vorbei sind
list-all-coming = Alle zeigen, die zugesagt sind
list-for = Für welche Einrichtung?
calendar-title = Kalender: { $month }
calendar-month = { $month } { $year }
calendar-before = Monat davor
calendar-now = Dieser Monat
calendar-after = Monat danach
calendar-empty = In diesem Monat haben Sie keinen Termin.
calendar-waiting = Noch offen
date-one-of = { $count ->
    [2] Einer von zwei Terminen
    [3] Einer von drei Terminen
   *[other] Einer von { $count } Terminen
}
list-other-dates = { $one }. Auch möglich: { $dates }.
list-dates-left = Noch möglich: { $dates }.
again-title = Noch ein Termin?
again-text = Wir füllen die Anfrage für Sie aus. Sie nennen nur den neuen Tag.
again-ask = Noch einmal anfragen
again-ask-same = Noch einmal, gerne mit derselben Person
again-same-hint = Dieselbe Person fragen wir zuerst. Ob sie Zeit hat, können wir nicht versprechen.
again-note = Das ist die Anfrage { $reference } noch einmal. Bitte nennen Sie den neuen Tag und prüfen Sie alles.
status-other-day = Anderer Tag oder andere Zeit
again-same = Sie wünschen sich dieselbe Person. Wenn es geht, fragen wir sie zuerst. Versprechen können wir es nicht.
again-gone-language = Die Sprache von damals gibt es hier nicht mehr ({ $name }). Bitte wählen Sie eine andere.
again-gone-occasion = Diesen Anlass gibt es nicht mehr: { $name }. Bitte wählen Sie einen anderen.
again-gone-topic = Dieses Thema gibt es nicht mehr: { $name }. Bitte prüfen Sie, ob ein anderes passt.
again-gone-site = Diesen Ort gibt es nicht mehr: { $name }. Bitte wählen Sie einen anderen.
status-contact = Ansprechperson
handover-link = An eine andere Person übergeben
handover-title = Wer übernimmt die Anfrage?
handover-now = Bis jetzt kümmert sich { $name }.
handover-nobody = Außer dieser Person ist noch niemand für Ihre Einrichtung angemeldet. Laden Sie zuerst jemanden ein.
handover-what = Die neue Person bekommt eine Mail. Wer zum Termin kommt, erfährt, wen er oder sie anruft.
handover-who = An wen?
handover-all = Alle offenen Anfragen von { $name } übergeben ({ $count })
handover-send = Übergeben
handover-problem = Bitte wählen Sie eine Person aus der Liste.
trail-request_handed_over = Anfrage an eine andere Ansprechperson übergeben
task-contact_left = Ansprechperson ist weg: { $institution }
task-contact_left-text = Offene Anfragen nennen noch diese Person. Bitte übergeben Sie sie an jemand anderen.
task-contact_left-action = Einrichtung ansehen
orphans-text = { $name } ist nicht mehr dabei. { $count ->
    [one] Eine offene Anfrage braucht
   *[other] { $count } offene Anfragen brauchen
} eine neue Ansprechperson.
orphans-action = Anfragen übergeben
orphans-title = Wer übernimmt die Anfragen?
orphans-lead = { $name } ist nicht mehr dabei. { $count ->
    [one] Eine Anfrage ist noch offen.
   *[other] { $count } Anfragen sind noch offen.
}
orphans-lead-active = { $name } hat { $count ->
    [0] keine offene Anfrage.
    [one] eine offene Anfrage.
   *[other] { $count } offene Anfragen.
}
orphans-nobody = Es gibt keine andere Ansprechperson. Fügen Sie zuerst eine hinzu.
mail-contact-changed-subject = Neue Ansprechperson: { $date }, { $time } Uhr ({ $language })
mail-contact-changed-title = Sie haben eine neue Ansprechperson
mail-contact-changed-lead = für Ihren Einsatz ist jetzt jemand anderes zuständig. Tag, Zeit und Ort bleiben gleich.
mail-contact-changed-after = Bitte melden Sie sich am Termin bei dieser Person.
mail-handed-over-subject = { $count ->
    [one] Eine Anfrage ist jetzt bei Ihnen
   *[other] { $count } Anfragen sind jetzt bei Ihnen
}
mail-handed-over-title = { $count ->
    [one] Sie haben eine Anfrage übernommen
   *[other] Sie haben { $count } Anfragen übernommen
}
mail-handed-over-lead = { $count ->
    [one] eine Anfrage von { $institution } ist jetzt bei Ihnen. Sie sind die Person, die wir anrufen.
   *[other] { $count } Anfragen von { $institution } sind jetzt bei Ihnen. Sie sind die Person, die wir anrufen.
}
mail-handed-over-row = { $when }, { $language }
mail-handed-over-button = Anfragen ansehen
mail-handed-over-more = Und { $count } weitere. Sie stehen auf der Seite.
mail-handed-over-coming = Wer zu einem Termin kommt, hat Ihren Namen bekommen.
mail-handed-over-after = Passt etwas nicht? Rufen Sie uns an.
