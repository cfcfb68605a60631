# Eine Anfrage für jemanden, der oder die anruft.
callers-title = Anfrage für Anrufer*in
callers-take = Anruf aufnehmen
callers-lead = Sie füllen das Formular für eine Einrichtung aus. Die Einrichtung bekommt die Bestätigung.
callers-who-calls = Wer ruft an?
callers-search = Einrichtung, Name oder Telefonnummer
callers-find = Suchen
callers-all = Alle zeigen
callers-nobody = Niemand mit diesem Namen. Legen Sie zuerst die Einrichtung an:
callers-begin = Anfrage beginnen
callers-more = { $count ->
    [one] Es gibt eine weitere Person. Bitte suchen Sie.
   *[other] Es gibt { $count } weitere Personen. Bitte suchen Sie.
}
callers-who = { $name }, { $institution }
callers-bar = Sie schreiben für { $name }, { $institution }
callers-state-pending = Diese Einrichtung wartet noch auf die Freigabe.
callers-state-paused = Diese Einrichtung macht gerade Pause.
callers-not-now = { $institution } kann gerade keine Anfrage stellen. Öffnen Sie die Einrichtung und prüfen Sie ihren Stand.
callers-not-approved = Diese Einrichtung kann gerade keine Anfrage stellen. Der Entwurf bleibt hier.
callers-read-aloud = Sagen Sie am Telefon:
callers-rules = Fragen Sie, ob die Regeln bekannt sind.
callers-receipt = Die Ansprechperson bekommt sofort eine Bestätigung per Mail.
callers-taken-by = Am Telefon aufgenommen von { $name }.
status-filed-by-colleague = Gesendet von { $name }.
callers-mail-lead = { $name } hat für Sie angefragt. Ihre Anfrage hat die Nummer { $reference }.
