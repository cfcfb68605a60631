# The figures.
figures-title = Figures
figures-decimal-sign = .
figures-filter = Choose figures
figures-from = From month
figures-to = Until month
figures-by = Split by
figures-by-month = Month
figures-by-language = Language
figures-by-sector = Sector
figures-by-district = District
figures-by-institution = Institution
figures-all-language = All languages
figures-all-sector = All sectors
figures-all-district = All districts
figures-all-institution = All institutions
figures-show = Show
figures-reset = Clear the choice
figures-csv = Download as a table (CSV)
figures-printed = As of { $when }
figures-month = { $month } { $year }
figures-period = { $from } to { $to }
figures-total = Total
figures-more = { $count } more
figures-finding-month = In { $month }, { $requests ->
    [one] { $filled } of one request was filled.
   *[other] { $filled } of { $requests } requests were filled.
}
figures-finding-period = From { $from } to { $to }, { $requests ->
    [one] { $filled } of one request was filled.
   *[other] { $filled } of { $requests } requests were filled.
}
figures-wrong-period = We do not understand this period. You see the last twelve months. Write months like this: 2027-03. At most { $months } months are possible.
figures-wrong-by = We do not know this way to split. You see the figures by month.
figures-wrong-filter = We do not know this choice: { $field }. You see all.
figures-empty = There are no requests yet. The figures appear by themselves once an institution asks. Add an institution first.
figures-empty-link = To the institutions
figures-none = There are no requests for this choice. There are appointments with requests here: { $period }.
figures-none-link = Show all requests

figures-chart-unfilled = Most unfilled places: { $name } ({ $count })
figures-chart-asked = Most asked for: { $name } ({ $count })
figures-chart-measure = Places. The number at each bar says: filled places of all.
figures-chart-rest = Cancelled or open
figures-chart-number = { $filled } of { $places }
figures-chart-bar = { $name }: { $filled } of { $places } places filled, { $unfilled } unfilled.

figures-table-outcome = Outcome by { $by }
figures-table-effort = Effort by { $by }
figures-column-requests = Requests
figures-column-requests_filled = of these all filled
figures-column-places = Places
figures-column-filled = Filled
figures-column-unfilled = Unfilled
figures-column-cancelled_by_institution = Cancelled by institution
figures-column-cancelled_by_pool = Cancelled by the pool
figures-column-open = Still open
figures-column-planned_hours = Hours planned
figures-column-real_hours = Hours confirmed
figures-column-hours_to_fill = Hours until filled
figures-column-mails = Mails per request
figures-column-refilled = Given back, filled again
figures-column-not_refilled = Given back, not filled again

figures-before = Compared with the year before
figures-before-none = There were no requests in the year before ({ $period }). So there is no comparison yet.
figures-before-few = There are not enough figures for a comparison yet.
figures-before-period = The year before: { $period }. Percentages are shown for values from 10 only.
figures-before-partly = The year before: { $period }. The first appointments were in { $first }. So a part is missing for the comparison. Percentages are shown for values from 10 only.
figures-before-figure = Figure
figures-before-now = Now
figures-before-then = Year before
figures-before-difference = Difference
figures-difference = { $difference } ({ $percent } %)

figures-meaning = What the figures mean
figures-span = Period
figures-means-span = The day of the appointment counts. If nobody accepted yet, the first date wished for counts.
figures-means-requests = All requests with an appointment in the period. Cancelled ones count too.
figures-means-requests_filled = Requests whose places are all filled.
figures-means-places = One place is for one person. A request can have several places.
figures-means-filled = Places with a "yes".
figures-means-unfilled = Places for which nobody was found.
figures-means-cancelled_by_institution = Places in requests that the institution cancelled. Also when it called to do so.
figures-means-cancelled_by_pool = Places in requests that the pool cancelled.
figures-means-open = Places for which somebody is still being looked for.
figures-means-planned_hours = From start to end of the appointment, for each filled place.
figures-means-real_hours = The real time from the proofs. Meetings that took place and are confirmed count.
figures-means-hours_to_fill = From the request to the last "yes". It is the middle value: half were faster.
figures-means-mails = All offers sent, divided by the requests that are all filled.
figures-means-refilled = Somebody gave their place back. Then somebody else accepted.
figures-means-not_refilled = Somebody gave their place back. Then nobody accepted any more.
