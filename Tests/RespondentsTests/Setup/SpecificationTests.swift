import Foundation
import Respondents
import Testing

@Suite("A respondent is specified")
struct SpecificationTests {
    private func resolve(
        _ name: String, _ options: ConnectionOptions = ConnectionOptions(), environment: [String: String] = [:]
    ) throws -> OpenAICompatible.Settings {
        let specification = try RespondentSpecification.resolve(
            ModelName(name), options: options, environment: environment)
        guard case .openAICompatible(let settings) = specification else { throw NotAServer() }
        return settings
    }

    private struct NotAServer: Error {}

    private func message(
        _ name: String, _ options: ConnectionOptions = ConnectionOptions(), environment: [String: String] = [:]
    ) -> String? {
        #expect(throws: SetupError.self) { try resolve(name, options, environment: environment) }?.description
    }

    @Test
    func `by a provider's name and the key in its variable`() throws {
        let settings = try resolve(
            "groq/llama-3.3", environment: ["GROQ_API_KEY": " gsk-1 ", "OPENAI_API_KEY": "sk-2"])
        #expect(settings.baseURL.text == "https://api.groq.com/openai/v1")
        #expect(settings.model == "llama-3.3")
        #expect(settings.apiKey?.reveal() == "gsk-1")
        #expect(settings.temperature == 0.2)
        #expect(settings.maxTokens == 4096)
        #expect(settings.timeout == .seconds(120))
    }

    @Test
    func `without a key where the server is local, and with any provider's word where a base URL is given`() throws {
        #expect(try resolve("ollama/llama3.3").apiKey == nil)
        let settings = try resolve("lab/m", ConnectionOptions(baseURL: "http://10.0.0.7:8000/v1"))
        #expect(settings.baseURL.text == "http://10.0.0.7:8000/v1")
        #expect(settings.apiKey == nil)
        let common = try resolve(
            "lab/m", ConnectionOptions(baseURL: "https://lab.example/v1"), environment: ["VLENS_API_KEY": "k"])
        #expect(common.apiKey?.reveal() == "k")
    }

    @Test
    func `not without the key that its provider needs`() throws {
        let expected = """
            mistral/small needs an API key and MISTRAL_API_KEY is not set: make a key at console.mistral.ai/api-keys, then \
            `export MISTRAL_API_KEY=…` or give --key-file; for a server of your own give --base-url
            """
        #expect(message("mistral/small") == expected)
        #expect(message("mistral/small", environment: ["MISTRAL_API_KEY": " "]) == expected)
    }

