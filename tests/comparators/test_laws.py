"""Each law: what its own words name, where; and what they do not name, or what its sources do not
show.

A line is a fact a lawyer would look up: status, facet, concept, and the pinpoint of the words, of
the list read, or (for *seen*) of the words the source shows of a list it does not give whole, or of
a definition that is not the offence's own. Without a date it is
the newest text that was read.
"""

import pytest
from every import each
from told import told

import provisions
from comparators import compare
from comparators.findings import STATUSES

FACTS = """
palermo
    covered      element         receipt                    @ 3(a)
    covered      element         child-without-means        @ 3(c)
    covered      element         consent-irrelevant         @ 3(b)
    covered      means           abuse-of-vulnerability     @ 3(a)
    covered      purpose         organ-removal              @ 3(a)
    covered      related         organising-or-directing    @ 5(2)(c)
    implied      purpose         serfdom                    @ 3(a)
    implied      element         sale-or-purchase           @ 3(a)
    absent       element         exploiting                 @ 3(a)
    implied      means           blackmail                  @ 3(a)
    absent       aggravating     child-victim               @ 1-20
    absent       non-punishment  victim-not-punished        @ 1-20
    absent       related         use-of-services            @ 5(2)
    absent       penalty         confiscation               @ 1-20
coe
    covered      element         harbouring                 @ 4(a)
    covered      element         national-trafficking       @ 2
    covered      purpose         servitude                  @ 4(a)
    covered      aggravating     public-official            @ 24(c)
    covered      related         document-retaining         @ 20(c)
    covered      related         legal-persons              @ 22(1)
    covered      related         foreign-sentences          @ 25
    covered      non-punishment  victim-not-punished        @ 26
    implied      aggravating     victim-under-fourteen      @ 24(b)
    implied      element         sale-or-purchase           @ 4(a)
    absent       element         exploiting                 @ 4(a)
    open         means           abuse-of-trust             @ 4(a)
    absent       aggravating     weapon                     @ 24
    absent       aggravating     several-victims            @ 24
    absent       related         organising-or-directing    @ 19-25, 31
    absent       penalty         penalty-child              @ 24
eu@2011-04-15
    covered      element         exchange-of-control        @ 2(1)
    covered      element         consent-irrelevant         @ 2(4)
    covered      purpose         begging                    @ 2(3)
    covered      purpose         criminal-activities        @ 2(3)
    covered      aggravating     criminal-organisation      @ 4(2)(b)
    covered      aggravating     danger-to-life             @ 4(2)(c)
    covered      aggravating     public-official            @ 4(3)
    partial      non-punishment  victim-not-punished        @ 8
    covered      penalty         penalty-base               @ 4(1)
    covered      related         use-of-services            @ 18(4)
    covered      related         legal-persons-supervision  @ 5(2)
    absent       element         exploiting                 @ 2(1)
    absent       aggravating     weapon                     @ 4(2)
    absent       related         document-retaining         @ 3 to 7, 18
eu@2024-08-01
    covered      purpose         surrogacy                  @ 2(3)
    covered      purpose         forced-marriage            @ 2(3)
    covered      aggravating     images-disseminated        @ 4(3)(b)
    covered      related         use-of-services            @ 18a(1)
    partial      non-punishment  victim-not-punished        @ 8
cis-agreement
    seen         element         recruitment                @ 1
    seen         element         keeping                    @ 1
    seen         purpose         exploitation               @ 1
    silent       element         sale-or-purchase
    silent       means           deception
    silent       purpose         slavery
    silent       aggravating     child-victim
    silent       non-punishment  victim-not-punished
cis-model-law
    partial      non-punishment  victim-not-punished        @ Model Law on assistance to victims
    covered      related         legal-persons              @ Model Law on combating trafficking
    covered      penalty         confiscation               @ Model Law on combating trafficking
    silent       element         recruitment
    silent       means           deception
    silent       purpose         slavery
    silent       penalty         penalty-base
unodc-model-law
    covered      related         attempt                    @ 14
    covered      related         aiding-or-abetting         @ 12
    covered      related         disclosure-of-identity     @ 16
    partial      non-punishment  victim-not-punished        @ 10
    silent       element         recruitment
    silent       purpose         organ-removal
    silent       aggravating     child-victim
    silent       related         legal-persons
osce-action-plan@2003-07-24
    silent       element         recruitment
    silent       means           deception
    silent       purpose         slavery
    silent       non-punishment  victim-not-punished
osce-action-plan@2013-12-06
    partial      non-punishment  victim-not-punished        @ Addendum of 2013
    silent       element         recruitment
    silent       aggravating     child-victim
asean
    covered      non-punishment  victim-not-punished        @ 14(7)
    covered      non-punishment  victim-not-punished:effects     @ 14(7)
    covered      non-punishment  victim-not-punished:offences    @ 14(7)
    silent       element         recruitment
    silent       means           fraud
    silent       purpose         forced-labour
    silent       aggravating     child-victim
saarc
    covered      element         moving                     @ I(3)
    covered      element         sale-or-purchase           @ I(3)
    covered      element         for-consideration          @ I(3)
    covered      purpose         prostitution-of-others     @ I(3)
    covered      aggravating     weapon                     @ IV(1)(c)
    covered      related         keeping-a-place            @ III(2)
    absent       element         recruitment                @ I(3)
    partial      element         receipt                    @ I(3)
    absent       purpose         forced-labour              @ I(3)
    absent       purpose         organ-removal              @ I(3)
    silent       non-punishment  victim-not-punished
    silent       related         legal-persons
ohchr-principles
    covered      purpose         debt-bondage               @ Guideline 4(1)
    covered      aggravating     child-victim               @ Guideline 4(3)
    partial      non-punishment  victim-not-punished        @ Principle 7
    silent       element         recruitment
    silent       means           deception
    silent       purpose         organ-removal
ilo-c29
    covered      purpose         forced-labour              @ 2(1)
    covered      related         forced-labour-offence      @ 25
    absent       element         recruitment                @ 1-33
    absent       means           deception                  @ 1-33
    absent       purpose         sexual-exploitation        @ 2(1)
    absent       non-punishment  victim-not-punished        @ 1-33
    covered      penalty         penalty-base               @ 25
ilo-p029
    covered      purpose         forced-labour              @ 1(3)
    partial      non-punishment  victim-not-punished        @ 4(2)
    covered      non-punishment  victim-not-punished:links  @ 4(2)
    absent       element         recruitment                @ 1-12
    absent       means           deception                  @ 1-12
    absent       purpose         organ-removal              @ 1(3)
    absent       aggravating     child-victim               @ 1-12
slavery-convention
    covered      element         capture-or-acquisition     @ 1(2)
    covered      element         disposal                   @ 1(2)
    covered      purpose         slavery                    @ 1(1)
    absent       means           deception                  @ 1-12
    open         purpose         servitude                  @ 1(1)
    absent       purpose         organ-removal              @ 1(1), 1(2)
    absent       non-punishment  victim-not-punished        @ 1-12
supplementary-convention
    covered      purpose         debt-bondage               @ 1(a)
    covered      purpose         serfdom                    @ 1(b)
    covered      purpose         child-delivery             @ 1(d)
    covered      related         enslavement                @ 6(1)
    covered      related         marking-of-slaves          @ 5
    absent       means           deception                  @ 1-15
    absent       purpose         forced-labour              @ 1
    absent       purpose         organ-removal              @ 1
    absent       aggravating     child-victim               @ 1-15
us
    absent       element         exploiting                 @ 18 USC 1590(a)
    covered      element         recruitment                @ 18 USC 1590(a)
    covered      element         obtaining                  @ 18 USC 1590(a)
    covered      purpose         peonage                    @ 18 USC 1590(a) and heading
    covered      related         document-retaining         @ 18 USC 1592(a)
    covered      related         forced-labour-offence      @ 18 USC 1589(a)
    open         element         sale-or-purchase           @ 18 USC 1590(a)
    absent       purpose         organ-removal              @ 18 USC 1590(a) and heading
    sections     aggravating     weapon                     @ 18 USC 1590(a)
armenia
    covered      element         receipt                    @ 132(1)
    covered      element         putting-or-keeping         @ 132(1)
    covered      means           fraud                      @ 132(1)
    covered      means           abuse-of-trust             @ 132(1)
    covered      aggravating     official-position          @ 132(2), point 3
    covered      aggravating     cross-border               @ 132(2), point 7
    covered      aggravating     death                      @ 132(3), point 2
    covered      related         use-of-services            @ 132.3
    implied      means           use-of-force               @ 132(1)
    implied      element         sale-or-purchase           @ 132(1)
    implied      means           blackmail                  @ 132(1)
    open         means           debt                       @ 132(1)
    sections     aggravating     weapon                     @ 132(2)
    silent       element         consent-irrelevant
    silent       related         legal-persons
armenia@2003-08-01
    covered      element         for-gain                   @ 132(1)
    absent       element         exploiting                 @ 132(1)
azerbaijan@2012-03-07
    absent       element         exploiting                 @ CC 144-1.1
    covered      element         sale-or-purchase           @ CC 144-1.1 (words replaced in 2013, footnote 256)
    covered      element         receipt                    @ CC 144-1.1
    covered      element         child-without-means        @ Law 958-IIQ 1.0.1
    covered      element         consent-irrelevant         @ Law 958-IIQ 1.0.2
    covered      purpose         criminal-activities        @ CC 144-1, note 1
    covered      aggravating     criminal-organisation      @ CC 144-1.2.5
    covered      related         enslavement                @ CC 106.1
    not-required means           deception                  @ CC 144-1.1
    open         purpose         servitude                  @ CC 144-1, note 1
    open         purpose         armed-conflict             @ CC 144-1, note 1
    sections     aggravating     weapon                     @ CC 144-1.2
    silent       non-punishment  victim-not-punished
azerbaijan@2013-06-01
    covered      element         child-without-means        @ CC 144-1, note 3
    covered      means           abduction                  @ CC 144-1.1
    covered      aggravating     cross-border               @ CC 144-1.2.4-1
    covered      related         document-retaining         @ CC 144-3.4
    covered      related         legal-persons              @ CC 99-4.1, 99-4.5
    implied      element         sale-or-purchase           @ CC 144-1.1
    absent       element         exploiting                 @ CC 144-1.1
belarus
    covered      element         receipt                    @ 181(1)
    covered      element         sale-or-purchase           @ 181(1)
    covered      related         kidnapping                 @ 182(1)
    covered      penalty         penalty-base               @ 181(1)
    absent       element         exploiting                 @ 181(1)
    open         element         hiring                     @ 181(1)
    silent       purpose         slavery
    silent       aggravating     child-victim
    silent       non-punishment  victim-not-punished
    silent       related         legal-persons
bulgaria@2009-04-01
    covered      element         receipt                    @ CC 159а(1)
    covered      purpose         lewd-acts                  @ CC 159а(1)
    covered      purpose         forced-subjection          @ CC 159а(1)
    covered      aggravating     child-victim               @ CC 159а(2)(1)
    covered      aggravating     deception                  @ CC 159а(2)(2)
    covered      aggravating     cross-border               @ CC 159б(1)
    covered      related         use-of-services            @ CC 159в
    absent       element         transfer                   @ CC 159а(1)
    open         purpose         begging                    @ CC 159а(1)
    silent       non-punishment  victim-not-punished
    silent       related         legal-persons
bulgaria@2014-01-01
    covered      purpose         begging                    @ CC 159а(1)
    covered      aggravating     official-position          @ CC 159а(2)(7)
    partial      non-punishment  victim-not-punished        @ CC 16а(1)
    not-required means           deception                  @ CC 159а(1)
    absent       element         transfer                   @ CC 159а(1)
croatia@2004-01-01
    covered      related         use-of-services            @ presentation of Ms Nestorova
    silent       element         recruitment
    silent       means           deception
    silent       purpose         slavery
    silent       non-punishment  victim-not-punished
croatia@2014-01-01
    covered      element         recruitment                @ 106(1), 106(2)
    covered      element         consent-irrelevant         @ 106(7)
    covered      means           fraud                      @ 106(1)
    covered      purpose         forced-marriage            @ 106(1)
    covered      aggravating     danger-to-life             @ 106(3)
    covered      aggravating     public-official            @ 106(3)
    covered      related         use-of-services            @ 106(4)
    covered      related         document-retaining         @ 106(5)
    covered      related         enslavement                @ 105(1)
    absent       element         exploiting                 @ 106(1), 106(2)
    absent       purpose         surrogacy                  @ 106(1)
    silent       related         legal-persons
georgia@2007-05-08
    covered      element         sale-or-purchase           @ CC 143-1(1)
    covered      element         harbouring                 @ CC 143-1(1)
    covered      means           blackmail                  @ CC 143-1(1)
    covered      aggravating     child-victim               @ CC 143-2(1)
    covered      aggravating     organised-group            @ CC 143-1(4)(ა)
    covered      aggravating     death                      @ CC 143-1(4)(ბ)
    partial      non-punishment  victim-not-punished        @ Law 2944, 15(1), second sentence, and 15(2)
    covered      non-punishment  offender-not-punished      @ CC 143-3, note
    covered      related         legal-persons              @ CC 143-1, note 3; 143-2, note
    absent       element         exploiting                 @ CC 143-1(1)
    silent       purpose         armed-conflict
    silent       purpose         slavery
    silent       related         foreign-sentences
georgia@2024-06-01
    covered      aggravating     group-by-agreement         @ CC 143-1(3)(ე)
    covered      element         consent-irrelevant         @ CC 143-1, note 2
    covered      related         use-of-services            @ CC 143-3(1)
    implied      element         child-without-means        @ CC 143-2(1)
    open         purpose         armed-conflict             @ CC 143-1, note 1(ა)
    open         means           debt                       @ CC 143-1(1)
kazakhstan@2006-03-02
    covered      element         recruitment                @ 128(1), 133(1)
    covered      element         sale-or-purchase           @ 128(1), 133(1)
    covered      purpose         forced-labour              @ 125, note 2
    covered      aggravating     deception                  @ 128(2)(з)
    covered      aggravating     organ-removal              @ 128(2)(ж)
    covered      aggravating     child-victim               @ 133(1)
    covered      non-punishment  offender-not-punished      @ 125, note 1
    covered      related         kidnapping                 @ 125(1)
    partial      element         receipt                    @ 128(1), 133(1)
    covered      purpose         slavery                    @ 125, note 2
    silent       element         consent-irrelevant
    open         purpose         servitude                  @ 125, note 2
    open         purpose         organ-removal              @ 128(2)(ж)
    sections     aggravating     torture                    @ 128(2)
    silent       related         legal-persons
kyrgyzstan@2011-11-18
    covered      means           blackmail                  @ CC 124
    covered      means           abduction                  @ CC 124
    covered      means           deception                  @ CC 124
    silent       element         recruitment
    silent       element         consent-irrelevant
    silent       purpose         slavery
    silent       aggravating     child-victim
moldova
    silent       element         exploiting
    covered      element         receipt                    @ CC 165(1)
    covered      means           deception                  @ CC 165(1)(b)
    covered      purpose         armed-conflict             @ CC 165(1)
    covered      purpose         organ-removal              @ CC 165(1)
    covered      aggravating     torture                    @ CC 165(2)(g)
    implied      element         sale-or-purchase           @ CC 165(1)
    silent       aggravating     child-victim
    silent       non-punishment  victim-not-punished
romania@2010-12-09
    silent       element         exploiting
    covered      element         recruitment                @ Law 678/2001 12(1)
    covered      means           abuse-of-helplessness      @ Law 678/2001 12(1)
    covered      purpose         forced-labour              @ Law 678/2001 2(2)(a)
    covered      purpose         slavery                    @ Law 678/2001 2(2)(b)
    covered      purpose         organ-removal              @ Law 678/2001 2(2)(d)
    covered      aggravating     public-official            @ Law 678/2001 12(2)(c)
    covered      aggravating     family-member              @ Law 678/2001 13(3)
    partial      non-punishment  victim-not-punished        @ Law 678/2001 20(1)
    covered      related         use-of-services            @ Law 678/2001 14-1
    covered      related         legal-persons              @ Law 678/2001 18-1
    implied      element         sale-or-purchase           @ Law 678/2001 12(1)
    silent       element         consent-irrelevant
    silent       aggravating     child-victim
romania@2024-12-01
    partial      purpose         criminal-activities        @ CC 182(f)
    covered      aggravating     danger-to-life             @ CC 211(2)(c)
    covered      aggravating     recidivist                 @ CC 210(2)
    partial      non-punishment  victim-not-punished        @ Law 678/2001 20
    covered      related         foreign-sentences          @ CC 41(3)
    covered      related         legal-persons              @ CC 135(1)
    implied      element         sale-or-purchase           @ CC 210(1), 211(1)
    open         purpose         armed-conflict             @ CC 182(a)
romania@2024-08-01
    covered      aggravating     family-member              @ CC 211(2)(d)
    open         purpose         criminal-activities        @ CC 182(a)
russia@2012-02-29
    covered      element         receipt                    @ 127.1(1)
    covered      element         sale-or-purchase           @ 127.1(1)
    covered      purpose         servitude                  @ 127.1, note 2
    covered      purpose         slave-labour               @ 127.1, note 2
    covered      aggravating     forged-documents           @ 127.1(2)(д)
    covered      non-punishment  offender-not-punished      @ 127.1, note 1
    not-required means           deception                  @ 127.1(1)
    absent       element         exploiting                 @ 127.1(1)
    open         purpose         organ-removal              @ 127.1(2)(ж)
    sections     aggravating     weapon                     @ 127.1(2)
    sections     non-punishment  victim-not-punished        @ 127.1 and notes (on the offender only)
    silent       related         legal-persons
tajikistan@2004-07-08
    covered      purpose         sexual-exploitation        @ CC 130.1
    covered      purpose         forced-labour              @ CC 130.1
    covered      related         document-forging           @ CC 340
    silent       element         recruitment
    silent       means           deception
    silent       aggravating     child-victim
    silent       non-punishment  victim-not-punished
turkmenistan
    covered      element         recruitment                @ CC 129-1(1)
    covered      purpose         servitude                  @ CC 129-1, note 2
    covered      aggravating     criminal-organisation      @ CC 129-1(3)(v)
    covered      non-punishment  offender-not-punished      @ CC 129-1, note 1
    partial      element         receipt                    @ CC 129-1(1)
    absent       element         exploiting                 @ CC 129-1(1)
    open         purpose         organ-removal              @ CC 129-1(2)(e)
    sections     aggravating     weapon                     @ CC 129-1(2)
    silent       non-punishment  victim-not-punished
ukraine@2011-11-15
    covered      element         receipt                    @ CC 149(1)
    covered      element         other-transactions         @ CC 149(1)
    covered      element         child-without-means        @ CC 149, note 3
    covered      means           blackmail                  @ CC 149(1)
    covered      purpose         servitude                  @ CC 149, note 1
    covered      purpose         slavery                    @ CC 149, note 1
    covered      aggravating     dependent-victim           @ CC 149(2)
    covered      related         kidnapping                 @ CC 146(1)
    implied      element         transportation             @ CC 149(1)
    absent       element         exploiting                 @ CC 149(1)
    partial      means           abduction                  @ CC 149(1)
    absent       means           payments-or-benefits       @ CC 149(1)
    silent       non-punishment  victim-not-punished
ukraine@2018-10-01
    covered      means           abduction                  @ CC 149(1)
    covered      means           payments-or-benefits       @ CC 149(1)
    covered      purpose         forced-marriage            @ CC 149, note 1
    covered      aggravating     victim-under-fourteen      @ CC 149(3)
    covered      related         foreign-sentences          @ CC 9(1)
    seen         related         document-retaining         @ CC 357(3)
    partial      element         other-transactions         @ CC 149(1)
    absent       related         use-of-services            @ CC, special part
    silent       related         legal-persons
united-kingdom
    covered      element         exchange-of-control        @ 2(3)
    covered      element         travel                     @ 2(1)
    covered      element         consent-irrelevant         @ 2(2)
    covered      purpose         organ-removal              @ 3(4)
    covered      non-punishment  victim-not-punished:excluded    @ 45(7), Schedule 4
    covered      penalty         confiscation               @ 7
    not-required means           deception                  @ 2(1)
    absent       purpose         peonage                    @ 3
    sections     aggravating     child-victim               @ 1-5
    sections     aggravating     organised-group            @ 1-5
    silent       related         legal-persons
uzbekistan@2008-09-16
    covered      element         transfer                   @ CC 135(1)
    covered      aggravating     organised-group            @ CC 135(3)(g)
    covered      aggravating     forged-documents           @ CC 135(2)(i)
    covered      aggravating     recidivist                 @ CC 135(3)(v)
    sections     aggravating     weapon                     @ CC 135(2)
    sections     aggravating     torture                    @ CC 135(2)
    silent       element         recruitment
    silent       means           deception
    silent       related         legal-persons
uzbekistan@2026-01-01
    covered      element         sale-or-purchase           @ CC 135(1)
    covered      element         receipt                    @ CC 135(1)
    covered      aggravating     tissue-removal             @ CC 135(2)(k)
    covered      aggravating     organised-group            @ CC 135(3)(g)
    not-required means           deception                  @ CC 135(1)
    absent       element         exploiting                 @ CC 135(1)
    covered      purpose         forced-labour @ CC, section eight
estonia
    covered      element         putting-or-keeping @ 133(1)
    covered      means           deception @ 133(1)
    covered      purpose         forced-marriage @ 133(1)
    covered      aggravating     danger-to-life @ 133(2)6
    covered      related         document-retaining @ 346(1)
    absent       means           payments-or-benefits @ 133(1)
    open         means           debt @ 133(5)
    silent       element         consent-irrelevant
    silent       related         foreign-sentences
france
    covered      element         child-without-means @ 225-4-1(II)
    covered      means           promise-or-benefits @ 225-4-1(I)4°
    covered      purpose         begging @ 225-4-1(I)
    covered      aggravating     criminal-organisation @ 225-4-3, 132-71
    implied      means           payments-or-benefits @ 225-4-1(I)4°
    absent       purpose         biomedical-research @ 225-4-1(I)
    absent       element         advertising @ 225-4-1(I)
    silent       element         consent-irrelevant
    silent       non-punishment  victim-not-punished
spain
    covered      element         receipt @ 177 bis(1)
    covered      element         consent-irrelevant @ 177 bis(3)
    covered      purpose         organ-removal @ 177 bis(1)d)
    partial      non-punishment  victim-not-punished @ 177 bis(11)
    covered      related         foreign-sentences @ 177 bis(10)
    absent       element         advertising @ 177 bis(1)
    absent       means           drugging @ 177 bis(1)
    absent       purpose         tissue-removal @ 177 bis(1)
    silent       related         document-retaining
denmark
    covered      element         receipt @ 262 a(1)
    covered      element         child-without-means @ 262 a(2)1
    covered      means           deprivation-of-liberty @ 262 a(1)2
    covered      purpose         criminal-activities @ 262 a(1)
    absent       purpose         biomedical-research @ 262 a(1)
    absent       purpose         tissue-removal @ 262 a(1)
    absent       element         advertising @ 262 a(1)
    partial      related         document-retaining @ 178
slovakia
    covered      element         transfer @ 179(1)
    covered      element         consent-irrelevant @ 179(1)-(2)
    covered      means           fraud @ 179(1)
    covered      purpose         tissue-removal @ 179(1)
    partial      non-punishment  victim-not-punished @ 40(2)
    absent       element         advertising @ 179(1)
    absent       element         putting-or-keeping @ 179(1)
    absent       element           benefiting @ 179(1)
    silent       related         document-retaining
czechia
    covered      element         transfer @ 168(1)-(2)
    covered      element         child-without-means @ 168(1)
    covered      means           predicament @ 168(2)
    covered      purpose         armed-conflict @ 168(1)c, (2)c
    absent       means           payments-or-benefits @ 168(2)
    absent       element         advertising @ 168(1)-(2)
    implied      aggravating     public-official @ 42f
    covered      aggravating     criminal-organisation @ 107(1)
    partial      purpose         sexual-exploitation @ 168(1)a, (2)a
    seen         related         use-of-services @ 168(1)-(2)
    silent       related         document-retaining
germany
    covered      element         recruitment @ 232(1)
    covered      purpose         debt-bondage @ 232(1) no. 2
    covered      aggravating     danger-to-life @ 232(3) no. 2
    covered      related         document-procuring @ 276(1)
    absent       purpose         surrogacy @ 232(1)
    absent       element         advertising @ 232(1)
    sections     aggravating     public-official @ 232(3)
    silent       related         legal-persons
latvia
    covered      element         harbouring @ 154.2(1)
    covered      purpose         serfdom @ 154.2(3)
    covered      means           payments-or-benefits @ 154.2(1)
    partial      non-punishment  victim-not-punished @ 58(6)
    absent       purpose         surrogacy @ 154.2(3)
    absent       element         advertising @ 154.2(1)
    silent       element         consent-irrelevant
    silent       related         foreign-sentences
lithuania
    covered      element         sale-or-purchase @ 147(1)
    covered      element         consent-irrelevant @ 147(1)
    covered      purpose         forced-marriage @ 147(1)
    partial      non-punishment  victim-not-punished @ 147(3), 157(3)
    covered      related         document-retaining @ 302(1)
    absent       element         exploiting @ 147(1)
    absent       element         advertising @ 147(1)
    covered      aggravating     torture @ 60(1)4
    covered      related         closure-of-establishment @ 52(1)
    sections     aggravating     mother-victim @ 147(2)
    covered      related         foreign-sentences @ 97(1)
    covered      related         jurisdiction-victim @ 7
luxembourg
    covered      element         exchange-of-control @ 382-1(1)
    covered      element         consent-irrelevant @ 382-2(3)
    covered      purpose         tissue-removal @ 382-1(1)4
    covered      non-punishment  victim-not-punished @ 71-2
    covered      related         legal-persons-supervision @ 34
    not-required means           deception @ 382-1
    absent       purpose         surrogacy @ 382-1(1)
    absent       purpose         biomedical-research @ 382-1(1)
    absent       element         exploiting @ 382-1(1)
    covered      related         document-retaining @ 210-1
norway
    covered      element         exploiting @ 257(1)
    covered      element         child-without-means @ 257(3)
    covered      purpose         armed-conflict @ 257(1)c
    covered      related         document-procuring @ 361, 366
    absent       purpose         surrogacy @ 257(1)
    absent       purpose         biomedical-research @ 257(1)
    silent       element         consent-irrelevant
    silent       non-punishment  victim-not-punished
sweden
    covered      element         harbouring @ 4:1 a(1)
    covered      purpose         armed-conflict @ 4:1 a(1)
    covered      element         child-without-means @ 4:1 a(2)
    covered      related         legal-persons-supervision @ 36:23
    absent       element         advertising @ 4:1 a(1)
    open         element         consent-irrelevant
    sections     aggravating     child-victim @ 29:1 to 29:4
    covered      related         jurisdiction-victim @ 2:3, 3
    partial      related         document-retaining @ 14:4
    silent       non-punishment  victim-not-punished
netherlands
    covered      element         exchange-of-control @ 273f(1)1°-2°
    covered      element         child-without-means @ 273f(1)2°
    covered      purpose         criminal-activities @ 273f(2)
    covered      element         benefiting @ 273f(1)6°
    covered      element         compelling @ 273f(1)4°
    open         element         advertising @ 273f(1)4°
    open         element         exploiting @ 273f(1)4°
    sections     related         use-of-services
    silent       related         document-retaining
    silent       non-punishment  victim-not-punished
switzerland
    covered      element         recruitment @ 182(1)
    covered      element         sale-or-purchase @ 182(1)
    covered      purpose         labour-exploitation @ 182(1)
    covered      aggravating     child-victim @ 182(2)
    not-required means           deception @ 182
    absent       purpose         surrogacy @ 182(1)
    absent       purpose         biomedical-research @ 182(1)
    sections     aggravating     public-official @ 182(2)
    silent       related         foreign-sentences
hungary
    covered      element         harbouring @ 192(3)
    covered      purpose         criminal-activities @ 192(2)
    covered      aggravating     torture @ 192(5)b
    covered      related         use-of-services @ 192(8)a
    absent       purpose         illegal-adoption @ 192(2)
    partial      means           payments-or-benefits @ 192(2)
    sections     aggravating     pregnant-victim @ 192(5)
    covered      aggravating     criminal-organisation @ 91(1)
    covered      related         legal-persons-supervision @ Act CIV of 2001 2(1)
    silent       related         foreign-sentences
slovenia
    covered      element         disposal @ 113(1)
    covered      element         consent-irrelevant @ 113(1)
    covered      purpose         begging @ 113(1)
    covered      related         use-of-services @ 113(4)
    not-required means           deception @ 113
    absent       purpose         surrogacy @ 113(1)
    absent       element         exploiting @ 113(1)
    sections     aggravating     death @ 113(2)
    silent       related         foreign-sentences
liechtenstein
    covered      element         harbouring @ 104a(1), (5)
    covered      element         child-without-means @ 104a(5)
    covered      means           predicament @ 104a(2)
    covered      related         foreign-sentences @ 73
    absent       element         advertising @ 104a(1), (5)
    silent       element         consent-irrelevant
    sections     aggravating     public-official @ 104a(4)
    silent       non-punishment  victim-not-punished
greece
    covered      element         keeping @ 323Α(1)
    covered      element         child-without-means @ 323Α(4)
    covered      means           abuse-of-vulnerability @ 323Α(2)
    covered      related         use-of-services @ 323Α(6)
    absent       element         advertising @ 323Α(1)
    absent       element         exploiting @ 323Α(1)
    sections     aggravating     torture @ 323Α(3)
    silent       related         foreign-sentences
turkey
    covered      element         harbouring @ 80(1)
    covered      element         consent-irrelevant @ 80(2)
    covered      means           predicament @ 80(1)
    covered      purpose         organ-removal @ 80(1)
    absent       purpose         biomedical-research @ 80(1)
    absent       purpose         surrogacy @ 80(1)
    absent       element         advertising @ 80(1)
    sections     aggravating     child-victim @ 80
    absent       related         foreign-sentences
iceland
    covered      element         receipt @ 227 a(1)1-2
    covered      means           abuse-of-inexperience @ 227 a(1)1
    covered      purpose         forced-marriage @ 227 a(1)
    covered      related         document-retaining @ 227 a(4)3
    absent       element         advertising @ 227 a(1)1-2
    absent       purpose         surrogacy @ 227 a(1)
    silent       element         consent-irrelevant
    covered      related         jurisdiction-victim @ 6(20)
    covered      means           abuse-of-mistake @ 227 a(1)1
    silent       non-punishment  victim-not-punished
ireland
    covered      element         hiring @ 1, 'trafficks' (d)
    covered      element         sale-or-purchase @ 4(4)
    covered      element         consent-irrelevant @ 4(2)
    covered      purpose         slavery @ 1, 'labour exploitation' (c)
    partial      related         use-of-services @ 5(1), 5(2A)
    absent       purpose         surrogacy @ 1, 'exploitation'
    absent       element         exploiting @ 1, 'trafficks'
    sections     aggravating     death @ 4A
    open         non-punishment  victim-not-punished @ 5A
    covered      related         disclosure-of-identity @ 11(1)
cyprus
    covered      means           debt @ 6(η)
    covered      purpose         criminal-activities @ 2, «εκμετάλλευση»
    partial      non-punishment  victim-not-punished @ 29(1)
    covered      related         use-of-services @ 17, 17Α
    absent       element         advertising @ 6
    absent       element         exploiting @ 6
    sections     aggravating     recidivist @ 13
    silent       related         jurisdiction-territory
argentina
    covered      element         harbouring @ 145 bis
    covered      element         consent-irrelevant @ 145 bis
    covered      purpose         forced-marriage @ Law 26.364, 2(e)
    partial      non-punishment  victim-not-punished @ Law 26.364, 5
    covered      related         foreign-sentences @ 50
    not-required means           deception @ 145 bis
    absent       purpose         surrogacy @ Law 26.364, 2
    absent       purpose         biomedical-research @ Law 26.364, 2
    absent       element         exploiting @ 145 bis
    sections     aggravating     torture @ 145 ter
uruguay
    covered      element         harbouring @ 78
    covered      purpose         servitude @ 78
    covered      aggravating     habitual @ 81(E)
    partial      non-punishment  victim-not-punished @ Law 19.643, 40
    not-required means           deception @ 78, 79
    implied      element         child-without-means @ 78, 79
    open         purpose         begging @ 78
    absent       element         exploiting @ 78
    sections     aggravating     death @ 81
    silent       related         use-of-services
singapore
    covered      element         harbouring @ 3(1), 3(2)
    covered      element         child-without-means @ 3(2)
    covered      purpose         debt-bondage @ 2, 'practice similar to slavery'
    covered      related         benefiting-offence @ 6(1)
    absent       purpose         surrogacy @ 2, 'exploitation'
    absent       element         advertising @ 3(1), 3(2)
    absent       element         exploiting @ 3(1), 3(2)
    silent       related         document-retaining
serbia
    covered      element         keeping @ 388(1)
    covered      element         consent-irrelevant @ 388(10)
    covered      means           predicament @ 388(1)
    covered      purpose         armed-conflict @ 388(1)
    absent       purpose         surrogacy @ 388(1)
    absent       element         exploiting @ 388(1)
    absent       element           advertising @ 388(1)
    silent       related         use-of-services
finland
    covered      element         harbouring @ 25:3(1)
    covered      element         child-without-means @ 25:3(2)
    covered      purpose         undignified-conditions @ 25:3(1)
    partial      non-punishment  victim-not-punished @ 17:7(2)
    absent       purpose         cell-or-fluid-removal @ 25:3(1)
    absent       element         exploiting @ 25:3(1)
    silent       element         consent-irrelevant
    silent       related         document-retaining
    covered      related         jurisdiction-victim @ 1:7(3)
    covered      aggravating     criminal-organisation @ 25:3a(1)4
malta
    covered      element         exchange-of-control @ 248E(1)
    covered      element         consent-irrelevant @ 248A(3)
    covered      purpose         begging @ 248A(1)(d)
    covered      related         use-of-services @ 248F(2)
    absent       element         exploiting @ 248E(1)
    absent       element           benefiting @ 248E(1)
    absent       element         advertising @ 248E(1)
    silent       related         document-retaining
andorra
    covered      element         harbouring @ 121 bis(1), 134 bis(1), 157 bis(1)
    covered      element         child-without-means @ 134 bis(2)
    covered      purpose         slavery @ 134 bis(1)
    covered      related         attempt @ 134 bis
    absent       element         exploiting
    absent       purpose         begging
    silent       related         use-of-services
austria
    covered      element         harbouring @ 104a(1), 104a(5)
    covered      element         child-without-means @ 104a(5)
    covered      purpose         begging @ 104a(3)
    covered      related         forced-marriage-offence @ 106a(1)
    absent       element         exploiting
    sections     aggravating     public-official
    silent       related         legal-persons
belgium
    covered      element         exchange-of-control @ 258 § 1
    covered      purpose         forced-marriage @ 258 § 1
    partial      non-punishment  victim-not-punished @ 264
    covered      element         consent-irrelevant @ 258
    absent       element         exploiting
    absent       purpose         surrogacy
    silent       related         use-of-services
colombia
    covered      element         recruitment @ 188 A
    covered      purpose         servitude @ 188 A
    covered      element         consent-irrelevant @ 188 A
    covered      related         child-trafficking-offence @ 188 C
    absent       element         exploiting
    sections     aggravating     criminal-organisation
    silent       related         use-of-services
india
    covered      element         receipt @ 143(1)
    covered      means           abduction @ 143(1)
    covered      purpose         begging @ 143, Explanation 1
    covered      element         consent-irrelevant @ 143, Explanation 2
    absent       element         child-without-means
    sections     aggravating     danger-to-life
    silent       related         legal-persons
italy
    covered      element         recruitment @ 601(1)
    covered      means           abuse-of-vulnerability @ 601(1)
    covered      purpose         organ-removal @ 601(1)
    covered      element         child-without-means @ 601(2)
    absent       element         exploiting
    silent       aggravating     child-victim
    silent       non-punishment  victim-not-punished
peru
    covered      element         keeping @ 129-A(1)
    covered      means           deprivation-of-liberty @ 129-A(1)
    covered      purpose         servitude @ 129-A(2)
    covered      element         child-without-means @ 129-A(3)
    covered      aggravating     criminal-organisation @ 129-B
    absent       element         exploiting
    sections     aggravating     recidivist
    silent       related         legal-persons-supervision
poland
    covered      element         harbouring @ 115 § 22
    covered      means           abduction @ 115 § 22
    covered      purpose         pornography @ 115 § 22
    covered      element         consent-irrelevant @ 115 § 22
    absent       element         exploiting
    silent       aggravating     child-victim
    silent       related         use-of-services
portugal
    covered      element         transfer @ 160(1)
    covered      means           abuse-of-vulnerability @ 160(1)
    covered      purpose         slavery @ 160(1)
    covered      aggravating     suicide @ 160(4)
    absent       element         exploiting
    silent       related         use-of-services
    silent       element         consent-irrelevant
opsc
    covered      element         receipt @ 3(1)(a)(i)
    covered      element         child-without-means @ 3(1)(a)(i)
    covered      related         closure-of-establishment @ 7(c)
    covered      related         legal-persons @ 3(4)
    absent       element         recruitment
    absent       related         use-of-services
    absent       non-punishment  victim-not-punished
untoc
    covered      related         legal-persons @ 10(1)
    covered      related         obstruction @ 23
    covered      non-punishment  offender-not-punished @ 26(2), 26(3)
    absent       related         use-of-services
    absent       element         recruitment
    absent       purpose         forced-labour
canada
    covered      element         controlling-movements @ 279.01(1)
    covered      element         consent-irrelevant @ 279.01(2), 279.011(2)
    partial      purpose         organ-removal @ 279.04(3)
    covered      related         document-retaining @ 279.03(1)
    covered      aggravating     child-victim @ 279.011(1)
    absent       element         exploiting
    absent       element         child-without-means
    silent       non-punishment  victim-not-punished
brazil
    covered      element         purchase @ 149-A
    covered      purpose         servitude @ 149-A, III
    covered      aggravating     public-official @ 149-A, § 1, I
    absent       element         child-without-means
    absent       means           payments-or-benefits
    silent       related         attempt
korea
    covered      element         sale-or-purchase @ 289(1)
    covered      purpose         organ-removal @ 288(2)
    covered      related         attempt @ 294
    covered      element         consent-irrelevant @ Act 4(1)
    absent       element         exploiting
    sections     aggravating     public-official
    silent       related         use-of-services
japan
    covered      element         purchase @ 226-2(1)
    covered      purpose         lewd-acts @ 225, 226-2(3)
    covered      related         jurisdiction-victim @ 3-2(5)
    absent       element         exploiting
    silent       element         consent-irrelevant
    silent       related         use-of-services
zimbabwe
    covered      element         transportation @ 3(1)(a)
    covered      means           drugging @ 3(1)(a)(i)
    covered      related         document-retaining @ 3(1)(b)
    partial      non-punishment  victim-not-punished @ 3(4)
    absent       element         exploiting
    absent       purpose         surrogacy
    silent       related         use-of-services
"""
HAS, LACKS = ("covered", "implied", "seen"), ("absent", "silent", "sections")
TABLES = {}


