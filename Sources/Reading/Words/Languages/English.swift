extension WordList {
    static let english = WordList(
        nouns: "option, choice, action, answer, statement, alternative",
        numberWords: "number, no, nr, num",
        ones: "one",
        twos: "two",
        firsts: "first, 1st",
        seconds: "second, 2nd",
        ordinalNouns: "one, person, approach, way, response",
        articles: "the, this, that, with, simply",
        openings: """
            sure, okay, ok, well, yes, certainly, alright, hmm, so, please, thanks, here, of course,
            thus, therefore, hence
            """,
        labels: """
            answer, choice, decision, selection, action, response, option, preference, pick, verdict, i choose,
            i pick, i select, i would choose, id choose, chosen, selected
            """,
        owners: "my, the, selected, chosen, preferred, correct, best, our",
        finals: "final, last",
        copulas: "is, be, would, will, was, remains, s",
        verbs: """
            choose, chose, choosing, select, selecting, selected, pick, picking, picked, prefer, go with, going with,
            go for, going for, opt for, opting for, vote for, voting for, lean toward, lean towards, leaning toward,
            leaning towards, lean to, decide on, decided on, settle on, settled on, side with, choose to go with,
            stick with, sticking with, decide for, identify with, identify more with,
            lean more toward, lean more towards, leaning more toward, leaning more towards, lean slightly toward
            """,
        ownVerbs: """
            im like, i am like, im more like, i am more like, im most like, i am most like, i resemble, i most resemble,
            i more closely resemble, i identify as
            """,
        nearVerbs: """
            do, do what is described in, do what is in, take, taking, say, want, follow, do as in, act as in, act like, went with, chosen, relate to,
            relate more to, answer, answer with, respond with, agree more with, be
            """,
        closers: """
            closer to, closest to, nearer to, more like, more in line with,
            i would do is, id do is, most like me is, more like me is, closest to me is, closer to me is, fits me best is,
            fits me better is, suits me best is, suits me better is, i would do myself is, i identify with is,
            i identify with more is, resonates with me is,
            my vote goes to, my vote is for, i vote for
            """,
        fits: """
            closer, closest, comes closer, comes closest, more like, most like, nearer, nearest, fits me, fits my,
            fits who, fits what i, fits how i, fits best with me, suits me, suits my, matches me, matches my,
            matches what i, matches how i, describes me, describes what i, describes how i, resonates,
            reflects what i, reflects how i, reflects my, reflects me, what i would, what id, what i do, what i will,
            what ill, what i usually, what i choose, what i prefer, what i want, what i personally, what im,
            how i would, how id, sounds like me, sounds more like me, sounds like what i, feels closer,
            feels more like me, feels like me, feels right to me, my choice, my answer, my pick, my preference,
            my decision, the one i, the one id, the option i, the option id, the choice i, the action i,
            the action id, aligns with me, aligns with my, aligns with what i, aligns with how i, aligns more,
            aligns better, aligns best, aligns most, appeals to me, appeals more to me, represents me, represents my,
            represents what i, speaks to me, works for me, in line with my, in line with what i, for me, it is, me,
            describes my, mirrors what i, mirrors how i, captures what i, captures how i, fits better, fits best,
            suits better, fit me, suit me
            """,
        adverbs: """
            is, would, be, will, much, more, most, better, best, far, clearly, definitely, probably, slightly,
            somewhat, certainly, also, just, really, simply, a, bit, little, lot, the, that, one, comes, by, surely,
            personally, overall, still, even, closely, very, strongly, seems, feels, likely, more, s, i, think,
            feel, believe, say, i'd, honestly, to, me
            """,
        writers: "i, id, ill, im, ive, we",
        others: """
            you, youd, he, she, they, theyd, people, person, someone, somebody, others, other, everyone, everybody,
            anyone, anybody, one would, one should, one might, who, friend, friends, family, father, mother, parents, brother, sister, husband,
            wife, neighbor, neighbors, neighbour, neighbours, colleagues, men, women, man, woman, citizens, citizen,
            americans, american, filipinos, filipino, majority, many, most people, most americans, most citizens, most of, most would, most filipinos,
            most persons, most men, most women, most there, some people, some would, society, culture, respondent,
            respondents, user, boss, child, children, son, daughter, players, students
            """,
        roles: "as, like, being",
        advice: """
            recommend, recommending, suggest, advise, urge, encourage, should, ought, told, asked, want you, tell,
            expect
            """,
        denials: """
            not, never, wouldnt, dont, cannot, cant, wont, neither, nor, didnt, couldnt, avoid, hesitate, refuse,
            both, between, doesnt, isnt, arent, wasnt, shouldnt, against, reject, rejected, reluctant, hardly, less,
            no, without, decline, instead of, rather than, least, unable, dislike, hate, oppose, doubt, doubtful, nobody
            """,
        innocents: "not only, no doubt, not just, without a doubt, without doubt, without hesitation, never mind",
        comparisons: """
            than, unlike, over, against, not, versus, vs, to, whereas, while, reject, instead of, place of, ahead of,
            compared to, compared with, as opposed to, contrary to, and not, but not, rather than, away from, except,
            without, nor, neither, from, besides
            """,
        conditions: """
            if, unless, provided, assuming, suppose, supposing, depending, only when, as long as, in case, whenever,
            were i, had i,
            sometimes, some days
            """,
        benign: """
            choose, choosing, pick, select, decide, had to, have to, must, forced, pressed, asked, honest, person,
            citizen, living, lived, live, resident, country, situation, position, shoes, place, comes down,
            given the choice, compelled, required, answer, push
            """,
        hedges: """
            half the time, was about to say, were about to,
            could, might, may, were, when, whether, initially, unless, perhaps, maybe, almost, would have, used to,
            wish, tempted, if, suppose, sometimes, pretend, once, at first, previously,
            was going to, were going to, in a perfect world, in an ideal world, ideally, considered, considering
            """,
        reasons: "because, since, as, for, given, due, so, therefore, which",
        contrasts: "but, however, although, though, while, whereas, yet, even though, and not",
        joiners: "or, and, and or, nor, versus, vs",
        corrections: """
            just kidding, kidding, actually, correction, wait, reconsidering, revised, corrected, sorry, no wait, upon reflection,
            on reflection, thinking about it again, hold on
            """,
        correctionPhrases: """
            made a mistake, made an error, my mistake, i was mistaken, i misspoke,
            second thought, second thoughts, my mind
            """,
        retractions: """
            just kidding, said nobody ever, said no one ever, take that back, take it back, retract, scratch that, changed my mind, second thought, second thoughts,
            no wait, wait no, that is wrong, thats wrong, i was wrong, strike that, disregard that, never mind,
            actually no, thats not right, that is not right, not my choice, thats not my, that is not my,
            would be wrong of me, cant choose, cannot choose, wont choose, cant decide, cannot decide,
            cant support it, cannot support it, dont agree with it, do not agree with it, withdraw, i take back,
            on reflection no, changing my mind, i dont want it, reject it, is not what i, isnt what i
            """,
        negatives: """
            no, not, never, too, wrong, bad, harsh, worse, reject, rejected, unacceptable, terrible, awful, unkind,
            cruel, selfish, nope, nah, cant, cannot, wont, wouldnt, dislike, disagree, inappropriate, immoral,
            unethical, i dont, i cant, i cannot, i disagree, i reject, i dislike, i hate, i wouldnt, i would not,
            i would never, i do not, im against, i am against, i oppose, problematic, horrible, rude, cold, less,
            somewhat, risky, i wont, bad idea, dangerous, unfair, out of the question, ruled out, excluded, con, cons,
            pros, pro, does not, doesnt, isnt, hmm, maybe, perhaps, good but, kind but, nice but
            """,
        pronouns: "it, its, this, that, thats, this one, that one",
        both: "neither, both, none of, none",
        truthy: """
            true, yes, y, chosen, selected, x, chosen option, selected option, my choice, checked, pick, picked,
            preferred, ok, accept, accepted, vlenschecked, this one, i choose this, winner
            """,
        falsy: """
            false, no, n, not chosen, not selected, rejected, unchosen, unselected, unchecked, not picked, reject,
            vlensunchecked, declined, discarded, none, null
            """,
        keys: """
            action, choice, answer, option, selection, decision, response, selected option, chosen option,
            selected action, chosen action, my choice, my answer, final answer, final choice, selected, chosen,
            option chosen, option selected, preferred option, preference, selected answer, pick, my action,
            final decision, preferred action, verdict, final option, your choice, option number, choice number,
            action chosen, action selected, i choose
            """,
        wholeRefusals: """
            i would rather not, i'd rather not, i prefer not to, i'd prefer not to, i would prefer not to, no comment,
            i decline, i refuse, i can't, i cannot, i won't, i will not, i pass, pass, i abstain, abstain,
            i decline to answer, prefer not to say, prefer not to answer, decline, declined, refuse, refused,
            refuse to answer, no answer, i'd rather not say, i would rather not say, i have no preference,
            no preference, decline to answer, i must decline, cannot answer, unable to answer, cannot choose,
            unable to choose, not comfortable answering, i am unable to, rather not say, n a i am an ai
            """,
        apologies: """
            sorry, i'm sorry, i am sorry, i'm very sorry, i apologize, i apologise, apologies, my apologies,
            unfortunately, i'm afraid, i am afraid, i regret, regrettably, thank you for, i appreciate, i understand
            """,
        selves: """
            a computer program, just a program, just a computer,
            as an ai, i'm an ai, i am an ai, as a language model, as a large language model, i'm a language model,
            i am a language model, i'm a large language model, i am a large language model, as an artificial,
            i'm just an ai, i am just an ai, i'm only an ai, being an ai, since i'm an ai, as an assistant,
            as a machine, i am a machine, i'm a machine, as a neutral, i am an artificial, i'm an artificial,
            as a responsible
            """,
        inabilities: """
            i … can't, i … cannot, i … can not, i … won't, i … will not, i … unable, i … not able,
            i … not comfortable, i … don't feel comfortable, i … do not feel comfortable, i … decline, i … refuse,
            i … rather not, i … prefer not, i … wouldn't feel right, and cannot, and can't, i … not going to,
            i … not willing, i … unwilling, i … must respectfully, i … not in a position, i … not appropriate,
            it … not appropriate for me, it … inappropriate for me, it … isn't appropriate for me,
            it … not possible for me, it … wouldn't be appropriate, it … would not be appropriate, i … not qualified,
            i … not equipped, i … not allowed, i … not permitted, i … don't think i should, i … shouldn't,
            i … should not, unable to, i … uncomfortable, i'd … avoid, i … would like to avoid
            """,
        answering: """
            answer*, assist*, choos*, comply*, complet*, creat*, decid*, do that, do this, engag*, express*, fulfil*,
            generat*, giv*, help*, make, making, offer*, participat*, pick*, produc*, provid*, rate, rating, respond*,
            say, select*, shar*, support*, tak*, role*, portray*, impersonat*, generaliz*, generalis*, stereotyp*,
            represent*, speak*, adopt*, continue, proceed*, state, rank*, favor*, favour*, pretend*
            """,
        refusals: """
            i … don't have … personal, i … do not have … personal, i … don't have preferences,
            i … do not have preferences, i … don't have opinions, i … do not have opinions, i … have no preferences,
            i … have no personal, i … don't hold … views, i … do not hold … views, i … don't possess,
            i … do not possess, i … lack personal, i respectfully decline, i must decline, i have to decline,
            i will have to decline, i'll have to decline, i'll pass on, i will pass on, i … pass on this,
            i would rather not, i'd rather not, i choose not to answer, i choose not to, i opt out,
            i … stay neutral, i … remain neutral, i … not take sides, i … don't take sides, against my guidelines,
            violates my guidelines, my guidelines, i am not programmed, i'm not programmed,
            can't be asked to, not something i can, not able to assist, can't assist, cannot assist, can't help with,
            cannot help with, i … don't want to answer, i … do not want to answer, i … don't wish to,
            i … do not wish to, i … no comment, declines to answer, i … cannot in good conscience,
            i … can't in good conscience, i … don't make choices, i … do not make choices, i … don't make personal,
            i … not make that choice, i … not make this choice, i … not choose between, i … won't be choosing,
            so i won't, so i will not, so i can't, so i cannot, therefore i cannot, therefore i can't, therefore i won't
            """,
        kin: """
            brothers, sisters, mom, mum, dad, grandfather, grandmother, grandparents, uncle, aunt, cousin, cousins, nephew,
            niece, spouse, partner, roommate, colleague, coworker, coworkers, teacher, teachers, student, manager, employer,
            employee, priest, pastor, doctor, kid, kids, relatives, relative, classmates, classmate, elders, folks, guys, girl,
            boy, girlfriend, boyfriend, fiance, grandson, granddaughter, stranger, strangers, nobody, no one, foreigners
            """,
        amends: """
            no, nope, nah, i mean, i meant, i mean to say, make that, rather, scratch that, oops, my mistake, no no, or rather,
            let me rethink, let me correct that, better, instead, not that, that was wrong, thats wrong, im sorry, apologies,
            my bad, i misspoke, i should say, i take that back, strike that, changed my mind, i changed my mind, hang on, hmm no
            """,
        doubts: """
            not sure, im not sure, not certain, not quite sure, not entirely sure, half the time, half of the time,
            some of the time, i dont know, who knows, hard to say, hard to tell, i am torn, im torn, undecided
            """,
        buts: """
            but, but rather, but instead, but i would choose, but i choose, but id choose
            """,
        insteads: """
            rather than, instead of, not, over, and not, as opposed to, in preference to
            """,
        formers: """
            former
            """,
        latters: """
            latter
            """,
        examples: """
            should look like, should look like this, look like this, looks like this, looks like, would look like, must look like,
            could look like, might look like, for example, for instance, example, e g, eg, such as, format is, in the format,
            in this format, of the form, in the form, should be in the form, an example, sample, template, should be like,
            should be formatted as, must be of the form, something like
            """
    )
}
