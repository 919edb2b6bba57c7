"""Verbs of saying.

Compiled for this project from general knowledge of English news style; no corpus was mined for it.  Regular verbs are
listed by their stem and inflected by rule, irregular ones form by form.
"""

from __future__ import annotations

# Verbs that carry a whole quotation on either side: "…," she said / said Smith / Smith said: "…"
_SPEECH = """
    say:said:saying:says tell:told:telling:tells write:wrote:writing:writes:written read:reading:reads
    speak:spoke:speaking:speaks think:thought:thinking:thinks begin:began:beginning:begins
    swear:swore:swearing:swears sing:sang:singing:sings retell:retold:retelling:retells
    foretell:foretold:foretelling:foretells text:texted:texting:texts blog:blogged:blogging:blogs
    quip:quipped:quipping:quips admit:admitted:admitting:admits retort:retorted:retorting:retorts
    rebut:rebutted:rebutting:rebuts chat:chatted:chatting:chats sob:sobbed:sobbing:sobs acknowledge add admonish
    advise affirm agree allege announce answer argue ask assert assure aver bark beg bellow bemoan blurt boast
    bluster bray caution charge cheer chide chime chirp chuckle claim clarify coax command comment complain concede
    conclude concur confess confide confirm conjecture contend continue counsel counter croak crow cry declare
    decree demand demur deny detail disclose echo elaborate email emphasize emphasise enthuse enumerate exclaim
    exhort explain exult fret fume gasp gloat grin groan growl grumble gush hint holler howl implore imply indicate
    inform insinuate insist instruct interject intone joke jest josh lament laugh maintain marvel mention moan
    mumble murmur muse mutter note object observe opine plead pledge pray predict preach proclaim profess promise
    prophesy propose protest pronounce purr query question rant rasp reaffirm reason reassure recall recite
    recollect reckon recommend recount rejoin reiterate relate remark remember remind repeat reply report request
    respond reveal roar rule scoff scold scream shout shriek sigh snap snarl sneer sniff speculate spit stammer
    state stress stutter suggest summarize summarise surmise theorize testify thunder tweet urge utter venture
    volunteer vow wail warn whine whisper wonder worry yell yelp quote post message chant joke retaliate reflect
    acclaim apologize apologise brag sum reckon riff vent gripe grouse deadpan rave ruminate forecast smile shrug
    nod open closed:closing:closes start finish interrupt interpose
"""

# Verbs that bring in a description, a judgment or a fragment, never stand after a whole sentence: called it "…"
_DESCRIBING = """
    call:called:calling:calls label:labelled:labeled:labelling:labeling:labels dub:dubbed:dubbing:dubs
    slam:slammed:slamming:slams refer:referred:referring:refers rip:ripped:ripping:rips speak:spoke:speaking:speaks
    spoken deem:deemed:deeming:deems put:putting:puts accuse address allude applaud assail attack attribute believe
    berate blame blast brand cast castigate categorize characterize characterise cite commend compare compliment
    condemn congratulate consider credit criticize criticise decry defend deliver denounce deride denigrate depict
    deplore deride describe disagree discuss dismiss disparage disavow doubt encourage endorse envision estimate evoke
    excoriate expect express fear foresee greet hail highlight hope idealize impugn invoke lambaste lampoon lash laud
    liken mock mourn nickname oppose outline paint picture pillory portray praise promise question quote rail rate
    rebuff rebuke recognize regard reject reprimand reproach ridicule salute savage scorn shame signal herald identify
    coin designate intimate find:found:finding:finds show:showed:shown:showing:shows skewer slate stigmatize tag talk
    taunt tease term thank tout trash trumpet underline underscore upbraid vilify vouch view voice want
    """

# Verbs after which the speaker is the one addressed less often than the one who speaks: never inverted ("told Smith").
_ADDRESSING = "tell assure remind inform advise urge instruct admonish exhort counsel reassure thank"

# Verbs of saying that need a second word: "went on", "shot back".
PHRASAL = {
    word: frozenset(second.split("/"))
    for forms, second in (
        ("went goes going go", "on"),
        ("shot shoots hit hits fired fires came snapped clapped", "back"),
        ("pointed points spoke speaks cried cries called", "out"),
        ("put puts", "it/in"),
        ("piped pipes spoke", "up"),
        ("chimed chimes broke cut", "in"),
    )
    for word in forms.split()
}

# Nouns that report what somebody said, where a possessive tells whose they are: "Smith's call for a …".
SAYINGS = frozenset(
    """
    accusation accusations admission allegation allegations answer argument assertion assertions assessment call calls
    characterisation characterization claim contention claims comment comments complaint criticism declaration
    demand description
    insistence phrase plea pledge prediction promise question reference remark remarks response statement suggestion
    vow warning words
    """.split()
)

# And those whose author follows: "the contention of Smith that", "a report by Smith that".
AUTHORED = frozenset(
    "assertion claim claims contention argument allegation allegations insistence report reports".split()
)

# Messages are said by whoever writes them.
MESSAGES = frozenset(
    "message e-mail email letter note post tweet text diary memo article column op-ed essay blog speech".split()
)

