# What a page of the desk says after something was sent to it
receipt-filed = Gesendet.
receipt-taken_over = Diese Tabelle ist schon übernommen.
receipt-unchanged = Nichts geändert.
said-request-filed = Gesendet. { $name } bekommt eine Bestätigung. Nummer { $reference }.
said-request-moved = Verschoben. { $name } bekommt eine Bestätigung. Nummer { $reference }.
said-unchanged = Nichts geändert: { $state }.
said-unchanged-at = Nichts geändert: { $state } ({ $when }).
said-state-cancelled = Die Anfrage ist schon abgesagt
said-state-moved = Die Anfrage ist schon verschoben
said-state-refused = Die Anfrage ist schon abgelehnt
said-state-past = Der Termin ist schon vorbei
said-state-begun = Der Termin hat schon begonnen
said-state-checking = Die Anfrage wird noch geprüft
said-state-searching = Die Suche läuft schon
said-state-closed = Die Anfrage ist schon geschlossen
said-state-confirmed = Alle Plätze sind schon besetzt
said-state-unfilled = Die Suche ist schon zu Ende

# What became of a yes
ended-state-given-back = Zurückgegeben
ended-state-moved = Verschoben
ended-state-cancelled = Abgesagt
ended-state-cancelled-pool = Abgesagt
ended-given-back = Zugesagt am { $accepted }. Zurückgegeben: { $when }.
ended-given-back-by-phone = Zugesagt am { $accepted }. Zurückgegeben: { $when }, eingetragen von { $person }.
ended-moved = Zugesagt am { $accepted }. Der Termin wurde verschoben: { $when }.
ended-cancelled = Zugesagt am { $accepted }. Die Einrichtung hat abgesagt: { $when }.
ended-cancelled-pool = Zugesagt am { $accepted }. Der Pool hat abgesagt: { $when }.

# A task that is put off
task-later = Später erinnern
trail-task_postponed = Aufgabe auf später gelegt
trail-task_due_again = Aufgabe ist wieder fällig wie vorher

# Somebody is away on the day of an appointment that they accepted
task-assignment_absent = Einsatz trotz Abwesenheit: { $volunteer }. { $about }
task-assignment_absent-text = { $volunteer } ist an diesem Tag nicht da und hat zugesagt. Bitte klären Sie, ob der Einsatz bleibt.
task-assignment_absent-action = Einsatz ansehen
absence-release = Diesen Einsatz zurückgeben

# The search finds days and numbers
find-day = Tag
find-day-about = Alle Termine dieses Tages in der Woche
find-next = Nächster Einsatz: { $when }, { $institution }

# After a text was saved or taken back
texts-said-saved = Gespeichert. Ihr neuer Text gilt ab jetzt.
texts-said-planned = Gespeichert. Ab { $date } gilt Ihr neuer Text.
texts-said-same = Nichts geändert: Dieser Text gilt schon.
texts-said-undone = Zurückgenommen. Es gilt, was davor galt.
texts-said-original = Zurückgenommen. Es gilt der ursprüngliche Text.
texts-planned = Ab { $date } gilt:
