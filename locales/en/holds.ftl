# A case whose text a coordinator keeps past its term, and until when texts are kept.

## At the desk

hold-button = Keep longer
hold-page-button = How long it is kept
hold-choose-term = For how long shall the text and files of this case be kept? The time counts from today.
hold-link-goes = The resident’s name and the way to them are erased on their usual day. The resident is told of this decision.
hold-term-3 = 3 months
hold-term-12 = 1 year
hold-term-36 = 3 years
hold-ask-reason = Term: { $term }. Write the reason. The resident and the coordinators will read it. Do not repeat what the case says.
hold-until = The text is kept longer, until: { $date }
hold-until-open = The text is kept longer, at least until: { $date }
hold-over = It is not kept longer any more.
hold-reason = The reason:
hold-prolong-button = { $term } more
hold-prolonged = Prolonged.
hold-end-button = Stop keeping it
hold-ask-end = Stop keeping it now? The resident and the coordinators will be told.
hold-end-yes-button = Yes, stop
hold-ended = It is not kept longer any more.
hold-holds-already = This case is kept longer already.
hold-kept-anyway = Complaints and signs of a crime are kept longer without this.
hold-is-over = It has ended already.

## For the resident

hold-own = A coordinator of the police keeps the text of this case longer.
hold-own-over = The text of this case is kept for its usual time alone again.
kept-until = The text is kept until: { $date }
kept-until-night = Its time is over. The text will be erased in the coming night.
kept-after-closing = After closing the text is kept: { $days }
kept-for-investigation = The text is kept longer: an investigation may need it.
kept-as-letters = The text is kept longer: it is correspondence with a council.
kept-link-until = Your name and the number of your chat in the case are erased: { $date }
kept-link-after-closing = After closing your name and the number of your chat are kept: { $days }

## Lists

hold-list-title = Kept longer
hold-list-explained = The text of these cases is not erased while the term lasts. What they say is not shown here.
hold-list-empty = There are none.
