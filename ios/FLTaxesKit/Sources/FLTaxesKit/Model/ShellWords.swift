import FLCore
import Foundation

/// The few words that are the shell's own, in the language the screens speak.
public struct ShellWords: Equatable, Sendable {
  let language: FLCore.Language

  public init(_ language: FLCore.Language) { self.language = language }

  /// Before there is a screen the device's language counts.
  public static var ofDevice: ShellWords {
    ShellWords(Locale.preferredLanguages.first?.hasPrefix("en") == true ? .en : .ru)
  }

  /// For what the system writes itself: days before months, and weeks from Monday on, as the core has them.
  var locale: Locale {
    switch language {
    case .ru: Locale(identifier: "ru_RU")
    case .en: Locale(identifier: "en_GB")
    }
  }

  private var folder: String {
    switch language {
    case .ru: "ru"
    case .en: "en"
    }
  }

  public subscript(_ word: String) -> String {
    guard let path = Bundle.module.path(forResource: folder, ofType: "lproj"),
      let bundle = Bundle(path: path)
    else { return word }
    return bundle.localizedString(forKey: word, value: word, table: "Shell")
  }
}
