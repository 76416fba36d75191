import Foundation

/// The folder of all accounts: unreadable while the device is locked, and in no backup.
enum DataFolder {
  static func make() throws -> String {
    let files = FileManager.default
    let support = try files.url(
      for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
    var folder = support.appendingPathComponent("FLTaxes", isDirectory: true)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    #if os(iOS)
      // A folder made earlier keeps its protection, so it is set each time; files made in it take it over.
      try files.setAttributes([.protectionKey: FileProtectionType.complete], ofItemAtPath: folder.path)
    #endif
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    try folder.setResourceValues(values)
    return folder.path
  }
}
