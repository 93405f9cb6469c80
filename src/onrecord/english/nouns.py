"""Common nouns by what they stand for: documents, bodies, unnamed people; and the words around them."""

from __future__ import annotations

__all__ = [
    "BODIES",
    "BODY_NAMES",
    "DETERMINERS",
    "DOCUMENTS",
    "FUNCTION_WORDS",
    "INDEFINITE",
    "NATIONAL_BODIES",
    "OFFICIALS",
    "PLACE_WORDS",
    "PREPOSITIONS",
    "SAME_BODY",
    "UNNAMED",
    "UTTERANCES",
]

# What is read, watched or computed rather than spoken by somebody. Singular; a plural is cut to it.
DOCUMENTS = frozenset(
    "ad advert advertisement affidavit bulletin judgment judgement interview speech site passage agreement"
    " amendment analysis announcement appeal appraisal article assessment audit bill biography book booklet"
    " brief briefing broadcast brochure calculation caption charter chart clip code column commentary"
    " commercial communique communiqué complaint constitution contract cover coverage data database decree"
    " dispatch docudrama document documentary dossier draft editorial email e-mail essay estimate evidence"
    " file filing film finding flyer forecast form guideline headline image indictment information"
    " intelligence investigation invoice law lawsuit leaflet legislation letter list log magazine-article"
    " manifesto manual map measure memo memoir memorandum message model motion movie newsletter note notice"
    " opinion order page pamphlet paper passage petition photo photograph picture piece plan platform poll"
    " polling post poster presentation press-release programme program projection proposal provision"
    " publication readout recording record regulation release report reporting resolution result review rule"
    " ruling script segment show sign slide slogan spot standard statement statistic statute story strategy"
    " study submission subpoena suit summary survey survey tape test text timeline transcript treaty tweet"
    " version video voicemail warrant website".split()
)

# Of these, what one person says: "Quill's statement" is Quill.
UTTERANCES = frozenset(
    "tweet tweets statement statements comment comments remark remarks word words speech letter message post"
    " posts claim claims answer response reply testimony argument memoir book note email e-mail".split()
)

# Bodies: one voice, many people. Singular; used for "the bank", "its government".
BODIES = frozenset(
    "academy administration agency airline alliance arm army assembly association authority bank board body"
    " broadcaster brand branch bureau business cabinet campaign center centre chamber channel charity church"
    " observatory circuit club coalition college command commission committee company conference congress consortium"
    " consulate contractor corporation council court daily defense department division embassy factory faction"
    " federation firm force foundation front giant lobby nonprofit charity government group hospital institute"
    " institution judiciary junta kremlin laboratory league legislature magazine maker manufacturer media"
    " military militia ministry mission mosque movement museum navy network newspaper office operator"
    " opposition organisation organization outfit outlet panel parliament party police pentagon presidency"
    " press province publication publisher regime regulator republic retailer school secretariat senate"
    " service side society startup state station subcommittee tabloid tank team think-tank thinktank tribunal"
    " troupe union unit university watchdog wing monitor union".split()
)

# Words that, capitalised inside a name, make it the name of a body, a law or a thing and not of a person.
BODY_NAMES = BODIES | frozenset(
    "act affairs airlines airport airways america americas army association award awards base bill brigade"
    " brigades brotherhood building capitol care caucus center centers central chronicle city coast college"
    " commons companies constitution corp corps county court courts defense defence department departments"
    " development district daily dispatch economics economic education election elections energy enquirer"
    " enterprise environment examiner exchange express federal fed finance foreign forces forum foundation"
    " fund gazette globe globalist group guard health herald high hill holdings hotel house human inc"
    " independent industries initiative intelligence interior international island islands journal justice lab"
    " labs law liberty limited llc llp lords ltd mail market media medicaid medicare ministry mirror monitor"
    " motors nation nations national news observatory observer ocean olympics organisation organization palace"
    " parliament party patriot peace post press prize project protection publishing radio record register"
    " relations report republic research reserve review rights river road school science sciences sea security"
    " senate services show social solutions square stadium standard star state states street studies summit"
    " sun supreme systems talk team technologies technology telegraph television time times today tonight"
    " tower tower trade treasury treaty tribune trust tv union unit united university valley wall war watch"
    " week weekly world worldwide wire".split()
)