def read(text):
    """The lines of the table: law, status, facet, concept, pinpoint."""
    law = None
    for line in filter(None, text.split("\n")):
        if not line.startswith(" "):
            law = line
            continue
        said, _, at = line.partition(" @ ")
        yield (law, *said.split(), at.strip())


LINES = list(read(FACTS))


def table(law):
    """The whole vocabulary of one law."""
    if law not in TABLES:
        TABLES[law] = compare(provisions.get(law), every=True)
    return TABLES[law]


@each(LINES)
def test_a_law_says_so(law, status, facet, concept, at):
    cell = table(law)[facet, concept].cells[0]
    pinpoints = [e.at for e in cell.evidence]
    if status == "seen":
        assert cell.status == "silent"
        words = [
            e
            for e in (*cell.evidence, *(e for o in cell.elsewhere for e in o.evidence))
            if e.words or e.gloss
        ]
        assert at in [e.at for e in words]
        return
    if status == "sections":  # not there, and it may stand in chapters that were not read
        assert cell.status == "silent"
        assert told(cell).startswith("not in the sections read (")
        assert at in told(cell)
        return
    assert cell.status == status, told(cell)
    assert not at or at in pinpoints
    if status in HAS:
        assert at
        assert any(e.words or e.gloss for e in cell.evidence)
    if status == "silent":
        said = ("not known; read ", "no rule in the text read (")
        assert told(cell).startswith(said)


