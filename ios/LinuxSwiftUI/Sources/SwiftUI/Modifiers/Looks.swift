// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.
// Looks lay nothing out, so most of them hand the view back; how a text is set and on which ground is written down.

extension View {
  public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { self }
  public func padding(_ length: CGFloat) -> some View { self }
  public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View {
    self
  }
  public func frame(
    minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil,
    minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
    alignment: Alignment = .center
  ) -> some View { self }
  public func font(_ font: Font?) -> some View {
    changed { node, _ in
      guard let font else { return }
      for inner in node.all where inner.notes["font"] == nil { inner.notes["font"] = font.name }
    }
  }
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { noted("foregroundStyle", style) }
  public func tint<S: ShapeStyle>(_ tint: S?) -> some View { self }
  public func background<S: ShapeStyle>(_ style: S, ignoresSafeAreaEdges edges: Edge.Set = .all) -> some View {
    self
  }
  public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View {
    changed { node, _ in if node.notes["ground"] == nil { node.notes["ground"] = "\(style)" } }
  }
  public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
    let content = content()
    return replaced { nodes, context in
      nodes + draw(content, context.inside("overlay"))
    }
  }
  public func safeAreaInset<V: View>(
    edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil,
    @ViewBuilder content: () -> V
  ) -> some View {
    let content = content()
    return replaced { nodes, context in
      let inset = draw(content, context.inside("inset"))
      return edge == .top ? inset + nodes : nodes + inset
    }
  }
  public func ignoresSafeArea(_ regions: SafeAreaRegions = .all, edges: Edge.Set = .all) -> some View {
    noted("ignoresSafeArea", regions == .all && edges == .all)
  }
  public func contentShape<S: Shape>(_ shape: S) -> some View { self }
  public func lineLimit(_ number: Int?) -> some View { noted("lineLimit", number.map { "\($0)" } ?? "none") }
  public func minimumScaleFactor(_ factor: CGFloat) -> some View { noted("minimumScaleFactor", factor) }
  public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { self }
  public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { self }
  public func lineLimit(_ limit: ClosedRange<Int>) -> some View { noted("lineLimit", limit) }
  public func labelsHidden() -> some View { self }
  public func layoutPriority(_ value: Double) -> some View { self }
  public func aspectRatio(_ aspectRatio: CGFloat? = nil, contentMode: ContentMode) -> some View { self }
  public func privacySensitive(_ sensitive: Bool = true) -> some View { noted("privacySensitive", sensitive) }
  public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { self }
  public func controlSize(_ controlSize: ControlSize) -> some View { self }
}

public struct SafeAreaRegions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let all = SafeAreaRegions(rawValue: .max)
}

public enum ControlSize: CaseIterable, Sendable { case mini, small, regular, large, extraLarge }

@MainActor @preconcurrency public protocol PrimitiveButtonStyle {}
public struct PlainButtonStyle: PrimitiveButtonStyle {}
public struct BorderedProminentButtonStyle: PrimitiveButtonStyle {}
extension PrimitiveButtonStyle where Self == PlainButtonStyle {
  public static var plain: PlainButtonStyle { PlainButtonStyle() }
}
extension PrimitiveButtonStyle where Self == BorderedProminentButtonStyle {
  public static var borderedProminent: BorderedProminentButtonStyle { BorderedProminentButtonStyle() }
}
