# What a page of the desk says after something was sent to it
receipt-filed = Gesendet.
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
