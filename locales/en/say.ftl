# Volunteers say what they want to be asked, and read why they were (not) asked.
desk-reason-refused_institution = Does not want to be asked by this institution.
desk-reason-refused_occasion = Does not want to be asked for this kind of appointment.
desk-reason-short-refused_institution = did not want this institution
desk-reason-short-refused_occasion = did not want this kind of appointment
