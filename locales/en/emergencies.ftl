# The cards that come before anything else. The title says whom to call; two to four short lines say what to do until
# help comes. The numbers are the hotlines of the settings. A card never holds a message back, and its screen ends
# with `not-a-service-102`.

emergency-kept = Your message is kept. The officer has not got it yet.
emergency-sent = Your message is kept. The officer has it.
emergency-continue-button = I understand, go on

emergency-uxo-title = Call { $rescue } or { $police }
emergency-uxo =
    First walk away: at least 100 metres. Do not touch it.
    Do not use a phone or a radio near it: it may explode.
    Take no photos. Stop others from going there.

emergency-life-title = Call { $police } now
emergency-life =
    If you can, get out or lock yourself in.
    Say the address and what is happening.
    Someone is hurt: { $ambulance }.

emergency-suicide-title = Call { $ambulance } or { $police }
emergency-suicide =
    Do not leave the person alone.
    Take away knives, medicines, weapons.
    If it is you who is in pain: { $lifeline }, they listen at any hour.

emergency-fire-title = Call { $rescue } now
emergency-fire =
    Get out and take others with you.
    Indoors, close the door behind you and do not use the lift.
    Do not go back for your things.

emergency-gas-title = Call { $gas } from outside
emergency-gas =
    Do not switch lights on or off. No flame at all.
    Shut the gas off, open the windows, get out.
    Warn the neighbours.

emergency-accident-title = Call { $ambulance } and { $police }
emergency-accident =
    Say where it is and how many are hurt.
    Do not move the injured unless there is fire.
    Switch the hazard lights on, stand away from the road.

emergency-medical-title = Call { $ambulance } now
emergency-medical =
    Say the address and what is wrong.
    Stay on the line: they will tell you what to do.
    Someone is drowning or under rubble: { $rescue }.

emergency-break-in-title = Call { $police } now
emergency-break-in =
    Do not go out to them. Lock yourself in.
    Say the address, how many they are, where they went.
    Touch nothing until the police come.

emergency-missing-title = Call { $police } now
emergency-missing =
    There is no need to wait three days.
    Say the age, looks, clothes, where and when last seen.
    Let someone stay at home by the phone.

emergency-sabotage-title = Call { $police } now
emergency-sabotage =
    Do not come near and do not stop them yourself.
    Remember looks, place, time.
    Write of it to no one else.

emergency-general-title = Do you need help? Call { $police }
emergency-general =
    Say the address and what has happened.
    Fire: { $rescue }. Someone is unwell: { $ambulance }.

emergency-domestic-title = In danger now? Call { $police }
emergency-domestic =
    If you can, get out or lock yourself in.
    Advice and support: { $violence }, day and night.
    After talking with the bot you can delete the chat.

emergency-suspicious-title = Is it happening now? Call { $police }
emergency-suspicious =
    Do not come near and do not stop them yourself.
    Remember looks, the car’s number, where they went.

emergency-children-title = A child in danger? Call { $police }
emergency-children =
    The child is unwell: { $ambulance }.
    The child needs to talk: { $children }.

emergency-care-title = Is someone unwell? Call { $ambulance }
emergency-care =
    No one opens or answers: { $police } or { $rescue }.
    Not urgent? Write here.

emergency-no-answer = No connection? The single emergency number: { $single }.
