# Where a resident lives, and the officer who serves the place.

## Places. The register's names come in Latin letters; what they are stands beside them.

community-name = { $name } { $kind ->
    [city] city
    [settlement] settlement
   *[village] village
} community
community-where = { $raion } raion, { $oblast } oblast
settlement-name = { $category ->
    [M] city
    [X] settlement
   *[C] village
} { $name }

## Finding the community

find-community-title = One more step: your community
find-community = Name your community, and its officer will get your message.
find-community-button = Name the community
ask-community-title = Which is your community?
ask-community =
    Write the name of the community, or of your village or city, in Ukrainian or Latin letters.
    For example: Komyshuvakha
send-place-button = Send my place
send-place-title = Where are you now?
send-place =
    Press the button below. If you are not at home, rather write the name of the community.
    The place is used for the search alone: the bot does not keep it.
place-by-name = The community cannot be found by a place. Write the name of the community, or of your village or city.
place-near-border = There is a border of communities nearby. Yours may be any of these:
results-title = Choose your community
result = { $number }. { $name } ({ $where })
result-button = { $number }. { $name }, { $oblast } oblast
results-choose = Not here? Write the name again.
none-of-these-button = None of these
nothing-found-title = No such name was found
nothing-found =
    Write it again: only the name of the community, village or city, in Ukrainian or Latin letters.
    For example: Komyshuvakha
outside-title = The bot does not work here
outside =
    The bot does not work in these places: Kyiv, Sevastopol, Crimea, Prypiat, Chornobyl.
    If you need help, call:
outside-namesakes = Other places have the same name. Choose yours:
candidate-title = Is this your community?
my-community-button = Yes, it is mine
other-settlement-button = My community, another village
another-community-button = No, look for another
community-chosen-title = Your community is noted

## The settlement

ask-settlement-title = Where do you live?
ask-settlement = Choose from the list, or write the name.
settlement-missed = There is no such name here. Write it again, or choose from the list.
not-in-list-button = Not in the list
name-settlement = Which village or city do you live in? Name it to get the notices for it.
name-settlement-button = Name the village or city

## My officer

my-officer-needs-community = Name your community, and the bot will show its officer.
my-officer-name = Officer: { $rank } { $name }
my-officer-station = Police station: { $station }
my-officer-phone = Telephone: { $phone }
begin-writing-button = Write to the officer
no-officer =
    There is no officer here now. The police coordinator will read what you write.
    Is it urgent? Call:
not-joined-title = Your community has not joined yet
not-joined =
    There is no officer here yet, so the bot takes no messages.
    Do you need help? Call:
words-not-kept = Your message was not kept: nobody is here to read it yet. If it is urgent, call 102.
words-not-kept-occupied =
    Your message was not kept, and nobody has got it: messages here are dangerous.
    To write back in an open case, open it: “My cases”.
wait-for-officer-button = Tell me when an officer comes
waiting-title = Agreed
waiting = When an officer comes to the community, the bot will write to you.
stop-waiting-button = Do not tell me
officer-has-come-title = Your community has an officer now
officer-has-come = You can write here now. The officer will answer in this chat.
occupied-title = Take care of yourself
occupied =
    The community is occupied. Messages here are dangerous.
    The bot takes no reports and does not keep your community.
    Read the numbers and delete this chat.
occupied-nothing-kept = The community is occupied. The bot keeps nothing new.

## Settings

settings-no-community = The community where you live is not named yet.
change-community-button = Change the community
change-settlement-button = Change the village or city
