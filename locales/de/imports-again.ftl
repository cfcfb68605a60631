# A pool brings its table again: people whom it knows.
imports-known = Bekannte Personen
imports-known-hint = Wir erkennen sie an Name und E-Mail. Beides bleibt immer. Eine leere Zelle löscht nichts.
imports-known-keep = So lassen
imports-known-fill = Leere Angaben ergänzen
imports-known-overwrite = Angaben aus der Tabelle übernehmen
imports-known-hint-keep-volunteers = Nur neue Personen kommen dazu.
imports-known-hint-fill-volunteers = Zum Beispiel ein Telefon, das fehlt, oder eine neue Sprache.
imports-known-hint-overwrite-volunteers = Telefon, Sprachen, Wohnort, Geburtsjahr und Grenzen. Ein anderes Niveau entscheiden Sie einzeln. Zeiten und Nachweise bleiben.
imports-known-hint-keep-institutions = Nur neue Ansprechpersonen und Standorte kommen dazu.
imports-known-hint-fill-institutions = Ansprechpersonen ohne Telefon bekommen eines.
imports-known-hint-overwrite-institutions = Ansprechpersonen bekommen das Telefon aus der Tabelle.
imports-will-change = { $count ->
    [one] Eine bekannte Person bekommt { $values ->
        [one] eine neue Angabe
       *[other] { $values } neue Angaben
    }.
   *[other] { $count } bekannte Personen bekommen zusammen { $values } neue Angaben.
}
imports-will-add = Zu bekannten Einrichtungen kommen dazu: { $sites ->
    [one] ein Standort
   *[other] { $sites } Standorte
}, { $contacts ->
    [one] eine Ansprechperson
   *[other] { $contacts } Ansprechpersonen
}.
imports-count-changed = Geänderte Personen
imports-count-values = Geänderte Angaben
imports-changes-title = Änderungen an bekannten Personen
imports-changes-link = Änderungen ansehen
imports-changes-planned = Das ist noch nicht geschrieben. So würde es nach der Übernahme aussehen.
imports-changes-done = Das hat die Übernahme geändert.
imports-changes-stay = Diese Angaben hat seitdem jemand geändert. Deshalb haben wir sie nicht zurückgesetzt.
imports-changes-stay-title = Das bleibt, wie es ist
imports-changes-none = Hier ändert sich nichts.
imports-changes-who = Person
imports-changes-old = Bisher
imports-changes-new = Aus der Tabelle
imports-changes-nothing = (nichts)
imports-changes-next = Weitere Änderungen
imports-undo-changes = Geänderte Angaben werden wieder wie vorher. Was seitdem jemand geändert hat, bleibt.
imports-doubt-other_level = In der Tabelle steht ein anderes Niveau. Was gilt?
imports-answer-level-old = Das Niveau im Pool bleibt
imports-answer-level-new = Das Niveau aus der Tabelle gilt
imports-field-known_level = Anderes Niveau

# A table that somebody has begun and left.
imports-left = Noch nicht übernommen: { $kind }, hochgeladen am { $when }. Ohne Sie löschen wir die Datei am { $until }.
imports-left-go-on = Weitermachen
