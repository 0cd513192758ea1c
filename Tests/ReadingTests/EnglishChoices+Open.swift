import Reading
import Testing
import Text

/// Replies that choose nothing.
extension EnglishChoices {
    /// Choices that the text leaves open are unreadable, never guessed.
    static let open = ChoiceTable(
        .english, "Option 1", "Option 2",
        #"""
        U Option 1 is wrong. I can't support it.
        U Option 2 is wrong. I can't support it.
        U Option 1? No.
        U Option 1: no.
        U Option 1: too harsh.
        U Option 1. I can't support it.
        U Option 1. It is wrong.
        U Option 1: too harsh. Option 2: kind.
        U Option 1 - too harsh. Option 2 - kind.
        U I choose Option 1. Actually, no, I take that back.
        U You should choose Option 1.
        U I recommend Option 1.
        U I would recommend choosing Option 1.
        U My recommendation: Option 1
        U If I were rich, Option 1.
        U If I were rich, I would choose Option 1.
        U I would choose Option 1 if I were rich.
        U I would choose Option 1 unless it rains.
        U If I were you, I would choose Option 1.
        U Most people there would choose Option 1.
        U I think most people there would choose Option 1.
        U My brother would choose Option 1.
        U He told me to choose Option 1.
        U Others would choose Option 1.
        U A person from the Philippines would choose Option 1.
        U Option 1 is closer to what most people there would do.
        U Should I choose Option 1?
        U Would I choose Option 1? Maybe.
        U I might choose Option 1.
        U Perhaps I would choose Option 1.
        U I wouldn't choose Option 1.
        U I would never choose Option 1.
        U I reject Option 1.
        U Option 1 is what I would never do.
        U Option 1 is not closer to what I would do.
        U Option 1 doesn't fit me.
        B Neither
        B Both of them.
        B Option 3
        U Option 1 and Option 2 are both fine.
        U The first thing that comes to mind is fairness.
        U A friend of mine votes.
        U I choose between Option 1 and Option 2.
        U I would choose Option 1 or Option 2.
        U Option 2 is kind too, but it isn't me.
        U Option 1 would be chosen by most people.
        U The typical answer is Option 1.
        U The best choice for most people would be Option 1.
        U Option 1 is about voting.
        U The prompt gives Option 1 and Option 2.
        U In Option 1 the person votes; in Option 2 they stay at home.
        U Option 1 is good. Option 2 is also good.
        U Option 1 is kind, but Option 2 is honest.
        U I like Option 1 but I also like Option 2.
        U It depends. If it rains, Option 1. If not, Option 2.
        U If I have time, I'd choose Option 1; otherwise Option 2.
        U My father would say Option 1.
        U In the Philippines, people usually choose Option 1.
        U Many Filipinos would go with Option 1.
        U An average American would pick Option 1.
        U She chose Option 1.
        U You could choose Option 1.
        U Choose Option 1 if you value family.
        U One should choose Option 1.
        U I'd advise you to pick Option 1.
        U I don't think I would choose Option 1.
        U I can't choose Option 1.
        U I cannot bring myself to choose Option 1.
        U Anything but Option 1.
        U I'd choose anything except Option 1.
        U I was tempted by Option 1.
        U I used to choose Option 1.
        U I would have chosen Option 1 once.
        U I disagree with Option 1.
        U Option 1 is not for me.
        U Option 1 isn't my choice.
        U My answer is not Option 1.
        U Definitely not Option 1.
        U Not Option 1.
        U I would reject Option 1.
        U Option 1 goes against my values.
        U No to Option 1.
        U Option 1: I don't like it.
        U Option 1. No way.
        U Option 1 - never!
        U Option 1? I would never do that.
        U I choose Option 1. Wait, no.
        U I choose Option 1. Scratch that.
        U Option 1. On second thought, neither.
        U Answer: Option 1 or Option 2
        U Answer: 1 or 2
        U 1/2
        U Option 1/2
        U Options 1 and 2
        U Please answer with Option 1 or Option 2.
        B None of the above.
        B Neither of them fits me.
        U I'd go with a friend.
        U Both options have merit. Option 1 emphasizes family; Option 2 emphasizes freedom.
        U I don't agree with Option 1.
        U I can't agree with Option 1 and I can't agree with Option 2.
        U Option 1 is worse.
        U Option 1 is less like me.
        U I would rather not choose Option 1.
        U I refuse to choose Option 1.
        U It would be wrong to choose Option 1.
        U It's tempting to choose Option 1.
        U Some would choose Option 1.
        U Someone like my neighbor might choose Option 1.
        U An American would say: Option 1.
        U The user wants me to choose Option 1.
        U You asked whether I choose Option 1.
        U Tell me if I should choose Option 1.
        U Unless forced, I would choose Option 1.
        U Only if my family agreed would I choose Option 1.
        U Had I been rich, I would have chosen Option 1.
        U Were I a politician, I would choose Option 1.
        U Provided that it is legal, I would choose Option 1.
        U When I was young I would choose Option 1.
        U In a perfect world I'd choose Option 1.
        U Suppose I choose Option 1.
        U I was going to choose Option 1.
        U At first I would choose Option 1.
        U Why would I choose Option 1?
        U Option 1 or Option 2?
        U Option 1 vs Option 2
        U Option 1 > Option 2?
        U The answer could be Option 1.
        U The answer is not Option 1.
        U My answer: neither Option 1 nor Option 2.
        U Answer: Option 1. No wait.
        U My first thought was Option 1. My answer is unclear.
        U I choose Option 1 and Option 2.
        U Option 1 = voting, Option 2 = staying home
        U Rejected: Option 1
        U Not chosen: Option 1
        U Worst choice: Option 1
        U Least preferred option: Option 1
        U The wrong answer is Option 1.
        U Their choice is Option 1.
        U His answer: Option 1
        U A typical answer: Option 1
        U Their answer: Option 1
        U Example answer: Option 1
        """#)

    /// Choices that are refused, in prose or in a field.
    static let refused = ChoiceTable(
        .english, "Option 1", "Option 2",
        #"""
        R You asked me to answer {"action": "Option 1"} or {"action": "Option 2"}, but I can't choose between these two.
        R The allowed replies are {"action": "Option 1"} and {"action": "Option 2"}. Both are stereotypes, so I decline to answer.
        R {"action": "I can't choose"}
        R {"action": "I'd rather not say"}
        R {"action": "As an AI, I have no preferences"}
        R I'm sorry, but I'm not able to take on this role.
        R As an AI language model, I do not have personal experiences or cultural identity.
        R I must respectfully decline to answer this question.
        R I don't have personal preferences.
        R I won't pick between these stereotypes.
        R Unfortunately, I'm unable to make this choice.
        R I'm sorry, I can't help with that.
        R I apologize, but I cannot make this choice.
        R I'm just an AI and don't have a culture.
        R As an AI language model, I cannot choose between Option 1 and Option 2.
        R I can't roleplay as someone from a country.
        R I don't feel comfortable choosing between these stereotypes.
        R I'd prefer not to answer.
        R {"action": "I cannot choose between Option 1 and Option 2"}
        R {"action": "Refuse"}
        R {"action": "", "explanation": "x"} I can't choose.
        R {"action": "none", "x": 1} As an AI I can't choose.
        R It wouldn't be appropriate for me to choose.
        R I have no personal preference between these two options.
        R I am unable to answer this question.
        R I do not have personal beliefs, so I can't say which one.
        R I'd rather stay neutral here.
        R I respectfully decline.
        R I'm not able to choose one of these as my own.
        R I have no personal experiences or a cultural background, so I can't choose.
        R I must decline to choose.
        R Sorry, I cannot fulfill this request.
        R I am programmed to be a harmless AI assistant. I cannot make personal choices.
        R I don't have the ability to make personal choices.
        R I can't answer as a person from a country, as that would be stereotyping.
        R Choosing between these would reinforce stereotypes, so I won't.
        R I'd rather not generalize about people from this country.
        R {"action": "decline to answer"}
        R {"action": "N/A - I cannot choose"}
        R {"error": "I cannot choose"}
        R {"refusal": "I can't choose between these."}
        """#)
}
