"""Invented reports, circulars and newsletters. What is told in them is demonstration text."""

# Number, title, countries, theme, standards, months ago it was published, public, languages, pages.
REPORTS = (
    (5, "Risk profiles kept by three small administrations", "FJ VU TO", "risk-management",
     "P1-S4", 168, True, "en", (
        "Three administrations with fewer than two hundred officers each keep their risk profiles "
        "in one shared file. Every month a pair of officers removes rules that found nothing.",
        "The share of containers opened fell from 31 to 12 per cent within a year, while seizures "
        "stayed the same. Brokers were told beforehand what would change.")),
    (6, "Post-clearance audit: the first two years", "MN NP", "pca", "P1-S4", 150, True, "en", (
        "Both administrations moved control from the border to the books of importers. Six auditors "
        "were trained by colleagues from another member.",
        "A valuation database was built from audited declarations. The revenue that audits brought "
        "paid for the unit after eleven months.")),
    (7, "A single window that traders use", "ID MY", "single-window", "P1-S6", 128, True, "en", (
        "Two members describe why traders went around the first version of their single window: "
        "each agency still asked for paper.",
        "The second version began with the permit that most traders need. Release times of "
        "perishable goods halved.")),
    (8, "Integrity plans that survive a change of management", "PG TH", "integrity", "P1-S10",
     110, False, "en", (
        "An integrity plan was written by officers of all ranks, and signed by each new head of "
        "customs in the first month of office.",
        "Complaints are answered in public within ten days. For members only: the annex names "
        "cases.")),
    (9, "Scanners: buying less, seeing more", "LK BD", "inspection-technology", "P1-S3", 95, True,
     "en", (
        "Before buying scanners both members counted how many images their officers can judge in a "
        "shift, and bought fewer machines than planned.",
        "Images are judged in one centre. An image that nobody looks at is worth nothing.")),
    (10, "Working with other agencies at land borders", "LA VN KH", "coordinated-border", "P1-S11",
     82, True, "en", (
        "One stop for lorries at three crossings of the Mekong region: joint inspection, one form, "
        "and opening hours that match on both sides.",
        "Waiting fell from nine hours to two. The memorandum of the three governments is printed "
        "in the annex.")),
    (11, "Time release studies repeated", "PH JP", "time-release", "P2-S6", 70, True, "en fr", (
        "A time release study is worth most the second time. Two members measured again after "
        "three years, at the same ports and in the same weeks.",
        "What took longest was not customs: three quarters of the time passed between arrival and "
        "the lodging of the declaration.")),
    (12, "Advance rulings on origin", "NZ KR", "origin", "P1-S6", 58, True, "en", (
        "How a ruling is asked for, who decides, and how it binds every office of the country.",
        "Rulings are published without names. Disputes about origin fell by half.")),
    (13, "Authorised operators among small companies", "AU MY", "aeo", "P2-S1 P2-S3", 44, True,
     "en", (
        "Two programmes opened their authorised operator status to companies with fewer than "
        "fifty staff, with a form of four pages.",
        "Validators visit together with the tax administration. Sixty small companies joined in "
        "the first year.")),
    (14, "Training centres that share their courses", "MY FJ CN", "human-resources", "P1-S9", 31,
     True, "en", (
        "Regional training centres lend each other trainers and exercises. A course is written "
        "once and corrected by whoever gives it next.",
        "A list of courses, with languages and places, is kept by the regional office.")),
    (15, "Seizures of counterfeit medicines", "IN PH", "ipr", "P1-S4", 19, False, "en", (
        "Rights holders, health authorities and customs share one contact list. For members only, "
        "since it tells how consignments are chosen.",
        "Postal consignments are the larger part: small, many, and paid in advance.")),
    (16, "Follow-up of workshops: what participants changed", "JP VN FJ", "human-resources",
     "P1-S9", 7, True, "en", (
        "The yearly follow-up survey asked participants of eleven workshops what they did "
        "afterwards. Two thirds wrote a report; one third trained colleagues.",
        "What helped most was a head of customs who asked for a plan within a month.")),
)  # fmt: skip
FRENCH = (
    "Une étude du temps nécessaire à la mainlevée vaut surtout la deuxième fois. Deux membres ont "
    "mesuré de nouveau après trois ans, dans les mêmes ports et les mêmes semaines.",
    "Ce qui prenait le plus de temps n'était pas la douane : les trois quarts du délai s'écoulaient "
    "entre l'arrivée et le dépôt de la déclaration.",
)
CALLING = (
    "Customs and small parcels of electronic commerce",
    "The study asks how small parcels are declared, chosen for control and released. Tell us what "
    "you tried, what it cost, and what you would do differently.",
)
REVIEWED = "Data quality in advance cargo information"
CASES = {
    "FJ": ("Parcels at Nadi", "submitted", "One team clears all parcels between four and seven."),
    "NZ": ("Simplified declarations", "accepted", "A declaration of six fields was enough."),
    "TH": ("", "asked", ""),
    "VN": (
        "Parcels by land",
        "returned",
        "Parcels come by lorry; we weigh and scan them at night.",
    ),
    "PG": ("", "asked", ""),
    "AU": ("", "declined", ""),
}

# Subject, body, months ago it was sent, days for a reply (0: none asked for), share that replied.
CIRCULARS = (
    ("Nominations for the accreditation workshop",
     "Please nominate **one** officer with experience in diagnostics.\n\n- English at working "
     "level\n- available for two missions a year", 30, 21, 1.0),
    ("Change of the address of the office", "The office has moved one floor up. The telephone "
     "numbers stay the same.", 22, 0, 0.0),
    ("Capacity building needs of the coming year",
     "As every December we ask for your needs. Please reply with your *three* most urgent ones.",
     11, 30, 0.92),
    ("Meeting of the regional contact points", "The meeting takes place in the second week of the "
     "month. The agenda is attached to the invitation.", 5, 0, 0.0),
)  # fmt: skip
OPEN = (
    "Contact points for electronic commerce",
    "Dear colleagues,\n\nthe study on small parcels needs **one contact point** in each "
    "administration.\n\n1. Please name the officer.\n2. Tell us whether parcels are declared "
    "electronically.\n\nThank you for your help.",
)
DRAFT = ("Dates of the heads of customs conference", "The dates are not fixed yet.")
QUESTIONS = (
    ("declared", "yes_no", "Are small parcels declared electronically?",
     "Les petits colis font-ils l'objet d'une déclaration électronique ?"),
    ("contact", "text", "Who is your contact point (name, unit, e-mail)?",
     "Qui est votre point de contact (nom, service, courriel) ?"),
)  # fmt: skip
INTRO = (
    "The office thanks its members and partners for another full quarter. In this issue: what took "
    "place, what can be read, and what comes.\n\n*Demonstration text.*"
)
