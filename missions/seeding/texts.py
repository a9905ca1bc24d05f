"""The words of the demonstration office: what administrations undertake, and how they report.

Invented, in the manner of such plans; no administration's own text.
"""

# Action, unit, standards, kind of support, cost in thousand USD.
ACTIONS = (
    (
        "Draft risk management regulations and have them approved",
        "Legal Division",
        "P1-S4",
        "expertise",
        40,
    ),
    (
        "Set up a central targeting unit with its own procedures",
        "Risk Management Division",
        "P1-S4 P1-S7",
        "training",
        120,
    ),
    (
        "Introduce selectivity criteria in the declaration system",
        "Risk Management Division",
        "P1-S4 P1-S6",
        "expertise",
        60,
    ),
    (
        "Review selectivity results every quarter and retire weak profiles",
        "Risk Management Division",
        "P1-S8",
        "none",
        5,
    ),
    (
        "Adopt a national strategy for the integrated supply chain",
        "Strategy Office",
        "P1-S1",
        "expertise",
        35,
    ),
    (
        "Agree on data elements for advance cargo information with carriers",
        "IT Division",
        "P1-S6",
        "expertise",
        80,
    ),
    (
        "Connect shipping agents to electronic manifest submission",
        "IT Division",
        "P1-S6",
        "equipment",
        210,
    ),
    (
        "Legislate time limits for advance electronic information",
        "Legal Division",
        "P1-S6",
        "expertise",
        25,
    ),
    (
        "Publish the powers of officers to inspect cargo at any stage",
        "Legal Division",
        "P1-S2",
        "none",
        8,
    ),
    (
        "Train officers in search techniques and evidence handling",
        "Training Centre",
        "P1-S2",
        "training",
        45,
    ),
    (
        "Procure one mobile container scanner for the main port",
        "Port Directorate",
        "P1-S3",
        "funding",
        1800,
    ),
    ("Train image analysts for the container scanner", "Training Centre", "P1-S3", "training", 70),
    (
        "Write a maintenance plan and budget for inspection equipment",
        "Finance Division",
        "P1-S3",
        "none",
        10,
    ),
    (
        "Provide handheld detectors to the two land posts",
        "Border Operations",
        "P1-S3",
        "equipment",
        95,
    ),
    (
        "Define what makes a container high-risk and record it",
        "Risk Management Division",
        "P1-S5",
        "expertise",
        15,
    ),
    (
        "Exchange high-risk indicators with two neighbouring administrations",
        "International Affairs",
        "P1-S7",
        "none",
        12,
    ),
    (
        "Nominate contact points for targeting enquiries around the clock",
        "International Affairs",
        "P1-S7",
        "none",
        3,
    ),
    (
        "Report performance measures to management every month",
        "Statistics Unit",
        "P1-S8",
        "training",
        18,
    ),
    (
        "Carry out a time release study at the airport and the port",
        "Reform Team",
        "P1-S8",
        "expertise",
        30,
    ),
    ("Publish average release times twice a year", "Statistics Unit", "P1-S8", "none", 4),
    (
        "Assess security at three ports with the port authority",
        "Port Directorate",
        "P1-S9",
        "expertise",
        55,
    ),
    (
        "Agree on a protocol with the port authority for restricted zones",
        "Port Directorate",
        "P1-S9",
        "none",
        6,
    ),
    (
        "Revise the code of conduct and have every officer sign it",
        "Internal Affairs",
        "P1-S10",
        "expertise",
        14,
    ),
    (
        "Open a confidential line for complaints and follow each one up",
        "Internal Affairs",
        "P1-S10",
        "none",
        20,
    ),
    (
        "Map corruption risks in clearance and rotate sensitive posts",
        "Internal Affairs",
        "P1-S10",
        "expertise",
        28,
    ),
    ("Publish a service charter with clearance targets", "Communication Unit", "P1-S10", "none", 9),
    (
        "Introduce outbound inspection on request of another administration",
        "Border Operations",
        "P1-S11",
        "none",
        16,
    ),
    (
        "Draft procedures for export container examination",
        "Border Operations",
        "P1-S11",
        "expertise",
        12,
    ),
    (
        "Establish a Customs-business consultation committee",
        "Trade Facilitation",
        "P2-S1",
        "none",
        7,
    ),
    (
        "Sign memoranda with the chamber of commerce and the brokers",
        "Trade Facilitation",
        "P2-S1",
        "none",
        5,
    ),
    (
        "Launch an authorised economic operator pilot with five companies",
        "AEO Unit",
        "P2-S1 P2-S3",
        "expertise",
        65,
    ),
    (
        "Write AEO security criteria for small and medium companies",
        "AEO Unit",
        "P2-S2",
        "expertise",
        30,
    ),
    ("Train ten AEO validators", "AEO Unit", "P2-S3", "training", 50),
    (
        "Build an AEO application and validation file in the declaration system",
        "IT Division",
        "P2-S3 P2-S4",
        "expertise",
        85,
    ),
    (
        "Study what mutual recognition with two partners would need",
        "AEO Unit",
        "P2-S3",
        "expertise",
        22,
    ),
    (
        "Let operators submit supporting documents electronically",
        "IT Division",
        "P2-S4",
        "equipment",
        140,
    ),
    (
        "Introduce electronic payment of duties with three banks",
        "Finance Division",
        "P2-S4",
        "expertise",
        75,
    ),
    ("Publish all procedures and forms on one website", "Communication Unit", "P2-S5", "none", 18),
    (
        "Answer operators' questions within two working days",
        "Communication Unit",
        "P2-S5",
        "none",
        6,
    ),
    (
        "Hold a quarterly briefing for traders in each province",
        "Communication Unit",
        "P2-S5",
        "none",
        11,
    ),
    (
        "Issue binding advance rulings on classification and origin",
        "Tariff Division",
        "P2-S6",
        "expertise",
        38,
    ),
    (
        "Separate release from final determination of duties",
        "Clearance Division",
        "P2-S6",
        "expertise",
        42,
    ),
    (
        "Introduce pre-arrival processing for air cargo",
        "Airport Directorate",
        "P2-S6 P1-S6",
        "training",
        58,
    ),
    (
        "Set up expedited procedures for express consignments",
        "Airport Directorate",
        "P2-S6",
        "none",
        24,
    ),
    (
        "Create a post-clearance audit unit with a yearly programme",
        "Audit Division",
        "P2-S6 P1-S4",
        "training",
        90,
    ),
    (
        "Train fifteen auditors in company accounts and valuation",
        "Audit Division",
        "P2-S6",
        "training",
        62,
    ),
    (
        "Prepare accession to the Revised Kyoto Convention",
        "Legal Division",
        "P1-S1",
        "expertise",
        33,
    ),
    (
        "Compare national legislation with the Revised Kyoto Convention",
        "Legal Division",
        "P1-S1",
        "expertise",
        20,
    ),
    (
        "Agree on one inspection with quarantine at the main port",
        "Border Operations",
        "P1-S1 P1-S2",
        "none",
        15,
    ),
    (
        "Draft the governance of a national single window",
        "Reform Team",
        "P1-S1 P2-S4",
        "expertise",
        110,
    ),
    (
        "Harmonise import permits of six agencies for the single window",
        "Reform Team",
        "P2-S4",
        "expertise",
        88,
    ),
    (
        "Migrate the tariff to the current Harmonized System",
        "Tariff Division",
        "P2-S6",
        "training",
        46,
    ),
    ("Set up a small laboratory for classification", "Laboratory", "P1-S3", "equipment", 320),
    ("Build a valuation database and rules for its use", "Valuation Unit", "P1-S4", "training", 52),
    (
        "Write a training plan that follows career steps",
        "Training Centre",
        "P1-S10",
        "expertise",
        26,
    ),
    ("Certify twenty trainers in adult learning", "Training Centre", "P1-S10", "training", 44),
    ("Introduce annual performance interviews", "Human Resources", "P1-S10", "none", 8),
    (
        "Plan how systems go on after a cyclone or earthquake",
        "IT Division",
        "P1-S1",
        "expertise",
        48,
    ),
    ("Move the declaration system to two separate sites", "IT Division", "P1-S6", "funding", 260),
    (
        "Introduce seal integrity checks at transit posts",
        "Border Operations",
        "P1-S1",
        "equipment",
        66,
    ),
    (
        "Pilot electronic seals on one transit corridor",
        "Border Operations",
        "P1-S1",
        "funding",
        175,
    ),
    ("Record and settle appeals within sixty days", "Legal Division", "P2-S6", "none", 9),
    (
        "Protect intellectual property through a right-holder register",
        "Enforcement",
        "P1-S4",
        "training",
        36,
    ),
    ("Join the regional intelligence liaison network actively", "Enforcement", "P1-S7", "none", 4),
)

