"""Titles, nouns for people, and words that are capitalised without being anybody's name.

Compiled for this project from general knowledge of English news style.
"""

from __future__ import annotations

# Titles that go before a name and are no part of it.  With the sex they tell, where they tell one.
MALE_TITLES = frozenset(
    "Mr Mr. Sir Lord King Prince Father Fr. Brother Congressman Councilman Chairman Baron Duke Pope Imam".split()
)
FEMALE_TITLES = frozenset(
    """Mrs Mrs. Ms Ms. Miss Lady Dame Queen Princess Sister Madam Congresswoman Councilwoman Chairwoman Baroness
    Duchess""".split()
)
# Nouns that tell a sex.
FEMALE_NOUNS = frozenset(
    """
    wife mother daughter sister aunt widow girlfriend actress woman girl grandmother niece queen princess mom mum lady
    """.split()
)
MALE_NOUNS = frozenset(
    """
    husband father son brother uncle widower boyfriend actor man boy grandfather nephew king prince dad guy
    """.split()
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """
    Ven Ven. Revd Canon Recorder Mx Mx. Dr Dr. Prof Prof. Professor Rev Rev. Reverend Hon Hon. Sen Sen. Sens. Rep Rep.
    Reps. Gov Gov. Govs. Lt Lt. Col Col. Gen Gen. Maj Maj. Capt Capt. Captain Sgt Sgt. Sergeant Cpl Cpl. Pvt. Adm Adm.
    Cmdr. Cmdr Insp Insp. Det Det. Supt Supt. Pte Lieutenant Colonel General Major Corporal Private Admiral Commander
    Inspector Detective Superintendent Constable Officer Marshal Brigadier President Vice Senator Representative
    Governor Mayor Secretary Minister Prime Chancellor Premier Cardinal Bishop Archbishop Rabbi Pastor Judge Justice
    Chief Attorney Attorneys Ambassador Speaker Delegate Councillor Councilor Alderman Commissioner Director Deputy
    Assistant Associate Acting Undersecretary Treasurer Comptroller Controller Sheriff Solicitor Counsel Counselor
    Coroner Coach Manager Chair Chairperson Chief CEO CFO CTO COO CIO VP EVP SVP Executive Managing Founder Co-founder
    Cofounder Co-Founder Partner Editor Columnist Reporter Correspondent Anchor Host Author Writer Producer Actor
    Actress Singer Striker Goalkeeper Midfielder Defender Quarterback Pitcher Captain Spokesman Spokeswoman
    Spokesperson Analyst Economist Strategist Consultant Adviser Advisor Aide Activist Lawyer Attorney Prosecutor
    Barrister Engineer Scientist Researcher Physicist Biologist Historian Dean Provost Principal Headteacher Teacher
    Nurse Surgeon Paramedic Farmer Democrat Republican Democratic GOP Tory Labour Conservative Liberal Libertarian
    Socialist Green Ex Former Late Retired Then Presumptive State First Second Third House Senate Majority Minority
    Leader Whip Foreign Defense Defence Home Finance Health Education Interior Treasury Prime Union Federal District
    County City Regional National International Political Press Communications Campaign Policy Senior Junior Head Lead
    Special Agent Master Saint Emir Sheikh Sultan Crown Emperor Empress MP MSP MEP Sec. Supreme Vice-President
    Vice-Chairman Nominee Candidate Frontrunner Billionaire Businessman Businesswoman Pollster Co-host Co-author
    Co-chair Co-Chair Cochair Co-director Staff Nobel
    """.split()
    )
)

