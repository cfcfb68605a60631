# How a request asks, and the choice among those who have said yes.

# How it asks
asking-waves = in waves, with as few mails as possible
asking-rolling = always { $count } people at a time
asking-one-by-one = one person after the other, every { $hours } hours
asking-broadcast = everybody who fits, all at once
asking-pick = I pick among { $count } people who say yes
asking-as-the-pool = As usual in this pool: { $way }
asking-choice = Only here: { $way }
asking-legend = How do we ask?
asking-why = Why not as usual in this pool?
asking-why-hint = Only needed if you ask in another way than usual. The sentence stands on this request's page only.
asking-problem-why = Please write a reason. Or choose what is usual in this pool.

# The request's page
picks-asks = It asks like this: { $way }.
picks-asks-because = It asks like this: { $way }. Reason: { $why }
picks-title = They said yes: please choose
picks-text = These times are being held.
picks-otherwise = If you choose nobody by { $when }, the service does. Then the person with the best rank will come.
desk-tried-willing = { $count } said yes, not chosen yet
desk-next-chooses = { $when }. Then the service chooses, if you have not.
picks-choose = Choose
picks-impossible = Not possible any more:
picks-asked-willing = Has said yes and waits for the choice
picks-problem-taken = Every place is taken already.
picks-problem-over = The search has ended. There is nothing left to choose here.
picks-problem-not-willing = This person has taken the yes back.
picks-problem-impossible = This person cannot come any more. { $why }

# Task
task-choose = Please choose: { $about }
task-choose-text = People have said yes. Their time is held until you choose.
task-choose-action = See who said yes

# Trail
trail-asking_set = Another way of asking was set
trail-asking_reset = Asks as usual in this pool again
trail-offer_willing = { $volunteer } said yes and waits for the choice
trail-offer_freed = { $volunteer } hears that the time is free again
trail-offer_chosen = { $person } chose { $volunteer }
trail-offer_chosen_late = Nobody chose. The service chose { $volunteer }
desk-history-asking_set = { $person } changed the way of asking
desk-history-asking_reset = { $person } went back to the pool's usual way of asking
desk-history-changed-policy = another way of asking

# The volunteers' pages
willing-title = Thank you! You have said yes
willing-lead = The coordination chooses. You hear from us by { $when }.
willing-held = Please keep the time free until then. We will not ask you for anything else at that time.
willing-tag = Said yes, not chosen yet
willing-still = Does your yes stand?
willing-keep = Yes, it stands
willing-back = No, I cannot come after all
willing-choose = Please choose whether your yes stands.
willing-next-yes = If you say yes: the coordination chooses among those who said yes. You get a mail in any case.
willing-next-chosen = If you are chosen: you get a mail with address and contact.
willing-next-other = If somebody else is chosen: we write to you. Your time is free again then.
willing-filled-lead = The coordination has chosen somebody else. Thank you for wanting to help.
me-willing = You have said yes. The coordination chooses by { $when }.

# The institution's page
picks-status = { $count ->
    [one] One person has said yes. The coordination chooses.
   *[other] { $count } people have said yes. The coordination chooses.
}
path-picking-now = Somebody has said yes
path-picking-now-text = The coordination is choosing now.

# Mails
mail-offer-after-pick = You can say yes or no. You need not give a reason. Several people are asked. The coordination chooses among those who say yes.
mail-willing-subject = Thank you for your yes: { $date }, { $time } ({ $language })
mail-willing-title = Thank you for your yes
mail-willing-lead = you have said yes to this appointment. The coordination chooses.
mail-willing-held = Please keep the time free until then.
mail-willing-by = You hear from us by { $when }.
mail-willing-button = See it or take it back
mail-willing-after = You cannot come after all? Then take your yes back with the button.
mail-freed-subject = Your time is free again: { $date }, { $time } ({ $language })
mail-freed-title = Your time is free again
mail-freed-lead-filled = you had said yes to this appointment. Somebody else will come.
mail-freed-lead-changed = you had said yes to this appointment. Something about it has changed. We may ask you once more.
mail-freed-lead-ended = you had said yes to this appointment. We do not need you for it any more.
mail-freed-time = Your time is free again. There is nothing you need to do.
mail-freed-after = Thank you for wanting to help.
