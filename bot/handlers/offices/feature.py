"""What the feature answers to, and what it draws."""

from bot.domain.offices import EditingOffice, LeafletAsked, OfficePhoto
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.offices import buttons, editor, leaflets, links, photo
from bot.surface.rendering import Renderer

FEATURE = Feature(
    opens={buttons.AreaLinks: links.draw_links},
    presses={
        buttons.AreaOffice: editor.look,
        buttons.EditOffice: editor.ask,
        buttons.ClearOffice: editor.clear,
        buttons.UseOffice: editor.use,
        buttons.ByAppointment: editor.appoint,
        buttons.ShowPhoto: photo.show,
        buttons.PrintLeaflet: leaflets.ask,
    },
    screens={
        buttons.AreaOffice: editor.draw_office,
        buttons.EditOffice: editor.draw_ask,
    },
    dialogs={EditingOffice: DialogHandler(editor.take)},
    letters={
        OfficePhoto: Renderer(photo.render),
        LeafletAsked: Renderer(leaflets.render, failed=leaflets.failed),
    },
)