# Lower-case nouns for people who speak: "a spokesman for …", "the president".  Anything ending so counts as well.
PERSON_ENDINGS = (
    "man",
    "woman",
    "men",
    "women",
    "person",
    "people",
    "ist",
    "ists",
    "er",
    "ers",
    "or",
    "ors",
    "ian",
    "ians",
    "ant",
    "ants",
)
# Words that end like nouns for people and are none.
NO_PERSON_NOUNS = frozenset(
    """
    after another answer better bigger border career center chapter color colour computer constant consider corner cover
    dinner disorder distant door earlier either encounter error ever exist factor favor favour fear finger floor further
    greater harbor harbour higher honor honour however humor important instant interior exterior labor labour larger
    later longer lower major matter minor mirror never number offer older order other over
    power prior quarter rather register relevant restaurant rumor rumour river sector semester server shelter shoulder
    shower significant smaller summer sweater tenor terror together tower twist under water weather whatever whenever
    whether winter wonder younger plant grant covenant warrant assist consist insist persist resist checklist playlist
    motor tractor reactor elevator indicator calculator monitor humour vapour behavior behaviour armor rigor glamor
    """.split()
)
PERSON_NOUNS = frozenset(
    """
    president chief secretary minister mayor judge justice coroner professor doctor nurse aide aides mother father son
    daughter brother sister wife husband widow uncle aunt cousin parent parents friend friends neighbour neighbor boss
    donor donors winner comedian rapper official officials source sources candidate nominee front-runner expert experts
    executive executives attorney attorneys lawyer lawyers ambassador captain coach
    chair chairwoman ceo cfo director head founder partner columnist
    anchor host pundit guest student students resident residents witness witnesses victim victims fan fans supporter
    supporters critic critics delegate delegates diplomat diplomats democrat republican lawmaker lawmakers veteran
    veterans patient patients author governor senator congressman congresswoman representative agent analyst economist
    strategist adviser advisor consultant boy girl teen teenager kid child children crowd teacher pastor rabbi bishop
    priest imam pope king queen prince princess actor actress singer star champion mogul magnate billionaire
    businessman tycoon pilot soldier sergeant officer detective inspector constable sheriff cop police cops campaign
    statement report study survey company firm group organization organisation agency department ministry union party
    committee commission council court team club bank network newspaper paper magazine site website website's
    government administration authorities prosecutors board spokespeople colleague colleagues opponent opponents rival
    rivals member members native clerk user users activist protester operative operatives insider insiders constituent
    constituents president-elect voter voters counsel deputy usher postmistress archbishop vicar dean curate chaplain
    nun monk rabbi chef cook cleric plaintiff defendant accused superintendent poet sculptor physio forward goalkeeper
    midfielder prop hooker coach curator novelist laureate landlord landlady tenant apprentice surgeon paramedic
    midwife vet dentist therapist clerk steward envoy aristocrat duke duchess earl countess baron lord lady knight
    private corporal admiral colonel major lieutenant marshal warden private envoy heir heiress host hostess guest
    juror magistrate barrister solicitor advocate counsel recorder bailiff caretaker janitor beekeeper shepherd
    butcher ballerina cellist virtuoso chef cyclist jockey bookie nominee laureate alumnus alumna bride groom fiancé
    fiancée incumbent claimant complainant appellant suspect convict inmate hostage refugee migrant orphan twin niece
    nephew granddaughter grandson grandmother grandfather grandparents father-in-law mother-in-law godmother newcomer
    pupil scholar scientist researcher geophysicist volcanologist co-author co-writer co-pilot pilot first-timer
    graduate native volunteer recruit athlete guide judge apprentice someone somebody everyone nobody anyone
    """.split()
)

# Those of them that are no persons, and those that nobody in particular bears: "the source said".
INSTITUTIONS = frozenset(
    """
    campaign statement report study survey company firm group organization organisation agency department ministry
    union party committee commission council court team club bank network newspaper paper magazine site website
    government administration board crowd newsletter letter order number power poster computer center chapter war
    answer
    """.split()
)
# People whom an article leaves without a name.
NOT_BEARERS = INSTITUTIONS | frozenset(
    """
    source person man woman official aide officer spokesman spokeswoman spokesperson candidate speaker user
    member moderator heckler protester protestor attendee caller opponent rival critic interviewer stranger reader
    listener viewer reporter organizer organiser voter supporter someone somebody
    """.split()
)

