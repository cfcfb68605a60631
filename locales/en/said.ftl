# What a page of the desk says after something was sent to it
receipt-filed = Sent.
receipt-taken_over = This table has been taken over already.
receipt-unchanged = Nothing was changed.
said-request-filed = Sent. { $name } gets a confirmation. Number { $reference }.
said-request-moved = Moved. { $name } gets a confirmation. Number { $reference }.
said-unchanged = Nothing was changed: { $state }.
said-unchanged-at = Nothing was changed: { $state } ({ $when }).
said-state-cancelled = The request was cancelled before
said-state-moved = The request was moved before
said-state-refused = The request was declined before
said-state-past = The appointment is over
said-state-begun = The appointment has begun
said-state-checking = The request is still being checked
said-state-searching = The search is running already
said-state-closed = The request was closed before
said-state-confirmed = Every place is taken already
said-state-unfilled = The search has ended already

# What became of a yes
ended-state-given-back = Given back
ended-state-moved = Moved
ended-state-cancelled = Cancelled
ended-state-cancelled-pool = Cancelled
ended-given-back = Accepted on { $accepted }. Given back: { $when }.
ended-given-back-by-phone = Accepted on { $accepted }. Given back: { $when }, entered by { $person }.
ended-moved = Accepted on { $accepted }. The appointment was moved: { $when }.
ended-cancelled = Accepted on { $accepted }. The institution cancelled: { $when }.
ended-cancelled-pool = Accepted on { $accepted }. The pool cancelled: { $when }.

# A task that is put off
task-later = Remind me later
trail-task_postponed = Task put off
trail-task_due_again = Task is due as before

# Somebody is away on the day of an appointment that they accepted
task-assignment_absent = Assignment during an absence: { $volunteer }. { $about }
task-assignment_absent-text = { $volunteer } is away on that day and has said yes. Please find out whether the assignment stands.
task-assignment_absent-action = See the assignment
absence-release = Give this assignment back

# The search finds days and numbers
find-day = Day
find-day-about = All appointments of that day in its week
find-next = Next appointment: { $when }, { $institution }

# After a text was saved or taken back
texts-said-saved = Saved. Your new text counts from now on.
texts-said-planned = Saved. Your new text counts from { $date } on.
texts-said-same = Nothing was changed: this text counts already.
texts-said-undone = Taken back. What counted before counts again.
texts-said-original = Taken back. The original text counts.
texts-planned = From { $date } on:
