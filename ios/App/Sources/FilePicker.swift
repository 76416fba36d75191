import AVFoundation
import FLCore
import Foundation
import PhotosUI
import UIKit
import UniformTypeIdentifiers

/// Has the person pick a file or take a picture, in the system's own pages. Of files and pictures the app sees only what is picked, so
/// that neither wants a permission; the camera does.
@MainActor final class FilePicker {
  func pick(_ request: FileRequest, over top: () -> UIViewController?) async throws -> PickedFile {
    let (files, answer) = AsyncThrowingStream<PickedFile, any Error>.makeStream()
    // The pages hold none of whom they answer, so it is held here.
    let hearing = Hearing(request, answer)
    let page = try await hearing.page()
    guard let top = top() else { throw PlatformError.Unavailable }
    top.present(page, animated: true)
    guard page.presentingViewController != nil else { throw PlatformError.Unavailable }
    for try await file in files { return file }
    // Nobody waits for it any more.
    page.presentingViewController?.dismiss(animated: true)
    withExtendedLifetime(hearing) {}
    throw PlatformError.Cancelled
  }
}

/// Hears what the person picks.
@MainActor private final class Hearing: NSObject {
  private let request: FileRequest
  private let answer: AsyncThrowingStream<PickedFile, any Error>.Continuation

  init(_ request: FileRequest, _ answer: AsyncThrowingStream<PickedFile, any Error>.Continuation) {
    self.request = request
    self.answer = answer
  }

  /// The system's page for it.
  func page() async throws -> UIViewController {
    switch request.source {
    case .files: files()
    case .gallery: gallery()
    case .camera: try await camera()
    }
  }

  private func files() -> UIViewController {
    let types = request.mediaTypes.compactMap { UTType(mimeType: $0) }
    // A copy is the app's own, also of what lies in somebody's cloud.
    let page = UIDocumentPickerViewController(forOpeningContentTypes: types.isEmpty ? [.data] : types, asCopy: true)
    page.delegate = self
    return page
  }

  private func gallery() -> UIViewController {
    var wish = PHPickerConfiguration()
    wish.filter = .images
    // As it was taken: it is made another here, once.
    wish.preferredAssetRepresentationMode = .current
    let page = PHPickerViewController(configuration: wish)
    page.delegate = self
    page.presentationController?.delegate = self
    return page
  }

  private func camera() async throws -> UIViewController {
    guard UIImagePickerController.isSourceTypeAvailable(.camera) else { throw PlatformError.Unavailable }
    // Without it the page would be there, and black.
    guard await AVCaptureDevice.requestAccess(for: .video) else { throw PlatformError.Denied }
    let page = UIImagePickerController()
    page.sourceType = .camera
    // A sheet could be pulled down, and nobody would be told.
    page.modalPresentationStyle = .fullScreen
    page.delegate = self
    return page
  }

  private func picked(_ file: @escaping @Sendable () throws -> PickedFile) {
    let answer = answer
    // Reading takes its time, which is not the screen's.
    Task.detached {
      do {
        answer.yield(try file())
        answer.finish()
      } catch {
        answer.finish(throwing: error)
      }
    }
  }

  private func pickedNothing() { answer.finish(throwing: PlatformError.Cancelled) }
}

extension Hearing: UIDocumentPickerDelegate {
  func documentPicker(_ controller: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL]) {
    guard let file = urls.first else { return pickedNothing() }
    let request = request
    picked {
      defer { try? FileManager.default.removeItem(at: file) }
      return try PickedReader.read(file, request)
    }
  }

  func documentPickerWasCancelled(_ controller: UIDocumentPickerViewController) { pickedNothing() }
}

extension Hearing: PHPickerViewControllerDelegate, UIAdaptivePresentationControllerDelegate {
  func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult]) {
    picker.presentingViewController?.dismiss(animated: true)
    guard let provider = results.first?.itemProvider else { return pickedNothing() }
    let (request, answer) = (request, answer)
    // The file is there only until this returns, on a thread of the system's choice.
    _ = provider.loadFileRepresentation(forTypeIdentifier: UTType.image.identifier) { @Sendable file, _ in
      do {
        guard let file else { throw PlatformError.Failed }
        answer.yield(try PickedReader.read(file, request))
        answer.finish()
      } catch {
        answer.finish(throwing: error)
      }
    }
  }

  /// A finger pulled the page down.
  func presentationControllerDidDismiss(_ presentationController: UIPresentationController) { pickedNothing() }
}

extension Hearing: UIImagePickerControllerDelegate, UINavigationControllerDelegate {
  func imagePickerController(
    _ picker: UIImagePickerController, didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any]
  ) {
    picker.presentingViewController?.dismiss(animated: true)
    guard let picture = info[.originalImage] as? UIImage else {
      return answer.finish(throwing: PlatformError.Failed)
    }
    let request = request
    picked { try PickedReader.read(picture, request) }
  }

  func imagePickerControllerDidCancel(_ picker: UIImagePickerController) {
    picker.presentingViewController?.dismiss(animated: true)
    pickedNothing()
  }
}