# Words that make a run of capitalised words an organisation, a place or a thing, not a person.
ORGANISATION_WORDS = frozenset(
    """
    Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. LLC PLC plc Group Holdings Bank Capital Partners Ventures
    Systems Technologies University College School Institute Institution Foundation Trust Society Association
    Federation Union League Committee Commission Council Conference Congress Parliament Senate House Assembly Court
    Department Ministry Office Agency Bureau Administration Authority Board Center Centre Hospital Clinic Museum
    Library Church Party Caucus Coalition Alliance Campaign Team United FC Club Times Post Journal News Herald Tribune
    Gazette Guardian Telegraph Independent Standard Chronicle Globe Review
    Sentinel Examiner Observer Inquirer Enquirer Dispatch Register Courier Ledger Magazine Press Media Network Radio
    Television TV Channel Service Services Force Army Navy Police Project Fund Initiative Network Research Airlines
    Airways Motors Industries Energy Oil Gas Electric Pharmaceuticals Labs Laboratories Studios Pictures Records
    Street Avenue Road Square Park River Lake Mountain Island Islands County City State States Kingdom Republic
    Airport Station Hotel Tower Towers Hall Act Bill Award Awards Prize Cup Games Olympics Championship Stadium
    Convention Summit Report Reports Survey Poll Polls Study Amendment Constitution Internet Web Online Twitter
    Facebook Google Microsoft Amazon Today Tonight Daily Weekly Morning Evening Action Rights Watch Security
    Intelligence Affairs Justice Defense Defence Treasury Democrats Republicans Americans Conservatives Liberals
    Labour Super PAC Tea Town Village Valley Beach Hills Bay Coast North South East West Northern Southern Eastern
    Western New Festival Works Quay Harbour Harbor Hill Estates Estate Wharf Docks Pier Mill Farm Lane Bridge
    Cathedral Abbey Castle Palace Theatre Theater Cinema Gallery Academy Orchestra Forum Rovers Athletic Albion
    Wanderers Borough Parish Ward Road Terrace Gardens Crescent
    """.split()
)

# Those that are surnames as well: "Anita Hill" is a person, "Marl Hill" none.
SURNAMES_TOO = frozenset(
    "Hill Lane Bridge Ward Mill Castle Parish Park Street Lake Bill Hall Church West North Case".split()
)

# Capitalised at the start of a sentence, or always, yet never part of a person's name.
CONTRACTIONS = frozenset(
    f"{word}{mark}{ending}"
    for mark in "'’"
    for words, ending in (
        ("I We You They Who", "ve"),
        ("I We You They He She It Who That There", "ll"),
        ("We You They", "re"),
        ("I We You They He She It Who", "d"),
        ("It That There Here What Where Who How He She Let When", "s"),
        ("Don Doesn Didn Can Won Isn Aren Wasn Weren Haven Hasn Hadn Couldn Shouldn Wouldn Mustn Ain", "t"),
        ("I", "m"),
    )
    for word in words.split()
)
"""Words of two: "Don't", "We've"."""
NOT_NAMES = (
    frozenset(
        """
    A An The This That These Those There Here He She It They We You I His Her Its Their Our My Your Who What When
    Where Why How Which Whose While Whether If As At By For From In Into Of On Off Or Nor And But So Yet To Up With
    Without Within Over Under After Before Since Until During Despite Although Though Because Once Unless Also Even
    Still Just Only Not No Yes Then Now Later Earlier Meanwhile However Moreover Instead Indeed Perhaps Maybe Both
    Each Every Either Neither Some Many Most Much More Less Few Several All Any Another Other Others One Two Three
    Four Five Six Seven Eight Nine Ten Like Unlike About Above Across Against Along Among Around Behind Below
    Beneath Beside Between Beyond Down Inside Outside Near Through Throughout Toward Towards Upon Via Amid Per Than
    Asked Speaking Calling Adding According Following Citing Writing Saying Noting Referring Responding Is Are Was
    Were Be Been Has Had Have Do Does Did Can Could Would Should May Might Must Let Get Got Go Come Look See
    Read Click Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July
    August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Mon. Tues. Wed. Thurs.
    Fri. Sat. Sun. Last Next Yesterday Today Tomorrow Tonight Republican Republicans Democrat Democrats Democratic
    American Americans British French German Russian Chinese Japanese Mexican Canadian European African Asian
    English Irish Scottish Welsh Italian Spanish Israeli Iranian Iraqi Syrian Turkish Indian Muslim Muslims
    Christian Christians Jewish Catholic Twitter Facebook God Christmas Easter Rather Again Almost Already Always
    Never Often Sometimes Soon Such Well Why Finally Additionally Separately Similarly Nevertheless Nonetheless Thus
    Therefore Hence Likewise Otherwise Hours
    Days Weeks Months Years Minutes Moments Ever Came Thank Thanks Please Well Okay OK Oh
    Further Furthermore Besides Due Given Contrary Ultimately Overall Simply Somewhat Whereas Whenever Wherever
    Whatever Whoever Anyone Everyone Someone Somebody Anybody Everybody Nobody Nothing Everything Anything Something
    Worse Better Worst Sorry Available Talks Fears Hopes Plans Critics Controversial Remember Think
    Consider Imagine Suppose Including Regarding Concerning Considering Apart Aside Together Elsewhere Nowhere
    Somewhere Everywhere Hardly Barely Enough Fewer Least
    """.split()
    )
    | CONTRACTIONS
)

