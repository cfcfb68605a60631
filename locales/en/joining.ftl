# How to join a video
joining-label = Link to the video
joining-hint = Or the number to dial. At most 300 characters. Please no names. Only your mediator sees it.
joining-send = Save the link
joining-row = Link to the video
problem-joining-link = A link has to begin with https://. Please copy all of it.
status-joining-lead = The appointment begins on { $when }. Please enter the link to the video now.
state-joining = Link to the video is missing
mail-row-joining = Link to the video
mail-joining-later = The institution will send the link. You then get a mail.
mail-joining-please = Please enter the link to the video now, on the page of your request.
mail-joining-said = here is how to join the video. Day and time stay the same.
mail-joining-missing-subject = Link to the video is missing: { $date }, { $time } ({ $language })
mail-joining-missing-title = The link to the video is still missing
mail-joining-missing-lead = your appointment by video is soon. Your mediator has no link yet.
mail-joining-missing-after = We pass it on at once.
