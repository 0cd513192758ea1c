extension WordList {
    static let french = WordList(
        nouns: "option, choix, réponse, action, possibilité, alternative, proposition, affirmation",
        numberWords: """
            n°,
            numéro, n, no, nº, num
            """,
        ones: "un, une",
        twos: "deux",
        firsts: "première, premier, 1ère, 1er, 1re",
        seconds: "deuxième, seconde, second, 2ème, 2e",
        ordinalNouns: "personne, façon",
        articles: "le, la, les, l, cette, ce, à, de, pour, d",
        openings: "bien sûr, alors, bon, oui, eh bien, d accord",
        labels: "réponse, choix, décision, option, sélection, action, préférence",
        owners: "ma, mon, la, le, notre, meilleure",
        finals: "finale, final, définitive, définitif, dernière, dernier",
        copulas: "est, serait, sera, reste, est donc, serait donc, se porte sur, va à, c est",
        verbs: """
            choisis, choisirais, choisirai, ai choisi, préfère, préférerais, opte pour, opterais pour, opterai pour,
            prends, prendrais, sélectionne, vote pour, penche pour, pencherais pour, penche vers, choisir, opter pour,
            retiens, choisirait, me décide pour, décide de choisir, vais choisir, suis plutôt, irais vers, irais avec
            """,
        ownVerbs: """
            je suis comme, je suis plutôt comme, je ressemble à, je ressemble plus à, je ressemble davantage à,
            je choisis, je choisirais, je préfère, j'opte pour, je prends
            """,
        nearVerbs: "ferais, dirais, réponds, prendrais",
        closers: """
            plus proche de, le plus proche de, proche de,
            correspond le plus est, correspond le mieux est, ressemble le plus est, ce que je ferais est, correspond mieux est, est proche de moi est
            """,
        fits: """
            plus proche, la plus proche, le plus proche, se rapproche, me correspond, correspond à ce que je,
            correspond plus à ce que je, correspond mieux à ce que je, correspond davantage, mon choix, ma réponse,
            me ressemble, reflète ce que je, reflète mieux, ce que je ferais, me convient, me décrit, celle que je,
            celle qui me, me parle, me représente, mon préféré, ma préférence, est pour moi, correspond plus,
            correspond mieux
            """,
        adverbs: """
            est, serait, plus, mieux, bien, davantage, nettement, clairement, aussi, sans, doute, beaucoup, un, peu,
            c, me, celle, qui, la, le, à
            """,
        writers: "je, j, moi, nous",
        others: """
            tu, vous, il, elle, ils, elles, on, gens, personnes, personne, autres, autre, plupart, quelqu, certains,
            beaucoup, tous, majorité, ami, amis, famille, père, mère, français, société, chacun, quiconque, voisins
            """,
        roles: "comme, tant que, tant qu, en tant que, en tant qu",
        advice: "recommande, conseille, devrait, devriez, devrais, suggère, faut, recommander, conseiller",
        denials: """
            ne, n, pas, jamais, ni, aucune, aucun, refuse, contre, entre, les deux, sans, rejette, moins, éviter,
            plutôt que, non, doute, doutes, personne ne
            """,
        innocents: "pas seulement, sans hésiter, sans hésitation, sans doute, n hésite",
        comparisons: """
            plutôt que, plus que, mieux que, au lieu de, contre, et non, pas, non, contrairement à, par rapport à, ni,
            sauf, rejette, tandis que, alors que, sans
            """,
        conditions: "si, s il, s ils, à condition, sauf si, à moins, pourvu, en supposant, au cas où",
        benign: """
            choisir, devais, dois, doit, devait, obligé, forcé, fallait, faut, honnête, personne, vis, vivais, habite,
            situation, place, choix, opter, répondre
            """,
        hedges: """
            pourrais, peut être, peut-être, éventuellement, si, aurais, parfois, presque, d abord, autrefois,
            pourrait
            """,
        reasons: "car, parce, puisque, parce que, afin, donc, pour, comme, en raison",
        contrasts: "mais, cependant, toutefois, tandis, alors que, bien que, pourtant",
        joiners: "ou, et, ou bien, et ou",
        corrections: """
            en fait, finalement, correction, attendez, attends, pardon, plutôt, non attendez, réflexion faite
            """,
        correctionPhrases: """
            me suis trompé, me suis trompée, fait une erreur,
            changé d avis, à la réflexion, réflexion faite, tout bien réfléchi
            """,
        retractions: """
            changé d avis, retire ce que, me rétracte, je me trompe, c est faux, je retire, ne peux pas choisir,
            je la rejette, je le rejette, oubliez
            """,
        negatives: """
            non, ne, n, pas, trop, mauvais, mauvaise, dur, dure, faux, fausse, égoïste, cruel, cruelle, jamais, pire,
            je refuse, je rejette, inacceptable, injuste, n est pas, ne me, hélas, est trop
            """,
        pronouns: "la, le, cela, ça, c, elle, ceci",
        both: "ni, aucune, aucun, les deux",
        truthy: "vrai, oui, choisi, choisie, sélectionné, sélectionnée, retenue, retenu",
        falsy: "faux, non, rejeté, rejetée, non choisi, non choisie, pas choisi, pas choisie",
        keys: """
            action, choix, réponse, option, sélection, décision, option choisie, mon choix, ma réponse,
            réponse finale, action choisie, choix final, préférence, possibilité
            """,
        wholeRefusals: """
            je préfère ne pas répondre, sans commentaire, je refuse, je m'abstiens, aucune réponse, je passe,
            je préfère ne pas, je ne peux pas, abstention, pas de réponse, je refuse de répondre, je décline
            """,
        apologies: """
            désolé, désolée, je suis désolé, je suis désolée, je m'excuse, malheureusement, je regrette,
            toutes mes excuses, mes excuses, je suis navré, navré, pardon, excusez-moi
            """,
        selves: """
            en tant qu'IA, en tant qu'intelligence artificielle, en tant que modèle de langage, en tant que modèle,
            je suis une IA, je suis un modèle, je suis une intelligence artificielle, en tant qu'assistant,
            comme je suis une IA, étant une IA, en tant que grand modèle, je ne suis qu'une IA
            """,
        inabilities: """
            ne peux, ne peux pas, ne puis, ne suis pas en mesure, ne suis pas capable, refuse de, préfère ne pas,
            préférerais ne pas, impossible de, ne souhaite pas, ne veux pas, ne vais pas, incapable de, ne saurais,
            ne pourrais pas, dois refuser, dois décliner, décline, pas à l'aise, m'abstiens de, n'est pas approprié,
            ne serait pas approprié, ne me permet pas, éviter de, suis dans l'impossibilité
            """,
        answering: """
            répond*, choisi*, choix, aider*, décid*, sélectionn*, évalu*, donner*, prendre, exprim*, fournir*, opter*,
            particip*, soutenir, cette demande, noter*, préfér*, faire, trancher, prononcer, assister, parti, dire,
            position*
            """,
        refusals: """
            je n'ai pas … d'opinion, je n'ai pas … d'opinions, je n'ai pas … de préférence,
            je n'ai pas … de préférences, je n'ai pas … de valeurs, n'ai pas d'opinions personnelles,
            je ne possède pas, je m'abstiens, je reste neutre, je dois rester neutre, je refuse de, je dois décliner,
            je préfère m'abstenir, je préfère ne pas répondre
            """,
        elisions: "l, d, j, c, n, m, s, t, qu",
        kin: """
            frère, soeur, sœur, frères, soeurs, maman, papa, parents, grand père, grand mère, oncle, tante, cousin, cousine,
            fils, fille, enfant, enfants, mari, femme, époux, épouse, patron, patronne, professeur, collègue, collègues, voisin,
            voisine, copain, copine, amie, amies, conjoint, chef, élève, élèves, neveu, nièce, médecin
            """,
        amends: """
            non, non non, je veux dire, je voulais dire, plutôt, ou plutôt, erreur, oups, mon erreur, je me corrige, enfin,
            excusez moi, désolé, désolée, attendez, attends, c est faux, je me trompe, je me suis trompé, j ai fait une erreur,
            minute, une seconde
            """,
        doubts: """
            je ne suis pas sûr, je ne suis pas sûre, ne suis pas certain, je ne sais pas, la moitié du temps, difficile à dire,
            j hésite
            """,
        buts: """
            mais, mais plutôt, mais bien
            """,
        insteads: """
            plutôt que, et non, et pas, que, au lieu de, et non pas, pas, non
            """,
        formers: """

            """,
        latters: """

            """,
        examples: """
            par exemple, p ex, exemple, devrait ressembler à, doit ressembler à, ressemble à, ressemblerait à, sous la forme,
            au format, comme suit
            """
    )
}
