import NIOSSL

/// Certificates that are trusted besides those of the system: a gateway's own, or those of who signed it.
struct TrustedCertificates: Sendable, Hashable {
    let all: [NIOSSLCertificate]

    /// None.
    init() {
        all = []
    }

    /// Those of a PEM file.
    ///
    /// - Throws: `SetupError.Code.unreadableCertificates` where it can't be read or holds none.
    init(file path: String) throws(SetupError) {
        let found = try? NIOSSLCertificate.fromPEMFile(path)
        guard let found, !found.isEmpty else {
            throw SetupError(
                .unreadableCertificates,
                "the certificate file '\(path)' can't be read or holds no certificate: give --ca-file a PEM file with "
                    + "'-----BEGIN CERTIFICATE-----' in it")
        }
        all = found
    }

    /// How a client checks who answers; nil leaves it to the system alone.
    var configuration: TLSConfiguration? {
        guard !all.isEmpty else { return nil }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.additionalTrustRoots = [.certificates(all)]
        return configuration
    }
}
