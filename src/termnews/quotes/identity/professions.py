"""What people do, sorted into walks of life, so that a footballer and a judge of one name stay two.

Compiled for this project from general knowledge of how newspapers call people and name their sections; the words say
nothing about anyone in particular.
"""

from __future__ import annotations

_WALKS = {
    "politics": """president vice-president minister premier chancellor senator congressman congresswoman representative
        lawmaker legislator governor mayor councillor councilor councilman councilwoman council alderman mp msp mep peer
        politician candidate nominee democrat republican conservative labour tory liberal ambassador diplomat envoy
        secretary whip delegate undersecretary commissioner king queen prince princess emir sultan monarch pollster
        strategist campaigner parliamentarian""",
    "law": """judge justice lawyer barrister solicitor attorney prosecutor advocate magistrate clerk counsel notary
        paralegal coroner recorder defendant witness juror bailiff sheriff""",
    "police": """detective inspector constable superintendent policeman policewoman trooper marshal sergeant""",
    "army": """general colonel major captain lieutenant corporal private admiral commander brigadier soldier veteran
        airman marine""",
    "business": """executive ceo cfo coo cto chairman chairwoman founder co-founder banker investor trader broker
        entrepreneur businessman businesswoman shipowner owner shareholder economist analyst accountant manager
        financier retailer industrialist carmaker developer landlord consultant marketer publicist""",
    "technology": """programmer developer engineer coder designer hacker architect technologist""",
    "science": """scientist chemist physicist biologist researcher astronomer geologist mathematician engineer inventor
        statistician ecologist botanist zoologist palaeontologist paleontologist archaeologist historian sociologist
        anthropologist climatologist meteorologist chemistry physics biology astronomy geology""",
    "education": """teacher professor lecturer headmaster headmistress headteacher dean provost rector principal student
        pupil tutor scholar academic schoolteacher librarian""",
    "health": """doctor surgeon nurse physician anaesthetist anesthesiologist paramedic psychiatrist psychologist
        midwife pharmacist dentist epidemiologist virologist oncologist paediatrician pediatrician therapist gp medic
        patient immunologist neurologist cardiologist""",
    "arts": """actor actress singer musician drummer guitarist pianist violinist composer conductor painter sculptor
        artist author novelist poet playwright writer screenwriter filmmaker dancer choreographer comedian rapper
        photographer illustrator curator bassist dramatist soprano tenor baritone violist cellist organist dj
        bandleader songwriter""",
    "media": """journalist reporter editor columnist correspondent anchor presenter broadcaster host blogger publisher
        critic commentator newsreader""",
    "sport": """footballer player striker midfielder defender goalkeeper winger coach quarterback pitcher catcher
        batsman bowler batter opener cricketer golfer swimmer runner sprinter cyclist skier skater rower boxer wrestler
        gymnast athlete jockey tennis chess grandmaster referee umpire champion medallist medalist olympian showjumper
        rider driver linebacker receiver guard center forward fly-half prop hooker sailor yachtsman climber
        skipper captain rugby football cricket olympic""",
    "religion": """pastor priest bishop archbishop cardinal pope rabbi imam vicar reverend nun monk deacon minister
        chaplain canon abbot abbess sister preacher theologian""",
    "work": """farmer fisherman stonemason carpenter plumber electrician mechanic builder gardener baker butcher miner
        miller shepherd forester cook chef waiter waitress driver cleaner shopkeeper publican grocer bricklayer mason
        tailor cobbler potter postman firefighter fireman docker smith welder hairdresser barber florist
        beekeeper trucker""",
    "crime": """murderer killer gunman suspect burglar thief robber inmate prisoner convict fugitive mobster""",
}  # fmt: skip

_SECTIONS = {
    "politics": "politics election elections government parliament congress senate westminster washington politik",
    "law": "courts court law legal crime justice",
    "business": "business economy economics money markets finance companies companies industry wirtschaft economia",
    "technology": "technology tech digital internet computing gadgets",
    "science": "science space wissenschaft ciencia",
    "education": "education schools universities university",
    "health": "health medicine wellbeing gesundheit salud",
    "arts": "arts art culture entertainment film films movies music books stage theatre theater television tv kultur",
    "media": "media",
    "sport": "sport sports football soccer cricket tennis golf rugby cycling racing athletics deportes",
    "religion": "religion faith church",
    "work": "gardening farming food cooking",
}


def _inverted(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for walk, words in lists.items():
        for word in words.split():
            found.setdefault(word, set()).add(walk)
    return {word: frozenset(walks) for word, walks in found.items()}


WALKS = _inverted(_WALKS)
"""The walks of life that a word in a role tells: several where it is ambiguous ("captain", "minister")."""

SECTION_WALKS = _inverted(_SECTIONS)
"""The walk of life that most people quoted in a section belong to."""

# People go from one of these to the other, or a newspaper calls them now this, now that.
NEIGHBOURS = frozenset(
    frozenset(pair.split())
    for pair in """politics law;politics business;politics army;politics education;politics police;politics
        crime;law police; law crime;law business;business technology;business science;technology science;science
        education;science health; health education;arts media;arts education;media politics;media business;army
        police;work business;education religion; law education;education business;arts business;sport media;army
        business;army work""".split(";")
)

# What a title or an abbreviation in it says in full.
IN_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "maj": "major", "gen": "general",
    "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "adm": "admiral",
    "cllr": "councillor", "prof": "professor", "rev": "pastor", "revd": "pastor", "reverend": "pastor",
    "fr": "priest", "insp": "inspector", "det": "detective", "supt": "superintendent", "councilor": "councillor",
    "justice": "judge", "co-founder": "founder", "cofounder": "founder", "vp": "vice-president", "evp": "executive",
    "svp": "executive", "sec": "secretary", "amb": "ambassador", "congresswoman": "representative",
    "congressman": "representative", "pres": "president", "chairwoman": "chair", "chairman": "chair", "dr": "",
    "mr": "", "mrs": "", "ms": "", "miss": "", "sir": "", "dame": "", "lord": "", "lady": "", "mx": "",
}  # fmt: skip

# Words of a role that many share, or that say nothing of what somebody does.
COMMON = frozenset(
    """
    president vice executive chief director manager head leader member spokesman spokeswoman spokesperson official
    officer senior assistant deputy secretary chair representative adviser advisor general party minister professor
    national state city county district company group new last first former candidate
    """.split()
)
EMPTY = frozenset(
    """
    a an the of for at in on to and or by with from as who whose his her its their former ex then late retired acting
    longtime veteran old year aged his one
    """.split()
)
KIN = frozenset(
    """
    wife husband son daughter brother sister father mother widow widower uncle aunt nephew niece cousin parent
    grandson granddaughter grandfather grandmother fiance fiancee girlfriend boyfriend stepson stepdaughter
    sister-in-law brother-in-law son-in-law daughter-in-law mother-in-law father-in-law twin
    """.split()
)
