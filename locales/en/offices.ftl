# The office of an area: what residents see of it, and how it is said where it is.

office-button = Office
office-of-button = Office: { $area }
office-title = The area’s office
office-at = Office: { $address }
office-directions = How to find it: { $directions }
office-phone = Office phone: { $phone }
office-map-button = On the map
office-photo-button = Photo of the office
office-photo-gone = The photo is gone.

## It is said where it is

office-none = There is no address yet. Choose a known place or write a new address.
office-open = Residents see this on the officer’s card:
office-by-appointment = By appointment only. Residents see neither the address nor the hours here.
office-by-appointment-button = By appointment only
office-receive-openly-button = Show the address to residents
office-edit-title-button = Address
office-edit-point-button = Place on the map
office-edit-phone-button = Phone
office-edit-directions-button = How to find it
office-edit-photo-button = Photo
office-title-ask = Write the address in one line. For example: Komyshuvakha, vul. Bohdana Khmelnytskoho, 38
office-point-ask = Send the place: the paperclip, “Location”, and put the mark on the entrance.
office-phone-ask = Write the phone of the office. For example: 061 123 45 67
office-directions-ask = Write how to find the entrance. For example: door from the yard, second floor, room 5
office-photo-ask = Send a photo of the entrance or the building. No people and no number plates may be on it.
office-clear-title-button = There is no office any more
office-clear-point-button = Remove the place on the map
office-clear-phone-button = Remove the phone
office-clear-directions-button = Remove the description
office-clear-photo-button = Remove the photo
office-photo-expected = A photo is needed, sent as a photo and not as a file.
office-point-expected = A place on the map is needed: the paperclip, “Location”.
office-address-first = Give the address first.

## Links

links-button = Links for residents
links-title = Links for residents
links-explained = The links do not change and can be printed. The bot counts their uses by day, and does not note whose.
links-area = Area:
links-community = The whole community:
links-office = Office:
links-uses = Used today: { $today }, in 30 days: { $month }, ever: { $ever }

## Posters and business cards

leaflet-poster-button = A4 poster (PDF)
leaflet-cards-button = Business cards (PDF)
leaflet-coming = The file is being made.
leaflet-failed = The file could not be sent. Try again.
leaflet-poster-here = A poster to be printed. Hang it where people come: the council, a shop, the school, the post office.
leaflet-cards-here = Business cards to be printed: ten on a sheet. Cut along the lines.
leaflet-heading = { $several ->
    [True] Your police officers
   *[other] Your police officer
}
leaflet-cards-heading = Business cards of the police officer
leaflet-office = Office
leaflet-by-appointment = By appointment: write to the officer in the bot.
leaflet-qr = A code that leads to the bot. The link: { $link }
leaflet-scan = Write to the officer in Telegram
leaflet-danger = Danger? Call!
leaflet-danger-numbers = Danger? Call: { $numbers }
