# The lists of cases at a desk: their lines, what narrows them, and what comes first.

case-lists-pinned = 📌 { $case }
case-lists-neutral = — the text is in the case
case-lists-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
case-lists-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
case-lists-just-now = just now
case-lists-changed = The list has changed. Open it again.

## Filter

case-lists-filter-button = Filter
case-lists-unfilter-button = Remove the filter
case-lists-filter-title = Filter
case-lists-filtered = Filter: { $by }
case-lists-not-filtered = All cases are shown. Which should stay in the list?
case-lists-by-subject-button = Topic
case-lists-by-settlement-button = Settlement
case-lists-by-area-button = Service area
case-lists-mine-button = Only those I accepted
case-lists-all-button = Also those not accepted
case-lists-mine = accepted by me

## Pins

case-lists-pin-button = Pin
case-lists-unpin-button = Unpin
case-lists-is-pinned = Pinned.
case-lists-is-unpinned = Unpinned.
case-lists-too-many-pins = As many cases are pinned as there may be: { $limit }. Unpin one.

## Search

case-lists-search-button = Search
case-lists-search-title = Search for cases
case-lists-search-how =
    Write words, a number, a settlement, a topic, a state, a name or a date, in any order.
    For example: “noise April Zoriane”.
case-lists-found-title = Found
case-lists-search-none = Nothing was found. Try fewer words.
case-lists-search-none-yet = Nothing among the newer cases. The search can go on among the older ones.
case-lists-search-over = The search is over. Begin a new one.
case-lists-search-on-button = Search on
case-lists-search-first-button = « To the beginning
case-lists-search-again-button = New search
case-lists-nothing-to-search = There is nothing to search for. Write one to eight words.

## By what words a search finds cases of a topic and a state, besides their names

case-search-domestic = family, violence
case-search-theft = stolen, thief, burglary
case-search-fraud = scam, money, card
case-search-suspicious = stranger, unknown
case-search-order = noise, music, quarrel, fight, drunk
case-search-road = accident, driver, parking, traffic
case-search-children = child, teenager, school
case-search-drugs = drug, dealer
case-search-environment = forest, waste, fire, river, animal
case-search-care = lonely, elderly, help, ill
case-search-info = certificate, document, passport
case-search-thanks = gratitude
case-search-complaint = complaints, officer
case-search-other = various
case-search-status-new = new, open
case-search-status-in_work = accepted, open
case-search-status-waiting = waiting, open
case-search-status-answered = answered, open
case-search-status-closed = closed
case-search-status-declined = declined
