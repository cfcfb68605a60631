# An appointment on another day.
again-moving = You are moving request { $reference }. The old appointment stands until you send the new request.
move-instead = Is it only the day?
move-instead-text = Then move the appointment. The old one stands until you send the new day.
check-moving = You are moving an appointment
check-moving-old = The old appointment is then cancelled: { $slot }.
check-moving-slips = The link for the family then shows the new appointment.
check-moving-send = Ask for the new appointment
problem-already-moved = This appointment has been moved already. The new request is { $reference }.
problem-moved-over = The old appointment is over. It can no longer be moved. Please file a new request.
path-moved = You moved the appointment
path-moved-now = It goes on with the new request
path-moved-now-text = There is nothing left to do here.
status-moved = The appointment has been moved
status-moved-to = The new appointment has a request of its own:
status-moved-from = This is a new day for this request:
steps-way-move = Move the appointment
steps-way-move-about = You name the new day. The old one stands until you send it.
trail-request_moved = Appointment moved, new request filed

# Days that may be meant otherwise
check-holiday = { $day } is a public holiday ({ $name }). Is the day right?
check-holiday-unnamed = { $day } is a public holiday. Is the day right?
