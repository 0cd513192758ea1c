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
}
