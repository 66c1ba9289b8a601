"""What the feature answers to, and what it draws."""

from bot.domain.directory import DirectoryChecked, DirectoryFile, DirectoryFindings, SendingDirectory
from bot.handlers.directory import buttons, home, sent, wanted
from bot.handlers.feature import DialogHandler, Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(
    opens={buttons.WantedPage: wanted.draw},
    presses={
        buttons.DirectoryHome: home.look,
        buttons.GetPaper: home.get_paper,
        buttons.SendFile: home.ask_file,
        buttons.ImportPage: home.look,
        buttons.GetFindings: sent.get_findings,
        buttons.CarryOut: sent.carry_out,
        buttons.CancelImport: sent.cancel,
        buttons.InviteWanted: wanted.invite,
        buttons.DropWanted: wanted.drop,
    },
    screens={
        buttons.DirectoryHome: home.draw_home,
        buttons.SendFile: home.draw_ask_file,
        buttons.ImportPage: sent.draw,
    },
    dialogs={SendingDirectory: DialogHandler(home.take_file)},
    letters={
        DirectoryChecked: Renderer(sent.render, failed=sent.failed),
        DirectoryFile: Renderer(home.render_paper),
        DirectoryFindings: Renderer(sent.render_findings),
    },
)
