import FLCore
import FLTaxesKit
import Foundation
import UIKit

/// The browser and the share sheet.
@MainActor final class SystemOutside: Outside {
  nonisolated let files: SharedFiles

  nonisolated init(files: SharedFiles) { self.files = files }

  func open(_ link: URL) async throws {
    guard await UIApplication.shared.open(link) else { throw PlatformError.Unavailable }
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
    await withCheckedContinuation { shown in
      top.present(sheet, animated: true) { shown.resume() }
    }
  }

  private var top: UIViewController? {
    let windows = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }.flatMap(\.windows)
    var top = windows.first(where: \.isKeyWindow)?.rootViewController
    while let next = top?.presentedViewController { top = next }
    return top
  }
}
