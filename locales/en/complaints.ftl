# Complaints about an officer.

complaint-title = Complaint about the officer. Only coordinators read it

## Whom one is about, as its resident says

complaint-about-button = Whom it is about
complaint-about-title = Whom is the complaint about?
complaint-about-whom =
    You need not say. The person you name is kept from it. Nobody who has served in your community within the last year sees it in any case.
complaint-of-coordinators-button = The police coordinator
complaint-of-nobody-button = Name nobody
complaint-of-officer = Complaint about: { $rank } { $name }
complaint-of-coordinators = Complaint about the police coordinator

## A second coordinator's word

complaint-ending-asked = Waits for another coordinator to agree. Then the complaint ends.
complaint-ending-waits = The other coordinator has not answered yet.
complaint-ending-lapsed = This is no longer asked: the complaint has ended, or there is something new in it.
complaint-proposed-close = A coordinator would close this complaint. It ends if you agree.
complaint-proposed-decline = A coordinator would decline this complaint. It ends if you agree. The resident will read:
complaint-agree-button = I agree
complaint-refuse-button = I do not agree
complaint-agreed = { $number }: the complaint has ended.
complaint-goes-on = { $number }: the complaint stays open.
complaint-ending-refused = { $number }: another coordinator does not agree. The complaint stays open.
complaint-read-by-another = { $number }: another coordinator has read the complaint for the first time. The reading is noted.