PARTICLES = frozenset(
    "de da do dos das van von der den del della di du la le el al bin ibn ben ter ten af av y e".split()
)
SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
# Letters after a name that are no part of it.
POST_NOMINALS = frozenset("KC QC SC MP MSP MEP MLA TD OBE MBE CBE KBE DBE PhD Ph.D. MD M.D. FRS Esq Esq. RN JP".split())
# Honorifics: how somebody is addressed, not what somebody is.
HONORIFICS = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Sir Dame Lord Lady Madam".split())
# Titles that a person goes by where the article gives no given name: "Mr Reed", "Judge Lamb".
CALLED_BY = HONORIFICS | frozenset(
    """Dr Dr. Prof Prof. Professor Rev Rev. Father Sister Brother Judge Justice Captain Sergeant Sgt Sgt. Inspector
    Detective Constable Colonel Major General Sheriff Bishop Rabbi Canon Councillor Officer""".split()
)
# And those that only a person has.
PERSONAL = CALLED_BY | frozenset(
    """President Senator Sen Sen. Representative Rep Rep. Governor Gov Gov. Congressman Congresswoman Secretary Mayor
    Chancellor Premier King Queen Prince Princess Pope Ambassador Cardinal Archbishop Chairman Chairwoman""".split()
)
# Before a stretch in marks that is a label or somebody's pretence, not somebody's words.
NAMING = frozenset("so-called self-styled alleged labelled labeled headed headlined nicknamed".split())
# What has a title that stands in marks: a novel, "The Salt Road".
WORKS = frozenset(
    """
    book novel film movie play song single album series show programme program documentary poem painting essay memoir
    opera musical episode ballad sculpture story magazine newsletter podcast game ship boat ferry yacht exhibition
    """.split()
)
# Capitals and countries that are said to say things.
PLACES = frozenset(
    """
    Washington Moscow Beijing London Paris Berlin Brussels Rome Madrid Tokyo Tehran Ankara Kiev Kyiv Delhi Jerusalem
    Cairo Russia China Iran Israel Turkey Germany France Britain England Scotland Wales Ireland Italy Spain Japan
    India Pakistan Syria Iraq Ukraine Poland Greece Mexico Canada Australia Brazil America Europe Asia Africa
    California Texas Florida Ohio Iowa Colorado Virginia Georgia Arizona Nevada Pennsylvania Michigan Wisconsin
    Vermont Orlando Congress Hampshire Carolina Jersey York Chicago Boston Latino Hispanic Nobody
    """.split()
)
