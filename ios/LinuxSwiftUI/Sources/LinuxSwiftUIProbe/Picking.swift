import AVFoundation
import Foundation
import PhotosUI
import UIKit

/// The system's pages where a file is picked or a picture taken.
extension Windows {
  /// What a person does there.
  public enum Handing: Sendable {
    /// Picks this file.
    case file(URL)
    /// Takes a picture, which a file would hold so.
    case picture(Data?)
    case nothing
    /// Pulls the page down with a finger.
    case pulledDown
  }

  /// The camera of this device from now on.
  public static func camera(isThere: Bool, isAllowed: Bool) {
    UIImagePickerController.hasCamera = isThere
    AVCaptureDevice.isAllowed = isAllowed
  }

  /// Which page lies on top, if one of them does, and what it offers.
  public static var picker: String? {
    switch top {
    case let page as UIDocumentPickerViewController:
      "files \(page.types.map(\.identifier).joined(separator: " "))\(page.isCopied ? " copied" : "")"
    case let page as PHPickerViewController:
      "gallery \(page.configuration.filter == .images ? "images" : "all") \(page.configuration.selectionLimit)"
    case let page as UIImagePickerController:
      "\(page.sourceType == .camera ? "camera" : "library")\(page.modalPresentationStyle == .fullScreen ? "" : " on a sheet")"
    default: nil
    }
  }

  /// The person does this there. A page that does not go by itself is taken away by whom it tells.
  public static func hand(_ handing: Handing) {
    switch (top, handing) {
    case (let page as UIDocumentPickerViewController, .file(let file)):
      page.presentingViewController?.dismiss(animated: true)
      page.delegate?.documentPicker(page, didPickDocumentsAt: [file])
    case (let page as UIDocumentPickerViewController, _):
      page.presentingViewController?.dismiss(animated: true)
      page.delegate?.documentPickerWasCancelled(page)
    case (let page as PHPickerViewController, .file(let file)):
      page.delegate?.picker(page, didFinishPicking: [PHPickerResult(NSItemProvider(file: file))])
    case (let page as PHPickerViewController, .pulledDown):
      page.presentingViewController?.dismiss(animated: true)
      if let controller = page.presentationController {
        controller.delegate?.presentationControllerDidDismiss(controller)
      }
    case (let page as PHPickerViewController, _): page.delegate?.picker(page, didFinishPicking: [])
    case (let page as UIImagePickerController, .picture(let file)):
      page.delegate?.imagePickerController(
        page, didFinishPickingMediaWithInfo: file == nil ? [:] : [.originalImage: UIImage(file: file)])
    case (let page as UIImagePickerController, _): page.delegate?.imagePickerControllerDidCancel(page)
    default: break
    }
  }
}
