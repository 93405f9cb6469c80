"""Titles, roles and what they tell: words before a name ("Foreign Minister"), and nouns for what a person is."""

from __future__ import annotations

__all__ = [
    "FEMALE_WORDS",
    "HONORIFICS",
    "MALE_WORDS",
    "ROLES",
    "SAME_ROLE",
    "TITLES",
    "TITLE_OF",
]

# Forms of address: always before a name, never a role.
HONORIFICS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady madam rev reverend fr father sister brother saint st prof"
    " professor hon mister sheikh sheik ayatollah hojatoleslam imam rabbi cardinal bishop archbishop pope"
    " prince princess king queen emperor baroness baron count pastor mullah maulana shaikh hajji".split()
)

# Words that end a title printed in capitals before a name.
TITLES = frozenset(
    "president president-elect vice-president premier chancellor minister secretary undersecretary"
    " under-secretary ambassador envoy senator sen sens representative rep reps congressman congresswoman"
    " governor gov lt-gov mayor councilman councilwoman councillor councilor alderman assemblyman"
    " assemblywoman speaker leader whip chairman chairwoman chairperson chair chief director judge justice"
    " magistrate attorney prosecutor sheriff commissioner commander general gen colonel col major maj captain"
    " capt cpt lieutenant lt sergeant sgt admiral adm brigadier marshal corporal cpl private pvt"
    " staff-sergeant commodore inspector superintendent constable detective officer agent spokesman"
    " spokeswoman spokesperson adviser advisor aide counsel counselor lawyer solicitor editor correspondent"
    " reporter anchor host columnist analyst economist author actor actress singer comedian coach manager"
    " executive ceo cfo coo founder co-founder owner treasurer administrator coordinator candidate nominee"
    " deputy mp mep msp congressmember delegate dictator activist strategist pollster historian scientist"
    " researcher surgeon ombudsman comptroller auditor head star democrat republican consul".split()
)

# "Secretary of State": what may follow a title after "of" and still belong to it.
TITLE_OF = frozenset(
    "state defense defence staff treasury interior homeland commons health energy education labor labour"
    " agriculture commerce transportation justice police war foreign national veterans housing".split()
)

# Nouns that say what one person is; all in the singular.
ROLES = TITLES | frozenset(
    "advocate ally archaeologist artist assistant associate attorney-general billionaire biographer blogger"
    " boss boyfriend businessman businesswoman campaigner cleric clerk colleague commentator congressperson"
    " contender co-author counsellor critic daughter dean defendant designer developer diplomat doctor"
    " entrepreneur expert father fellow figure filmmaker financier fighter front-runner frontrunner fundraiser"
    " girlfriend guard guest hopeful husband incumbent independent instructor interpreter investigator"
    " investor jihadist journalist lawmaker lecturer legislator liaison linguist lobbyist loyalist magnate"
    " magnate manager member militant mogul monarch mother negotiator neighbor neighbour nurse official"
    " operative opponent organiser organizer pastor patriarch patron philanthropist photographer physician"
    " pilot pioneer playwright poet policeman politician premier preacher predecessor president-designate"
    " presenter priest principal producer professor prosecutor protester psychiatrist psychologist publicist"
    " publisher rancher rapper rector resident rival scholar secretary-general senator-elect servant"
    " shopkeeper sister-in-law sociologist soldier solicitor-general son specialist spouse student successor"
    " supporter survivor teacher technician trader trustee tycoon veteran vicar victim vice-chair"
    " vice-chairman volunteer voter watchdog widow widower wife witness worker writer sister brother uncle"
    " aunt cousin nephew niece man woman partner campaigner co-chair co-chairman co-director chief-executive"
    " pontiff ruler sultan monarch heir mediator physicist epidemiologist virologist climatologist engineer"
    " farmer driver".split()
)

# Nouns that may stand for one another: the article says "senator", then "the lawmaker".
SAME_ROLE = {
    word: number
    for number, line in enumerate(
        (
            "senator sen",
            "representative rep congressman congresswoman congressmember",
            "governor gov",
            "general gen",
            "colonel col",
            "captain capt cpt",
            "lieutenant lt",
            "admiral adm",
            "spokesman spokeswoman spokesperson",
            "chairman chairwoman chairperson chair",
            "adviser advisor counselor counsellor",
            "attorney lawyer counsel",
            "nominee candidate contender hopeful",
            "mp deputy",
            "businessman tycoon mogul magnate billionaire",
            "actor actress",
            "founder co-founder",
            "ceo executive",
            "organiser organizer",
            "pope pontiff",
        )
    )
    for word in line.split()
}

MALE_WORDS = frozenset(
    "mr sir lord king prince emperor father brother son husband widower uncle nephew spokesman chairman"
    " congressman councilman assemblyman businessman policeman boyfriend man sheikh sheik ayatollah pope"
    " cardinal imam monk actor gentleman boy baron stepfather grandfather".split()
)
FEMALE_WORDS = frozenset(
    "mrs ms miss madam dame lady queen princess mother sister daughter wife widow aunt niece spokeswoman"
    " chairwoman congresswoman councilwoman assemblywoman businesswoman policewoman girlfriend woman actress"
    " girl baroness stepmother grandmother".split()
)
