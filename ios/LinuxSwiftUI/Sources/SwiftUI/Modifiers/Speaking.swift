// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct AccessibilityTraits: SetAlgebra, Sendable {
  private var bits: Int
  private init(bits: Int) { self.bits = bits }
  public init() { bits = 0 }
  public static let isButton = AccessibilityTraits(bits: 1)
  public static let isHeader = AccessibilityTraits(bits: 2)
  public static let isSelected = AccessibilityTraits(bits: 4)
  public static let isImage = AccessibilityTraits(bits: 8)
  public static let updatesFrequently = AccessibilityTraits(bits: 16)
  public func contains(_ member: AccessibilityTraits) -> Bool { bits & member.bits == member.bits }
  public func union(_ other: AccessibilityTraits) -> AccessibilityTraits { .init(bits: bits | other.bits) }
  public func intersection(_ other: AccessibilityTraits) -> AccessibilityTraits { .init(bits: bits & other.bits) }
  public func symmetricDifference(_ other: AccessibilityTraits) -> AccessibilityTraits {
    .init(bits: bits ^ other.bits)
  }
  public mutating func insert(
    _ new: AccessibilityTraits
  ) -> (inserted: Bool, memberAfterInsert: AccessibilityTraits) {
    defer { bits |= new.bits }
    return (!contains(new), new)
  }
  public mutating func remove(_ member: AccessibilityTraits) -> AccessibilityTraits? {
    defer { bits &= ~member.bits }
    return contains(member) ? member : nil
  }
  public mutating func update(with new: AccessibilityTraits) -> AccessibilityTraits? {
    defer { bits |= new.bits }
    return contains(new) ? new : nil
  }
  public mutating func formUnion(_ other: AccessibilityTraits) { self = union(other) }
  public mutating func formIntersection(_ other: AccessibilityTraits) { self = intersection(other) }
  public mutating func formSymmetricDifference(_ other: AccessibilityTraits) {
    self = symmetricDifference(other)
  }
}

public struct AccessibilityChildBehavior: Hashable {
  let name: String
  public static var ignore: AccessibilityChildBehavior { .init(name: "ignore") }
  public static var contain: AccessibilityChildBehavior { .init(name: "contain") }
  public static var combine: AccessibilityChildBehavior { .init(name: "combine") }
}

@available(*, unavailable) extension AccessibilityChildBehavior: Sendable {}

public struct AccessibilityActionKind: Equatable, Sendable {
  let name: String
  public static let escape = AccessibilityActionKind(name: "escape")
}

extension View {
  public func accessibilityIdentifier(_ identifier: String) -> some View {
    changed { node, _ in if node.identifier == nil { node.identifier = identifier } }
  }
  public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View {
    changed { node, _ in node.spokenLabel = String(label) }
  }
  public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View {
    changed { node, _ in node.spokenValue = String(value) }
  }
  public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View {
    changed { node, _ in node.spokenHint = String(hint) }
  }
  public func accessibilityHidden(_ hidden: Bool) -> some View {
    changed { node, _ in node.isSilent = hidden }
  }
  public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
    changed { node, _ in node.spokenChildren = children }
  }
  public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View {
    changed { node, _ in node.traits.formUnion(traits) }
  }
  public func accessibilityAction(
    _ actionKind: AccessibilityActionKind, _ handler: @escaping () -> Void
  ) -> some View {
    changed { node, _ in if actionKind == .escape { node.escape = handler } }
  }
}
