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
