import Foundation
import SwiftUI

#if canImport(ImageIO) && !os(Linux)
  import ImageIO
#endif

extension Image {
  /// The picture in a file of any format that the system reads.
  init?(file: Data) {
    #if canImport(ImageIO) && !os(Linux)
      guard let source = CGImageSourceCreateWithData(file as CFData, nil),
        let picture = CGImageSourceCreateImageAtIndex(source, 0, nil)
      else { return nil }
      self.init(decorative: picture, scale: 1)
    #else
      // Nothing here reads pictures: a sign stands for one that came.
      guard !file.isEmpty else { return nil }
      self.init(systemName: "photo.fill")
    #endif
  }
}
