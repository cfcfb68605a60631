# The figures.
figures-title = Zahlen
figures-decimal-sign = ,
figures-filter = Auswahl der Zahlen
figures-from = Von Monat
figures-to = Bis Monat
figures-by = Aufgeteilt nach
figures-by-month = Monat
figures-by-language = Sprache
figures-by-sector = Bereich
figures-by-district = Stadtteil
figures-by-institution = Einrichtung
figures-all-language = Alle Sprachen
figures-all-sector = Alle Bereiche
figures-all-district = Alle Stadtteile
figures-all-institution = Alle Einrichtungen
figures-show = Anzeigen
figures-reset = Auswahl aufheben
figures-csv = Als Tabelle laden (CSV)
figures-printed = Stand: { $when }
figures-month = { $month } { $year }
figures-period = { $from } bis { $to }
figures-total = Gesamt
figures-more = { $count } weitere
figures-finding-month = Im { $month } { $requests ->
    [one] wurde { $filled } von einer Anfrage besetzt.
   *[other] wurden { $filled } von { $requests } Anfragen besetzt.
}
figures-finding-period = Von { $from } bis { $to } { $requests ->
    [one] wurde { $filled } von einer Anfrage besetzt.
   *[other] wurden { $filled } von { $requests } Anfragen besetzt.
}
figures-wrong-period = Diesen Zeitraum verstehen wir nicht. Sie sehen die letzten zwölf Monate. Schreiben Sie Monate so: 2027-03. Möglich sind höchstens { $months } Monate.
figures-wrong-by = Diese Aufteilung kennen wir nicht. Sie sehen die Zahlen nach Monaten.
figures-wrong-filter = Diese Auswahl kennen wir nicht: { $field }. Sie sehen alle.
figures-empty = Noch gibt es keine Anfragen. Die Zahlen entstehen von selbst, sobald eine Einrichtung anfragt. Legen Sie zuerst eine Einrichtung an.
figures-empty-link = Zu den Einrichtungen
figures-none = Zu dieser Auswahl gibt es keine Anfragen. Termine mit Anfragen gibt es hier: { $period }.
figures-none-link = Alle Anfragen zeigen

figures-chart-unfilled = Die meisten unbesetzten Plätze: { $name } ({ $count })
figures-chart-asked = Am meisten gefragt: { $name } ({ $count })
figures-chart-measure = Plätze. Die Zahl am Balken sagt: besetzte Plätze von allen.
figures-chart-rest = Abgesagt oder offen
figures-chart-number = { $filled } von { $places }
figures-chart-bar = { $name }: { $filled } von { $places } Plätzen besetzt, { $unfilled } unbesetzt.

figures-table-outcome = Ergebnis nach { $by }
figures-table-effort = Aufwand nach { $by }
figures-column-requests = Anfragen
figures-column-requests_filled = davon ganz besetzt
figures-column-places = Plätze
figures-column-filled = Besetzt
figures-column-unfilled = Unbesetzt
figures-column-cancelled_by_institution = Von Einrichtung abgesagt
figures-column-cancelled_by_pool = Vom Pool abgesagt
figures-column-open = Noch offen
figures-column-planned_hours = Stunden geplant
figures-column-real_hours = Stunden bestätigt
figures-column-hours_to_fill = Stunden bis besetzt
figures-column-mails = Mails je Anfrage
figures-column-refilled = Zurückgegeben, neu besetzt
figures-column-not_refilled = Zurückgegeben, nicht neu besetzt

figures-before = Vergleich mit dem Jahr davor
figures-before-none = Im Jahr davor gab es keine Anfragen ({ $period }). Darum gibt es noch keinen Vergleich.
figures-before-few = Für einen Vergleich fehlen noch Zahlen.
figures-before-period = Das Jahr davor: { $period }. Prozente stehen nur bei Werten ab 10.
figures-before-partly = Das Jahr davor: { $period }. Die ersten Termine waren im { $first }. Darum fehlt ein Teil zum Vergleich. Prozente stehen nur bei Werten ab 10.
figures-before-figure = Zahl
figures-before-now = Jetzt
figures-before-then = Jahr davor
figures-before-difference = Unterschied
figures-difference = { $difference } ({ $percent } %)

figures-meaning = Was die Zahlen bedeuten
figures-span = Zeitraum
figures-means-span = Es zählt der Tag des Termins. Ist noch keiner zugesagt, zählt der erste Wunschtermin.
figures-means-requests = Alle Anfragen mit einem Termin im Zeitraum. Auch abgesagte zählen mit.
figures-means-requests_filled = Anfragen, bei denen alle Plätze besetzt sind.
figures-means-places = Ein Platz ist für eine Person. Eine Anfrage kann mehrere Plätze haben.
figures-means-filled = Plätze mit einer Zusage.
figures-means-unfilled = Plätze, für die niemand gefunden wurde.
figures-means-cancelled_by_institution = Plätze in Anfragen, die die Einrichtung abgesagt hat. Auch, wenn sie dafür angerufen hat.
figures-means-cancelled_by_pool = Plätze in Anfragen, die der Pool abgesagt hat.
figures-means-open = Plätze, für die noch jemand gesucht wird.
figures-means-planned_hours = Vom Beginn bis zum Ende des Termins, für jeden besetzten Platz.
figures-means-real_hours = Die wirkliche Zeit aus den Nachweisen. Es zählen Termine, die stattfanden und bestätigt sind.
figures-means-hours_to_fill = Von der Anfrage bis zur letzten Zusage. Es ist der mittlere Wert: Die Hälfte ging schneller.
figures-means-mails = Alle verschickten Angebote, geteilt durch die ganz besetzten Anfragen.
figures-means-refilled = Eine Person gab ihren Platz zurück. Danach sagte jemand anderes zu.
figures-means-not_refilled = Eine Person gab ihren Platz zurück. Danach sagte niemand mehr zu.
