"""Who may what: every way in, and the roles to which it gives something. docs/rights.md is written from it.

The table grants nothing. Access is taken in services, from storage; tests/contracts/test_rights.py presses every button
as each of these persons, and compares what happens with what is said here. A button that is not given to a person says
the same to them whether or not there is what it names.
"""

from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """A person as the table knows them: their role, and whether it is about the place that the button names."""

    STRANGER = "stranger"  # has started the bot, and lives nowhere yet
    RESIDENT = "resident"  # of the same community
    OWNER = "owner"  # the resident whose case it is
    OFFICER = "officer"  # of the place
    OFFICER_ELSEWHERE = "officer elsewhere"
    FORMER_OFFICER = "former officer"  # of the place
    COORDINATOR = "coordinator"  # of the place's oblast
    COORDINATOR_ELSEWHERE = "coordinator elsewhere"
    COUNTRY = "country's coordinator"
    COUNCIL = "council member"  # of the place


@dataclass(frozen=True, slots=True)
class Right:
    """What some may do, and by which routes: a button by its feature and class, a command, a kind of link, a command in
    a group, and what is done with a message of a case: reply, edit, reaction.
    """

    what: str
    who: frozenset[Who]
    routes: tuple[str, ...]


EVERYBODY = frozenset(Who)

