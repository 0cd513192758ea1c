import Foundation
import NIOCore
import NIOHTTP2
import NIOSSL

/// TLS for a loopback server, with a certificate for 127.0.0.1 that was made a moment ago and nobody trusts yet.
package struct LoopbackSecurity: Sendable {
    /// The PEM file of the certificate, for whom shall trust it.
    package let certificateFile: String
    let speaksHTTP2: Bool
    private let context: NIOSSLContext
    private let folder: URL

    /// The program that makes certificates.
    package static let openssl = "/usr/bin/openssl"

    /// Whether certificates can be made here.
    package static let isAvailable = FileManager.default.isExecutableFile(atPath: openssl)

    /// The message of a skipped test.
    package static let absence: String = "openssl, which makes the test's certificate, is not installed"

    /// A new certificate, also for the host `models.invalid`.
    ///
    /// - Parameter isOld: whether TLS 1.1 is the newest that is spoken.
    /// - Throws: where it can't be made or read.
    package init(speaksHTTP2: Bool, isOld: Bool = false) throws {
        self.speaksHTTP2 = speaksHTTP2
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let process = Process()
        process.executableURL = URL(filePath: Self.openssl)
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1,DNS:models.invalid", "-keyout", key,
            "-out", certificate,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        certificateFile = certificate
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        configuration.applicationProtocols = speaksHTTP2 ? ["h2"] : ["http/1.1"]
        if isOld {
            configuration.minimumTLSVersion = .tlsv1
            configuration.maximumTLSVersion = .tlsv11
        }
        context = try NIOSSLContext(configuration: configuration)
    }

    var handler: NIOSSLServerHandler { NIOSSLServerHandler(context: context) }

    /// Removes the files.
    package func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}

extension ChannelPipeline.SynchronousOperations {
    /// Answers every stream of a connection by a handler of its own.
    func serveHTTP2(_ connection: @escaping @Sendable () -> LoopbackConnection) throws {
        _ = try configureHTTP2Pipeline(
            mode: .server, connectionConfiguration: NIOHTTP2Handler.ConnectionConfiguration(),
            streamConfiguration: NIOHTTP2Handler.StreamConfiguration()
        ) { stream in
            stream.eventLoop.makeCompletedFuture {
                let pipeline = stream.pipeline.syncOperations
                try pipeline.addHandler(HTTP2FramePayloadToHTTP1ServerCodec())
                try pipeline.addHandler(connection())
            }
        }
    }
}