def test_every_line_is_of_a_known_status_and_stands_once():
    assert {status for _, status, *_ in LINES} <= {*STATUSES, "seen", "sections"}
    places = [(law, facet, concept) for law, _, facet, concept, _ in LINES]
    assert len(set(places)) == len(places)


def test_the_table_names_instruments_of_the_index_and_most_of_them():
    told = {law.partition("@")[0] for law, *_ in LINES}
    assert told <= {i.id for i in provisions.instruments()}
    assert len(told) >= 58


@pytest.mark.parametrize("instrument", provisions.instruments(), ids=lambda i: i.id)
def test_of_every_instrument_three_things_are_told_that_it_has_and_three_that_it_lacks_or_does_not_show(
    instrument,
):
    told = [status for law, status, *_ in LINES if law.partition("@")[0] == instrument.id]
    if not told:
        pytest.skip("a new law, of which the table says nothing yet")
    first = next(law for law, *_ in LINES if law.partition("@")[0] == instrument.id)
    covered = sum(r.cells[0].status == "covered" for r in table(first).rows)
    assert sum(s in (*HAS, "partial") for s in told) >= min(3, covered)
    assert sum(s in LACKS for s in told) >= 3


def test_of_an_instrument_of_which_nothing_was_seen_nothing_is_claimed():
    assert {r.cells[0].status for r in table("osce-action-plan@2003-07-24").rows} == {"silent"}
    croatia = [
        (r.facet, r.concept)
        for r in table("croatia@2004-01-01").rows
        if r.cells[0].status != "silent"
    ]
    assert croatia == [("related", "use-of-services")]
