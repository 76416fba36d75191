import FLCore
import FLTaxesKit
import Foundation
import ImageIO
import UIKit
import UniformTypeIdentifiers

/// Reads what was picked: a picture is made smaller first, whatever else it is comes as it is, if it is not too large.
enum PickedReader {
  static func read(_ file: URL, _ request: FileRequest) throws -> PickedFile {
    let name = file.lastPathComponent
    let source = CGImageSourceCreateWithURL(file as CFURL, nil)
    if let source, isPicture(source) { return try shrunk(source, name, request) }
    // It says that it is a picture and is none that this device reads: its own file is not handed over.
    let isCalledPicture = UTType(filenameExtension: file.pathExtension)?.conforms(to: .image) ?? false
    guard request.source == .files, !isCalledPicture else { throw PlatformError.Failed }
    guard let bytes = try BoundedFile.read(file, atMost: request.maxBytes) else { return .tooLarge }
    return .file(name: name, bytes: bytes)
  }

  /// A picture that was just taken has no name.
  static func read(_ picture: UIImage, _ request: FileRequest) throws -> PickedFile {
    guard let whole = picture.jpegData(compressionQuality: 1),
      let source = CGImageSourceCreateWithData(whole as CFData, nil)
    else { throw PlatformError.Failed }
    return try shrunk(source, "photo.jpg", request)
  }

  /// Documents can be drawn as pictures too, and stay what they are.
  private static func isPicture(_ source: CGImageSource) -> Bool {
    guard let type = CGImageSourceGetType(source) else { return false }
    return UTType(type as String)?.conforms(to: .image) ?? false
  }

  /// Upright and small enough, with nothing of what the camera wrote beside it.
  private static func shrunk(_ source: CGImageSource, _ name: String, _ request: FileRequest) throws -> PickedFile {
    let wish =
      [
        kCGImageSourceCreateThumbnailFromImageAlways: true,
        kCGImageSourceCreateThumbnailWithTransform: true,
        kCGImageSourceThumbnailMaxPixelSize: max(1, Int(request.longestEdge)),
      ] as [CFString: Any]
    let jpeg = NSMutableData()
    guard let picture = CGImageSourceCreateThumbnailAtIndex(source, 0, wish as CFDictionary),
      let file = CGImageDestinationCreateWithData(jpeg as CFMutableData, UTType.jpeg.identifier as CFString, 1, nil)
    else { throw PlatformError.Failed }
    let look =
      [
        kCGImageDestinationLossyCompressionQuality: 0.85,
        // What shines through would be black.
        kCGImageDestinationBackgroundColor: CGColor(red: 1, green: 1, blue: 1, alpha: 1),
      ] as [CFString: Any]
    CGImageDestinationAddImage(file, picture, look as CFDictionary)
    guard CGImageDestinationFinalize(file) else { throw PlatformError.Failed }
    return UInt64(jpeg.length) > request.maxBytes ? .tooLarge : .file(name: name, bytes: Data(referencing: jpeg))
  }
}
