"""The one table of rights: role -> permission names. The default is no.

A permission says which verb a role may use at all; on which records is decided by the two named
places of each model, `QuerySet.visible_to(user)` and `Model.allows(user, perm)`.
Django's own `has_perm` answers from this table (rocb/backends.py).
"""

from rocb.roles import Role

# Everything anybody with a sign-in may do with what they are allowed to see.
SIGNED_IN = {
    "rocb.view_desk",
    "rocb.search",
    "rocb.view_administration",
    "rocb.view_file",
    "programmes.view_programme",
    "programmes.view_event",
    "programmes.view_trainingcentre",
    "programmes.answer_resource",
    "programmes.answer_survey",
    "reports.view_report",
    "reports.view_figures",
}

MEMBER = SIGNED_IN | {
    "rocb.comment_shared",
    "rocb.add_file",
    "missions.view_recommendation",
    "missions.view_plan",
    "missions.view_action",
    "missions.view_cycle",
    "missions.view_matrix",
    "missions.view_extension",
    "missions.view_mission",
    "missions.view_expert",
    "missions.view_heat_map",
    "missions.answer_place",
    "missions.keep_profile",
    "missions.write_findings",
    "programmes.view_assistancerequest",
    "programmes.view_invitation",
    "programmes.view_nomination",
    "programmes.view_participation",
    "reports.view_case",
    "reports.view_circular",
}

CONTRIBUTOR = MEMBER | {
    "reports.contribute_case",
    "missions.assess_self",
    "missions.fill_matrix",
    "missions.change_plan",
    "missions.change_action",
}

COORDINATOR = CONTRIBUTOR | {
    "reports.answer_circular",
    "rocb.manage_own_users",
    "missions.answer_recommendation",
    "missions.submit_plan",
    "missions.import_plan",
    "missions.share_action",
    "missions.request_extension",
    "missions.submit_matrix",
    "missions.request_mission",
    "missions.agree_terms",
    "missions.comment_report",
    "programmes.ask_assistance",
    "programmes.answer_invitation",
    "programmes.nominate",
    "programmes.confirm_nomination",
    "programmes.withdraw_nomination",
    "donors.share_request",
}

EXECUTIVE = MEMBER | {
    "reports.answer_circular",
    "reports.contribute_case",
    "missions.request_mission",
    "missions.agree_terms",
    "missions.comment_report",
    "missions.endorse_plan",
    "missions.share_action",
    "programmes.ask_assistance",
    "programmes.answer_invitation",
    "programmes.nominate",
    "programmes.confirm_nomination",
    "programmes.withdraw_nomination",
    "donors.share_request",
}

OFFICE_READS = SIGNED_IN | {
    "rocb.view_region",
    "rocb.view_person",
    "rocb.view_sent",
    "rocb.comment_internal",
    "rocb.comment_shared",
    "rocb.add_file",
    "missions.view_recommendation",
    "missions.view_plan",
    "missions.view_action",
    "missions.view_cycle",
    "missions.view_matrix",
    "missions.view_extension",
    "missions.view_mission",
    "missions.view_expert",
    "missions.view_roster",
    "missions.view_heat_map",
    "missions.write_findings",
    "missions.answer_place",
    "programmes.view_assistancerequest",
    "programmes.view_invitation",
    "programmes.view_nomination",
    "programmes.view_participation",
    "programmes.view_resourceprofile",
    "programmes.view_survey",
    "donors.view_donor",
    "donors.view_contact",
    "donors.view_engagement",
    "donors.view_fundingrequest",
    "donors.view_agreement",
    "donors.view_activity",
    "donors.view_donorreport",
    "donors.view_need",
    "donors.view_money",
    "donors.export_iati",
    "reports.view_case",
    "reports.view_circular",
}