RIGHTS = (
    Right(
        "See what is public, and arrange one's own matters",
        EVERYBODY,
        (
            "people.Greeting",
            "people.NewConsent",
            "people.ReadConsent",
            "people.Languages",
            "people.Menu",
            "people.Help",
            "residents.Results",
            "residents.Candidate",
            "residents.MyOfficer",
            "residents.CommunityChosen",
            "residents.NameSettlement",
            "cases.MyCases",
            "cases.LeaveIt",
            "office_hours.ReceptionHours",
            "office_hours.OtherDays",
            "subscriptions.Topics",
            "subscriptions.LatestNotices",
            "people.ChooseLanguage",
            "people.Agree",
            "people.StopReminders",
            "residents.FindCommunity",
            "residents.LiveIn",
            "residents.AskSettlement",
            "residents.LiveSomewhere",
            "residents.StopSearching",
            "residents.WaitForOfficer",
            "residents.StopWaiting",
            "residents.Settings",
            "residents.AsResident",
            "cases.NewReport",
            "cases.MoreTopics",
            "cases.ChooseCategory",
            "cases.NewQuestion",
            "cases.ThrowAway",
            "officers.NotNow",
            "office_hours.ShowPlace",
            "office_hours.FormStep",
            "office_hours.NewPlace",
            "office_hours.StationAsPlace",
            "office_hours.SetDay",
            "office_hours.SetStart",
            "office_hours.SetEnd",
            "office_hours.SetRepeat",
            "office_hours.SkipStep",
            "office_hours.SaveHours",
            "walk_ins.FormStep",
            "walk_ins.TakeSubject",
            "walk_ins.TakePlace",
            "walk_ins.SaveRecord",
            "walk_ins.CancelRecord",
            "slips.StopClaiming",
            "subscriptions.LeaveTopic",
            "subscriptions.SetTopic",
            "subscriptions.TurnTopic",
            "subscriptions.LeaveAll",
            "subscriptions.ComeBack",
            "my_data.MyData",
            "my_data.ExportData",
            "my_data.AskWithdraw",
            "my_data.WithdrawConsent",
            "my_data.AskErase",
            "my_data.EraseAll",
            "/cases",
            "/help",
            "/hours",
            "/language",
            "/officer",
            "/lock",
            "/ask",
            "/cancel",
            "/contacts",
            "/menu",
            "/mydata",
            "/privacy",
            "/question",
            "/report",
            "/settings",
            "/stop",
            "/start",
            "start a",
            "start i",
            "start k",
            "start t",
            "group /officer",
            "group /hours",
            "group /hotlines",
            "group /help",
        ),
    ),
    Right(
        "Write, read and end one's own case",
        frozenset({Who.OWNER}),
        (
            "cases.OwnHistory",
            "cases.CaseConsent",
            "cases.AskClose",
            "cases.SendUnnamed",
            "cases.SendNamed",
            "cases.CancelDraft",
            "cases.Preview",
            "cases.LeaveDraft",
            "cases.ChangeTopic",
            "cases.TakeOver",
            "cases.NextStep",
            "cases.ReopenWith",
            "cases.GiveTo",
            "cases.AsNewQuestion",
            "cases.OpenCase",
            "cases.HideMessage",
            "cases.AddTo",
            "cases.CloseOwn",
            "my_data.AskCut",
            "my_data.CutLink",
            "my_data.ForBot",
            "cases.Reopen",
            "cases.Rate",
            "cases.Appeal",
            "merges.AgreeToMerge",
            "merges.RefuseMerge",
        ),
    ),
    Right(
        "Answer in a case by a reply, and react to its messages",
        frozenset({Who.OWNER, Who.OFFICER}),
        ("reply", "reaction"),
    ),
    Right("Be shown a message of a case", frozenset({Who.OWNER, Who.OFFICER}), ("cases.OpenMessage",)),
    Right("Edit what one has said in a case", frozenset({Who.OWNER, Who.OFFICER}), ("edit",)),
    Right(
        "Nothing by the button alone: it asks for an open form, an invitation, a proposal, a message or a complaint of "
        "one's own, or a complaint of which another coordinator has proposed the end",
        frozenset(),
        (
            "cases.AboutWhom",
            "cases.SetAbout",
            "cases.AgreeToEnd",
            "cases.RefuseToEnd",
            "notices.HideNotice",
            "cases.CancelWriting",
            "cases.CancelPause",
            "cases.CancelHold",
            "journal.EntryToday",
            "journal.CancelEntry",
            "transfers.WithoutWord",
            "transfers.CancelTransfer",
            "forwards.CancelForward",
            "merges.CancelMerge",
            "notes.CancelNote",
            "cases.AnswerWith",
            "officers.Invited",
            "officers.AcceptInvitation",
            "officers.ConfirmPost",
            "officers.Propose",
            "officers.OwnProposal",
            "officers.WithdrawProposal",
            "officers.ChooseValue",
            "office_hours.ChoosePlace",
            "notices.SendCorrection",
            "group /start",
        ),
    ),
    Right(
        "Work a case of one's own desk",
        frozenset({Who.OFFICER}),
        (
            "cases.Accept",
            "cases.Answer",
            "cases.Ask",
            "cases.Close",
            "cases.AddWords",
            "cases.CloseWith",
            "cases.Decline",
            "cases.CrimeSigns",
            "cases.OfferAdvice",
            "cases.SendAdvice",
            "cases.History",
            "cases.MoreActs",
            "cases.DeskCase",
            "cases.ShowFiles",
            "cases.PlainWords",
            "case_lists.Pin",
            "case_lists.Unpin",
            "case_exports.ExportCase",
            "walk_ins.HandAnswer",
            "walk_ins.AnswerRead",
            "walk_ins.AnswerGiven",
            "walk_ins.PrintAnswer",
            "walk_ins.CorrectCase",
            "walk_ins.CorrectPerson",
            "walk_ins.ForgetPerson",
            "walk_ins.CorrectPlace",
            "walk_ins.TakeCorrectPlace",
            "slips.IssueSlip",
            "cases.Pause",
            "cases.PauseFor",
            "start d",
            "journal.WriteEntry",
            "journal.RemoveEntry",
            "journal.UnmarkCrime",
            "transfers.Transfer",
            "transfers.TransferPlaces",
            "transfers.TransferToCommunity",
            "transfers.TransferToArea",
            "transfers.TransferToOfficer",
            "transfers.GiveBack",
            "forwards.Forward",
            "forwards.ForwardTo",
            "forwards.SendForward",
            "forwards.HandedOver",
            "merges.MergeWith",
            "notes.WriteNote",
            "notes.DeleteNote",
            "ready_texts.ReadyList",
            "ready_texts.ReadyPreview",
            "ready_texts.SendReady",
            "ready_texts.ChangeReady",
            "recalls.Recall",
            "recalls.ConfirmRecall",
        ),
    ),
    Right(
        "Give a chat that one keeps to a community",
        frozenset({Who.OFFICER}),
        (
            "community_chats.WhoseChat",
            "community_chats.FindForChat",
            "community_chats.BindChat",
            "community_chats.DeclineChat",
        ),
    ),
    Right(
        "Ask for an officer in a chat that one administers; Telegram is asked first",
        EVERYBODY,
        ("community_chats.AskForOfficer", "start c"),
    ),
    Right(
        "Choose whose officer is asked",
        frozenset({Who.RESIDENT}),
        (
            "community_chats.ChooseForRequest",
            "community_chats.FindForRequest",
            "community_chats.SendRequest",
        ),
    ),
    Right(
        "Answer a chat's administrator who asks for an officer",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        (
            "community_chats.AcceptRequest",
            "community_chats.TurnDownRequest",
        ),
    ),
    Right(
        "Write and send one's own notice",
        frozenset({Who.OFFICER}),
        (
            "notices.ChooseTopic",
            "notices.TakeTopic",
            "notices.ChooseUrgency",
            "notices.TakeUrgency",
            "notices.WriteText",
            "notices.ClearText",
            "notices.WriteEnglish",
            "notices.SkipEnglish",
            "notices.Audience",
            "notices.TickAll",
            "notices.UnitPage",
            "notices.TickUnit",
            "notices.TickSettlement",
            "notices.TakeChats",
            "notices.ChooseTime",
            "notices.TakeTime",
            "notices.ChooseEnd",
            "notices.TakeEnd",
            "notices.PreviewNotice",
            "notices.SendNotice",
            "notices.CancelNotice",
        ),
    ),
    Right(
        "List the cases at one's own desk",
        frozenset({Who.OFFICER, Who.OFFICER_ELSEWHERE, Who.COORDINATOR, Who.COORDINATOR_ELSEWHERE, Who.COUNTRY}),
        (
            "case_lists.DeskList",
            "case_lists.BackToList",
            "case_lists.Narrow",
            "case_lists.NarrowBy",
            "case_lists.SearchCases",
            "cases.FindText",
            "case_lists.FoundCases",
            "case_lists.HandedCases",
            "case_lists.LeaveSearch",
        ),
    ),
    Right(
        "Read a notice and ask about it; be reminded of an opening",
        frozenset({Who.RESIDENT, Who.OWNER}),
        (
            "subscriptions.AskAbout",
            "notices.OpenNotice",
            "office_hours.Remind",
        ),
    ),
    Right(
        "Change an officer's card",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        (
            "officers.FillCard",
            "officers.AskField",
            "officers.ClearField",
            "officers.SkipField",
        ),
    ),
    Right(
        "Change a community's chats",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        (
            "community_chats.CommunityChats",
            "community_chats.ChatPage",
            "community_chats.CheckChat",
            "community_chats.ChatTopics",
            "community_chats.TakeTopic",
            "community_chats.UseThread",
            "community_chats.UnbindChat",
            "group /here",
        ),
    ),
    Right(
        "See which board shows the cases of a community, and unbind one",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        ("boards.Boards", "boards.AskUnbind", "boards.UnbindBoard"),
    ),
    Right(
        "Bind the station's group as the board of one's own areas, by a code",
        frozenset({Who.OFFICER, Who.OFFICER_ELSEWHERE}),
        ("boards.BoardCode", "group /board"),
    ),
    Right(
        "Set an officer's hours",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        (
            "office_hours.OfficeHours",
            "office_hours.RulePage",
            "office_hours.RemoveRule",
            "office_hours.ExceptionPage",
            "office_hours.RemoveException",
            "office_hours.ChooseDay",
            "office_hours.DayPage",
            "office_hours.NewRule",
            "office_hours.NewException",
        ),
    ),
    Right(
        "Say when an officer is away, and name the stand-in; end that",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        (
            "absences.AbsencePage",
            "absences.AskFirstDay",
            "absences.AskLastDay",
            "absences.ChooseStandIn",
            "absences.CheckAbsence",
            "absences.SaveAbsence",
            "absences.EndAbsence",
            "absences.AskNewLastDay",
            "absences.SetLastDay",
        ),
    ),
    Right(
        "Hold the office hours of an officer whose stand-in one is",
        frozenset({Who.OFFICER_ELSEWHERE}),
        ("absences.HoldHours",),
    ),
    Right(
        "Stop, correct and withdraw a notice that was sent",
        frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        (
            "notices.NoticePage",
            "notices.Pause",
            "notices.Resume",
            "notices.Correct",
            "notices.AskWithdrawal",
            "notices.Withdraw",
            "notices.AskFound",
            "notices.Found",
            "notices.TakeBack",
            "notices.ConfirmNotice",
            "notices.DeclineNotice",
        ),
    ),
    Right(
        "See how a community joins, and what is still to be done there",
        frozenset({Who.COUNCIL, Who.COORDINATOR, Who.COUNTRY}),
        (
            "joining.JoiningPage",
            "joining.AboutProject",
            "joining.JoiningHistory",
            "joining.ReadinessPage",
            "joining.ItemPage",
            "joining.SetReady",
            "joining.WriteDetail",
            "joining.CouncilPage",
            "joining.ChooseCouncilPost",
        ),
    ),
    Right(
        "Answer for a community, or note its answer; invite to its council",
        frozenset({Who.COUNCIL, Who.COORDINATOR, Who.COUNTRY}),
        (
            "joining.MakeStep",
            "joining.InviteToCouncil",
            "joining.AskEndMember",
            "joining.EndMember",
        ),
    ),
    Right(
        "Note a memorandum, and who is responsible for what",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        ("joining.NoteMemorandum", "joining.TurnResponsible"),
    ),
    Right(
        "Keep the text of a case past its term",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        (
            "cases.Hold",
            "cases.HoldFor",
            "cases.HoldPage",
            "cases.Prolong",
            "cases.EndHold",
        ),
    ),
    Right(
        "Read the ready answers of one's own reach, and write some",
        frozenset({Who.OFFICER, Who.OFFICER_ELSEWHERE, Who.COORDINATOR, Who.COORDINATOR_ELSEWHERE}),
        ("ready_texts.ReadyTexts", "ready_texts.ChooseOwner"),
    ),
    Right("Write one's own ready answer", frozenset({Who.OFFICER, Who.OFFICER_ELSEWHERE}), ("ready_texts.NewReady",)),
    Right(
        "Change a ready answer of one's own",
        frozenset({Who.OFFICER}),
        (
            "ready_texts.ReadyPage",
            "ready_texts.EditReady",
            "ready_texts.DropEnglish",
            "ready_texts.AskRemoveReady",
            "ready_texts.RemoveReady",
        ),
    ),
    Right("Lift a pause of a case", frozenset({Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}), ("cases.LiftPause",)),
    Right(
        "Look after one's own post and notices",
        frozenset({Who.OFFICER, Who.OFFICER_ELSEWHERE}),
        (
            "officers.Guide",
            "officers.MyPost",
            "officers.PostMore",
            "officers.QuietPage",
            "officers.QuietUntilMorning",
            "officers.AskQuietBegin",
            "officers.AskQuietEnd",
            "officers.QuietDaily",
            "officers.EndQuiet",
            "walk_ins.RecordCall",
            "walk_ins.ChooseChannel",
            "residents.AsOfficer",
            "notices.NoticesHome",
            "notices.NoticeList",
        ),
    ),
    Right(
        "Manage a community's areas and invitations",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        (
            "communities.AddCommunity",
            "communities.CommunityPage",
            "communities.CheckAreas",
            "communities.NewArea",
            "communities.AreaPage",
            "communities.RenameArea",
            "communities.ServeWhole",
            "communities.ServeSome",
            "communities.ShareCases",
            "communities.Settlements",
            "communities.Serve",
            "communities.Leave",
            "communities.MoveSettlement",
            "communities.AskCloseArea",
            "communities.CloseArea",
            "communities.InviteOfficer",
            "communities.Invitations",
            "communities.RevokeInvitation",
        ),
    ),
    Right(
        "Mark a community as near the front, or as occupied",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        ("communities.AskMark", "communities.SetMark"),
    ),
    Right(
        "Look at a proposal to serve, confirm or decline it; never one's own",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        (
            "officers.Proposal",
            "officers.ConfirmProposal",
            "officers.DeclineProposal",
        ),
    ),
    Right(
        "Look at an officer's page, and dismiss",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        (
            "officers.OfficerPage",
            "officers.AskDismissal",
            "officers.Dismiss",
        ),
    ),
    Right(
        "Lock a lost telephone of somebody else, and end what they coordinate",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        (
            "staff.StaffPage",
            "staff.AskEnd",
            "staff.End",
            "staff.AskLock",
            "staff.Lock",
            "staff.Unlock",
        ),
    ),
    Right(
        "Work the queue, and give its cases to officers",
        frozenset({Who.COORDINATOR, Who.COUNTRY}),
        (
            "queue.Queue",
            "queue.QueuedCase",
            "queue.GiveList",
            "queue.GivePage",
            "queue.GiveCase",
        ),
    ),
    Right(
        "See what one coordinates",
        frozenset({Who.COORDINATOR, Who.COORDINATOR_ELSEWHERE, Who.COUNTRY}),
        (
            "communities.CoordinatorHome",
            "joining.Funnel",
            "joining.AtStep",
            "communities.CommunityList",
            "communities.WithoutOfficers",
            "communities.FindCommunity",
            "staff.StaffList",
            "officers.Proposals",
            "queue.Overdue",
            "cases.PauseList",
            "cases.HoldList",
        ),
    ),
    Right(
        "Read a notice again",
        frozenset({Who.RESIDENT, Who.OWNER, Who.OFFICER, Who.COORDINATOR, Who.COUNTRY}),
        ("notices.ReadNotice",),
    ),
)


def as_page() -> str:
    """The table as docs/rights.md has it."""
    head = f"{_row('what', *Who)}\n{'|---' * (len(Who) + 1)}|"
    lines = [_row(right.what, *("yes" if who in right.who else "" for who in Who)) for right in RIGHTS]
    routes = [f"- **{right.what}**: {', '.join(f'`{route}`' for route in right.routes)}" for right in RIGHTS]
    return "\n".join([HEAD, head, *lines, "", "## By which routes", *routes, ""])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


HEAD = """# Who may what

Written by `python -m tests.rights` from the table in bot/domain/rights.py: change that, then run it. A test presses
every button as each of these persons and compares. «Officer» and «coordinator» are of the place that a button names;
a complaint about an officer is kept from anyone who served there when it was sent, or since (bot/storage/rights.py). A
case that nobody who can be reached works is the coordinators' too, and so is one that its officer has paused, or one
with danger that nobody at its desk has opened for 15 minutes, which is also its area's other officers' then. What
Telegram itself reports (the bot was blocked, let into a group, a group has a new id) gives nobody a right.
"""
