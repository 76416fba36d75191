// Test double of AVFoundation for Linux: Apple's names and signatures, only what the app here uses.
import Foundation

public struct AVMediaType: Hashable, RawRepresentable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let video = AVMediaType(rawValue: "vide")
}

open class AVCaptureDevice: NSObject {
  /// The double's own: what the person says, or has said.
  package nonisolated(unsafe) static var isAllowed = true
  public class func requestAccess(for mediaType: AVMediaType) async -> Bool { isAllowed }
}
