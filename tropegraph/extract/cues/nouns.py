"""The nouns for what one trope is to another; `forms` says in which sentences they stand."""

from tropegraph.extract.cues.forms import Noun, Subject
from tropegraph.model.vocabulary import RelationType as R

_PERSONS = (
    "male female men's women's boy girl boys' girls' gender[\\w-]* distaff spear opposite-sex same-sex lesbian gay "
    "bisexual masculine feminine child children's kid kiddie adult teen(?:age[dr]?)? juvenile youth younger older "
    "elderly geriatric human animal canine feline equine avian insect plant alien demonic angelic divine undead "
    "ghostly vampiric? robot\\w* mechanical cybernetic cyborg maternal paternal mother father parental familial "
    "family sibling fraternal filial romantic platonic sexual non-?\\w+ heroic villain(?:ous)? good evil "
    "antagonist(?:ic)? protagonist civilian criminal military police political religious corporate workplace school "
    "college celebrity rich poor"
).split()
_MEDIA = (
    "video[ -]?games? game gaming computer rpg mmorpg tabletop board[ -]game card[ -]game game[ -]show tv "
    "television (?:\\w+ )?series sitcom soap[ -]opera film movie cinematic radio literary literature book novel prose "
    "comics? comic[ -]book web[ -]?comic manga anime cartoon animated animation live-action theat(?:re|er|rical) "
    "stage opera wrestling sports? internet online web digital fan[ -]?fic(?:tion)? fandom advertising commercial "
    "music(?:al)? song audio visual verbal print toy real[ -]life in-universe meta"
).split()
_SETTINGS = (
    "sci-?fi science[ -]fiction fantasy fantastic(?:al)? horror western superhero supernatural paranormal magical? "
    "super[\\w-]* psychic psychological mental physical emotional technological high-tech low-tech futuristic "
    "mythological prehistoric urban rural space naval aerial aquatic japanese asian eastern american european british "
    "chinese indian"
).split()
_COUNTERPART_OF_WHAT = "(?:" + "|".join([*_PERSONS, *_MEDIA, *_SETTINGS]) + ")"
"""Of which world, medium or person the one is what the other is elsewhere."""

_SIDE = r"(?:other|opposite|flip|reverse|obverse)[ -]?side of (?:the|this|that) (?:same |very same )?coin"
_EXTREME = r"(?:opposite|other|far) (?:end of the (?:[\w-]+ )?(?:spectrum|scale)|extreme)"

