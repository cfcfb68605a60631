# An appointment on another day.
again-moving = Sie verschieben die Anfrage { $reference }. Der bisherige Termin gilt, bis Sie die neue Anfrage senden.
move-instead = Ist nur der Tag anders?
move-instead-text = Dann verschieben Sie den Termin. Der alte gilt, bis Sie den neuen Tag senden.
check-moving = Sie verschieben einen Termin
check-moving-old = Der bisherige Termin wird dann abgesagt: { $slot }.
check-moving-slips = Der Link für die Familie zeigt dann den neuen Termin.
check-moving-send = Neuen Termin anfragen
problem-already-moved = Dieser Termin ist schon verschoben. Die neue Anfrage ist { $reference }.
problem-moved-over = Der alte Termin ist vorbei. Er lässt sich nicht mehr verschieben. Bitte stellen Sie eine neue Anfrage.
path-moved = Sie haben den Termin verschoben
path-moved-now = Weiter geht es mit der neuen Anfrage
path-moved-now-text = Hier ist nichts mehr zu tun.
status-moved = Der Termin ist verschoben
status-moved-to = Der neue Termin hat eine eigene Anfrage:
status-moved-from = Das ist ein neuer Tag für diese Anfrage:
steps-way-move = Termin verschieben
steps-way-move-about = Sie nennen den neuen Tag. Der alte gilt, bis Sie senden.
trail-request_moved = Termin verschoben, neue Anfrage gestellt

# Days that may be meant otherwise
check-holiday = Der { $day } ist ein Feiertag ({ $name }). Stimmt der Tag?
check-holiday-unnamed = Der { $day } ist ein Feiertag. Stimmt der Tag?
