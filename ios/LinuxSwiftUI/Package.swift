// swift-tools-version: 6.0
// Test doubles: modules named as Apple's for machines that have none of them. README.md says what they are and are not.
import PackageDescription

/// What only the app itself uses.
let kits = ["Security", "LocalAuthentication", "Network", "UIKit", "AuthenticationServices"]

let package = Package(
  name: "LinuxSwiftUI",
  products: [
    .library(name: "SwiftUI", targets: ["SwiftUI"]),
    .library(name: "LinuxKits", targets: kits),
    .library(name: "LinuxSwiftUIProbe", targets: ["LinuxSwiftUIProbe"]),
  ],
  targets: kits.map { .target(name: $0, dependencies: $0 == "AuthenticationServices" ? ["UIKit"] : []) } + [
    .target(name: "SwiftUI"),
    .target(
      name: "LinuxSwiftUIProbe",
      dependencies: ["SwiftUI", "Security", "LocalAuthentication", "AuthenticationServices"]),
  ],
  swiftLanguageModes: [.v6]
)
