# After an appointment: what happened, said by both sides.

# One outcome in words
proof-said-held = Hat stattgefunden: { $time } ({ $length })
proof-said-client_absent = Die Familie kam nicht
proof-said-not_held = Hat nicht stattgefunden

# The form
proof-outcome = Was ist passiert?
proof-outcome-held = Der Termin hat stattgefunden
proof-outcome-client_absent = Die Familie kam nicht
proof-outcome-not_held = Der Termin hat nicht stattgefunden
proof-times = Von wann bis wann?
proof-times-hint = Nur, wenn der Termin stattgefunden hat. Geplant war: { $time }
proof-start = Beginn
proof-end = Ende
proof-travel = Weg in Minuten, hin und zurück zusammen
proof-travel-hint = Freiwillig. Zum Beispiel: 40
proof-note = Hinweis
proof-note-hint = Freiwillig. Bitte keine Namen. Höchstens 300 Zeichen.
proof-send = Angaben senden
proof-correct = Angaben ändern
proof-the-words = Die Angaben
proof-by-volunteer = Sprachmittler*in
proof-by-institution = Einrichtung
proof-by-coordinator = Entscheidung
proof-word-when = Angabe vom { $when }
proof-word-travel = Weg: { $length }
proof-counts = Das gilt
proof-next-title = So geht es weiter

# What is wrong
proof-problem-outcome = Bitte wählen Sie, was passiert ist.
proof-problem-start = Bitte nennen Sie den Beginn.
proof-problem-end = Bitte nennen Sie das Ende.
proof-problem-no-time = Bitte schreiben Sie die Uhrzeit so: 9:00
proof-problem-typed = „{ $typed }“ ist keine Uhrzeit. Bitte schreiben Sie die Uhrzeit so: 9:00
proof-problem-slip = „{ $typed }“ ist keine Uhrzeit. Meinen Sie { $meant }?
proof-problem-unlikely = Geplant war: { $planned }. Sie sagen: { $said }. Stimmt das?
proof-sure = Ja, das stimmt: { $said }
proof-problem-order = Das Ende muss nach dem Beginn liegen.
proof-problem-other-day = Der Beginn muss am Tag des Termins liegen.
proof-problem-too-long = Mehr als 24 Stunden können nicht stimmen.
proof-problem-future = Diese Uhrzeit ist noch nicht vorbei.
proof-problem-skipped = Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt. Meinen Sie { $suggest } Uhr?
proof-problem-travel = Bitte nennen Sie die Minuten als Zahl von 0 bis 600.
proof-problem-note-long = Das ist zu lang: { $used } Zeichen. Höchstens { $max } passen.
proof-problem-note-characters = Hier stehen Zeichen, die wir nicht annehmen. Bitte tippen Sie den Text neu.
proof-problem-changed = Die Angaben wurden gerade geändert. Bitte lesen Sie sie noch einmal.
proof-problem-word = Dazu gibt es noch keine Angabe. Bitte wählen Sie etwas anderes.

# The volunteer's page behind the mailed link
report-title = Wie war Ihr Einsatz?
report-lead = Ihr Einsatz ist vorbei. Vielen Dank! Bitte sagen Sie uns kurz, was war.
report-next-institution = Die Einrichtung bekommt Ihre Angaben und bestätigt sie.
report-next-correct = Bis dahin können Sie alles mit diesem Link ändern.
report-next-silence = Was Sie gehört haben, bleibt unter Ihnen.
reported-title = Danke, wir haben Ihre Angaben
reported-lead = Jetzt ist die Einrichtung dran. Sie müssen nichts mehr tun.
report-disputed-title = Es gibt zwei verschiedene Angaben
report-disputed-lead = Die Einrichtung sagt etwas anderes als Sie. { $person } klärt das und meldet sich bei Ihnen.
report-done-title = Der Einsatz ist abgeschlossen
report-done-lead = Sie müssen nichts mehr tun. Danke für Ihren Einsatz!
report-done-wrong = Stimmt etwas nicht? Dann rufen Sie uns bitte an.

