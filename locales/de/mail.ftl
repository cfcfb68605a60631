# Words of the mails. Subjects name day, time and language, nothing else about an appointment.
mail-greeting = Guten Tag { $name },
mail-greeting-nobody = Guten Tag,
mail-regards = Herzliche Grüße
mail-phone = Telefon
mail-or-open = Oder öffnen Sie:
mail-footer-private = Der Link ist nur für Sie. Bitte leiten Sie diese Mail nicht weiter.
mail-footer-pause = Sie möchten eine Pause?
mail-footer-pause-link = Hier können Sie sie einstellen
mail-footer-own-page = Alle Einsätze und Ihre Zeiten
mail-footer-automatic = Diese Mail kommt vom Sprachpool. Ihre Antwort liest ein Mensch.

mail-row-language = Sprache
mail-row-where = Wo
mail-row-what = Was
mail-row-how = Wie
mail-row-or = Oder
mail-row-reference = Nummer
mail-row-institution = Einrichtung
mail-row-place = Ort
mail-row-address = Adresse
mail-row-meeting-point = Treffpunkt
mail-row-contact = Ansprechperson
mail-row-phone = Telefon
mail-row-remarks = Hinweis
mail-row-volunteer = Sprachmittler*in
mail-language-value = { $language } und Deutsch
mail-where-value = { $sector }, Stadtteil { $district }
mail-how-value = { $mode }, etwa { $length }
mail-slot-value = { $date }, { $time }

mail-sign-in-subject = Ihre Anmeldung im Sprachpool
mail-sign-in-title = Ihre Anmeldung
mail-sign-in-lead = mit dem Link melden Sie sich an. Oder Sie geben diesen Code ein:
mail-sign-in-until = Link und Code gelten bis { $time } Uhr.
mail-sign-in-button = Jetzt anmelden
mail-sign-in-not-you = Sie wollten sich nicht anmelden? Dann müssen Sie nichts tun.

mail-received-subject = Ihre Anfrage { $reference } ist da: { $date }, { $time } Uhr ({ $language })
mail-received-title = Wir haben Ihre Anfrage
mail-received-lead = vielen Dank. Ihre Anfrage hat die Nummer { $reference }.
mail-received-next = Wir fragen jetzt Sprachmittler*innen.
mail-received-by = Sie hören von uns bis { $when }.
mail-received-after = Auf der Seite Ihrer Anfrage sehen Sie den Stand. Dort können Sie auch absagen.
mail-request-button = Anfrage ansehen

mail-offer-subject = Haben Sie am { $date }, um { $time } Uhr Zeit? ({ $language })
mail-offer-title = Haben Sie am { $weekday } Zeit?
mail-offer-lead = für diesen Termin brauchen wir Sie als Sprachmittler*in.
mail-offer-by = Bitte antworten Sie bis { $when }.
mail-offer-button = Ansehen und antworten
mail-offer-after = Sie können Ja oder Nein sagen. Einen Grund müssen Sie nicht nennen. Mehrere Personen sind gefragt. Die erste Zusage zählt.
mail-offer-after-alone = Sie können Ja oder Nein sagen. Einen Grund müssen Sie nicht nennen. Im Moment fragen wir nur Sie. Später fragen wir vielleicht auch andere. Die erste Zusage zählt.
mail-offer-wished = Die Einrichtung wünscht sich wieder Sie.

mail-declined-subject = Ihre Absage für { $date }, { $time } Uhr ({ $language })
mail-declined-title = Danke für Ihre Antwort
mail-declined-lead = Sie haben Nein gesagt. Das ist in Ordnung. Sie müssen nichts weiter tun.
mail-declined-after = Haben Sie doch Zeit? Dann können Sie Ihre Antwort ändern, solange der Termin frei ist.
mail-declined-button = Antwort ansehen

mail-offer-cancelled-subject = Abgesagt: { $date }, { $time } Uhr ({ $language })
mail-offer-cancelled-title = Der Termin ist abgesagt
mail-offer-cancelled-lead = wir hatten Sie nach diesem Termin gefragt. Die Einrichtung hat ihn abgesagt. Sie müssen nichts tun.
mail-offer-cancelled-after = Danke, dass Sie im Sprachpool dabei sind.

