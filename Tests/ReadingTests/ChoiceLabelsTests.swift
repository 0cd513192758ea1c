import Reading
import Testing
import Text

@Suite("A choice is read by the study's own labels")
struct ChoiceLabelsTests {
    @Test
    func `exactly, and by numbers, letters and places as far as the labels allow`() {
        ChoiceTable(
            .english, "Option 2", "Option 1",
            #"""
            2 {"action": "Option 1"}
            1 {"action": "Option 2"}
            1 2
            2 1
            U the first option
            """#
        ).check()
        ChoiceTable(
            .english, "Option B", "Option A",
            #"""
            1 Option B
            2 A
            """#
        ).check()
        ChoiceTable(
            .english, "Person A", "Person B",
            #"""
            1 Person A
            2 Person B is closer to what I would do.
            2 B
            2 I choose Person B.
            U A person who cares would do it.
            """#
        ).check()
        ChoiceTable(
            .english, "X", "Y",
            #"""
            1 {"action": "X"}
            2 Y
            2 I choose Y.
            2 the second option
            1 x
            2 My answer is Y because it is kind.
            """#
        ).check()
        ChoiceTable(
            .english, "Yes", "No",
            #"""
            1 {"action": "Yes"}
            2 No
            2 My answer is no.
            """#
        ).check()
        ChoiceTable(
            .english, "选项一", "选项二",
            #"""
            1 {"action": "选项一"}
            """#
        ).check()
        ChoiceTable(
            .english, "Möglichkeit 1", "Möglichkeit 2",
            #"""
            2 {"action": "Möglichkeit 2"}
            """#
        ).check()
        ChoiceTable(
            .english, "Stay", "Leave",
            #"""
            1 I would stay.
            2 {"action": "Leave"}
            """#
        ).check()
        ChoiceTable(
            .english, "Option A", "Option B",
            #"""
            1 {"action": "A"}
            2 Option 2
            1 the first one
            """#
        ).check()
        ChoiceTable(
            .english, "Statement A", "Statement B",
            #"""
            2 I identify more with statement B.
            """#
        ).check()
        ChoiceTable(
            .english, "Action 1", "Action 2",
            #"""
            1 Action 1
            """#
        ).check()
        ChoiceTable(
            .english, "(1)", "(2)",
            #"""
            1 (1)
            """#
        ).check()
        ChoiceTable(
            .english, "Yes, I do", "No, I don't",
            #"""
            2 No, I don't
            """#
        ).check()
        ChoiceTable(
            .english, "First", "Second",
            #"""
            1 First
            2 I choose the second.
            """#
        ).check()
        ChoiceTable(
            .english, "Agree", "Disagree",
            #"""
            1 Agree
            2 I disagree.
            """#
        ).check()
        ChoiceTable(
            .english, "1", "2",
            #"""
            2 2
            1 {"action": 1}
            """#
        ).check()
        ChoiceTable(
            .english, "Vote", "Do not vote",
            #"""
            2 Do not vote
            1 Vote
            """#
        ).check()
        ChoiceTable(
            .english, "Option I", "Option II",
            #"""
            2 Option II
            1 Option I
            """#
        ).check()
    }
}
