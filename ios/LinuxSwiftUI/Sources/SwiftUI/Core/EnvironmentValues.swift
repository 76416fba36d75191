// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

private struct Locales: EnvironmentKey { static let defaultValue = Locale(identifier: "en") }
private struct Calendars: EnvironmentKey { static let defaultValue = Calendar(identifier: .gregorian) }
private struct Zones: EnvironmentKey { static let defaultValue = TimeZone.current }
private struct Schemes: EnvironmentKey { static let defaultValue = ColorScheme.light }
private struct Contrasts: EnvironmentKey { static let defaultValue = ColorSchemeContrast.standard }
private struct TypeSizes: EnvironmentKey { static let defaultValue = DynamicTypeSize.large }
private struct Enabled: EnvironmentKey { static let defaultValue = true }
private struct Phases: EnvironmentKey { static let defaultValue = ScenePhase.active }
private struct Widths: EnvironmentKey { static let defaultValue: UserInterfaceSizeClass? = .compact }
private struct Refreshes: EnvironmentKey { static var defaultValue: RefreshAction? { nil } }

extension EnvironmentValues {
  public var locale: Locale {
    get { self[Locales.self] }
    set { self[Locales.self] = newValue }
  }
  public var calendar: Calendar {
    get { self[Calendars.self] }
    set { self[Calendars.self] = newValue }
  }
  public var timeZone: TimeZone {
    get { self[Zones.self] }
    set { self[Zones.self] = newValue }
  }
  public var colorScheme: ColorScheme {
    get { self[Schemes.self] }
    set { self[Schemes.self] = newValue }
  }
  public var dynamicTypeSize: DynamicTypeSize {
    get { self[TypeSizes.self] }
    set { self[TypeSizes.self] = newValue }
  }
  public var isEnabled: Bool {
    get { self[Enabled.self] }
    set { self[Enabled.self] = newValue }
  }
  public var scenePhase: ScenePhase {
    get { self[Phases.self] }
    set { self[Phases.self] = newValue }
  }
  public var horizontalSizeClass: UserInterfaceSizeClass? {
    get { self[Widths.self] }
    set { self[Widths.self] = newValue }
  }
  /// Read only for views, as Apple has it; the probe may set it.
  public package(set) var colorSchemeContrast: ColorSchemeContrast {
    get { self[Contrasts.self] }
    set { self[Contrasts.self] = newValue }
  }
  public package(set) var refresh: RefreshAction? {
    get { self[Refreshes.self] }
    set { self[Refreshes.self] = newValue }
  }
}

public enum ColorScheme: CaseIterable, Sendable { case light, dark }
public enum ColorSchemeContrast: CaseIterable, Sendable { case standard, increased }
public enum UserInterfaceSizeClass: Sendable { case compact, regular }
public enum Visibility: Hashable, CaseIterable, Sendable { case automatic, visible, hidden }
public enum ScenePhase: Comparable, Hashable, Sendable { case background, inactive, active }

public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
  case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
  case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
  public var isAccessibilitySize: Bool { self >= .accessibility1 }
}

public struct RefreshAction: Sendable {
  let action: @Sendable () async -> Void
  public func callAsFunction() async { await action() }
}

extension View {
  public func refreshable(@_inheritActorContext action: @escaping @Sendable () async -> Void) -> some View {
    within { $0.refresh = RefreshAction(action: action) }
  }

  public func disabled(_ disabled: Bool) -> some View {
    within { $0.isEnabled = $0.isEnabled && !disabled }
  }

  public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View {
    within { $0.dynamicTypeSize = size }
  }

  public func dynamicTypeSize<T>(_ range: T) -> some View
  where T: RangeExpression, T.Bound == DynamicTypeSize {
    within { values in
      if range.contains(values.dynamicTypeSize) { return }
      let allowed = DynamicTypeSize.allCases.filter(range.contains)
      let isBelow = allowed.first.map { values.dynamicTypeSize < $0 } ?? false
      values.dynamicTypeSize = (isBelow ? allowed.first : allowed.last) ?? values.dynamicTypeSize
    }
  }
}
