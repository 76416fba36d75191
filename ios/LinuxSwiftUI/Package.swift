// swift-tools-version: 6.0
// Test doubles: modules named as Apple's for machines that have none of them. README.md says what they are and are not.
import PackageDescription

/// What only the app itself uses, and what else each of it is built on.
let kits = [
  "Security": [], "LocalAuthentication": ["Security"], "Network": [], "UniformTypeIdentifiers": [], "ImageIO": [],
  "AVFoundation": [], "UIKit": ["UniformTypeIdentifiers"], "PhotosUI": ["UIKit"], "AuthenticationServices": ["UIKit"],
]

let package = Package(
  name: "LinuxSwiftUI",
  products: [
    .library(name: "SwiftUI", targets: ["SwiftUI"]),
    .library(name: "LinuxKits", targets: kits.keys.sorted()),
    .library(name: "LinuxSwiftUIProbe", targets: ["LinuxSwiftUIProbe"]),
  ],
  targets: kits.map { .target(name: $0, dependencies: $1.map { .target(name: $0) }) } + [
    .target(name: "SwiftUI"),
    .target(
      name: "LinuxSwiftUIProbe",
      dependencies: [
        "SwiftUI", "Security", "LocalAuthentication", "UIKit", "AuthenticationServices", "PhotosUI", "AVFoundation",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
