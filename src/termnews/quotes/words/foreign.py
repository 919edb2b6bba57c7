"""Words of saying in languages other than English, for articles that quote in them.

Compiled for this project from general knowledge: the commonest verbs of saying of news in each language, in the forms
that stand beside a quotation.
"""

from __future__ import annotations

# A text with none of these is not English.
ENGLISH = (
    *(" the ", "The ", " and ", " of ", " said", " says", " to ", " was ", " is ", " with ", " you ", " it "),
    *(" that ", " this ", " his ", " not ", " by ", " from ", "n't", "n’t", "It ", "He ", "She "),
)

VERBS = frozenset(
    """
    dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute raconté raconte répondu répond estimé estime
    assuré assure confié confie lancé lance précisé précise souligné souligne regretté regrette dénoncé dénonce
    demandé demande parlé parle qualifié qualifie évoqué évoque promis promet rappelé rappelle martelé insisté insiste
    conclu conclut écrit commenté commente admis admet averti avertit réagi réagit annoncé annonce accusé accuse
    dijo dice añadió añade explicó explica afirmó afirma declaró declara aseguró asegura señaló señala preguntó
    pregunta respondió responde contestó contesta contó cuenta advirtió advierte insistió insiste calificó califica
    denunció denuncia reconoció reconoce escribió escribe lamentó lamenta subrayó subraya prometió comentó comenta
    disse diz afirmou afirma explicou explica acrescentou acrescenta declarou declara respondeu responde perguntou
    contou conta garantiu garante admitiu alertou escreveu escreve lamentou criticou classificou
    detto dice dichiarato dichiara spiegato spiega aggiunto aggiunge affermato afferma raccontato racconta risposto
    risponde commentato commenta chiesto chiede scritto scrive ammesso ammette avvertito promesso definito definisce
    sagte sagt erklärte erklärt meinte meint betonte betont antwortete antwortet fragte fragt rief ruft erzählte
    erzählt berichtete berichtet schrieb schreibt nannte nennt fügte warnte warnt forderte fordert kritisierte
    kritisiert bezeichnete bezeichnet sprach spricht versprach verspricht so kündigte teilte bestätigte klagte lobte
    zei zegt vertelde vertelt antwoordde antwoordt vroeg vraagt schreef schrijft noemde noemt stelde stelt riep voegde
    siger sagde fortæller fortalte forklarer forklarede skriver skrev svarer svarede spørger spurgte kalder kaldte
    mener mente tilføjer tilføjede udtaler udtalte sier sa sade säger berättar berättade förklarar förklarade svarar
    svarade frågar frågade skriver menar menade tillägger kallar kallade forteller fortalte legger
    řekl řekla říká uvedl uvedla dodal dodala odpověděl odpověděla vysvětlil vysvětlila zeptal zeptala prohlásil
    prohlásila napsal napsala tvrdí povedal povedala hovorí uviedol uviedla dodáva
    powiedział powiedziała mówi dodał dodała odpowiedział odpowiedziała wyjaśnił wyjaśniła stwierdził stwierdziła
    zapytał zapytała napisał napisała podkreślił podkreśliła zaznaczył zaznaczyła przyznał przyznała nazwał nazwała
    mondta mondja mondták kérdezte válaszolta felelte közölte írta hangsúlyozta nyilatkozta tette
    rekao rekla kaže kazao kazala dodao dodala izjavio izjavila poručio poručila odgovorio odgovorila upitao upitala
    tvrdi napisao napisala objasnio objasnila dejal dejala povedal pravi
    сказал сказала сказали говорит заявил заявила заявили сообщил сообщила сообщили ответил ответила добавил добавила
    отметил отметила пояснил пояснила объяснил объяснила рассказал рассказала подчеркнул подчеркнула спросил спросила
    написал написала признал признала назвал назвала считает уверен уверена сказав каже сказала заявив
    είπε δήλωσε λέει τόνισε ανέφερε πρόσθεσε απάντησε ρώτησε dedi söyledi belirtti sanoi kertoi vastasi kysyi
    """.split()
)

# What may stand between a quotation and the verb after it.
LINKS = frozenset(
    """
    a ha hat haben ont est s'est il elle on se le lo lui si ci er sie es der han hun hon de je ona jest jak так и
    entre avec har zo
    """.split()
)

# "According to", before whoever is the source.
ACCORDING = (
    *"Según Selon Laut Nach Secondo Segundo Podle Według Enligt Ifølge Volgens Prema".split(),
    *("D'après", "D’après", "По словам", "По его словам", "По её словам", "По ее словам", "Согласно"),
)

PRONOUNS = frozenset("il elle on er sie es han hun hon lui ella él".split())

ARTICLES = frozenset(
    """le la les l' un une el los las der die das dem den des ein eine il lo gli i o os as um uma de het een den det en
    der""".split()
)