# People who speak without a name. Singular; the plural is unnamed too.
UNNAMED = frozenset(
    "acquaintance aide insider official officer operative source diplomat informant whistleblower staffer"
    " staff staff-member narrator questioner reader friend associate spokesman spokeswoman spokesperson"
    " adviser advisor strategist eyewitness protester heckler passer-by passerby caller viewer bystander woman"
    " man person reporter correspondent interviewer employee worker member intermediary go-between commander"
    " fighter militant soldier agent investigator someone somebody student teacher parent mother father"
    " resident neighbour neighbor man's journalist aide-de-camp assistant attendee participant witness"
    " survivor expert specialist analyst democrat republican donor lobbyist executive lawyer user commenter"
    " customer voter supporter passenger doctor nurse policeman policewoman deputy prosecutor researcher one"
    " figure individual people-close lawmaker senator congressman activist dissident tribesman rebel insurgent"
    " trader operator detective".split()
)

# Of these, the ones a press office or a promise of secrecy stands behind: several of them are unnamed, not a group.
OFFICIALS = frozenset(
    "acquaintance adviser advisor aide associate authority confidant diplomat expert-witness friend informant"
    " insider intermediary officer official operative source spokesman spokeswoman spokesperson staff staffer"
    " staff-member whistleblower executive strategist".split()
)

# Bodies that may stand for one another: the article says "a charity", then "the group".
SAME_BODY = {
    word: number
    for number, line in enumerate(
        (
            "organisation organization group nonprofit charity center centre foundation institute"
            " association society body think-tank thinktank tank alliance coalition union",
            "newspaper paper daily tabloid magazine outlet publication broadcaster network channel station",
            "company firm corporation giant maker manufacturer retailer contractor startup bank airline operator",
            "agency service",
            "panel committee subcommittee commission",
            "court tribunal",
            "monitor watchdog observatory",
        )
    )
    for word in line.split()
}

# Bodies that every country has one of: "the ministry" is the ministry of the country spoken of.
NATIONAL_BODIES = frozenset("ministry government parliament military army navy cabinet".split())

DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any one another each every several two"
    " three four five six seven eight nine ten many most both all few other various numerous no neither either"
    " certain dozens hundreds thousands".split()
)
INDEFINITE = frozenset(
    "a an one another some any several two three four five six seven eight nine ten many most few other"
    " various numerous no certain every each dozens hundreds thousands".split()
)

PREPOSITIONS = frozenset(
    "of for in from at with on to by about under against near inside outside within among between during"
    " after before behind over across into onto through without including like such as close familiar involved"
    " briefed based speaking working who which that whose whom where when while citing quoted published"
    " released seen obtained posted titled entitled named called signed".split()
)

# Words that open a sentence in capitals without being part of a name.
FUNCTION_WORDS = frozenset(
    "a about above according across actually added additionally admittedly after afterward afterwards again"
    " against ago all almost along already also although always amid among an and another any anyone anything"
    " apparently are around as asked aside at away back based be because been before behind being below"
    " besides between beyond both but by can citing clearly could currently despite did do does during each"
    " earlier either else elsewhere even eventually ever every everyone everything except few finally first"
    " firstly following for former formerly four from further furthermore get given gone had half has have"
    " having he hence her here hers him his how however i if in indeed initially inside instead into is it its"
    " itself just last lastly late later least less let like likewise many maybe me meanwhile might more"
    " moreover most mostly much must my nearly neither never nevertheless next no nobody none nonetheless nor"
    " not nothing notably now nowhere obviously of off often on once one only onto or other others otherwise"
    " our out outside over overall own per perhaps please previously quite rather really recently regarding"
    " responding said same second secondly seven several shall she should similarly since six so some somehow"
    " someone something sometimes somewhere soon speaking still such surely ten than that the their them then"
    " there thereafter therefore these they thing third this those though three through throughout thus to"
    " today together tomorrow tonight too toward towards two under unfortunately unless unlike until up upon"
    " us very was we well were what whatever when whenever where whereas wherever whether which while who"
    " whoever whom whose why will with within without would yes yesterday yet you your monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs"
    " fri sat sun christmas easter ramadan thanksgiving".split()
)

# Capitalised words of places: "North Korea", "New York", "Los Angeles".
PLACE_WORDS = frozenset(
    "north south east west northern southern eastern western central new los las san santa saint fort mount"
    " port lake cape upper lower great greater middle old bay beach springs falls heights hills park county"
    " city island islands peninsula gulf ocean sea river valley street avenue road boulevard square bridge"
    " airport province region coast africa asia europe america american african asian european york jersey"
    " hampshire mexico carolina dakota virginia california texas florida ohio iowa michigan wisconsin"
    " pennsylvania arizona nevada oregon washington colorado georgia alabama alaska arkansas connecticut"
    " delaware hawaii idaho illinois indiana kansas kentucky louisiana maine maryland massachusetts minnesota"
    " mississippi missouri montana nebraska oklahoma tennessee utah vermont wyoming angeles francisco diego"
    " vegas orleans chicago boston houston dallas philadelphia detroit atlanta seattle denver miami christian"
    " muslim jewish catholic islamic arab latin hispanic black white".split()
)