SIBLING = r"(?:sister|sibling|brother|cousin|twin)"
NOUNS = (
    Noun(
        r"sub[ -]?(?:trope|type|genre|category|set|class|index|division|variety|section|group|family|species)",
        (R.SUBTROPE_OF,),
        forms="abcdefghijlmnopr",
        told_by="sub",
    ),
    Noun(r"sub-?(?= ?(?:or|and|/))", (R.SUBTROPE_OF,), forms="ao", told_by="sub"),
    Noun(r"(?:sub-?)?branch", (R.SUBTROPE_OF,), link="of", forms="ak", subject=Subject.KIND),
    Noun(
        r"(?:daughter[ -]trope|(?:more specific|more speciali[sz]ed|narrower) (?:trope|category|concept|type)(?!s))",
        (R.SUBTROPE_OF,),
        forms="ac",
    ),
    Noun(
        r"(?:(?:super|parent|mother)[ -]?(?:trope|category)"
        r"|(?:broader|wider|overarching|umbrella|more general|more generic|larger) (?:trope|category|concept|case|"
        r"idea|phenomenon)(?!s))",
        (R.SUBTROPE_OF,),
        reverse=True,
    ),
    Noun(
        rf"(?:{SIBLING}[ -](?:trope|index)|closest (?:sister|sibling|cousin))",
        (R.SISTER_TROPE,),
    ),
    Noun(
        r"(?:(?:trope[ -])?(?:sister|sibling|cousin|twin)|trope[ -]brother|brother(?= (?:of|to) (?:this|the) trope))",
        (R.SISTER_TROPE,),
        forms="acdi",
    ),
    Noun(r"(?:close|distant|near|nearest|spiritual) (?:sister|sibling|cousin)", (R.SISTER_TROPE,), forms="b"),
    Noun(
        r"(?<!gender[ -])(?:inverse|inversion|antitheses|(?:polar|exact|direct|extreme) opposition|(?:(?:polar|"
        r"exact|direct|diametric\w*|complete|total|literal|very) )?"
        r"opposite(?: trope| number)?"
        r"(?! (?:gender|sex|way|direction|end|side|personality|approach|extreme))"
        r"|antithesis|converse|obverse|antonym|reversal|reverse|flip[ -]?side|inverted trope|mirror image"
        r"|(?:inverted|reversed|backwards?|mirrored) (?:version|form|variant))",
        (R.INVERSE_OF,),
        told_by="inver|opposit|antitheses|antithesis|converse|obverse|antonym|revers|flip|mirror|backward",
    ),
    Noun(
        rf"(?:{_SIDE}|{_EXTREME})",
        (R.INVERSE_OF,),
        link="of|to|from",
        forms="abcef",
        told_by="coin|spectrum|scale|extreme",
    ),
    Noun(r"(?:other|opposite|flip|reverse)[ -]side", (R.INVERSE_OF,), link="of|to", forms="k"),
    Noun(
        r"(?:counterpart(?: trope)?|gender[ -]?(?:flip|inversion|swap|inverse|opposite)|"
        r"gender[ -]?(?:flipped|inverted|swapped|reversed) version)",
        (R.COUNTERPART_OF,),
    ),
    Noun(
        rf"(?:equivalent(?: (?:[\w-]+ ){{0,3}}trope)?|analogue?|analog|(?:{_COUNTERPART_OF_WHAT}(?: [\w-]+)?(?:, "
        rf"| and | or |/| ))+version)",
        (R.COUNTERPART_OF,),
        subject=Subject.KIND,
        told_by="equivalent|analog|version",
    ),
    Noun(
        r"(?<!more\s)(?<!less\s)(?<!most\s)(?!(?:more|less|most|other|another|common|specific|extreme|the|an?|this|that|"
        r"[\w-]+er) )[\w-]+ version(?!s)",
        (R.COUNTERPART_OF,),
        forms="eq",
        told_by="version",
    ),
    Noun(
        r"(?:variant|variation|version|form|flavou?r|permutation|mutation|offshoot|spin-?off)",
        (R.VARIANT_OF,),
        link="of|on|to(?= (?:(?:the|an?) )?{N})",
        forms="abcdefgijlmnor",
        subject=Subject.KIND,
    ),
    Noun(
        r"(?:type|kind|sort|variety|brand|breed|strain)",
        (R.VARIANT_OF,),
        link="of|on",
        forms="aklr",
        subject=Subject.KIND,
    ),
    Noun(r"(?:take|spin|twist|riff)", (R.VARIANT_OF,), link="on", forms="bk", subject=Subject.KIND),
    Noun(
        r"(?:specific|particular|special|extreme|(?:specifically|particularly|especially) [\w-]+) "
        r"(?:example|case|instance)(?!s of)",
        (R.VARIANT_OF,),
        link="of",
        forms="abl",
        subject=Subject.KIND,
    ),
    Noun(r"(?:specific|particular|special|extreme) (?:example|case|instance)", (R.VARIANT_OF,), link="of", forms="k"),
    Noun(r"(?:(?<=another\s)|(?<=common\s)|(?<=other\s))(?:type|kind|sort|variety)", (R.VARIANT_OF,), forms="b"),
    Noun(r"relative", (R.SEE_ALSO,), forms="a"),
    Noun(r"(?:cause|trigger|catalyst|culprit|impetus)", (R.LEADS_TO,), link="of|for|behind", forms="bc"),
    Noun(r"reason", (R.LEADS_TO,), link="for|behind|why", forms="k"),
)
"""Every noun. A thing's kind ("version") counts only where the sentence says what it is; see `Subject.KIND`."""
