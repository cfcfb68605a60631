# Wie eine Anfrage fragt, und die Wahl unter denen, die zugesagt haben.

# So wird gefragt
asking-waves = in Wellen, mit möglichst wenigen Mails
asking-rolling = immer { $count } Personen zugleich
asking-one-by-one = eine Person nach der anderen, alle { $hours } Stunden
asking-broadcast = alle passenden Personen auf einmal
asking-pick = ich wähle unter { $count } Personen, die zusagen
asking-as-the-pool = Wie im Pool üblich: { $way }
asking-choice = Nur hier: { $way }
asking-legend = Wie fragen wir?
asking-why = Warum anders als im Pool üblich?
asking-why-hint = Nur nötig, wenn Sie anders fragen als üblich. Der Satz steht nur auf der Seite dieser Anfrage.
asking-problem-why = Bitte schreiben Sie einen Grund. Oder wählen Sie, was im Pool üblich ist.

# Seite der Anfrage
picks-asks = Es wird so gefragt: { $way }.
picks-asks-because = Es wird so gefragt: { $way }. Grund: { $why }
picks-title = Zugesagt: Bitte wählen Sie
picks-text = Diese Zeiten sind frei gehalten.
picks-otherwise = Wählen Sie bis { $when } niemanden, übernimmt das der Dienst. Dann kommt die Person mit dem besten Rang.
desk-tried-willing = { $count } zugesagt, noch nicht gewählt
desk-next-chooses = { $when }. Dann wählt der Dienst, wenn Sie nicht gewählt haben.
picks-choose = Auswählen
picks-impossible = Geht nicht mehr:
picks-asked-willing = Hat zugesagt und wartet auf die Auswahl
picks-problem-taken = Alle Plätze sind schon vergeben.
picks-problem-over = Die Suche ist zu Ende. Hier ist nichts mehr zu wählen.
picks-problem-not-willing = Diese Person hat die Zusage zurückgenommen.
picks-problem-impossible = Diese Person kann nicht mehr. { $why }

# Aufgabe
task-choose = Bitte auswählen: { $about }
task-choose-text = Es gibt Zusagen. Die Zeiten sind frei gehalten, bis Sie wählen.
task-choose-action = Zusagen ansehen

# Protokoll
trail-asking_set = Andere Art zu fragen festgelegt
trail-asking_reset = Wieder gefragt wie im Pool üblich
trail-offer_willing = { $volunteer } hat zugesagt und wartet auf die Auswahl
trail-offer_freed = { $volunteer } hört: Die Zeit ist wieder frei
trail-offer_chosen = { $person } hat { $volunteer } ausgewählt
trail-offer_chosen_late = Niemand hat gewählt. Der Dienst hat { $volunteer } ausgewählt
desk-history-asking_set = { $person } hat die Art zu fragen geändert
desk-history-asking_reset = { $person } lässt wieder fragen wie im Pool üblich
desk-history-changed-policy = andere Art zu fragen

# Seiten der Sprachmittler*innen
willing-title = Danke! Sie haben zugesagt
willing-lead = Die Koordination wählt aus. Wir sagen Ihnen bis { $when } Bescheid.
willing-held = So lange halten Sie die Zeit bitte frei. Für andere Einsätze fragen wir Sie dann nicht.
willing-tag = Zugesagt, noch nicht gewählt
willing-still = Bleibt es dabei?
willing-keep = Ja, es bleibt dabei
willing-back = Nein, ich kann doch nicht
willing-choose = Bitte wählen Sie, ob es dabei bleibt.
willing-next-yes = Sie sagen Ja: Die Koordination wählt unter den Zusagen aus. Sie bekommen in jedem Fall eine Mail.
willing-next-chosen = Sie werden gewählt: Sie bekommen eine Mail mit Adresse und Ansprechperson.
willing-next-other = Jemand anderes wird gewählt: Wir schreiben Ihnen. Ihre Zeit ist dann wieder frei.
willing-filled-lead = Die Koordination hat eine andere Person gewählt. Danke, dass Sie helfen wollten.
me-willing = Sie haben zugesagt. Die Koordination wählt bis { $when } aus.

# Seite der Einrichtung
picks-status = { $count ->
    [one] Zugesagt hat eine Person. Die Koordination wählt aus.
   *[other] Zugesagt haben { $count } Personen. Die Koordination wählt aus.
}
path-picking-now = Es gibt Zusagen
path-picking-now-text = Die Koordination wählt jetzt aus.

# Mails
mail-offer-after-pick = Sie können Ja oder Nein sagen. Einen Grund müssen Sie nicht nennen. Mehrere Personen sind gefragt. Die Koordination wählt unter den Zusagen aus.
mail-willing-subject = Danke für Ihre Zusage: { $date }, { $time } Uhr ({ $language })
mail-willing-title = Danke für Ihre Zusage
mail-willing-lead = Sie haben für diesen Termin zugesagt. Die Koordination wählt aus.
mail-willing-held = Bitte halten Sie die Zeit so lange frei.
mail-willing-by = Wir sagen Ihnen bis { $when } Bescheid.
mail-willing-button = Ansehen oder zurücknehmen
mail-willing-after = Sie können doch nicht? Dann nehmen Sie die Zusage über den Knopf zurück.
mail-freed-subject = Ihre Zeit ist wieder frei: { $date }, { $time } Uhr ({ $language })
mail-freed-title = Ihre Zeit ist wieder frei
mail-freed-lead-filled = Sie hatten für diesen Termin zugesagt. Jemand anderes kommt.
mail-freed-lead-changed = Sie hatten für diesen Termin zugesagt. Daran hat sich etwas geändert. Vielleicht fragen wir Sie noch einmal.
mail-freed-lead-ended = Sie hatten für diesen Termin zugesagt. Wir brauchen Sie dafür nicht mehr.
mail-freed-time = Ihre Zeit ist wieder frei. Sie müssen nichts tun.
mail-freed-after = Danke, dass Sie helfen wollten.
