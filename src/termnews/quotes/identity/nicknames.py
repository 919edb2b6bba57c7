"""Short and pet forms of given names, and whose names are written surname first.

Compiled for this project from general knowledge of English usage and of the names common in Japan, Hungary, China,
Korea and Vietnam.  No name stands here because an article or a test has it.
"""

from __future__ import annotations

# A formal name, and what people who bear it are called.
_FORMS = """
aaron ron; abigail abby gail; abraham abe bram; adelaide addie heidi; agnes aggie; albert al bert bertie; alexander
alex alec al sandy sasha xander lex; alexandra alex sandra sandy sasha alexa lexi; alfred alf alfie fred freddie al;
alice allie; alison allie ali; amanda mandy; andrew andy drew; angela angie; ann annie nan nancy; anne annie nan;
anthony tony ant; antonio tony toni; arthur art artie; augustus gus; barbara barb babs barbie; bartholomew bart;
beatrice bea trixie; benjamin ben benny benji; bernard bernie; bernardo bernie; bradley brad; bradford brad; caroline
carrie caro; carolyn carrie lyn; catherine cathy kate katie kitty cat cate; cecilia celia cissy; charles charlie chuck
chas chaz; charlotte lottie charlie; christina chris chrissy tina; christine chris chrissy tina christie; christopher
chris kit topher; clarence clare; clifford cliff; clinton clint; constance connie; cornelius neil corny con; cynthia
cindy; daniel dan danny; david dave davey davy; deborah deb debbie debby; dennis denny den; derek del; diana di;
donald don donnie donny; dorothy dot dottie dolly; douglas doug; edgar ed eddie; edmund ed eddie ned ted; edward ed
eddie ned ted teddy; edwin ed eddie; eleanor ellie nell nora lena; elizabeth liz lizzie beth betty bess bessie betsy
eliza lisa libby elsie lilibet; ellen nell nellie; emily em millie; emmanuel manny; ernest ernie; eugene gene; evelyn
eve evie; ezekiel zeke; florence flo florrie; frances fran frankie fanny; francis frank frankie fran; franklin frank;
frederick fred freddie freddy rick; gabriel gabe; gabrielle gabby; gareth gary gaz; geoffrey geoff; george georgie;
gerald gerry jerry; gerard gerry; gertrude trudy gert; gilbert gil; gregory greg; gwendolyn gwen wendy; harold harry
hal; harriet hattie harry; helen nell nellie; henrietta hetty etta; henry harry hank hal; herbert herb bert bertie;
horace horry; howard howie; hubert bert; ignatius iggy; irving irv; isaac ike zac; isabel bella izzy; isabella bella
izzy; isidore izzy; jacob jake; jacqueline jackie; james jim jimmy jamie jem; jane janie jenny; janet jan; jasmine
jas; jason jay; jeffrey jeff; jennifer jen jenny jenna; jeremiah jerry; jeremy jem jerry; jerome jerry; jessica jess
jessie; joan joanie; joanna jo; joanne jo; john jack johnny jon; jonathan jon jonny; joseph joe joey jo; josephine jo
josie; joshua josh; joyce joy; judith judy jude; julia julie jules; julian jules; katharine kate katie kathy kat kit
kitty kay; katherine kate katie kathy kat kit kitty kay; kathleen kathy kath kate katie; kathryn kathy kate katie;
kenneth ken kenny; kimberly kim; kristina kris tina; lawrence larry laurie; laurence larry laurie; leonard len lenny
leo; leonardo leo; leopold leo; leslie les; lillian lil lily; louis lou lew; louisa lou; louise lou; lucille lucy;
lucinda lucy cindy; madeleine maddy; madeline maddy; malcolm mal; marcus marc; margaret maggie meg megan peg peggy
marge margie madge rita daisy greta; maria mia; marilyn lyn; marjorie marge margie; martha marty patsy; martin marty;
mary molly polly mamie; matilda tilly mattie; matthew matt matty; maureen mo; maurice mo; maximilian max; maxwell max;
melissa mel lissa; melvin mel; michael mike mick micky mikey mickey; michelle shelly; mikhail misha; mildred millie;
miranda mandy; miriam mimi; mitchell mitch; mohammed mo; montgomery monty; morris mo; moses mo; murray moe; nancy nan;
natalia natasha; nathan nate nat; nathaniel nate nat nathan; nicholas nick nicky; nicola nicky; nicole nicky; norman
norm; oliver ollie; olivia liv livvy; oscar ozzy; pamela pam; patricia pat patty patsy trish tricia; patrick pat
paddy; paula pauly; penelope penny; percival percy; peter pete; philip phil pip; phillip phil pip; philippa pippa;
priscilla cilla; prudence pru; rachel rae; randall randy; randolph randy; raphael rafe rafi; raymond ray; rebecca
becky becca reba bex; reginald reg reggie; reuben rube; richard rick dick rich richie ricky dickie; robert bob bobby
rob robbie bert; roberta bobbie; roderick rod; rodney rod; roger rodge; roland rollo; ronald ron ronnie; rosalind ros
roz; rosemary rosie rose; rudolph rudy; rupert rup; russell russ; salvatore sal; samantha sam sammy; samuel sam sammy;
sarah sally sadie; sebastian seb bas; sharon shaz; sheldon shelly; shirley shirl; sidney sid; sigmund siggy; silvester
sly; solomon sol; sophia sophie; spencer spence; stanley stan; stephanie steph stevie; stephen steve stevie; steven
steve stevie; stewart stu; stuart stu; susan sue susie suzy; susanna sue susie; suzanne sue suzy; sylvester sly;
sylvia syl; tabitha tabby; tamara tammy; terence terry tel; terrence terry; theodora dora thea; theodore ted teddy
theo; theresa terry tess tessa tracy; teresa terry tess tessa; thomas tom tommy; timothy tim timmy; tobias toby;
valentina val tina; valerie val; vanessa nessa; veronica ronnie; victor vic; victoria vicky vic tori; vincent vin
vince vinny; viola vi; virginia ginny ginger; vladimir vova volodya; walter walt wally; wilfred wilf; wilhelmina mina
minnie; william bill billy will willie liam; winifred winnie freda; winston win; yvonne vonnie; zachary zach zack;
aleksandr sasha; alexandr sasha; dmitri dima; evgeny zhenya; yevgeny zhenya; ivan vanya; nikolai kolya; sergei
seryozha; francisco paco pancho; jose pepe; ignacio nacho; jesus chucho; guadalupe lupe; enrique quique; dolores lola;
concepcion concha; rosario charo; giuseppe beppe pino; giovanni gianni; francesco franco; luigi gigi; johannes hans;
joachim jochen; friedrich fritz; heinrich heinz; wolfgang wolf; josef sepp; jan jannik; guillaume gui; elisabeth liz
lisa beth betty lisbeth
"""


