// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "tidings",
  products: [.executable(name: "tidings", targets: ["TidingsCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/swift-mustache", .upToNextMinor(from: "2.1.1")),
    .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "Tidings",
      dependencies: [
        "CCmarkGFM", "CLibXML2", "Yams",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Edition/Templates/cards.css"),
        .embedInCode("Edition/Templates/digest.html"),
        .embedInCode("Edition/Templates/digest.txt"),
        .embedInCode("Edition/Templates/list.css"),
        .embedInCode("Edition/Templates/preview.html"),
        .embedInCode("Edition/Templates/snippets/linkedin.txt"),
        .embedInCode("Edition/Templates/snippets/mastodon.txt"),
        .embedInCode("Edition/Templates/snippets/post.txt"),
        .embedInCode("Edition/Templates/story-cards.html"),
        .embedInCode("Edition/Templates/story-list.html"),
        .embedInCode("Edition/Templates/story.html"),
        .embedInCode("Edition/Templates/story.txt"),
        .embedInCode("Edition/Templates/theme.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "Delivery",
      dependencies: [
        "CCurl", "Tidings",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "TidingsCommand",
      dependencies: [
        "Delivery", "Tidings", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Init/Files/ignored"),
        .embedInCode("Init/Files/intro.md"),
        .embedInCode("Init/Files/links.yml"),
        .embedInCode("Init/Files/newsletter-workflow.yml"),
        .embedInCode("Init/Files/readers.csv"),
        .embedInCode("Init/Files/starter.yml"),
        .embedInCode("Init/Files/tidings.service"),
        .embedInCode("Init/Files/tidings.timer"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TidingsTests",
      dependencies: [
        "Tidings", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      exclude: ["Edition/Golden", "Mail/Golden"], swiftSettings: strict),
    .target(
      name: "LoopbackServers", path: "Tests/LoopbackServers", swiftSettings: strict),
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "Delivery", "LoopbackServers", "Tidings", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["TidingsCommand", "LoopbackServers"],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Tidings", "Delivery", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      path: "Tests/Benchmarks", swiftSettings: strict),
  ]
)
