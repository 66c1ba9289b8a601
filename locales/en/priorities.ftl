# The officer's plan for a half-year: written by the officer, read by the council, shown to residents.

priority-half-year = { $half ->
    [first] January – June { $year }
   *[other] July – December { $year }
}
priority-line = • { $problem } ({ $state })
priority-state-draft = draft
priority-state-asked = the council reads it
priority-state-agreed = the council agrees
priority-state-current = in work
priority-state-done = done
priority-shown-problem = Problem: { $text }
priority-shown-aim = Aim: { $text }
priority-shown-actions = What is done: { $text }
priority-shown-partners = With: { $text }
priority-shown-result = Result: { $text }
priority-done-problem = You said: { $text }
priority-done-result = We did: { $text }
priority-done-partners = With: { $text }

## The officer

priorities-button = Priorities
priorities-of-button = Priorities: { $area }
priorities-title = Priorities of the area
priorities-none = No priorities yet. Choose three to five problems for a half-year.
priority-new-button = New: { $half }
priority-title = Priority
priority-unfinished = A draft. Write all of its parts.
priority-without-council = A draft. Nobody of the council is in the bot yet: it can be announced without the council.
priority-waits-for-council = The council reads it. Without an answer it can be announced from: { $time }
priority-now-draft = A draft. Send it to the council to agree.
priority-now-agreed = The council agrees. It can be announced to residents.
priority-now-current = Residents see this on the officer’s card.
priority-now-done = Done. Residents see the result.
priority-now-asked = The council reads it.
priority-remark = The council remarks: { $comment }
priority-ask-button = Send to the council
priority-set-button = Announce to residents
priority-finish-button = Announce the result
priority-withdraw-button = Withdraw the priority
priority-withdraw-title = Withdraw the priority?
priority-withdraw = Nobody will see it any more. A notice that was sent stays in the chats.
priority-part-problem = Problem
priority-part-aim = Aim
priority-part-actions = What is done
priority-part-partners = With whom
priority-part-result = Result
priority-public = Everybody will read this. Write no names, no addresses of people, nothing of cases.
priority-ask-problem = Write what worries residents. For example: drivers speed near the school. At most { $limit } characters.
priority-ask-aim = Write what you want to reach. For example: no accident with children until June. At most { $limit } characters.
priority-ask-actions = Write what you will do. For example: patrols at 8 and 13, two lessons at school. At most { $limit } characters.
priority-ask-partners = Write who helps. For example: the school, the council, the road service. At most { $limit } characters.
priority-ask-result = Write what was done. Residents get this when you announce the result. At most { $limit } characters.
priority-council-agreed = The council agrees to the priority
priority-council-remarked = The council has a remark
priority-result-asked = The half-year is over: write the result
priority-open-button = Open
priority-not-now = This cannot be done now: somebody was faster, or not everything is written.
priority-too-many = At most { $limit } for a half-year. Withdraw one, or choose the other half-year.
priority-wrong-text = Write it in words, at most { $limit } characters.

## The council

priorities-council-button = Officers’ priorities
priorities-none-yet = No officer has sent a priority to agree yet.
priority-council-asked = The officer asks you to read this priority.
priority-agree-button = Agreed
priority-remark-button = I have a remark
priority-ask-remark = Write what should be changed. Only the officers of the area read it. At most { $limit } characters.
priority-remark-noted = The remark was sent

## Residents

plans-button = The officer’s plans
plans-title = The officer’s plans
plans-none = No plans here yet.
plan-title = The officer’s plan
priority-notice-current = The officer’s plan: { $half }
priority-notice-done = The officer’s plan is done: { $half }