# On the volunteer's own page
me-reports = Bitte noch melden, was war
me-report = Angaben machen

# The institution's page
confirm-title = Wie war der Termin?
confirm-lead = Bitte prüfen Sie, was { $volunteer } sagt.
confirm-lead-first = { $volunteer } hat noch nichts gesagt. Sie können schon antworten.
confirm-agree = Das stimmt so
confirm-agree-hint = Damit ist alles fertig.
confirm-held = Der Termin hat stattgefunden, aber zu anderen Zeiten
confirm-next-agree = Sie sagen dasselbe: Der Einsatz ist abgeschlossen.
confirm-next-differ = Sie sagen etwas anderes: Wir behalten beides. { $person } klärt das.
confirmed-first-title = Danke, wir haben Ihre Angaben
confirmed-first-lead = Jetzt fehlt noch die Angabe von { $volunteer }. Sie müssen nichts mehr tun.
confirm-disputed-title = Es gibt zwei verschiedene Angaben
confirm-disputed-lead = Ihre Angabe und die von { $volunteer } passen nicht zusammen. { $person } klärt das und meldet sich bei Ihnen.
confirm-done-title = Der Termin ist bestätigt
confirm-done-lead = Sie müssen nichts mehr tun. Danke!
confirm-done-wrong = Stimmt etwas nicht? Dann rufen Sie uns bitte an.

# On the request's page
status-proof-waiting = Wir fragen gerade nach, wie es war
status-proof-confirm = Bitte bestätigen
status-proof-first = Ihre Angaben sind da
status-proof-disputed = Zwei verschiedene Angaben
status-proof-done = Bestätigt
status-proofs = Nach dem Termin
status-proof-action-confirm = Angaben prüfen und bestätigen
status-proof-action-say = Selbst melden, wie es war
status-proof-action-see = Angaben ansehen
path-proof-waiting = Der Termin ist vorbei
path-proof-waiting-text = Wir fragen gerade nach, wie es war.
path-proof-confirm = Bitte bestätigen Sie den Termin
path-proof-confirm-text = Es fehlt nur noch Ihre Antwort.
path-proof-first = Der Termin ist vorbei
path-proof-first-text = Ihre Angaben sind da. Die andere Angabe fehlt noch.
path-proof-disputed = Es gibt zwei verschiedene Angaben
path-proof-disputed-text = { $person } klärt das und meldet sich bei Ihnen.
path-proof-done = Der Termin ist bestätigt
path-proof-done-text = Es ist nichts mehr zu tun.

# The coordinator's desk
desk-proof = Nach dem Termin
desk-proof-state-open = Noch keine Angabe
desk-proof-state-reported = Eine Seite hat geantwortet
desk-proof-state-disputed = Zwei verschiedene Angaben
desk-proof-state-done = Abgeschlossen
desk-proof-none = Noch nichts
desk-proof-by-phone = Am Telefon gesagt, aufgeschrieben von { $name }
desk-proof-decided-by = Entschieden von { $name }
desk-proof-earlier = Frühere Angaben
desk-proof-reminded = Erinnert: Sprachmittler*in { $volunteer }-mal, Einrichtung { $institution }-mal
desk-proof-action = Entscheiden oder etwas eintragen
desk-proof-action-done = Entscheidung ändern
desk-proof-title = Nach dem Termin: { $volunteer }
desk-proof-choice = Was möchten Sie tun?
desk-proof-choice-volunteer = Es gilt, was { $volunteer } sagt
desk-proof-choice-institution = Es gilt, was die Einrichtung sagt
desk-proof-choice-own = Es gilt, was ich unten eintrage
desk-proof-choice-phone_volunteer = { $volunteer } hat es mir am Telefon gesagt
desk-proof-choice-phone_institution = Die Einrichtung hat es mir am Telefon gesagt
desk-proof-choice-phone-hint = Ich trage es unten ein. Die andere Seite antwortet selbst.
desk-proof-problem-choice = Bitte wählen Sie, was Sie tun möchten.
desk-proof-values = Was ist passiert?
desk-proof-save = Speichern
desk-proof-next-decide = Eine Entscheidung schließt den Einsatz ab. Beide Seiten bekommen eine Mail.
desk-proof-next-kept = Alle Angaben bleiben gespeichert.

