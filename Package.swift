// swift-tools-version: 6.2
import PackageDescription

/// Every target is built with the same strictness: Swift 6 mode, explicit existentials, imports that stay private.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Thousands of draws or megabytes of text a run: without optimisation each test that has one would wait for seconds.
let fastInTests: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "ValueActionLens",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "vlens", targets: ["vlens"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Text", swiftSettings: strict + fastInTests),
        .target(name: "Reading", dependencies: ["Text"], swiftSettings: strict),
        .target(
            name: "Study",
            dependencies: ["Text", "Reading", .product(name: "Yams", package: "Yams")],
            resources: [
                .embedInCode("Resources/schwartz.yaml"),
                .embedInCode("Resources/pilot.yaml"),
                .embedInCode("Resources/pilot-1.yaml"),
                .embedInCode("Resources/pilot-actions.jsonl"),
                .embedInCode("Resources/schwartz-132.yaml"),
                .embedInCode("Resources/schwartz-132-1.yaml"),
                .embedInCode("Resources/risks.yaml"),
                .embedInCode("Resources/risk-words.yaml"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Costs",
            dependencies: ["Text", "Study", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources/prices.yaml")],
            swiftSettings: strict
        ),
        .target(
            name: "Respondents",
            dependencies: [
                "Text",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Simulated", dependencies: ["Study", "Respondents", "Measures"], swiftSettings: strict),
        .target(
            name: "AnswerStore",
            dependencies: [
                "Text",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Elicitation",
            dependencies: ["Respondents", "AnswerStore"],
            swiftSettings: strict
        ),
        .target(name: "Measures", dependencies: ["Text"], swiftSettings: strict + fastInTests),
        .target(
            name: "Pages",
            dependencies: ["Text", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: strict
        ),
        .target(name: "Reports", dependencies: ["Measures", "Pages", "Text"], swiftSettings: strict),
        .target(
            name: "Workbench",
            dependencies: [
                "Study", "Respondents", "Simulated", "AnswerStore", "Elicitation", "Measures", "Pages", "Text",
                "Reading", "Costs", "Reports",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Explorer",
            dependencies: [
                "AnswerStore", "Measures", "Pages", "Reports", "Study", "Text", "Workbench",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "vlens",
            dependencies: [
                "Explorer",
                "Workbench", "Study", "Respondents", "Simulated", "AnswerStore", "Elicitation", "Measures", "Pages",
                "Text", "Reports", "CMalloc", "Reading", "Costs",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CMalloc"),
        .executableTarget(
            name: "vlens-benchmarks",
            dependencies: [
                "Study", "Reading", "Text", "Respondents", "Measures", "TestServers", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks",
            exclude: ["README.md", "anchors"],
            swiftSettings: strict
        ),
        .target(name: "TestSupport", dependencies: ["Text"], path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "TestServers",
            dependencies: [
                "TestSupport",
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/TestServers",
            swiftSettings: strict
        ),
        .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "StudyTests", dependencies: ["Study", "Reading", "Text", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Text", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CostsTests", dependencies: ["Costs", "Study"], swiftSettings: strict),
        .testTarget(
            name: "RespondentsTests", dependencies: ["Respondents", "Text", "TestServers", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SimulatedTests", dependencies: ["Simulated", "Respondents", "Study", "Measures"],
            swiftSettings: strict),
        .testTarget(
            name: "AnswerStoreTests",
            dependencies: ["AnswerStore", "Text", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ElicitationTests",
            dependencies: [
                "Elicitation", "AnswerStore", "Respondents", "Simulated", "Study", "Workbench", "TestServers",
            ],
            swiftSettings: strict
        ),
        // Simulations of thousands of studies.
        .testTarget(
            name: "MeasuresTests", dependencies: ["Measures", "Text", "TestSupport"],
            swiftSettings: strict + fastInTests),
        .testTarget(name: "PagesTests", dependencies: ["Pages", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Measures", "Pages", "Text", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "WorkbenchTests",
            dependencies: [
                "Workbench", "Measures", "Pages", "Reports", "Text", "Study", "Respondents", "Simulated", "AnswerStore",
                "Elicitation", "Reading", "Costs", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExplorerTests",
            dependencies: [
                "Explorer", "Workbench", "AnswerStore", "Reports", "Pages", "Text", "Study", "Simulated", "Respondents",
                "Elicitation", "Costs", "Measures", "TestServers", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "vlens", "Workbench", "Reports", "Text", "Study", "Reading", "Respondents", "AnswerStore",
                "Elicitation",
                "TestServers", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Tests are compiled as they stand in a release build too, but for those that simulate: what they test is optimised.
for target in package.targets where target.type == .test && target.name != "MeasuresTests" {
    target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
}

// With VLENS_PART=StudyTests, say, the package is that target and what it needs: see 'Scripts/part'.
if let part = Context.environment["VLENS_PART"] {
    var needed: Set = [part]
    var counted = 0
    while counted < needed.count {
        counted = needed.count
        for target in package.targets where needed.contains(target.name) {
            for case .byNameItem(let name, _) in target.dependencies { needed.insert(name) }
        }
    }
    package.targets.removeAll { !needed.contains($0.name) }
    if !needed.contains("vlens") { package.products = [] }
}
