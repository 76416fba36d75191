// swift-tools-version: 6.0
// A test double: a module named `SwiftUI` for machines that have no SwiftUI. README.md says what it is and is not.
import PackageDescription

let package = Package(
  name: "LinuxSwiftUI",
  products: [
    .library(name: "SwiftUI", targets: ["SwiftUI"]),
    .library(name: "LinuxSwiftUIProbe", targets: ["LinuxSwiftUIProbe"]),
  ],
  targets: [
    .target(name: "SwiftUI"),
    .target(name: "LinuxSwiftUIProbe", dependencies: ["SwiftUI"]),
  ],
  swiftLanguageModes: [.v6]
)
