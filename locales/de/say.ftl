# Volunteers say what they want to be asked, and read why they were (not) asked.
desk-reason-refused_institution = Möchte von dieser Einrichtung nicht gefragt werden.
desk-reason-refused_occasion = Möchte für diese Art von Termin nicht gefragt werden.
desk-reason-short-refused_institution = wollte diese Einrichtung nicht
desk-reason-short-refused_occasion = wollte diese Art von Termin nicht
