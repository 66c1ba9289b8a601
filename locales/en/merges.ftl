# Merging two cases of a resident.

merge-button = Merge
merge-ask-number = Write the number of the other case of this resident. It will become part of this one.
merge-resident-confirms = The resident has to confirm it. If they do not, the bot says nothing of that.
merge-asked = { $number }: the request was sent, if that is possible.
merge-not-a-number = This is no number of a case. Write it like this: КШ-2026-000123.
merge-too-many = Numbers that can be tried within a day: { $limit }. Try again tomorrow.

## For the resident

merge-question = The officer asks: is it the same matter as the case { $number }?
merge-what-then = If it is, all that was written will be together, and one officer will answer.
merge-yes-button = Yes, the same matter
merge-no-button = No, these are two
merge-done = The cases were merged.
merge-refused = All right, the cases stay apart.
merge-lapsed = This is not asked any more.
my-case-merged-button = Open: { $number }
case-merged-into = Goes on in: { $number }
