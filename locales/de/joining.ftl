# How to join a video
joining-label = Link zum Video
joining-hint = Oder die Nummer zum Einwählen. Höchstens 300 Zeichen. Bitte keine Namen. Nur Ihre Sprachmittler*in sieht es.
joining-send = Link speichern
joining-row = Link zum Video
problem-joining-link = Ein Link muss mit https:// beginnen. Bitte kopieren Sie ihn ganz.
status-joining-lead = Der Termin beginnt am { $when }. Bitte tragen Sie jetzt den Link zum Video ein.
state-joining = Link zum Video fehlt
mail-row-joining = Link zum Video
mail-joining-later = Den Link schickt die Einrichtung noch. Sie bekommen dann eine Mail.
mail-joining-please = Bitte tragen Sie jetzt den Link zum Video ein. Das geht auf der Seite Ihrer Anfrage.
mail-joining-said = hier sind die Angaben zum Video. Tag und Zeit bleiben gleich.
mail-joining-missing-subject = Link zum Video fehlt: { $date }, { $time } Uhr ({ $language })
mail-joining-missing-title = Der Link zum Video fehlt noch
mail-joining-missing-lead = bald ist Ihr Termin über Video. Ihre Sprachmittler*in hat noch keinen Link.
mail-joining-missing-after = Wir schicken ihn sofort weiter.
