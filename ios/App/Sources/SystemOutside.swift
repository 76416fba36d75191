import FLCore
import FLTaxesKit
import Foundation
import UIKit

/// The browser, a sign-in in it, the share sheet, and the pages where a file is picked.
@MainActor final class SystemOutside: Outside {
  nonisolated let files: SharedFiles
  private lazy var browser = SignInBrowser()
  private lazy var picker = FilePicker()

  nonisolated init(files: SharedFiles) { self.files = files }

  func open(_ link: URL) async throws {
    guard await UIApplication.shared.open(link) else { throw PlatformError.Unavailable }
  }

  func signIn(_ page: URL, backTo scheme: String) async throws -> URL {
    try await browser.open(page, backTo: scheme)
  }

  func share(_ file: URL) async throws {
    guard let top else { throw PlatformError.Unavailable }
    let sheet = UIActivityViewController(activityItems: [file], applicationActivities: nil)
    // On a tablet the sheet points at something.
    sheet.popoverPresentationController?.sourceView = top.view
    sheet.popoverPresentationController?.sourceRect =
      top.view.map { CGRect(x: $0.bounds.midX, y: 0, width: 1, height: 1) } ?? .zero
    let files = files
    sheet.completionWithItemsHandler = { _, _, _, _ in try? files.clear() }
    // Where it cannot be shown the system never calls back, so nothing waits for that.
    top.present(sheet, animated: true)
    guard sheet.presentingViewController != nil else { throw PlatformError.Unavailable }
  }

  func pick(_ request: FileRequest) async throws -> PickedFile {
    try await picker.pick(request) { top }
  }

  /// What lies on top and stays there: a controller that is on its way out shows nothing more.
  private var top: UIViewController? {
    var top = UIApplication.shared.frontWindow?.rootViewController
    while let next = top?.presentedViewController, !next.isBeingDismissed { top = next }
    return top
  }
}

extension UIApplication {
  /// The window that a person looks at.
  var frontWindow: UIWindow? {
    let windows = connectedScenes.compactMap { $0 as? UIWindowScene }.flatMap(\.windows)
    return windows.first(where: \.isKeyWindow) ?? windows.first { $0.windowLevel == .normal }
  }
}
