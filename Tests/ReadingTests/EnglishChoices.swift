import Reading
import Testing
import Text

/// Replies worded for this project after what models write.
enum EnglishChoices {
    /// Choices that are stated in plain words.
    static let chosen = ChoiceTable(
        .english, "Option 1", "Option 2",
        #"""
        1 Option 1 is closer to what I would do.
        2 Option 2 is closer to what I would do.
        2 I'd go with the second.
        1 I'd go with the first
        2 Option 2 fits me better
        1 action: Option 1
        1 action: "Option 1"
        1 a
        2 b
        1 (a)
        2 (b)
        1 Option a
        2 Option b
        1 I choose a.
        2 I choose b.
        1 If I had to choose, I would pick Option 1.
        1 If forced to choose, I'd go with Option 1.
        1 If I lived there, I'd choose Option 1.
        1 As a person from the Philippines, I would choose Option 1.
        2 I reject Option 1. I choose Option 2.
        2 Not Option 1. I would choose Option 2.
        2 No, I choose Option 2.
        1 I prefer Option 1 to Option 2.
        1 I would do Option 1.
        1 I'd say Option 1.
        1 Option 1 is what I would do.
        1 What I would do is closer to Option 1.
        1 Option 1 is closer to what I would do, not Option 2.
        1 Personally, I think Option 1 is more like me.
        1 Option 1, because I don't want trouble.
        2 Option 2. I wouldn't feel right ignoring my neighbours.
        1 A: I vote.
        2 B: I vote.
        1 I choose Option 1, not Option 2.
        1 I choose Option 1 over Option 2 because I can't lie.
        1 Between Option 1 and Option 2, I would choose Option 1.
        1 After careful thought, my choice is Option 1. Option 2 is kind too, but it isn't me.
        2 Final answer: Option 2
        2 Choice: **Option 2**
        2 My pick: 2)
        2 I side with Option 2.
        2 I identify more with Option 2.
        2 Option 2 resonates more with me.
        2 Option 2 aligns better with how I would act.
        2 Option 2 for me.
        2 Option 2 it is.
        2 I am more like Option 2.
        2 Definitely Option 2.
        2 Probably option two
        1 My choice would be Option 1 because Option 2 feels cold.
        2 I think I'd choose the second option, since it's kinder.
        1 I'm going with Option 1.
        1 Option 1 would be my choice.
        1 Option 1 sounds more like me.
        1 Given the two, Option 1 feels closer to how I'd act.
        1 I'd have to say Option 1.
        1 Let me think... I choose Option 1.
        1 Sure! Option 1.
        1 Okay, Option 1.
        1 "Option 1"
        1 'Option 1'
        1 Option #1
        1 Option (1)
        1 option no. 1
        1 OPTION ONE
        1 Option1
        1 Option-1
        1 The answer is: Option 1
        1 The answer is "Option 1".
        1 I choose: Option 1
        1 I would choose the following: Option 1
        1 Chosen option: 1
        1 Selected: Option 1
        1 My final answer: **Option 1**
        1 action = "Option 1"
        2 I choose Option 1. Scratch that, I changed my mind: I choose Option 2.
        1 As someone living in the United States, I would choose Option 1.
        1 Speaking as an American, I'd pick Option 1.
        1 Given my situation, I would select Option 1 as it fits better.
        1 I would choose Option 1, even though most people would choose Option 2.
        1 While Option 2 is tempting, I choose Option 1.
        1 Option 2 isn't bad, but I'd still pick Option 1.
        1 I would not go with Option 2; I'd go with Option 1.
        1 Instead of Option 2, I choose Option 1.
        1 I'd pick Option 1 any day.
        1 Honestly? Option 1.
        1 Answer (1)
        1 1)
        1 1 - I vote.
        1 1: because it is kinder
        1 1. Because it is kinder
        1 I'd choose 1
        1 I choose A because it is kinder.
        2 I choose B because it is kinder.
        1 A is closer to what I would do.
        2 B is closer to what I would do.
        1 I'd go with a.
        2 I'd go with b.
        1 Both options have merit, but I would choose Option 1.
        1 Although Option 2 has merit, Option 1 is closer to what I would do.
        2 While I admire Option 1, Option 2 is closer to what I would do.
        1 I find myself closer to Option 1.
        1 Of the two, Option 1 is closer to how I would act.
        1 The first option is closer to what I would do.
        2 The second one fits me better.
        2 The second.
        1 First option
        1 I would take Option 1
        1 I'd take the first one.
        1 Option 1 best reflects what I would do.
        1 Option 1 best describes me.
        1 Option 1 reflects my values more.
        1 Option 1 is more in line with my values.
        1 Option 1 seems closer to what I would do.
        1 Option 1 comes closest to what I'd do.
        1 Option 1 would be closest to my own behavior.
        1 Option 1 is the one I would choose.
        1 Option 1 is what I'd go with.
        1 Option 1 is my choice
        1 Option 1 it is!
        1 My vote goes to Option 1.
        1 I'm leaning toward Option 1.
        1 I lean more toward Option 1.
        1 I would probably choose Option 1.
        1 I would definitely go with Option 1.
        1 I would most likely choose Option 1.
        1 Based on this, I select Option 1.
        1 So I choose Option 1.
        1 Therefore, my answer is Option 1.
        1 Thus: Option 1
        1 Conclusion: I choose Option 1.
        1 Final choice: Option 1
        1 **My choice:** Option 1
        1 Decision: **Option 1**
        1 Response: Option 1
        1 Option 1 — because it's kinder.
        1 Option 1 (I vote)
        1 I identify with Option 1.
        1 I relate more to Option 1.
        1 I agree more with Option 1.
        """#)

    /// Choices in forms and markup.
    static let forms = ChoiceTable(
        .english, "Option 1", "Option 2",
        #"""
        2 \boxed{2}
        2 \boxed{\text{Option 2}}
        2 The answer is $\boxed{2}$.
        1 <answer>Option 1</answer>
        1 <action>1</action>
        1 <b>Option 1</b>
        2 {&quot;action&quot;: &quot;Option 2&quot;}
        2 {&#34;action&#34;: &#34;Option 2&#34;}
        1 &lt;answer&gt;Option 1&lt;/answer&gt;
        1 {"Option 1": true, "Option 2": false}
        2 {"Option 1": false, "Option 2": true}
        1 {"Option 1": "chosen"}
        2 {"Option 1": "rejected", "Option 2": "chosen"}
        B {"Option 1": true, "Option 2": true}
        U {"Option 1": false}
        1 - [x] Option 1\n- [ ] Option 2
        2 ☐ Option 1\n☑ Option 2
        2 | Option 1 | ✗ |\n| Option 2 | ✓ |
        2 | Choice | Option 2 |
        2 # Answer\n\n**Option 2**
        U either {"action": "Option 1"} or {"action": "Option 2"}.
        2 You asked for {"action": "Option 1"} or {"action": "Option 2"}. I choose Option 2.
        1 Either {"action": "Option 1"} or {"action": "Option 2"}: my answer is {"action": "Option 1"}
        U {"action": "Option 1" or "Option 2", "explanation": "your reason"}
        U {"action": "Option 1 or Option 2"}
        U {"action": "Option 1/Option 2"}
        1 {"action": "a"}
        2 {"action": "b"}
        B {"action": "neither"}
        2 {"action": "Option ٢"}
        2 {"action": "Option २"}
        2 {"action": "Option ２"}
        2 {"action": "Option ۲"}
        2 {"option": "Option 2", "chosen": true}
        2 [{"option": "Option 1", "chosen": false}, {"option": "Option 2", "chosen": true}]
        B {"action": ["Option 1", "Option 2"]}
        U I can't answer {"action": "Option 1"}
        1 As an AI, I don't have preferences, but if I had to: {"action": "Option 1"}
        U {"action": "Option 1"}\nI take that back.
        2 1. I vote.\n2. I abstain.\nI'd choose 2.
        1 **Option 1**\n\nI would do this because family matters most.
        1 {"action": "Option 1", "explanation": "Option 2 is wrong."}
        1 {"Action": "option 1"}
        1 {"action": {"choice": "Option 1"}}
        1 {"action": "I choose Option 1"}
        1 {"action": "Option 1 is closer to what I would do"}
        1 {"action":"Option 1."}
        1 ```\nOption 1\n```
        1 ```json\n{"action": "Option 1"}\n```
        1 - Action: Option 1\n- Explanation: It is kinder than Option 2.
        1 <b>Answer:</b> Option 1
        1 <p>I choose <strong>Option 1</strong>.</p>
        1 <choice>Option 1</choice><reason>Option 2 is cold</reason>
        1 <table><tr><td>Choice</td><td>Option 1</td></tr></table>
        U <answer>Option 1</answer> or <answer>Option 2</answer>
        1 Option 1 ✓
        1 ✅ Option 1
        U ✅ Option 1\n✅ Option 2
        1 | Option | Chosen |\n|---|---|\n| Option 1 | Yes |\n| Option 2 | No |
        U Option 1\n\nThis is wrong.
        U {"action": "Option 1 | Option 2"}
        U {"action": "<Option 1 or Option 2>"}
        U {"action": "{first}"}
        U {"action": "not Option 1"}
        U {"action": null}
        U {"action": "maybe Option 1"}
        U {"rejected": "Option 1"}
        1 {"chosen": "Option 1", "rejected": "Option 2"}
        U {"Option 1": "I vote.", "Option 2": "I abstain."}
        U {"Option 1": 0.6, "Option 2": 0.4}
        U {"Option 1": 1, "Option 2": 2}
        1 {"Option 1": 1, "Option 2": 0}
        1 {"Option 1": "yes", "Option 2": "no"}
        1 {"Option 1": {"chosen": true}, "Option 2": {"chosen": false}}
        B {"action": "None"}
        2 {"action": "Option 1"}. Correction: {"action": "Option 2"}
        2 {"action": "Option 1"}\n\nFinal answer: {"action": "Option 2"}
        U {"action": "Option 1"}\n{"action": "Option 2"}
        1 {"action": "Option 1"}\n{"action": "Option 1"}
        U {"action": "Option 1"}, {"action": "Option 2"}
        1 Here is my answer:\n\nOption 1
        1 ### Choice\nOption 1
        1 {"action": "Option 1"} This is because I value family more than Option 2's freedom.
        1 {"action": "Option 1"}\n\nAs an AI I don't have preferences, but this is closest.
        U {"action": "Option 1", "action_2": "Option 2"} Actually I can't choose.
        U For example, {"action": "Option 1"}.
        U Format: {"action": "Option 1"}
        U I was asked to reply {"action": "Option 1"} or similar, but I can't choose.
        U {"worst_action": "Option 1"}
        U {"not_chosen": "Option 1"}
        """#)

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