# What may stand between a subject and its verb.
AUXILIARIES = frozenset(
    """
    has had have having is was were are be been being would will could should may might must can did does do 'd 'll
    not n't also then later now once often never always still just even only again repeatedly recently previously
    already long first finally famously reportedly since who'd hasn't hadn't haven't didn't doesn't don't wasn't
    isn't won't wouldn't couldn't can't cannot himself herself themselves itself
    """.split()
)


def _regular(stem: str) -> tuple[str, str, str]:
    """The past, the gerund and the third person of a regular verb."""
    if stem.endswith("e"):
        return stem + "d", stem[:-1] + "ing", stem + "s"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem[:-1] + "ied", stem + "ing", stem[:-1] + "ies"
    if stem.endswith(("s", "sh", "ch", "x", "z")):
        return stem + "ed", stem + "ing", stem + "es"
    return stem + "ed", stem + "ing", stem + "s"


def _forms(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """All finite forms (and stems), and all gerunds, of a list of verbs."""
    finite: set[str] = set()
    gerunds: set[str] = set()
    for entry in source.split():
        forms = entry.split(":")
        for form in forms if len(forms) > 1 else (entry, *_regular(entry)):
            (gerunds if form.endswith("ing") and form not in {"sing", "bring"} else finite).add(form)
    return frozenset(finite), frozenset(gerunds)


# Frequent verbs that say nothing, in the forms that could be mistaken for a noun after a noun.
OTHER_VERBS = frozenset(
    """
    took gave made went came got left sent won lost led ran began kept became knew let met paid saw sat sold stood
    spent brought bought built fell found grew heard met rose wore drew drove ate chose broke flew forgot hid held
    threw woke wore takes gives makes goes comes gets leaves sends wins loses leads runs begins keeps becomes knows
    lets meets pays sits stands spends brings buys builds falls finds grows hears rises wants needs seems appears
    looks works lives believes thinks feels faces plans helps shows plays moves holds decide want need seem appear
    get go come make take give know continued failed started tried turned seemed wanted needed looked appeared used
    worked moved lived cut set shut quit hurt fought caught taught struck swept shook dealt
    """.split()
)

SPEECH, SPEECH_GERUNDS = _forms(_SPEECH)
DESCRIBING, DESCRIBING_GERUNDS = _forms(_DESCRIBING)
ADDRESSING, _ = _forms(_ADDRESSING.replace("tell", "tell:told:telling:tells"))
# Verbs that report a clause with "that" or a question.
REPORTING, _REPORTING_GERUNDS = _forms(
    """
    say:said:saying:says tell:told:telling:tells write:wrote:writing:writes:written read:reads
    swear:swore:swearing:swears admit:admitted:admitting:admits tweet:tweeted:tweeting:tweets acknowledge add advise
    affirm allege announce answer argue ask assert assure caution claim clarify comment complain concede conclude
    confess confirm contend counter declare demand deny disclose emphasize emphasise estimate exclaim explain hint
    indicate inform insist joke maintain mention note object observe plead pledge point post predict proclaim promise
    propose protest reaffirm recall reckon recommend recount reiterate remark remind repeat reply report respond
    retort reveal rule speculate state stress suggest testify vow warn wonder worry add accept enquire inquire lament
    boast quip conclude
    """
)
REPORTING = REPORTING | _REPORTING_GERUNDS | {"pointed", "points"}
ASKING = frozenset("ask asks asked asking wonder wonders wondered enquire enquired inquire inquired question".split())
# Those after which "that" may be left out.
PLAIN = frozenset(
    """
    say says said tell tells told claim claims claimed argue argues argued add adds added admit admits admitted insist
    insists insisted maintain maintains maintained suggest suggests suggested explain explained acknowledge
    acknowledges acknowledged estimate estimates estimated predict predicts predicted promise promises promised warn
    warns warned swear swears swore vow vows vowed deny denies note notes noted reckon reckons reckoned concede
    concedes conceded state stated write writes wrote announce announced confirm confirmed complain complained report
    reported assure assured joke jokes joked declare declared allege alleges alleged confess confessed
    """.split()
)
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight later afterwards afterward then
    also earlier again recently
    """.split()
)
# Words that are verbs of saying only where a subject stands before them, being nouns or adjectives as often.
NOUNS_TOO = frozenset(
    """
    comment comments report reports claim claims state states call calls note notes promise promises question
    questions answer answers request requests charge charges demand demands tweet tweets post posts command commands
    rule rules object objects name names label labels brand brands cast press term terms use rate rates attack
    attacks support supports highlight highlights view views voice voices hope hopes doubt doubts fear fears blame
    credit credits picture pictures frame frames hit hits read reads open close start finish issue issues release
    releases quote quotes chat joke jokes boast boasts cry cries pledge pledges vow vows protest protests worry
    worries message messages text texts reason remark remarks cause mean means thought long stress cheer cheers pan
    tag detail details address addresses push praise laugh smile nod salute slate welcome shame estimate estimates
    blog blogs counsel retort retorts reply replies response lament
    laments boast boasts quip quips caution hint hints sigh
    shout shouts roar scream screams yell yells whisper whispers plea
    decree conjecture echo murmur growl groan groans grin sighs cheers
    wonder wonders sense chant chants signal signals query queries email emails blast knock find finds
    present mock express draw see saw felt like talk talks trash take takes hold closed spit cites sum sums
    """.split()
)
