# How a search goes: the promise to the institution, what was tried, what is next

mail-still-subject = Wir suchen weiter: { $date }, { $time } Uhr ({ $language })
mail-still-title = Wir suchen weiter
mail-still-lead = wir haben für Ihren Termin noch niemanden gefunden. Die Suche geht weiter.
mail-still-some-come = { $coming } von { $places } Plätzen sind besetzt. Für den Rest suchen wir weiter.
mail-still-asked = Bis jetzt haben wir mindestens { $count } Personen gefragt. Es kann noch eine Zusage kommen.
mail-still-asked-some = Bis jetzt haben wir einige Personen gefragt. Es kann noch eine Zusage kommen.
mail-still-asked-nobody = Bis jetzt konnten wir niemanden fragen.
mail-still-by = Wir suchen bis { $when }. Dann hören Sie wieder von uns.
mail-still-phone = Telefon
mail-still-help = Sie können helfen. Geht es auch zu einer anderen Zeit oder an einem anderen Tag? Geht es per Video?
mail-still-call = Geht auch eine andere Sprache? Dann rufen Sie uns bitte an.
mail-still-end = Sagt bis dahin niemand zu, kümmert sich { $desk } darum.

task-search_slow = Suche dauert: { $about }
task-search_slow-text = Die zugesagte Zeit ist vorbei. Noch hat niemand zugesagt. Die Einrichtung weiß es.
task-search_slow-text-near = Der Termin ist nah, und noch hat niemand zugesagt. Die Einrichtung weiß es.
task-search_slow-text-nobody_left = Alle passenden Personen sind gefragt. Noch hat niemand zugesagt. Die Einrichtung weiß es.
task-search_slow-text-nobody_fits = Niemand passt, darum wurde niemand gefragt. Die Einrichtung weiß es.
task-search_slow-text-gave_back = { $volunteer } fällt aus. Sonst passt niemand. Die Einrichtung weiß es.
task-search_slow-action = Auswege ansehen

desk-history-search_goes_on = Die Einrichtung hört: Wir suchen weiter
trail-search_goes_on = Die Einrichtung hört, dass die Suche weitergeht

# The desk: what was tried, what is next
desk-next = Nächster Schritt:
desk-next-now = jetzt gleich
desk-next-today = heute, { $time } Uhr
desk-next-asks = { $count ->
    [one] { $when }. Dann fragen wir eine weitere Person.
   *[other] { $when }. Dann fragen wir { $count } weitere Personen.
}
desk-next-asks-first = { $count ->
    [one] { $when }. Dann fragen wir die erste Person.
   *[other] { $when }. Dann fragen wir die ersten { $count } Personen.
}
desk-next-ends = Sagt niemand zu, endet die Suche: { $when }.
desk-next-ends-now = Die Suche endet gleich.
desk-next-night = Nachts fragen wir niemanden.
desk-next-everybody = Alle, die können, sind gefragt.
desk-next-nobody = Im Moment passt niemand.
desk-next-capped = { $count ->
    [one] Eine weitere Person hatte diese Woche schon genug Anfragen.
   *[other] { $count } weitere Personen hatten diese Woche schon genug Anfragen.
}
desk-next-free = Die erste ist wieder frei: { $when }.
desk-tried = Bisher:
desk-tried-asked = { $count ->
    [one] 1 Person gefragt
   *[other] { $count } Personen gefragt
}
desk-tried-round = Runde { $round }: { $what }
desk-tried-whole = { $asked }: { $answers }.
desk-tried-accepted = { $count } zugesagt
desk-tried-given-back = { $count } zurückgegeben
desk-tried-declined = { $count } abgesagt
desk-tried-silent = { $count } ohne Antwort
desk-tried-waiting = { $count } noch in der Frist
desk-tried-queued = { $count } noch nicht verschickt
desk-tried-bounced = { $count } nicht erreicht
desk-tried-closed = { $count } beendet
desk-tried-nobody = Noch niemand gefragt.
desk-tried-places = { $coming } von { $places } Plätzen besetzt.

# The institution's status page
path-target = Sie hören von uns
path-target-text = Noch niemand gefunden? Dann suchen wir weiter.
path-target-past = Wir haben Ihnen geschrieben
path-target-past-text = Noch hat niemand zugesagt. Wir suchen weiter.
path-end = Die Suche endet
path-end-text = Hat niemand Zeit? Dann ruft { $person } Sie an.

# Before it is filed: how good the chances are
prospects-many = Gute Aussichten
prospects-many-text = Für diesen Termin kommen mehrere Personen infrage. Ob jemand zusagt, wissen wir erst später.
prospects-few = Es wird knapp
prospects-few-text = Für diesen Termin kommen nur wenige Personen infrage. Sie können die Anfrage trotzdem senden.
prospects-nobody = Im Moment passt niemand
prospects-nobody-text = Für diesen Termin finden wir gerade niemanden. Sie können die Anfrage trotzdem senden.
prospects-wished-can = { $names } fragen wir zuerst
prospects-wished-can-text = Das ist möglich. Ob es eine Zusage gibt, wissen wir erst später.
prospects-wished-some = Nicht alle, die Sie sich wünschen, können wir für diese Zeit fragen
prospects-wished-some-text = Wen wir fragen können, fragen wir zuerst.
prospects-wished-cannot = { $names } können wir für diese Zeit nicht fragen
prospects-wished-cannot-text = Wir fragen dann gleich andere. Sie können auch eine andere Zeit wählen.
prospects-others-many = Bei den anderen sind die Aussichten gut.
prospects-others-few = Von den anderen kommen nur wenige Personen infrage.
prospects-others-nobody = Von den anderen passt im Moment niemand.
prospects-ways = Das hilft:
prospects-time = Um { $time }
prospects-video = Per Video
prospects-phone = Am Telefon
prospects-language = Auf { $language }, wenn die Person das gut versteht
prospects-date = Am { $date }, zur gleichen Zeit
prospects-then-few = Dann passen wenige Personen.
prospects-then-many = Dann sind die Aussichten gut.
prospects-nothing-sent = Damit ist noch nichts gesendet. Sie sehen die Änderung zuerst im Formular.
prospects-filled-in = Unser Vorschlag ist schon eingetragen. Passt er? Dann gehen Sie weiter.

# Who was asked, and who would be
desk-request-asked-why = Warum gefragt?
desk-rank-fairness-others-none = { $own }, die anderen noch keinen
desk-rank-fairness-others-hardly = { $own }, die anderen fast keinen
desk-rank-fairness-others = { $own }, die anderen im Schnitt { $whole },{ $tenth }

desk-request-fact-notice = Vorlauf
desk-request-short-notice = Kurzfristig gestellt
