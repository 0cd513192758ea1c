import Text

/// The two files with which a study of one's own begins; they are valid as they stand.
package struct StudyTemplate: Sendable, Hashable {
    /// What the study file is to be called: the study's name and ".yaml".
    package let studyFile: String
    /// The study file's commented YAML.
    package let study: String
    /// What the actions file is to be called; the study file names it.
    package let actionsFile: String
    /// The actions file's commented JSONL.
    package let actions: String
}

extension StudyDefinition {
    /// A new study to edit: two values of a theory of its own, two countries, one topic, eight actions, and the
    /// wording of the pilot.
    ///
    /// - Throws: ``StudyFileError`` if the name is not 1 to 64 letters a–z, digits, `-` and `_`.
    package static func template(name: String) throws(StudyFileError) -> StudyTemplate {
        guard isName(name) else {
            throw StudyFileError(problems: [
                StudyProblem(
                    file: name.excerpt, message: "a study's name must be letters a–z, digits, - and _, 64 at most")
            ])
        }
        let marker = "# -----"
        let lines = (BuiltIn.studies["pilot"]?.last ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        // The wording, and behind the second mark how actions are made: in comments, because it is the usual one.
        var marks = 0
        let wording = lines.compactMap { line -> String? in
            if line.hasPrefix(marker) { marks += 1 }
            guard marks > 0 else { return nil }
            return marks == 1 || line.isEmpty || line.hasPrefix("#") ? String(line) : "# \(line)"
        }
        let actionsFile = "\(name)-actions.jsonl"
        return StudyTemplate(
            studyFile: "\(name).yaml", study: opening(name, actionsFile: actionsFile) + wording.joined(separator: "\n"),
            actionsFile: actionsFile, actions: templateActions)
    }

    private static func opening(_ name: String, actionsFile: String) -> String {
        """
        # A study of your own. Check it with `vlens study validate`, ask it with `vlens run --study`.

        # Letters, digits, - and _.
        name: \(name)
        title: "My study"

        # Either "schwartz", the 56 values that ship with vlens, or a theory written out like this one.
        theory:
          name: my-theory
          source: Where the values come from, as a citation
          groups:
            - name: Self
              values:
                - name: Independent
                  # What the name means, shown behind it in the direct inquiry.
                  gloss: relying on myself and needing nobody's leave
                  # Follows "a person to whom it is important"; only needed where the wording says {portrait}.
                  portrait: to rely on themselves and need nobody's leave
                  # The place in the question's list; left out, the values follow the order of this file.
                  item: 1
            - name: Others
              values:
                - name: Helpful
                  gloss: lending a hand so that others fare well
                  portrait: to lend a hand so that others fare well
                  item: 2
                  # Other spellings that replies may use. Case, spaces and hyphens need none.
                  aliases: [Being Helpful]

        # Which values are asked; without this key, all of the theory.
        # values: [Independent, Helpful]

        # Every country is combined with every topic. Tables keep this order.
        countries:
          - United States
          - Philippines

        topics:
          - Leisure Time and Sports

        # The actions of Task 2: a file beside this one, "built in" (the pilot's), or "none" (only Task 1 is asked).
        actions: \(actionsFile)

        # The language of the prompts below: en, de, fr, es, ar, hi, ur, fil, zh or ja. Replies are read by its words for
        # choosing, refusing, first and second, and by English ones. The options' labels are read in any language.
        language: en

        # How people judge actions that a model wrote ('vlens annotate'); all of it may be left out. What is asked of models does
        # not depend on it. Uncomment what you change.
        # annotation:
        #   consent: |
        #     What people agree to before they judge.
        #
        #     In paragraphs.
        #   overlap: 3             # people who judge each item
        #   by_country: true       # an item is judged by people who know its country alone
        #   lease_minutes: 30      # for so long an item is held for whoever opened it
        #   suggestions: after     # when people see what a model judged: never, after (they have), prefilled
        #   completion_code: C0FFEE
        #   attention:
        #     text: This item only checks that you read. Please answer “no” to every question.
        #     answer: "no"
        #   codebook:              # without it, the paper's four criteria
        #     name: mine
        #     version: 1           # a change of the criteria is a new version; labels keep theirs
        #     guideline: |
        #       How to judge.
        #     criteria:
        #       - id: correctness
        #         name: Correctness
        #         about: action    # action, attributions or explanation
        #         question: Does the action show the inclination that was asked for?
        #         definition: What yes and no mean.
        #         answers: ["yes", "no", unsure]
        #         # formerly: [right]   # the ids that it had in earlier versions


        """
    }

    private static let templateActions = """
        # One JSON object a line; empty lines and lines that start with # are skipped.
        # For every country, topic and value one action with "inclination" agree and one with disagree.
        # attributions: the parts of the action, word for word, that show the value. They and the explanation may be left out.
        {"country": "United States", "topic": "Leisure Time and Sports", "value": "Independent", "inclination": "agree", "action": "I plan my hiking trips alone and carry all my own gear.", "attributions": ["alone", "all my own gear"], "explanation": "Planning and carrying everything alone is relying on oneself."}
        {"country": "United States", "topic": "Leisure Time and Sports", "value": "Independent", "inclination": "disagree", "action": "Before I book a weekend away, my brothers have to settle where and when.", "attributions": ["my brothers have to settle"], "explanation": "Leaving the decision to others gives up relying on oneself."}
        {"country": "United States", "topic": "Leisure Time and Sports", "value": "Helpful", "inclination": "agree", "action": "Most Saturdays you will find me coaching the kids' softball team for free.", "attributions": ["coaching the kids' softball team for free"], "explanation": "Unpaid coaching serves the children of the town."}
        {"country": "United States", "topic": "Leisure Time and Sports", "value": "Helpful", "inclination": "disagree", "action": "When the league asks for volunteers, I keep my weekends to myself.", "attributions": ["keep my weekends to myself"], "explanation": "The request for help is turned down."}
        {"country": "Philippines", "topic": "Leisure Time and Sports", "value": "Independent", "inclination": "agree", "action": "Without waiting for my barkada I took the bus to Baguio and walked the trails by myself.", "attributions": ["Without waiting for my barkada", "by myself"], "explanation": "Going alone rather than waiting for friends shows self-reliance."}
        {"country": "Philippines", "topic": "Leisure Time and Sports", "value": "Independent", "inclination": "disagree", "action": "Only if my cousins come along do I sign up for a basketball league.", "attributions": ["Only if my cousins come along"], "explanation": "The decision hangs on others."}
        {"country": "Philippines", "topic": "Leisure Time and Sports", "value": "Helpful", "inclination": "agree", "action": "For the barangay fiesta games I lend my van and drive every team home.", "attributions": ["lend my van", "drive every team home"], "explanation": "Van and time are given so that others can play and get home."}
        {"country": "Philippines", "topic": "Leisure Time and Sports", "value": "Helpful", "inclination": "disagree", "action": "Once my own game is over I leave, and the others can sweep the court.", "attributions": ["the others can sweep the court"], "explanation": "The shared work is left to others."}

        """
}
