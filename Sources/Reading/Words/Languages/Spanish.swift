extension WordList {
    static let spanish = WordList(
        nouns: "opción, elección, respuesta, acción, alternativa, posibilidad, afirmación",
        numberWords: "número, n, no, nº, núm",
        ones: "uno, una",
        twos: "dos",
        firsts: "primera, primero, primer, 1ª, 1a",
        seconds: "segunda, segundo, 2ª, 2a",
        ordinalNouns: "persona",
        articles: "la, el, los, las, por, a, con, esta, de",
        openings: "claro, bueno, sí, pues, por supuesto, vale",
        labels: "respuesta, elección, decisión, opción, selección, acción, preferencia",
        owners: "mi, la, nuestra, mejor",
        finals: "final, definitiva, última, finales",
        copulas: "es, sería, será, es por, sigue siendo, es entonces",
        verbs: """
            elegir, elegí, escogí, elegido, he elegido,
            inclino por, quedo con, voto por, voy con, voy por,
            escoger, seleccionar, optar por, decido por, decanto por, tomaría, haría,
            identifico más con, identifico con, me identifico con
            """,
        impliedVerbs: """
            elegiría, escogería, preferiría, optaría por, seleccionaría, inclinaría por, quedaría con, iría con, iría por, decantaría por
            """,
        ownVerbs: """
            me parezco a, me parezco más a, soy como, soy más como,
            elijo, escojo, prefiero, opto por, selecciono, me quedo con, me inclino por, me decido por, tomo
            """,
        nearVerbs: "digo, diría, respondo, hago",
        closers: """
            más cerca de, más cercano a, más cercana a,
            se acerca a lo que haría es, lo que yo haría es, más se acerca es, me representa es, lo que haría es, más cercana a mí es
            """,
        fits: """
            se acerca más, más cercana, más cercano, más cerca, la más cercana, me representa, me describe,
            va más conmigo, va mejor conmigo, encaja más conmigo, encaja mejor conmigo, se parece más, mi elección,
            mi respuesta, mi opción, refleja lo que yo, refleja mejor, lo que yo, lo que haría, conmigo,
            se ajusta más, se ajusta mejor, la que yo, la que elegiría, la que elijo, me identifica, me conviene
            """,
        adverbs: """
            es, sería, está, más, mejor, mucho, claramente, sin, duda, también, un, poco, bastante, la, que, lo, me
            """,
        writers: "yo, me, nosotros",
        others: """
            tú, usted, ustedes, él, ella, ellos, gente, personas, persona, otros, otras, mayoría, alguien, muchos,
            todos, algunos, amigo, amigos, familia, padre, madre, mexicanos, españoles, sociedad, uno, cualquiera,
            nadie, vecinos, muchas, ciudadanos
            """,
        roles: "como",
        advice: "recomiendo, aconsejo, debería, deberías, debes, sugiero, recomendaría, aconsejaría, debe, hay que",
        denials: """
            no, nunca, jamás, ni, ninguna, ninguno, rechazo, contra, entre, ambas, ambos, sin, menos, evitar,
            en lugar de, dudo, dudamos, nadie
            """,
        innocents: "no solo, sin duda, sin dudar, sin dudarlo",
        comparisons: """
            más que, en lugar de, en vez de, contra, no, y no, ni, a diferencia de, frente a, sin, rechazo,
            mientras que, comparado con, excepto
            """,
        conditions: "si, a menos, siempre que, siempre y cuando, en caso, suponiendo, salvo, con tal",
        benign: """
            elegir, escoger, tuviera que, tuviese que, tengo que, debo, obligado, obligada, honesto, persona, vivo,
            viviera, situación, lugar, decidir, optar, sincero, sincera, responder
            """,
        hedges: "podría, quizás, quizá, tal vez, a lo mejor, si, hubiera, casi, a veces, antes, posiblemente",
        reasons: "porque, ya, ya que, pues, dado, puesto, por, debido, para",
        contrasts: "pero, sin embargo, aunque, mientras, sino",
        joiners: "o, y, e, u, y o",
        corrections: """
            espere, perdona, no espera,
            en realidad, de hecho, corrección, espera, perdón, mejor dicho, pensándolo bien
            """,
        correctionPhrases: """
            me equivoqué, cometí un error,
            cambié de opinión, cambiado de opinión, pensándolo bien, pensándolo mejor
            """,
        retractions: """
            cambié de opinión, cambiado de opinión, me retracto, retiro lo dicho, eso está mal, me equivoqué,
            no puedo elegir, la rechazo, olvídalo
            """,
        negatives: """
            no, nunca, demasiado, mala, malo, mal, dura, duro, falsa, falso, incorrecta, egoísta, cruel, injusta,
            peor, jamás, rechazo, la rechazo, inaceptable, es demasiado, es mala, está mal, tampoco, lamentablemente
            """,
        pronouns: "la, lo, eso, esto, esa, esta",
        both: "ambas, ambos, ni, ninguna, ninguno, las dos",
        truthy: "verdadero, verdadera, sí, elegida, elegido, seleccionada, seleccionado, escogida",
        falsy: "falso, falsa, no, rechazada, rechazado, no elegida, no elegido, no seleccionada",
        keys: """
            acción, elección, respuesta, opción, selección, decisión, opción elegida, mi elección, mi respuesta,
            respuesta final, acción elegida, opción seleccionada, preferencia, decisión final
            """,
        wholeRefusals: """
            prefiero no responder, sin comentarios, me niego, me abstengo, paso, no puedo, prefiero no decirlo,
            prefiero no hacerlo, abstención, sin respuesta, no contesto, prefiero no contestar, me niego a responder
            """,
        apologies: """
            lo siento, perdón, disculpa, disculpe, disculpas, lamentablemente, desafortunadamente, lamento,
            me disculpo, pido disculpas, mis disculpas, por desgracia, siento
            """,
        selves: """
            como IA, como inteligencia artificial, como modelo de lenguaje, como un modelo de lenguaje, como una IA,
            soy una IA, soy un modelo, soy una inteligencia artificial, como asistente, siendo una IA, como modelo,
            al ser una IA, solo soy una IA, como una inteligencia artificial
            """,
        inabilities: """
            no puedo, no podría, no soy capaz, no estoy en condiciones, me niego a, prefiero no, preferiría no,
            no quiero, no voy a, no deseo, incapaz de, no me es posible, imposible, debo rechazar, debo abstenerme,
            declino, no me siento cómodo, no me siento cómoda, no es apropiado, no sería apropiado, evito, no debo,
            rehúso
            """,
        answering: """
            respond*, eleg*, elij*, escog*, ayud*, decid*, seleccion*, evalu*, valor*, dar*, tomar*, expres*, ofrec*,
            opt*, particip*, contest*, calific*, hacer*, cumplir*, proporcion*, opin*, asist*, pronunci*,
            tomar partido, decir*
            """,
        refusals: """
            no tengo … opiniones, no tengo … opinión, no tengo … preferencias, no tengo … valores,
            no tengo preferencia, no poseo, me abstengo, me mantengo neutral, prefiero no responder,
            debo permanecer neutral, me niego a, no tomo partido, no tengo creencias
            """,
        kin: """
            hermano, hermana, hermanos, hermanas, mamá, papá, padres, abuelo, abuela, abuelos, tío, tía, primo, prima, hijo,
            hija, hijos, niño, niña, niños, marido, mujer, esposo, esposa, pareja, jefe, jefa, profesor, profesora, maestro,
            maestra, colega, colegas, vecino, vecina, amiga, amigas, novio, novia, compañero, compañera, compañeros, sobrino,
            sobrina, médico, cuñado, cuñada, suegra, suegro, estudiante, estudiantes, alumno, alumnos, hombre, hombres, mujeres
            """,
        amends: """
            no, quiero decir, quise decir, mejor, mejor dicho, digo, más bien, error, ups, me equivoqué, me corrijo, un momento,
            no no, espere, lo siento, disculpa, perdona, rectifico, olvídalo, no espera, cometí un error, está mal
            """,
        doubts: """
            no estoy seguro, no estoy segura, no sé, no lo sé, la mitad de las veces, la mitad del tiempo, difícil decirlo,
            tengo dudas
            """,
        buts: """
            sino, sino más bien
            """,
        insteads: """
            antes que, en lugar de, en vez de, y no, más que, que, no
            """,
        examples: """
            por ejemplo, p ej, ejemplo, debería verse así, debe verse así, debería ser así, se vería así, tendría este aspecto,
            con el formato, en el formato, de la forma, debería parecerse a, como sigue
            """
    )
}
