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
        let bytes: [UInt8]
        do throws(BoundedFile.Failure) {
            bytes = try BoundedFile.read(path, limit: Self.largest)
        } catch {
            throw Self.unreadable(path, error.why)
        }
        guard !bytes.isEmpty else { throw Self.unreadable(path, "is empty") }
        guard let found = try? NIOSSLCertificate.fromPEMBytes(bytes), !found.isEmpty else {
            throw Self.unreadable(path, "holds no certificate")
        }
        all = found
    }

    /// All that an operating system trusts takes a quarter of a megabyte.
    private static let largest = 8 << 20

    private static func unreadable(_ path: String, _ why: String) -> SetupError {
        SetupError(
            .unreadableCertificates,
            "the certificate file '\(path)' \(why): give --ca-file a PEM file with '-----BEGIN CERTIFICATE-----' in it")
    }

    /// How a client checks who answers. Protocols before TLS 1.2 are broken, and spoken by no provider.
    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if !all.isEmpty { configuration.additionalTrustRoots = [.certificates(all)] }
        return configuration
    }
}