OFFICER = OFFICE_READS | {
    "rocb.change_administration",
    "rocb.change_person",
    "rocb.merge_person",
    "rocb.invite_user",
    "rocb.manage_users",
    "rocb.hand_over",
    "rocb.manage_outbox",
    "rocb.pause_reminders",
    "rocb.view_jobs",
    "missions.change_mission",
    "missions.run_mission",
    "missions.agree_terms",
    "missions.change_expert",
    "missions.change_recommendation",
    "missions.change_plan",
    "missions.change_action",
    "missions.import_plan",
    "missions.bring_plan_into_force",
    "missions.close_plan",
    "missions.decide_extension",
    "missions.change_cycle",
    "missions.open_cycle",
    "missions.review_matrix",
    "programmes.change_programme",
    "programmes.change_event",
    "programmes.run_event",
    "programmes.change_assistancerequest",
    "programmes.run_request",
    "programmes.invite_members",
    "programmes.answer_invitation",
    "programmes.nominate",
    "programmes.select_nominees",
    "programmes.confirm_nomination",
    "programmes.withdraw_nomination",
    "programmes.record_attendance",
    "programmes.issue_certificate",
    "programmes.change_resourceprofile",
    "programmes.change_trainingcentre",
    "programmes.change_questionnaire",
    "programmes.run_survey",
    "donors.change_donor",
    "donors.change_engagement",
    "donors.change_fundingrequest",
    "donors.run_fundingrequest",
    "donors.change_agreement",
    "donors.run_agreement",
    "donors.allocate_money",
    "donors.record_money",
    "donors.change_rate",
    "donors.change_activity",
    "donors.publish_activity",
    "donors.change_donorreport",
    "donors.send_donorreport",
    "donors.change_need",
    "reports.change_report",
    "reports.publish_report",
    "reports.call_cases",
    "reports.change_circular",
    "reports.send_circular",
    "reports.change_newsletter",
    "reports.send_newsletter",
}

HEAD = OFFICER | {
    "rocb.change_office",
    "rocb.view_audit",
    "rocb.answer_data_request",
}

ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    Role.HEAD: frozenset(HEAD),
    Role.OFFICER: frozenset(OFFICER),
    # Attachés help with everything but decide nothing in the office's name.
    Role.ATTACHE: frozenset(
        OFFICE_READS
        | {
            "rocb.change_person",
            "missions.change_mission",
            "missions.change_recommendation",
            "missions.change_action",
            "programmes.change_programme",
            "programmes.change_event",
            "programmes.change_assistancerequest",
            "programmes.nominate",
            "programmes.record_attendance",
            "programmes.change_resourceprofile",
            "programmes.change_trainingcentre",
            "donors.change_donor",
            "donors.change_engagement",
            "donors.change_fundingrequest",
            "donors.change_activity",
            "donors.change_donorreport",
            "reports.change_report",
            "reports.change_circular",
            "reports.change_newsletter",
        }
    ),
    Role.COORDINATOR: frozenset(COORDINATOR),
    Role.CONTRIBUTOR: frozenset(CONTRIBUTOR),
    Role.EXECUTIVE: frozenset(EXECUTIVE),
    Role.DONOR: frozenset(
        SIGNED_IN
        | {
            "missions.view_action",
            "donors.view_donor",
            "donors.view_fundingrequest",
            "donors.view_agreement",
            "donors.view_activity",
            "donors.view_donorreport",
            "donors.view_need",
            "donors.show_interest",
            "donors.export_iati",
        }
    ),
    Role.EXPERT: frozenset(
        SIGNED_IN
        | {
            "rocb.comment_shared",
            "rocb.add_file",
            "missions.view_mission",
            "missions.view_expert",
            "missions.keep_profile",
            "missions.answer_place",
            "missions.write_findings",
            "missions.view_recommendation",
            "missions.view_plan",
            "missions.view_action",
            "missions.view_matrix",
        }
    ),
    Role.SECRETARIAT: frozenset(
        SIGNED_IN
        | {
            "rocb.view_region",
            "missions.view_recommendation",
            "missions.view_plan",
            "missions.view_action",
            "missions.view_cycle",
            "missions.view_matrix",
            "missions.view_mission",
            "missions.view_expert",
            "missions.view_roster",
            "missions.view_heat_map",
            "missions.answer_place",
            "programmes.view_assistancerequest",
            "programmes.view_invitation",
            "programmes.view_nomination",
            "programmes.view_participation",
            "programmes.view_survey",
            "donors.view_donor",
            "donors.view_fundingrequest",
            "donors.view_agreement",
            "donors.view_activity",
            "donors.view_donorreport",
            "donors.view_need",
            "donors.view_money",
            "donors.export_iati",
            "reports.view_case",
            "reports.view_circular",
        }
    ),
    # Keeps the installation running; reads no member's records.
    Role.ADMINISTRATOR: frozenset(
        {
            "rocb.view_desk",
            "rocb.view_file",
            "rocb.view_person",
            "rocb.invite_user",
            "rocb.manage_users",
            "rocb.change_office",
            "rocb.manage_outbox",
            "rocb.view_jobs",
            "rocb.view_audit",
            "rocb.answer_data_request",
        }
    ),
}


def permissions_of(role: str) -> frozenset[str]:
    """The permission names of a role; an unknown role has none."""
    return ROLE_PERMISSIONS.get(role, frozenset())
