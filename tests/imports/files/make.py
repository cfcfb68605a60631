#!/usr/bin/env python3
"""Makes the nasty spreadsheets beside this file, with the programs and libraries that offices use.

Not run by the tests; they read what it made. To make the files again:

    apt-get install libreoffice-calc
    pip install openpyxl xlsxwriter msoffcrypto-tool
    python3 tests/imports/files/make.py

Everybody in these files is invented.
"""
import csv, datetime, io, pathlib, subprocess, tempfile, unicodedata

import openpyxl, xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

HERE = pathlib.Path(__file__).parent
HEAD = ["Name", "E-Mail", "Telefon", "Geschlecht", "Geburtsjahr", "Sprachen", "Deutsch", "Stadtteil", "Verfügbarkeit"]
PEOPLE = [
    ["Özgür Kaya", "oezguer.kaya@post.example", "0251 555 0201", "m", "1985", "Türkisch (Muttersprache), Kurmandschi (C1)", "C1", "Gievenbeck", "Mo-Fr 9-12 Uhr"],
    ["Müller, Jürgen", "juergen.mueller@post.example", "0251/555 0202", "männlich", "1957", "Russisch (B2)", "Muttersprache", "Überwasser", "Mo 09:00-12:00; Di 14:00-18:00"],
    ["Agnieszka Żak", "a.zak@post.example", "+49 251 555 0203", "Frau", "02.04.1990", "Polnisch: C2 / Ukrainisch: B1", "C2", "Hiltrup-Mitte", "Samstag 10-14"],
]


def office(source, target, fmt):
    """Lets LibreOffice write `source` in another format."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", fmt,
                        "--outdir", folder, str(source)], check=True, capture_output=True)
        made = next(path for path in pathlib.Path(folder).iterdir() if path.is_file())
        (HERE / target).write_bytes(made.read_bytes())


def book(rows, title="Tabelle1"):
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def temporary(made):
    path = pathlib.Path(tempfile.mkdtemp()) / "book.xlsx"
    made.save(path)
    return path


def volunteers_in_three_encodings():
    # Windows-1252 has no Ż: an office program would write "?".
    western = temporary(book([HEAD] + PEOPLE[:2]))
    office(western, "volunteers_windows.csv", "csv:Text - txt - csv (StarCalc):59,34,1")
    everybody = temporary(book([HEAD] + PEOPLE))
    office(everybody, "volunteers_unicode.txt", "txt:Text - txt - csv (StarCalc):9,34,65535")
    with open(HERE / "volunteers_utf8_bom.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows([HEAD] + PEOPLE)
    with open(HERE / "volunteers_commas.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=",").writerows([HEAD] + PEOPLE)


def kurdish():
    """Titles above a merged header, a hidden sheet, notes; names that mean several languages."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Ehrenamtliche"
    sheet.append(["Sprachpool – Liste der Ehrenamtlichen", None, None, None, "Stand: März 2027"])
    sheet.merge_cells("A1:D1")
    sheet.append(["vertraulich!"])
    sheet.append([])
    sheet.append(["Vorname", "Nachname", "E-Mail", "Geschlecht", "Sprachen", None, "Deutschniveau", "Bemerkung"])
    sheet.merge_cells("E4:F4")
    nfd = unicodedata.normalize("NFD", "Şükrü")
    sheet.append(["\u00a0Rojda ", " Demir\u00a0", "rojda.demir@post.example ", "w", "Kurdisch", None, "B2", "ruft gern an"])
    sheet.append([])
    sheet.append([nfd, "Yıldız", "s.yildiz@post.example", "m", "Kurdisch, Türkisch (C1)", None, "C1", None])
    sheet.append(["Samira", "Haidari", "samira.haidari@post.example", "w", "Dari, Farsi / Paschto", None, "C1", None])
    sheet.append(["Nour", "Haddad", "nour.haddad@post.example", "d", "Arabisch (Muttersprache)", None, "B2", None])
    sheet.append(["Berta", "Ohne", "berta.ohne@post.example", "w", "Pashto (C1) und Klingonisch", None, "C2", None])
    sheet.append([])
    sheet.append([None, None, None, None, None, None, None, "Summe: 5"])
    notes = made.create_sheet("Notizen")
    notes.append(["Bitte nicht weitergeben"])
    old = made.create_sheet("Alt")
    old.sheet_state = "hidden"
    old.append(HEAD)
    old.append(PEOPLE[0])
    made.save(HERE / "volunteers_kurdish.xlsx")