def _formal_names() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in _FORMS.replace("\n", " ").split(";"):
        formal, *short = entry.split()
        for name in short:
            found.setdefault(name, set()).add(formal)
    return {name: frozenset(formal) for name, formal in found.items()}


FORMAL = _formal_names()
"""The formal names that a short one may stand for, in plain spelling."""

# Surnames that stand first in Chinese, Korean and Vietnamese names, in the usual transcriptions.
SURNAMES_FIRST = frozenset(
    """
    bae bai bui cai cao chan chang chen cheng cheung chiang choi chong chow chu chua cho chun dang deng ding dinh dong
    duong fan fang feng foo fu gao goh gong gu guo han hao he heng ho hoang hong hsieh hsu hu huang hui hung hwang
    jang jeon jeong jia jiang jiao jin jo jung kang khoo kim ko koh kong kuo kwak kwan kwok kwon lai lam lau le lee
    leung li lian liang liao lim lin ling liu loh lu luo luong ma mao meng min moon mun nam ng ngo nguyen oh ong
    ouyang pan pak park peng pham phan qi qian qin qiu qu quach ren ryu seo shao shen shi shin sim son song su suh sun
    tan tang tao teo thai tian ting to tong tran truong tsai tsang tse tung vo vu wan wang wei wen wong woo wu xi xia
    xiang xiao xie xiong xu xue yan yang yao ye yeo yeoh yeung yi yim yin yip you yu yuan yue yun zeng zhai zhang zhao
    zheng zhong zhou zhu zhuang zou
    """.split()
)

