// Test double of PhotosUI for Linux: Apple's names and signatures, only what the app here uses.
import Foundation
import UIKit

public struct PHPickerFilter: Equatable, Sendable {
  let name: String
  public static let images = PHPickerFilter(name: "images")
}

public struct PHPickerConfiguration: Sendable {
  public enum AssetRepresentationMode: Sendable { case automatic, current, compatible }
  public var filter: PHPickerFilter?
  public var preferredAssetRepresentationMode = AssetRepresentationMode.automatic
  public var selectionLimit = 1
  public init() {}
}

/// Foundation's, which Linux does not have.
open class NSItemProvider: NSObject, @unchecked Sendable {
  private let file: URL?
  package init(file: URL?) { self.file = file }

  /// The file is there until the handler returns, which runs on a thread that is not the caller's.
  open func loadFileRepresentation(
    forTypeIdentifier typeIdentifier: String, completionHandler: @escaping @Sendable (URL?, (any Error)?) -> Void
  ) -> Progress {
    let file = file
    DispatchQueue.global().async {
      completionHandler(file, nil)
      if let file { try? FileManager.default.removeItem(at: file) }
    }
    return Progress(totalUnitCount: 1)
  }
}

public struct PHPickerResult {
  public let itemProvider: NSItemProvider
  package init(_ provider: NSItemProvider) { itemProvider = provider }
}

@MainActor public protocol PHPickerViewControllerDelegate: AnyObject {
  func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult])
}

@MainActor public final class PHPickerViewController: UIViewController {
  public let configuration: PHPickerConfiguration
  public weak var delegate: (any PHPickerViewControllerDelegate)?
  public init(configuration: PHPickerConfiguration) { self.configuration = configuration }
}