# The request's history, and the audit trail
desk-history-proof_asked = { $volunteer } wird gefragt, wie es war
desk-history-proof_reported = { $side ->
    [institution] Die Einrichtung sagt, was war
   *[volunteer] { $volunteer } sagt, was war
}
desk-history-proof_confirmed = Einsatz bestätigt: { $volunteer } und die Einrichtung sagen dasselbe
desk-history-proof_disputed = Zwei Angaben: { $volunteer } und die Einrichtung sagen Verschiedenes
desk-history-proof_decided = Entschieden, was bei { $volunteer } gilt
desk-history-proof_reminded = { $side ->
    [institution] Die Einrichtung wird erinnert
   *[volunteer] { $volunteer } wird erinnert
}
trail-proof_asked = Nach dem Einsatz gefragt
trail-proof_reported = Angabe zum Einsatz
trail-proof_confirmed = Einsatz bestätigt
trail-proof_disputed = Zwei verschiedene Angaben zum Einsatz
trail-proof_decided = Entschieden, was beim Einsatz gilt
trail-proof_reminded = An den Einsatz erinnert

# Mails
mail-row-proof-said = Angabe
mail-row-proof-counts = Das gilt
mail-proof-report-button = Kurz antworten
mail-proof-report-after = Das geht auf dem Handy und dauert eine Minute. Sie müssen sich nicht anmelden.
mail-proof-confirm-button = Angaben prüfen
mail-proof-confirm-after = War es anders? Dann sagen Sie uns bitte, wie es war.
mail-proof-see-button = Angaben ansehen
mail-proof-asked-subject = Wie war es am { $date }, { $time } Uhr? ({ $language })
mail-proof-asked-title = Wie war Ihr Einsatz am { $weekday }?
mail-proof-asked-lead = Ihr Einsatz ist vorbei. Vielen Dank dafür! Bitte sagen Sie uns kurz, was war.
mail-proof-reminder-subject = Ihre Angabe fehlt noch: { $date }, { $time } Uhr ({ $language })
mail-proof-reminder-title = Ihre Angabe fehlt noch
mail-proof-reminder-lead = Sie hatten einen Einsatz. Bitte sagen Sie uns kurz, was war.
mail-proof-confirm-subject = Bitte bestätigen: { $date }, { $time } Uhr ({ $language })
mail-proof-confirm-title = Bitte bestätigen Sie den Termin
mail-proof-confirm-lead = Ihr Termin mit Sprachmittlung ist vorbei. Wir haben eine Angabe dazu. Stimmt sie?
mail-proof-confirm-reminder-subject = Ihre Antwort fehlt noch: { $date }, { $time } Uhr ({ $language })
mail-proof-confirm-reminder-title = Ihre Antwort fehlt noch
mail-proof-confirm-reminder-lead = bitte bestätigen Sie den Termin. Oder sagen Sie uns, was anders war.
mail-proof-disputed-subject = Zwei verschiedene Angaben: { $date }, { $time } Uhr ({ $language })
mail-proof-disputed-title = Es gibt zwei verschiedene Angaben
mail-proof-disputed-lead = zu diesem Termin haben wir zwei verschiedene Angaben. Wir behalten beide.
mail-proof-disputed-after = { $desk } klärt das und meldet sich bei Ihnen. War es ein Versehen? Dann ändern Sie Ihre Angabe einfach.
mail-proof-decided-subject = Entschieden: { $date }, { $time } Uhr ({ $language })
mail-proof-decided-title = Der Einsatz ist abgeschlossen
mail-proof-decided-lead = { $desk } hat entschieden, was für diesen Termin gilt.
mail-proof-decided-after = Stimmt etwas nicht? Dann rufen Sie uns bitte an.
proof-your-word = Ihre Angabe
