import Testing
import Text

struct PlainNamesTests {
    @Test(arguments: [
        ("contextTooLong", "context too long"), ("rateLimited", "rate limit"), ("http-503", "status 503"),
        ("timeout", "timeout"), ("noAnswer", "no answer"), ("notJSON", "no JSON"), ("maxTokens", "limit of tokens"),
        ("reasoningEffort", "reasoning effort"), ("http-", "http-"), ("", ""),
    ])
    func `a name is told in words`(name: String, words: String) {
        #expect(PlainNames.words(name) == words)
    }

    @Test(arguments: [("noAnswer", "no-answer"), ("empty", "empty"), ("notAnOption", "not-an-option")])
    func `a name is typed in small letters`(name: String, typed: String) {
        #expect(PlainNames.typed(name) == typed)
    }
}