    @Test
    func `by the first line of a key file, which goes before the environment`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        func options(_ contents: String) throws -> ConnectionOptions {
            try Data(contents.utf8).write(to: URL(filePath: path))
            return ConnectionOptions(keyFile: path)
        }
        let environment = ["OPENAI_API_KEY": "sk-other"]
        let settings = try resolve("openai/m", options("  sk-file \r\n# mine\n"), environment: environment)
        #expect(settings.apiKey?.reveal() == "sk-file")
        #expect(
            try message("openai/m", options("\nsk-file"), environment: environment)
                == "the key file '\(path)' has an empty first line: write the key there")
        #expect(
            try message("openai/m", options("sk-\u{7}file"), environment: environment)
                == "the key file '\(path)' holds a character that no API key holds: copy the key again, on one line")
        #expect(
            message("openai/m", ConnectionOptions(keyFile: "\(folder.path)/none"))
                == "the key file '\(folder.path)/none' does not exist: give the path of a file whose first line is the key"
        )
    }

    @Test
    func `not with a key that would break its header, and the message does not show it`() throws {
        let error = message("openai/m", environment: ["OPENAI_API_KEY": "sk-1\r\nX-Evil: 1"])
        #expect(
            error == """
                the environment variable OPENAI_API_KEY holds a character that no API key holds: copy the key again, on one \
                line
                """)
    }

    @Test(
        arguments: [
            ("localhost:8000", "does not start with http:// or https://"),
            ("ftp://h/v1", "does not start with http:// or https://"),
            ("http://", "names no host"), ("http:///v1", "names no host"), ("http://:80/v1", "names no host"),
            ("http://h:0/v1", "has the port '0'"), ("http://h:99999", "has the port '99999'"),
        ])
    func `not by a base URL that is none`(url: String, problem: String) throws {
        #expect(
            message("vllm/m", ConnectionOptions(baseURL: url))
                == "the base URL '\(url)' \(problem): write it like http://127.0.0.1:8000/v1")
    }

    @Test(
        arguments: [
            ("http://h/v1#sk-hush", "http://h/v1#…", "holds a fragment (#)"),
            ("http://h/a b", "http://h/a…", "holds a character that no address holds"),
            ("http://h/\r\nx", "http://h/…", "holds a character that no address holds"),
            ("http://h/v1?key=hu sh", "http://h/v1?…", "holds a character that no address holds"),
            ("https:/me:hush@h/v1", "https:/…@h/v1", "does not start with http:// or https://"),
            ("me:hush@h/v1", "…@h/v1", "does not start with http:// or https://"),
            ("https://me:hu#sh@h/v1#x", "https://…@h/v1#…", "holds a fragment (#)"),
            ("ftp://me:hush@h/v1", "ftp://…@h/v1", "does not start with http:// or https://"),
            ("http://h/ok@sk-hush01#x", "http://…@<REDACTED>#…", "holds a fragment (#)"),
            ("sk-hush-9f8e7d", "<REDACTED>", "does not start with http:// or https://"),
            ("0123456789abcdef0123456789abcdef", "<REDACTED>", "does not start with http:// or https://"),
            ("Hu5/hHu+9hTvB7=hush2", "<REDACTED>", "does not start with http:// or https://"),
            ("hushhush1234", "<REDACTED>", "does not start with http:// or https://"),
            ("http://h:Hu5/hHu+9hTvB7=hush2/v1", "http://h:<REDACTED>", "has the port '<REDACTED>'"),
            ("http://h:Hu5hHu9hTvB7hush2/v1", "http://h:<REDACTED>", "has the port '<REDACTED>'"),
            ("http://me%3AHu5/hush@h/v1", "http://…@h/v1", "has a host with '%'"),
            ("http://me%3ahush/v1", "http://<REDACTED>", "has a host with '%'"),
            ("http://h/a/Hu5+hHu=/b#x", "http://h/a/<REDACTED>#…", "holds a fragment (#)"),
            ("http://h:sk-hush-9f8e7d/v1", "http://h:<REDACTED>", "has the port '<REDACTED>'"),
        ])
    func `not by a base URL that is none, of which only what holds no key is shown`(
        url: String, shown: String, problem: String
    ) throws {
        let message = message("vllm/m", ConnectionOptions(baseURL: url))
        #expect(message == "the base URL '\(shown)' \(problem): write it like http://127.0.0.1:8000/v1")
    }

    @Test
    func `records an address without what looks like a key in it`() throws {
        let settings = try resolve("lab/m", ConnectionOptions(baseURL: "https://h/sk-hush-9f8e7d/v1?api-key=hush-hush"))
        #expect(settings.baseURL.description == "https://h/<REDACTED>/v1")
        #expect(settings.baseURL.text == "https://h/sk-hush-9f8e7d/v1?api-key=hush-hush")
    }

    @Test
    func `not by a base URL with a password in it, and the message does not show it`() throws {
        #expect(
            message("vllm/m", ConnectionOptions(baseURL: "https://me:hush@h/v1"))
                == """
                the base URL holds a user name or password: take it out and give the key by --key-file or the environment
                """)
    }

    @Test
    func `not so that its key travels readable to another machine, unless that is allowed`() throws {
        let key = ["VLLM_API_KEY": "secret-key"]
        var options = ConnectionOptions(baseURL: "http://node17:8000/v1")
        #expect(
            message("vllm/m", options, environment: key) == """
                the API key would travel unencrypted to 'node17': use https://, unset the key, or allow it with \
                --allow-http-key on a network that you trust
                """)
        options.allowsKeyOverHTTP = true
        #expect(try resolve("vllm/m", options, environment: key).apiKey?.reveal() == "secret-key")
        for local in ["http://localhost:1", "http://127.8.0.1", "http://[::1]:8000/v1", "http://LOCALHOST/"] {
            #expect(try resolve("vllm/m", ConnectionOptions(baseURL: local), environment: key).apiKey != nil)
        }
        for trap in ["http://127.evil.example/v1", "http://localhost.example/v1", "http://[2001:db8::1]/v1"] {
            #expect(
                message("vllm/m", ConnectionOptions(baseURL: trap), environment: key)?.contains("unencrypted") == true)
        }
    }

    @Test
    func `not with a number out of its range`() throws {
        #expect(
            message("vllm/m", ConnectionOptions(temperature: 2.5))
                == "the temperature 2.5 is outside 0.0…2.0: give --temperature a number in that range")
        #expect(
            message("vllm/m", ConnectionOptions(temperature: .nan))
                == "the temperature nan is outside 0.0…2.0: give --temperature a number in that range")
        #expect(
            message("vllm/m", ConnectionOptions(maxTokens: 0))
                == "the number of tokens 0 is outside 1…10000000: give --max-tokens a number in that range")
        #expect(
            message("vllm/m", ConnectionOptions(timeout: .zero))
                == "the timeout 0.0 seconds is outside 0…86400 seconds: give --timeout a number in that range")
        #expect(
            message("vllm/m", ConnectionOptions(maximumConnections: 513))
                == "the number of connections 513 is outside 1…512: give --concurrency a number in that range")
    }

    @Test
    func `and records what can change an answer, never the key`() throws {
        let specification = try RespondentSpecification.resolve(
            ModelName("openai/gpt-4o"), environment: ["OPENAI_API_KEY": "sk-hidden-away"])
        #expect(
            specification.recordedSettings == [
                "format": "openai-chat", "baseURL": "https://api.openai.com/v1", "model": "gpt-4o",
                "temperature": "0.2",
                "maxTokens": "4096",
            ])
        #expect(!"\(specification)".contains("sk-hidden-away"))
        #expect(!specification.isSimulated)
    }
}
