"""Which modules get mutants, and which tests must fail on them: those that are about the module.

A test that runs a line and looks at something else is left out, also when it would fail; and so is one that does
something else each time, such as `test_kills`, which may catch a mutant today and not tomorrow.
"""

from pathlib import Path

# Patterns of test files, those first that take least time. A module of the domain has its own test file besides.
TESTS = {
    "bot/domain/audience.py": "*/test_notice*",
    "bot/domain/bodies.py": "stories/test_content stories/test_anonymity stories/test_drafts",
    "bot/domain/broadcasts.py": "domain/test_letters stories/test_broadcasts",
    "bot/domain/case_dialogs.py": "domain/test_dialogs stories/test_desk* stories/test_conversation"
    " stories/test_report",
    "bot/domain/case_letters.py": "domain/test_dialogs stories/test_desk* stories/test_conversation"
    " contracts/test_rendering",
    "bot/domain/cases.py": "stories/test_report stories/test_desk* stories/test_my_cases stories/test_question",
    "bot/domain/cautions.py": "domain/test_notices stories/test_notice_form",
    "bot/domain/communities.py": "domain/test_invitations storage/test_areas stories/test_community"
    " stories/test_beginnings stories/test_areas stories/test_marks",
    "bot/domain/community_chats.py": "stories/test_community_chats stories/test_chat_rights stories/test_lost_chats"
    " stories/test_strange_chats stories/test_refused_chats stories/test_binding_chats"
    " stories/test_asking_for_officer",
    "bot/domain/deadlines.py": "stories/test_overdue stories/test_resolution",
    "bot/domain/case_lists.py": "domain/test_cases storage/test_case_lists stories/test_desk_lists"
    " stories/test_case_lists",
    "bot/domain/case_search.py": "domain/test_case_search stories/test_case_search",
    "bot/domain/dialogs.py": "storage/test_dialogs stories/test_conversation stories/test_drafts",
    "bot/domain/emergencies.py": "domain/test_linear_patterns stories/test_emergency*",
    "bot/domain/emergency_phrases.py": "domain/test_emergencies danger/test_sentences",
    "bot/domain/invitations.py": "storage/test_invitations stories/test_invitation stories/test_proposals",
    "bot/domain/letters.py": "storage/test_outbox* stories/test_sending",
    "bot/domain/notices.py": "storage/test_notices stories/test_notice*",
    "bot/domain/office_hours.py": "storage/test_office_hours stories/test_office_hours stories/test_hours_rights"
    " stories/test_reminders*",
    "bot/domain/officers.py": "domain/test_invitations domain/test_texts stories/test_own_post"
    " stories/test_post_changes stories/test_profile",
    "bot/domain/pauses.py": "stories/test_pauses*",
    "bot/domain/phrase_matching.py": "domain/test_emergencies domain/test_linear_patterns danger/test_sentences",
    "bot/domain/people.py": "stories/test_rights stories/test_access stories/test_routing stories/test_marks",
    "bot/domain/policy.py": "domain/test_settings",
    "bot/domain/hours_changes.py": "domain/test_office_hours stories/test_reminders_asked",
    "bot/domain/reminders.py": "domain/test_office_hours stories/test_reminders*",
    "bot/domain/residents.py": "stories/test_beginnings stories/test_start stories/test_my_officer",
    "bot/domain/staff.py": "stories/test_staff stories/test_people_command",
    "bot/domain/subscriptions.py": "storage/test_subscriptions stories/test_subscriptions",
    "bot/domain/typed_times.py": "domain/test_typed_times stories/test_notice_times stories/test_office_hours",
    "bot/services/cases/access.py": "stories/test_rights stories/test_access stories/test_dismissal"
    " stories/test_complaints stories/test_queue stories/test_marks",
    "bot/services/cases/crime.py": "stories/test_desk stories/test_desk_crime stories/test_queue",
    "bot/services/cases/drafts.py": "stories/test_drafts* stories/test_report stories/test_question"
    " stories/test_emergency_cases stories/test_complaints stories/test_routing stories/test_anonymity",
    "bot/services/cases/emergencies.py": "stories/test_emergency stories/test_emergency_cases",
    "bot/services/cases/moves.py": "stories/test_desk* stories/test_my_cases stories/test_queue"
    " stories/test_reachability stories/test_marks",
    "bot/services/cases/pauses.py": "stories/test_pauses*",
    "bot/services/cases/record.py": "stories/test_desk* stories/test_anonymity stories/test_marks",
    "bot/services/cases/talk.py": "stories/test_edits stories/test_content stories/test_dismissal stories/test_desk*"
    " stories/test_emergency_cases stories/test_albums stories/test_my_cases stories/test_emergency"
    " stories/test_report stories/test_marks",
    "bot/services/deadlines.py": "stories/test_overdue stories/test_resolution stories/test_unopened",
    "bot/services/proposals.py": "storage/test_invitations stories/test_proposals stories/test_invitation"
    " stories/test_people_command",
    "bot/services/retention.py": "stories/test_retention* stories/test_erased",
    "bot/services/staff.py": "stories/test_staff* stories/test_people_command stories/test_dismissal",
    "bot/storage/retention.py": "stories/test_retention* stories/test_erased",
    "bot/storage/person_retention.py": "stories/test_retention* stories/test_erased",
    "bot/workers/deliveries.py": "stories/test_broadcasts stories/test_set_aside stories/test_marks",
    "bot/workers/pace.py": "",
    "bot/workers/talk.py": "stories/test_sending stories/test_failures stories/test_set_aside stories/test_edits"
    " stories/test_marks",
}
MODULES = tuple(TESTS)


def tests_of(root: Path, module: str) -> list[str]:
    """The test files about a module, relative to the root. Raises KeyError for one that gets no mutants."""
    own = f"{'domain' if '/domain/' in module else 'workers'}/test_{Path(module).stem}"
    found = {
        str(path.relative_to(root)): None  # once, in order
        for pattern in (own, *TESTS[module].split())
        for path in sorted(root.glob(f"tests/{pattern}.py"))
    }
    return list(found)
