"""Which capitalised words are a person's name rather than a title: told by the given name that it begins with."""

import re

_PERSON = re.compile(
    r"(?:(?:[A-Z]\.\s?)+|(?P<given>[A-ZÀ-Þ][\w’'-]*?)\s)"
    r"(?:(?:[A-Z]\.|[A-ZÀ-Þ][\w’'-]+|de|del|della|di|du|la|le|van|von|der|den)\s){0,3}[A-ZÀ-Þ][\w’'-]+"
)
_GIVEN = frozenset(
    """
    aaron abigail abraham ada adam adele adrian agatha agnes aidan akiko akira alan albert alec alejandro alex
    alexander alexandra alexandre alexei alfonso alfred ali alice alicia alison allan allen amanda amelia amy
    ana anais anastasia anatole anders andre andrea andrei andrew andy angela angelina anita ann anna annabel
    anne annette annie anthony antoine anton antonia antonio arlene arnold arthur arturo ashley astrid audrey
    ayumi barbara barry bart bartholomew beatrice beatrix becky ben benedict benjamin bernard bert bertha beth
    bette betty bill billie billy blake bob bobby bonnie boris brad bradley bram brandon brenda brendan brett
    brian bridget britney bruce bryan burt byron calvin cameron camilla carl carla carlo carlos carol caroline
    carolyn carson cary caspar cassandra cate catherine cathy cecelia cecil cecilia celia charles charlie
    charlotte chester chloe chris christian christina christopher chuck cindy claire clara clarence clark claude
    claudia clay cliff clifford clint clive colin colleen connie connor conrad constance cora cordelia corey
    cornelia courtney craig curt curtis cynthia cyril daisuke dale damien damon dan dana daniel daniela danielle
    danny daphne dario darren dave david dean debbie deborah debra denise dennis derek desmond diana diane diego
    dirk dmitri dolores dominic don donald donna dora doreen doris dorothy douglas duncan dwight dylan earl ed
    eddie edgar edith edmund eduardo edward edwin eiichiro eileen elaine eleanor elena eli elias elijah
    elisabeth elizabeth ella ellen ellie elliot elliott elmer elsa elsie elton emily emma emmanuel eric erica
    erich erik erin ernest ernst esther ethan ethel eugene eva evan eve evelyn fabio faye federico felicia
    felicity felix ferdinand fernando fiona flora florence frances francesca francis francisco francois frank
    frankie franklin franz fred freddie frederic frederick fritz fumiko fyodor gabriel gabriela gareth garrett
    garry gary gavin gemma gene geoffrey george georgia georgina gerald geraldine gerard gertrude giancarlo
    gideon gilbert giles gillian gina giovanni giuseppe gloria gordon graham grant greg gregory greta guillermo
    gunther gus gustav gwen gwendolyn hank hannah hans harold harriet harrison harry haruka haruki harvey hayao
    hayley hazel heather hector heidi helen helena helga henri henrietta henrik henry herbert herman hideaki
    hideo hilary hilda hiroko hiroshi hitoshi homer honore horace howard hubert hugh hugo humphrey iain ian
    ichiro ida ignatius igor imogen ingmar ingrid irene irma isaac isabel isabella isao ivan jack jackie jackson
    jacob jacqueline jacques jake james jamie jan jane janet janice jared jason jasper jay jean jeanne jeff
    jeffrey jenna jennifer jenny jeremiah jeremy jerome jerry jesse jessica jill jim jimmy jo joan joanna joanne
    joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh
    joshua joy joyce juan juanita judith judy jules julia julian julie juliet juliette julio julius junichi
    junji junko justin justine kane kaori karen karl kate katharine katherine kathleen kathryn kathy katie
    katsuhiro kay kazuki kazuo keanu keiko keith kelly ken kenichi kenji kenneth kenny kenta kentaro kevin kim
    kimberly kirk kirsten kiyoshi klaus koji konstantin kosuke kristen kurt kyle kyoko lana lance larry laura
    lauren laurence lawrence leah lee leigh leiji lena leo leon leonard leonardo leroy leslie leticia lewis liam
    lila lillian lily linda lionel lisa liz lloyd lois lola lorenzo loretta lorna lorraine louis louisa louise
    luc lucas lucille lucy ludwig luigi luis luke lydia lynn mabel madeleine madeline mae magda maggie makoto
    malcolm mamoru manuel marc marcel marcia marco marcus margaret margery maria marian marianne marie marilyn
    marina mario marion marjorie mark marlene marlon marsha marshall martha martin martina marty marvin mary
    masaki masashi mathilda matilda matt matthew maud maureen maurice max maxine maxwell megan mel melanie
    melinda melissa mercedes meredith meryl mia michael michel michelle michiko miguel mike mikhail miki mildred
    miles millie milo mimi minnie miranda miriam misaki mitch mitchell miyuki mollie molly mona monica
    montgomery morgan morris mortimer muriel myra myrtle nadia nancy naoki naoko naomi natalie natasha nathan
    nathaniel natsuki neal ned neil nell nellie nelson nicholas nick nicola nicolas nicole nigel nikolai nina
    noah nobuhiro noel nora norma norman octavia olga oliver olivia ophelia orlando orson osamu oscar otis otto
    owen pablo paige pam pamela pat patricia patrick patsy patty paul paula pauline pedro peggy penelope penny
    percy perry pete peter phil philip philippa phillip phoebe phyllis pierre polly priscilla quentin rachel
    rafael ralph ramon randall randolph randy raphael raul ray raymond rebecca reggie regina reginald renata rene
    reuben rhoda ricardo richard rick ricky rita rob robert roberta roberto roderick rodney roger roland roman
    ron ronald ronnie rosa rosalind rosamund rose rosemary ross rowan roxanne roy ruben rudolf rudolph rudyard
    rufus rumiko rupert russell ruth ryan sabrina sadie sally salvador sam samantha samuel sandra sara sarah
    satoshi saul scott sean sebastian seeley selena selma serena sergei sergio seth seymour shane shannon sharon
    shaun sheila shelley sherman shigeru shinichi shinji shirley sid sidney sigmund silvia simon simone sonia
    sophia sophie spencer stan stanley stephanie stephen sterling steve steven stewart stuart sue susan susanna
    susie suzanne sven sybil sydney sylvester sylvia tabitha takashi takeshi tamara tammy tanya tara tatsuya ted
    terence teresa terrence terry tess tetsuo thea thelma theo theodore theresa thomas tiffany tilda tim timothy
    tina tobias toby todd tom tommy tomoko toni tony toshiro tracy trevor tristan troy truman tyler ulrich
    ulysses umberto una ursula valentina valerie vanessa vera vernon veronica vic vicki victor victoria vince
    vincent viola virgil virginia vivian vladimir wallace walt walter wanda warren wayne wendell wendy wilbur
    wilfred wilfrid wilhelm willa willard willem william willie wilma winifred winona winston woody yoko yolanda
    yoshihiro yuki yukio yuko yusuke yvette yvonne zachary zoe
    """.split()
)
"""Given names that are common in English, and those of well-known writers of other languages.

Those that are as well an everyday word ("Hope", "Dawn") are left out: titles begin with them.
"""


def is_person(name: str) -> bool:
    """Whether a run of capitalised words reads as somebody's name in full: "Agnes Mole", "P. J. Wren"."""
    m = _PERSON.fullmatch(name)
    return m is not None and (m.group("given") is None or m.group("given").lower() in _GIVEN)


def is_given_name(word: str) -> bool:
    """Whether a single word is a person's given name and hardly anything else."""
    return word.lower() in _GIVEN
