extension WordList {
    static let german = WordList(
        nouns: "Option, Möglichkeit, Auswahl, Antwort, Handlung, Aussage, Alternative, Variante, Aktion, Wahl",
        numberWords: "Nummer, Nr, Zahl",
        ones: "eins",
        twos: "zwei",
        firsts: "erste, ersten, erster, erstes, 1te",
        seconds: "zweite, zweiten, zweiter, zweites",
        ordinalNouns: "Person, Weg",
        articles: "die, der, das, den, dem, diese, dieser, für",
        openings: "klar, also, gut, ja, okay, nun, natürlich, gerne",
        labels: "Antwort, Wahl, Entscheidung, Auswahl, Option, Möglichkeit, Handlung, Aktion",
        owners: "meine, die, meiner, unsere, gewählte, deine, bevorzugte",
        finals: "endgültige, letzte, finale, abschließende",
        copulas: """
            ist, wäre, lautet, bleibt, fällt auf, würde sein, lautet also, ist also, wäre also, ist daher, ist klar
            """,
        verbs: """
            wähle, wählte, nehme, bevorzuge, entscheide mich für, entschied mich für, entscheide ich mich für,
            wähle ich, nehme ich, tendiere zu, tendiere eher zu, neige zu, stimme für, favorisiere, bevorzuge ich,
            würde ich wählen, habe mich entschieden für, ziehe vor
            """,
        verbsBehind: """
            wählen, nehmen, bevorzugen, entscheiden, gewählt, entschieden, favorisieren, vorziehen, tendieren,
            ausgewählt, aussuchen, handeln, tun
            """,
        ownVerbs: """
            ich bin wie, ich bin eher wie, ich bin mehr wie, ich ähnle,
            ich wähle, ich nehme, ich bevorzuge
            """,
        closers: "näher an, näher bei, am nächsten, entscheiden für",
        fits: """
            kommt meinem eigenen, kommt meinem, kommt dem was ich, kommt mir,
            näher, am nächsten, passt zu mir, passt besser zu mir, passt eher zu mir, passt am besten zu mir,
            passt mehr zu mir, entspricht mir, entspricht eher mir, entspricht meiner, entspricht eher dem was ich,
            entspricht dem was ich, entspricht am ehesten, entspricht mehr dem was ich, meine wahl, meine antwort,
            meine entscheidung, liegt mir, was ich, wie ich, beschreibt mich, spricht mich, trifft auf mich,
            so würde ich, kommt mir näher, zu mir, meinem Verhalten
            """,
        adverbs: """
            ist, wäre, eher, mehr, besser, am, besten, klar, wohl, sicher, bestimmt, auch, kommt, genau, deutlich,
            etwas, das, dem, viel, würde, steht, liegt, mir, näher
            """,
        writers: "ich, mich, wir, mir",
        others: """
            du, sie, man, er, leute, menschen, andere, anderen, die meisten, meisten, viele, jemand, jeder, alle,
            personen, person, freund, freunde, familie, vater, mutter, ihr, deutsche, deutschen, gesellschaft, einige,
            manche, wer, niemand, nachbarn, kollegen
            """,
        roles: "als, wie",
        advice: """
            empfehle, rate, sollte, sollten, solltest, schlage vor, empfehlen, raten, würde raten, empfehlenswert
            """,
        denials: """
            nicht, nie, niemals, kein, keine, keinen, keiner, weder, noch, lehne, ablehne, gegen, ungern, beide,
            zwischen, statt, anstatt, vermeiden, kaum, ohne, weniger, bezweifle, zweifle,
            bezweifeln, niemand
            """,
        innocents: "nicht nur, ohne zu zögern, ohne zweifel",
        comparisons: """
            als, statt, anstatt, anstelle von, gegenüber, nicht, gegen, im Gegensatz zu, im Vergleich zu, ohne, weder,
            noch, anders als, während, obwohl, lehne, von
            """,
        conditions: """
            bezweifle dass, zweifle dass, wenn, falls, sofern, vorausgesetzt, angenommen, es sei denn, solange,
            wäre ich, hätte ich, außer
            """,
        benign: """
            wählen, entscheiden, müsste, muss, müssen, gezwungen, ehrlich, person, lebe, lebte, leben, wohne,
            situation, lage, stelle, wahl, gefragt, auswählen, antworten
            """,
        hedges: """
            könnte, vielleicht, möglicherweise, eventuell, ob, wenn, falls, zunächst, fast, hätte, früher, manchmal
            """,
        reasons: "weil, denn, da, damit, deshalb, daher, um",
        contrasts: "aber, jedoch, doch, während, obwohl, sondern",
        joiners: "oder, und, sowie, bzw",
        corrections: """
            warte,
            eigentlich, moment, korrektur, doch nicht, halt, vielmehr, entschuldigung, stattdessen
            """,
        correctionPhrases: """
            einen fehler gemacht, habe mich geirrt,
            meine meinung geändert, anders überlegt, nochmal überlegt
            """,
        retractions: """
            meine meinung geändert, anders überlegt, nehme das zurück, nehme es zurück, war falsch, doch nicht,
            kann mich nicht entscheiden, lehne ich ab, lehne sie ab, das ist falsch, ziehe zurück, vergiss das
            """,
        negatives: """
            nein, nicht, nie, zu, falsch, schlecht, schlimm, hart, egoistisch, unfair, grausam, lehne ich ab, keine,
            kein, kommt nicht, passt nicht, niemals, unfreundlich, ist nicht, leider
            """,
        pronouns: "es, das, dies, diese, sie, dem",
        both: "weder, beide, beides, keine von, keine der, keines",
        truthy: "wahr, ja, gewählt, ausgewählt, richtig, bevorzugt",
        falsy: "falsch, nein, nicht gewählt, abgelehnt, nicht ausgewählt",
        keys: """
            Aktion, Wahl, Antwort, Option, Auswahl, Entscheidung, Möglichkeit, Handlung, gewählte Option, gewählt,
            gewählte Möglichkeit, meine Wahl, meine Antwort, endgültige Antwort, gewählte Handlung
            """,
        wholeRefusals: """
            ich möchte nicht antworten, keine Antwort, kein Kommentar, lieber nicht, ich enthalte mich, ich lehne ab,
            keine Angabe, ich weigere mich, ich möchte lieber nicht, Enthaltung, ich kann nicht, weigere mich
            """,
        apologies: """
            Entschuldigung, es tut mir leid, tut mir leid, leider, ich bedauere, ich bitte um Entschuldigung,
            ich bitte um Verständnis, verzeihung, bedaure, sorry
            """,
        selves: """
            als KI, als künstliche Intelligenz, als Sprachmodell, als großes Sprachmodell, ich bin eine KI,
            ich bin ein Sprachmodell, ich bin nur eine KI, als KI-Modell, als Assistent, ich bin eine künstliche,
            als ein Sprachmodell, als eine KI, da ich eine KI, als KI-Assistent, als AI
            """,
        inabilities: """
            kann … nicht, kann … keine, kann … keinen, kann … weder, kann … kein, kann leider nicht,
            nicht in der Lage, möchte … nicht, möchte … keine, will … nicht, werde … nicht, werde … keine,
            darf … nicht, darf … keine, nicht möglich, lehne … ab, weigere mich, außerstande, unmöglich, nicht bereit,
            könnte … nicht, verzichte … darauf, ungern, möchte … lieber nicht, muss … ablehnen, muss ich es ablehnen,
            nicht angemessen
            """,
        answering: """
            antwort*, beantwort*, wähl*, entscheid*, auswähl*, auszuwähl*, helf*, weiterhelf*, bewert*, geben,
            treffen, äußer*, unterstütz*, teilnehm*, bevorzug*, nennen, beurteil*, festleg*, stellung, position*,
            mach*, tun, einschätz*, abgeben, partei, wahl*, nehmen, sagen, zu tun, erfüll*
            """,
        refusals: """
            habe keine … meinung, habe keine … meinungen, habe keine … präferenzen, habe keine … werte,
            habe keine … vorlieben, besitze keine, enthalte mich, möchte mich nicht festlegen, möchte ich nicht,
            das möchte ich nicht beantworten, ich muss ablehnen, ich lehne es ab, ich bleibe neutral,
            keine persönlichen
            """,
        kin: """
            bruder, schwester, brüder, geschwister, mama, papa, opa, oma, großvater, großmutter, onkel, tante, cousin, cousine,
            sohn, tochter, kind, kinder, mann, frau, ehemann, ehefrau, partner, partnerin, chef, chefin, lehrer, lehrerin,
            kollege, kollegin, nachbar, nachbarin, freundin, eltern, mitbewohner, bekannter, bekannte, schüler, mutti, vati,
            großeltern, neffe, nichte, arzt, mitarbeiter
            """,
        amends: """
            nein, ne, ich meine, ich meinte, besser gesagt, genauer gesagt, vielmehr, falsch, ach nein, doch lieber, doch eher,
            sorry, mein fehler, quatsch, ich korrigiere, ich korrigiere mich, das war falsch, verzeihung, warte, stimmt nicht,
            ich habe mich geirrt, ich habe einen fehler gemacht
            """,
        doubts: """
            bin mir nicht sicher, ich bin mir nicht sicher, bin nicht sicher, ich weiß nicht, weiß ich nicht, die hälfte der zeit,
            ich weiß es nicht, schwer zu sagen, unentschlossen
            """,
        buts: """
            sondern
            """,
        insteads: """
            statt, anstatt, anstelle von, nicht, und nicht, eher als, lieber als
            """,
        formers: """
            erstere, ersterer, ersteres, ersteren
            """,
        latters: """
            letztere, letzterer, letzteres, letzteren
            """,
        examples: """
            zum beispiel, beispielsweise, z b, zb, beispiel, sollte so aussehen, so aussehen, sieht so aus, etwa so, im format,
            sollte aussehen wie, in der form
            """
    )
}