RESULTS = (
    "The rules are in force and known at every office.",
    "Officers apply the procedure without outside help for six months.",
    "The first yearly report shows the effect, and management acts on it.",
    "Traders notice the change: shorter waiting, fewer documents.",
    "The unit has staff, rooms and a work plan approved by management.",
    "The system is used for every consignment at the main port.",
)

PROGRESS = (
    "The draft was discussed with the ports and is with the legal unit for its opinion.",
    "Terms of reference are approved; two candidates were interviewed.",
    "A pilot ran at one post for six weeks; results were presented to management.",
    "Twelve officers took part in the regional workshop and trained thirty colleagues.",
    "The committee met twice; minutes are attached.",
    "Specifications were agreed with the supplier and the first delivery arrived.",
    "The regulation passed its first reading.",
    "Data for the first quarter were collected and checked.",
    "The procedure is applied at both main offices since the last report.",
    "The memorandum was signed by both heads.",
    "Users tested the new screens; forty remarks were corrected.",
    "The budget line was approved in the mid-year review.",
    "The study visit took place; its lessons are in the unit's work plan.",
    "Half of the companies invited have sent their self-assessment.",
    "The contact points were nominated and exchanged their first cases.",
    "A working group with the port authority drafts the protocol.",
)
OBSTACLES = (
    "The officer in charge was transferred; a successor is named for next month.",
    "Funds were moved to cyclone relief.",
    "The supplier asks for a longer delivery time.",
    "Parliament did not sit in this period.",
    "Other agencies have not yet nominated their members.",
    "The line to the outer islands is too slow for the new system.",
    "Trainers are only available in the second quarter.",
    "The tender had to be repeated: only one bid came in.",
    "Staff numbers are frozen until the new budget year.",
    "The draft waits for translation.",
    "Security clearance for the consultants took longer than planned.",
    "Two ministries see the ownership of the data differently.",
)
NEXT = (
    "Send the draft to the Attorney General before the end of the quarter.",
    "Train the remaining officers at the two land posts.",
    "Collect the figures of the second quarter and publish them.",
    "Ask the office for an expert for two weeks.",
    "Present the results to the heads of the agencies.",
    "Sign the contract and fix the date of delivery.",
    "Extend the pilot to the airport.",
    "Hold the second meeting of the committee.",
    "Nominate the team and write its work plan.",
    "Publish the procedure on the website.",
    "Review the profiles with the central unit.",
    "Request a later due date if the law is not passed.",
)
REMARKS = (
    "Applied at the main port; the outer ports follow.",
    "Law in place, procedures in draft.",
    "Equipment is there, but maintenance is not assured.",
    "Works well since the new unit was formed.",
    "Planned for the next strategic period.",
    "Depends on the single window project.",
)
ADVICE = (
    ("Introduce risk management on a legal basis, with one unit responsible for it.", "P1-S4", 4),
    ("Obtain cargo information before arrival and use it for targeting.", "P1-S6", 4),
    ("Strengthen inspection capacity at the main port, with trained image analysts.", "P1-S3", 4),
    (
        "Formalise partnership with business and prepare an authorised operator programme.",
        "P2-S1 P2-S3",
        6,
    ),
    ("Measure release times and publish them.", "P1-S8", 1),
    ("Build integrity measures into every sensitive process.", "P1-S10", 7),
    ("Align legislation with the Revised Kyoto Convention.", "P1-S1", 3),
    ("Establish post-clearance audit and move controls away from the border.", "P2-S6", 4),
    ("Coordinate border agencies and prepare a single window.", "P1-S1 P2-S4", 5),
    ("Write a training strategy that follows career steps.", "P1-S10", 2),
    ("Publish procedures and answer questions of operators in time.", "P2-S5", 6),
    ("Assure the continuity of systems in disasters.", "P1-S1", 5),
    ("Control exports as carefully as imports, and answer requests from abroad.", "P1-S11", 4),
    ("Exchange indicators of high risk with neighbouring administrations.", "P1-S5 P1-S7", 6),
    ("Agree with port operators who secures which zone.", "P1-S9", 5),
    ("Give officers clear powers to inspect, and train them in using these.", "P1-S2", 3),
)

