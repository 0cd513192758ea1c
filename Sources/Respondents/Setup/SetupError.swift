/// A respondent that cannot be set up as asked: found before any question is put.
package struct SetupError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Code: Sendable, Hashable {
        /// The model's name is not `provider/model`.
        case malformedName
        /// No provider of that name is known.
        case unknownProvider
        /// The provider needs a key, and none was found.
        case missingKey
        /// The file that should hold the key cannot be read, or is empty.
        case unreadableKeyFile
        /// The key holds characters that no key holds.
        case malformedKey
        /// The base URL is not one.
        case malformedBaseURL
        /// An environment variable that names a proxy holds no address of one.
        case malformedProxy
        /// The key would travel unencrypted to another machine.
        case insecureBaseURL
        /// The file of certificates cannot be read, or holds none.
        case unreadableCertificates
        /// A setting or parameter is unknown, twice there, or out of its range.
        case badParameter
    }

    /// What is wrong.
    package let code: Code
    /// What is wrong, quoting the offending value, and what to do about it. Never holds a key.
    package let description: String

    /// An error; the description holds no key.
    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
