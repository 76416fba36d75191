// swift-tools-version: 6.0
// The screens and the model. `ios/prepare` writes Generated/ first; `ios/test` does all of it.
import PackageDescription

#if os(Linux)
  // No phone here: the views are checked against a double of SwiftUI, and the engine comes as the stage's library.
  let onLinux = true
  let libraries = Context.environment["FL_LIBRARIES"] ?? Context.packageDirectory + "/../../target/debug"
  let packages: [Package.Dependency] = [.package(path: "../LinuxSwiftUI")]
  let swiftUI: [Target.Dependency] = [.product(name: "SwiftUI", package: "LinuxSwiftUI")]
  let kits: [Target.Dependency] = [.product(name: "LinuxKits", package: "LinuxSwiftUI")]
  let probe: [Target.Dependency] = [.product(name: "LinuxSwiftUIProbe", package: "LinuxSwiftUI")]
  let ffi = Target.systemLibrary(name: "FlCoreFFI", path: "Generated/FlCoreFFI")
  let linking: [LinkerSetting] = [
    .unsafeFlags(["-L", libraries, "-Xlinker", "-rpath", "-Xlinker", libraries]),
    .linkedLibrary("fl_stage"),
  ]
#else
  let onLinux = false
  let packages: [Package.Dependency] = []
  let swiftUI: [Target.Dependency] = []
  let kits: [Target.Dependency] = []
  let probe: [Target.Dependency] = []
  // Written by bindings/xcframework.
  let ffi = Target.binaryTarget(name: "FlCoreFFI", path: "Generated/FlCore.xcframework")
  let linking: [LinkerSetting] = [
    .linkedFramework("Security"), .linkedFramework("CoreFoundation"), .linkedFramework("SystemConfiguration"),
    .linkedLibrary("iconv"),
  ]
#endif

var targets: [Target] = [
  ffi,
  .target(
    name: "FLCore", dependencies: ["FlCoreFFI"], path: "Generated/FLCore",
    // The generator writes for Swift 5.
    swiftSettings: [.swiftLanguageMode(.v5)], linkerSettings: linking),
  .target(
    name: "FLTaxesKit", dependencies: ["FLCore"] + swiftUI, resources: [.process("Resources")]),
]
if onLinux {
  targets += [
    .executableTarget(name: "boundary-bench", dependencies: ["FLCore"]),
    .executableTarget(name: "library-check", dependencies: ["FLTaxesKit"]),
    // The app's own files, a link to ../App/Sources: Xcode builds them there, here they are only checked.
    .executableTarget(name: "TaxpayerApp", dependencies: ["FLTaxesKit", "FLCore"] + swiftUI + kits),
    .testTarget(
      name: "FLTaxesKitTests",
      dependencies: ["FLTaxesKit", "FLCore", "TaxpayerApp", "library-check"] + swiftUI + kits + probe,
      exclude: ["Golden"]),
  ]
}

let package = Package(
  name: "FLTaxesKit",
  defaultLocalization: "ru",
  platforms: [.iOS(.v17)],
  products: [.library(name: "FLTaxesKit", targets: ["FLTaxesKit", "FLCore"])],
  dependencies: packages,
  targets: targets,
  swiftLanguageModes: [.v6]
)