# Why a member does not accept a recommendation as it stands.
REASONS = (
    "The law has to change first; a draft is with Parliament.",
    "Agreed in substance, but the unit reports to another ministry.",
    "Done in part already; we keep the present division of work.",
    "The cost is out of proportion to our traffic.",
)
# Why a due date has to move.
DELAYS = (
    "The procurement had to be repeated; the contract is signed now.",
    "The cyclone season closed both ports for two months.",
    "Parliament rose before the second reading.",
    "The expert we were promised is only free in the next quarter.",
    "The budget of this year was cut in the mid-year review.",
    "The other agencies need more time for their part.",
)
# Why a member asks for a mission.
OBJECTIVES = (
    "The administration wants to know where it stands against the SAFE Framework before it writes "
    "its next strategic plan.",
    "A new declaration system is about to start; procedures and organisation have to follow.",
    "Donors have asked for an independent view of priorities before they commit funds.",
)
TERMS = (
    "The team reviews the areas named in this mission with the administration's own officers, "
    "with business and with other agencies at the border.\n\n"
    "It visits headquarters, the main sea port and one land or air border station. It reports its "
    "findings and recommendations, and debriefs the head of customs on the last day.\n\n"
    "The administration names a counterpart for each area, sends its self-assessment two weeks "
    "before, and provides transport and rooms."
)
SITUATIONS = (
    "Customs collects about half of the state's revenue with some six hundred officers. The law is "
    "of the nineties and has been amended often.\n\n"
    "Declarations are electronic at the main port and on paper elsewhere. Two scanners work; images "
    "are read by officers without formal training. Risk criteria exist but are seldom reviewed.\n\n"
    "Relations with business are good and informal.",
    "The administration was reorganised two years ago. Headquarters is well staffed; the stations "
    "are not.\n\n"
    "Selectivity sends most consignments to physical inspection. There is no post-clearance audit. "
    "Other agencies at the border keep procedures of their own.",
)
WAY_FORWARD = (
    "The administration answers the recommendations within two months and makes an action plan from "
    "them, with owners and dates.\n\n"
    "The regional office supports the plan with a national workshop, and follows it up twice a year."
)
# What a team found, and how it knows.
FINDINGS = (
    (
        "Risk criteria are set once a year and not reviewed against results.",
        "Interview with the risk unit; profiles of last year.",
    ),
    (
        "More than four fifths of import declarations are inspected physically.",
        "Statistics of the declaration system.",
    ),
    (
        "Officers at the scanner have no formal training in image analysis.",
        "Visit to the port; training records.",
    ),
    (
        "There is no written procedure for authorised operators.",
        "Interview with the industry desk and two exporters.",
    ),
    (
        "Appeals are decided by the unit whose decision is appealed against.",
        "Customs Act; interview with the legal division.",
    ),
    ("Release times are not measured.", "Interview with the planning unit."),
    ("Systems have no tested plan for a loss of the main site.", "Interview with the IT division."),
    (
        "Staff rotate every year, so that expertise in valuation is lost.",
        "Personnel records; interviews.",
    ),
)
AGENDA = (
    ("Opening with the head of customs", "Headquarters", "Head of customs\nDeputy heads"),
    ("Risk management and valuation", "Headquarters", "Head of the risk unit\nHead of valuation"),
    ("Visit to the main port", "Sea port", "Port manager\nHead of the container terminal"),
    ("Round table with business", "Chamber of commerce", "Brokers' association\nExporters"),
    ("Debrief", "Headquarters", "Head of customs"),
)