# Given names that stand last where the surname stands first: Japanese and Hungarian.
GIVEN_LAST = frozenset(
    """
    aiko aina airi akari akemi akihiko akihiro akihito akiko akio akira aoi asami asuka atsuko atsushi aya ayaka ayako
    ayame ayano ayumi chie chieko chihiro chika chiyo chiyoko daichi daigo daiki daisuke eiichi eiji eiko emi emiko
    eri eriko etsuko fumiko fumio futoshi genji goro hajime hanako haru haruka haruki haruko haruto hayato hideaki
    hideki hideko hideo hikari hikaru hina hiro hiroaki hiroki hiroko hiromi hiroshi hiroto hiroyuki hisako hisashi
    hitomi hitoshi honoka ichiro ikuko isamu isao itsuki izumi jiro junichi junichiro junko junpei kaede kaito kana
    kanako kaori kaoru katsumi katsuo kazuhiro kazuki kazuko kazumi kazuo kazuya keiichi keiji keiko keisuke keita
    kenichi kenji kenta kentaro kenzo kimiko kiyoko kiyoshi koichi koji kosuke kota kotaro kouhei kumiko kunihiko
    kyoko kyosuke maiko makoto mami mamoru mariko masaaki masahiko masahiro masaki masako masao masaru masashi masato
    masayoshi masayuki mayu mayuko mayumi megumi michiko midori mie miho mika miki mikio minako minoru misaki mitsuko
    mitsuo mitsuru miyako miyu miyuki mizuki momoka motoko nagisa nanako nanami naoki naoko naomi naoto naoya natsuki
    natsuko natsumi noboru nobuko nobuo nobuyuki noriko norio osamu reiko riko rina risa riku ryo ryoichi ryoko
    ryosuke ryota ryuichi ryuji sachiko sadao sakura saori satoko satomi satoru satoshi sayaka sayuri seiichi seiji
    seiko setsuko shigeo shigeru shinichi shinji shinobu shinzo shiori shiro shizuka shizuko shohei shoichi shoji
    shota shotaro shuichi shuji shun shunsuke sora sota susumu tadao tadashi taichi taiki takahiro takako takao
    takashi takayuki takeo takeshi takeru takuma takumi takuya tamiko taro tatsuo tatsuya tetsuo tetsuya tomohiro
    tomoko tomomi tomoya toru toshiaki toshiko toshio toshiyuki tsubasa tsutomu tsuyoshi wataru yasuhiro yasuko yasuo
    yasushi yoichi yoko yosuke yoshie yoshihiro yoshiko yoshio yuichi yuiko yuji yuka yukari yuki yukiko yukio yuko
    yuma yumi yumiko yuna yuri yuriko yusuke yuta yutaka yuto yuya yuzuki adel agota akos andor aniko antal aranka
    arpad attila balazs balint barnabas bela bence bernadett boglarka borbala botond csaba csilla denes dezso edina
    elemer eniko endre erno erzsebet eszter etelka ferenc gabor geza gellert gergely gergo gizella gyongyi gyorgy
    gyozo gyula hajnalka hedvig henrik huba hunor ibolya ildiko ilona imre irma istvan ivett jeno jolan jozsef juliska
    kalman karoly katalin kinga kornel krisztian krisztina laszlo lajos levente lili lorand matyas mihaly miklos mozes
    nandor noemi orsolya piroska pista reka rezso roza rozalia sandor sarolta szabolcs szilard szilvia tamas terezia
    tibor timea tihamer tunde vilmos virag zita zoltan zsigmond zsofia zsolt zsuzsa zsuzsanna
    """.split()
)
