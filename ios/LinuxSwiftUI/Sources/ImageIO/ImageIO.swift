// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Test double of ImageIO and of what comes with it for Linux: Apple's names and signatures, only what the app here uses. A picture is a
// line of words, `picture TYPE WIDTHxHEIGHT TURN`, where 6 is the turn of a picture that lies on its side; what is written names its
// quality and its ground. Bridged types stand for what they are bridged to, so that the same casts compile.
import Foundation

public typealias CFString = String
public typealias CFDictionary = [String: Any]
public typealias CFURL = URL
public typealias CFData = Data
public typealias CFMutableData = NSMutableData

public final class CGColor: Sendable {
  let grounds: [CGFloat]
  public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) { grounds = [red, green, blue, alpha] }
}

public final class CGImage {
  let width: Int
  let height: Int
  let turn: Int
  init(width: Int, height: Int, turn: Int) {
    self.width = width
    self.height = height
    self.turn = turn
  }
}

public final class CGImageSource {
  let type: String
  let image: CGImage

  init?(_ data: Data) {
    let words = String(decoding: data, as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count >= 4, words[0] == "picture" else { return nil }
    let edges = words[2].split(separator: "x").compactMap { Int($0) }
    guard edges.count == 2, let turn = Int(words[3]) else { return nil }
    type = words[1]
    image = CGImage(width: edges[0], height: edges[1], turn: turn)
  }
}

public let kCGImageSourceCreateThumbnailFromImageAlways: CFString = "kCGImageSourceCreateThumbnailFromImageAlways"
public let kCGImageSourceCreateThumbnailWithTransform: CFString = "kCGImageSourceCreateThumbnailWithTransform"
public let kCGImageSourceThumbnailMaxPixelSize: CFString = "kCGImageSourceThumbnailMaxPixelSize"
public let kCGImageDestinationLossyCompressionQuality: CFString = "kCGImageDestinationLossyCompressionQuality"
public let kCGImageDestinationBackgroundColor: CFString = "kCGImageDestinationBackgroundColor"

public func CGImageSourceCreateWithURL(_ url: CFURL, _ options: CFDictionary?) -> CGImageSource? {
  (try? Data(contentsOf: url)).flatMap(CGImageSource.init)
}

public func CGImageSourceCreateWithData(_ data: CFData, _ options: CFDictionary?) -> CGImageSource? {
  CGImageSource(data)
}

public func CGImageSourceGetType(_ isrc: CGImageSource) -> CFString? { isrc.type }

/// It makes nothing larger.
public func CGImageSourceCreateThumbnailAtIndex(
  _ isrc: CGImageSource, _ index: Int, _ options: CFDictionary?
) -> CGImage? {
  let image = isrc.image
  guard image.width > 0, options?[kCGImageSourceCreateThumbnailFromImageAlways] as? Bool == true else { return nil }
  let longest = options?[kCGImageSourceThumbnailMaxPixelSize] as? Int ?? Int.max
  let scale = min(1, Double(longest) / Double(max(image.width, image.height)))
  let width = Int(Double(image.width) * scale)
  let height = Int(Double(image.height) * scale)
  guard options?[kCGImageSourceCreateThumbnailWithTransform] as? Bool == true, image.turn == 6 else {
    return CGImage(width: width, height: height, turn: image.turn)
  }
  return CGImage(width: height, height: width, turn: 1)
}

public final class CGImageDestination {
  let data: NSMutableData
  let type: String
  var words: String?
  init(_ data: NSMutableData, _ type: String) {
    self.data = data
    self.type = type
  }
}

public func CGImageDestinationCreateWithData(
  _ data: CFMutableData, _ type: CFString, _ count: Int, _ options: CFDictionary?
) -> CGImageDestination? { CGImageDestination(data, type) }

public func CGImageDestinationAddImage(_ idst: CGImageDestination, _ image: CGImage, _ properties: CFDictionary?) {
  let quality = properties?[kCGImageDestinationLossyCompressionQuality] as? Double ?? 1
  let isWhite = (properties?[kCGImageDestinationBackgroundColor] as? CGColor)?.grounds == [1, 1, 1, 1]
  idst.words =
    "picture \(idst.type) \(image.width)x\(image.height) \(image.turn) at \(quality) on \(isWhite ? "white" : "black")"
}

public func CGImageDestinationFinalize(_ idst: CGImageDestination) -> Bool {
  guard let words = idst.words else { return false }
  idst.data.append(Data(words.utf8))
  return true
}
