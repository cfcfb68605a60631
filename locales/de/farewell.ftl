# To a volunteer who has left the pool
mail-left-subject = Vielen Dank für Ihre Hilfe im Sprachpool
mail-left-title = Vielen Dank für Ihre Hilfe
mail-left-lead = danke, dass Sie dabei waren. Mit Ihrer Hilfe konnten Familien selbst sprechen und verstehen.
mail-left-now = Sie sind jetzt nicht mehr als Sprachmittler*in eingetragen. Sie bekommen keine Angebote mehr.
mail-left-kept = Ihre Angaben behalten wir bis { $date }. Danach löschen wir sie.
mail-left-erase = Sie möchten, dass wir Ihre Angaben gleich löschen. Eine Person aus dem Team prüft das. Es dauert höchstens einen Monat.
mail-left-counts = Ihre Einsätze zählen weiter mit, aber ohne Ihren Namen.
mail-left-back = War das ein Versehen? Oder möchten Sie zurückkommen? Rufen Sie uns bitte an.