def numbers_instead_of_texts():
    """Excel took phone numbers and postcodes for numbers."""
    made = xlsxwriter.Workbook(HERE / "institutions_numbers.xlsx")
    sheet = made.add_worksheet("Einrichtungen")
    sheet.write_row(0, 0, ["Einrichtung", "Bereich", "Straße", "PLZ", "Ort", "Stadtteil", "Ansprechpartner*in", "E-Mail", "Telefon"])
    rows = [
        ["Kita Regenbogen", "Kita", "Grevener Str. 1", 48149, "Münster", "Uppenberg", "Petra Lang", "lang@kita-regenbogen.example", 2515550301],
        ["Beratung Nordlicht", "Beratungsstelle", "Am Markt 2", 4103, "Leipzig", "Dom", "Ole Sand", "sand@nordlicht.example", 491715550302],
        ["Schule am Wall", "Schule", "Wallweg 3", None, "Münster", "Geist", "Ira Blum", "blum@schule-wall.example", "0251 555 0303"],
        ["Schule am Wall", "Schule", "Wallweg 3", None, "Münster", "Geist", "Tom Reh", "reh@schule-wall.example", "0251 555 0304"],
        ["Amt für Wohnen", "Verwaltung", "Stadthausstr. 4", "48143", "Münster", "Innenstadt", "Eva Roth", "roth@amt.example", None],
    ]
    for at, row in enumerate(rows, 1):
        sheet.write_row(at, 0, row)
    made.close()


def formulas():
    """Formulas with the values that LibreOffice computed, a failed one, and links."""
    made = book([["Vorname", "Nachname", "Name", "E-Mail", "Geschlecht", "Sprachen", "Deutsch"]])
    sheet = made.active
    for at, (first, last, mail) in enumerate([("Lea", "Graf", "lea.graf@post.example"), ("Jan", "Wolf", "jan.wolf@post.example")], 2):
        sheet.append([first, last, f'=A{at}&" "&B{at}', f'=HYPERLINK("mailto:{mail}","{mail}")', "w" if at == 2 else "m", "Englisch (C1)", "Muttersprache"])
    sheet.append(["Uta", "Kern", "Uta Kern", "=NA()", "w", '=IF(1=1,"Spanisch (B2)","")', "=1/0"])
    office(temporary(made), "volunteers_formulas.xlsx", "xlsx")