mail-assigned-subject = Zusage: { $date }, { $time } Uhr ({ $language })
mail-assigned-title = Danke! Sie übernehmen den Einsatz
mail-assigned-lead = Sie haben Ja gesagt. Hier finden Sie alles für den Termin.
mail-assigned-button = Einsatz ansehen
mail-assigned-after = Können Sie doch nicht kommen? Dann geben Sie den Einsatz bitte früh zurück. Das geht auf der Seite Ihres Einsatzes.
mail-assigned-lock = Ab { $hours } Stunden vor Beginn rufen Sie uns bitte an.
mail-assigned-nobody-there = Ist bei uns niemand am Telefon? Dann rufen Sie die Ansprechperson an.
mail-assigned-secret = Bitte sprechen Sie mit niemandem über das, was Sie dort hören.

mail-confirmed-subject = Bestätigt: { $date }, { $time } Uhr ({ $language })
mail-confirmed-title = Es kommt jemand
mail-confirmed-lead = für Ihren Termin haben wir jemanden gefunden.
mail-confirmed-slip = Auf der Seite Ihrer Anfrage gibt es einen Zettel für die Familie, in ihrer Sprache.
mail-confirmed-after = Ist der Termin nicht mehr nötig? Dann sagen Sie bitte früh ab.
mail-confirmed-no-phone = Sie möchten etwas mitteilen? Rufen Sie uns an.
mail-confirmed-private-phone = Bitte geben Sie die Telefonnummer nicht an die Familie weiter.

mail-given-back-subject = Zurückgegeben: { $date }, { $time } Uhr ({ $language })
mail-given-back-title = Sie haben den Einsatz zurückgegeben
mail-given-back-lead = danke, dass Sie Bescheid gesagt haben. Wir suchen jetzt eine andere Person. Sie müssen nichts weiter tun.

mail-restarted-subject = Wir suchen neu: { $date }, { $time } Uhr ({ $language })
mail-restarted-title = Wir suchen neu
mail-restarted-lead = die Person für Ihren Termin kann leider nicht kommen. Wir fragen schon andere Sprachmittler*innen.
mail-restarted-by = Sie hören von uns bis { $when }.
mail-restarted-after = Ihre Anfrage behält ihre Nummer. Sie müssen nichts tun.

mail-assignment-cancelled-subject = Abgesagt: { $date }, { $time } Uhr ({ $language })
mail-assignment-cancelled-title = Der Einsatz ist abgesagt
mail-assignment-cancelled-lead = die Einrichtung hat diesen Termin abgesagt. Bitte gehen Sie nicht hin.
mail-assignment-cancelled-after = Haben Sie Fragen? Rufen Sie uns an.

mail-request-cancelled-subject = Ihre Absage: { $date }, { $time } Uhr ({ $language })
mail-request-cancelled-title = Ihre Anfrage ist abgesagt
mail-request-cancelled-lead = wir haben Ihre Absage. Wir sagen den Sprachmittler*innen Bescheid.
mail-request-cancelled-after = Brauchen Sie einen neuen Termin? Dann stellen Sie bitte eine neue Anfrage.

mail-nobody-subject = Noch niemand gefunden: { $date }, { $time } Uhr ({ $language })
mail-nobody-title = Wir haben noch niemanden gefunden
mail-nobody-lead = leider haben wir für diesen Termin niemanden gefunden. Das tut uns leid.
mail-nobody-next = Jetzt kümmert sich ein Mensch darum. { $desk } meldet sich bei Ihnen.
mail-nobody-after = Geht auch ein anderer Tag? Dann rufen Sie uns bitte an. Planen Sie vorsichtshalber ohne Sprachmittlung.

mail-paused-subject = Ihre Pause im Sprachpool
mail-paused-title = Sie haben jetzt Pause
mail-paused-lead = wir fragen Sie bis { $until } nicht an. Danach geht es von selbst weiter.
mail-paused-lead-open = wir fragen Sie nicht mehr an, bis Sie sich melden.
mail-paused-after = Ihre zugesagten Einsätze gelten weiter. War das ein Versehen? Dann beenden Sie die Pause einfach.
mail-paused-button = Pause ansehen oder beenden

mail-approved-subject = Sie können jetzt Anfragen stellen
mail-approved-title = Willkommen im Sprachpool
mail-approved-lead = wir haben Ihre Einrichtung freigeschaltet: { $institution }. Sie können jetzt Sprachmittler*innen anfragen.
mail-approved-after = Sie brauchen kein Passwort. Wir schicken Ihnen zum Anmelden eine Mail.
mail-approved-button = Zum Sprachpool

# In calendars, which others may see
calendar-summary = Sprachmittlung { $language }
calendar-description = Nummer { $reference }. Alles Weitere steht in der Mail vom Sprachpool.
