// Test double of UIKit for Linux: Apple's names and signatures, only what the app here uses.
import Foundation
import UniformTypeIdentifiers

@MainActor public protocol UIDocumentPickerDelegate: NSObjectProtocol {
  func documentPicker(_ controller: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL])
  func documentPickerWasCancelled(_ controller: UIDocumentPickerViewController)
}

@MainActor open class UIDocumentPickerViewController: UIViewController {
  package let types: [UTType]
  package let isCopied: Bool
  public weak var delegate: (any UIDocumentPickerDelegate)?
  public init(forOpeningContentTypes contentTypes: [UTType], asCopy: Bool) {
    types = contentTypes
    isCopied = asCopy
  }
}

@MainActor public protocol UINavigationControllerDelegate: NSObjectProtocol {}
@MainActor open class UINavigationController: UIViewController {}

@MainActor public protocol UIImagePickerControllerDelegate: NSObjectProtocol {
  func imagePickerController(
    _ picker: UIImagePickerController, didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any])
  func imagePickerControllerDidCancel(_ picker: UIImagePickerController)
}

@MainActor open class UIImagePickerController: UINavigationController {
  public enum SourceType: Int, Sendable { case photoLibrary, camera, savedPhotosAlbum }
  public struct InfoKey: Hashable, RawRepresentable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let originalImage = InfoKey(rawValue: "UIImagePickerControllerOriginalImage")
  }

  /// The double's own: whether the device has one.
  package static var hasCamera = true
  public class func isSourceTypeAvailable(_ sourceType: SourceType) -> Bool { sourceType != .camera || hasCamera }
  public var sourceType = SourceType.photoLibrary
  public weak var delegate: (any UIImagePickerControllerDelegate & UINavigationControllerDelegate)?
}

/// A picture in memory: what a file of it would hold.
public final class UIImage: NSObject, Sendable {
  private let file: Data?
  package init(file: Data?) { self.file = file }
  public func jpegData(compressionQuality: CGFloat) -> Data? { file }
}

@MainActor open class UIPresentationController: NSObject {
  public weak var delegate: (any UIAdaptivePresentationControllerDelegate)?
}

@MainActor public protocol UIAdaptivePresentationControllerDelegate: NSObjectProtocol {
  func presentationControllerDidDismiss(_ presentationController: UIPresentationController)
}