def formulas_as_text():
    rows = [
        ["Name", "E-Mail", "Geschlecht", "Sprachen", "Deutsch"],
        ["Ada Kurz", '=HYPERLINK("mailto:ada.kurz@post.example";"Mail an Ada")', "w", "Englisch (C1)", "C1"],
        ["=1+1", "eins@post.example", "w", "Englisch (C1)", "C1"],
    ]
    with open(HERE / "volunteers_formula_texts.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def mac_dates():
    """Days counted from 1904, as Excel did on a Mac; times as parts of a day."""
    made = xlsxwriter.Workbook(HERE / "appointments_1904.xlsx", {"date_1904": True})
    sheet = made.add_worksheet("Termine")
    day, time = made.add_format({"num_format": "dd.mm.yyyy"}), made.add_format({"num_format": "hh:mm"})
    sheet.write_row(0, 0, ["Datum", "Beginn", "Ende", "Einrichtung", "Sprache", "Sprachmittler*in", "Ergebnis", "Anlass"])
    for at, (date, start, end) in enumerate([((2026, 3, 16), (9, 0), (10, 0)), ((2026, 10, 25), (14, 30), (16, 0))], 1):
        sheet.write_datetime(at, 0, datetime.datetime(*date), day)
        sheet.write_datetime(at, 1, datetime.time(*start), time)
        sheet.write_datetime(at, 2, datetime.time(*end), time)
        sheet.write_row(at, 3, ["Kita Sonnenblume", "Dari", "Amina Rahimi", "stattgefunden", "Gespräch mit Eltern"])
    made.close()


def german_dates():
    rows = [
        ["Datum", "Uhrzeit", "Dauer", "Einrichtung", "Sprache", "Sprachmittlerin", "Ergebnis", "Anlass"],
        ["2.3.26", "14.30 Uhr", "1,5 Std.", "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Gespräch mit Eltern"],
        ["Di, 03.03.2026", "9-10 Uhr", "", "Klinik am Park", "Dari", "Rahimi, Amina", "Familie nicht gekommen", "Gespräch mit Ärzt*innen"],
        ["4. März 2026", "14.30 bis 15.15", "", "Kita Sonnenblumme", "Dari", "Basir Noori", "ausgefallen", "Elternabend"],
        ["05/03/2026", "10", "45 min", "Jobcenter Mitte", "Dari", "", "unbesetzt", "Beratung"],
        ["06.03.2026", "8:15", "60", "Jobcenter Mitte", "Farsi", "", "abgesagt", "Beratung"],
        ["2.3.26", "15:00", "60", "Klinik am Park", "Dari", "Amina Rahimi", "ja", "Gespräch mit Ärzt*innen"],
        ["2.3.26", "14.30 Uhr", "1,5 Std.", "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Gespräch mit Eltern"],
        ["31.02.2026", "10:00", "60", "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Elternabend"],
        ["01.06.2027", "10:00", "60", "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Elternabend"],
        ["9.3.26", "10:00", "5", "Kita Sonnenblume", "Dari", "Dora Unbekannt", "ja", "Kaffeetrinken"],
    ]
    office(temporary(book(rows)), "appointments_german.csv", "csv:Text - txt - csv (StarCalc):59,34,1")


def serial_numbers():
    """Copied as values: days and times are numbers."""
    made = book([
        ["Datum", "Beginn", "Einrichtung", "Sprache", "Sprachmittler*in", "Ergebnis", "Anlass"],
        [46097, 0.604166666666667, "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Elternabend"],
        [46098, 14.3, "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Elternabend"],
        ["46099", "14,30", "Kita Sonnenblume", "Dari", "Amina Rahimi", "ja", "Elternabend"],
    ])
    made.save(HERE / "appointments_serials.xlsx")


def twice():
    """The same people again: in the file, and in the pool."""
    made = book([
        ["Name", "E-Mail", "Geschlecht", "Sprachen", "Deutsch"],
        ["Amina Rahimi", "amina.rahimi@post.example", "w", "Dari (C2)", "C1"],
        ["Lina Baum", "lina@post.example", "w", "Englisch (C1)", "C1"],
        ["LINA BAUM", "Lina@Post.example", "w", "Englisch (C1)", "C1"],
        ["Lina Baum", "lina.baum@web.example", "w", "Englisch (C1)", "C1"],
        ["Karl Baum", "lina@post.example", "m", "Englisch (C1)", "C1"],
        ["Max Ohnemail", None, "m", "Englisch (C1)", "C1"],
        ["Ida Ohnemail", "keine", "w", "Englisch (C1)", "C1"],
        ["Tim Kaputt", "tim(at)post.example", "m", "Englisch (C1)", "C1"],
    ])
    made.save(HERE / "volunteers_twice.xlsx")


def odd_cells():
    made = book([
        ["Name", "E-Mail", "Geschlecht", "Sprachen", "Deutsch"],
        ["Lang " * 60, "lang@post.example", "w", "Englisch (C1)", "C1"],
        ["An\u202ena", "anna@post.example", "w", "Englisch (C1)", "C1"],
        ["Zeile\nUmbruch", "umbruch@post.example", "w", "Englisch (C1)\nFranzösisch (B2)", "C1"],
        ["ليلى حداد", "leila@post.example", "weiblich", "Arabisch (native)", "B2"],
    ])
    made.save(HERE / "volunteers_odd_cells.xlsx")


def double_headers():
    made = book([
        ["Name", "E-Mail", "Telefon", "Telefon", "Muttersprache", "weitere Sprachen", "", "Deutsch", "Grundschulung", "Erweitertes Führungszeugnis"],
        ["Vera Stein", "vera@post.example", "0251 555 0401", "0171 555 0402", "Italienisch (native)", "Spanisch (B1), Italienisch (C1)", "x", "C2", datetime.date(2026, 5, 4), "gesehen 04.05.2026, ausgestellt 20.04.2026"],
        ["Udo Fels", "udo@post.example", None, "0171 555 0403", "Deutsche Gebärdensprache (C2)", None, None, "C2", "ja", None],
    ])
    made.save(HERE / "volunteers_double_headers.xlsx")


def addresses():
    """Addresses in one cell, with line breaks, through LibreOffice's CSV with commas."""
    rows = [
        ["Liste der Einrichtungen"],
        [],
        ["Name der Einrichtung", "Anschrift", "Stadtteil", "Ansprechpartner", "Mail", "Tel."],
        ["Grundschule am Bach", "Bachstr. 5\n48147 Münster", "Uppenberg", "Frau Ute Holm", "holm@gs-bach.example", "0251 555 0501"],
        ["Haus der Familie", "Krummer Timpen 42, 48143 Münster", "Dom", "Kim Ahrens", "ahrens@hdf.example", "0251 555 0502"],
        ["Haus der Familie", "Filiale: Nordweg 7, 48159 Münster", "Kinderhaus", "", "", ""],
    ]
    office(temporary(book(rows)), "institutions_addresses.csv", "csv:Text - txt - csv (StarCalc):44,34,76")


def not_for_us():
    made = book([HEAD] + PEOPLE)
    path = temporary(made)
    office(path, "old.xls", "xls:MS Excel 97")
    office(path, "open_document.ods", "ods")
    plain = io.BytesIO(path.read_bytes())
    with open(HERE / "encrypted.xlsx", "wb") as file:
        OOXMLFile(plain).encrypt("geheim", file)


if __name__ == "__main__":
    volunteers_in_three_encodings()
    kurdish()
    numbers_instead_of_texts()
    formulas()
    formulas_as_text()
    mac_dates()
    german_dates()
    serial_numbers()
    twice()
    odd_cells()
    double_headers()
    addresses()
    not_for_us()
