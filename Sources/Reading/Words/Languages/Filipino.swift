extension WordList {
    static let filipino = WordList(
        nouns: "opsyon, opsiyon, pagpipilian, pagpili, sagot, kilos, aksyon, pahayag, tugon, desisyon, pinili",
        numberWords: "numero, bilang, blg",
        ones: "isa, uno",
        twos: "dalawa, dos",
        firsts: "una, unang, ika-1",
        seconds: "ikalawa, ikalawang, pangalawa, pangalawang, ika-2",
        ordinalNouns: "tao",
        articles: "ang, sa, ng, na, yung, iyong, ay, si",
        openings: """
            siyempre, syempre,
            sige, oo, okay, po
            """,
        labels: """
            sagot, pinili, pipiliin, pinipili, pasya, desisyon, tugon, kilos, aksyon, napili, pagpili, opsyon, pili
            """,
        owners: "ang aking, aking, ang, ating",
        ownersBehind: "ko, namin, ko po",
        finals: "huling, pinal, pinal na, panghuling",
        copulas: "ay, ay ang, po ay, ay yung",
        verbs: """
            pipiliin, pinipili, pinili, pumili, pipili, pinipili ko, pumipili, mas gusto, gusto, papanigan, pumapabor
            """,
        ownVerbs: """
            katulad ko si, katulad ko ang, kagaya ko si, kagaya ko ang, tulad ko si, para akong si,
            pipiliin ko, pinipili ko, pinili ko, pipili ako ng, pumipili ako ng, mas gusto ko, mas pipiliin ko,
            pinipili kong, pumili ako ng, sasama ako sa, mas pinipili ko, doon ako sa, nasa panig ako ng,
            pipili ako sa, pinapaboran ko, mas pabor ako sa, kukunin ko
            """,
        closers: """
            mas malapit sa, pinakamalapit sa,
            mas malapit sa akin, mas bagay sa akin, mas angkop sa akin, mas tugma sa akin, mas malapit sa gagawin ko, pinakamalapit sa akin, pinakamalapit sa gagawin ko
            """,
        fits: """
            ang mas sumasalamin, ang sumasalamin, sumasalamin sa akin, ang naglalarawan sa akin, ang mas naglalarawan,
            mas malapit, pinakamalapit, ang mas malapit, ang pinakamalapit, ang pipiliin ko, ang pinili ko,
            ang pinipili ko, ang sagot ko, ang aking sagot, ang aking pinili, ang aking pipiliin, ang napili ko,
            ang gagawin ko, ang gusto ko, ang mas gusto ko, mas bagay sa akin, mas angkop sa akin, mas tugma sa akin,
            bagay sa akin, angkop sa akin, ang aking desisyon, ang tugma sa akin, ang nababagay sa akin
            """,
        adverbs: "ay, po, talaga, siguradong, mas, lang, rin, din, malinaw, na",
        writers: "ako, ko, akin, aking, kong, namin, kami, tayo",
        others: """
            ikaw, mo, niya, siya, sila, nila, tao, mga tao, iba, karamihan, marami, kayo, ninyo, pilipino, kaibigan,
            pamilya, ama, ina, nanay, tatay, lola, lolo, lahat, sinuman, taong, kapitbahay, kanila
            """,
        roles: "bilang, tulad ng",
        advice: "dapat, inirerekomenda, payo, ipinapayo, mungkahi, iminumungkahi, mas mabuting",
        denials: """
            hindi, huwag, ayaw, ayoko, wala, walang, di, kaysa, tumatanggi, tutol, parehong, pareho, bawal,
            sa halip na, alinman, pagitan, tinatanggihan, nagdududa,
            duda
            """,
        innocents: "hindi lang, hindi lamang, walang duda",
        comparisons: """
            kaysa, kaysa sa, hindi, sa halip na, kumpara sa, at hindi, laban sa, maliban sa, tutol, kontra
            """,
        conditions: "kung, kapag, maliban kung, basta, sakaling, hangga't, pag",
        benign: """
            ano, gagawin, ano ang,
            pipili, pumili, kailangan, kailangang, pipiliin, mamili, pilitin, tao, nakatira, sitwasyon, papipiliin,
            tapat, pagpipilian, sumagot
            """,
        hedges: "maaari, baka, siguro, marahil, kung, puwede, pwede, minsan, muntik, dati",
        reasons: "dahil, kasi, sapagkat, upang, para, kaya",
        contrasts: "pero, ngunit, subalit, samantala, habang, bagaman, bagama't",
        joiners: "o, at, o kaya",
        corrections: "teka, sandali, sa totoo lang, pagtatama, mali pala, pasensya na, sa halip",
        correctionPhrases: """
            nagkamali ako,
            nagbago ang isip ko, nagbago ang aking isip, sa ikalawang pag-iisip
            """,
        retractions: """
            nagbago ang isip ko, nagbago ang aking isip, binabawi ko, mali iyon, mali pala, hindi pala,
            hindi ako makapili, ayoko pala
            """,
        negatives: """
            hindi, huwag, masyado, masyadong, mali, masama, malupit, ayoko, ayaw, makasarili, masakit, wala, sobra,
            sobrang, ay mali, ay masama, ay masyadong, tutol ako
            """,
        pronouns: "ito, iyon, yan, iyan, yun",
        both: "pareho, parehong, wala sa, alinman",
        truthy: "totoo, oo, pinili, napili, tama",
        falsy: "mali, hindi, hindi pinili, tinanggihan, hindi napili",
        keys: """
            aksyon, kilos, pagpili, sagot, opsyon, pinili, desisyon, tugon, napili, pinal na sagot, aking sagot,
            piniling opsyon, napiling opsyon
            """,
        wholeRefusals: """
            walang komento, ayaw kong sumagot, ayokong sumagot, tumatanggi ako, hindi ako sasagot, pass,
            hindi ko kaya, mas gusto kong hindi sumagot, walang sagot, ayoko, hindi ako makasagot
            """,
        apologies: """
            paumanhin, pasensya, pasensya na, patawad, sorry, ikinalulungkot ko, humihingi ako ng paumanhin,
            nalulungkot ako, paumanhin po, pasensya na po, sa kasamaang palad
            """,
        selves: """
            bilang isang AI, bilang AI, isa akong AI, ako ay isang AI, bilang isang language model,
            bilang isang modelo, isa lamang akong AI, bilang artificial, isa akong modelo, bilang isang artificial,
            isang AI lamang, bilang isang katulong
            """,
        inabilities: """
            hindi kita,
            hindi ako, hindi ko, hindi po ako, hindi ko po, ayaw ko, ayaw kong, ayoko, ayokong, tumatanggi akong,
            tumatanggi ako, hindi maaaring, hindi pwedeng, hindi puwedeng, hindi kayang, hindi kaya,
            mas pipiliin kong hindi, hindi angkop, hindi posible, mas gusto kong hindi, di ako, di ko,
            hindi makakapag
            """,
        answering: """
            sagutin, sagot, sumagot, makasagot, makakasagot, pumili, makapili, makakapili, pipili, pumipili, piliin,
            tulong*, matulungan, makatulong, makakatulong, magbigay, makapagbigay, makakapagbigay, magpasya,
            makapagpasya, makakapagpasya, magdesisyon, pagdesisyunan, masagot, masasagot, magrate, mamili, makapamili,
            matutulungan, sasagot, gawin, magagawa, pumanig, papanig, tumugon, makatugon, makakatugon, suportahan,
            i-rate, pagpili
            """,
        refusals: """
            wala akong … opinyon, wala akong … kagustuhan, wala akong … personal, wala akong … paniniwala,
            wala po akong … opinyon, walang personal na, tumatanggi akong sumagot, mananatili akong neutral,
            hindi ako kumakampi, hindi ako papanig, neutral ako, mas mabuting hindi ako
            """,
        kin: """
            kapatid, kuya, ate, nanay, tatay, lolo, lola, tito, tita, pinsan, anak, asawa, boss, amo, guro, katrabaho,
            kasamahan, magulang, mga magulang, mga kaibigan, kaklase, kasintahan, bunso, bata, mga bata, estudyante, pamangkin,
            kumpare, kumare, biyenan, kabataan, matatanda
            """,
        amends: """
            hindi, mali, teka, ang ibig kong sabihin, ibig kong sabihin, este, ay mali, sandali, pasensya, pasensya na, sorry,
            mas mabuti, hindi pala, mali pala, nagkamali ako, dapat pala, oops, patawad
            """,
        doubts: """
            hindi ako sigurado, di ako sigurado, hindi ko alam, di ko alam, kalahati ng oras, mahirap sabihin, ewan ko
            """,
        buts: """
            kundi, kung hindi
            """,
        insteads: """
            kaysa sa, kaysa, kaysa kay, sa halip na, hindi, imbes na
            """,
        examples: """
            halimbawa, bilang halimbawa, dapat ganito, dapat ganito ang hitsura, tulad nito, ganito dapat, sa anyong
            """,
        agents: """
            ng, ni, nina, ng mga, ng aking, ng isang, ng mga tao
            """
    )
}
