// Test double of UniformTypeIdentifiers for Linux: Apple's names and signatures, only what the app here uses.
import Foundation

/// A type by its name; the double knows a few.
public struct UTType: Hashable, Sendable {
  public let identifier: String
  private let isImage: Bool

  private init(name: String, isImage: Bool) {
    identifier = name
    self.isImage = isImage
  }

  public static let data = UTType(name: "public.data", isImage: false)
  public static let image = UTType(name: "public.image", isImage: true)
  public static let jpeg = UTType(name: "public.jpeg", isImage: true)
  private static let pdf = UTType(name: "com.adobe.pdf", isImage: false)
  private static let heic = UTType(name: "public.heic", isImage: true)
  private static let png = UTType(name: "public.png", isImage: true)
  private static let all = [data, image, jpeg, pdf, heic, png]

  public init?(_ identifier: String) {
    guard let known = Self.all.first(where: { $0.identifier == identifier }) else { return nil }
    self = known
  }

  public init?(mimeType: String) {
    let known = ["application/pdf": Self.pdf, "image/jpeg": Self.jpeg, "image/png": Self.png, "image/heic": Self.heic]
    guard let type = known[mimeType] else { return nil }
    self = type
  }

  public init?(filenameExtension: String) {
    let known = ["pdf": Self.pdf, "jpg": Self.jpeg, "png": Self.png, "heic": Self.heic]
    guard let type = known[filenameExtension.lowercased()] else { return nil }
    self = type
  }

  public func conforms(to type: UTType) -> Bool { self == type || type == .data || (type == .image && isImage) }
}
