// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public protocol ShapeStyle: Sendable {}

public struct Color: ShapeStyle, Hashable {
  public enum RGBColorSpace: Hashable, Sendable { case sRGB, sRGBLinear, displayP3 }
  let channels: [Double]

  public init(
    _ colorSpace: Color.RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1
  ) {
    channels = [red, green, blue, opacity]
  }
  public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)
  public func opacity(_ opacity: Double) -> Color {
    Color(red: channels[0], green: channels[1], blue: channels[2], opacity: channels[3] * opacity)
  }
}

extension Color: View, Drawn {
  public typealias Body = Never
  package func draw(_ context: Context) -> [Node] { [Node(.group, context)] }
}

public protocol Shape: Sendable, View {}

public struct RoundedRectangle: Shape, Drawn {
  public typealias Body = Never
  public var cornerSize: CGSize
  public init(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) {
    cornerSize = CGSize(width: cornerRadius, height: cornerRadius)
  }
  package func draw(_ context: Context) -> [Node] { [] }
}

public enum RoundedCornerStyle: Sendable { case circular, continuous }

public struct Capsule: Shape, Drawn {
  public typealias Body = Never
  public init(style: RoundedCornerStyle = .continuous) {}
  package func draw(_ context: Context) -> [Node] { [] }
}

public struct Rectangle: Shape, Drawn {
  public typealias Body = Never
  public init() {}
  package func draw(_ context: Context) -> [Node] { [] }
}

extension Shape {
  public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { self }
  public func fill<S: ShapeStyle>(_ content: S) -> some View { self }
}

public struct Font: Hashable, Sendable {
  let name: String
  public static let largeTitle = Font(name: "largeTitle")
  public static let title = Font(name: "title")
  public static let title2 = Font(name: "title2")
  public static let title3 = Font(name: "title3")
  public static let headline = Font(name: "headline")
  public static let body = Font(name: "body")
  public static let callout = Font(name: "callout")
  public static let subheadline = Font(name: "subheadline")
  public static let footnote = Font(name: "footnote")
  public func weight(_ weight: Font.Weight) -> Font { Font(name: "\(name) \(weight.name)") }
  public func monospacedDigit() -> Font { self }
  public func bold() -> Font { weight(.bold) }

  public struct Weight: Hashable, Sendable {
    let name: String
    public static let medium = Weight(name: "medium")
    public static let semibold = Weight(name: "semibold")
    public static let bold = Weight(name: "bold")
  }
}

public enum TextAlignment: Hashable, Sendable { case leading, center, trailing }
public enum ContentMode: Hashable, Sendable { case fit, fill }

public enum Edge: Hashable, Sendable {
  case top, leading, bottom, trailing
  public struct Set: OptionSet, Sendable {
    public let rawValue: Int8
    public init(rawValue: Int8) { self.rawValue = rawValue }
    public static let top = Edge.Set(rawValue: 1)
    public static let leading = Edge.Set(rawValue: 2)
    public static let bottom = Edge.Set(rawValue: 4)
    public static let trailing = Edge.Set(rawValue: 8)
    public static let horizontal: Edge.Set = [.leading, .trailing]
    public static let vertical: Edge.Set = [.top, .bottom]
    public static let all: Edge.Set = [.horizontal, .vertical]
  }
}

public enum VerticalEdge: Hashable, Sendable { case top, bottom }
